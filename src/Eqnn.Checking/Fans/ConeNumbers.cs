using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Checking.Fans;

/// <summary>Exact arithmetic of cones: vectors matter up to positive factors.</summary>
internal interface IConeNumbers<T>
{
    /// <summary>0.</summary>
    static abstract T Zero { get; }

    /// <summary>1.</summary>
    static abstract T One { get; }

    /// <summary>sum + x y.</summary>
    static abstract T AddProduct(T sum, T x, T y);

    /// <summary>a x - b y.</summary>
    static abstract T Cross(T a, T x, T b, T y);

    /// <summary>-x.</summary>
    static abstract T Negative(T x);

    /// <summary>The sign.</summary>
    static abstract int Sign(T x);

    /// <summary>Divides a vector by a positive number, to keep it small.</summary>
    static abstract void Shorten(Span<T> vector);
}

/// <summary>Machine integers; what does not fit throws <see cref="OverflowException"/>.</summary>
internal readonly struct MachineWholeNumbers : IConeNumbers<long>
{
    private const long MostLeft = 1 << 14;

    public static long Zero => 0;

    public static long One => 1;

    public static long AddProduct(long sum, long x, long y) => checked(sum + (x * y));

    public static long Cross(long a, long x, long b, long y) => checked((a * x) - (b * y));

    public static long Negative(long x) => checked(-x);

    public static int Sign(long x) => Math.Sign(x);

    public static void Shorten(Span<long> vector)
    {
        // Divisions cost more than they save while the entries are small.
        var isSmall = true;
        foreach (var entry in vector)
        {
            isSmall &= entry is < MostLeft and > -MostLeft;
        }

        if (isSmall)
        {
            return;
        }

        var divisor = 0UL;
        foreach (var entry in vector)
        {
            divisor = GreatestCommonDivisor(divisor, (ulong)(entry < 0 ? checked(-entry) : entry));
            if (divisor == 1)
            {
                return;
            }
        }

        for (var i = 0; i < vector.Length && divisor > 1; i++)
        {
            vector[i] /= (long)divisor;
        }
    }

    /// <summary>By halving and subtracting: divisions are slow.</summary>
    private static ulong GreatestCommonDivisor(ulong a, ulong b)
    {
        if (a == 0 || b == 0)
        {
            return a | b;
        }

        var twos = BitOperations.TrailingZeroCount(a | b);
        a >>= BitOperations.TrailingZeroCount(a);
        while (b != 0)
        {
            b >>= BitOperations.TrailingZeroCount(b);
            (a, b) = a < b ? (a, b - a) : (b, a - b);
        }

        return a << twos;
    }
}

/// <summary>Integers of any size.</summary>
internal readonly struct LargeWholeNumbers : IConeNumbers<BigInteger>
{
    public static BigInteger Zero => BigInteger.Zero;

    public static BigInteger One => BigInteger.One;

    public static BigInteger AddProduct(BigInteger sum, BigInteger x, BigInteger y) => sum + (x * y);

    public static BigInteger Cross(BigInteger a, BigInteger x, BigInteger b, BigInteger y) => (a * x) - (b * y);

    public static BigInteger Negative(BigInteger x) => -x;

    public static int Sign(BigInteger x) => x.Sign;

    public static void Shorten(Span<BigInteger> vector)
    {
        var divisor = BigInteger.Zero;
        foreach (var entry in vector)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, entry);
        }

        for (var i = 0; i < vector.Length && divisor > 1; i++)
        {
            vector[i] /= divisor;
        }
    }
}

/// <summary>Real cyclotomics.</summary>
internal readonly struct RealCyclotomics : IConeNumbers<Cyclotomic>
{
    public static Cyclotomic Zero => Cyclotomic.Zero;

    public static Cyclotomic One => Cyclotomic.One;

    public static Cyclotomic AddProduct(Cyclotomic sum, Cyclotomic x, Cyclotomic y) => x.IsZero || y.IsZero ? sum : sum + (x * y);

    public static Cyclotomic Cross(Cyclotomic a, Cyclotomic x, Cyclotomic b, Cyclotomic y) => (a * x) - (b * y);

    public static Cyclotomic Negative(Cyclotomic x) => -x;

    public static int Sign(Cyclotomic x) => x.Sign;

    public static void Shorten(Span<Cyclotomic> vector)
    {
        foreach (var entry in vector)
        {
            if (!entry.IsZero)
            {
                var size = entry.Sign < 0 ? -entry : entry;
                for (var i = 0; i < vector.Length; i++)
                {
                    vector[i] = vector[i].IsZero ? vector[i] : vector[i] / size;
                }

                return;
            }
        }
    }
}
