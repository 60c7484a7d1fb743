using System.Numerics;

namespace Eqnn.Networks.Plans;

/// <summary>The plans of all layers that together are estimated to be fastest: a layer whose plan keeps values elsewhere than the one before pays for moving them.</summary>
internal static class PlanChoice<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Moving one value costs as much as this many operations: scalars are moved one by one, blocks as vectors.</summary>
    private const double MoveOne = 90;

    private const double MoveBlock = 10;

    /// <summary>A plan for each layer and the cost of all, or <c>null</c> if some map has none.</summary>
    public static (PlanKind[] Kinds, double Cost)? Of(EquivariantNetwork network, bool samples)
    {
        // The cheapest way to each plan of the layer reached so far.
        var ways = new Dictionary<PlanKind, (double Cost, PlanKind[] Kinds)>();
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var move = network.States[i].Dimension * (samples ? MoveBlock : MoveOne);
            var next = new Dictionary<PlanKind, (double Cost, PlanKind[] Kinds)>();
            foreach (var (kind, own) in CostsOf(network.Layers[i], samples))
            {
                next[kind] = i == 0
                    ? (own, [kind])
                    : ways.Select(way => (Cost: way.Value.Cost + own + (way.Key == kind ? 0 : move), Kinds: (PlanKind[])[.. way.Value.Kinds, kind])).MinBy(way => way.Cost);
            }

            if (next.Count == 0)
            {
                return null;
            }

            ways = next;
        }

        var (cost, kinds) = ways.OrderBy(way => way.Key).Select(way => way.Value).MinBy(way => way.Cost);
        return (kinds, cost);
    }

    /// <summary>The cost of a layer for each plan of its first map; other maps take the same plan or, where it does not fit, the cheapest.</summary>
    private static List<(PlanKind Kind, double Cost)> CostsOf(NetworkLayer layer, bool samples)
    {
        var terms = layer.Terms.Select(term => MapPlanner<T>.Candidates(term.Map, samples).ToList()).ToList();
        if (terms.Exists(candidates => candidates.Count == 0))
        {
            return [];
        }

        return [.. terms[0].Select(first => (first.Kind, first.Cost + terms.Skip(1).Sum(candidates => candidates.Exists(c => c.Kind == first.Kind) ? candidates.First(c => c.Kind == first.Kind).Cost : candidates.Min(c => c.Cost))))];
    }
}
