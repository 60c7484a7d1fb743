namespace Eqnn.Numbers.LinearAlgebra;

public sealed partial class Matrix<T>
{
    /// <summary>The sum.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<T> operator +(Matrix<T> left, Matrix<T> right) => Combine(left, right, "add", (a, b) => a + b);

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<T> operator -(Matrix<T> left, Matrix<T> right) => Combine(left, right, "subtract", (a, b) => a - b);

    /// <summary>The negative.</summary>
    public static Matrix<T> operator -(Matrix<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Map(x => -x);
    }

    /// <summary>The product: <c>(a * b) v = a (b v)</c>.</summary>
    /// <exception cref="ArgumentException">The left matrix has not as many columns as the right one has rows.</exception>
    public static Matrix<T> operator *(Matrix<T> left, Matrix<T> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.ColumnCount != right.RowCount)
        {
            throw new ArgumentException($"cannot multiply a {left.RowCount} x {left.ColumnCount} matrix by a {right.RowCount} x {right.ColumnCount} matrix");
        }

        int rows = left.RowCount, inner = left.ColumnCount, columns = right.ColumnCount;
        var entries = new T[rows * columns];
        Array.Fill(entries, T.Zero);
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < inner; k++)
            {
                var factor = left._entries[(i * inner) + k];
                if (factor.IsZero)
                {
                    continue;
                }

                for (var j = 0; j < columns; j++)
                {
                    var other = right._entries[(k * columns) + j];
                    if (!other.IsZero)
                    {
                        entries[(i * columns) + j] += factor * other;
                    }
                }
            }
        }

        return new Matrix<T>(rows, columns, entries);
    }

    /// <summary>The image of a vector.</summary>
    /// <exception cref="ArgumentException">The vector has not as many entries as the matrix has columns.</exception>
    public static ColumnVector<T> operator *(Matrix<T> matrix, IReadOnlyList<T> vector)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.Count != matrix.ColumnCount)
        {
            throw new ArgumentException($"the matrix is {matrix.RowCount} x {matrix.ColumnCount}, the vector has {vector.Count} entries", nameof(vector));
        }

        var image = new T[matrix.RowCount];
        for (var i = 0; i < image.Length; i++)
        {
            var sum = T.Zero;
            for (var j = 0; j < vector.Count; j++)
            {
                var entry = matrix._entries[(i * matrix.ColumnCount) + j];
                if (!entry.IsZero)
                {
                    sum += entry * vector[j];
                }
            }

            image[i] = sum;
        }

        return new(image);
    }

    /// <summary>The multiple by a scalar.</summary>
    public static Matrix<T> operator *(T scalar, Matrix<T> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.Map(x => scalar * x);
    }

    /// <summary>The multiple by a scalar.</summary>
    public static Matrix<T> operator *(Matrix<T> matrix, T scalar) => scalar * matrix;

    /// <summary>Whether shapes and entries are equal.</summary>
    public static bool operator ==(Matrix<T>? left, Matrix<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether shapes or entries differ.</summary>
    public static bool operator !=(Matrix<T>? left, Matrix<T>? right) => !(left == right);

    private static Matrix<T> Combine(Matrix<T> left, Matrix<T> right, string what, Func<T, T, T> operation)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.RowCount != right.RowCount || left.ColumnCount != right.ColumnCount)
        {
            throw new ArgumentException($"cannot {what} a {left.RowCount} x {left.ColumnCount} and a {right.RowCount} x {right.ColumnCount} matrix");
        }

        var entries = new T[left._entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = operation(left._entries[i], right._entries[i]);
        }

        return new Matrix<T>(left.RowCount, left.ColumnCount, entries);
    }
}
