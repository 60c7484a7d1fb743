using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>Arrangements with known counts, and random ones.</summary>
internal static class Families
{
    /// <summary>x_i = 0 on the vectors of sum 0, under S_n.</summary>
    public static Arrangement SumZero(int n) =>
        Rational(Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n - 1).Select(j => i == n - 1 ? -1 : i == j ? 1 : 0)))
            .WithSymmetry([Permutation.FromImages(Cycle(n)), Permutation.FromImages(Swap(n))]);

    /// <summary>y_i - y_j for all ordered pairs, under S_n.</summary>
    public static Arrangement Braid(int n)
    {
        var pairs = (from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) where i != j select (i, j)).ToList();
        return Rational(pairs.Select(p => Enumerable.Range(0, n).Select(k => (k == p.i ? 1 : 0) - (k == p.j ? 1 : 0))))
            .WithSymmetry(new[] { Cycle(n), Swap(n) }.Select(g => Permutation.FromImages(pairs.Select(p => pairs.IndexOf((g[p.i], g[p.j]))))));
    }

    /// <summary>All sums over nonempty subsets, under S_n.</summary>
    public static Arrangement Resonance(int n)
    {
        var subsets = Enumerable.Range(1, (1 << n) - 1).ToList();
        return Rational(subsets.Select(s => Enumerable.Range(0, n).Select(i => (s >> i) & 1)))
            .WithSymmetry(new[] { Cycle(n), Swap(n) }.Select(g => Permutation.FromImages(subsets.Select(s => Enumerable.Range(0, n).Where(i => ((s >> i) & 1) != 0).Sum(i => 1 << g[i]) - 1))));
    }

    /// <summary>The threshold functions of n variables: all (±1, …, ±1) in ℝ^{n+1} up to sign, under all signed permutations of the coordinates.</summary>
    public static Arrangement Threshold(int n)
    {
        // Row s has the first coordinate 1 and -1 at the coordinates i + 1 with bit i of s set.
        int[] Vector(int s) => [1, .. Enumerable.Range(0, n).Select(i => 1 - 2 * ((s >> i) & 1))];
        int Signed(int[] vector)
        {
            var s = Enumerable.Range(0, n).Sum(i => vector[i + 1] == vector[0] ? 0 : 1 << i);
            return vector[0] * (s + 1);
        }

        SignedPermutation Induced(Func<int[], int[]> map) => SignedPermutation.FromImages(Enumerable.Range(0, 1 << n).Select(s => Signed(map(Vector(s)))));
        return Rational(Enumerable.Range(0, 1 << n).Select(Vector)).WithSymmetry(
        [
            Induced(v => [.. v.Skip(1), v[0]]),
            Induced(v => [v[1], v[0], .. v.Skip(2)]),
            Induced(v => [-v[0], .. v.Skip(1)]),
        ]);
    }

    /// <summary>The coordinate hyperplanes of ℝ^n under all signed permutations.</summary>
    public static Arrangement Coordinates(int n)
    {
        var flip = Enumerable.Range(1, n).Select(i => i == 1 ? -1 : i).ToArray();
        return Rational(Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1 : 0)))
            .WithSymmetry([SignedPermutation.FromImages(Cycle(n).Select(i => i + 1)), SignedPermutation.FromImages(Swap(n).Select(i => i + 1)), SignedPermutation.FromImages(flip)]);
    }

    /// <summary>C_n on itself, the sum of the simples with the given frequencies (1 ≤ k &lt; n/2): v_j = 2cos(2πk/n) v_{j-1} - v_{j-2}.</summary>
    public static Arrangement Cyclic(int n, params int[] frequencies)
    {
        var rows = new List<Cyclotomic>[n];
        for (var j = 0; j < n; j++)
        {
            rows[j] = [];
            for (var f = 0; f < frequencies.Length; f++)
            {
                var twiceCosine = Cyclotomic.E(n, frequencies[f]) + Cyclotomic.E(n, -frequencies[f]);
                for (var c = 0; c < 2; c++)
                {
                    rows[j].Add(j < 2 ? (j == c ? 1 : 0) : twiceCosine * rows[j - 1][2 * f + c] - rows[j - 2][2 * f + c]);
                }
            }
        }

        return Arrangement.FromRows(rows).WithSymmetry([Permutation.FromImages(Cycle(n))]);
    }

    public static Arrangement Rational(IEnumerable<IEnumerable<int>> rows) => Arrangement.FromRows(rows.Select(row => row.Select(x => (Rational)x)));

    /// <summary>Small random entries; irrational ones in ℚ(√5) or ℚ(√2).</summary>
    public static Cyclotomic[][] Random(Random random, int rows, int columns, bool irrational)
    {
        var root = random.Next(2) == 0 ? Cyclotomic.SquareRoot(5) : Cyclotomic.SquareRoot(2);
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(-2, 3) + (irrational ? random.Next(-1, 2) : 0) * root).ToArray())];
    }

    public static BigInteger Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);

    public static BigInteger Binomial(int n, int k) => Factorial(n) / (Factorial(k) * Factorial(n - k));

    private static int[] Cycle(int n) => [.. Enumerable.Range(0, n).Select(i => (i + 1) % n)];

    private static int[] Swap(int n) => [.. Enumerable.Range(0, n).Select(i => n == 1 || i > 1 ? i : 1 - i)];
}
