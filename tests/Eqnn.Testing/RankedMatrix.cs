using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Testing;

/// <summary>A matrix whose rank is known by construction: (unitriangular) · (unit matrix of the rank, filled up with zeros) · (unitriangular), rows and columns rotated.</summary>
public sealed class RankedMatrix<T>
    where T : IField<T>
{
    private readonly int _rotation;
    private readonly T[] _left;
    private readonly T[] _right;

    public RankedMatrix(int rows, int columns, int rank, int rotation, T[] left, T[] right)
    {
        (Rows, Columns, Rank, _rotation, _left, _right) = (rows, columns, rank, rotation, left, right);
        var lower = Matrix<T>.FromFunction(rows, rows, (i, j) => i == j ? T.One : i > j ? left[(i * rows) + j] : T.Zero);
        var upper = Matrix<T>.FromFunction(columns, columns, (i, j) => i == j ? T.One : i < j ? right[(i * columns) + j] : T.Zero);
        var middle = Matrix<T>.FromFunction(rows, columns, (i, j) => i == j && i < rank ? T.One : T.Zero);
        var product = lower * middle * upper;
        Value = Matrix<T>.FromFunction(rows, columns, (i, j) => product[(i + rotation) % rows, (j + rotation) % columns]);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The rank of <see cref="Value"/>.</summary>
    public int Rank { get; }

    public Matrix<T> Value { get; }

    /// <summary>Matrices of the same rank with simpler factors.</summary>
    public IEnumerable<RankedMatrix<T>> Shrink(Func<T, IEnumerable<T>> shrink)
    {
        if (_rotation != 0)
        {
            yield return new RankedMatrix<T>(Rows, Columns, Rank, 0, _left, _right);
        }

        foreach (var left in Simpler(_left, shrink))
        {
            yield return new RankedMatrix<T>(Rows, Columns, Rank, _rotation, left, _right);
        }

        foreach (var right in Simpler(_right, shrink))
        {
            yield return new RankedMatrix<T>(Rows, Columns, Rank, _rotation, _left, right);
        }
    }

    public override string ToString() => $"rank {Rank}: {Value}";

    private static IEnumerable<T[]> Simpler(T[] entries, Func<T, IEnumerable<T>> shrink)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            foreach (var simpler in shrink(entries[i]))
            {
                var copy = (T[])entries.Clone();
                copy[i] = simpler;
                yield return copy;
            }
        }
    }
}
