using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Drawing;

/// <summary>Nodes of an interaction graph that no edge tells apart: same kernel, same neighbours outside, and inside either no edges but loops or all.</summary>
/// <param name="Nodes">The positions of the nodes, ascending.</param>
/// <param name="HasLoop">Whether every node has a loop (else none has).</param>
/// <param name="IsComplete">Whether any two different nodes are joined (else none are).</param>
internal sealed record TwinGroup(IReadOnlyList<int> Nodes, bool HasLoop, bool IsComplete)
{
    /// <summary>All groups, by their first nodes; single nodes if <paramref name="merge"/> is false.</summary>
    public static IReadOnlyList<TwinGroup> Of(InteractionGraph graph, bool merge)
    {
        var count = graph.Nodes.Count;
        var families = Enumerable.Range(0, count)
            .GroupBy(i => merge ? string.Join(',', graph.Nodes[i].Simple.KernelClassPositions) : $"{i}")
            .Select(family => family.ToList());
        var groups = new List<TwinGroup>();
        foreach (var family in families)
        {
            var mates = family.ToHashSet();
            var bySignature = family.GroupBy(i => string.Join(',', Enumerable.Range(0, count).Where(j => !mates.Contains(j)).Select(j => (graph.HasEdge(i, j) ? 1 : 0) + (graph.HasEdge(j, i) ? 2 : 0))) + graph.HasEdge(i, i));
            foreach (var twins in bySignature.Select(group => group.ToList()))
            {
                var inside = twins.SelectMany(i => twins.Where(j => j != i).Select(j => graph.HasEdge(i, j))).ToList();
                var outside = twins.SelectMany(i => family.Except(twins).Select(j => graph.HasEdge(i, j) || graph.HasEdge(j, i)));
                if (inside.Distinct().Count() > 1 || outside.Any(edge => edge))
                {
                    groups.AddRange(twins.Select(i => new TwinGroup([i], graph.HasEdge(i, i), false)));
                }
                else
                {
                    groups.Add(new(twins, graph.HasEdge(twins[0], twins[0]), inside.Count > 0 && inside[0]));
                }
            }
        }

        return [.. groups.OrderBy(group => group.Nodes[0])];
    }
}
