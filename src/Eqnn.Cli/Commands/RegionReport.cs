using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Arrangements;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn chambers</c> about an affine arrangement: a file with constants, or a ReLU fan with a bias.</summary>
internal sealed class RegionReport(RegionEnumeration regions, string title, BigInteger groupOrder, ChamberSearchOptions limits, bool certified, bool lackingZ3, Action<JsonOutput>? head) : OutlinedReport
{
    private readonly AffineArrangement _arrangement = regions.Arrangement;

    private bool IsSymmetric => _arrangement.Symmetry.Count > 0;

    /// <inheritdoc/>
    public override LimitExceededException? Limit => regions.IsPartial
        ? new LimitExceededException(IsSymmetric ? "chamber orbits of the cone" : "chambers of the cone", limits.MaxOrbits, certified ? "more; the answer is partial and no certificate is written" : "more; the answer is partial", ChamberOptions.MoreThan(limits.MaxOrbits))
        : null;

    /// <inheritdoc/>
    protected override void Describe(Outline outline)
    {
        outline.Heading(title);
        if (regions.IsPartial)
        {
            outline.Line($"partial: stopped at {regions.Orbits.Count} {(IsSymmetric ? "orbits of regions" : "regions")}; every number from here on is a lower bound");
            outline.Field("partial", true);
        }

        outline.InDocument(json => head?.Invoke(json));
        outline.Field("affine", true);
        var lineality = _arrangement.AmbientDimension - _arrangement.Dimension;
        outline.Fact("dimension", lineality == 0 ? $"{_arrangement.Dimension}" : $"{_arrangement.Dimension}, modulo a lineality space of dimension {lineality}", "dimension", _arrangement.Dimension);
        outline.Fact("hyperplanes", $"{_arrangement.Hyperplanes.Count} from {_arrangement.Rows.Count} affine forms, {_arrangement.ConstantRows.Count} of them constant", WriteForms);
        outline.Fact("field", CharacteristicReport.Field(_arrangement.Conductor));
        outline.Fact("regions", OrbitWords.Counted(regions.RegionCount, regions.Orbits.Count, IsSymmetric), "regions", regions.RegionCount);
        if (regions.BoundedRegionCount is { } bounded)
        {
            outline.Fact("bounded regions", bounded);
        }

        outline.Field("boundedRegions", regions.BoundedRegionCount);
        outline.InDocument(json => json.Records("regionOrbits", regions.Orbits, orbit =>
        {
            json.ChamberOrbit(orbit.Representative.RowSigns, orbit.Size, groupOrder);
            json.Field("bounded", orbit.Representative.IsBounded);
            json.Positions("walls", orbit.Representative.Walls);
            json.ExactRows("vertices", orbit.Representative.Vertices);
            json.ExactRows("directions", orbit.Representative.Directions);
        }));
        if (regions.WallCount is { } walls)
        {
            outline.Fact("walls", walls);
        }

        outline.Field("walls", regions.WallCount);
        outline.Fact("vertices", OrbitWords.Counted(regions.VertexCount, regions.VertexOrbitCount, IsSymmetric), "vertices", regions.VertexCount);
        outline.Field("vertexOrbits", regions.VertexOrbitCount);
        CharacteristicReport.Describe(outline, regions.CharacteristicPolynomial);
        if (!regions.IsPartial)
        {
            outline.Fact("completeness", "of the cone: " + regions.Cone.Completeness);
        }

        outline.InDocument(json => json.Completeness(regions.Cone.Completeness));
        outline.Fact("method", ChamberOptions.MethodOf(regions.Origin, lackingZ3), "solver", regions.Origin);
        outline.Table("regions", regions.Orbits.Take(OrbitWords.RowsOnScreen), columns => columns
            .Right("orbit", orbit => orbit.Position + 1)
            .Right("regions", orbit => orbit.Size)
            .Right("stabiliser", orbit => groupOrder / orbit.Size)
            .Right("vertices", orbit => orbit.Representative.Vertices.Count)
            .Left("bounded", orbit => Prose.YesOrNo(orbit.Representative.IsBounded))
            .Left("signs of one region", orbit => orbit.Representative.ToString()));
        OrbitWords.Describe(outline, regions.Orbits.Count);
    }

    private void WriteForms(JsonOutput json)
    {
        json.Field("hyperplanes", _arrangement.Hyperplanes.Count);
        json.Field("forms", _arrangement.Rows.Count);
        json.Positions("constantForms", _arrangement.ConstantRows);
        json.MergedRows("proportionalForms", _arrangement.Hyperplanes);
        json.ExactRows("lineality", _arrangement.Lineality);
    }
}
