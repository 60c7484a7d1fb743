using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Drawing;

/// <summary>The interaction graph as a layered picture: smaller images lower, the trivial simple at the bottom; so arrows between layers point downwards, and none runs through a box that is not its own.</summary>
/// <remarks>
/// Layers are those of longest chains, one for each kernel. Up to <see cref="MaxSingleNodes"/> nodes have a box each; beyond, nodes that no edge tells apart share one. Loops are drawn at the box; a double frame
/// says that the nodes of a box all reach each other. Same graph, same bytes.
/// </remarks>
public static class InteractionDrawing
{
    /// <summary>The largest number of nodes drawn one by one.</summary>
    public const int MaxSingleNodes = 9;

    /// <summary>The largest number of boxes of a picture.</summary>
    public const int MaxBoxes = 100;

    /// <summary>The picture.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxBoxes"/> boxes.</exception>
    public static Picture Of(InteractionGraph graph, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var merge = graph.Nodes.Count > MaxSingleNodes;
        var groups = TwinGroup.Of(graph, merge);
        var title = $"{graph.Activation.Name} on {graph.Decomposition.Set.Name} of {graph.Decomposition.Set.Group.Name}";
        var remarks = new List<string> { "an arrow from L to K: f has a part in K for some vector of L; a loop: in L itself" };
        remarks.AddRange(groups.Any(group => group.Nodes.Count > 1) ? ["simples in one box have the same kernel and the same arrows; in a double frame any two of them reach each other"] : []);
        remarks.Add("dim: the dimension, x the multiplicity; image: the order of the group that acts, the smaller the lower");
        return groups.Count <= MaxBoxes
            ? new Picture(Panel.Sheet(title, [new InteractionPanel(graph, groups, Heights(graph, groups), options ?? PictureOptions.Default)], remarks, options))
            : throw new LimitExceededException("boxes of an interaction graph", MaxBoxes, string.Create(CultureInfo.InvariantCulture, $"{groups.Count} ({title})"), "not in a picture, which nobody could read; as a graph for Graphviz there is no limit");
    }

    /// <summary>The picture as SVG.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxBoxes"/> boxes.</exception>
    public static string ToSvg(InteractionGraph graph) => Of(graph).ToSvg();

    /// <summary>The nodes of each layer of the picture, by their positions, from top to bottom: so that other programs draw the same layers.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Layers(InteractionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var groups = TwinGroup.Of(graph, graph.Nodes.Count > MaxSingleNodes);
        var heights = Heights(graph, groups);
        return
        [
            .. groups.Select((group, i) => (group, Height: heights[i])).GroupBy(pair => pair.Height).OrderByDescending(layer => layer.Key).Select(layer => layer.SelectMany(pair => pair.group.Nodes).Order().ToList()),
        ];
    }

    /// <summary>The length of the longest chain of edges from each group down, smaller images being lower; one height for each kernel.</summary>
    private static List<int> Heights(InteractionGraph graph, IReadOnlyList<TwinGroup> groups)
    {
        var heights = new int[groups.Count];
        foreach (var kernel in Enumerable.Range(0, groups.Count).GroupBy(i => string.Join(',', graph.Nodes[groups[i].Nodes[0]].Simple.KernelClassPositions)).OrderBy(kernel => ImageOrder(graph, groups[kernel.First()])))
        {
            var image = ImageOrder(graph, groups[kernel.First()]);
            var height = kernel.SelectMany(i => Enumerable.Range(0, groups.Count).Where(j => ImageOrder(graph, groups[j]) < image && graph.HasEdge(groups[i].Nodes[0], groups[j].Nodes[0])))
                .Select(j => heights[j] + 1).DefaultIfEmpty(0).Max();
            foreach (var i in kernel)
            {
                heights[i] = height;
            }
        }

        return [.. heights];
    }

    private static BigInteger ImageOrder(InteractionGraph graph, TwinGroup group) => graph.Nodes[group.Nodes[0]].Simple.ImageOrder;
}
