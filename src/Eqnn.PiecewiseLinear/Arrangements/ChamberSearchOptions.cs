using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Regions;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Bounds of a chamber enumeration, and the way it goes.</summary>
/// <param name="MaxOrbits">The most orbits of chambers (chambers, without symmetry) that are kept.</param>
/// <param name="ZaslavskyBudget">The most modular products spent on the independent count by deletion and restriction where flats are too many for <paramref name="MaxFlats"/>; 0 for no independent count at all, by whatever method. 10⁸ take about a second.</param>
/// <param name="Route">How the chambers are found.</param>
/// <param name="KeepPartial">Whether, at the limit, what was found so far is returned, marked by <see cref="ChamberEnumeration.IsPartial"/>, in place of a <see cref="Eqnn.Numbers.LimitExceededException"/>.</param>
/// <param name="Solver">Makes the region solver of <see cref="ChamberRoute.Solver"/> for points with so many coordinates; null is the exact simplex.</param>
/// <param name="MaxFlats">The most flats of one rank, up to symmetry, that are kept for the characteristic polynomial.</param>
public sealed record ChamberSearchOptions(long MaxOrbits = 20_000_000, long ZaslavskyBudget = 100_000_000, ChamberRoute Route = ChamberRoute.Auto, bool KeepPartial = false, Func<int, RegionSolver>? Solver = null, long MaxFlats = 1_000_000)
{
    /// <summary>The defaults.</summary>
    public static ChamberSearchOptions Default { get; } = new();

    /// <summary>With another bound on orbits.</summary>
    public ChamberSearchOptions WithMaxOrbits(long maxOrbits) => this with { MaxOrbits = maxOrbits };

    /// <summary>With another budget for the independent count.</summary>
    public ChamberSearchOptions WithZaslavskyBudget(long zaslavskyBudget) => this with { ZaslavskyBudget = zaslavskyBudget };

    /// <summary>With another way to find the chambers.</summary>
    public ChamberSearchOptions WithRoute(ChamberRoute route) => this with { Route = route };

    /// <summary>With or without partial results at the limit.</summary>
    public ChamberSearchOptions WithKeepPartial(bool keepPartial) => this with { KeepPartial = keepPartial };

    /// <summary>Sign by sign with another region solver, e.g. <c>Z3Solver.Create</c> of <c>Eqnn.PiecewiseLinear.Z3</c>.</summary>
    public ChamberSearchOptions WithSolver(Func<int, RegionSolver> solver) => this with { Route = ChamberRoute.Solver, Solver = solver };

    /// <summary>With another bound on flats.</summary>
    public ChamberSearchOptions WithMaxFlats(long maxFlats) => this with { MaxFlats = maxFlats };
}
