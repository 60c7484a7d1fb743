using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Refinement;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

/// <summary>By which argument each simple is decided, what is shown beside, and where it ends.</summary>
public sealed class DepthDetailsTests
{
    private static readonly DepthOptions RulesOnly = DepthOptions.Default.WithWitnessTrials(0).WithMaxChamberOrbits(0);

    /// <summary>Rules alone, from L1 of C6 on itself, after two and three layers. Slopes of two signs keep what they had, if f(f(t)) = f(t), and have no Theorem 3; leaky ReLU the other way round.</summary>
    [Theory]
    [InlineData("relu", 2, "L0 PositiveSum, L1 TwoReluLayers, L2 TwoReluLayers, L3 TwoReluLayers")]
    [InlineData("relu", 3, "L0 PositiveSum, L1 Kept, L2 Kept, L3 Kept")]
    [InlineData("pl:(-1,1) (0,0) (1,0)", 2, "L0 PositiveSum, L1 TwoReluLayers, L2 TwoReluLayers, L3 TwoReluLayers")]
    [InlineData("pl:(-1,1) (0,0) (1,0)", 3, "L0 PositiveSum, L1 Undecided, L2 Undecided, L3 Undecided")]
    [InlineData("leaky-relu", 2, "L0 PositiveSum, L1 TwoReluLayers, L2 TwoReluLayers, L3 TwoReluLayers")]
    [InlineData("leaky-relu", 3, "L0 PositiveSum, L1 Undecided, L2 Undecided, L3 Undecided")]
    [InlineData("leaky-relu:-1/2", 2, "L0 PositiveSum, L1 Kept, L2 Kept, L3 Undecided")]
    [InlineData("pl:(-1,1) (0,0) (1,2)", 2, "L0 PositiveSum, L1 Undecided, L2 Undecided, L3 Undecided")]
    [InlineData("abs", 2, "L0 PositiveSum, L2 Kept")]
    [InlineData("hardtanh", 2, "L1 KinksOffZero, L3 KinksOffZero")]
    public void The_argument_is_the_first_that_applies(string activation, int layers, string expected) =>
        Assert.Equal(expected, Arguments(DepthAnalysis.Of([Decompose("C6", "regular")], Activation.Parse(activation), layers, options: RulesOnly).Profiles[1].Steps[layers]));

    /// <summary>What the functions on the edges of the cube keep or reach is no rule on another set: the trivial simple alone is known there, and what A_L fixes.</summary>
    [Fact]
    public void Rules_ask_for_the_set_that_they_speak_of()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var (edges, points, quotient) = (Decompose(table, "cosets:(1,2)"), Decompose(table, "points"), Decompose(table, "cosets:(1,2)(3,4);(1,3)(2,4)"));
        var standard = table.SimpleNamed("standard");
        Assert.Equal("L0 PositiveSum, L1 Undecided, L2 Undecided", Arguments(DepthAnalysis.Of([edges, quotient], Activation.Relu, 2, [standard], RulesOnly).Profiles[0].Steps[2]));
        Assert.Equal("L0 PositiveSum, L3 TwoReluLayers", Arguments(DepthAnalysis.Of([edges, points], Activation.Relu, 2, [standard], RulesOnly).Profiles[0].Steps[2]));

        // Kept on the same set only: after two layers on the edges, the third on the points.
        Assert.Equal("L0 PositiveSum, L3 Undecided", Arguments(DepthAnalysis.Of([edges, edges, points], Activation.Relu, 3, [standard], RulesOnly).Profiles[0].Steps[3]));
        Assert.Equal("L0 PositiveSum, L1 TwoReluLayers, L2 TwoReluLayers, L3 TwoReluLayers, L4 TwoReluLayers", Arguments(DepthAnalysis.Of([points, Decompose(table, "points+regular")], Activation.Relu, 2, [standard], RulesOnly).Profiles[0].Steps[2]));
        Assert.Equal("L0 PositiveSum, L3 Kept", Arguments(DepthAnalysis.Of([edges, points, points], Activation.Relu, 3, [standard], RulesOnly).Profiles[0].Steps[3]));
    }

    [Theory]
    [InlineData("relu", false)]
    [InlineData("relu-bias", true)]
    [InlineData("relu-bias:0", false)]
    [InlineData("pl:(0,2) (1,0) (2,0)", true)]
    [InlineData("pl:(0,1) (1,1) (2,2)", false)]
    [InlineData("pl:(0,-1) (1,0) (2,2)", false)]
    [InlineData("pl:(0,0) (1,0) (2,1) (3,1)", false)]
    [InlineData("tanh", false)]
    public void A_bias_is_a_kink_off_0_at_the_end_of_zeros(string activation, bool isBiased) => Assert.Equal(isBiased, DepthClass.IsBiasedRelu(Activation.Parse(activation)));

    [Theory]
    [InlineData("hardshrink", "jumps")]
    [InlineData("square", "polynomial of degree 2 or more")]
    [InlineData("elu", "neither analytic nor piecewise linear")]
    [InlineData("pl:(-3,7) (-1,1) (0,0) (1,3) (3,5)", "the odd part has kinks")]
    public void What_is_not_proved_is_said(string activation, string reason)
    {
        var step = DepthAnalysis.Of([Decompose("C5", "regular")], Activation.Parse(activation), 2, options: RulesOnly).Profiles[1].Steps[2];
        Assert.All(step.Reached, reached => Assert.Contains(reason, reached.Reason, StringComparison.Ordinal));
        Assert.False(step.IsDecided);
        Assert.NotEmpty(step.Reached);
    }

    /// <summary>Where rules decide, chambers are looked for as long as there are few: 64 orbits on three circles of 8, up to 4096 by the estimate on four.</summary>
    [Theory]
    [InlineData("3*regular", true)]
    [InlineData("4*regular", false)]
    public void Chambers_are_shown_where_they_are_few(string set, bool isShown)
    {
        var decomposition = Decompose("C8", set);
        var profile = DepthAnalysis.Of([decomposition], Activation.Relu, 2, [decomposition.Table.Simples[2]], DepthOptions.Default.WithWitnessTrials(0)).Profiles[0];
        var large = DepthAnalysis.Of([decomposition], Activation.Relu, 2, [decomposition.Table.Simples[1]], DepthOptions.Default.WithWitnessTrials(0)).Profiles[0];
        Assert.NotEmpty(profile.Steps[2].Blocks);
        Assert.Equal(isShown, large.Steps[2].Blocks.Count > 0);
        Assert.Equal(isShown, large.Chambers.Count > 0);
        Assert.All(large.Steps[2].Reached, reached => Assert.Equal(isShown ? Attainment.Chambers : reached.Simple.IsTrivial ? Attainment.PositiveSum : Attainment.TwoReluLayers, reached.Attainment));
    }

    /// <summary>Networks for all that is populated: sources times pairs of points up to 4000, or 12000 for one source; for what is open always; with biases never.</summary>
    [Fact]
    public void Networks_are_shown_in_small_cases()
    {
        static bool HasNetworks(IsotypicDecomposition set, string activation, int sources, int layers) =>
            DepthAnalysis.Of([set], Activation.Parse(activation), layers, set.Components.Select(component => component.Simple).Take(sources), DepthOptions.Default.WithMaxChamberOrbits(0)).Profiles[^1].Steps[layers].Reached.Any(reached => reached.Witness is not null);

        var circle = Decompose("C20", "regular");
        Assert.True(HasNetworks(circle, "relu", 10, 1));
        var signs = Decompose("C2^4", "regular");
        Assert.True(HasNetworks(signs, "relu", 15, 1));
        Assert.False(HasNetworks(signs, "relu", 16, 1));
        Assert.True(HasNetworks(signs, "relu", 7, 2));
        Assert.False(HasNetworks(signs, "relu", 8, 2));
        Assert.False(HasNetworks(signs, "relu-bias", 2, 1));
        Assert.True(HasNetworks(signs, "square", 8, 2));
        var more = Decompose("C2^6", "regular");
        Assert.True(HasNetworks(more, "relu", 1, 2));
        Assert.False(HasNetworks(more, "relu", 1, 3));
        Assert.False(HasNetworks(more, "relu", 2, 1));
    }

    [Fact]
    public void Until_stable_there_are_as_many_layers_as_the_longest_profile_has()
    {
        var circle = Decompose("C12", "regular");
        var analysis = DepthAnalysis.Of([circle], Activation.Tanh, 1, options: RulesOnly.WithUntilStable(true));
        Assert.Equal([2, 2, 2, 2, 2, 2, 2], analysis.Profiles.Select(profile => profile.Steps.Count - 1));
        Assert.Equal(2, analysis.Depth);
        Assert.All(analysis.Layers, layer => Assert.Same(circle, layer));

        // Squares double the frequencies that they can reach.
        var squares = DepthAnalysis.Of([circle], Activation.Square, 1, options: RulesOnly.WithUntilStable(true));
        Assert.Equal(4, squares.Profiles[1].Steps.Count - 1);
        Assert.Equal(squares.Profiles.Max(profile => profile.Steps.Count - 1), squares.Depth);
        Assert.True(squares.Profiles.Min(profile => profile.Steps.Count - 1) < squares.Depth);
        Assert.All(squares.Profiles, profile => Assert.True(profile.IsStable));

        // No sources: the layers that were given.
        Assert.Equal(2, DepthAnalysis.Of([circle, circle], Activation.Relu, 2, [], RulesOnly.WithUntilStable(true)).Depth);
        var chambers = DepthAnalysis.Of([Decompose("S3", "points")], Activation.Relu, 1, options: DepthOptions.Default.WithWitnessTrials(0).WithUntilStable(true));
        Assert.Equal([3, 3], chambers.Profiles.Select(profile => profile.Steps.Count - 1));
        Assert.Equal(3, DepthAnalysis.Of([circle], Activation.Tanh, 3).Depth);
    }

    [Theory]
    [InlineData("C12", "square")]
    [InlineData("C16", "cube")]
    public void What_repeats_after_more_than_three_layers_is_waited_for(string group, string activation)
    {
        var layer = Decompose(group, "regular");
        var repeated = DepthAnalysis.UntilRepeated(layer, Activation.Parse(activation));
        var deep = DepthAnalysis.Of([layer], Activation.Parse(activation), 10, options: RulesOnly);
        Assert.Equal(deep.Profiles.Select(Depths), repeated.Profiles.Select(Depths));

        string Depths(DepthProfile profile) => string.Join(' ', layer.Table.Simples.Select(simple => profile.LeastDepthOf(simple)));
    }

    [Fact]
    public void What_never_comes_and_what_is_open_are_told_apart()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var (edges, quotient) = (Decompose(table, "cosets:(1,2)"), Decompose(table, "cosets:(1,2)(3,4);(1,3)(2,4)"));
        var space = table.Simples[4];
        var decided = DepthAnalysis.Of([edges, quotient], Activation.Relu, 2, [space], DepthOptions.Default.WithWitnessTrials(0));
        var (sign, plane) = (table.SimpleNamed("sign"), table.Simples[2]);
        Assert.Equal(["L0", "L1", "L2", "L3", "L4"], decided.Targets.Select(simple => simple.Label));
        Assert.Equal(["L1"], decided.NeverReached(decided.Profiles[0]).Select(simple => simple.Label));
        Assert.False(decided.Profiles[0].IsOpen(sign));
        Assert.Equal((2, (int?)null), (decided.Profiles[0].LeastDepthOf(sign), decided.Profiles[0].LeastAttainedDepthOf(sign)));
        Assert.True(decided.Profiles[0].Steps[2].IsDecided);
        Assert.False(decided.Profiles[0].Steps[2].IsAttained);
        var open = DepthAnalysis.Of([edges, quotient], Activation.Relu, 2, [space], RulesOnly);
        Assert.Empty(open.NeverReached(open.Profiles[0]));
        Assert.True(open.Profiles[0].IsOpen(sign));
        Assert.False(open.Profiles[0].IsOpen(plane));
        var stopped = DepthAnalysis.Of([edges, quotient], Activation.Relu, 2, [space], RulesOnly.WithMaxChamberOrbits(1)).Profiles[0].Steps[2];
        Assert.Contains("orbits of chambers", stopped.Reached.Single(reached => reached.Simple == sign).Reason, StringComparison.Ordinal);
        Assert.True(stopped.Reached.Single(reached => reached.Simple.IsTrivial).IsAttained);
        Assert.Empty(open.Profiles[0].Chambers);
        Assert.Equal("L1: not decided", open.Profiles[0].Steps[2].Reached.Single(reached => reached.Simple == sign).ToString()[..15]);
        Assert.Equal("L1: never", decided.Profiles[0].Steps[2].Reached.Single(reached => reached.Simple == sign).ToString()[..9]);
    }

    /// <summary>From L2 of C12 the third layer of slopes of two signs may or may not bring L6; L1 is no question.</summary>
    [Fact]
    public void Open_is_what_is_in_the_bound()
    {
        var analysis = DepthAnalysis.Of([Decompose("C12", "regular")], Activation.Parse("leaky-relu:-2"), 2, options: RulesOnly);
        var simples = analysis.Layers[0].Table.Simples;
        Assert.Equal([6], simples.Where(analysis.Profiles[2].IsOpen).Select(simple => simple.Position));
        Assert.Equal([1, 3, 5], analysis.NeverReached(analysis.Profiles[2]).Select(simple => simple.Position));
    }

    /// <summary>Once sets repeat, they go on repeating, however many layers are looked at.</summary>
    [Fact]
    public void What_is_stable_stays_so()
    {
        var circle = Decompose("C12", "regular");
        for (var depth = 1; depth <= 5; depth++)
        {
            Assert.All(DepthAnalysis.Of([circle], Activation.Tanh, depth, options: RulesOnly).Profiles, profile => Assert.Equal(depth >= 2, profile.IsStable));
        }

        // With three sets the first that counts is the third.
        Assert.Equal([4, 4], DepthAnalysis.Of([circle, circle, circle], Activation.Tanh, 3, circle.Table.Simples.Take(2), RulesOnly.WithUntilStable(true)).Profiles.Select(profile => profile.Steps.Count - 1));
        var walker = new LayerWalker([circle], Activation.Square, RulesOnly, 1);
        var refused = Assert.Throws<LimitExceededException>(() => walker.ProfileOf(circle.Table.Simples[1], 3, true, CancellationToken.None));
        Assert.Equal(("layers", 3), (refused.Limit, refused.Bound));
        Assert.Equal(4, walker.ProfileOf(circle.Table.Simples[1], 4, true, CancellationToken.None).Steps.Count - 1);
    }

    /// <summary>The sets repeat after three layers, and the blocks of points do not: the sign of S_3 comes then (docs/theory.md#depth, the family for n = 3).</summary>
    [Fact]
    public void Blocks_must_stand_still_too()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("perm:(1,2)(4,5);(1,2,3)(4,5,6);(1,4)"));
        var (roots, sum) = (Decompose(table, "cosets:(3,6);(1,2)(4,5)"), Decompose(table, "cosets:(1,4);(2,5);(3,6)+points"));
        var vector = Assert.Single(Decompose(table, "points").Components, component => component.Simple.Dimension == 3).Simple;
        var analysis = DepthAnalysis.Of([roots, sum], Activation.Relu, 2, [vector], DepthOptions.Default.WithWitnessTrials(0).WithUntilStable(true));
        var profile = analysis.Profiles[0];
        Assert.Equal(4, profile.Steps.Count - 1);
        Assert.Equal(Labels(2), Labels(3));
        Assert.Contains(analysis.Targets, simple => profile.LeastDepthOf(simple) == 2 && profile.LeastAttainedDepthOf(simple) == 3);

        string Labels(int t) => string.Join(' ', profile.Steps[t].Reached.Select(reached => reached.Simple.Label));
    }

    /// <summary>A square takes the component of the plane on the regular S3 to the sign, and no copy of it; on the points the plane occurs once.</summary>
    [Theory]
    [InlineData("regular", "square", false, true)]
    [InlineData("regular", "poly:t^3 + t", false, true)]
    [InlineData("regular", "square", true, false)]
    [InlineData("regular", "relu", false, false)]
    [InlineData("regular", "sigmoid", false, false)]
    [InlineData("points", "square", false, false)]
    public void Monomials_need_the_whole_component(string set, string activation, bool many, bool needs) =>
        Assert.Equal(needs, DepthAnalysis.Of([Decompose("S3", set)], Activation.Parse(activation), 1, null, RulesOnly.WithManyInputChannels(many)).NeedsWholeComponents);

    /// <summary>Where a simple shows, and the input that shows it, on G-sets of up to so many points.</summary>
    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void A_block_names_its_points_and_its_input(int points, bool hasInput)
    {
        var step = DepthAnalysis.Of([Decompose("S3", "points")], Activation.Relu, 2, options: DepthOptions.Default with { MaxWitnessPoints = points }).Profiles[1].Steps[2];
        var plane = step.Reached.Single(reached => reached.Simple.Dimension == 2);
        Assert.Equal("level set {1} on chamber 1 of 2", plane.Reason);
        Assert.Equal(hasInput ? [-1, 0, 0] : null, plane.Block!.Input);

        // Networks are tried with such inputs first.
        var networks = Enumerable.Range(1, 10).Select(seed => DepthAnalysis.Of([Decompose("S3", "points")], Activation.Relu, 2, options: DepthOptions.Default.WithSeed(seed)).Profiles[1].Steps[2].Reached.Single(reached => reached.Simple.Dimension == 2).Witness!);
        Assert.Contains(networks, network => network.Input.SequenceEqual([-1, 0, 0]));
    }

    /// <summary>Small integers inside each chamber; the same everywhere.</summary>
    [Theory]
    [InlineData("S4", "cosets:(1,2)", 4, "-1 -1 0 0 -1 0 0 1 0 1 0 1")]
    [InlineData("C5", "regular", 1, "-1 0 1 0 -1; -1 0 1 1 0")]
    [InlineData("C9", "regular", 1, "-1 0 0 1 1 1 0 0 -1; -1 -1 0 0 1 1 0 0 -1")]
    [InlineData("A5", "points", 3, "-1 0 0 0 0; -1 -1 1 1 1; -1 -1 -1 1 1")]
    public void Inputs_of_chambers(string group, string set, int source, string inputs)
    {
        var first = Decompose(group, set);
        var chambers = ChamberPartitions.Of(first, first.Table.Simples[source], DepthClass.Of(Activation.Relu), DepthOptions.Default, (target, from) => OrbitalRefinement.Of(target, from), CancellationToken.None);
        Assert.Equal(inputs, string.Join("; ", Enumerable.Range(0, Math.Min(3, chambers.Chambers.Count)).Select(chamber => string.Join(' ', chambers.InputIn(chamber)!))));
    }

    [Fact]
    public void One_step_is_told_for_each_source()
    {
        var seen = new Progress();
        DepthAnalysis.Of([Decompose("C6", "regular")], Activation.Relu, 1, null, RulesOnly, seen);
        Assert.Equal([("depth", 0, 4), ("depth", 1, 4), ("depth", 2, 4), ("depth", 3, 4)], seen.Steps);
    }

    [Fact]
    public void Pairs_of_points_of_a_block_are_bounded()
    {
        var layer = Decompose("S3", "regular");
        Assert.NotEmpty(new BlockSums(layer, 9).SimplesOf([0, 1, 2]));
        Assert.Equal("3 squared", Assert.Throws<LimitExceededException>(() => new BlockSums(layer, 8).SimplesOf([0, 1, 2])).Needed);

        // A whole orbit needs no pairs.
        Assert.Equal([0], new BlockSums(layer, 8).SimplesOf([0, 1, 2, 3, 4, 5]));
    }

    /// <summary>The numbers that a seed draws are the same everywhere.</summary>
    [Theory]
    [InlineData(1, 2, "[5,-2,-3], T_2 = [-2,2]")]
    [InlineData(5, 2, "[1,2,-1], T_2 = [0,4]")]
    [InlineData(5, 3, "[4,2,2], T_2 = [3,4,-5,-1], T_3 = [5,-1,-1,5]")]
    [InlineData(-7, 3, "[2,-1,2], T_2 = [-4,5], T_3 = [1,4]")]
    public void A_seed_draws_the_same_network_everywhere(int seed, int layers, string network)
    {
        var layer = Decompose("S3", "points");
        var search = new WitnessSearch(Activation.Relu, DepthOptions.Default.WithSeed(seed));
        Assert.Equal(network, search.Find([.. Enumerable.Repeat(layer, layers)], layer.Table.Simples[2], [layer.Table.Simples[2]], [], CancellationToken.None)[2].ToString().Replace("v = |G| P_L2 ", "", StringComparison.Ordinal));
    }

    private static string Arguments(DepthStep step) => string.Join(", ", step.Reached.Select(reached => $"{reached.Simple.Label} {reached.Attainment}"));

    private static IsotypicDecomposition Decompose(string group, string set) => Decompose(CharacterTable.Of(FiniteGroup.Parse(group)), set);

    private static IsotypicDecomposition Decompose(CharacterTable table, string set) => IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set));

    private sealed class Progress : IProgress<WorkProgress>
    {
        public List<(string Stage, int Done, int Total)> Steps { get; } = [];

        public void Report(WorkProgress value) => Steps.Add((value.Stage, (int)value.Done, (int)value.Total!));
    }
}
