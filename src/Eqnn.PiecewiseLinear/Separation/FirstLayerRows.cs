using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>What the points of a first hidden layer see of two inputs (x, x') in V × V as linear forms: for each point and input a list of rows, one for each orbital.</summary>
internal sealed class FirstLayerRows
{
    private const long MaxEntries = 40_000_000;

    private readonly int[][] _rows;

    private FirstLayerRows(ActionImages layer, int[][] rows) => (Layer, _rows) = (layer, rows);

    /// <summary>The layer.</summary>
    public ActionImages Layer { get; }

    /// <summary>The rows of a point for the first (0) or the second (1) input.</summary>
    public int[] Of(int copy, int point) => _rows[(copy * Layer.Size) + point];

    /// <summary>Refuses inputs whose coordinates, as forms on pairs, have too many coefficients by themselves.</summary>
    /// <exception cref="LimitExceededException">There are too many points.</exception>
    public static void RequireRoom(GSet input)
    {
        var entries = 4 * (System.Numerics.BigInteger)input.Size * input.Size;
        if (entries > MaxEntries)
        {
            throw new LimitExceededException("entries of the linear forms that points see", MaxEntries, FormattableString.Invariant($"{entries} or more for the coordinates of pairs of inputs on {input.Name}"), "not adjustable; choose smaller G-sets, or ask for one pair of inputs");
        }
    }

    /// <summary>The rows of a layer, after <paramref name="forms"/>, to which the forms are appended: coefficients on (x, x').</summary>
    public static FirstLayerRows Of(GSet layer, GSet input, List<int[]> forms, CancellationToken cancellationToken)
    {
        var (target, source) = (ActionImages.Of(layer), ActionImages.Of(input));
        var rows = new int[2 * target.Size][];
        var entries = 0L;
        for (var orbit = 0; orbit < target.Orbits.Length; orbit++)
        {
            var suborbits = Suborbits.Of(target, orbit, source, cancellationToken);
            suborbits = suborbits.RestrictedTo(Enumerable.Range(0, suborbits.Blocks.Length));
            entries += 4L * source.Size * suborbits.ListedBlocks.Length * (target.Starts[orbit + 1] - target.Starts[orbit]);
            if (entries > MaxEntries)
            {
                throw new LimitExceededException("entries of the linear forms that points see", MaxEntries, FormattableString.Invariant($"{entries} or more for {layer.Name} on {input.Name}"), "not adjustable; choose smaller G-sets");
            }

            suborbits.Walk(
                (point, images) =>
                {
                    for (var copy = 0; copy < 2; copy++)
                    {
                        var own = new int[suborbits.ListedBlocks.Length];
                        for (var b = 0; b < own.Length; b++)
                        {
                            var form = new int[2 * source.Size];
                            foreach (var x in images[suborbits.ListedStarts[b]..suborbits.ListedStarts[b + 1]])
                            {
                                form[(copy * source.Size) + x] = 1;
                            }

                            own[b] = forms.Count;
                            forms.Add(form);
                        }

                        rows[(copy * target.Size) + point] = own;
                    }
                },
                cancellationToken);
        }

        return new(target, rows);
    }

    /// <summary>The colours of the layer at a generic point of a flat: two points are equal iff they lie in one orbit and their forms are equal on the flat.</summary>
    public Colouring GenericColours<T>(FormFlat<T> flat)
        where T : System.Numerics.IBinaryInteger<T>
    {
        // Points with equal hashes are compared form by form with the first one of each colour.
        var firstWithHash = new Dictionary<int, int>();
        var nextWithHash = new int[2 * Layer.Size];
        var colours = new int[2 * Layer.Size];
        var count = 0;
        for (var i = 0; i < colours.Length; i++)
        {
            var hash = Layer.OrbitOf[i % Layer.Size];
            foreach (var row in _rows[i])
            {
                for (var v = 0; v < flat.Dimension; v++)
                {
                    hash = unchecked((hash * 31) + flat[row, v].GetHashCode());
                }
            }

            colours[i] = -1;
            nextWithHash[i] = firstWithHash.TryGetValue(hash, out var first) ? first : -1;
            for (var j = nextWithHash[i]; j >= 0 && colours[i] < 0; j = nextWithHash[j])
            {
                colours[i] = AreEqual(flat, i, j) ? colours[j] : -1;
            }

            if (colours[i] < 0)
            {
                colours[i] = count++;
                firstWithHash[hash] = i;
            }
        }

        return new Colouring(Layer.Set, 2, colours, count);
    }

    private bool AreEqual<T>(FormFlat<T> flat, int i, int j)
        where T : System.Numerics.IBinaryInteger<T>
    {
        if (Layer.OrbitOf[i % Layer.Size] != Layer.OrbitOf[j % Layer.Size])
        {
            return false;
        }

        for (var b = 0; b < _rows[i].Length; b++)
        {
            if (!flat.AreEqual(_rows[i][b], _rows[j][b]))
            {
                return false;
            }
        }

        return true;
    }
}
