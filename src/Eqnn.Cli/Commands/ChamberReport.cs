using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Arrangements;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn chambers</c> about an arrangement through 0. The group may act on the rows with a kernel: stabilisers are those in the group that was asked for.</summary>
internal sealed class ChamberReport(ChamberEnumeration chambers, string title, BigInteger groupOrder, ChamberSearchOptions limits, bool certified, bool lackingZ3, Action<JsonOutput>? head) : OutlinedReport
{
    private readonly Arrangement _arrangement = chambers.Arrangement;

    /// <inheritdoc/>
    public override LimitExceededException? Limit => chambers.IsPartial
        ? new LimitExceededException(_arrangement.Symmetry.Count == 0 ? "chambers" : "chamber orbits", limits.MaxOrbits, certified ? "more; the answer is partial and no certificate is written" : "more; the answer is partial", ChamberOptions.MoreThan(limits.MaxOrbits))
        : null;

    protected override void Describe(Outline outline)
    {
        var isSymmetric = _arrangement.Symmetry.Count > 0;
        outline.Heading(title);
        if (chambers.IsPartial)
        {
            outline.Line($"partial: stopped at {(isSymmetric ? $"{OrbitWords.Count(chambers.Orbits.Count)} of chambers" : $"{chambers.Orbits.Count} {(chambers.Orbits.Count == 1 ? "chamber" : "chambers")}")}; every number from here on is a lower bound");
            outline.Field("partial", true);
        }

        outline.InDocument(json => head?.Invoke(json));
        outline.Fact("dimension", _arrangement.Lineality.Count == 0 ? $"{_arrangement.Dimension}" : $"{_arrangement.Dimension}, modulo a lineality space of dimension {_arrangement.Lineality.Count}", "dimension", _arrangement.Dimension);
        outline.Fact("hyperplanes", Merged(), WriteRows);
        outline.Fact("field", CharacteristicReport.Field(_arrangement.Conductor));
        outline.Fact("chambers", OrbitWords.Counted(chambers.ChamberCount, chambers.Orbits.Count, isSymmetric), json =>
        {
            json.Field("chambers", chambers.ChamberCount);
            json.Records("chamberOrbits", chambers.Orbits, orbit =>
            {
                json.ChamberOrbit(orbit.Representative.RowSigns, orbit.Size, groupOrder);
                json.Positions("walls", orbit.Representative.Walls);
            });
        });
        outline.Fact("walls", OrbitWords.Counted(chambers.WallCount, chambers.WallOrbitCount, isSymmetric), "walls", chambers.WallCount);
        outline.Field("wallOrbits", chambers.WallOrbitCount);
        outline.Fact("rays", OrbitWords.Counted(chambers.RayCount, chambers.RayOrbits.Count, isSymmetric), "rays", chambers.RayCount);
        outline.InDocument(json => json.Records("rayOrbits", chambers.RayOrbits, orbit => json.RayOrbit(orbit.Direction, orbit.Size, groupOrder)));
        if (chambers.IsPartial)
        {
            outline.Field("simplicial", (bool?)null);
        }
        else
        {
            outline.Fact("simplicial", "simplicial", chambers.IsSimplicial);
        }

        CharacteristicReport.Describe(outline, chambers.CharacteristicPolynomial);
        outline.InDocument(json => json.Completeness(chambers.Completeness));
        if (!chambers.IsPartial)
        {
            outline.Fact("completeness", chambers.Completeness.ToString());
        }

        outline.Fact("method", ChamberOptions.MethodOf(chambers.Origin, lackingZ3), "solver", chambers.Origin);
        outline.Table("chambers", chambers.Orbits.Take(OrbitWords.RowsOnScreen), columns => columns
            .Right("orbit", orbit => orbit.Position + 1)
            .Right("chambers", orbit => orbit.Size)
            .Right("stabiliser", orbit => groupOrder / orbit.Size)
            .Right("rays", orbit => orbit.Representative.Rays.Count)
            .Left("signs of one chamber", orbit => orbit.Representative.ToString()));
        OrbitWords.Describe(outline, chambers.Orbits.Count);
    }

    private void WriteRows(JsonOutput json)
    {
        json.Field("hyperplanes", _arrangement.Hyperplanes.Count);
        json.Field("coordinates", _arrangement.Rows.Count);
        json.Field("zeroCoordinates", _arrangement.ZeroRows.Count);
        json.Positions("zeroRows", _arrangement.ZeroRows);
        json.MergedRows("parallelRows", _arrangement.Hyperplanes);
        json.ExactRows("lineality", _arrangement.Lineality);
    }

    private string Merged()
    {
        var text = $"{_arrangement.Hyperplanes.Count} from {_arrangement.Rows.Count} rows, {_arrangement.ZeroRows.Count} of them zero";
        var merged = _arrangement.Hyperplanes.Where(h => h.Rows.Count > 1).ToList();
        const int Shown = 8;
        return merged.Count == 0 ? text : $"{text}; parallel: {string.Join(", ", merged.Take(Shown))}{(merged.Count > Shown ? $" and {merged.Count - Shown} more" : "")}";
    }
}
