namespace Eqnn.Drawing;

/// <summary>The Hasse diagram of a finite order: boxes in layers, a line from each box to those that it covers. Lines never run through boxes.</summary>
/// <remarks>Layers by longest chains from below, places by <see cref="LayeredLayout"/>. Beyond <see cref="MaxRoomy"/> boxes they are small, and a caption that a whole layer shares stands once, at the left.</remarks>
internal sealed class HassePanel : Panel
{
    /// <summary>The most boxes of a picture with captions inside all of them.</summary>
    public const int MaxRoomy = 32;

    private const double LeastLayerHeight = 92;

    private readonly IReadOnlyList<HasseNode> _nodes;
    private readonly LayeredLayout _layout;
    private readonly string?[] _shared;
    private readonly double[] _widths;
    private readonly double _layerHeight;
    private readonly double _boxHeight;
    private readonly double _margin;

    /// <summary>The diagram.</summary>
    /// <param name="nodes">The elements, in an order that extends the given one.</param>
    /// <param name="below">Whether the first is properly below the second: a partial order.</param>
    public HassePanel(IReadOnlyList<HasseNode> nodes, Func<int, int, bool> below)
        : base("")
    {
        _nodes = nodes;
        var (layers, covers) = (new List<int>(), new List<(int Lower, int Upper)>());
        for (var j = 0; j < nodes.Count; j++)
        {
            // Everything below j comes before j; a cover is something below j with nothing between.
            var under = Enumerable.Range(0, j).Where(i => below(i, j)).ToList();
            var direct = under.Where(i => !under.Any(k => below(i, k))).ToList();
            covers.AddRange(direct.Select(i => (i, j)));
            layers.Add(direct.Select(i => layers[i] + 1).DefaultIfEmpty(0).Max());
        }

        var small = nodes.Count > MaxRoomy;
        _shared = [.. Enumerable.Range(0, layers.Max() + 1).Select(layer => Enumerable.Range(0, nodes.Count).Where(i => layers[i] == layer).Select(i => nodes[i].Caption).Distinct().ToList())
            .Select(captions => small && captions.Count == 1 ? captions[0] : null)];
        _margin = _shared.Select(caption => caption is null ? 0 : TextWidth(caption, 11) + 14).Max();
        _boxHeight = small && _shared.All(caption => caption is not null) ? 24 : 42;
        _widths = [.. nodes.Select((node, i) => small
            ? Math.Max(TextWidth(node.Label, 13), _shared[layers[i]] is null ? TextWidth(node.Caption, 10) : 0) + 12
            : Math.Max(64, Math.Max(node.Label.Length * 7.6, node.Caption.Length * 5.9) + 18))];
        _layout = new LayeredLayout(layers, _widths, covers, small ? 10 : 26);
        _layerHeight = Math.Clamp(_layout.Steepest * 0.28, LeastLayerHeight, 300);
    }

    /// <inheritdoc/>
    public override double Width => _margin + _layout.Width;

    /// <inheritdoc/>
    public override double Height => ((_layout.LayerCount - 1) * _layerHeight) + _boxHeight + 12;

    /// <inheritdoc/>
    public override void Draw(SvgDocument svg)
    {
        foreach (var line in _layout.Lines)
        {
            // Straight through the height of a layer that it passes, at its own place.
            var path = $"M{At(line[0], Top(line[0]))}";
            foreach (var i in line.Skip(1))
            {
                path += $" L{At(i, Top(i) + _boxHeight)}" + (i < _nodes.Count ? "" : $" L{At(i, Top(i))}");
            }

            svg.Edge(_nodes[line[0]].Name, _nodes[line[^1]].Name, () => svg.Path(path, "fill=\"none\" stroke=\"#456\" stroke-width=\"1.2\" stroke-opacity=\"0.7\" stroke-linejoin=\"round\""));
        }

        for (var layer = 0; layer < _shared.Length; layer++)
        {
            if (_shared[layer] is { } caption)
            {
                svg.Text(0, ((_shared.Length - 1 - layer) * _layerHeight) + (_boxHeight / 2) + 4, caption, "font-size=\"11\" fill=\"#456\"");
            }
        }

        for (var i = 0; i < _nodes.Count; i++)
        {
            var alone = _shared[_layout.Layer(i)] is not null;
            var place = i;
            svg.Node(_nodes[i].Name, _nodes[i].Members, () =>
            {
                svg.Rectangle(Middle(place) - (_widths[place] / 2), Top(place), _widths[place], _boxHeight, $"rx=\"{(_boxHeight < 42 ? 6 : 9)}\" fill=\"#eef4fb\" stroke=\"#245\"");
                svg.Text(Middle(place), Top(place) + (alone ? (_boxHeight / 2) + 5 : 18), _nodes[place].Label, "text-anchor=\"middle\"");
                if (!alone)
                {
                    svg.Text(Middle(place), Top(place) + 34, _nodes[place].Caption, "text-anchor=\"middle\" font-size=\"10\" fill=\"#456\"");
                }
            });
        }
    }

    private double Middle(int place) => _margin + _layout.X(place);

    private double Top(int place) => (_layout.LayerCount - 1 - _layout.Layer(place)) * _layerHeight;

    private string At(int place, double y) => $"{SvgDocument.N(Middle(place))},{SvgDocument.N(y)}";
}

/// <summary>An element of an order, as it is drawn.</summary>
/// <param name="Name">What programs call it.</param>
/// <param name="Members">What stands at it.</param>
/// <param name="Label">The upper line of its box.</param>
/// <param name="Caption">The lower line.</param>
internal sealed record HasseNode(string Name, IReadOnlyList<string> Members, string Label, string Caption);
