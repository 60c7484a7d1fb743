namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>What brute force says of one coupling <c>Φ_{L,K}</c>.</summary>
public enum BruteForceVerdict
{
    /// <summary>Φ is not zero: a chamber with a nonzero map, or a point with a nonzero value, exactly.</summary>
    NonZero,

    /// <summary>Φ is zero on every chamber, exactly.</summary>
    Zero,

    /// <summary>Φ is zero at all points tried: this proves nothing.</summary>
    NotFound,
}
