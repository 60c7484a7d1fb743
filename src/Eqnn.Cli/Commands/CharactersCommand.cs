using System.CommandLine;
using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn characters G</c>: the complex character table.</summary>
internal sealed class CharactersCommand : EqnnCommand
{
    private static readonly Option<string> Quotient = new("--quotient") { HelpName = "K", Description = "the table of G/N instead, N the K-th of eqnn normal-subgroups" };

    private static readonly Option<string> Rows = new("--rows")
    {
        HelpName = "LIST",
        Description = "only these characters: numbers, ranges, labels, as 1..10,X.42; in JSON as well. Of more than 60 the first 12 are shown unless all are asked for by --full",
    };

    private static readonly Option<bool> Automorphisms = new("--automorphisms") { Description = "also the automorphisms of the table, as permutations of the classes" };

    /// <inheritdoc/>
    public override string Name => "characters";

    /// <inheritdoc/>
    public override string Summary => "the character table, exact, with power maps, indicators and kernels";

    /// <inheritdoc/>
    public override string Details =>
        """
        Classes are sorted by element order, size, and least representative; the identity is first. They are named by element order and a letter, as 5a, 5b.
        The trivial character X.1 is first; of a cyclic group follow the frequencies 1..n-1, else characters are sorted by degree, conductor and values.
        Format gap is laid out as GAP's Display, with . for 0 and letters for irrational values.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn characters A5", "values with square roots"),
        ("eqnn characters A5 --format gap", "as GAP displays it"),
        ("eqnn characters S4 --format latex", "a tabular for a paper"),
        ("eqnn characters D4 --format json", "for programs"),
        ("eqnn characters S4 --quotient 2", "the table of S4 modulo its four-group"),
        ("eqnn characters C7:C3 --automorphisms", "two Galois automorphisms and no more"),
        ("eqnn characters S14 --rows X.3,134..135 --columns 1a,2a,13a", "a part of a large table"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Inputs.At, Rows, TableParts.OfClasses, Quotient, Automorphisms];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Gap];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var group = Inputs.Group(query);
        var isStreamed = DocumentSize.IsStreamed(group, query.Value(Rows) is not null, query);
        var table = CharacterTable.Of(group, query.Progress, query.CancellationToken);
        var at = Inputs.ClassesAt(table.Group, query.Value(Inputs.At));
        QuotientGroup? quotient = null;
        if (query.Number(Quotient, 1) is { } number)
        {
            var lattice = NormalSubgroupLattice.Of(table, query.Progress, query.CancellationToken);
            quotient = number <= lattice.Subgroups.Count
                ? QuotientGroup.Of(lattice.Subgroups[(int)number - 1])
                : throw new InputException(FormattableString.Invariant($"--quotient: {table.Group.Name} has the normal subgroups 1 to {lattice.Subgroups.Count}; eqnn normal-subgroups lists them"));
            table = CharacterTable.Of(quotient.Group, query.Progress, query.CancellationToken);
            at = at?.Select(c => quotient.ClassMap()[c]).ToList();
        }

        if (query.Format == OutputFormat.Gap && (query.Value(Rows) is not null || query.Value(TableParts.OfClasses) is not null))
        {
            throw new InputException("--rows and --columns: the GAP form is that of a whole table");
        }

        var parts = TableParts.Of(query, Rows, [.. table.Irreducibles.Select(character => character.Label)], "character", table.Classes);
        return new Result(table, parts, at, quotient, query.Has(Automorphisms) ? TableAutomorphisms.Of(table, query.CancellationToken) : null, isStreamed);
    }

    /// <summary>The primes that divide the exponent (so the order) of the group, with their power maps.</summary>
    private static List<(string Prime, IReadOnlyList<int> Map)> PowerMaps(CharacterTable table) =>
        [.. NumberTheory.PrimeFactors((long)table.Group.Exponent).Select(p => (p.ToString(CultureInfo.InvariantCulture), table.Group.PowerMap(p)))];

    private sealed class Result(CharacterTable table, TableParts parts, IReadOnlyList<int>? at, QuotientGroup? quotient, FiniteGroup? automorphisms, bool isStreamed) : OutlinedReport
    {
        public override bool IsStream => isStreamed;

        public override void WriteGap(TextWriter gap) => GapDisplay.Write(gap, table);

        protected override void Describe(Outline outline)
        {
            var names = ClassNames.Of(table.Classes);
            outline.Heading($"{table.Group.Name}, order {table.Group.Order}: character table");
            if (quotient is not null)
            {
                var above = ClassNames.Of(quotient.Kernel.Lattice.Table.Classes);
                outline.Line($"classes from those of {quotient.Kernel.Lattice.Table.Group.Name}: {string.Join(", ", quotient.ClassMap().Select((c, i) => above[i] + " to " + names[c]))}");
            }

            var shown = parts.Rows.Positions.Select(i => table.Irreducibles[i]).ToList();
            var powers = PowerMaps(table);
            outline.OnPage(page => parts.Describe(page, "characters"));
            outline.OnPage(page => page.Table(ClassFunctionTable.Of(table, names, shown.Select(character => (character.Label, character.Values)), parts.Columns)));
            outline.Table("classes", parts.Columns.Positions.Select(i => table.Classes[i]), columns => columns
                .Left("class", c => names[c.Position])
                .Right("size", c => c.Size)
                .Right("centralizer", c => c.CentralizerOrder)
                .RightOfEach(powers, power => "^" + power.Prime, (c, power) => names[power.Map[c.Position]])
                .Left("representative", c => Prose.List([c.Representative.ToString()])));
            outline.InDocument(json =>
            {
                json.Group(table.Group);
                json.Classes(table.Group);
                json.Object("powerMaps", () =>
                {
                    foreach (var (prime, map) in powers)
                    {
                        json.Positions(prime, map);
                    }
                });
            });
            outline.Objects("characters", "characters", shown, columns => columns
                .Text("character", "label", character => character.Label)
                .Count("degree", "degree", character => character.Degree)
                .Count("indicator", "indicator", character => character.Indicator)
                .Right("kernel", character => character.KernelOrder)
                .Left("classes of the kernel", character => ClassNames.Set(names, character.KernelClassPositions))
                .Fields((json, character) => json.ExactRow("values", character.Values.Values))
                .Fields((json, character) => json.Positions("kernel", character.KernelClassPositions)));
            outline.InDocument(json => json.List("simples", table.Simples, simple => json.Object(() => json.Simple(simple))));
            outline.Field("origin", table.Origin);
            if (quotient is not null)
            {
                outline.InDocument(json => json.Object("quotient", () =>
                {
                    json.Field("of", quotient.Kernel.Lattice.Table.Group.Name);
                    json.Field("kernelOrder", quotient.Kernel.Order);
                    json.Positions("classMap", quotient.ClassMap());
                }));
            }

            if (automorphisms is not null)
            {
                outline.Object("automorphisms", part =>
                {
                    part.Fact("automorphisms of the table", $"order {automorphisms.Order}", "order", automorphisms.Order);
                    part.Fact("on the classes, numbered", automorphisms.Generators.Count == 0 ? "()" : string.Join("; ", automorphisms.Generators), json => json.Permutations("generators", automorphisms.Generators));
                });
            }

            Shapes.At(outline, names, at);
        }
    }
}
