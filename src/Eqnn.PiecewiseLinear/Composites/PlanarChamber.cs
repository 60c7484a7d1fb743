using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>A chamber of the fan of a <see cref="PlanarComposite"/> and the linear map on it.</summary>
public sealed record PlanarChamber
{
    internal PlanarChamber(IReadOnlyList<int> rays, Matrix<Cyclotomic> matrix)
    {
        Rays = rays;
        Matrix = matrix;
    }

    /// <summary>The positions of its rays: two in the plane, in positive orientation of the coordinates; one on a line.</summary>
    public IReadOnlyList<int> Rays { get; }

    /// <summary>Rows: coordinates of <c>V_K</c>; columns: coordinates of the copy of L.</summary>
    public Matrix<Cyclotomic> Matrix { get; }

    /// <summary>Whether the positions of the rays and the matrices agree.</summary>
    public bool Equals(PlanarChamber? other) => other is not null && Rays.SequenceEqual(other.Rays) && Matrix == other.Matrix;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rays.Count, Matrix);
}
