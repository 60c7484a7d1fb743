namespace Eqnn.PiecewiseLinear.Explorations;

/// <summary>How large a page may become.</summary>
/// <param name="MaxPoints">Points of one G-set.</param>
/// <param name="MaxEntries">Σ |X|² over the G-sets that were asked for.</param>
/// <param name="MaxFurtherEntries">Σ |X|² over all, with the transitive sets that were not asked for.</param>
/// <param name="MaxSimples">Simples of the group.</param>
public sealed record ExplorationLimits(int MaxPoints = 400, int MaxEntries = 120_000, int MaxFurtherEntries = 20_000, int MaxSimples = 400)
{
    /// <summary>Those of a page that opens at once.</summary>
    public static ExplorationLimits Default { get; } = new();
}
