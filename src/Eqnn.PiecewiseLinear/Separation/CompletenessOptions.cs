namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>Bounds of the search through pairs of inputs.</summary>
/// <param name="MaxSubspaces">The most subspaces of pairs that are looked at.</param>
public sealed record CompletenessOptions(long MaxSubspaces = 1_000_000)
{
    /// <summary>The defaults.</summary>
    public static CompletenessOptions Default { get; } = new();

    /// <summary>With another bound.</summary>
    public CompletenessOptions WithMaxSubspaces(long maxSubspaces) => this with { MaxSubspaces = maxSubspaces };
}
