using BenchmarkDotNet.Attributes;
using Eqnn.Numbers;
using Fractions;

namespace Eqnn.Benchmarks;

/// <summary>Rational against the package Fractions on the same operands: one dot product of length 100.</summary>
[MemoryDiagnoser]
public class RationalArithmetic
{
    private const int Length = 100;

    private Rational[] _a = [];
    private Rational[] _b = [];
    private Fraction[] _x = [];
    private Fraction[] _y = [];

    /// <summary>integers; small: denominators up to 12; large: 30 digits on both sides.</summary>
    [Params("integers", "small", "large")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _a = [.. Enumerable.Range(1, Length).Select(i => Operand((i * 7 % 19) - 9, 1 + (i % 12)))];
        _b = [.. Enumerable.Range(1, Length).Select(i => Operand((i * 5 % 23) - 11, 1 + (i * 5 % 12)))];
        _x = Array.ConvertAll(_a, r => new Fraction(r.Numerator, r.Denominator));
        _y = Array.ConvertAll(_b, r => new Fraction(r.Numerator, r.Denominator));
    }

    [Benchmark]
    public Rational Rational()
    {
        var sum = Eqnn.Numbers.Rational.Zero;
        for (var i = 0; i < Length; i++)
        {
            sum += _a[i] * _b[i];
        }

        return sum;
    }

    [Benchmark(Baseline = true)]
    public Fraction Fractions()
    {
        var sum = Fraction.Zero;
        for (var i = 0; i < Length; i++)
        {
            sum += _x[i] * _y[i];
        }

        return sum;
    }

    private Rational Operand(int numerator, int denominator) => Size switch
    {
        "integers" => numerator,
        "small" => Eqnn.Numbers.Rational.Of(numerator, denominator),
        _ => new Rational((System.Numerics.BigInteger.Pow(10, 30) + 57) * numerator, System.Numerics.BigInteger.Pow(3, 60) * denominator),
    };
}
