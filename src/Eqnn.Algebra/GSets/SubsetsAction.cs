using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action on the k-element subsets of the points, in lexicographic order of their sorted element lists.</summary>
internal sealed class SubsetsAction : GroupAction
{
    private readonly int _degree;
    private readonly int _size;
    private readonly long[,] _binomials;

    public SubsetsAction(int degree, int size)
    {
        _degree = degree;
        _size = size;
        _binomials = Binomials(degree, size);
        Size = _binomials[degree, size];
    }

    public override long Size { get; }

    /// <summary>C(n, k) for all n up to <paramref name="degree"/> and k up to <paramref name="size"/>, saturating at <see cref="long.MaxValue"/>.</summary>
    public static long[,] Binomials(int degree, int size)
    {
        var table = new long[degree + 1, size + 1];
        for (var n = 0; n <= degree; n++)
        {
            table[n, 0] = 1;
            for (var k = 1; k <= Math.Min(n, size); k++)
            {
                var (left, right) = (table[n - 1, k - 1], k <= n - 1 ? table[n - 1, k] : 0);
                table[n, k] = left > long.MaxValue - right ? long.MaxValue : left + right;
            }
        }

        return table;
    }

    public override int Apply(Permutation g, int point)
    {
        var subset = Unrank(point);
        for (var i = 0; i < _size; i++)
        {
            subset[i] = g[subset[i]];
        }

        Array.Sort(subset);
        return Rank(subset);
    }

    private int[] Unrank(int rank)
    {
        var subset = new int[_size];
        var next = 0;
        for (var i = 0; i < _size; i++)
        {
            // Subsets whose i-th element is `next` come before all with a larger one.
            while (rank >= _binomials[_degree - next - 1, _size - i - 1])
            {
                rank -= (int)_binomials[_degree - next - 1, _size - i - 1];
                next++;
            }

            subset[i] = next++;
        }

        return subset;
    }

    private int Rank(int[] subset)
    {
        long rank = 0;
        var next = 0;
        for (var i = 0; i < _size; i++)
        {
            for (; next < subset[i]; next++)
            {
                rank += _binomials[_degree - next - 1, _size - i - 1];
            }

            next++;
        }

        return (int)rank;
    }
}
