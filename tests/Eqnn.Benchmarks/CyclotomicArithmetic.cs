using BenchmarkDotNet.Attributes;
using Eqnn.Numbers;

namespace Eqnn.Benchmarks;

/// <summary>How long does one operation on cyclotomic numbers take, by conductor and by the share of the basis that is filled? Operands: integer coefficients of one digit, fixed.</summary>
[MemoryDiagnoser]
public class CyclotomicArithmetic
{
    private Cyclotomic _a;
    private Cyclotomic _b;
    private RealCyclotomic _x;
    private RealCyclotomic _y;

    [Params(1, 5, 12, 24, 60, 105, 120)]
    public int Conductor { get; set; }

    [Params(false, true)]
    public bool Dense { get; set; }

    /// <summary>The operands as GAP would make them: <c>Sum([0..n-1], k -> ((5*k+1) mod 7 - 3) * E(n)^k)</c>, every seventh term only for the sparse ones.</summary>
    public static Cyclotomic Operand(int conductor, bool dense, int seed) =>
        Cyclotomic.FromPowers(conductor, Enumerable.Range(0, conductor).Select(k => dense || k % 7 == seed % 2 ? (long)(((((5 * k) + seed) * (k + seed)) % 11) - 4) : 0).ToArray());

    [GlobalSetup]
    public void Prepare()
    {
        _a = Operand(Conductor, Dense, 1) + Cyclotomic.E(Conductor);
        _b = Operand(Conductor, Dense, 2) + 3;
        _x = (RealCyclotomic)_a.RealPart();
        _y = (RealCyclotomic)_b.RealPart();
    }

    [Benchmark(Baseline = true)]
    public Cyclotomic Product() => _a * _b;

    [Benchmark]
    public Cyclotomic Sum() => _a + _b;

    [Benchmark]
    public Cyclotomic Conjugate() => _a.Conjugate();

    [Benchmark]
    public bool Equal() => _a == _b;

    [Benchmark]
    public Cyclotomic Inverse() => _a.Inverse();

    [Benchmark]
    public bool Less() => _x < _y;

    [Benchmark]
    public string Text() => _a.ToString();
}
