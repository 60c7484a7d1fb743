namespace Eqnn.Networks.Harmonics;

/// <summary>A simple real right module of a finite group in an orthonormal basis: row vectors, <c>z · g = z ρ(g)</c>, ρ(gh) = ρ(g) ρ(h), numerically.</summary>
/// <param name="Dimension">m.</param>
/// <param name="Rows">How often it occurs in the group algebra: the number of rows of its block.</param>
/// <param name="Matrices">ρ(g) in row-major order, one after the other by the position of g in its group.</param>
/// <param name="Character">The traces.</param>
internal sealed record RealModule(int Dimension, int Rows, double[] Matrices, double[] Character)
{
    /// <summary>The module of the trivial group.</summary>
    public static RealModule Trivial { get; } = new(1, 1, [1], [1]);

    /// <summary>ρ of the element at a position.</summary>
    public ReadOnlySpan<double> At(int position) => Matrices.AsSpan(position * Dimension * Dimension, Dimension * Dimension);
}
