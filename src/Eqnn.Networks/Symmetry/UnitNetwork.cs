using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Symmetry;

/// <summary>A network as rows of weights of single units, freed of what the same function can be written with: the length of a row where the activation is positively homogeneous, and the shares of units that compute the same.</summary>
/// <remarks>A hidden unit of the network is <see cref="Norms"/> times the unit here. Nothing is known of points and channels.</remarks>
internal sealed class UnitNetwork
{
    /// <summary>The largest number of weights that are written out.</summary>
    public const long MaxWeights = Onnx.OnnxImport.MaxUnitWeights;

    /// <summary>Below this share of a row's length two rows are one.</summary>
    private const double Rounding = 1e-6;

    private UnitNetwork(EquivariantNetwork network, UnitLayer[] layers, double[][] norms, bool isMerged) => (Network, Layers, Norms, IsMerged) = (network, layers, norms, isMerged);

    /// <summary>The network as it was given.</summary>
    public EquivariantNetwork Network { get; }

    /// <summary>The layers.</summary>
    public IReadOnlyList<UnitLayer> Layers { get; }

    /// <summary>For each state and unit the length that its row had; 1 where rows keep their length.</summary>
    public double[][] Norms { get; }

    /// <summary>Whether weights of units that compute the same were spread evenly over them, and so are not those of the network.</summary>
    public bool IsMerged { get; }

    /// <summary>Writes out a network.</summary>
    /// <exception cref="LimitExceededException">It has too many weights.</exception>
    public static UnitNetwork Of(EquivariantNetwork network, CancellationToken cancellationToken)
    {
        if (network.DenseParameterCount > MaxWeights)
        {
            throw new LimitExceededException("weights that are written out", MaxWeights, FormattableString.Invariant($"{network.DenseParameterCount}"), "read a part of the network");
        }

        var norms = new List<double[]> { Ones(network.Input.Dimension) };
        var classes = new List<IReadOnlyList<(int Unit, int Sign)[]>> { Array.Empty<(int, int)[]>() };
        var layers = new List<UnitLayer>();
        var merged = false;
        for (var l = 0; l < network.Layers.Count; l++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var layer = network.Layers[l];
            int[] sources = [.. layer.Terms.Select(term => term.State).Distinct().Order()];
            var rows = Rows(network, layer, sources);
            foreach (var row in rows)
            {
                var offset = 0;
                foreach (var source in sources)
                {
                    var part = row.AsSpan(offset, norms[source].Length);
                    for (var c = 0; c < part.Length; c++)
                    {
                        part[c] *= norms[source][c];
                    }

                    merged |= Spread(part, classes[source]);
                    offset += part.Length;
                }
            }

            var (f, hidden) = (layer.Activation, l < network.Layers.Count - 1);
            norms.Add(hidden && f.Scaling == ScalingGroup.Positive ? Normalise(rows) : Ones(rows.Length));
            layers.Add(new(sources, rows, isEven: f.Odd.IsZero, isOdd: hidden && f.Even.IsZero));
            classes.Add(hidden ? Equal(layers[^1]) : []);
        }

        return new(network, [.. layers], [.. norms], merged);
    }

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    /// <summary>The weights of every unit on the units of the sources, one source after the other, and its bias.</summary>
    private static double[][] Rows(EquivariantNetwork network, NetworkLayer layer, int[] sources)
    {
        var length = 1 + sources.Sum(source => network.States[source].Dimension);
        var bias = layer.BiasByPoint();
        var rows = new double[layer.Target.Dimension][];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new double[length];
            rows[r][^1] = bias[r];
        }

        foreach (var term in layer.Terms)
        {
            var offset = sources.TakeWhile(source => source < term.State).Sum(source => network.States[source].Dimension);
            var (from, to) = (term.Map.Source.Points, term.Map.Target.Points);
            for (var r = 0; r < rows.Length; r++)
            {
                for (var c = 0; c < term.Map.Source.Dimension; c++)
                {
                    rows[r][offset + c] += term.Map.EntryAt(r / to, r % to, c / from, c % from);
                }
            }
        }

        return rows;
    }

    private static double[] Normalise(double[][] rows)
    {
        var norms = new double[rows.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            var length = Vectors.Norm(rows[r]);
            norms[r] = length > 0 ? length : 1;
            rows[r] = Array.ConvertAll(rows[r], x => x / norms[r]);
        }

        return norms;
    }

    /// <summary>Gives each unit of a class the mean of the weights; true if that changes one by more than rounding.</summary>
    private static bool Spread(Span<double> weights, IReadOnlyList<(int Unit, int Sign)[]> classes)
    {
        var changed = false;
        foreach (var units in classes)
        {
            var (mean, most) = (0.0, 0.0);
            foreach (var (unit, sign) in units)
            {
                mean += sign * weights[unit] / units.Length;
                most = Math.Max(most, Math.Abs(weights[unit]));
            }

            foreach (var (unit, sign) in units)
            {
                changed |= Math.Abs(weights[unit] - (sign * mean)) > 100 * Rounding * most;
                weights[unit] = sign * mean;
            }
        }

        return changed;
    }

    /// <summary>The units that compute the same, or for an odd function the opposite, two or more together.</summary>
    private static List<(int Unit, int Sign)[]> Equal(UnitLayer layer)
    {
        var random = new Random(2);
        double[] probe = [.. Enumerable.Range(0, layer.Rows[0].Length).Select(_ => (2 * random.NextDouble()) - 1)];
        var keys = layer.Rows.Select(row => Vectors.Dot(row, probe)).ToList();
        var found = new List<(int, int)[]>();
        var together = new List<(int Unit, int Sign)>();
        var signs = layer.MatchesOpposites;
        foreach (var unit in Enumerable.Range(0, keys.Count).OrderBy(r => signs ? Math.Abs(keys[r]) : keys[r]).ThenBy(r => r))
        {
            var sign = together.Count > 0 ? SignOf(layer, together[0].Unit, unit) : 0;
            if (sign == 0)
            {
                Close();
                together = [(unit, 1)];
            }
            else
            {
                together.Add((unit, layer.IsOdd ? sign : 1));
            }
        }

        Close();
        return found;

        void Close()
        {
            if (together.Count > 1)
            {
                found.Add([.. together]);
            }
        }
    }

    private static int SignOf(UnitLayer layer, int a, int b)
    {
        var (x, y) = (layer.Rows[a], layer.Rows[b]);
        var most = Rounding * layer.Scale;
        return Near(1) ? 1 : layer.MatchesOpposites && Near(-1) ? -1 : 0;

        bool Near(int sign) => Math.Sqrt(Vectors.SquaredDistance(x, y, sign)) <= most;
    }
}
