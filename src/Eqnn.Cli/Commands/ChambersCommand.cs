using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Drawing;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn chambers G L --on X</c> and <c>eqnn chambers @arrangement.json</c>: the regions of a central arrangement, up to symmetry.</summary>
internal sealed class ChambersCommand : EqnnCommand
{
    private static readonly Argument<string> Subject = new("GROUP") { Description = "a group, or @arrangement.json: {\"vectors\": [[1, \"-1/2\", \"E(5)+E(5)^4\"], ...], \"symmetry\": {...}}" };
    private static readonly Argument<string> Simples = new("SIMPLES") { Description = "the simple whose ReLU fan is asked for, or several: L1+L2", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The whole isotypic component in place of one copy.</summary>
    public static Option<bool> Isotypic { get; } = new("--isotypic") { Description = "where a simple occurs several times: the whole isotypic component, not one copy" };

    /// <summary>The bound on the enumeration.</summary>
    public static Option<string> MaxOrbits { get; } = new("--max-orbits") { HelpName = "N", Description = "largest number of chamber orbits that are enumerated" };

    /// <inheritdoc/>
    public override string Name => "chambers";

    /// <inheritdoc/>
    public override string Summary => "the chambers, walls and rays of a ReLU fan or of any central arrangement, up to symmetry";

    /// <inheritdoc/>
    public override string Details =>
        """
        The hyperplanes {v : v_x = 0}, x in the G-set, cut the space of a simple into chambers, on each of which ReLU is linear. Chambers are counted up to the group, exactly:
        zeros and signs are decided in the field of the coordinates, and the count is confirmed by Zaslavsky's theorem where that is feasible.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn chambers S5 standard --on points", "30 chambers in 4 orbits"),
        ("eqnn chambers C9 L1+L2", "a degenerate arrangement over the cyclotomic field of conductor 9: 144 chambers"),
        ("eqnn chambers A5 L1 --on cosets:(1,2,3) --format json", "an icosahedral arrangement, for programs"),
        ("eqnn chambers A5 L1 --on cosets:(1,2,3) --svg fan.svg", "its picture on the two halves of a sphere"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Subject, Simples];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, Isotypic, MaxOrbits, CommonOptions.Svg];

    /// <summary>The limits of an enumeration.</summary>
    public static ChamberSearchOptions LimitsOf(Query query) => query.Value(MaxOrbits) is { } bound
        ? ChamberSearchOptions.Default.WithMaxOrbits(long.TryParse(bound, System.Globalization.CultureInfo.InvariantCulture, out var orbits) && orbits > 0
            ? orbits
            : throw new InputException($"--max-orbits: '{bound}' is not a positive number"))
        : ChamberSearchOptions.Default;

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var limits = LimitsOf(query);
        var subject = query.Required(Subject);
        if (query.Value(Simples) is not { } labels)
        {
            if (!subject.StartsWith('@'))
            {
                throw new InputException($"chambers: SIMPLES is missing; usage: {HelpPage.Usage(this)}");
            }

            var path = subject[1..];
            var text = File.Exists(path) ? File.ReadAllText(path) : throw new InputException($"no such file: {path}");
            var given = Border.Read("arrangement", () => Arrangement.Parse(text));
            if (query.Value(CommonOptions.Svg) is { } picture)
            {
                AtomicFile.Write(picture, Border.Read("--svg", () => MapDrawing.ArrangementToSvg(given, path)));
            }

            return new Result(ChamberEnumeration.Of(given, limits, query.Progress, query.CancellationToken), subject, null);
        }

        var table = Inputs.Table(query, Subject);
        var simples = labels.Split('+').Select(label => Inputs.Simple(table, label.Trim())).ToList();
        var set = Inputs.Set(table.Group, query.Value(CommonOptions.On), "--on");
        var space = Inputs.Space(IsotypicDecomposition.Of(table, set), simples, query.Has(Isotypic));
        if (query.Value(CommonOptions.Svg) is { } svg)
        {
            AtomicFile.Write(svg, Border.Read("--svg", () => MapDrawing.FanToSvg(EquivariantFan.Of(space, limits, query.Progress, query.CancellationToken), $"{table.Group.Name} on {set.Name}: the fan of {labels}")));
        }

        var arrangement = Arrangement.FromRows(Enumerable.Range(0, (int)set.Size).Select(space.FormAt)).WithSymmetry(set.GeneratorActions);
        return new Result(ChamberEnumeration.Of(arrangement, limits, query.Progress, query.CancellationToken), $"{table.Group.Name}, order {table.Group.Order}: the ReLU fan of {space}", space);
    }

    private sealed class Result(ChamberEnumeration chambers, string title, Subrepresentation? space) : Report
    {
        private readonly Arrangement _arrangement = chambers.Arrangement;

        // The group may act on the rows with a kernel: stabilisers are those in the group that was asked for.
        private readonly BigInteger _groupOrder = space?.Decomposition.Set.Group.Order ?? chambers.Arrangement.SymmetryOrder;

        public override void Describe(Page page)
        {
            page.Heading(title);
            page.Fact("dimension", _arrangement.Lineality.Count == 0 ? $"{_arrangement.Dimension}" : $"{_arrangement.Dimension}, modulo a lineality space of dimension {_arrangement.Lineality.Count}");
            page.Fact("hyperplanes", $"{_arrangement.Hyperplanes.Count} from {_arrangement.Rows.Count} rows, {_arrangement.ZeroRows.Count} of them zero");
            page.Fact("field", _arrangement.Conductor == 1 ? "the rationals" : $"real subfield of the cyclotomic field of conductor {_arrangement.Conductor}");
            page.Fact("chambers", $"{chambers.ChamberCount} in {chambers.Orbits.Count} {(chambers.Orbits.Count == 1 ? "orbit" : "orbits")}");
            page.Fact("walls", $"{chambers.WallCount} in {chambers.WallOrbitCount} {(chambers.WallOrbitCount.IsOne ? "orbit" : "orbits")}");
            page.Fact("rays", $"{chambers.RayCount} in {chambers.RayOrbits.Count} {(chambers.RayOrbits.Count == 1 ? "orbit" : "orbits")}");
            page.Fact("simplicial", Prose.YesOrNo(chambers.IsSimplicial));
            page.Fact("completeness", chambers.Completeness.ToString());
            page.Fact("method", chambers.Origin);
            const int RowsOnScreen = 40;
            var rows = new PageTable().Right("orbit").Right("chambers").Right("stabiliser").Right("rays").Left("signs of one chamber");
            foreach (var orbit in chambers.Orbits.Take(RowsOnScreen))
            {
                rows.Row(orbit.Position + 1, orbit.Size, _groupOrder / orbit.Size, orbit.Representative.Rays.Count, orbit.Representative.ToString());
            }

            page.Table(rows);
            if (chambers.Orbits.Count > RowsOnScreen)
            {
                page.Line($"and {chambers.Orbits.Count - RowsOnScreen} more orbits: all of them with --format json");
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            if (space is not null)
            {
                Shapes.Group(json, space.Decomposition.Set.Group);
                Shapes.Set(json, "on", space.Decomposition.Set);
                json.Row("simples", space.Simples.Select(simple => simple.Label));
            }

            json.Field("dimension", _arrangement.Dimension);
            json.Field("hyperplanes", _arrangement.Hyperplanes.Count);
            json.Field("coordinates", _arrangement.Rows.Count);
            json.Field("zeroCoordinates", _arrangement.ZeroRows.Count);
            json.Field("chambers", chambers.ChamberCount);
            json.Records("chamberOrbits", chambers.Orbits, orbit =>
            {
                json.Row("representative", orbit.Representative.RowSigns);
                json.Field("size", orbit.Size);
                json.Field("stabiliserOrder", _groupOrder / orbit.Size);
            });
            json.Field("walls", chambers.WallCount);
            json.Field("wallOrbits", chambers.WallOrbitCount);
            json.Field("rays", chambers.RayCount);
            json.Records("rayOrbits", chambers.RayOrbits, orbit =>
            {
                Shapes.Values(json, "representative", orbit.Direction);
                json.Field("size", orbit.Size);
                json.Field("stabiliserOrder", _groupOrder / orbit.Size);
            });
            json.Field("simplicial", chambers.IsSimplicial);
            json.Record("completeness", () =>
            {
                json.Field("found", chambers.Completeness.Found);
                if (chambers.Completeness.Zaslavsky is { } count)
                {
                    json.Field("zaslavsky", count);
                }
                else
                {
                    json.Null("zaslavsky");
                }
            });
            json.Field("solver", chambers.Origin);
        });
    }
}
