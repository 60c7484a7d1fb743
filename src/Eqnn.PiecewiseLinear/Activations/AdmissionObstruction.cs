using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>Why an activation f does not commute with a matrix A: a row of A, and a vector x with <c>f(A x) ≠ A f(x)</c> in that row.</summary>
public sealed record AdmissionObstruction
{
    internal AdmissionObstruction(int generator, int row, IReadOnlyList<int> columns, ColumnVector<RealCyclotomic> entries, ColumnVector<RealCyclotomic> vector)
    {
        Generator = generator;
        Row = row;
        Columns = columns;
        Entries = entries;
        Vector = vector;
    }

    /// <summary>The position of A among the generators.</summary>
    public int Generator { get; }

    /// <summary>The row.</summary>
    public int Row { get; }

    /// <summary>The columns with nonzero entries in that row: one entry outside Mult(f), or two and more entries; for affine f a row sum other than 1.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Those entries.</summary>
    public ColumnVector<RealCyclotomic> Entries { get; }

    /// <summary>The vector x. For f with exact values the failure is exact; for the others the two sides differ by more than 1e-9, far above the rounding of the evaluation.</summary>
    public ColumnVector<RealCyclotomic> Vector { get; }

    /// <inheritdoc/>
    public bool Equals(AdmissionObstruction? other) =>
        other is not null && Generator == other.Generator && Row == other.Row && Columns.SequenceEqual(other.Columns) && Entries.SequenceEqual(other.Entries) && Vector.SequenceEqual(other.Vector);

    /// <inheritdoc/>
    public override int GetHashCode() => Vector.Aggregate(HashCode.Combine(Generator, Row), HashCode.Combine);
}
