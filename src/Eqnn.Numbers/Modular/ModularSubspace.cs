namespace Eqnn.Numbers.Modular;

/// <summary>A subspace of row vectors over a prime field, by its reduced echelon basis. It grows by <see cref="Add"/>: the one elimination modulo a prime.</summary>
/// <remarks>The basis as a list depends on the order of the vectors added; the subspace, its rank and the set of its pivots in ascending order of columns do not.</remarks>
public sealed class ModularSubspace
{
    private readonly List<ulong[]> _rows = [];
    private readonly List<int> _pivots = [];

    /// <summary>The zero subspace of vectors with <paramref name="dimension"/> entries.</summary>
    public ModularSubspace(PrimeField field, int dimension)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        Field = field;
        Dimension = dimension;
    }

    /// <summary>The field of the entries.</summary>
    internal PrimeField Field { get; }

    /// <summary>The number of entries of a vector.</summary>
    public int Dimension { get; }

    /// <summary>The dimension of the subspace.</summary>
    public int Rank => _rows.Count;

    /// <summary>The basis: each row has a 1 in a column where the others have 0, see <see cref="Pivots"/>. Not sorted; the arrays are not to be written to.</summary>
    public IReadOnlyList<ulong[]> Rows => _rows;

    /// <summary>These columns, for the rows in their order.</summary>
    public IReadOnlyList<int> Pivots => _pivots;

    /// <summary>The columns that belong to no row, ascending: their unit vectors span a complement.</summary>
    public IReadOnlyList<int> FreeColumns => [.. Enumerable.Range(0, Dimension).Except(_pivots)];

    /// <summary>Adds a vector, whose entries lie below p; <c>false</c> if it is in the subspace.</summary>
    public bool Add(ReadOnlySpan<ulong> vector)
    {
        var rest = Reduce(vector);
        var pivot = rest.AsSpan().IndexOfAnyExcept(0UL);
        if (pivot < 0)
        {
            return false;
        }

        var inverse = Field.Inverse(rest[pivot]);
        for (var i = pivot; i < rest.Length; i++)
        {
            rest[i] = Field.Multiply(rest[i], inverse);
        }

        foreach (var row in _rows)
        {
            Subtract(row, row[pivot], rest);
        }

        _rows.Add(rest);
        _pivots.Add(pivot);
        return true;
    }

    /// <summary>Whether the vector is in the subspace.</summary>
    public bool Contains(ReadOnlySpan<ulong> vector) => !Reduce(vector).AsSpan().ContainsAnyExcept(0UL);

    /// <summary>The vector modulo the subspace: zero in the pivot columns.</summary>
    public ulong[] Reduce(ReadOnlySpan<ulong> vector)
    {
        if (vector.Length != Dimension)
        {
            throw new ArgumentException(FormattableString.Invariant($"a vector of {Dimension} entries is asked for, this has {vector.Length}"), nameof(vector));
        }

        var rest = vector.ToArray();
        for (var i = 0; i < _rows.Count; i++)
        {
            Subtract(rest, rest[_pivots[i]], _rows[i]);
        }

        return rest;
    }

    private void Subtract(ulong[] from, ulong factor, ulong[] row)
    {
        if (factor == 0)
        {
            return;
        }

        var negative = Field.Negate(factor);
        for (var i = 0; i < from.Length; i++)
        {
            from[i] = (from[i] + (negative * row[i])) % Field.P;
        }
    }
}
