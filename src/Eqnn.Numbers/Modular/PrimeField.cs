namespace Eqnn.Numbers.Modular;

/// <summary>The field of p elements for a prime p &lt; 2^31, its elements as <see cref="ulong"/> in 0 .. p-1.</summary>
/// <remarks>
/// Character tables are computed here first: with p ≡ 1 modulo the exponent e of the group, F_p holds the e-th roots of unity, so it splits the class algebra
/// [Dixon1967]. Products of two elements are below 2^62, so up to three more can be added before a reduction.
/// </remarks>
public sealed class PrimeField
{
    private const long Limit = 1L << 31;

    private PrimeField(ulong p) => P = p;

    /// <summary>The number of elements, a prime below 2^31.</summary>
    public ulong P { get; }

    /// <summary>The field of <paramref name="p"/> elements.</summary>
    /// <exception cref="ArgumentException">Not a prime below 2^31.</exception>
    public static PrimeField Of(long p) => p < Limit && NumberTheory.IsPrime(p)
        ? new PrimeField((ulong)p)
        : throw new ArgumentException(FormattableString.Invariant($"{p} is not a prime below 2^31"), nameof(p));

    /// <summary>The field for the least prime p ≡ 1 mod <paramref name="exponent"/> with p &gt; <paramref name="above"/> and p &gt; 2.</summary>
    /// <exception cref="LimitExceededException">There is none below 2^31.</exception>
    public static PrimeField SplittingExponent(long exponent, long above)
    {
        var prime = NumberTheory.NextPrimeCongruentToOne(exponent, Math.Max(above, 2));
        return prime < Limit
            ? new PrimeField((ulong)prime)
            : throw new LimitExceededException("primes for modular arithmetic", Limit, FormattableString.Invariant($"a prime above {above} congruent to 1 modulo {exponent}"), "not possible in this version");
    }

    /// <summary>a + b.</summary>
    public ulong Add(ulong a, ulong b)
    {
        var sum = a + b;
        return sum >= P ? sum - P : sum;
    }

    /// <summary>a - b.</summary>
    public ulong Subtract(ulong a, ulong b) => a >= b ? a - b : a + P - b;

    /// <summary>-a.</summary>
    public ulong Negate(ulong a) => a == 0 ? 0 : P - a;

    /// <summary>a · b.</summary>
    public ulong Multiply(ulong a, ulong b) => a * b % P;

    /// <summary>The class of an integer.</summary>
    public ulong FromInteger(long a)
    {
        var rest = a % (long)P;
        return (ulong)(rest < 0 ? rest + (long)P : rest);
    }

    /// <summary>The integer of least absolute value in the class of <paramref name="a"/>.</summary>
    public long ToSignedInteger(ulong a) => a > P / 2 ? (long)a - (long)P : (long)a;

    /// <summary>a^n for n &gt;= 0.</summary>
    public ulong Pow(ulong a, ulong n)
    {
        var result = 1UL;
        for (var square = a % P; n > 0; n >>= 1)
        {
            if ((n & 1) != 0)
            {
                result = result * square % P;
            }

            square = square * square % P;
        }

        return result;
    }

    /// <summary>1/a.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="a"/> is 0.</exception>
    public ulong Inverse(ulong a)
    {
        if (a == 0)
        {
            throw new DivideByZeroException();
        }

        long r0 = (long)P, r1 = (long)a, t0 = 0, t1 = 1;
        while (r1 != 0)
        {
            var q = r0 / r1;
            (r0, r1) = (r1, r0 - (q * r1));
            (t0, t1) = (t1, t0 - (q * t1));
        }

        return FromInteger(t0);
    }

    /// <summary>An element of multiplicative order exactly <paramref name="order"/>, a divisor of p - 1: the first one among the powers of 2, 3, 4, ...</summary>
    public ulong RootOfUnity(long order)
    {
        var primes = NumberTheory.PrimeFactors(order);
        for (var a = 2UL; ; a++)
        {
            var root = Pow(a, (P - 1) / (ulong)order);
            if (primes.All(q => Pow(root, (ulong)(order / q)) != 1) && (order == 1 || root != 1))
            {
                return root;
            }
        }
    }

    /// <summary>In one line: the prime.</summary>
    public override string ToString() => FormattableString.Invariant($"integers modulo {P}");
}
