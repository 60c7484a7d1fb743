using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The vector of maximal minors of d - 1 normals, with alternating signs: a generator of their kernel, by expansion over subsets of columns.</summary>
/// <remarks>D(first k rows, columns S) = Σ_{c in S} ± a_{k,c} D(first k - 1 rows, S \ c): ring operations only.</remarks>
internal sealed class MinorExpansion
{
    private readonly IntegerArrangement _arrangement;
    private readonly int[][] _layers;
    private readonly long[] _small;
    private readonly long[] _normals;
    private readonly bool _fits;
    private int _overflows;

    public MinorExpansion(IntegerArrangement arrangement)
    {
        _arrangement = arrangement;
        var d = arrangement.Dimension;
        _layers = new int[d + 1][];
        for (var k = 0; k <= d; k++)
        {
            _layers[k] = [.. Enumerable.Range(0, 1 << d).Where(s => BitOperations.PopCount((uint)s) == k)];
        }

        _small = new long[(1 << d) * arrangement.Ring.Degree];
        _fits = arrangement.Small is not null;
        _normals = arrangement.Small ?? [];
    }

    /// <summary>The minors in machine integers, divided by their common rational content; false if they do not fit.</summary>
    public bool TryExpand(ReadOnlySpan<int> rows, Span<long> result)
    {
        // After many overflows the numbers are simply large: exceptions are dearer than large integers.
        if (!_fits || _overflows > 64)
        {
            return false;
        }

        try
        {
            Fill<long>(_normals, rows, _small, result);
        }
        catch (OverflowException)
        {
            _overflows++;
            return false;
        }

        var content = 0L;
        foreach (var c in result)
        {
            content = content == 1 ? 1 : Gcd(content, Math.Abs(c));
        }

        if (content > 1)
        {
            for (var i = 0; i < result.Length; i++)
            {
                result[i] /= content;
            }
        }

        return true;
    }

    public BigInteger[] Expand(ReadOnlySpan<int> rows)
    {
        var result = new BigInteger[_arrangement.Stride];
        Fill<BigInteger>(_arrangement.Big, rows, new BigInteger[(1 << _arrangement.Dimension) * _arrangement.Ring.Degree], result);
        return result;
    }

    private void Fill<T>(T[] normals, ReadOnlySpan<int> rows, Span<T> minors, Span<T> result)
        where T : IBinaryInteger<T>
    {
        var ring = _arrangement.Ring;
        var m = ring.Degree;
        var d = _arrangement.Dimension;
        minors[..m].Clear();
        minors[0] = T.One;
        Span<T> minus = new T[m];
        for (var k = 0; k < d - 1; k++)
        {
            var row = normals.AsSpan(rows[k] * d * m, d * m);
            foreach (var set in _layers[k + 1])
            {
                var sum = minors.Slice(set * m, m);
                sum.Clear();

                // Expansion along the last row k: the column at position p of S carries the sign (-1)^(k + p).
                var position = 0;
                for (var rest = set; rest != 0; rest &= rest - 1)
                {
                    var c = BitOperations.TrailingZeroCount(rest);
                    ReadOnlySpan<T> entry = row.Slice(c * m, m);
                    if (((k + position) & 1) != 0)
                    {
                        for (var i = 0; i < m; i++)
                        {
                            minus[i] = -entry[i];
                        }

                        entry = minus;
                    }

                    ring.AddProduct(entry, minors.Slice((set ^ (1 << c)) * m, m), sum);
                    position++;
                }
            }
        }

        var full = (1 << d) - 1;
        for (var i = 0; i < d; i++)
        {
            var minor = minors.Slice((full ^ (1 << i)) * m, m);
            for (var k = 0; k < m; k++)
            {
                result[i * m + k] = (i & 1) == 0 ? minor[k] : -minor[k];
            }
        }
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
