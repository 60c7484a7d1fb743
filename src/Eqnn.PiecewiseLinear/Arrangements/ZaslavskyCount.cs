using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The number of chambers as T(2, 0) of the matroid of the normals, by deletion and restriction: r(A) = r(A \ h) + r(A^h). Knows nothing of cones or rays.</summary>
/// <remarks>
/// <para><b>Exact.</b> Only zero tests of ratios of minors are needed. They are done modulo several primes at once whose product exceeds every norm of a minor (Hadamard): a minor that is 0 modulo all of them is 0.
/// Residues that are zero for some of the primes only show an unlucky prime, and the count starts again with others.</para>
/// <para><b>Cost.</b> About C(N, min(d, N - d)) restrictions; the work is bounded by the caller.</para>
/// <para><b>Source.</b> [Zaslavsky1975, Thm A].</para>
/// </remarks>
internal sealed class ZaslavskyCount
{
    private readonly ModularImage[] _images;
    private readonly ulong[] _primes;
    private readonly ulong[][] _buffers;
    private readonly int[][] _tables;
    private readonly int _count;
    private readonly int _dimension;
    private readonly CancellationToken _cancellationToken;
    private long _budget;

    private ZaslavskyCount(int count, int dimension, ModularImage[] images, long budget, CancellationToken cancellationToken)
    {
        _count = count;
        _dimension = dimension;
        _images = images;
        _primes = [.. images.Select(image => image.Field.P)];
        _budget = budget;
        _cancellationToken = cancellationToken;
        _buffers = new ulong[dimension + 1][];
        _tables = new int[dimension + 1][];
        var slots = 4;
        while (slots < 4 * count)
        {
            slots *= 2;
        }

        for (var i = 0; i <= dimension; i++)
        {
            _buffers[i] = new ulong[count * dimension * images.Length];
            _tables[i] = new int[slots];
        }
    }

    /// <summary>The number of chambers, or null if more than <paramref name="budget"/> modular products would be needed.</summary>
    public static BigInteger? TryCount(IntegerArrangement arrangement, long budget, CancellationToken cancellationToken)
    {
        if (arrangement.Dimension == 0)
        {
            return BigInteger.One;
        }

        var bits = Math.Ceiling(MinorNormBits(arrangement)) + 1;
        for (var above = ModularImage.Large; ;)
        {
            var images = new ModularImage[(int)(bits / 30) + 1];
            for (var t = 0; t < images.Length; t++)
            {
                // Each exceeds 2^30.
                images[t] = ModularImage.Above(arrangement.Ring, above);
                above = (long)images[t].Field.P;
            }

            var counter = new ZaslavskyCount(arrangement.Count, arrangement.Dimension, images, budget, cancellationToken);
            try
            {
                return counter.Count(arrangement);
            }
            catch (UnluckyPrimeException)
            {
                // Some minor is divisible by one of the primes: take others.
            }
            catch (BudgetException)
            {
                return null;
            }
        }
    }

    /// <summary>log₂ of a bound for the absolute norm of every minor: each conjugate of a minor is at most the product of the d largest row sums, conjugates of c_k being at most 2.</summary>
    private static double MinorNormBits(IntegerArrangement arrangement)
    {
        var m = arrangement.Ring.Degree;
        var sums = new double[arrangement.Count];
        for (var j = 0; j < sums.Length; j++)
        {
            var sum = BigInteger.Zero;
            for (var i = 0; i < arrangement.Stride; i++)
            {
                sum += BigInteger.Abs(arrangement.Big[j * arrangement.Stride + i]) * (i % m == 0 ? 1 : 2);
            }

            sums[j] = BigInteger.Log(sum, 2) + 1e-9;
        }

        return m * sums.OrderDescending().Take(arrangement.Dimension).Sum(s => Math.Max(0, s));
    }

    private BigInteger Count(IntegerArrangement arrangement)
    {
        var t = _primes.Length;
        var images = _images.Select(image => image.Of(arrangement.Big)).ToArray();
        var top = _buffers[_dimension];
        for (var at = 0; at < _count * _dimension; at++)
        {
            for (var p = 0; p < t; p++)
            {
                top[at * t + p] = images[p][at];
            }
        }

        // The first d normals are a basis: 2^d. Each later one adds the chambers it cuts.
        var total = BigInteger.One << _dimension;
        for (var k = _dimension; k < _count; k++)
        {
            total += Restricted(_dimension, k);
        }

        return total;
    }

    /// <summary>The number of chambers of the first k vectors of a level, restricted to the hyperplane of vector k; dimension one less.</summary>
    private BigInteger Restricted(int dimension, int k)
    {
        var t = _primes.Length;
        var width = dimension * t;
        var source = _buffers[dimension];
        var pivot = FirstNonzero(source.AsSpan(k * width, width));
        var h = source.AsSpan(k * width, width);
        var target = _buffers[dimension - 1];
        var table = _tables[dimension - 1];
        Array.Clear(table);
        var found = 0;
        var small = (dimension - 1) * t;
        _budget -= (long)k * width * 2;
        if (_budget < 0)
        {
            throw new BudgetException();
        }

        _cancellationToken.ThrowIfCancellationRequested();
        Span<ulong> inverse = stackalloc ulong[t];
        for (var p = 0; p < t; p++)
        {
            inverse[p] = _images[p].Field.Inverse(h[pivot * t + p]);
        }

        for (var j = 0; j < k; j++)
        {
            // v - (v_pivot / h_pivot) h, without the coordinate of the pivot.
            var v = source.AsSpan(j * width, width);
            var image = target.AsSpan(found * small, small);
            for (var p = 0; p < t; p++)
            {
                var prime = _primes[p];
                var factor = prime - v[pivot * t + p] * inverse[p] % prime;
                for (int i = 0, to = 0; i < dimension; i++)
                {
                    if (i != pivot)
                    {
                        image[to * t + p] = (v[i * t + p] + factor * h[i * t + p]) % prime;
                        to++;
                    }
                }
            }

            if (IsNew(image, found, target, small, table))
            {
                found++;
            }
        }

        return CountLevel(dimension - 1, found);
    }

    private BigInteger CountLevel(int dimension, int count)
    {
        if (dimension <= 2)
        {
            // Lines through 0 in the plane cut it in 2n; on a line there is one point or none.
            return count == 0 ? 1 : 2 * count;
        }

        // Independent vectors first: they double; the order of the others does not matter.
        var rank = MoveBasisForward(dimension, count);
        var total = BigInteger.One << rank;
        for (var k = rank; k < count; k++)
        {
            total += Restricted(dimension, k);
        }

        return total;
    }

    /// <summary>Permutes the vectors of a level so that a basis comes first; returns its size.</summary>
    private int MoveBasisForward(int dimension, int count)
    {
        var t = _primes.Length;
        var width = dimension * t;
        var buffer = _buffers[dimension];
        var reduced = new List<(int Lead, ulong[] Vector)>();
        for (var j = 0; j < count && reduced.Count < dimension; j++)
        {
            var vector = buffer.AsSpan(j * width, width).ToArray();
            foreach (var (lead, row) in reduced)
            {
                for (var p = 0; p < t; p++)
                {
                    var prime = _primes[p];
                    var factor = prime - vector[lead * t + p];
                    for (var i = 0; i < dimension; i++)
                    {
                        vector[i * t + p] = (vector[i * t + p] + factor * row[i * t + p]) % prime;
                    }
                }
            }

            var first = FirstNonzero(vector, allowZero: true);
            if (first < 0)
            {
                continue;
            }

            Normalise(vector, first);
            var rank = reduced.Count;
            reduced.Add((first, vector));
            if (j != rank)
            {
                Span<ulong> swap = new ulong[width];
                buffer.AsSpan(j * width, width).CopyTo(swap);
                buffer.AsSpan(rank * width, width).CopyTo(buffer.AsSpan(j * width, width));
                swap.CopyTo(buffer.AsSpan(rank * width, width));
            }
        }

        return reduced.Count;
    }

    /// <summary>Normalises a vector and enters it into the table of its level unless a multiple of it is there.</summary>
    private bool IsNew(Span<ulong> vector, int found, ulong[] target, int width, int[] table)
    {
        Normalise(vector, FirstNonzero(vector));
        var hash = 0UL;
        foreach (var value in vector)
        {
            hash = Bits.Mix(hash ^ value);
        }

        var mask = table.Length - 1;
        for (var at = (int)(hash & (ulong)mask); ; at = (at + 1) & mask)
        {
            if (table[at] == 0)
            {
                table[at] = found + 1;
                return true;
            }

            if (target.AsSpan((table[at] - 1) * width, width).SequenceEqual(vector))
            {
                return false;
            }
        }
    }

    private void Normalise(Span<ulong> vector, int first)
    {
        var t = _primes.Length;
        for (var p = 0; p < t; p++)
        {
            var prime = _primes[p];
            var inverse = _images[p].Field.Inverse(vector[first * t + p]);
            for (var i = first * t + p; i < vector.Length; i += t)
            {
                vector[i] = vector[i] * inverse % prime;
            }
        }
    }

    /// <summary>The first coordinate that is not 0; it must not be 0 modulo any of the primes then.</summary>
    private int FirstNonzero(ReadOnlySpan<ulong> vector, bool allowZero = false)
    {
        var t = _primes.Length;
        for (var i = 0; i < vector.Length; i += t)
        {
            var zeros = 0;
            for (var p = 0; p < t; p++)
            {
                zeros += vector[i + p] == 0 ? 1 : 0;
            }

            if (zeros == 0)
            {
                return i / t;
            }

            if (zeros < t)
            {
                throw new UnluckyPrimeException();
            }
        }

        return allowZero ? -1 : throw new UnluckyPrimeException();
    }

    private sealed class UnluckyPrimeException : Exception;

    private sealed class BudgetException : Exception;
}
