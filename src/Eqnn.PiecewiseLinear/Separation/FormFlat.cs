using System.Numerics;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>A linear subspace of ℚ^m by a basis of primitive integer vectors, together with the values on that basis of more linear forms, the <em>rows</em>: rows 0 … m − 1 are the coordinates.</summary>
/// <remarks>Immutable. Two rows are equal as forms on the subspace iff their values on the basis are. Restricting to the kernel of a form is one step of elimination without fractions; basis vectors on which the form vanishes are shared.</remarks>
internal sealed class FormFlat<T>
    where T : IBinaryInteger<T>
{
    private readonly T[][] _basis;
    private readonly int _coordinates;

    public FormFlat(T[][] basis, int coordinates) => (_basis, _coordinates) = (basis, coordinates);

    /// <summary>The dimension.</summary>
    public int Dimension => _basis.Length;

    /// <summary>The number of coordinates m.</summary>
    public int Coordinates => _coordinates;

    /// <summary>The value of a row on a basis vector.</summary>
    public T this[int row, int vector] => _basis[vector][row];

    /// <summary>Whether two rows are equal as forms on the subspace.</summary>
    public bool AreEqual(int left, int right)
    {
        foreach (var vector in _basis)
        {
            if (vector[left] != vector[right])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>For each of the first rows the least row that is equal to it as a form: found by one pass over the basis, which splits what differs.</summary>
    public int[] LeastEqual(int count, CancellationToken cancellationToken)
    {
        var least = new int[count];
        foreach (var vector in _basis)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = new Dictionary<(int Part, T Value), int>();
            for (var i = 0; i < count; i++)
            {
                var key = (least[i], vector[i]);
                if (!first.TryGetValue(key, out var row))
                {
                    first.Add(key, row = i);
                }

                least[i] = row;
            }
        }

        return least;
    }

    /// <summary>The subspace on which two lists of rows are equal, row by row.</summary>
    public FormFlat<T> WhereEqual(ReadOnlySpan<int> left, ReadOnlySpan<int> right, CancellationToken cancellationToken = default)
    {
        var flat = this;
        for (var i = 0; i < left.Length && flat.Dimension > 0; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            flat = flat.WhereEqual(left[i], right[i]);
        }

        return flat;
    }

    /// <summary>The basis in reduced echelon form with primitive integer rows: equal iff the subspaces are.</summary>
    public T[][] EchelonForm(CancellationToken cancellationToken = default)
    {
        var rows = Array.ConvertAll(_basis, vector => vector[.._coordinates]);
        var rank = 0;
        for (var column = 0; column < _coordinates && rank < rows.Length; column++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pivot = Array.FindIndex(rows, rank, row => !T.IsZero(row[column]));
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var r = 0; r < rows.Length; r++)
            {
                if (r != rank && !T.IsZero(rows[r][column]))
                {
                    rows[r] = Combined(rows[r], rows[rank], rows[rank][column], rows[r][column], _coordinates);
                }
            }

            rank++;
        }

        return Array.ConvertAll(rows, row => T.IsNegative(Array.Find(row, entry => !T.IsZero(entry))!) ? Array.ConvertAll(row, entry => -entry) : row);
    }

    private FormFlat<T> WhereEqual(int left, int right)
    {
        var pivot = -1;
        var values = new T[_basis.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _basis[i][left] - _basis[i][right];
            if (!T.IsZero(values[i]) && (pivot < 0 || T.Abs(values[i]) < T.Abs(values[pivot])))
            {
                pivot = i;
            }
        }

        if (pivot < 0)
        {
            return this;
        }

        var basis = new T[_basis.Length - 1][];
        for (var (i, next) = (0, 0); i < values.Length; i++)
        {
            if (i != pivot)
            {
                basis[next++] = T.IsZero(values[i]) ? _basis[i] : Combined(_basis[i], _basis[pivot], values[pivot], values[i], _coordinates);
            }
        }

        return new(basis, _coordinates);
    }

    /// <summary>p a − q b, made primitive by its first coordinates; the other entries are integer combinations of those.</summary>
    private static T[] Combined(T[] a, T[] b, T p, T q, int coordinates)
    {
        var common = Gcd(p, q);
        (p, q) = (p / common, q / common);
        var result = new T[a.Length];
        var content = T.Zero;
        for (var k = 0; k < result.Length; k++)
        {
            result[k] = checked((p * a[k]) - (q * b[k]));
            if (k < coordinates && content != T.One)
            {
                content = Gcd(content, result[k]);
            }
        }

        if (content > T.One)
        {
            for (var k = 0; k < result.Length; k++)
            {
                result[k] /= content;
            }
        }

        return result;
    }

    private static T Gcd(T a, T b)
    {
        while (!T.IsZero(b))
        {
            (a, b) = (b, a % b);
        }

        return T.Abs(a);
    }
}
