namespace Eqnn.Drawing;

/// <summary>Places for the nodes of a layered graph, so that lines seldom cross and never run through boxes.</summary>
/// <remarks>
/// Sugiyama's method: a line that passes a layer has a place of its own there; the layers are ordered by the mean place of their neighbours, a few sweeps up and down, the best order met is kept;
/// then every place moves towards its neighbours as far as the order and the widths allow (least squares under these bounds, by pooling neighbours that push each other).
/// </remarks>
internal sealed class LayeredLayout
{
    private const int Sweeps = 24;
    private const double PassingWidth = 8;

    private readonly List<double> _widths;
    private readonly List<int> _layers;
    private readonly List<List<int>> _near;
    private readonly List<List<int>> _rows;
    private readonly double[] _x;
    private readonly double _gap;

    /// <summary>The layout.</summary>
    /// <param name="layers">The layer of each node, from 0.</param>
    /// <param name="widths">The width of each node.</param>
    /// <param name="edges">Pairs of nodes of different layers.</param>
    /// <param name="gap">The least distance of neighbours.</param>
    public LayeredLayout(IReadOnlyList<int> layers, IReadOnlyList<double> widths, IEnumerable<(int From, int To)> edges, double gap)
    {
        (_layers, _widths, _gap) = ([.. layers], [.. widths], gap);
        var lines = new List<IReadOnlyList<int>>();
        foreach (var (from, to) in edges)
        {
            var line = new List<int> { from };
            var step = Math.Sign(layers[to] - layers[from]);
            for (var layer = layers[from] + step; layer != layers[to]; layer += step)
            {
                line.Add(_layers.Count);
                _layers.Add(layer);
                _widths.Add(PassingWidth);
            }

            lines.Add([.. line, to]);
        }

        Lines = lines;
        _near = [.. _layers.Select(_ => new List<int>())];
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Count; i++)
            {
                _near[line[i]].Add(line[i - 1]);
                _near[line[i - 1]].Add(line[i]);
            }
        }

        _rows = [.. Enumerable.Range(0, _layers.Max() + 1).Select(layer => Enumerable.Range(0, _layers.Count).Where(i => _layers[i] == layer).ToList())];
        Untangle();
        _x = new double[_layers.Count];
        Straighten();
        Width = Enumerable.Range(0, _x.Length).Max(i => _x[i] + (_widths[i] / 2));
        Steepest = lines.SelectMany(line => line.Skip(1).Select((node, i) => Math.Abs(_x[node] - _x[line[i]]))).DefaultIfEmpty(0).Max();
    }

    /// <summary>The edges in their order, each as the places that it passes; numbers from the count of nodes on are places of lines in a layer.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Lines { get; }

    /// <summary>The width of the whole.</summary>
    public double Width { get; }

    /// <summary>The largest step to the side between two layers.</summary>
    public double Steepest { get; }

    /// <summary>The number of layers.</summary>
    public int LayerCount => _rows.Count;

    /// <summary>The middle of a place.</summary>
    public double X(int place) => _x[place];

    /// <summary>The layer of a place.</summary>
    public int Layer(int place) => _layers[place];

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

        _rows.ForEach(Number);
        var (best, least) = (_rows.Select(row => row.ToArray()).ToList(), Crossings(place));
        for (var sweep = 0; sweep < Sweeps && least > 0; sweep++)
        {
            var up = sweep % 2 == 0;
            foreach (var row in up ? _rows : Enumerable.Reverse(_rows))
            {
                // On the way up the layer below decides, on the way down that above; the last sweeps look at both.
                bool Counts(int i, int j) => sweep >= Sweeps - 4 || (up ? _layers[j] < _layers[i] : _layers[j] > _layers[i]);
                var sorted = row.OrderBy(i => _near[i].Where(j => Counts(i, j)).Select(j => place[j]).DefaultIfEmpty(place[i]).Average()).ThenBy(i => i).ToList();
                row.Clear();
                row.AddRange(sorted);
                Number(row);
            }

            if (Crossings(place) is var crossings && crossings < least)
            {
                (best, least) = (_rows.Select(row => row.ToArray()).ToList(), crossings);
            }
        }

        for (var i = 0; i < _rows.Count; i++)
        {
            _rows[i].Clear();
            _rows[i].AddRange(best[i]);
        }
    }

    /// <summary>The number of pairs of lines that cross between two layers: inversions, counted in a tree of sums.</summary>
    private long Crossings(double[] place)
    {
        var total = 0L;
        foreach (var row in _rows.Skip(1))
        {
            var below = _rows[_layers[row[0]] - 1].OrderBy(i => place[i]).ToList();
            var rank = below.Select((node, i) => (node, i)).ToDictionary(pair => pair.node, pair => pair.i);
            var tree = new long[below.Count + 1];
            var seen = 0L;
            foreach (var node in row.OrderBy(i => place[i]))
            {
                var ends = _near[node].Where(rank.ContainsKey).Select(j => rank[j]).ToList();
                foreach (var end in ends)
                {
                    total += seen;
                    for (var i = end + 1; i > 0; i -= i & -i)
                    {
                        total -= tree[i];
                    }
                }

                foreach (var end in ends)
                {
                    seen++;
                    for (var i = end + 1; i < tree.Length; i += i & -i)
                    {
                        tree[i]++;
                    }
                }
            }
        }

        return total;
    }

    private void Straighten()
    {
        foreach (var row in _rows)
        {
            Settle(row, _ => 0);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var row in sweep % 2 == 0 ? _rows : Enumerable.Reverse(_rows))
            {
                Settle(row, i => _near[i].Count == 0 ? _x[i] : _near[i].Average(j => _x[j]));
            }
        }

        var left = Enumerable.Range(0, _x.Length).Min(i => _x[i] - (_widths[i] / 2));
        for (var i = 0; i < _x.Length; i++)
        {
            _x[i] -= left;
        }
    }

    /// <summary>Moves a row as near as possible to where its places want to be, in the order given and without overlap: isotonic regression of the wishes less the room that is needed at the left.</summary>
    private void Settle(List<int> row, Func<int, double> wish)
    {
        var pools = new Stack<(double Sum, int Count)>();
        var room = new double[row.Count];
        for (var i = 0; i < row.Count; i++)
        {
            room[i] = i == 0 ? 0 : room[i - 1] + ((_widths[row[i - 1]] + _widths[row[i]]) / 2) + _gap;
            var pool = (Sum: wish(row[i]) - room[i], Count: 1);
            while (pools.TryPeek(out var last) && last.Sum * pool.Count >= pool.Sum * last.Count)
            {
                pools.Pop();
                pool = (pool.Sum + last.Sum, pool.Count + last.Count);
            }

            pools.Push(pool);
        }

        var next = row.Count;
        foreach (var (sum, count) in pools)
        {
            for (var i = 0; i < count; i++)
            {
                next--;
                _x[row[next]] = (sum / count) + room[next];
            }
        }
    }
}
