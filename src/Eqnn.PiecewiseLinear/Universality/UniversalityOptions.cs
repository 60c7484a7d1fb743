using Eqnn.PiecewiseLinear.Separation;

namespace Eqnn.PiecewiseLinear.Universality;

/// <summary>Bounds of <see cref="UniversalityTable"/>.</summary>
/// <param name="MaxDegree">The last degree in which missed polynomials are looked for.</param>
/// <param name="MaxSubspaces">The most subspaces of pairs of inputs for one decision whether all orbits are separated, for inputs on at most <see cref="AlwaysDecided"/> points; a fiftieth of it beyond, and beyond <see cref="Costly"/> points fewer, by the cube of their number.</param>
/// <param name="MaxUnions">The most unions of orbits that are tried for a smallest separating set.</param>
public sealed record UniversalityOptions(int MaxDegree = 12, long MaxSubspaces = 1_000_000, int MaxUnions = 40)
{
    /// <summary>Up to so many points of X whether all orbits are separated is worth a long search.</summary>
    public const int AlwaysDecided = 12;

    /// <summary>Beyond so many points of X a subspace costs so much that fewer are looked at.</summary>
    public const int Costly = 48;

    /// <summary>The defaults.</summary>
    public static UniversalityOptions Default { get; } = new();

    /// <summary>With another last degree.</summary>
    public UniversalityOptions WithMaxDegree(int maxDegree) => this with { MaxDegree = maxDegree };

    /// <summary>With another bound on subspaces.</summary>
    public UniversalityOptions WithMaxSubspaces(long maxSubspaces) => this with { MaxSubspaces = maxSubspaces };

    /// <summary>With another bound on unions.</summary>
    public UniversalityOptions WithMaxUnions(int maxUnions) => this with { MaxUnions = maxUnions };

    internal CompletenessOptions CompletenessOn(long points) =>
        new(points <= AlwaysDecided ? MaxSubspaces : Math.Max(1, (long)(MaxSubspaces / 50 * Math.Min(1, Math.Pow(Costly / (double)points, 3)))));
}
