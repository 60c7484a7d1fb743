using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>Why an activation f does not commute with a matrix A: a row of A, and a vector x with <c>f(A x) ≠ A f(x)</c> in that row.</summary>
/// <param name="Generator">The position of A among the generators.</param>
/// <param name="Row">The row.</param>
/// <param name="Columns">The columns with nonzero entries in that row: one entry outside Mult(f), or two and more entries; for affine f a row sum other than 1.</param>
/// <param name="Entries">Those entries.</param>
/// <param name="Vector">The vector x. For f with exact values the failure is exact; for the others the two sides differ by more than 1e-9, far above the rounding of the evaluation.</param>
public sealed record AdmissionObstruction(int Generator, int Row, IReadOnlyList<int> Columns, IReadOnlyList<RealCyclotomic> Entries, IReadOnlyList<RealCyclotomic> Vector)
{
    /// <inheritdoc/>
    public bool Equals(AdmissionObstruction? other) =>
        other is not null && Generator == other.Generator && Row == other.Row && Columns.SequenceEqual(other.Columns) && Entries.SequenceEqual(other.Entries) && Vector.SequenceEqual(other.Vector);

    /// <inheritdoc/>
    public override int GetHashCode() => Vector.Aggregate(HashCode.Combine(Generator, Row), HashCode.Combine);
}
