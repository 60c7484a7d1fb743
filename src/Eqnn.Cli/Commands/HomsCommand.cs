using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn homs G --on X --to Y</c>: the equivariant linear maps between two permutation representations.</summary>
internal sealed class HomsCommand : EqnnCommand
{
    private const int PatternOnScreen = 400;
    private const long PatternEntries = 4_000_000;

    private static readonly Option<string> To = new("--to") { HelpName = "GSET", Description = "the target G-set; default: the same as --on" };
    private static readonly Option<bool> Pattern = new("--pattern") { Description = "the weight sharing pattern: row y, column x holds the number of the orbital of (y, x)" };

    /// <inheritdoc/>
    public override string Name => "homs";

    /// <inheritdoc/>
    public override string Summary => "the equivariant linear maps between functions on two G-sets";

    /// <inheritdoc/>
    public override string Details =>
        """
        Each orbit of the group on pairs (y, x), an orbital, gives one 0/1 matrix; they are a basis. The pattern shows all of them in one matrix:
        equal numbers are weights that must be equal. It is shown for up to 400 pairs, beyond that with --pattern.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn homs S4 --on points", "deep sets: the diagonal and the rest"),
        ("eqnn homs C6 --on regular", "circular convolution"),
        ("eqnn homs S4 --on points --to subsets:2", "from points to pairs"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, To, Pattern];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var group = Inputs.Group(query);
        var on = query.Value(CommonOptions.On);
        var source = Inputs.Set(group, on, "--on");
        var target = query.Value(To) is { } to ? Inputs.Set(group, to, "--to") : source;
        var pairs = (BigInteger)source.Size * target.Size;
        if (query.Has(Pattern) && pairs > PatternEntries)
        {
            throw new LimitExceededException("entries of a pattern", PatternEntries, FormattableString.Invariant($"{pairs}"), "leave out --pattern, or choose smaller G-sets");
        }

        return new Result(OrbitalBasis.Of(source, target), query.Has(Pattern), query.Has(Pattern) || pairs <= PatternOnScreen);
    }

    private sealed class Result(OrbitalBasis basis, bool patternAsked, bool patternOnPage) : Report
    {
        public override void Describe(Page page)
        {
            var group = basis.Source.Group;
            page.Heading($"{group.Name}, order {group.Order}: equivariant linear maps from functions on {basis.Source.Name} to functions on {basis.Target.Name}");
            page.Fact("dimension", $"{basis.Orbitals.Count} (of {(BigInteger)basis.Source.Size * basis.Target.Size} for all linear maps, {basis.Target.Size} x {basis.Source.Size})");
            var rows = new PageTable().Left("orbital").Right("y").Right("x").Right("ones").Right("orbit of y").Right("orbit of x");
            foreach (var orbital in basis.Orbitals)
            {
                rows.Row(orbital.Position + 1, orbital.TargetPoint + 1, orbital.SourcePoint + 1, orbital.PairCount, orbital.TargetOrbit + 1, orbital.SourceOrbit + 1);
            }

            page.Table(rows);
            if (patternOnPage)
            {
                page.Line("pattern: row y, column x holds the number of the orbital of (y, x)");
                var pattern = new PageTable().Left("");
                for (var x = 1; x <= basis.Source.Size; x++)
                {
                    pattern.Right(x);
                }

                for (var y = 0; y < basis.Target.Size; y++)
                {
                    pattern.Row([(Prose)(y + 1), .. Row(y).Select(number => (Prose)number)]);
                }

                page.Table(pattern);
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            Shapes.Group(json, basis.Source.Group);
            Shapes.Set(json, "on", basis.Source);
            Shapes.Set(json, "to", basis.Target);
            json.Field("dimension", (BigInteger)basis.Orbitals.Count);
            json.Records("orbitals", basis.Orbitals, orbital =>
            {
                json.Row("representative", [orbital.TargetPoint + 1, orbital.SourcePoint + 1]);
                json.Field("ones", (BigInteger)orbital.PairCount);
                json.Field("targetOrbit", orbital.TargetOrbit + 1);
                json.Field("sourceOrbit", orbital.SourceOrbit + 1);
            });
            if (patternAsked)
            {
                json.List("pattern", Enumerable.Range(0, (int)basis.Target.Size), y => json.Row(Row(y)));
            }
        });

        private IEnumerable<int> Row(int y) => Enumerable.Range(0, (int)basis.Source.Size).Select(x => basis.PositionOf(y, x) + 1);
    }
}
