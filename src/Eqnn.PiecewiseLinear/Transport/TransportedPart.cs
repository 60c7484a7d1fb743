using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Transport;

/// <summary>The part <c>P_K f(v)</c> of one image, in one simple K.</summary>
public sealed class TransportedPart
{
    internal TransportedPart(IsotypicCopies copies, ColumnVector<Cyclotomic>? coordinates, IReadOnlyList<RealInterval> enclosures, Cyclotomic? squaredNorm, RealInterval norm, VanishingCause? vanishes, PieceMatrix? matrix)
    {
        Copies = copies;
        Coordinates = coordinates;
        Enclosures = enclosures;
        SquaredNorm = squaredNorm;
        Norm = norm;
        Vanishes = vanishes;
        Matrix = matrix;
    }

    /// <summary>The copies of K, in whose coordinates the part is written.</summary>
    public IsotypicCopies Copies { get; }

    /// <summary>The exact coordinates, copy by copy, where f has exact values; else <c>null</c>.</summary>
    public ColumnVector<Cyclotomic>? Coordinates { get; }

    /// <summary>Enclosures of the coordinates.</summary>
    public IReadOnlyList<RealInterval> Enclosures { get; }

    /// <summary>|P_K f(v)|², the sum over X of squares, where it is exact; else <c>null</c>.</summary>
    public Cyclotomic? SquaredNorm { get; }

    /// <summary>An enclosure of |P_K f(v)|.</summary>
    public RealInterval Norm { get; }

    /// <summary>Why the part is exactly 0, or <c>null</c> where it is not, or not known to be.</summary>
    public VanishingCause? Vanishes { get; }

    /// <summary>The affine map of which the part is a value, on the piece of f in which v lies; <c>null</c> unless f is piecewise linear.</summary>
    public PieceMatrix? Matrix { get; }

    /// <summary>The exact coordinates of each copy, or <c>null</c>.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>>? ByCopy => Coordinates is { } all ? [.. all.Chunk(Copies.CopyDimension).Select(ColumnVector.Of)] : null;
}

/// <summary>Why a part of an image is exactly 0.</summary>
public enum VanishingCause
{
    /// <summary>It is 0 for every v: no arrow leads there (Theorem 2).</summary>
    Theorem,

    /// <summary>It is 0 at this v, not for every v.</summary>
    Here,
}

/// <summary><c>v ↦ Matrix v + Offset</c>, in the coordinates of source copy and target copies: what <c>P_K ∘ f</c> is where no coordinate of v crosses a kink.</summary>
public sealed record PieceMatrix
{
    internal PieceMatrix(Matrix<Cyclotomic> matrix, ColumnVector<Cyclotomic> offset)
    {
        Matrix = matrix;
        Offset = offset;
    }

    /// <summary>Rows: coordinates of the target; columns: those of the source copy.</summary>
    public Matrix<Cyclotomic> Matrix { get; }

    /// <summary>0 for f without constants.</summary>
    public ColumnVector<Cyclotomic> Offset { get; }

    /// <inheritdoc/>
    public bool Equals(PieceMatrix? other) => other is not null && Matrix == other.Matrix && Offset.SequenceEqual(other.Offset);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Matrix.RowCount, Matrix.ColumnCount, Offset.Count);
}
