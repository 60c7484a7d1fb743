using System.Globalization;
using System.Text;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Drawing;

/// <summary>An interaction graph in layers: nodes that no edge tells apart may share a box, arrows are led past the boxes of the layers between.</summary>
internal sealed class InteractionPanel : Panel
{
    private const double BoxHeight = 40;
    private const double LoopRoom = 26;
    private const double ArcHeight = 30;

    private readonly IReadOnlyList<TwinGroup> _groups;
    private readonly IReadOnlyList<IReadOnlyList<string>> _members;
    private readonly IReadOnlyList<(string Label, string Caption)> _texts;
    private readonly List<(int From, int To)> _inside = [];
    private readonly LayeredLayout _layout;
    private readonly double[] _widths;
    private readonly double _layerHeight;

    /// <summary>The picture of <paramref name="groups"/>, the classes of nodes of <paramref name="graph"/>, in <paramref name="layers"/> from below.</summary>
    public InteractionPanel(InteractionGraph graph, IReadOnlyList<TwinGroup> groups, IReadOnlyList<int> layers, PictureOptions options)
        : base("")
    {
        _groups = groups;
        _members = [.. groups.Select(group => (IReadOnlyList<string>)[.. group.Nodes.Select(node => graph.Nodes[node].Simple.Label)])];
        _texts = [.. groups.Select(group => (LabelOf(graph, group, options), CaptionOf(graph, group)))];
        _widths = [.. _texts.Select(text => Math.Max(52, Math.Max(TextWidth(text.Label, 13), TextWidth(text.Caption, 10)) + 16))];
        var between = new List<(int From, int To)>();
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = 0; j < groups.Count; j++)
            {
                if (i != j && graph.HasEdge(groups[i].Nodes[0], groups[j].Nodes[0]))
                {
                    (layers[i] == layers[j] ? _inside : between).Add((i, j));
                }
            }
        }

        // The loop at the right of a box belongs to its width, on both sides so that the box stays in the middle.
        _layout = new LayeredLayout(layers, [.. groups.Select((group, i) => _widths[i] + (group.HasLoop ? 2 * LoopRoom : 0))], between, 14);
        _layerHeight = Math.Clamp(_layout.Steepest * 0.3, 112, 260);
    }

    /// <inheritdoc/>
    public override double Width => _layout.Width;

    /// <inheritdoc/>
    public override double Height => ((_layout.LayerCount - 1) * _layerHeight) + BoxHeight + (2 * ArcRoom) + 8;

    private double ArcRoom => _inside.Count > 0 ? ArcHeight : 0;

    /// <inheritdoc/>
    public override void Draw(SvgDocument svg)
    {
        const string Style = "fill=\"none\" stroke=\"#456\" stroke-opacity=\"0.6\" marker-end=\"url(#tip)\"";
        var ports = Ports();
        for (var k = 0; k < _layout.Lines.Count; k++)
        {
            var line = _layout.Lines[k];
            var down = _layout.Layer(line[0]) > _layout.Layer(line[^1]) ? 1 : -1;
            var (x, y) = (ports[(k, 0)], Top(line[0]) + (down > 0 ? BoxHeight : 0));
            var path = new StringBuilder($"M{N(x)},{N(y)}");
            for (var i = 1; i < line.Count; i++)
            {
                var next = i == line.Count - 1 ? ports[(k, 1)] : _layout.X(line[i]);
                var enter = Top(line[i]) + (down > 0 ? 0 : BoxHeight);
                var half = (enter - y) / 2;
                path.Append(CultureInfo.InvariantCulture, $" C{N(x)},{N(y + half)} {N(next)},{N(enter - half)} {N(next)},{N(enter)}");
                (x, y) = (next, enter + (down * BoxHeight));
                path.Append(i == line.Count - 1 ? "" : $" L{N(x)},{N(y)}");
            }

            svg.Edge(Name(line[0]), Name(line[^1]), () => svg.Path(path.ToString(), Style));
        }

        foreach (var (from, to) in _inside)
        {
            // Side by side: an arc above the layer for arrows to the right, below for arrows to the left.
            var right = _layout.X(from) < _layout.X(to);
            var (y, bend, x) = (Top(from) + (right ? 0 : BoxHeight), right ? Top(from) - (2 * ArcHeight) + 4 : Top(from) + BoxHeight + (2 * ArcHeight) - 4, right ? 12 : -12);
            svg.Edge(Name(from), Name(to), () => svg.Path($"M{N(_layout.X(from) + x)},{N(y)} Q{N((_layout.X(from) + _layout.X(to)) / 2)},{N(bend)} {N(_layout.X(to) - x)},{N(y)}", Style));
        }

        for (var i = 0; i < _groups.Count; i++)
        {
            DrawBox(svg, i);
        }
    }

    /// <summary>The name of a box: that of its first simple.</summary>
    private string Name(int place) => _members[place][0];

    /// <summary>A box with its loop, its frames, label and caption.</summary>
    private void DrawBox(SvgDocument svg, int place)
    {
        var (left, top, width) = (_layout.X(place) - (_widths[place] / 2), Top(place), _widths[place]);
        if (_groups[place].HasLoop)
        {
            var x = left + width;
            svg.Edge(Name(place), Name(place), () => svg.Path($"M{N(x - 4)},{N(top + 8)} C{N(x + 26)},{N(top - 8)} {N(x + 26)},{N(top + 40)} {N(x)},{N(top + 27)}", "fill=\"none\" stroke=\"#456\" marker-end=\"url(#tip)\""));
        }

        svg.Node(Name(place), _members[place], () =>
        {
            svg.Rectangle(left, top, width, BoxHeight, "rx=\"9\" fill=\"#eef4fb\" stroke=\"#245\"");
            if (_groups[place].IsComplete)
            {
                svg.Rectangle(left + 3, top + 3, width - 6, BoxHeight - 6, "rx=\"6\" fill=\"none\" stroke=\"#245\"");
            }

            svg.Text(left + (width / 2), top + 18, _texts[place].Label, "text-anchor=\"middle\"");
            svg.Text(left + (width / 2), top + 33, _texts[place].Caption, "text-anchor=\"middle\" font-size=\"10\" fill=\"#456\"");
        });
    }

    private static string LabelOf(InteractionGraph graph, TwinGroup group, PictureOptions options)
    {
        var labels = group.Nodes.Select(node => NameOf(graph.Nodes[node].Simple, options)).ToList();
        return labels.Count <= 6 ? string.Join(", ", labels) : $"{string.Join(", ", labels.Take(4))}, ..., {labels[^1]}";
    }

    private static string CaptionOf(InteractionGraph graph, TwinGroup group)
    {
        var nodes = group.Nodes.Select(node => graph.Nodes[node]).ToList();
        var (least, most) = (nodes.Min(node => node.Simple.Dimension), nodes.Max(node => node.Simple.Dimension));
        var several = nodes.Count > 1 ? FormattableString.Invariant($"{nodes.Count} simples, ") : "";
        var copies = nodes.Select(node => node.Multiplicity).Distinct().ToList() is [var only and > 1] ? FormattableString.Invariant($" x {only}") : "";
        return FormattableString.Invariant($"{several}dim {least}{(most > least ? FormattableString.Invariant($" to {most}") : "")}{copies}, image {nodes[0].Simple.ImageOrder}");
    }

    /// <summary>Where lines leave and meet their boxes: spread over the side, in the order in which they come.</summary>
    private Dictionary<(int Line, int End), double> Ports()
    {
        var ends = _layout.Lines.SelectMany((line, k) => new[] { (Line: k, End: 0, Box: line[0], Next: line[1]), (Line: k, End: 1, Box: line[^1], Next: line[^2]) });
        var ports = new Dictionary<(int, int), double>();
        foreach (var side in ends.GroupBy(end => (end.Box, Up: _layout.Layer(end.Next) > _layout.Layer(end.Box))))
        {
            var sorted = side.OrderBy(end => _layout.X(end.Next)).ThenBy(end => end.Line).ToList();
            var room = Math.Min(_widths[side.Key.Box] - 20, 14.0 * (sorted.Count - 1));
            for (var i = 0; i < sorted.Count; i++)
            {
                ports[(sorted[i].Line, sorted[i].End)] = _layout.X(side.Key.Box) + (sorted.Count == 1 ? 0 : (((double)i / (sorted.Count - 1)) - 0.5) * room);
            }
        }

        return ports;
    }

    private double Top(int place) => ArcRoom + ((_layout.LayerCount - 1 - _layout.Layer(place)) * _layerHeight);

    private static string N(double value) => SvgDocument.N(value);
}
