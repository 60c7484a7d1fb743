using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Drawing;

/// <summary>The interaction graph as a layered SVG picture: smaller images lower, the trivial simple at the bottom; so arrows between layers point downwards.</summary>
/// <remarks>
/// Up to <see cref="MaxSingleNodes"/> nodes are drawn one by one, in a layer for each order of the image; beyond, nodes that no edge tells apart share a box, and layers are those of longest chains. Loops are drawn at the box; a double frame
/// says that the nodes of a box all reach each other. Same graph, same bytes.
/// </remarks>
public static class InteractionDrawing
{
    /// <summary>The largest number of nodes drawn one by one.</summary>
    public const int MaxSingleNodes = 9;

    /// <summary>The largest number of boxes of a picture.</summary>
    public const int MaxBoxes = 100;

    private const double LayerHeight = 112;
    private const double BoxHeight = 40;
    private const double Gap = 34;
    private const double Margin = 120;

    /// <summary>The picture.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxBoxes"/> boxes.</exception>
    public static string ToSvg(InteractionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.Nodes.Count > MaxSingleNodes ? ManyToSvg(graph) : FewToSvg(graph);
    }

    /// <summary>The nodes of each layer of the picture, by their positions, from top to bottom: so that other programs draw the same layers.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Layers(InteractionGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var groups = TwinGroup.Of(graph, graph.Nodes.Count > MaxSingleNodes);
        var heights = graph.Nodes.Count > MaxSingleNodes ? Heights(graph, groups) : null;
        return
        [
            .. groups.Select((group, i) => (group, Height: heights is null ? ImageOrder(graph, group) : heights[i]))
                .GroupBy(pair => pair.Height).OrderByDescending(layer => layer.Key).Select(layer => layer.SelectMany(pair => pair.group.Nodes).Order().ToList()),
        ];
    }

    private static string ManyToSvg(InteractionGraph graph)
    {
        var groups = TwinGroup.Of(graph, merge: true);
        var title = Title(graph);
        return groups.Count <= MaxBoxes
            ? Panel.Sheet(
                title,
                [new InteractionPanel(graph, groups, Heights(graph, groups))],
                ["an arrow to K: f has a part in K for some vector; a loop: in the simple itself", "simples in one box have the same kernel and the same arrows; in a double frame any two of them reach each other", "image: the order of the group that acts on them"])
            : throw new LimitExceededException("boxes of an interaction graph", MaxBoxes, string.Create(CultureInfo.InvariantCulture, $"{groups.Count} ({title})"), "not in a picture, which nobody could read; as a graph for Graphviz there is no limit");
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

    private static string Title(InteractionGraph graph) => $"{graph.Activation.Name} on {graph.Decomposition.Set.Name} of {graph.Decomposition.Set.Group.Name}";

    private static string FewToSvg(InteractionGraph graph)
    {
        var groups = TwinGroup.Of(graph, merge: false);
        var orders = groups.Select(group => ImageOrder(graph, group)).Distinct().OrderDescending().ToList();
        var widths = groups.Select(group => Math.Max(56, Math.Max((Label(graph, group).Length * 7.4) + 16, (Caption(graph, group).Length * 5.2) + 8))).ToList();
        var layerWidths = orders.Select(order => Enumerable.Range(0, groups.Count).Where(i => ImageOrder(graph, groups[i]) == order).Sum(i => widths[i] + Gap) - Gap).ToList();
        var width = Math.Max(360, layerWidths.Max() + (2 * Margin));
        var height = LayerTop(orders.Count - 1) + BoxHeight + Gap;
        var title = Title(graph);
        var svg = new SvgDocument(width, height, title);
        svg.Text(12, 22, title, "font-weight=\"bold\"");
        var boxes = Place(graph, groups, orders, layerWidths, widths, width);
        for (var layer = 0; layer < orders.Count; layer++)
        {
            svg.Text(12, LayerTop(layer) + 24, $"|image| {orders[layer]}", "fill=\"#888\" font-size=\"11\"");
        }

        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = 0; j < groups.Count; j++)
            {
                if (i != j && graph.HasEdge(groups[i].Nodes[0], groups[j].Nodes[0]))
                {
                    DrawEdge(svg, boxes[i], boxes[j], boxes);
                }
            }
        }

        for (var i = 0; i < groups.Count; i++)
        {
            DrawBox(svg, boxes[i].X, boxes[i].Y, boxes[i].Width, groups[i], Label(graph, groups[i]), Caption(graph, groups[i]));
        }

        return svg.ToString();
    }

    private static double LayerTop(int layer) => 44 + (layer * LayerHeight);

    private static BigInteger ImageOrder(InteractionGraph graph, TwinGroup group) => graph.Nodes[group.Nodes[0]].Simple.ImageOrder;

    private static string Label(InteractionGraph graph, TwinGroup group) => graph.Nodes[group.Nodes[0]].Simple.Label;

    private static string Caption(InteractionGraph graph, TwinGroup group)
    {
        var (simple, multiplicity) = (graph.Nodes[group.Nodes[0]].Simple, graph.Nodes[group.Nodes[0]].Multiplicity);
        return string.Create(CultureInfo.InvariantCulture, $"dim {simple.Dimension}{(multiplicity > 1 ? $" x {multiplicity}" : "")}");
    }

    private static List<Box> Place(InteractionGraph graph, IReadOnlyList<TwinGroup> groups, List<BigInteger> orders, List<double> layerWidths, List<double> widths, double width)
    {
        var next = layerWidths.Select(layerWidth => (width - layerWidth) / 2).ToArray();
        var boxes = new List<Box>();
        for (var i = 0; i < groups.Count; i++)
        {
            var layer = orders.IndexOf(ImageOrder(graph, groups[i]));
            boxes.Add(new(layer, next[layer], LayerTop(layer), widths[i]));
            next[layer] += widths[i] + Gap;
        }

        return boxes;
    }

    private static void DrawEdge(SvgDocument svg, Box from, Box to, IReadOnlyList<Box> boxes)
    {
        const string Style = "fill=\"none\" stroke=\"#456\" stroke-opacity=\"0.55\" marker-end=\"url(#tip)\"";
        if (from.Layer == to.Layer)
        {
            // Side by side: an arc above the layer for arrows to the right, below for arrows to the left.
            var y = from.X < to.X ? from.Y : from.Y + BoxHeight;
            var bend = from.X < to.X ? from.Y - 34 : from.Y + BoxHeight + 34;
            var x = from.X < to.X ? 12 : -12;
            svg.Path($"M{SvgDocument.N(from.Middle + x)},{SvgDocument.N(y)} Q{SvgDocument.N((from.Middle + to.Middle) / 2)},{SvgDocument.N(bend)} {SvgDocument.N(to.Middle - x)},{SvgDocument.N(y)}", Style);
            return;
        }

        var down = from.Layer < to.Layer;
        var (y1, y2) = down ? (from.Y + BoxHeight, to.Y) : (from.Y, to.Y + BoxHeight);
        var skipped = Math.Abs(from.Layer - to.Layer) - 1;

        // Arrows that pass a layer swing out, alternately to both sides, so that they do not run through its boxes.
        var middle = (from.Middle + to.Middle) / 2;
        var passed = boxes.Where(box => (box.Layer - from.Layer) * (box.Layer - to.Layer) < 0 && Math.Abs(box.Middle - middle) < box.Width).ToList();
        var clearance = passed.Select(box => Math.Abs(box.Middle - middle) + (box.Width / 2)).DefaultIfEmpty(20).Max();
        var side = from.Middle == to.Middle ? ((from.Layer + to.Layer) % 2 == 0 ? 1 : -1) : Math.Sign(from.Middle - to.Middle);

        // Loops stand at the right of the boxes that are passed.
        var loops = side > 0 && passed.Count > 0 ? 26 : 0;
        var swing = skipped == 0 ? 0 : ((clearance * 1.25) + 12 + (12 * skipped) + loops) * side;
        var (x1, x2) = (from.Middle + Math.Clamp((to.Middle - from.Middle) / 8, -14, 14), to.Middle + Math.Clamp((from.Middle - to.Middle) / 8, -14, 14) + (Math.Sign(swing) * 10));
        svg.Path(
            $"M{SvgDocument.N(x1)},{SvgDocument.N(y1)} C{SvgDocument.N(x1 + swing)},{SvgDocument.N(y1 + ((y2 - y1) * 0.4))} {SvgDocument.N(x2 + swing)},{SvgDocument.N(y1 + ((y2 - y1) * 0.6))} {SvgDocument.N(x2)},{SvgDocument.N(y2)}", Style);
    }

    /// <summary>A box with its loop, its frames, label and caption.</summary>
    internal static void DrawBox(SvgDocument svg, double left, double top, double width, TwinGroup group, string label, string caption)
    {
        if (group.HasLoop)
        {
            var x = left + width;
            svg.Path($"M{SvgDocument.N(x - 4)},{SvgDocument.N(top + 8)} C{SvgDocument.N(x + 26)},{SvgDocument.N(top - 8)} {SvgDocument.N(x + 26)},{SvgDocument.N(top + 40)} {SvgDocument.N(x)},{SvgDocument.N(top + 27)}", "fill=\"none\" stroke=\"#456\" marker-end=\"url(#tip)\"");
        }

        svg.Rectangle(left, top, width, BoxHeight, "rx=\"9\" fill=\"#eef4fb\" stroke=\"#245\"");
        if (group.IsComplete)
        {
            svg.Rectangle(left + 3, top + 3, width - 6, BoxHeight - 6, "rx=\"6\" fill=\"none\" stroke=\"#245\"");
        }

        svg.Text(left + (width / 2), top + 18, label, "text-anchor=\"middle\"");
        svg.Text(left + (width / 2), top + 33, caption, "text-anchor=\"middle\" font-size=\"10\" fill=\"#456\"");
    }

    private sealed record Box(int Layer, double X, double Y, double Width)
    {
        public double Middle => X + (Width / 2);
    }
}
