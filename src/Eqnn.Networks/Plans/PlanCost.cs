namespace Eqnn.Networks.Plans;

/// <summary>A plan with its estimated cost.</summary>
/// <param name="Kind">The plan.</param>
/// <param name="Cost">Operations, weighted.</param>
internal sealed record PlanCost(PlanKind Kind, double Cost)
{
    /// <summary>The first of the cheapest; <c>null</c> of none.</summary>
    public static PlanCost? Cheapest(IEnumerable<PlanCost> candidates)
    {
        PlanCost? best = null;
        foreach (var candidate in candidates)
        {
            best = best is null || candidate.Cost < best.Cost ? candidate : best;
        }

        return best;
    }

    /// <summary>The cost of a plan among some, or that of the cheapest where it is not among them.</summary>
    public static double Of(PlanKind kind, IReadOnlyList<PlanCost> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Kind == kind)
            {
                return candidate.Cost;
            }
        }

        return Cheapest(candidates)?.Cost ?? 0;
    }
}
