using System.Collections.Concurrent;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>Elementary functions, each by a series with a bound on its rest; all steps are operations on intervals, so nothing is lost to rounding.</summary>
public readonly partial struct RealInterval
{
    private static readonly ConcurrentDictionary<int, RealInterval> Pis = new();

    /// <summary>π.</summary>
    public static RealInterval Pi(int bits)
    {
        RequireBits(bits);

        // Machin: π = 16 arctan(1/5) − 4 arctan(1/239).
        return Pis.GetOrAdd(bits, static b =>
        {
            var wide = b + 16;
            return ((16 * ArctanSeries(Of(new Rational(1, 5), wide))) - (4 * ArctanSeries(Of(new Rational(1, 239), wide)))).WithBits(b);
        });
    }

    /// <summary>The square roots; what lies below 0 is left out.</summary>
    /// <exception cref="ArgumentException">All numbers of the interval are negative.</exception>
    public RealInterval Sqrt()
    {
        if (_high.Sign < 0)
        {
            throw new ArgumentException($"the square root of {this}");
        }

        return new(NumberTheory.FloorRoot(BigInteger.Max(_low, BigInteger.Zero) << Bits), CeilingRoot(_high << Bits), Bits);
    }

    /// <summary>The exponential function.</summary>
    public RealInterval Exp() => new(ExpOf(_low, Bits)._low, ExpOf(_high, Bits)._high, Bits);

    /// <summary>The natural logarithm of numbers above 0.</summary>
    /// <exception cref="ArgumentException">The interval is not above 0.</exception>
    public RealInterval Log()
    {
        if (!IsPositive)
        {
            throw new ArgumentException($"the logarithm of {this}");
        }

        return new(LogOf(_low, Bits)._low, LogOf(_high, Bits)._high, Bits);
    }

    /// <summary>arctan.</summary>
    public RealInterval Arctan() => new(ArctanOf(_low, Bits)._low, ArctanOf(_high, Bits)._high, Bits);

    /// <summary>arcsin of the part of the interval in [−1, 1].</summary>
    /// <exception cref="CertificateException">No number of it lies there.</exception>
    public RealInterval Arcsin()
    {
        var inside = Within(-Rational.One, Rational.One);
        return new(ArcsinOf(inside._low, Bits)._low, ArcsinOf(inside._high, Bits)._high, Bits);
    }

    /// <summary>The cosines.</summary>
    public RealInterval Cos()
    {
        var wide = Bits + 24;
        var x = WithBits(wide);
        var turn = 2 * Pi(wide + BitLength(BigInteger.Abs(_low) + BigInteger.Abs(_high)));
        var count = new Rational(x._low + x._high, BigInteger.One << (wide + 1)) / new Rational(turn._low, BigInteger.One << turn.Bits);
        var reduced = x - ((Rational)count.Round() * turn).WithBits(wide);
        var square = reduced.Squared();
        var (term, sum) = (Of(Rational.One, wide), Of(Rational.One, wide));
        for (var k = 1; ; k += 2)
        {
            term = -new Rational(1, (BigInteger)k * (k + 1)) * (term * square);
            sum += term;

            // Once each term is below half of the one before, the rest is below the last term.
            if (term.Abs()._high <= 4 && 2 * square.High < (Rational)((k + 2) * (k + 3)))
            {
                return sum.WidenedBy(term).Within(-Rational.One, Rational.One).WithBits(Bits);
            }
        }
    }

    /// <summary>The sines.</summary>
    public RealInterval Sin() => ((new Rational(1, 2) * Pi(Bits + 8)) - WithBits(Bits + 8)).Cos().WithBits(Bits);

    /// <summary>The error function <c>2/√π ∫_0^x exp(−s²) ds</c>.</summary>
    public RealInterval Erf() => new(ErfOf(_low, Bits)._low, ErfOf(_high, Bits)._high, Bits);

    private static RealInterval Point(BigInteger units, int bits) => new(units, units, bits);

    private static int BitLength(BigInteger value) => (int)BigInteger.Abs(value).GetBitLength();

    private static RealInterval ExpOf(BigInteger units, int bits)
    {
        if (units.Sign > 0)
        {
            // exp(x) = 1/exp(−x), with bits enough for the size of the result: x / log 2 < 1.4427 x.
            var size = (long)((units >> bits) + 1) * 3 / 2;
            RequireBits((int)Math.Min(bits + (2 * size), int.MaxValue));
            var wide = bits + (int)(2 * size) + 8;
            return (Of(Rational.One, wide) / ExpOf(-(units << (wide - bits)), wide)).WithBits(bits);
        }

        if (BitLength(units) > bits + 40)
        {
            return new(BigInteger.Zero, BigInteger.One, bits);
        }

        // exp(x) = exp(x/2^s)^(2^s), |x/2^s| < 1/256.
        var halvings = Math.Max(0, BitLength(units) - bits + 8);
        var working = bits + halvings + 16;
        var x = Point(units << (working - bits - halvings), working);
        var (term, sum) = (Of(Rational.One, working), Of(Rational.One, working));
        for (var k = 1; ; k++)
        {
            term = new Rational(1, k) * (term * x);
            sum += term;
            if (term.Abs()._high <= 2)
            {
                // The rest is below twice the next term, and that is far below the last one.
                sum = sum.WidenedBy(term);
                break;
            }
        }

        for (var i = 0; i < halvings; i++)
        {
            sum = sum.Squared();
        }

        return sum.WithBits(bits).Within(Rational.Zero, Rational.One);
    }

    private static RealInterval LogOf(BigInteger units, int bits)
    {
        // x = 2^e y, 1 ≤ y < 2: log x = e log 2 + 2 artanh((y − 1)/(y + 1)), log 2 = 2 artanh(1/3).
        var exponent = BitLength(units) - 1 - bits;
        var wide = bits + 24 + Math.Abs(exponent);
        var y = Point(units << (wide - bits - exponent), wide);
        var one = Of(Rational.One, wide);
        var log = 2 * ArtanhSeries((y - one) / (y + one));
        return (log + ((Rational)(2 * exponent) * ArtanhSeries(Of(new Rational(1, 3), wide)))).WithBits(bits);
    }

    /// <summary>Σ x^(2k+1)/(2k+1) for |x| ≤ 1/3: the rest is below an eighth of the last power.</summary>
    private static RealInterval ArtanhSeries(RealInterval x) => PowerSeries(x, alternating: false);

    /// <summary>Σ (−1)^k x^(2k+1)/(2k+1) for |x| ≤ 1/3.</summary>
    private static RealInterval ArctanSeries(RealInterval x) => PowerSeries(x, alternating: true);

    private static RealInterval PowerSeries(RealInterval x, bool alternating)
    {
        var square = alternating ? -x.Squared() : x.Squared();
        var (power, sum) = (x, x);
        for (var k = 3; power.Abs()._high > 2; k += 2)
        {
            power *= square;
            sum += new Rational(1, k) * power;
        }

        // |x|² ≤ 1/9 + rounding: the powers that are left out sum to less than the last one, which is at most two units.
        return sum.WidenedBy(Point(3, x.Bits));
    }

    private static RealInterval ArctanOf(BigInteger units, int bits)
    {
        // tan(a/2) = tan a / (1 + √(1 + tan² a)); after three halvings |tan| < tan(π/16) < 1/5.
        var wide = bits + 16;
        var (x, one) = (Point(units << 16, wide), Of(Rational.One, wide));
        for (var i = 0; i < 3; i++)
        {
            x /= one + (one + x.Squared()).Sqrt();
        }

        return (8 * ArctanSeries(x)).WithBits(bits);
    }

    private static RealInterval ArcsinOf(BigInteger units, int bits)
    {
        // arcsin x = 2 arctan(x / (1 + √(1 − x²))); with 2·bits the square is exact, so the root near 0 is good to the last bit.
        var wide = (2 * bits) + 8;
        var (x, one) = (Point(units << (wide - bits), wide), Of(Rational.One, wide));
        var tangent = x / (one + (one - x.Squared()).Sqrt());
        return (2 * tangent.WithBits(bits + 8).Arctan()).WithBits(bits);
    }

    private static RealInterval ErfOf(BigInteger units, int bits)
    {
        if (units.Sign < 0)
        {
            return -ErfOf(-units, bits);
        }

        // 1 − erf(x) < exp(−x²) < 2^−(x²): beyond x² ≥ bits + 1 nothing is left but one unit.
        if ((units * units) >> (2 * bits) > bits + 1)
        {
            var one = BigInteger.One << bits;
            return new(one - 1, one, bits);
        }

        // erf(x) = 2/√π exp(−x²) Σ 2^n x^(2n+1)/(1·3·…·(2n+1)): all terms are positive; exp(−x²) is as small as the sum is large.
        var wide = bits + 24 + (int)(2 * ((units * units) >> (2 * bits)));
        var x = Point(units << (wide - bits), wide);
        var square = x.Squared();
        var (term, sum) = (x, x);
        for (var n = 1; ; n++)
        {
            term = new Rational(2, (2 * n) + 1) * (term * square);
            sum += term;

            // From 2n + 3 > 4 x² on each term is below half of the one before.
            if (term._high <= 2 && (2 * n) + 3 > 4 * square.High)
            {
                sum = new(sum._low, sum._high + 4, wide);
                break;
            }
        }

        return (2 * (sum * (-square).Exp() / Pi(wide).Sqrt())).WithBits(bits).Within(Rational.Zero, Rational.One);
    }

    private static BigInteger CeilingRoot(BigInteger value)
    {
        var floor = NumberTheory.FloorRoot(value);
        return floor * floor == value ? floor : floor + 1;
    }
}
