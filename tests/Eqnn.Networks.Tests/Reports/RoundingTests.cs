using Eqnn.Algebra.Groups;
using Eqnn.Networks.Reports;
using Eqnn.Networks.Simples;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Reports;

/// <summary>Rounding is never taken for a contradiction, however much of a state cancels.</summary>
public sealed class RoundingTests
{
    public static TheoryData<string, string, double> Cancellations
    {
        get
        {
            var data = new TheoryData<string, string, double>();
            foreach (var remaining in new[] { 1e-4, 1e-6, 1e-8, 1e-9, 3e-10, 1e-12, 1e-15, 0 })
            {
                data.Add("C8", "regular", remaining);
                data.Add("S4", "regular", remaining);
                data.Add("S12", "points", remaining);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cancellations))]
    public void Two_terms_that_nearly_cancel_leave_nothing_where_nothing_can_be(string group, string set, double remaining)
    {
        var network = Cancelling(FeatureSpace.Parse(FiniteGroup.Parse(group), "3*" + set), remaining);
        var simples = NetworkSimples.Of(network);
        foreach (var simple in simples.All.Where(simple => simples.MultiplicityIn(network.Input, simple) > 0))
        {
            var reach = NetworkReach.Of(simples, network, [simple]);
            Assert.All(reach.States, state => Assert.All(simples.All, other => Assert.True(state.Possible[other.Position] || state.Shares[other.Position] == 0)));
        }
    }

    [Theory]
    [MemberData(nameof(Cancellations))]
    public void Data_that_nearly_cancels_is_explained(string group, string set, double remaining)
    {
        var network = Cancelling(FeatureSpace.Parse(FiniteGroup.Parse(group), "3*" + set), remaining);
        var points = network.Input.Points;
        double[] alternating = [.. Enumerable.Range(0, 3 * points).Select(i => i % points == 0 ? 1.0 - points : 1)];
        Assert.NotNull(NetworkExplanation.Of(network, [alternating]));
        Assert.NotNull(NetworkExplanation.Of(network, [Networks.Vector(3 * points, 1)]));
    }

    [Fact]
    public void A_part_of_the_data_too_small_to_be_followed_may_grow()
    {
        // 1e-11 of the second frequency counts as rounding of the input; a weight of 1e6 brings it to light.
        var space = FeatureSpace.Parse(FiniteGroup.Parse("C8"), "1*regular");
        double[] wave = [.. Enumerable.Range(0, 8).Select(x => Math.Cos(2 * Math.PI * x / 8) + (1e-11 * Math.Cos(2 * Math.PI * x / 4)))];
        var network = new EquivariantNetwork(space, [new([new(0, EquivariantMap.FromWeights(space, space, [.. Enumerable.Range(0, 8).Select(x => Math.Cos(2 * Math.PI * x / 8) + (1e6 * Math.Cos(2 * Math.PI * x / 4)))]))], null, Activation.Identity)]);
        var explanation = NetworkExplanation.Of(network, [wave]);
        Assert.False(explanation.States[1].Possible[2]);
        Assert.InRange(explanation.States[1].ShareOf(explanation.Simples.All[2]), 1e-11, 1e-9);
    }

    [Fact]
    public void An_activation_that_lets_hardly_anything_through_is_measured_by_what_stands_before_it()
    {
        // All but 1e-9 of the vector lies below 0.
        var space = FeatureSpace.Parse(FiniteGroup.Parse("C8"), "1*regular");
        var network = new EquivariantNetwork(space, [new([new(0, EquivariantMap.FromWeights(space, space, [1, 0, 0, 0, 0, 0, 0, 0]))], null, Activation.Relu)]);
        double[] wave = [.. Enumerable.Range(0, 8).Select(x => -1 + (1.000000001 * Math.Cos(2 * Math.PI * x / 8)))];
        var explanation = NetworkExplanation.Of(network, [wave]);
        Assert.True(explanation.Transfers[0].ForbiddenCount > 0);
    }

    [Fact]
    public void Constants_of_the_activations_bound_their_slopes_and_are_nearly_attained()
    {
        foreach (var activation in Activation.Known.Where(activation => activation.IsContinuous).Concat(new[] { "leaky-relu:-3", "elu:2.5", "elu:-2", "hardtanh:-2,1/2", "pl:(-3,0) (0,0) (1,5) (2,4)" }.Select(Activation.Parse)))
        {
            foreach (var radius in new[] { 0.5, 2, 12 })
            {
                var steepest = 0.0;
                for (var t = -radius; t < radius; t += 1.0 / 512)
                {
                    steepest = Math.Max(steepest, Math.Abs(activation.ApproximateAt(t + (1.0 / 1024)) - activation.ApproximateAt(t)) * 1024);
                }

                // For small radii a constant bound may be more than is needed.
                Assert.InRange(steepest, radius < 12 ? 0 : 0.99 * activation.SlopeBoundOn(radius), activation.SlopeBoundOn(radius) * (1 + 1e-9));
            }
        }
    }

    /// <summary>Two layers: x₁ = W x₀, x₂ = x₁ − (1 − remaining) W x₀.</summary>
    private static EquivariantNetwork Cancelling(FeatureSpace space, double remaining)
    {
        var first = RandomNetwork.Of([space, space], Activation.Identity).Layers[0].Terms[0].Map;
        var orbitals = first.OrbitalCount;
        var identity = new double[9 * orbitals];
        for (var c = 0; c < 3; c++)
        {
            identity[((c * 3) + c) * orbitals] = 1;
        }

        var back = EquivariantMap.FromWeights(space, space, first.Weights.Select(weight => -(1 - remaining) * weight));
        return new(space,
        [
            new([new(0, first)], null, Activation.Identity),
            new([new(1, EquivariantMap.FromWeights(space, space, identity)), new(0, back)], null, Activation.Relu),
        ]);
    }
}
