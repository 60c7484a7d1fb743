using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>An irrational cyclotomic number: Σ c_i ζ_n^(e_i) / d in the Zumbroich basis of its conductor n.</summary>
/// <remarks>
/// Canonical: n is the smallest possible, the exponents ascend, no coefficient is 0, the greatest common divisor of all coefficients and d is 1, d is positive.
/// <see cref="Small"/> holds the coefficients iff all of them and d fit into 63 bits and a sign (<c>long.MinValue</c> excluded), else <see cref="Large"/> does.
/// </remarks>
internal sealed class CyclotomicBody : IEquatable<CyclotomicBody>
{
    private int _hash;

    /// <summary>Takes canonical parts as they are.</summary>
    public CyclotomicBody(int conductor, int[] exponents, long[] coefficients, long denominator)
    {
        Conductor = conductor;
        Exponents = exponents;
        Small = coefficients;
        SmallDenominator = denominator;
    }

    /// <summary>Takes canonical parts as they are.</summary>
    public CyclotomicBody(int conductor, int[] exponents, BigInteger[] coefficients, BigInteger denominator)
    {
        Conductor = conductor;
        Exponents = exponents;
        Large = coefficients;
        LargeDenominator = denominator;
    }

    /// <summary>n.</summary>
    public int Conductor { get; }

    /// <summary>The exponents, ascending, never written to after construction.</summary>
    public int[] Exponents { get; }

    /// <summary>The coefficients, or null where they do not fit.</summary>
    public long[]? Small { get; }

    /// <summary>The coefficients where <see cref="Small"/> is null.</summary>
    public BigInteger[]? Large { get; }

    /// <summary>d where <see cref="Small"/> is used.</summary>
    public long SmallDenominator { get; }

    /// <summary>d where <see cref="Large"/> is used.</summary>
    public BigInteger LargeDenominator { get; }

    /// <summary>The number of terms.</summary>
    public int Count => Exponents.Length;

    /// <summary>d.</summary>
    public BigInteger Denominator => Small is null ? LargeDenominator : SmallDenominator;

    /// <summary>c_i.</summary>
    public BigInteger Numerator(int i) => Small is null ? Large![i] : Small[i];

    /// <summary>c_i / d.</summary>
    public Rational Coefficient(int i) => Small is null ? new Rational(Large![i], LargeDenominator) : Rational.Of(Small[i], SmallDenominator);

    /// <summary>The coefficients as big integers, whichever way they are kept; not to be written to.</summary>
    public BigInteger[] LargeCoefficients() => Large ?? Array.ConvertAll(Small!, c => (BigInteger)c);

    /// <summary>The largest bit length of a coefficient where <see cref="Small"/> is used.</summary>
    public int SmallBits()
    {
        ulong all = 0;
        foreach (var c in Small!)
        {
            all |= MachineIntegers.Magnitude(c);
        }

        return MachineIntegers.BitLength(all);
    }

    /// <summary>The number of 64-bit words of the largest coefficient.</summary>
    public int WordLength() => Small is not null ? 1 : 1 + (int)(Large!.Max(c => c.GetBitLength()) / 64);

    /// <inheritdoc/>
    public bool Equals(CyclotomicBody? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Conductor != other.Conductor || !Exponents.AsSpan().SequenceEqual(other.Exponents))
        {
            return false;
        }

        return Small is not null
            ? other.Small is not null && SmallDenominator == other.SmallDenominator && Small.AsSpan().SequenceEqual(other.Small)
            : other.Large is not null && LargeDenominator == other.LargeDenominator && Large.AsSpan().SequenceEqual(other.Large);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CyclotomicBody);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Computed once; a race computes the same number twice.
        if (_hash == 0)
        {
            var hash = default(HashCode);
            hash.Add(Conductor);
            hash.Add(Denominator);
            for (var i = 0; i < Count; i++)
            {
                hash.Add(Exponents[i]);
                hash.Add(Numerator(i));
            }

            _hash = hash.ToHashCode() | 1;
        }

        return _hash;
    }
}
