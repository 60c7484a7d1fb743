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
    /// <summary>A file of elements whose classes are wanted.</summary>
    public static Option<string> At { get; } = new("--at")
    {
        HelpName = "@FILE",
        Description = "also say in which class each element of FILE lies: a JSON list of image lists, [[2,1,3],...]",
    };

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
    public override IReadOnlyList<Option> Options => [At, Rows, TableParts.OfClasses, Quotient, Automorphisms];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Gap];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var group = Inputs.Group(query);
        var isStreamed = DocumentSize.IsStreamed(group, query.Value(Rows) is not null, query);
        var table = CharacterTable.Of(group, query.Progress, query.CancellationToken);
        var at = Inputs.ClassesAt(table.Group, query.Value(At));
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

    /// <summary>A table of class functions: a column for each class, a row for each function.</summary>
    public static PageTable ValueTable(CharacterTable table, IReadOnlyList<string> names, IEnumerable<(string Label, ClassFunction Function)> rows, TablePart? columns = null)
    {
        var positions = columns?.Positions ?? [.. Enumerable.Range(0, names.Count)];
        var page = new PageTable { HeadRows = 1, Name = "values" }.Left("class");
        foreach (var c in positions)
        {
            page.Right(names[c]);
        }

        page.Row([(Prose)"size", .. positions.Select(c => (Prose)table.Classes[c].Size)]);
        foreach (var (label, function) in rows)
        {
            page.Row([(Prose)label, .. positions.Select(c => (Prose)function.Values[c])]);
        }

        return page;
    }

    /// <summary>The line on the elements of <c>--at</c>.</summary>
    public static void DescribeAt(Page page, IReadOnlyList<string> names, IReadOnlyList<int>? at)
    {
        if (at is not null)
        {
            page.Fact("classes of the elements", Prose.List(at.Select(position => names[position])));
        }
    }

    /// <summary>The primes that divide the exponent (so the order) of the group, with their power maps.</summary>
    private static List<(string Prime, IReadOnlyList<int> Map)> PowerMaps(CharacterTable table) =>
        [.. NumberTheory.PrimeFactors((long)table.Group.Exponent).Select(p => (p.ToString(CultureInfo.InvariantCulture), table.Group.PowerMap(p)))];

    private sealed class Result(CharacterTable table, TableParts parts, IReadOnlyList<int>? at, QuotientGroup? quotient, FiniteGroup? automorphisms, bool isStreamed) : Report
    {
        public override bool IsStream => isStreamed;

        public override void Describe(Page page)
        {
            var names = ClassNames.Of(table.Classes);
            page.Heading($"{table.Group.Name}, order {table.Group.Order}: character table");
            if (quotient is not null)
            {
                var above = ClassNames.Of(quotient.Kernel.Lattice.Table.Classes);
                page.Line($"classes from those of {quotient.Kernel.Lattice.Table.Group.Name}: {string.Join(", ", quotient.ClassMap().Select((c, i) => above[i] + " to " + names[c]))}");
            }

            parts.Describe(page, "characters");
            var shown = parts.Rows.Positions.Select(i => table.Irreducibles[i]).ToList();
            page.Table(ValueTable(table, names, shown.Select(character => (character.Label, character.Values)), parts.Columns));

            var classes = new PageTable { Name = "classes" }.Left("class").Right("size").Right("centralizer");
            foreach (var (prime, _) in PowerMaps(table))
            {
                classes.Right("^" + prime);
            }

            classes.Left("representative");
            foreach (var c in parts.Columns.Positions.Select(i => table.Classes[i]))
            {
                classes.Row(
                [
                    (Prose)names[c.Position], c.Size, c.CentralizerOrder,
                    .. PowerMaps(table).Select(power => (Prose)names[power.Map[c.Position]]),
                    Prose.List([c.Representative.ToString()]),
                ]);
            }

            page.Table(classes);

            var characters = new PageTable { Name = "characters" }.Left("character").Right("degree").Right("indicator").Right("kernel").Left("classes of the kernel");
            foreach (var character in shown)
            {
                characters.Row(character.Label, character.Degree, character.Indicator, character.KernelOrder, ClassNames.Set(names, character.KernelClassPositions));
            }

            page.Table(characters);
            if (automorphisms is not null)
            {
                page.Fact("automorphisms of the table", $"order {automorphisms.Order}");
                page.Fact("on the classes, numbered", automorphisms.Generators.Count == 0 ? "()" : string.Join("; ", automorphisms.Generators));
            }

            DescribeAt(page, names, at);
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.Group(table.Group);
            json.Classes(table.Group);
            json.Object("powerMaps", () =>
            {
                foreach (var (prime, map) in PowerMaps(table))
                {
                    json.Positions(prime, map);
                }
            });
            json.List("characters", parts.Rows.Positions.Select(i => table.Irreducibles[i]), character => json.Object(() =>
            {
                json.Field("label", character.Label);
                json.Field("degree", character.Degree);
                json.Field("indicator", character.Indicator);
                json.ExactRow("values", character.Values.Values);
                json.Positions("kernel", character.KernelClassPositions);
            }));
            json.List("simples", table.Simples, simple => json.Object(() => json.Simple(simple)));
            json.Field("origin", table.Origin);
            if (quotient is not null)
            {
                json.Object("quotient", () =>
                {
                    json.Field("of", quotient.Kernel.Lattice.Table.Group.Name);
                    json.Field("kernelOrder", quotient.Kernel.Order);
                    json.Positions("classMap", quotient.ClassMap());
                });
            }

            if (automorphisms is not null)
            {
                json.Object("automorphisms", () =>
                {
                    json.Field("order", automorphisms.Order);
                    json.Permutations("generators", automorphisms.Generators);
                });
            }

            Shapes.At(json, at);
        });

        public override void WriteGap(TextWriter gap) => GapDisplay.Write(gap, table);
    }
}
