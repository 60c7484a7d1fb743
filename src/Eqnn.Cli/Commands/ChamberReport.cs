using System.Numerics;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Arrangements;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn chambers</c> about an arrangement through 0.</summary>
internal sealed class ChamberReport(ChamberEnumeration chambers, string title, Subrepresentation? space, ChamberSearchOptions limits, bool certified, bool lackingZ3) : Report
{
    private readonly Arrangement _arrangement = chambers.Arrangement;

    // The group may act on the rows with a kernel: stabilisers are those in the group that was asked for.
    private readonly BigInteger _groupOrder = space?.Decomposition.Set.Group.Order ?? chambers.Arrangement.SymmetryOrder;

    /// <inheritdoc/>
    public override LimitExceededException? Limit => chambers.IsPartial
        ? new LimitExceededException(_arrangement.Symmetry.Count == 0 ? "chambers" : "chamber orbits", limits.MaxOrbits, certified ? "more; the answer is partial and no certificate is written" : "more; the answer is partial", ChambersCommand.MoreThan(limits.MaxOrbits))
        : null;

    public override void Describe(Page page)
    {
        page.Heading(title);
        if (chambers.IsPartial)
        {
            page.Line($"partial: stopped at {(_arrangement.Symmetry.Count == 0 ? $"{chambers.Orbits.Count} {(chambers.Orbits.Count == 1 ? "chamber" : "chambers")}" : $"{chambers.Orbits.Count} {(chambers.Orbits.Count == 1 ? "orbit" : "orbits")} of chambers")}; every number from here on is a lower bound");
        }

        page.Fact("dimension", _arrangement.Lineality.Count == 0 ? $"{_arrangement.Dimension}" : $"{_arrangement.Dimension}, modulo a lineality space of dimension {_arrangement.Lineality.Count}");
        page.Fact("hyperplanes", Merged());
        page.Fact("field", CharacteristicReport.Field(_arrangement.Conductor));
        page.Fact("chambers", OrbitWords.Counted(chambers.ChamberCount, chambers.Orbits.Count, _arrangement.Symmetry.Count > 0));
        page.Fact("walls", OrbitWords.Counted(chambers.WallCount, chambers.WallOrbitCount, _arrangement.Symmetry.Count > 0));
        page.Fact("rays", OrbitWords.Counted(chambers.RayCount, chambers.RayOrbits.Count, _arrangement.Symmetry.Count > 0));
        if (!chambers.IsPartial)
        {
            page.Fact("simplicial", Prose.YesOrNo(chambers.IsSimplicial));
            if (chambers.CharacteristicPolynomial is { } polynomial)
            {
                CharacteristicReport.Describe(page, polynomial);
            }

            page.Fact("completeness", chambers.Completeness.ToString());
        }

        page.Fact("method", ChambersCommand.MethodOf(chambers.Origin, lackingZ3));
        const int RowsOnScreen = 40;
        var rows = new PageTable { Name = "chambers" }.Right("orbit").Right("chambers").Right("stabiliser").Right("rays").Left("signs of one chamber");
        foreach (var orbit in chambers.Orbits.Take(RowsOnScreen))
        {
            rows.Row(orbit.Position + 1, orbit.Size, _groupOrder / orbit.Size, orbit.Representative.Rays.Count, orbit.Representative.ToString());
        }

        page.Table(rows);
        OrbitWords.Describe(page, chambers.Orbits.Count - RowsOnScreen);
    }

    private string Merged()
    {
        var text = $"{_arrangement.Hyperplanes.Count} from {_arrangement.Rows.Count} rows, {_arrangement.ZeroRows.Count} of them zero";
        var merged = _arrangement.Hyperplanes.Where(h => h.Rows.Count > 1).ToList();
        const int Shown = 8;
        return merged.Count == 0 ? text : $"{text}; parallel: {string.Join(", ", merged.Take(Shown))}{(merged.Count > Shown ? $" and {merged.Count - Shown} more" : "")}";
    }

    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        if (chambers.IsPartial)
        {
            json.Field("partial", true);
        }

        if (space is not null)
        {
            ChambersCommand.WriteSpace(json, space, null);
        }

        json.Field("dimension", _arrangement.Dimension);
        json.Field("hyperplanes", _arrangement.Hyperplanes.Count);
        json.Field("coordinates", _arrangement.Rows.Count);
        json.Field("zeroCoordinates", _arrangement.ZeroRows.Count);
        json.Positions("zeroRows", _arrangement.ZeroRows);
        json.MergedRows("parallelRows", _arrangement.Hyperplanes);
        json.ExactRows("lineality", _arrangement.Lineality);
        json.Field("chambers", chambers.ChamberCount);
        json.Records("chamberOrbits", chambers.Orbits, orbit =>
        {
            json.ChamberOrbit(orbit.Representative.RowSigns, orbit.Size, _groupOrder);
            json.Positions("walls", orbit.Representative.Walls);
        });
        json.Field("walls", chambers.WallCount);
        json.Field("wallOrbits", chambers.WallOrbitCount);
        json.Field("rays", chambers.RayCount);
        json.Records("rayOrbits", chambers.RayOrbits, orbit => json.RayOrbit(orbit.Direction, orbit.Size, _groupOrder));
        json.Field("simplicial", chambers.IsPartial ? null : chambers.IsSimplicial);
        CharacteristicReport.Write(json, chambers.CharacteristicPolynomial);
        json.Completeness(chambers.Completeness);
        json.Field("solver", chambers.Origin);
    });
}
