using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Filtrations;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>Interaction, existence and filtrations by frequencies against the same by characters and stabilisers.</summary>
public sealed class AbelianInteractionTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "C1", "regular" }, { "C2", "regular" }, { "C8", "regular" }, { "C12", "points+trivial" }, { "C15", "regular" }, { "perm:(1,2,3)(4,5)(6,7,8,9)", "points" },
        { "perm:(1,2,3,4);(5,6,7)", "points" }, { "C2xC4", "regular" }, { "C3^2", "regular" }, { "perm:(1,2,3,4)(5,6);(5,6)(7,8,9,10)", "points" },
    };

    /// <summary>Functions on two points of C4, on which the square acts trivially, hold L0 and L2 alone.</summary>
    [Fact]
    public void Simples_that_do_not_occur_have_no_edges()
    {
        var group = FiniteGroup.Parse("perm:(1,2)(3,4,5,6)");
        var dual = AbelianDual.Of(group);
        var frequencies = AbelianDecomposition.Of(dual, GSet.Parse(group, "cosets:(3,5)(4,6)"));
        var graph = AbelianInteraction.Of(frequencies, Activation.Relu);
        var (present, absent) = (frequencies.EnumerateComponents().Select(pair => pair.Key).ToList(), dual.AtFrequency(1));
        Assert.Equal(2, present.Count);
        Assert.True(graph.HasEdge(present[1], present[0]));
        foreach (var (source, target) in new[] { (absent, present[0]), (present[0], absent) })
        {
            Assert.StartsWith($"{absent.Label} does not occur in ", Assert.Throws<ArgumentException>(() => graph.HasEdge(source, target)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => graph.TryExplain(source, target));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Edges_are_those_of_the_interaction_graph(string name, string on)
    {
        var (table, decomposition, frequencies) = Both(name, on);
        foreach (var activation in new[] { "relu", "relu-bias", "abs", "tanh", "square", "cube", "gelu", "poly:t^2+t", "poly:t^5", "poly:t^4-1", "sigmoid" }.Select(Activation.Parse))
        {
            var expected = InteractionGraph.Of(decomposition, activation);
            var graph = AbelianInteraction.Of(frequencies, activation);
            Assert.Equal(expected.EdgeCount, graph.EdgeCount);
            var simples = frequencies.EnumerateComponents().Select(pair => pair.Key).ToList();
            foreach (var source in simples)
            {
                foreach (var target in simples)
                {
                    var (from, to) = (Node(expected, table, source), Node(expected, table, target));
                    Assert.True(expected.HasEdge(from, to) == graph.HasEdge(source, target), $"{activation.Name}: {source.Label} -> {target.Label}");
                    var (coupling, found) = (expected.TryExplain(from, to), graph.TryExplain(source, target));
                    Assert.Equal(coupling?.Cause, found?.Cause);
                    if (coupling is { Stabilizer: { } stabilizer, Cause: CouplingCause.Even or CouplingCause.Odd })
                    {
                        Assert.Equal(stabilizer.Line.Order, found!.Value.LineOrder);
                        Assert.Equal(coupling.Sum, (Cyclotomic)found.Value.Sum);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rows_and_sums_are_those_of_the_interaction_graph(string name, string on)
    {
        var (table, decomposition, frequencies) = Both(name, on);
        foreach (var activation in new[] { "relu", "tanh", "square", "poly:t^3+t^2", "exp" }.Select(Activation.Parse))
        {
            var expected = InteractionGraph.Of(decomposition, activation);
            var graph = AbelianInteraction.Of(frequencies, activation);
            var simples = frequencies.EnumerateComponents().Select(pair => pair.Key).ToList();
            Assert.Equal(simples.Select(source => string.Join(' ', simples.Index().Where(to => expected.HasEdge(Same(table, source), Same(table, to.Item))).Select(to => to.Index))), graph.EnumerateRows().Select(row => string.Join(' ', row)));
            foreach (var (source, target) in simples.SelectMany(source => simples.Select(target => (source, target))))
            {
                var sums = graph.SumsOf(source, target);
                var orbits = expected.Account(Same(table, source), Same(table, target)).Orbits;
                Assert.Equal(orbits.Count, sums.Orbits);
                Assert.All(orbits, orbit => Assert.Equal((orbit.Stabilizer.Vector.Order, orbit.Stabilizer.Line.Order, orbit.EvenSum, orbit.OddSum), (sums.VectorOrder, sums.LineOrder, (Cyclotomic)sums.EvenSum, (Cyclotomic)sums.OddSum)));
            }
        }
    }

    [Fact]
    public void Kernels_are_bounded()
    {
        var group = FiniteGroup.Parse("C12");
        var decomposition = AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Regular(group));
        Assert.Equal(6, decomposition.KernelClasses.Count);
        Assert.NotNull(AbelianInteraction.Of(decomposition, Activation.Relu, 6, CancellationToken.None));
        Assert.Equal("6", Assert.Throws<LimitExceededException>(() => AbelianInteraction.Of(decomposition, Activation.Relu, 5, CancellationToken.None)).Needed);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Existence_is_that_of_the_kernel_criterion(string name, string on)
    {
        var (table, _, frequencies) = Both(name, on);
        var simples = frequencies.EnumerateComponents().Select(pair => pair.Key).ToList();
        foreach (var source in simples)
        {
            foreach (var target in simples)
            {
                var expected = KernelCriterion.Decide(Same(table, source), Same(table, target));
                var verdict = AbelianKernelCriterion.Decide(source, target);
                Assert.Equal(expected.IsPossible, verdict.Exists);
                Assert.Equal(expected.LinearExists, verdict.LinearExists);
                if (expected is MapVerdict.Exists { Witness: var witness })
                {
                    Assert.Equal(witness.Bias, verdict.Bias);
                    Assert.Equal(witness.PointAtIdentity, (Cyclotomic)verdict.PointAtIdentity);
                    Assert.Equal(witness.ValueAtIdentity, verdict.ValueAtIdentity);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layers_of_cyclic_groups_are_those_of_the_filtration(string name, string on)
    {
        var (table, decomposition, frequencies) = Both(name, on);
        if (!table.Group.IsCyclic)
        {
            Assert.Throws<ArgumentException>(() => CyclicFiltration.Of(frequencies));
            return;
        }

        var expected = InvariantFiltration.Of(decomposition).Layers;
        var layers = CyclicFiltration.Of(frequencies).Layers;
        Assert.Equal(expected.Select(layer => (layer.Subgroup.Order, layer.Dimension)), layers.Select(layer => (layer.Order, (long)layer.Dimension)));
        Assert.Equal(expected.Select(layer => layer.Compression), layers.Select(layer => layer.Compression));
        foreach (var (want, have) in expected.Zip(layers))
        {
            Assert.Equal(want.OrbitLengths.Order(), have.OrbitLengths.SelectMany(pair => Enumerable.Repeat((long)pair.Key, (int)pair.Value)).Order());
            Assert.Equal(want.Simples.Select(simple => simple.Label).Order(), have.KernelClasses.SelectMany(c => c.EnumerateSimples()).Select(simple => simple.Label).Order());
        }
    }

    [Fact]
    public void The_graph_of_a_large_cyclic_group_is_known_by_kernels()
    {
        var group = FiniteGroup.Parse("C20000");
        var graph = AbelianInteraction.Of(AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Regular(group)), Activation.Relu);
        Assert.Equal(30, graph.Decomposition.KernelClasses.Count);
        Assert.Equal(10001, graph.Decomposition.ComponentCount);
        // The frequency 1 reaches all even ones and itself.
        var last = graph.Decomposition.KernelClasses.Count - 1;
        Assert.Equal(5001, graph.ReachedClasses(last).Aggregate(System.Numerics.BigInteger.Zero, (sum, i) => sum + graph.Decomposition.KernelClasses[i].SimpleCount));
        Assert.Equal(["L1"], graph.ReachedSingly(last, graph.Decomposition.KernelClasses[last].First).Select(simple => simple.Label));
    }

    [Fact]
    public void The_quotient_by_kernels_has_the_same_couplings()
    {
        var group = FiniteGroup.Parse("perm:(1,2,3,4,5,6,7,8,9,10,11,12)(13,14,15,16,17)(18,19,20,21)");
        var decomposition = AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Points(group));
        var simples = decomposition.EnumerateComponents().Select(pair => pair.Key).Where(simple => simple.ImageOrder == 4 || simple.ImageOrder == 6).ToList();
        var quotient = CyclicQuotient.Of(decomposition, simples);
        Assert.Equal("C12", quotient.Group.Name);
        Assert.Equal(12 + 1 + 4, quotient.Set.Size);
        var table = CharacterTable.Of(quotient.Group);
        var small = IsotypicDecomposition.Of(table, quotient.Set);
        Assert.All(simples, simple => Assert.Equal(decomposition.Multiplicity(simple), small.Multiplicity(quotient.ImageOf(simple, table))));
        Assert.Throws<ArgumentException>(() => quotient.ImageOf(decomposition.Dual.AtFrequency(1), table));
    }

    private static (CharacterTable Table, IsotypicDecomposition Decomposition, AbelianDecomposition Frequencies) Both(string name, string on)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var set = GSet.Parse(group, on);
        return (table, IsotypicDecomposition.Of(table, set), AbelianDecomposition.Of(AbelianDual.Of(group), set));
    }

    private static int Node(InteractionGraph graph, CharacterTable table, AbelianSimple simple)
    {
        var same = Same(table, simple);
        return graph.Nodes.Index().Single(node => ReferenceEquals(node.Item.Simple, same)).Index;
    }

    private static SimpleRepresentation Same(CharacterTable table, AbelianSimple simple)
    {
        var group = table.Group;
        return table.Simples.Single(candidate => Matches(candidate.Constituents[0], false) || Matches(candidate.Constituents[0], true));

        bool Matches(IrreducibleCharacter chi, bool conjugate) => group.Generators.Index().All(pair =>
        {
            var a = simple.Frequencies[pair.Index];
            var value = Cyclotomic.E((int)a.Denominator, (int)a.Numerator);
            return chi[group.ClassPositionOf(pair.Item)] == (conjugate ? value.Conjugate() : value);
        });
    }
}
