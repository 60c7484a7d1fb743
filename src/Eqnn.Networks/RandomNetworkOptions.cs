using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks;

/// <summary>How a random network is made; every property has a default.</summary>
public sealed record RandomNetworkOptions
{
    /// <summary>The defaults: ReLU, seed 0, biases, no residual sums, full filters.</summary>
    public static RandomNetworkOptions Default { get; } = new();

    /// <summary>The activation of the hidden layers; the last has none.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>The seed.</summary>
    public int Seed { get; init; }

    /// <summary>Whether biases are random; otherwise they are 0.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Whether a layer adds its own input wherever both have the same features.</summary>
    public bool Residual { get; init; }

    /// <summary>For abelian groups acting freely: only the orbitals whose offset is within half of this width of 0 on every axis have weights; <c>null</c> for all.</summary>
    public int? Support { get; init; }

    /// <summary>The order of axes in array files.</summary>
    public AxisOrder Axes { get; init; }

    /// <summary>The same with another seed.</summary>
    public RandomNetworkOptions WithSeed(int seed) => this with { Seed = seed };
}
