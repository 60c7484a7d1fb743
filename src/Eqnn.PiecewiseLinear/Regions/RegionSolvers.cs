using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>Which way regions are decided.</summary>
public enum RegionSolverKind
{
    /// <summary>The fastest that is at hand.</summary>
    Auto,

    /// <summary>The built-in simplex method over the ordered field.</summary>
    Simplex,

    /// <summary>Z3, where libz3 can be loaded.</summary>
    Z3,
}

/// <summary>Makes region solvers.</summary>
public static class RegionSolvers
{
    /// <summary>The version of the libz3 that is loaded, as <c>4.8.12</c>; null where there is none.</summary>
    public static string? Z3Version => Z3Library.Version;

    /// <summary>A solver for points with so many coordinates. <see cref="RegionSolverKind.Auto"/> is the simplex method: on the small systems of this project it is faster than any call across the border (docs/benchmarks.md#chambers).</summary>
    /// <exception cref="LimitExceededException">Z3 was asked for and libz3 cannot be loaded; says how to install it.</exception>
    public static IRegionSolver Create(RegionSolverKind kind, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        return kind switch
        {
            RegionSolverKind.Auto or RegionSolverKind.Simplex => new SimplexRegionSolver(dimension),
            RegionSolverKind.Z3 => Z3Version is not null
                ? new Z3RegionSolver(dimension)
                : throw new LimitExceededException("libz3 libraries found", 0, "one", "install libz3 (apt-get install libz3-4), or choose the simplex solver"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown solver"),
        };
    }
}
