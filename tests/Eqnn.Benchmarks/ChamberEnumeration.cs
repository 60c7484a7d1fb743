using BenchmarkDotNet.Attributes;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Regions;
using Eqnn.PiecewiseLinear.Z3;

namespace Eqnn.Benchmarks;

/// <summary>How long do all chambers take: without symmetry, up to symmetry, and by asking a region solver (the slow obvious way, the baseline on small inputs)?</summary>
[MemoryDiagnoser]
public class ChamberEnumerationBenchmark
{
    private static readonly ChamberSearchOptions NoCount = new(ZaslavskyBudget: 0);

    /// <summary>The inputs, from small to the limit.</summary>
    [Params("resonance-4", "cyclic-9-L1L2", "resonance-6", "cyclic-20-L1L2L3", "random-24-6", "sumzero-30", "braid-10")]
    public string Name { get; set; } = "";

    /// <summary>With its symmetry; the one-off work (essential coordinates, stabiliser chain) is part of the measurement.</summary>
    [Benchmark]
    public long UpToSymmetry() => ChamberEnumeration.Of(Make(Name), NoCount).Orbits.Count;

    /// <summary>Every chamber; refused where there are too many.</summary>
    [Benchmark]
    public long OneByOne() => Name is "sumzero-30" or "braid-10" ? 0 : ChamberEnumeration.Of(Arrangement.FromRows(Make(Name).Rows), NoCount).Orbits.Count;

    /// <summary>The independent count.</summary>
    [Benchmark]
    public bool CountConfirmed() => ChamberEnumeration.Of(Make(Name)).Completeness.IsCountConfirmed;

    /// <summary>The exact simplex, sign by sign; small inputs only.</summary>
    [Benchmark]
    public int BySimplex() => Search(RegionSolvers.Simplex);

    /// <summary>Z3, sign by sign; small inputs only.</summary>
    [Benchmark(Baseline = true)]
    public int ByZ3() => Z3Solver.Version is null ? 0 : Search(Z3Solver.Create);

    /// <summary>The inputs by name.</summary>
    internal static Arrangement Make(string name) => name switch
    {
        "resonance-3" => Resonance(3),
        "resonance-4" => Resonance(4),
        "resonance-5" => Resonance(5),
        "resonance-6" => Resonance(6),
        "resonance-7" => Resonance(7),
        "resonance-8" => Resonance(8),
        "resonance-7-whole" => ResonanceWhole(7),
        "resonance-8-whole" => ResonanceWhole(8),
        "threshold-5" => Threshold(5),
        "threshold-6" => Threshold(6),
        "threshold-7" => Threshold(7),
        "threshold-8" => Threshold(8),
        "cyclic-9-L1L2" => Cyclic(9, 2),
        "cyclic-20-L1L2L3" => Cyclic(20, 3),
        "random-24-6" => RandomRows(24, 6),
        "sumzero-30" => SumZero(30),
        "random-8-4" => RandomRows(8, 4),
        "random-16-5" => RandomRows(16, 5),
        "sumzero-20" => SumZero(20),
        "sumzero-40" => SumZero(40),
        "sumzero-50" => SumZero(50),
        "braid-4" => Braid(4),
        "braid-8" => Braid(8),
        "braid-10" => Braid(10),
        _ => throw new ArgumentException($"no input {name}", nameof(name)),
    };

    private int Search(Func<int, RegionSolver> solvers)
    {
        if (Name is not ("resonance-4" or "cyclic-9-L1L2"))
        {
            return 0;
        }

        return Eqnn.PiecewiseLinear.Arrangements.ChamberEnumeration.Of(Arrangement.FromRows(Make(Name).Rows), ChamberSearchOptions.Default.WithSolver(solvers)).Orbits.Count;
    }

    private static Arrangement Resonance(int n)
    {
        var subsets = Enumerable.Range(1, (1 << n) - 1).ToList();
        return FromIntegers(subsets.Select(s => Enumerable.Range(0, n).Select(i => (s >> i) & 1)))
            .WithSymmetry(Symmetric(n).Select(g => Permutation.FromImages(subsets.Select(s => Enumerable.Range(0, n).Where(i => ((s >> i) & 1) != 0).Sum(i => 1 << g[i]) - 1))));
    }

    /// <summary>The same with all its symmetry: with x_0 = −(x_1 + ... + x_n) the sums over a subset of {0, ..., n} and over its complement are opposite, so S_(n+1) acts.</summary>
    private static Arrangement ResonanceWhole(int n)
    {
        var all = (1 << (n + 1)) - 1;
        int Signed(int subset) => (subset & 1) == 0 ? subset >> 1 : -((all ^ subset) >> 1);
        return FromIntegers(Enumerable.Range(1, (1 << n) - 1).Select(s => Enumerable.Range(0, n).Select(i => (s >> i) & 1)))
            .WithSymmetry(Symmetric(n + 1).Select(g => SignedPermutation.FromImages(Enumerable.Range(1, (1 << n) - 1).Select(s => Signed(Enumerable.Range(0, n + 1).Where(i => (((2 * s) >> i) & 1) != 0).Sum(i => 1 << g[i]))))));
    }

    /// <summary>All (1, ±1, …, ±1), under the signed permutations of the n + 1 coordinates.</summary>
    private static Arrangement Threshold(int n)
    {
        int[] Vector(int s) => [1, .. Enumerable.Range(0, n).Select(i => 1 - 2 * ((s >> i) & 1))];
        int Signed(int[] vector) => vector[0] * (1 + Enumerable.Range(0, n).Sum(i => vector[i + 1] == vector[0] ? 0 : 1 << i));
        SignedPermutation Induced(Func<int[], int[]> map) => SignedPermutation.FromImages(Enumerable.Range(0, 1 << n).Select(s => Signed(map(Vector(s)))));
        return FromIntegers(Enumerable.Range(0, 1 << n).Select(Vector)).WithSymmetry([Induced(v => [.. v.Skip(1), v[0]]), Induced(v => [v[1], v[0], .. v.Skip(2)]), Induced(v => [-v[0], .. v.Skip(1)])]);
    }

    private static Arrangement SumZero(int n) =>
        FromIntegers(Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n - 1).Select(j => i == n - 1 ? -1 : i == j ? 1 : 0))).WithSymmetry(Symmetric(n).Select(g => Permutation.FromImages(g)));

    private static Arrangement Braid(int n)
    {
        var pairs = (from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) where i != j select (i, j)).ToList();
        return FromIntegers(pairs.Select(p => Enumerable.Range(0, n).Select(k => (k == p.i ? 1 : 0) - (k == p.j ? 1 : 0))))
            .WithSymmetry(Symmetric(n).Select(g => Permutation.FromImages(pairs.Select(p => pairs.IndexOf((g[p.i], g[p.j]))))));
    }

    private static Arrangement Cyclic(int n, int simples)
    {
        var rows = Enumerable.Range(0, n).Select(_ => new List<Cyclotomic>()).ToArray();
        for (var j = 0; j < n; j++)
        {
            for (var f = 0; f < simples; f++)
            {
                var twiceCosine = Cyclotomic.E(n, f + 1) + Cyclotomic.E(n, -f - 1);
                for (var c = 0; c < 2; c++)
                {
                    rows[j].Add(j < 2 ? (j == c ? 1 : 0) : twiceCosine * rows[j - 1][2 * f + c] - rows[j - 2][2 * f + c]);
                }
            }
        }

        return Arrangement.FromRows(rows).WithSymmetry([Permutation.FromImages(Enumerable.Range(0, n).Select(j => (j + 1) % n))]);
    }

    private static Arrangement RandomRows(int rows, int columns)
    {
        var random = new Random(1);
        return FromIntegers(Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(-9, 10)).ToArray()).ToArray());
    }

    private static Arrangement FromIntegers(IEnumerable<IEnumerable<int>> rows) => Arrangement.FromRows(rows.Select(row => row.Select(x => (Rational)x)));

    private static int[][] Symmetric(int n) => [[.. Enumerable.Range(0, n).Select(i => (i + 1) % n)], [.. Enumerable.Range(0, n).Select(i => i > 1 ? i : 1 - i)]];
}
