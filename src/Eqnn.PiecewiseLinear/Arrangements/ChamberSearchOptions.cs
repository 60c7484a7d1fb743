namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Bounds of a chamber enumeration.</summary>
/// <param name="MaxOrbits">The most orbits of chambers (chambers, without symmetry) that are kept.</param>
/// <param name="ZaslavskyBudget">The most modular products spent on the independent count; 0 for none. 10⁸ take about a second.</param>
public sealed record ChamberSearchOptions(long MaxOrbits = 20_000_000, long ZaslavskyBudget = 100_000_000)
{
    /// <summary>The defaults.</summary>
    public static ChamberSearchOptions Default { get; } = new();

    /// <summary>With another bound on orbits.</summary>
    public ChamberSearchOptions WithMaxOrbits(long maxOrbits) => this with { MaxOrbits = maxOrbits };

    /// <summary>With another budget for the independent count.</summary>
    public ChamberSearchOptions WithZaslavskyBudget(long zaslavskyBudget) => this with { ZaslavskyBudget = zaslavskyBudget };
}
