namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>How far the search for witnesses goes.</summary>
public sealed record DepthOptions
{
    /// <summary>The default: 40 trials for each source and depth, on G-sets of at most 64 points.</summary>
    public static DepthOptions Default { get; } = new();

    /// <summary>The number of random weights and inputs tried for each source and depth; 0 turns the search off.</summary>
    public int WitnessTrials { get; init; } = 40;

    /// <summary>The largest G-set on which the search is made.</summary>
    public int MaxWitnessPoints { get; init; } = 64;

    /// <summary>The seed of the weights and inputs. It may change which witness is found and, where witnesses are rare, whether one is found.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The same with another number of trials.</summary>
    public DepthOptions WithWitnessTrials(int trials) => this with { WitnessTrials = trials };

    /// <summary>The same with another seed.</summary>
    public DepthOptions WithSeed(int seed) => this with { Seed = seed };
}
