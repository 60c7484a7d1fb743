namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>The region solvers that need nothing but this library. Another one, Z3, has a package of its own (<c>Eqnn.PiecewiseLinear.Z3</c>: <c>Z3Solver.Create</c>), so that nobody else carries native libraries.</summary>
public static class RegionSolvers
{
    /// <summary>The built-in exact simplex for points with so many coordinates: on the small systems of this project faster than any call across the border of a native library (docs/benchmarks.md#chambers).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The dimension is negative.</exception>
    public static RegionSolver Simplex(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        return new SimplexRegionSolver(dimension);
    }
}
