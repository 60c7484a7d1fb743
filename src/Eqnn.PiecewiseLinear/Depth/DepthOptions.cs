namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>How many channels the input has, and how far the decision of depth goes.</summary>
public sealed record DepthOptions
{
    /// <summary>The default: one input channel; networks are looked for on G-sets of at most 64 points.</summary>
    public static DepthOptions Default { get; } = new();

    /// <summary>Whether the input has as many channels as one likes, each in <c>V_L</c>; otherwise it is one vector.</summary>
    public bool ManyInputChannels { get; init; }

    /// <summary>Whether to go on until nothing changes any more, in place of a fixed depth.</summary>
    public bool UntilStable { get; init; }

    /// <summary>The number of random weights and inputs tried for each source and depth; 0 turns the search for explicit networks off.</summary>
    public int WitnessTrials { get; init; } = 40;

    /// <summary>The largest G-set on which explicit networks and inputs are looked for.</summary>
    public int MaxWitnessPoints { get; init; } = 64;

    /// <summary>The largest number of orbits of chambers of one source.</summary>
    public long MaxChamberOrbits { get; init; } = 5000;

    /// <summary>The largest number of points times dimension of a component whose chambers are looked for.</summary>
    public long MaxFormEntries { get; init; } = 20_000;

    /// <summary>The seed of the weights and inputs. It may change which network is shown, never what is decided by a theorem.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The same with many input channels, or with one.</summary>
    public DepthOptions WithManyInputChannels(bool many) => this with { ManyInputChannels = many };

    /// <summary>The same until nothing changes.</summary>
    public DepthOptions WithUntilStable(bool untilStable) => this with { UntilStable = untilStable };

    /// <summary>The same with another number of trials.</summary>
    public DepthOptions WithWitnessTrials(int trials) => this with { WitnessTrials = trials };

    /// <summary>The same with another limit of chambers.</summary>
    public DepthOptions WithMaxChamberOrbits(long orbits) => this with { MaxChamberOrbits = orbits };

    /// <summary>The same with another seed.</summary>
    public DepthOptions WithSeed(int seed) => this with { Seed = seed };
}
