using System.Xml.Linq;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Drawing;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Xunit;

namespace Eqnn.Drawing.Tests;

public sealed class MapDrawingTests
{
    [Theory]
    [InlineData("C8", "L1", "L0")]
    [InlineData("C8", "L1", "L2")]
    [InlineData("C12", "L1", "L6")]
    [InlineData("C7", "L1", "L2")]
    [InlineData("S3", "standard", "sign")]
    [InlineData("D4", "L4", "L4")]
    [InlineData("C6", "L3", "L0")]
    [InlineData("S4", "standard", "trivial")]
    [InlineData("S4", "standard", "[2,2]")]
    public void Pictures_are_well_formed(string name, string source, string target)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var fan = EquivariantFan.Of(SimpleCopy.TryFind(IsotypicDecomposition.Of(table, GSet.Parse(group, name == "S4" ? "tuples:2" : "regular")), table.SimpleNamed(source))!);
        var maps = EquivariantMapSpace.TryOf(fan, table.SimpleNamed(target))!;
        var svg = MapDrawing.ToSvg(maps.Basis.Select((map, i) => ($"F{i + 1}", map)), $"{name}: maps {source} → {target}");
        var fans = fan.Space.Dimension > 1 ? MapDrawing.OfFan(fan).ToSvg() : svg;
        if (Environment.GetEnvironmentVariable("EQNN_PICTURES") is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}-{source}-{target}.svg"), svg);
            File.WriteAllText(Path.Combine(folder, $"{name}-{source}-fan.svg"), fans);
        }

        XDocument.Parse(svg);
        XDocument.Parse(fans);
        XDocument.Parse(HasseDrawing.OfKernels(table).ToSvg());
        XDocument.Parse(HasseDrawing.OfNormalSubgroups(table.NormalSubgroups).ToSvg());
    }
}
