using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Certificates;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Separation;

public sealed class SeparationTests
{
    [Theory]
    [InlineData("S4", "points", "points", "3,-3,0,0", "1,2,-1,-2", "relu", false)]
    [InlineData("S4", "points", "points,points", "3,-3,0,0", "1,2,-1,-2", "relu", true)]
    [InlineData("S4", "points", "points", "3,-3,0,0", "1,2,-1,-2", null, true)]
    [InlineData("S3", "points", "points,points", "1,2,-4", "-1,-2,4", "tanh", true)]
    [InlineData("S3", "points", "points,points", "1,-1,0", "-1,1,0", "tanh", false)]
    [InlineData("C3", "regular", "regular", "1,2,-3", "-1,-2,3", "tanh", true)]
    [InlineData("C3", "regular", "regular", "1,2,-3", "-1,-2,3", "abs", false)]
    [InlineData("C3", "regular", "regular,regular", "1,2,-3", "-1,-2,3", "abs", false)]
    [InlineData("C3", "regular", "regular", "1,2,-3", "-1,-2,3", "sigmoid", true)]
    [InlineData("C3", "regular", "regular", "1,2,-3", "-1,-2,3", "gelu", false)]
    [InlineData("C3", "regular", "regular,regular", "1,2,-3", "-1,-2,3", "gelu", true)]
    [InlineData("C3", "regular", "regular,regular", "1,2,-3", "-1,-2,3", "sigmoid", true)]
    public void Without_biases_the_activation_counts(string name, string on, string layers, string first, string second, string? activation, bool separated)
    {
        var group = FiniteGroup.Parse(name);
        var x = GSet.Parse(group, on);
        var architecture = Architecture.Of(x, layers.Split(',').Select(layer => GSet.Parse(group, layer)));
        var known = activation is null ? null : Activation.Parse(activation);
        var answer = PairSeparation.Of(architecture, Input(x, first), Input(x, second), known);
        Assert.Equal(separated, answer.IsSeparated);
        if (!separated && known is { IsExact: true })
        {
            Assert.All(Enumerable.Range(0, 50), seed =>
            {
                var network = RandomIntegerNetwork.Of(architecture, 1, seed, known, biases: false);
                Assert.Equal(network.Evaluate(answer.First), network.Evaluate(answer.Second));
            });
        }

        Assert.Equal(SeparationCertificate.Exists(answer), known is null || (separated && known.PiecewiseLinear is not null));
        if (SeparationCertificate.Exists(answer))
        {
            Assert.True(CertificateChecker.Check(SeparationCertificate.Of(answer)).IsAccepted);
        }
    }

    [Theory]
    [InlineData("hardtanh")]
    [InlineData("elu")]
    [InlineData("square")]
    public void Activations_of_which_nothing_is_proved_without_biases_are_refused_by_name(string activation)
    {
        var group = FiniteGroup.Parse("C3");
        var x = GSet.Regular(group);
        var error = Assert.Throws<ArgumentException>(() => PairSeparation.Of(Architecture.Of(x, [x]), Input(x, "1,2,3"), Input(x, "2,1,3"), Activation.Parse(activation)));
        Assert.Contains(activation, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Irrational_inputs_are_told_apart_exactly()
    {
        var group = FiniteGroup.Parse("C5");
        var x = GSet.Regular(group);
        var values = Enumerable.Range(0, 5).Select(k => RealCyclotomic.TwoCosine(5, k) / 1000).ToList();
        var first = NetworkInput.Of(x, values);
        var turned = first.MovedBy(group.Generators[0]);
        var stretched = NetworkInput.Of(x, values.Select((_, k) => RealCyclotomic.TwoCosine(5, 2 * k) / 1000));
        var architecture = Architecture.Of(x, [x, x]);
        Assert.False(PairSeparation.Of(architecture, first, turned).IsSeparated);
        var answer = PairSeparation.Of(architecture, first, stretched);
        Assert.True(answer.IsSeparated);
        Assert.True(CertificateChecker.Check(SeparationCertificate.Of(answer)).IsAccepted);
    }

    [Fact]
    public void Several_channels_are_seen_together()
    {
        var group = FiniteGroup.Parse("S3");
        var x = GSet.Points(group);
        var architecture = Architecture.Of(x, [x]);
        NetworkInput Two(string first, string second) => NetworkInput.Of(x, [Input(x, first).Channels[0], Input(x, second).Channels[0]]);
        Assert.True(PairSeparation.Of(architecture, Two("1,2,3", "1,2,3"), Two("1,2,3", "2,1,3")).IsSeparated);
        Assert.False(PairSeparation.Of(architecture, Two("1,2,3", "1,2,3"), Two("2,1,3", "2,1,3")).IsSeparated);
        Assert.Throws<ArgumentException>(() => PairSeparation.Of(architecture, Two("1,2,3", "1,2,3"), Input(x, "1,2,3")));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Numbers_are_determined_by_their_pair_sums_unless_their_number_is_a_power_of_two(int n, bool complete)
    {
        var group = FiniteGroup.Parse($"S{n}");
        Assert.Equal(complete, Completeness.Of(Architecture.Of(GSet.Points(group), [GSet.Subsets(group, 2)])).IsComplete);
    }

    [Theory]
    [InlineData("subsets:2")]
    [InlineData("subsets:3")]
    [Trait("speed", "slow")]
    public void Six_numbers_are_determined_by_their_sums_of_two_and_not_by_those_of_three(string layer)
    {
        var group = FiniteGroup.Parse("S6");
        var answer = Completeness.Of(Architecture.Of(GSet.Points(group), [GSet.Parse(group, layer)]));
        Assert.Equal(layer == "subsets:2", answer.IsComplete);
    }

    [Theory]
    [InlineData("regular", true)]
    [InlineData("points", false)]
    [InlineData("cosets:(1,2)(3,4)", false)]
    public void A4_on_points_is_complete_only_on_the_regular_set(string layer, bool complete)
    {
        var group = FiniteGroup.Parse("A4");
        Assert.Equal(complete, Completeness.Of(Architecture.Of(GSet.Points(group), [GSet.Parse(group, layer)])).IsComplete);
    }

    [Fact]
    public void Two_layers_on_pairs_see_the_orientation_of_A4_and_one_does_not()
    {
        var group = FiniteGroup.Parse("A4");
        var (x, pairs) = (GSet.Points(group), GSet.Subsets(group, 2));
        var answer = PairSeparation.Of(Architecture.Of(x, [pairs]), Input(x, "0,1,2,4"), Input(x, "1,0,2,4"));
        Assert.False(answer.IsSeparated);
        Assert.Equal(2, answer.DepthNeeded);
        Assert.Null(PairSeparation.Of(Architecture.Of(x, [x]), answer.First, answer.Second).DepthNeeded);
        Assert.True(PairSeparation.Of(Architecture.Of(x, [pairs, pairs]), answer.First, answer.Second).IsSeparated);
    }

    [Fact]
    public void The_two_strongly_regular_graphs_on_16_points_are_not_told_apart_by_pairs()
    {
        // The Shrikhande graph and the 4 x 4 rook's graph, parameters (16, 6, 2, 2).
        var group = FiniteGroup.Parse("S16");
        var edges = GSet.Subsets(group, 2);
        var pairs = (from a in Enumerable.Range(0, 16) from b in Enumerable.Range(a + 1, 15 - a) select (A: a, B: b)).ToList();
        bool Rook(int a, int b) => (a / 4 == b / 4) != (a % 4 == b % 4);
        bool Shrikhande(int a, int b) => (((a / 4) - (b / 4) + 4) % 4, ((a % 4) - (b % 4) + 4) % 4) is (0, 1) or (0, 3) or (1, 0) or (3, 0) or (1, 1) or (3, 3);
        NetworkInput Graph(Func<int, int, bool> adjacent) => NetworkInput.Of(edges, pairs.Select(pair => (RealCyclotomic)(adjacent(pair.A, pair.B) ? 1 : 0)));
        var answer = PairSeparation.Of(Architecture.Of(edges, [edges, edges]), Graph(Rook), Graph(Shrikhande));
        Assert.False(answer.IsSeparated);
        Assert.Null(answer.DepthNeeded);
    }

    [Fact]
    public void Comparisons_name_what_only_one_shape_sees()
    {
        var group = FiniteGroup.Parse("S4");
        var x = GSet.Points(group);
        var (points, pairs) = (Architecture.Of(x, [x]), Architecture.Of(x, [GSet.Subsets(group, 2)]));
        var answer = ArchitectureComparison.Of(pairs, points);
        Assert.False(answer.FirstSeesAtLeastAsMuch);
        Assert.True(answer.SecondSeesAtLeastAsMuch);
        var seen = answer.SeenBySecondOnly!;
        Assert.False(PairSeparation.Of(pairs, seen.First, seen.Second).IsSeparated);
        Assert.True(PairSeparation.Of(points, seen.First, seen.Second).IsSeparated);

        var (first, second) = (Architecture.Of(x, [GSet.Parse(group, "cosets:(1,2)(3,4)")]), Architecture.Of(x, [GSet.Parse(group, "cosets:(1,2);(3,4)")]));
        Assert.True(ArchitectureComparison.Of(first, second).FirstSeesAtLeastAsMuch);
    }

    [Fact]
    public void Two_layers_are_complete_where_the_second_one_is_larger()
    {
        var group = FiniteGroup.Parse("S4");
        var (x, pairs) = (GSet.Points(group), GSet.Subsets(group, 2));
        Assert.False(Completeness.Of(Architecture.Of(x, [pairs, pairs])).IsComplete);
        Assert.True(Completeness.Of(Architecture.Of(x, [pairs, GSet.Regular(group)])).IsComplete);
    }

    /// <summary>A network that separates two inputs, given out as one that separates an input from its own image.</summary>
    [Fact]
    public void A_network_with_equal_outputs_separates_nothing()
    {
        var x = GSet.Points(FiniteGroup.Parse("S3"));
        var architecture = Architecture.Of(x, [x]);
        var (first, second, image) = (Input(x, "1,2,-4"), Input(x, "1,1,1"), Input(x, "2,1,-4"));
        var network = ((PairSeparation.Separated)PairSeparation.Of(architecture, first, second)).Network;
        Assert.True(new PairSeparation.Separated(architecture, first, second, null, network, CancellationToken.None).Point >= 0);
        Fires.With("the outputs of a separating network differ", () => _ = new PairSeparation.Separated(architecture, first, image, null, network, CancellationToken.None));
    }

    [Fact]
    public void Limits_are_named()
    {
        var group = FiniteGroup.Parse("S5");
        var error = Assert.Throws<LimitExceededException>(() => Completeness.Of(Architecture.Of(GSet.Points(group), [GSet.Subsets(group, 2)]), CompletenessOptions.Default.WithMaxSubspaces(3)));
        Assert.Equal(3, error.Bound);
        Assert.Throws<ArgumentException>(() => Completeness.Of(Architecture.Of(GSet.Points(group), [GSet.Points(group)], GSet.Points(group))));
        Assert.Throws<ArgumentException>(() => Architecture.Of(GSet.Points(group), []));
    }

    private static NetworkInput Input(GSet set, string values) => NetworkInput.Of(set, values.Split(',').Select(value => RealCyclotomic.Parse(value)));
}
