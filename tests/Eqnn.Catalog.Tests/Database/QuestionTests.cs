using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Database;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Catalog.Tests.Database;

/// <summary>What the database answers, computed again by the library for every group of the catalog.</summary>
public sealed partial class QuestionTests(SearchableCatalog catalog) : IClassFixture<SearchableCatalog>
{
    private readonly List<CharacterTable> _tables = [.. catalog.Plan.Entries.Select(entry => CharacterTable.Of(FiniteGroup.Parse(entry.Group)))];

    [Fact]
    public void Unjoined_pairs_of_type_C() => Compare("unjoined", ["group", "source", "target"], _tables.SelectMany(table => Pairs(table)
        .Where(pair => pair.Source.Type == SimpleType.Complex && pair.Target.Type == SimpleType.Complex && SameKernel(pair.Source, pair.Target) && !(Distance(table, "relu", pair) <= 1))
        .Select(pair => Row(table, pair.Source.Label, pair.Target.Label))));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Groups_that_need_so_many_layers(int layers) => Compare("depth", ["group"], _tables.Where(table => LargestDepth(table) == layers).Select(table => Row(table)), ("layers", layers));

    [Fact]
    public void Simples_of_type_H_with_a_quotient_that_is_not_abelian() => Compare("nonabelian-kernel-quotient", ["group", "simple"], _tables.SelectMany(table => table.Simples
        .Where(simple => simple.Type == SimpleType.Quaternionic && !HasAbelianQuotient(simple)).Select(simple => Row(table, simple.Label))));

    [Fact]
    public void Simples_of_type_C_with_a_quotient_that_is_not_abelian() => Compare("nonabelian-kernel-quotient", ["group", "simple"], _tables.SelectMany(table => table.Simples
        .Where(simple => simple.Type == SimpleType.Complex && !HasAbelianQuotient(simple)).Select(simple => Row(table, simple.Label))), ("type", "C"));

    [Theory]
    [InlineData('R', SimpleType.Real)]
    [InlineData('C', SimpleType.Complex)]
    [InlineData('H', SimpleType.Quaternionic)]
    public void Groups_with_a_simple_of_a_type(char letter, SimpleType type) => Compare("type", ["group", "simples"], _tables
        .Select(table => (table, count: table.Simples.Count(simple => simple.Type == type))).Where(pair => pair.count > 0).Select(pair => Row(pair.table, pair.count)), ("type", letter));

    [Fact]
    public void Pairs_that_abs_never_joins() => Compare("never", ["group", "source", "target"], _tables.SelectMany(table => Pairs(table)
        .Where(pair => KernelCriterion.Decide(pair.Source, pair.Target).IsPossible && Distance(table, "abs", pair) is null).Select(pair => Row(table, pair.Source.Label, pair.Target.Label))));

    [Fact]
    public void Maps_beyond_one_layer()
    {
        // Fans of dimension 1 and 2 have another route in the documents; here all of them are enumerated.
        var small = _tables.Where(table => table.Group.Order <= 9).ToList();
        var wanted = small.SelectMany(table => Fans(table).SelectMany(fan => table.Simples.Where(target => KernelCriterion.Decide(fan.Source, target).IsPossible)
            .Select(target => (target, space: EquivariantMapSpace.TryOf(fan.Fan, target)!)).Where(pair => pair.space.OneLayerDimension < pair.space.Dimension)
            .Select(pair => Row(table, fan.Source.Label, pair.target.Label, pair.space.Dimension, pair.space.OneLayerDimension))));
        Assert.Equal(Sorted(wanted), Sorted(Ask("beyond-one-layer", ["group", "source", "target", "dimension", "one_layer"]).Where(row => small.Any(table => row.StartsWith(table.Group.Name + " ", StringComparison.Ordinal)))));
    }

    [Fact]
    public void Groups_with_one_minimal_normal_subgroup() => Compare("one-minimal-normal", ["group", "minimal_order"], _tables.Where(table => table.NormalSubgroups.Trivial.UpperCovers.Count == 1)
        .Select(table => Row(table, table.NormalSubgroups.Trivial.UpperCovers[0].Order)));

    [Fact]
    public void Groups_without_a_faithful_simple() => Compare("no-faithful-simple", ["group"], _tables.Where(table => table.Simples.All(simple => !simple.KernelOrder.IsOne)).Select(table => Row(table)));

    [Fact]
    public void Simples_with_maps_to_themselves_and_the_trivial_one_only() => Compare("selfish", ["group", "simple"], _tables.SelectMany(table => table.Simples
        .Where(simple => !simple.IsTrivial && table.Simples.Count(target => KernelCriterion.Decide(simple, target).IsPossible) == 2).Select(simple => Row(table, simple.Label))));

    [Fact]
    public void Groups_under_two_names()
    {
        var ids = _tables.Select(table => (table.Group.Name, GroupIdentification.Of(table.Group).Id)).ToList();
        var wanted = ids.SelectMany(a => ids.Where(b => a.Id == b.Id && string.CompareOrdinal(a.Name, b.Name) < 0).Select(b => $"{a.Name} {b.Name}"));
        Assert.Equal(Sorted(wanted), Sorted(Ask("named-twice", ["group", "also"])));
        Assert.Contains("D4 SmallGroup(8,3)", wanted);
    }

    [Fact]
    public void What_limits_stopped_is_what_the_index_counts()
    {
        var counted = new Catalog.Folders.CatalogFolder(catalog.Folder).ReadIndex().Where(record => record.Limits > 0).Select(record => FormattableString.Invariant($"{record.Group} {record.Limits}"));
        Assert.Equal(Sorted(counted), Sorted(Ask("limits", ["group"]).CountBy(group => group).Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}"))));
    }

    private void Compare(string question, string[] columns, IEnumerable<string> wanted, params (string Name, object Value)[] values)
    {
        var rows = Ask(question, columns, values);
        Assert.Equal(Sorted(wanted), Sorted(rows));
        Assert.NotEmpty(rows);
    }

    private List<string> Ask(string question, string[] columns, params (string Name, object Value)[] values)
    {
        var result = CatalogQuestion.TryFind(question)!.Ask(catalog.Database, values.ToDictionary(pair => pair.Name, pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture)!));
        var places = columns.Select(column => result.Columns.ToList().IndexOf(column)).ToList();
        return [.. result.Rows.Select(row => string.Join(' ', places.Select(place => row[place].Text)))];
    }

    private static List<string> Sorted(IEnumerable<string> rows) => [.. rows.Order(StringComparer.Ordinal)];

    private static string Row(CharacterTable table, params object[] values) => string.Join(' ', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)).Prepend(table.Group.Name));

    private static IEnumerable<(SimpleRepresentation Source, SimpleRepresentation Target)> Pairs(CharacterTable table) => table.Simples.SelectMany(source => table.Simples.Select(target => (source, target)));

    private static bool SameKernel(SimpleRepresentation a, SimpleRepresentation b) => a.KernelClassPositions.SequenceEqual(b.KernelClassPositions);

    private static bool HasAbelianQuotient(SimpleRepresentation simple)
    {
        var group = simple.Table.Group;
        return group.Generators.All(a => group.Generators.All(b => simple.KernelClassPositions.Contains(group.ClassPositionOf(a * b * a.Inverse() * b.Inverse()))));
    }

    /// <summary>The largest least number of layers of ReLU. Walks in the interaction graph are not enough: after a layer several simples are there at once and reach more together.</summary>
    private static int LargestDepth(CharacterTable table) => DepthAnalysis.Of([IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "regular"))], Activation.Parse("relu"), 8, null, DepthOptions.Default.WithWitnessTrials(0)).Profiles
        .Max(profile => table.Simples.Max(simple => profile.LeastDepthOf(simple) ?? 0));

    /// <summary>The length of a shortest walk in the interaction graph of the regular set; null where there is none.</summary>
    private int? Distance(CharacterTable table, string activation, (SimpleRepresentation Source, SimpleRepresentation Target) pair)
    {
        if (!_graphs.TryGetValue((table, activation), out var graph))
        {
            _graphs.Add((table, activation), graph = InteractionGraph.Of(IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "regular")), Activation.Parse(activation)));
        }

        var reached = new HashSet<int> { pair.Source.Position };
        for (var layers = 0; ; layers++)
        {
            if (reached.Contains(pair.Target.Position))
            {
                return layers;
            }

            var next = reached.SelectMany(node => graph.ReachedFrom(node)).Where(node => !reached.Contains(node)).ToList();
            if (next.Count == 0)
            {
                return null;
            }

            reached.UnionWith(next);
        }
    }

    private readonly Dictionary<(CharacterTable Table, string Activation), InteractionGraph> _graphs = [];

    private static IEnumerable<(SimpleRepresentation Source, EquivariantFan Fan)> Fans(CharacterTable table)
    {
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "regular"));
        return table.Simples.Where(simple => simple.Dimension <= 4).Select(simple => (simple, SimpleCopy.TryFind(decomposition, simple))).Where(pair => pair.Item2 is not null).Select(pair => (pair.simple, EquivariantFan.Of(pair.Item2!)));
    }
}
