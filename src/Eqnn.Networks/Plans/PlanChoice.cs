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
        // The cheapest way to each plan of the layer reached so far. Loops over values of types of ours: a process that runs a network once would wait for the compiler of queries over tuples.
        var ways = new List<Way>();
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var move = network.States[i].Dimension * (samples ? MoveBlock : MoveOne);
            var next = new List<Way>();
            foreach (var own in CostsOf(network.Layers[i], samples))
            {
                next.Add(i == 0 ? new([own.Kind], own.Cost) : Cheapest(ways, own, move));
            }

            if (next.Count == 0)
            {
                return null;
            }

            ways = next;
        }

        Way? best = null;
        foreach (var way in ways)
        {
            best = best is null || way.Cost < best.Cost || (way.Cost <= best.Cost && way.Kinds[^1] < best.Kinds[^1]) ? way : best;
        }

        return (best!.Kinds, best.Cost);
    }

    private static Way Cheapest(List<Way> ways, PlanCost own, double move)
    {
        Way? best = null;
        var least = 0.0;
        foreach (var way in ways)
        {
            var cost = way.Cost + own.Cost + (way.Kinds[^1] == own.Kind ? 0 : move);
            if (best is null || cost < least)
            {
                (best, least) = (way, cost);
            }
        }

        return new([.. best!.Kinds, own.Kind], least);
    }

    /// <summary>The cost of a layer for each plan of its first map; other maps take the same plan or, where it does not fit, the cheapest.</summary>
    private static List<PlanCost> CostsOf(NetworkLayer layer, bool samples)
    {
        var costs = new List<PlanCost>(MapPlanner<T>.Candidates(layer.Terms[0].Map, samples));
        for (var t = 1; t < layer.Terms.Count; t++)
        {
            var others = new List<PlanCost>(MapPlanner<T>.Candidates(layer.Terms[t].Map, samples));
            for (var k = 0; k < costs.Count; k++)
            {
                costs[k] = costs[k] with { Cost = costs[k].Cost + PlanCost.Of(costs[k].Kind, others) };
            }

            if (others.Count == 0)
            {
                costs.Clear();
            }
        }

        return costs;
    }

    /// <summary>Plans for the layers so far.</summary>
    private sealed record Way(PlanKind[] Kinds, double Cost);
}
