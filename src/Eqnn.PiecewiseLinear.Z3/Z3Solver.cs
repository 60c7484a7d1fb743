using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Regions;

namespace Eqnn.PiecewiseLinear.Z3;

/// <summary>Z3 as a region solver: <c>ChamberSearchOptions.Default.WithSolver(Z3Solver.Create)</c>.</summary>
/// <remarks>The bindings come with this package, the native library with it on Windows and macOS; on Linux it is the system's (Debian and Ubuntu: <c>apt-get install libz3-4</c>; 4.8 or later). Answers are those of the exact simplex, since both are certified.</remarks>
public static class Z3Solver
{
    /// <summary>The version of the libz3 that is loaded, as <c>4.8.12</c>; null where none can be loaded.</summary>
    public static string? Version => Z3Library.Version;

    /// <summary>A solver for points with so many coordinates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The dimension is negative.</exception>
    /// <exception cref="LimitExceededException">No libz3 can be loaded; says how to install it.</exception>
    public static RegionSolver Create(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        return Version is not null
            ? new Z3RegionSolver(dimension)
            : throw new LimitExceededException("libz3 libraries found", 0, "one", "install libz3 (apt-get install libz3-4), or choose the simplex solver");
    }
}
