namespace Eqnn.PiecewiseLinear.Drawing;

/// <summary>The Hasse diagram of a finite order: boxes in layers, a line from each box to those that it covers. Lines never run through boxes.</summary>
/// <remarks>Sugiyama's method: layers by longest chains from below; a line that passes a layer has a place of its own there; then the layers are ordered by the mean place of their neighbours, a few times up and down.</remarks>
internal sealed class HassePanel : Panel
{
    private const double LayerHeight = 92;
    private const double BoxHeight = 42;
    private const double Gap = 26;
    private const int Passes = 12;

    private readonly IReadOnlyList<(string Label, string Caption)> _nodes;
    private readonly List<List<int>> _rows;
    private readonly List<int> _layers = [];
    private readonly List<List<int>> _lines = [];
    private readonly double[] _x;

    /// <summary>The diagram.</summary>
    /// <param name="nodes">Label and caption of each element, in an order that extends the given one.</param>
    /// <param name="below">Whether the first is properly below the second: a partial order.</param>
    public HassePanel(IReadOnlyList<(string Label, string Caption)> nodes, Func<int, int, bool> below)
        : base("")
    {
        _nodes = nodes;
        var covers = new List<(int Lower, int Upper)>();
        for (var j = 0; j < nodes.Count; j++)
        {
            // Everything below j comes before j; a cover is something below j with nothing between.
            var under = Enumerable.Range(0, j).Where(i => below(i, j)).ToList();
            var direct = under.Where(i => !under.Any(k => below(i, k))).ToList();
            covers.AddRange(direct.Select(i => (i, j)));
            _layers.Add(direct.Select(i => _layers[i] + 1).DefaultIfEmpty(0).Max());
        }

        foreach (var (lower, upper) in covers)
        {
            var line = new List<int> { lower };
            for (var layer = _layers[lower] + 1; layer < _layers[upper]; layer++)
            {
                line.Add(_layers.Count);
                _layers.Add(layer);
            }

            _lines.Add([.. line, upper]);
        }

        _rows = [.. Enumerable.Range(0, _layers.Max() + 1).Select(layer => Enumerable.Range(0, _layers.Count).Where(i => _layers[i] == layer).ToList())];
        Untangle();
        Width = _rows.Max(RowWidth);
        _x = new double[_layers.Count];
        foreach (var row in _rows)
        {
            var next = (Width - RowWidth(row)) / 2;
            foreach (var i in row)
            {
                _x[i] = next + (WidthOf(i) / 2);
                next += WidthOf(i) + Gap;
            }
        }
    }

    /// <inheritdoc/>
    public override double Width { get; }

    /// <inheritdoc/>
    public override double Height => ((_rows.Count - 1) * LayerHeight) + BoxHeight + 12;

    /// <inheritdoc/>
    public override void Draw(SvgDocument svg)
    {
        foreach (var line in _lines)
        {
            // Straight through the height of a layer that it passes, at its own place.
            var path = $"M{At(line[0], Top(line[0]))}";
            foreach (var i in line.Skip(1))
            {
                path += $" L{At(i, Top(i) + BoxHeight)}" + (i < _nodes.Count ? "" : $" L{At(i, Top(i))}");
            }

            svg.Path(path, "fill=\"none\" stroke=\"#456\" stroke-width=\"1.2\" stroke-opacity=\"0.7\" stroke-linejoin=\"round\"");
        }

        for (var i = 0; i < _nodes.Count; i++)
        {
            svg.Rectangle(_x[i] - (WidthOf(i) / 2), Top(i), WidthOf(i), BoxHeight, "rx=\"9\" fill=\"#eef4fb\" stroke=\"#245\"");
            svg.Text(_x[i], Top(i) + 18, _nodes[i].Label, "text-anchor=\"middle\"");
            svg.Text(_x[i], Top(i) + 34, _nodes[i].Caption, "text-anchor=\"middle\" font-size=\"10\" fill=\"#456\"");
        }
    }

    private double Top(int i) => (_rows.Count - 1 - _layers[i]) * LayerHeight;

    private string At(int i, double y) => $"{SvgDocument.N(_x[i])},{SvgDocument.N(y)}";

    private double WidthOf(int i) => i >= _nodes.Count ? 6 : Math.Max(64, Math.Max(_nodes[i].Label.Length * 7.6, _nodes[i].Caption.Length * 5.9) + 18);

    private double RowWidth(List<int> row) => row.Sum(i => WidthOf(i) + Gap) - Gap;

    private void Untangle()
    {
        var place = new double[_layers.Count];
        void Number(List<int> row)
        {
            for (var i = 0; i < row.Count; i++)
            {
                place[row[i]] = (i + 0.5) / row.Count;
            }
        }

        var near = _layers.Select(_ => new List<int>()).ToList();
        foreach (var line in _lines)
        {
            for (var i = 1; i < line.Count; i++)
            {
                near[line[i]].Add(line[i - 1]);
                near[line[i - 1]].Add(line[i]);
            }
        }

        _rows.ForEach(Number);
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var row in pass % 2 == 0 ? _rows : Enumerable.Reverse(_rows))
            {
                var sorted = row.OrderBy(i => near[i].Count == 0 ? place[i] : near[i].Average(j => place[j])).ThenBy(i => i).ToList();
                row.Clear();
                row.AddRange(sorted);
                Number(row);
            }
        }
    }
}
