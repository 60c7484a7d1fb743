using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

public sealed class DepthAnalysisTests
{
    [Fact]
    public void C6_reaches_L3_in_two_layers_although_no_walk_does()
    {
        var analysis = Analyse("C6", "relu", 2, "regular");
        var profile = analysis.Profiles[1];
        Assert.Equal(["L0", "L1", "L2"], profile.Steps[1].Reached.Select(r => r.Simple.Label));
        Assert.Equal(["L0", "L1", "L2", "L3"], profile.Steps[2].Reached.Select(r => r.Simple.Label));
        Assert.Equal(["L0", "L1", "L2"], profile.Steps[2].Walks.Select(w => w.Simple.Label));
        Assert.True(profile.Steps[2].IsAttained);
        Assert.Equal(2, profile.LeastDepthOf(analysis.Layers[0].Table.Simples[3]));
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("abs")]
    public void Walks_on_the_cube_promise_the_sign_and_no_weights_give_it(string activation)
    {
        // S4 as rotations of the cube: the 12 edges are the cosets of a transposition-like half turn about an edge; R^3 = standard ⊗ sign.
        var group = FiniteGroup.Parse("S4");
        var table = CharacterTable.Of(group);
        var edges = IsotypicDecomposition.Of(table, GSet.Parse(group, "cosets:(1,2)"));
        var quotient = IsotypicDecomposition.Of(table, GSet.Parse(group, "cosets:(1,2)(3,4);(1,3)(2,4)"));
        var sign = table.SimpleNamed("sign");
        var space = Assert.Single(table.Simples, s => s.Dimension == 3 && s.Character[group.ClassPositionOf(Permutation.Parse("(1,2)(3,4)", null) is var p && p.Degree == 4 ? p : Permutation.FromImages([1, 0, 3, 2]))] == -1
            && s.Character.ValueAt(Permutation.FromImages([1, 0, 2, 3])) == -1);
        var analysis = DepthAnalysis.Of([edges, quotient], Activation.Parse(activation), 2, [space], DepthOptions.Default.WithWitnessTrials(200));
        var step = analysis.Profiles[0].Steps[2];

        // Two edges L -> K -> sign: a walk. The joint bound contains the sign as well; one input channel never populates it, several do.
        Assert.Contains(step.Walks, walk => walk.Simple == sign);
        var never = Assert.Single(step.Reached, reached => reached.Simple == sign);
        Assert.False(never.Populated);
        Assert.Contains("with one input channel; several populate it", never.Reason, StringComparison.Ordinal);
        var many = DepthAnalysis.Of([edges, quotient], Activation.Parse(activation), 2, [space], DepthOptions.Default.WithManyInputChannels(true));
        Assert.True(many.Profiles[0].Steps[2].IsAttained);

        // The blocks always have the pattern {a, a, b}, on pairs of points: no block is a single point.
        Assert.All(step.Blocks.SelectMany(blocks => blocks.Blocks), block => Assert.True(block.Count >= 2));
        Assert.All(step.Reached.Where(reached => reached.Simple != sign), reached => Assert.True(reached.IsAttained));
    }

    [Fact]
    public void With_biases_the_sign_is_attained_on_the_cube()
    {
        var group = FiniteGroup.Parse("S4");
        var table = CharacterTable.Of(group);
        var analysis = DepthAnalysis.Of(
            [IsotypicDecomposition.Of(table, GSet.Parse(group, "cosets:(1,2)")), IsotypicDecomposition.Of(table, GSet.Parse(group, "cosets:(1,2)(3,4);(1,3)(2,4)"))], Activation.Parse("relu-bias"), 2);
        Assert.All(analysis.Profiles.SelectMany(p => p.Steps), step => Assert.True(step.IsAttained));
    }

    [Theory]
    [InlineData("S3", "cube")]
    [InlineData("Q8", "square")]
    [InlineData("A4", "leaky-relu")]
    [InlineData("C12", "pl:(-1,0) (0,0) (1,2) (2,0)")]
    public void Every_witness_verifies(string group, string activation)
    {
        var analysis = Analyse(group, activation, 3, "regular");
        var witnesses = analysis.Profiles.SelectMany(p => p.Steps).SelectMany(s => s.Reached).Where(r => r.Witness is not null).ToList();
        Assert.All(witnesses, r => Assert.True(r.Witness!.Verify()));
        Assert.NotEmpty(witnesses);
    }

    [Fact]
    public void A_witness_outside_the_bound_does_not_verify()
    {
        // From L2 of C8 nothing odd can come: any weights fail the exact check.
        var decomposition = Decompose("C8", "regular");
        var simples = decomposition.Table.Simples;
        var witness = new DepthWitness([decomposition, decomposition], Activation.Relu, simples[2], simples[1], [1, 2, 3, 4, 5, 6, 7, 9], [[1, -2, 3, 4, -1, 2, 5, 1]]);
        Assert.False(witness.Verify());
        var search = new WitnessSearch(Activation.Relu, DepthOptions.Default);
        Assert.True(Assert.Single(search.Find([decomposition, decomposition], simples[1], [simples[3]], [], CancellationToken.None)).Value.Verify());
        Assert.Empty(search.Find([decomposition, decomposition], simples[2], [simples[1]], [], CancellationToken.None));
    }

    [Theory]
    [InlineData("gelu", Attainment.Analytic)]
    [InlineData("tanh", Attainment.Analytic)]
    [InlineData("relu-bias", Attainment.BiasedRelu)]
    [InlineData("sigmoid", Attainment.Analytic)]
    [InlineData("identity", Attainment.Analytic)]
    [InlineData("relu", Attainment.Chambers)]
    [InlineData("relu-bias:0", Attainment.Chambers)]
    [InlineData("leaky-relu", Attainment.Chambers)]
    [InlineData("leaky-relu:-1", Attainment.Chambers)]
    [InlineData("elu:0", Attainment.Chambers)]
    [InlineData("pl:(-1,3) (0,1) (1,2)", Attainment.Chambers)]
    [InlineData("hardtanh", Attainment.KinksOffZero)]
    [InlineData("softshrink", Attainment.KinksOffZero)]
    [InlineData("hardsigmoid", Attainment.KinksOffZero)]
    [InlineData("relu6", Attainment.KinksOffZero)]
    [InlineData("pl:(0,0) (1,0) (2,1) (3,3)", Attainment.KinksOffZero)]
    [InlineData("elu", Attainment.Undecided)]
    [InlineData("softsign", Attainment.Undecided)]
    [InlineData("hardswish", Attainment.Undecided)]
    [InlineData("hardshrink", Attainment.Undecided)]
    [InlineData("square", Attainment.Undecided)]
    [InlineData("pl:(-3,7) (-1,1) (0,0) (1,3) (3,5)", Attainment.Undecided)]
    public void The_status_follows_the_class(string activation, Attainment expected)
    {
        var analysis = DepthAnalysis.Of([Decompose("C6", "regular")], Activation.Parse(activation), 2, options: DepthOptions.Default.WithWitnessTrials(0));
        Assert.All(analysis.Profiles.SelectMany(p => p.Steps[2].Reached), reached => Assert.Equal(expected, reached.Attainment));
        Assert.Equal(activation == "relu-bias", analysis.HasBiases);
        Assert.All(analysis.Profiles.SelectMany(p => p.Steps[1].Reached), reached => Assert.Equal(Attainment.OneLayer, reached.Attainment));
        var many = DepthAnalysis.Of(analysis.Layers, Activation.Parse(activation), 2, options: DepthOptions.Default.WithWitnessTrials(0).WithManyInputChannels(true));
        Assert.True(many.Profiles.All(p => p.Steps.All(step => step.IsAttained)));
    }

    [Fact]
    public void A_limit_on_chambers_leaves_what_rules_do_not_decide_open_and_is_named()
    {
        var options = DepthOptions.Default.WithWitnessTrials(0).WithMaxChamberOrbits(1);
        var group = FiniteGroup.Parse("S4");
        var table = CharacterTable.Of(group);
        var analysis = DepthAnalysis.Of(
            [IsotypicDecomposition.Of(table, GSet.Parse(group, "cosets:(1,2)")), IsotypicDecomposition.Of(table, GSet.Parse(group, "cosets:(1,2)(3,4);(1,3)(2,4)"))], Activation.Parse("abs"), 2, options: options);
        var open = analysis.Profiles.SelectMany(p => p.Steps[2].Reached).Where(reached => reached.Populated is null).ToList();
        Assert.NotEmpty(open);
        Assert.All(open, reached => Assert.Contains("chamber", reached.Reason, StringComparison.Ordinal));
        Assert.True(DepthAnalysis.Of([Decompose("S4", "regular")], Activation.Relu, 2, options: options).Profiles.All(p => p.Steps[2].IsAttained));
    }

    [Fact]
    public void Until_stable_gives_the_first_depth_of_every_simple()
    {
        var analysis = DepthAnalysis.Of([Decompose("C12", "regular")], Activation.Relu, 1, options: DepthOptions.Default.WithUntilStable(true));
        var simples = analysis.Layers[0].Table.Simples;
        var profile = analysis.Profiles[1];
        Assert.True(profile.IsStable);
        Assert.Equal([1, 0, 1, 2, 1, 2, 1], simples.Select(simple => profile.LeastAttainedDepthOf(simple) ?? -1));
        Assert.All(simples.Where(simple => simple.Position % 2 == 1), simple => Assert.Null(analysis.Profiles[2].LeastAttainedDepthOf(simple)));

        // As many layers more change nothing.
        var deep = DepthAnalysis.Of([Decompose("C12", "regular")], Activation.Relu, profile.Steps.Count + 4).Profiles[1];
        Assert.All(simples, simple => Assert.Equal(profile.LeastAttainedDepthOf(simple), deep.LeastAttainedDepthOf(simple)));
    }

    /// <summary>docs/theory.md#depth, the family for n = 3: the sign of S_3 appears in the third layer for L = R^3, which occurs in ±e_i, when the second G-set is S_3 + {±e_i}.</summary>
    [Fact]
    public void Signed_axes_between_bring_the_sign_in_layer_three()
    {
        var group = FiniteGroup.Parse("perm:(1,2)(4,5);(1,2,3)(4,5,6);(1,4)");
        Assert.Equal(48, group.Order);
        var table = CharacterTable.Of(group);
        Permutation At(string text) => Permutation.FromImages(Enumerable.Range(0, 6).Select(x => Permutation.Parse(text, null) is var p && x < p.Degree ? p[x] : x));
        var axes = GSet.Parse(group, "points");
        var roots = GSet.Parse(group, "cosets:(3,6);(1,2)(4,5)");
        var quotient = GSet.Parse(group, "cosets:(1,4);(2,5);(3,6)");
        var sum = GSet.Parse(group, "cosets:(1,4);(2,5);(3,6)+points");
        Assert.Equal((12, 6, 6), ((int)roots.Size, (int)quotient.Size, (int)axes.Size));
        var sign = Assert.Single(table.Simples, s => s.Dimension == 1 && s.Character.ValueAt(At("(1,4)")) == 1 && s.Character.ValueAt(At("(1,2)(4,5)")) == -1);
        var vector = Assert.Single(IsotypicDecomposition.Of(table, axes).Components, c => c.Simple.Dimension == 3).Simple;
        IsotypicDecomposition Of(GSet set) => IsotypicDecomposition.Of(table, set);
        var two = DepthAnalysis.Of([Of(roots), Of(quotient)], Activation.Relu, 3, [vector]).Profiles[0];
        Assert.Contains(two.Steps[2].Reached, r => r.Simple == sign && r.Populated == false);
        Assert.Contains(two.Steps[3].Reached, r => r.Simple == sign && r.Populated == false);
        var three = DepthAnalysis.Of([Of(roots), Of(sum), Of(quotient)], Activation.Relu, 3, [vector]).Profiles[0];
        Assert.Contains(three.Steps[3].Reached, r => r.Simple == sign && r.Populated == true);
    }

    [Fact]
    public void Counts_by_depth_grow_to_the_kernel_order_on_C12()
    {
        var analysis = Analyse("C12", "relu", 3, "regular");
        var counts = analysis.CountsByDepth();
        Assert.Equal([1, 1, 1, 1], counts[0]);
        Assert.Equal([1, 5, 7, 7], counts[1]);
    }

    [Fact]
    public void A_list_of_sets_is_walked_in_order_and_the_last_one_repeats()
    {
        var group = FiniteGroup.Parse("S4");
        var table = CharacterTable.Of(group);
        var regular = IsotypicDecomposition.Of(table, GSet.Regular(group));
        var points = IsotypicDecomposition.Of(table, GSet.Points(group));
        var analysis = DepthAnalysis.Of([regular, points], Activation.Relu, 3);
        Assert.Same(regular, analysis.Layers[0]);
        Assert.Same(points, analysis.Layers[2]);
        Assert.All(analysis.Profiles, profile => Assert.All(profile.Steps[2].Reached, r => Assert.True(points.Multiplicity(r.Simple) > 0)));
        Assert.Throws<ArgumentException>(() => DepthAnalysis.Of([regular, points], Activation.Relu, 1));
        Assert.Throws<ArgumentException>(() => DepthAnalysis.Of([points], Activation.Relu, 1, [table.SimpleNamed("sign")]));
    }

    private static DepthAnalysis Analyse(string group, string activation, int depth, string set) => DepthAnalysis.Of([Decompose(group, set)], Activation.Parse(activation), depth);

    private static IsotypicDecomposition Decompose(string groupName, string setName)
    {
        var group = FiniteGroup.Parse(groupName);
        return IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, setName));
    }
}
