using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The Betti numbers of an arrangement by deletion and restriction: Σ b_k t^k = π(A) = π(A \ h) + t π(A^h). Their sum is T(2, 0) of the matroid, the number of chambers. Knows nothing of cones, rays or flats.</summary>
/// <remarks>
/// <para><b>Exact.</b> Only zero tests of ratios of minors are needed: <see cref="MinorPrimes"/>.</para>
/// <para><b>Cost.</b> About C(N, min(d, N - d)) restrictions; the work is bounded by the caller.</para>
/// <para><b>Source.</b> [Zaslavsky1975, Thm A].</para>
/// </remarks>
internal sealed class ZaslavskyCount
{
    private readonly ModularImage[] _images;
    private readonly ulong[] _primes;
    private readonly ulong[]?[] _buffers;
    private readonly int[]?[] _tables;
    private readonly int _count;
    private readonly int _slots;
    private readonly int _dimension;
    private readonly BigInteger[] _betti;
    private readonly CancellationToken _cancellationToken;
    private long _budget;

    private ZaslavskyCount(int count, int dimension, ModularImage[] images, long budget, CancellationToken cancellationToken)
    {
        _count = count;
        _dimension = dimension;
        _betti = new BigInteger[dimension + 1];
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

        _slots = slots;
    }

    /// <summary>The Betti numbers b_0 … b_d, or null if more than <paramref name="budget"/> modular products would be needed.</summary>
    public static BigInteger[]? TryBettiNumbers(IntegerArrangement arrangement, long budget, CancellationToken cancellationToken)
    {
        if (arrangement.Dimension == 0)
        {
            return [BigInteger.One];
        }

        return MinorPrimes.Do(arrangement, images =>
        {
            var counter = new ZaslavskyCount(arrangement.Count, arrangement.Dimension, images, budget, cancellationToken);
            return counter.Count(arrangement) ? counter._betti : null;
        });
    }

    private bool Count(IntegerArrangement arrangement)
    {
        var t = _primes.Length;
        var images = _images.Select(image => image.Of(arrangement.Big)).ToArray();
        var top = _buffers[_dimension] = new ulong[_count * _dimension * t];
        for (var at = 0; at < _count * _dimension; at++)
        {
            for (var p = 0; p < t; p++)
            {
                top[at * t + p] = images[p][at];
            }
        }

        // The first d normals are a basis: (1 + t)^d. Each later one adds t times its restriction.
        AddBoolean(_dimension, 0);
        for (var k = _dimension; k < _count; k++)
        {
            if (!Restricted(_dimension, k))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds t^depth (1 + t)^rank.</summary>
    private void AddBoolean(int rank, int depth)
    {
        var binomial = BigInteger.One;
        for (var k = 0; k <= rank; k++)
        {
            _betti[depth + k] += binomial;
            binomial = binomial * (rank - k) / (k + 1);
        }
    }

    /// <summary>Adds the first k vectors of a level, restricted to the hyperplane of vector k; dimension one less. False at the end of the budget.</summary>
    private bool Restricted(int dimension, int k)
    {
        var t = _primes.Length;
        var width = dimension * t;
        var source = _buffers[dimension]!;
        var pivot = FirstNonzero(source.AsSpan(k * width, width));
        var h = source.AsSpan(k * width, width);
        var small = (dimension - 1) * t;

        // Memory counts as work, so that the budget bounds it, too; levels that are never reached have none.
        _budget -= ((long)k * width * 2) + (_buffers[dimension - 1] is null ? (long)_count * small : 0);
        if (_budget < 0)
        {
            return false;
        }

        var target = _buffers[dimension - 1] ??= new ulong[_count * small];
        var table = _tables[dimension - 1] ??= new int[_slots];
        Array.Clear(table);
        var found = 0;

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

    private bool CountLevel(int dimension, int count)
    {
        var depth = _dimension - dimension;
        if (dimension <= 2)
        {
            // n lines through 0 in the plane: 1 + n t + (n - 1) t²; on a line there is one point or none.
            _betti[depth] += 1;
            if (count > 0)
            {
                _betti[depth + 1] += count;
            }

            if (count > 1)
            {
                _betti[depth + 2] += count - 1;
            }

            return true;
        }

        // Independent vectors first: a Boolean factor; the order of the others does not matter.
        var rank = MoveBasisForward(dimension, count);
        AddBoolean(rank, depth);
        for (var k = rank; k < count; k++)
        {
            if (!Restricted(dimension, k))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Permutes the vectors of a level so that a basis comes first; returns its size.</summary>
    private int MoveBasisForward(int dimension, int count)
    {
        var t = _primes.Length;
        var width = dimension * t;
        var buffer = _buffers[dimension]!;
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
                throw new MinorPrimes.UnluckyException();
            }
        }

        return allowZero ? -1 : throw new MinorPrimes.UnluckyException();
    }
}
