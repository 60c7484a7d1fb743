using System.Globalization;
using System.Numerics;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Drawing;

/// <summary>The interaction graph as a layered SVG picture: one layer for each order of the image, the trivial simple at the bottom; so arrows between layers point downwards.</summary>
/// <remarks>Up to <see cref="MaxSingleNodes"/> nodes are drawn one by one; beyond, nodes that no edge tells apart share a box. Loops are drawn at the box; a double frame says that the nodes of a box all reach each other. Same graph, same bytes.</remarks>
public static class InteractionDrawing
{
    /// <summary>The largest number of nodes drawn one by one.</summary>
    public const int MaxSingleNodes = 14;

    private const double LayerHeight = 112;
    private const double BoxHeight = 40;
    private const double Gap = 34;
    private const double Margin = 120;

    /// <summary>The picture.</summary>
    public static string ToSvg(InteractionGraph graph)
    {
        var groups = TwinGroup.Of(graph, graph.Nodes.Count > MaxSingleNodes);
        var orders = groups.Select(group => ImageOrder(graph, group)).Distinct().OrderDescending().ToList();
        var widths = groups.Select(group => Math.Max(56, Label(graph, group).Length * 7.4 + 16)).ToList();
        var layerWidths = orders.Select(order => Enumerable.Range(0, groups.Count).Where(i => ImageOrder(graph, groups[i]) == order).Sum(i => widths[i] + Gap) - Gap).ToList();
        var width = Math.Max(360, layerWidths.Max() + (2 * Margin));
        var height = LayerTop(orders.Count - 1) + BoxHeight + Gap;
        var set = graph.Decomposition.Set;
        var title = $"{graph.Activation.Name} on {set.Name} of {set.Group.Name}";
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
            DrawBox(svg, boxes[i], groups[i], Label(graph, groups[i]), Caption(graph, groups[i]));
        }

        return svg.ToString();
    }

    private static double LayerTop(int layer) => 44 + (layer * LayerHeight);

    private static BigInteger ImageOrder(InteractionGraph graph, TwinGroup group) => graph.Nodes[group.Nodes[0]].Simple.ImageOrder;

    private static string Label(InteractionGraph graph, TwinGroup group)
    {
        var labels = group.Nodes.Select(node => graph.Nodes[node].Simple.Label).ToList();
        return labels.Count <= 6 ? string.Join(", ", labels) : $"{string.Join(", ", labels.Take(4))}, ..., {labels[^1]}";
    }

    private static string Caption(InteractionGraph graph, TwinGroup group)
    {
        var (simple, multiplicity) = graph.Nodes[group.Nodes[0]];
        var several = group.Nodes.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{group.Nodes.Count} simples, ") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{several}dim {simple.Dimension}{(multiplicity > 1 ? $" x {multiplicity}" : "")}");
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

    private static void DrawBox(SvgDocument svg, Box box, TwinGroup group, string label, string caption)
    {
        if (group.HasLoop)
        {
            var x = box.X + box.Width;
            svg.Path($"M{SvgDocument.N(x - 4)},{SvgDocument.N(box.Y + 8)} C{SvgDocument.N(x + 26)},{SvgDocument.N(box.Y - 8)} {SvgDocument.N(x + 26)},{SvgDocument.N(box.Y + 40)} {SvgDocument.N(x)},{SvgDocument.N(box.Y + 27)}", "fill=\"none\" stroke=\"#456\" marker-end=\"url(#tip)\"");
        }

        svg.Rectangle(box.X, box.Y, box.Width, BoxHeight, "rx=\"9\" fill=\"#eef4fb\" stroke=\"#245\"");
        if (group.IsComplete)
        {
            svg.Rectangle(box.X + 3, box.Y + 3, box.Width - 6, BoxHeight - 6, "rx=\"6\" fill=\"none\" stroke=\"#245\"");
        }

        svg.Text(box.Middle, box.Y + 18, label, "text-anchor=\"middle\"");
        svg.Text(box.Middle, box.Y + 33, caption, "text-anchor=\"middle\" font-size=\"10\" fill=\"#456\"");
    }

    private sealed record Box(int Layer, double X, double Y, double Width)
    {
        public double Middle => X + (Width / 2);
    }
}
