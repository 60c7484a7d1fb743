using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Arrangements;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn chambers</c> about an affine arrangement: a file with constants, or a ReLU fan with a bias.</summary>
internal sealed class RegionReport(RegionEnumeration regions, string title, BigInteger groupOrder, ChamberSearchOptions limits, bool certified, bool lackingZ3, Action<JsonOutput>? head) : Report
{
    private const int RowsOnScreen = 40;
    private readonly AffineArrangement _arrangement = regions.Arrangement;

    private bool IsSymmetric => _arrangement.Symmetry.Count > 0;

    /// <inheritdoc/>
    public override LimitExceededException? Limit => regions.IsPartial
        ? new LimitExceededException(IsSymmetric ? "chamber orbits of the cone" : "chambers of the cone", limits.MaxOrbits, certified ? "more; the answer is partial and no certificate is written" : "more; the answer is partial", ChambersCommand.MoreThan(limits.MaxOrbits))
        : null;

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        page.Heading(title);
        if (regions.IsPartial)
        {
            page.Line($"partial: stopped at {regions.Orbits.Count} {(IsSymmetric ? "orbits of regions" : "regions")}; every number from here on is a lower bound");
        }

        var lineality = _arrangement.AmbientDimension - _arrangement.Dimension;
        page.Fact("dimension", lineality == 0 ? $"{_arrangement.Dimension}" : $"{_arrangement.Dimension}, modulo a lineality space of dimension {lineality}");
        page.Fact("hyperplanes", $"{_arrangement.Hyperplanes.Count} from {_arrangement.Rows.Count} affine forms, {_arrangement.ConstantRows.Count} of them constant");
        page.Fact("field", CharacteristicReport.Field(_arrangement.Conductor));
        page.Fact("regions", OrbitWords.Counted(regions.RegionCount, regions.Orbits.Count, IsSymmetric));
        if (regions.BoundedRegionCount is { } bounded)
        {
            page.Fact("bounded regions", bounded);
        }

        if (regions.WallCount is { } walls)
        {
            page.Fact("walls", walls);
        }

        page.Fact("vertices", OrbitWords.Counted(regions.VertexCount, regions.VertexOrbitCount, IsSymmetric));
        if (regions.CharacteristicPolynomial is { } polynomial)
        {
            CharacteristicReport.Describe(page, polynomial);
        }

        if (!regions.IsPartial)
        {
            page.Fact("completeness", "of the cone: " + regions.Cone.Completeness);
        }

        page.Fact("method", ChambersCommand.MethodOf(regions.Origin, lackingZ3));
        var rows = new PageTable { Name = "regions" }.Right("orbit").Right("regions").Right("stabiliser").Right("vertices").Left("bounded").Left("signs of one region");
        foreach (var orbit in regions.Orbits.Take(RowsOnScreen))
        {
            rows.Row(orbit.Position + 1, orbit.Size, groupOrder / orbit.Size, orbit.Representative.Vertices.Count, Prose.YesOrNo(orbit.Representative.IsBounded), orbit.Representative.ToString());
        }

        page.Table(rows);
        OrbitWords.Describe(page, regions.Orbits.Count - RowsOnScreen);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        if (regions.IsPartial)
        {
            json.Field("partial", true);
        }

        head?.Invoke(json);
        json.Field("affine", true);
        json.Field("dimension", _arrangement.Dimension);
        json.Field("hyperplanes", _arrangement.Hyperplanes.Count);
        json.Field("forms", _arrangement.Rows.Count);
        json.Positions("constantForms", _arrangement.ConstantRows);
        json.MergedRows("proportionalForms", _arrangement.Hyperplanes);
        json.ExactRows("lineality", _arrangement.Lineality);
        json.Field("regions", regions.RegionCount);
        json.Field("boundedRegions", regions.BoundedRegionCount);
        json.Records("regionOrbits", regions.Orbits, orbit =>
        {
            json.ChamberOrbit(orbit.Representative.RowSigns, orbit.Size, groupOrder);
            json.Field("bounded", orbit.Representative.IsBounded);
            json.Positions("walls", orbit.Representative.Walls);
            json.ExactRows("vertices", orbit.Representative.Vertices);
            json.ExactRows("directions", orbit.Representative.Directions);
        });
        json.Field("walls", regions.WallCount);
        json.Field("vertices", regions.VertexCount);
        json.Field("vertexOrbits", regions.VertexOrbitCount);
        CharacteristicReport.Write(json, regions.CharacteristicPolynomial);
        json.Completeness(regions.Cone.Completeness);
        json.Field("solver", regions.Origin);
    });
}
