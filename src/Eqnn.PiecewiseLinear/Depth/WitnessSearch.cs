using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Proposes random integer weights and inputs in doubles; only what an exact evaluation confirms leaves this class.</summary>
internal sealed class WitnessSearch
{
    private const int MaxWeight = 5;

    /// <summary>The most channels of a layer between.</summary>
    private const int MaxChannels = 3;

    private readonly Activation _activation;
    private readonly DepthOptions _options;
    private readonly Dictionary<(IsotypicDecomposition, int), double[][]> _projectors = [];
    private readonly Dictionary<(IsotypicDecomposition, IsotypicDecomposition), OrbitalBasis> _bases = [];

    public WitnessSearch(Activation activation, DepthOptions options)
    {
        _activation = activation;
        _options = options;
    }

    /// <summary>Whether there is anything to try: exact values of f, and G-sets small enough.</summary>
    public bool IsPossible(IReadOnlyList<IsotypicDecomposition> layers) => _options.WitnessTrials > 0 && _activation.IsExact && layers.All(layer => layer.Set.Size <= _options.MaxWitnessPoints);

    /// <summary>Networks for as many of <paramref name="targets"/> as the trials find, with a layer for each entry of <paramref name="layers"/>.</summary>
    /// <param name="layers">X_1, ..., X_t.</param>
    /// <param name="source">L.</param>
    /// <param name="targets">The simples to populate.</param>
    /// <param name="inputs">Inputs to begin with, one after the other; random ones follow.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public IReadOnlyDictionary<int, DepthWitness> Find(
        IReadOnlyList<IsotypicDecomposition> layers, SimpleRepresentation source, IReadOnlyList<SimpleRepresentation> targets, IReadOnlyList<IReadOnlyList<int>> inputs, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, DepthWitness>();

        // One stream for each source and depth, so that the answer for one does not depend on which others are asked for.
        var random = new Random(HashSeed(_options.Seed, source.Position, layers.Count));
        for (var trial = 0; trial < _options.WitnessTrials && found.Count < targets.Count; trial++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var drawn = Draw(random, (int)layers[0].Set.Size);
            var input = inputs.Count > 0 && trial % 2 == 0 ? inputs[trial / 2 % inputs.Count] : drawn;

            // Mostly one channel, as such networks are shorter; some simples need more in the layers between.
            var between = trial % 4 == 3 ? 1 + random.Next(MaxChannels) : 1;
            int[] channels = [.. layers.Select((_, i) => i == 0 || i == layers.Count - 1 ? 1 : between)];
            var weights = Enumerable.Range(1, layers.Count - 1).Select(i => Draw(random, Basis(layers[i - 1], layers[i]).Orbitals.Count * channels[i] * channels[i - 1])).ToList();
            var values = Approximate(layers, source, input, weights, channels);
            var norm = Norm(values);
            var hit = targets.Where(target => !found.ContainsKey(target.Position) && Norm(Multiply(Projector(layers[^1], target), values)) > 1e-9 * norm).ToList();
            if (hit.Count > 0)
            {
                var exact = DepthWitness.Evaluate(layers, _activation, source, input, weights, channels);
                foreach (var target in hit.Where(target => DepthWitness.IsPopulated(layers[^1], target, exact)))
                {
                    found.Add(target.Position, new(layers, _activation, source, target, input, weights, channels));
                }
            }
        }

        return found;
    }

    private static int HashSeed(int seed, int position, int depth) => unchecked((seed * 1_000_003) + (position * 8_191) + depth);

    private static int[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-MaxWeight, MaxWeight + 1))];

    private static double Norm(double[] vector) => Math.Sqrt(vector.Sum(c => c * c));

    private static double[] Multiply(double[][] matrix, double[] vector) => [.. matrix.Select(row => row.Zip(vector, (a, b) => a * b).Sum())];

    /// <summary>The last layer in doubles.</summary>
    internal double[] Approximate(IReadOnlyList<IsotypicDecomposition> layers, SimpleRepresentation source, IReadOnlyList<int> input, List<int[]> weights, int[] channels)
    {
        var order = (double)layers[0].Table.Group.Order;
        List<double[]> values = [[.. Multiply(Projector(layers[0], source), [.. input.Select(c => order * c)]).Select(_activation.ApproximateAt)]];
        for (var i = 0; i < weights.Count; i++)
        {
            var basis = Basis(layers[i], layers[i + 1]);
            var next = new List<double[]>();
            for (var target = 0; target < channels[i + 1]; target++)
            {
                var channel = new double[(int)layers[i + 1].Set.Size];
                for (var y = 0; y < channel.Length; y++)
                {
                    for (var from = 0; from < values.Count; from++)
                    {
                        var offset = ((target * values.Count) + from) * basis.Orbitals.Count;
                        for (var x = 0; x < values[from].Length; x++)
                        {
                            channel[y] += weights[i][offset + basis.PositionOf(y, x)] * values[from][x];
                        }
                    }

                    channel[y] = _activation.ApproximateAt(channel[y]);
                }

                next.Add(channel);
            }

            values = next;
        }

        return values[0];
    }

    private OrbitalBasis Basis(IsotypicDecomposition from, IsotypicDecomposition to)
    {
        if (!_bases.TryGetValue((from, to), out var basis))
        {
            _bases.Add((from, to), basis = OrbitalBasis.Of(from.Set, to.Set));
        }

        return basis;
    }

    private double[][] Projector(IsotypicDecomposition layer, SimpleRepresentation simple)
    {
        if (!_projectors.TryGetValue((layer, simple.Position), out var matrix))
        {
            var exact = layer.Projector(simple);
            matrix = [.. Enumerable.Range(0, exact.RowCount).Select(y => exact.Row(y).Select(c => c.ToDouble()).ToArray())];
            _projectors.Add((layer, simple.Position), matrix);
        }

        return matrix;
    }
}
