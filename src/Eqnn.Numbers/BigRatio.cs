using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>The overflow body of a <see cref="Rational"/>: a reduced fraction of which at least one part leaves 64 bits.</summary>
internal sealed class BigRatio(BigInteger numerator, BigInteger denominator)
{
    /// <summary>The numerator, coprime to the denominator.</summary>
    public BigInteger Numerator { get; } = numerator;

    /// <summary>The denominator, positive.</summary>
    public BigInteger Denominator { get; } = denominator;
}
