namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The ways to find all chambers: different code, compared by tests. The rays of a representative chamber come from the ray tables in all of them.</summary>
public enum ChamberRoute
{
    /// <summary>The fastest: <see cref="Rays"/> (docs/benchmarks.md#chambers).</summary>
    Auto,

    /// <summary>Cones kept by their exact rays: hyperplanes inserted one at a time, or walls crossed up to symmetry.</summary>
    Rays,

    /// <summary>Sign by sign, each decided by the built-in exact simplex with a certificate; then orbits by listing.</summary>
    Simplex,

    /// <summary>Sign by sign, each proposed by the region solver of <see cref="ChamberSearchOptions.Solver"/> (the exact simplex where there is none) and certified exactly; then orbits by listing.</summary>
    Solver,
}
