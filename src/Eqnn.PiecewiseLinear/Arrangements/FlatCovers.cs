namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The flats that cover a flat: the hyperplanes outside it, classed by what they cut out of it.</summary>
/// <remarks>
/// Modulo the span of the normals of a flat, the other normals fall into classes of parallel vectors; each class, joined to the flat, is a flat of the next rank, and these are all.
/// Exact by <see cref="MinorPrimes"/>: entries after elimination are ratios of minors, and so are the 2 × 2 minors that decide whether two of them are parallel (Sylvester's identity).
/// </remarks>
internal sealed class FlatCovers
{
    private readonly ModularImage[] _images;
    private readonly ulong[][] _normals;
    private readonly int _count;
    private readonly int _dimension;
    private readonly ulong[][] _rows;
    private readonly int[] _pivots;
    private readonly bool[] _isPivot;
    private readonly ulong[] _vectors;
    private readonly ulong[] _leads;
    private readonly ulong[] _products;
    private readonly int[] _leadAt;
    private readonly int[] _table;

    public FlatCovers(IntegerArrangement arrangement, ModularImage[] images)
    {
        _images = images;
        _normals = [.. images.Select(image => image.Of(arrangement.Big))];
        _count = arrangement.Count;
        _dimension = arrangement.Dimension;
        _rows = [.. images.Select(_ => new ulong[_dimension * _dimension])];
        _pivots = new int[_dimension];
        _isPivot = new bool[_dimension];
        _vectors = new ulong[_count * _dimension * images.Length];
        _leads = new ulong[_count];
        _products = new ulong[_count + 1];
        _leadAt = new int[_count];
        ClassOf = new int[_count];
        First = new int[_count];
        Size = new int[_count];
        var slots = 4;
        while (slots < 4 * _count)
        {
            slots *= 2;
        }

        _table = new int[slots];
    }

    /// <summary>For each hyperplane its class, or -1 if it belongs to the flat.</summary>
    public int[] ClassOf { get; }

    /// <summary>The first hyperplane of each class.</summary>
    public int[] First { get; }

    /// <summary>The number of hyperplanes in each class.</summary>
    public int[] Size { get; }

    /// <summary>The number of classes.</summary>
    public int Count { get; private set; }

    /// <summary>Finds the covers of a flat of a known rank.</summary>
    public void Of<TBits>(TBits flat, int rank)
        where TBits : struct, IBits<TBits>
    {
        Eliminate(flat, rank);
        var rest = _dimension - rank;
        var width = rest * _images.Length;
        Reduce(flat, rank, rest, width);
        for (var p = 0; p < _images.Length; p++)
        {
            Normalise(flat, p, rest, width);
        }

        Classify(flat, width);
    }

    /// <summary>A basis of the span of the flat's normals, in reduced echelon form modulo each prime, with the same pivots.</summary>
    private void Eliminate<TBits>(TBits flat, int rank)
        where TBits : struct, IBits<TBits>
    {
        Array.Clear(_isPivot);
        var d = _dimension;
        var found = 0;
        for (var members = flat; found < rank; members ^= Bits.Single<TBits>(members.Lowest))
        {
            var j = members.Lowest;
            for (var p = 0; p < _images.Length; p++)
            {
                var rows = _rows[p];
                var prime = _images[p].Field.P;
                var target = rows.AsSpan(found * d, d);
                _normals[p].AsSpan(j * d, d).CopyTo(target);
                for (var r = 0; r < found; r++)
                {
                    Subtract(target, rows.AsSpan(r * d, d), target[_pivots[r]], prime);
                }
            }

            var pivot = Pivot(found);
            if (pivot < 0)
            {
                continue;
            }

            _pivots[found] = pivot;
            _isPivot[pivot] = true;
            for (var p = 0; p < _images.Length; p++)
            {
                var rows = _rows[p];
                var field = _images[p].Field;
                var row = rows.AsSpan(found * d, d);
                var inverse = field.Inverse(row[pivot]);
                for (var i = 0; i < d; i++)
                {
                    row[i] = row[i] * inverse % field.P;
                }

                for (var r = 0; r < found; r++)
                {
                    Subtract(rows.AsSpan(r * d, d), row, rows[r * d + pivot], field.P);
                }
            }

            found++;
        }
    }

    private int Pivot(int row)
    {
        for (var i = 0; i < _dimension; i++)
        {
            if (IsNonzero(_rows, row * _dimension + i))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNonzero(ulong[][] residues, int at)
    {
        var zeros = 0;
        foreach (var list in residues)
        {
            zeros += list[at] == 0 ? 1 : 0;
        }

        return zeros == 0 || (zeros == residues.Length ? false : throw new MinorPrimes.UnluckyException());
    }

    private static void Subtract(Span<ulong> target, ReadOnlySpan<ulong> row, ulong factor, ulong prime)
    {
        if (factor == 0)
        {
            return;
        }

        var negative = prime - factor;
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = (target[i] + negative * row[i]) % prime;
        }
    }

    /// <summary>The normals modulo the span, in the columns that are no pivots; prime p's residues of vector j stand at <c>j·width + p·rest</c>.</summary>
    private void Reduce<TBits>(TBits flat, int rank, int rest, int width)
        where TBits : struct, IBits<TBits>
    {
        Span<ulong> factors = stackalloc ulong[rank];
        for (var p = 0; p < _images.Length; p++)
        {
            var prime = _images[p].Field.P;
            var rows = _rows[p];
            for (var j = 0; j < _count; j++)
            {
                if (flat.Contains(j))
                {
                    continue;
                }

                var normal = _normals[p].AsSpan(j * _dimension, _dimension);
                var vector = _vectors.AsSpan(j * width + p * rest, rest);
                for (var r = 0; r < rank; r++)
                {
                    var entry = normal[_pivots[r]];
                    factors[r] = entry == 0 ? 0 : prime - entry;
                }

                for (int i = 0, to = 0; i < _dimension; i++)
                {
                    if (_isPivot[i])
                    {
                        continue;
                    }

                    var sum = normal[i];
                    for (var r = 0; r < rank; r++)
                    {
                        // Three products below 2^62 and a residue fit a word.
                        sum += factors[r] * rows[r * _dimension + i];
                        if (r % 3 == 2)
                        {
                            sum %= prime;
                        }
                    }

                    vector[to++] = sum % prime;
                }
            }
        }

        for (var j = 0; j < _count; j++)
        {
            if (!flat.Contains(j))
            {
                _leadAt[j] = Lead(j * width, rest);
            }
        }
    }

    /// <summary>The first coordinate that is not 0.</summary>
    private int Lead(int start, int rest)
    {
        for (var i = 0; i < rest; i++)
        {
            var zeros = 0;
            for (var p = 0; p < _images.Length; p++)
            {
                zeros += _vectors[start + p * rest + i] == 0 ? 1 : 0;
            }

            if (zeros == 0)
            {
                return i;
            }

            if (zeros < _images.Length)
            {
                throw new MinorPrimes.UnluckyException();
            }
        }

        throw new MinorPrimes.UnluckyException();
    }

    /// <summary>Divides each vector by its first nonzero coordinate; one inversion for all.</summary>
    private void Normalise<TBits>(TBits flat, int p, int rest, int width)
        where TBits : struct, IBits<TBits>
    {
        var field = _images[p].Field;
        var prime = field.P;
        var product = 1UL;
        for (var j = 0; j < _count; j++)
        {
            if (!flat.Contains(j))
            {
                _products[j] = product;
                _leads[j] = _vectors[j * width + p * rest + _leadAt[j]];
                product = product * _leads[j] % prime;
            }
        }

        var inverse = field.Inverse(product);
        for (var j = _count - 1; j >= 0; j--)
        {
            if (flat.Contains(j))
            {
                continue;
            }

            var own = inverse * _products[j] % prime;
            inverse = inverse * _leads[j] % prime;
            var vector = _vectors.AsSpan(j * width + p * rest, rest);
            for (var i = _leadAt[j]; i < rest; i++)
            {
                vector[i] = vector[i] * own % prime;
            }
        }
    }

    private void Classify<TBits>(TBits flat, int width)
        where TBits : struct, IBits<TBits>
    {
        Array.Clear(_table);
        Count = 0;
        var mask = _table.Length - 1;
        for (var j = 0; j < _count; j++)
        {
            if (flat.Contains(j))
            {
                ClassOf[j] = -1;
                continue;
            }

            var vector = _vectors.AsSpan(j * width, width);
            var hash = 0UL;
            foreach (var value in vector)
            {
                hash = Bits.Mix(hash ^ value);
            }

            for (var at = (int)(hash & (ulong)mask); ; at = (at + 1) & mask)
            {
                if (_table[at] == 0)
                {
                    ClassOf[j] = Count;
                    First[Count] = j;
                    Size[Count] = 1;
                    _table[at] = ++Count;
                    break;
                }

                var known = _table[at] - 1;
                if (_vectors.AsSpan(First[known] * width, width).SequenceEqual(vector))
                {
                    ClassOf[j] = known;
                    Size[known]++;
                    break;
                }
            }
        }
    }
}
