using System.Collections.Concurrent;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Cosines of rational multiples of the full turn, in fixed point with a proven error.</summary>
internal static class Cosine
{
    private const int LargestTabulatedOrder = 4096;
    private const int LargestTabulatedBits = 1024;

    private static readonly ConcurrentDictionary<(int Order, int Bits), BigInteger[]> Tables = new();
    private static readonly ConcurrentDictionary<int, double[]> Doubles = new();
    private static volatile PiValue _pi = new(0, BigInteger.Zero);

    /// <summary>The nearest doubles of <c>cos(2πe/n)</c>, e = 0 .. n-1; each wrong by less than 2^-53. Null for n above 4096.</summary>
    public static double[]? DoubleTable(int n)
    {
        const int Bits = 128;
        return n > LargestTabulatedOrder ? null : Doubles.GetOrAdd(n, static m => Array.ConvertAll(Table(m, Bits), c =>
        {
            var size = BinaryRounding.NearestDouble(BigInteger.Abs(c), BigInteger.One << Bits);
            return c.Sign < 0 ? -size : size;
        }));
    }

    /// <summary>A function e → c, 0 ≤ e &lt; n, with <c>|c / 2^bits - cos(2πe/n)| ≤ 2^-bits</c>.</summary>
    public static Func<int, BigInteger> FixedPoint(int n, int bits)
    {
        if (n > LargestTabulatedOrder || bits > LargestTabulatedBits)
        {
            return e => OfTurn(e, n, bits);
        }

        var table = Tables.GetOrAdd((n, bits), static key => Table(key.Order, key.Bits));
        return e => table[e];
    }

    private static BigInteger[] Table(int n, int bits)
    {
        var table = new BigInteger[n];
        for (var e = 0; e <= n / 2; e++)
        {
            table[e] = OfTurn(e, n, bits);
            table[(n - e) % n] = table[e];
        }

        return table;
    }

    // Octant reduction, then the power series in an angle of at most π/4. Errors, in units of 2^-w with w the working precision: the angle 3, its square through
    // the series 4, every one of T ≤ w terms 3, the tail 4: below 3w + 15, and the guard bits exceed the binary length of 16 (3w + 15) for bits ≥ 16.
    private static BigInteger OfTurn(int e, int n, int bits)
    {
        var (a, b, negative) = ((long)Math.Min(e, n - e), (long)n, false);
        if (4 * a > b)
        {
            // cos x = -cos(π - x).
            (a, b, negative) = (b - (2 * a), 2 * b, true);
        }

        var sine = 8 * a > b;
        if (sine)
        {
            // cos x = sin(π/2 - x).
            (a, b) = (b - (4 * a), 4 * b);
        }

        var guard = 12 + MachineIntegers.BitLength((ulong)bits);
        var width = bits + guard;
        var angle = Pi(width) * 2 * a / b;
        var square = (angle * angle) >> width;
        var term = sine ? angle : BigInteger.One << width;
        var sum = BigInteger.Zero;
        for (var k = sine ? 1 : 0; !term.IsZero; k += 2)
        {
            sum += term;
            term = -((term * square) >> width) / ((k + 1) * (k + 2));
        }

        var rounded = (sum + (BigInteger.One << (guard - 1))) >> guard;
        return negative ? -rounded : rounded;
    }

    // Machin: π = 16 arctan(1/5) - 4 arctan(1/239); error below 2^-bits.
    private static BigInteger Pi(int bits)
    {
        var known = _pi;
        if (known.Bits < bits)
        {
            var width = bits + 32;
            var value = ((16 * ArcCotangent(5, width)) - (4 * ArcCotangent(239, width))) >> 32;
            known = new PiValue(bits, value);
            _pi = known;
        }

        return known.Value >> (known.Bits - bits);
    }

    private static BigInteger ArcCotangent(int x, int width)
    {
        var power = (BigInteger.One << width) / x;
        var sum = BigInteger.Zero;
        for (var k = 1; !power.IsZero; k += 2)
        {
            sum += (k & 2) == 0 ? power / k : -(power / k);
            power /= x * x;
        }

        return sum;
    }

    private sealed record PiValue(int Bits, BigInteger Value);
}
