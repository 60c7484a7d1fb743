using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.Records.Json;
using Eqnn.Records.Maps;
using Xunit;

namespace Eqnn.Records.Tests.Maps;

public sealed class MapRecordTests
{
    [Fact]
    public void A_map_is_written_with_its_matrices()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C4"));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "regular"));
        var answer = MapAnswer.Of(decomposition, table.SimpleNamed("L1"), table.SimpleNamed("L2")).Enumerated();
        var map = answer.Enumeration!.Maps.Basis[0];
        var record = JsonItem.Parse("map", MapRecord.Of(map));
        Assert.Equal("eqnn-map/1", record["format"].Text());
        Assert.Equal("C4", record["group"]["name"].Text());
        Assert.Equal(map.Source.Dimension, record["source"]["dimension"].Whole());
        Assert.Equal(map.Fan.Normals.Count(), record["hyperplanes"].Items().Count);
        foreach (var (orbit, value) in record["rayOrbits"].Items().Zip(map.ValuesOnRayOrbits))
        {
            Assert.Equal(value, orbit["value"].Items().Select(c => c.Exact()));
        }

        foreach (var (written, orbit) in record["chamberOrbits"].Items().Zip(map.Fan.ChamberOrbits))
        {
            Assert.Equal(map.MatrixOn(orbit).Rows().SelectMany(row => row), written["matrix"].Items().SelectMany(row => row.Items()).Select(c => c.Exact()));
        }
    }
}
