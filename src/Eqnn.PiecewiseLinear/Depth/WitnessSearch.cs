using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Proposes random integer weights and inputs in doubles; only what an exact evaluation confirms leaves this class.</summary>
internal sealed class WitnessSearch
{
    private const int MaxWeight = 5;
    private readonly IReadOnlyList<IsotypicDecomposition> _layers;
    private readonly Activation _activation;
    private readonly DepthOptions _options;
    private readonly Dictionary<(IsotypicDecomposition, int), double[][]> _projectors = [];
    private readonly Dictionary<(IsotypicDecomposition, IsotypicDecomposition), OrbitalBasis> _bases = [];

    public WitnessSearch(IReadOnlyList<IsotypicDecomposition> layers, Activation activation, DepthOptions options)
    {
        _layers = layers;
        _activation = activation;
        _options = options;
    }

    /// <summary>Whether there is anything to try: exact values of f, and G-sets small enough.</summary>
    public bool IsPossible => _options.WitnessTrials > 0 && _activation.IsExact && _layers.All(layer => layer.Set.Size <= _options.MaxWitnessPoints);

    /// <summary>Witnesses for as many of <paramref name="targets"/> as the trials find, for networks with <paramref name="depth"/> layers.</summary>
    public IReadOnlyDictionary<int, DepthWitness> Find(SimpleRepresentation source, int depth, IReadOnlyList<SimpleRepresentation> targets, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, DepthWitness>();

        // One stream for each source and depth, so that the answer for one does not depend on which others are asked for.
        var random = new Random(HashSeed(_options.Seed, source.Position, depth));
        for (var trial = 0; trial < _options.WitnessTrials && found.Count < targets.Count; trial++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var input = Draw(random, (int)_layers[0].Set.Size);
            var weights = Enumerable.Range(1, depth - 1).Select(i => Draw(random, Basis(i).Orbitals.Count)).ToList();
            var values = Approximate(source, input, weights);
            var norm = Norm(values);
            foreach (var target in targets.Where(target => !found.ContainsKey(target.Position)))
            {
                if (Norm(Multiply(Projector(_layers[depth - 1], target), values)) > 1e-9 * norm)
                {
                    var witness = new DepthWitness(_layers, _activation, source, target, input, weights);
                    if (witness.Verify())
                    {
                        found.Add(target.Position, witness);
                    }
                }
            }
        }

        return found;
    }

    private static int HashSeed(int seed, int position, int depth) => unchecked((seed * 1_000_003) + (position * 8_191) + depth);

    private static int[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-MaxWeight, MaxWeight + 1))];

    private static double Norm(double[] vector) => Math.Sqrt(vector.Sum(c => c * c));

    private static double[] Multiply(double[][] matrix, double[] vector) => [.. matrix.Select(row => row.Zip(vector, (a, b) => a * b).Sum())];

    private double[] Approximate(SimpleRepresentation source, int[] input, List<int[]> weights)
    {
        var order = (double)_layers[0].Table.Group.Order;
        var values = Multiply(Projector(_layers[0], source), [.. input.Select(c => order * c)]).Select(_activation.ApproximateAt).ToArray();
        for (var i = 0; i < weights.Count; i++)
        {
            var basis = Basis(i + 1);
            var next = new double[_layers[i + 1].Set.Size];
            for (var y = 0; y < next.Length; y++)
            {
                for (var x = 0; x < values.Length; x++)
                {
                    next[y] += weights[i][basis.PositionOf(y, x)] * values[x];
                }

                next[y] = _activation.ApproximateAt(next[y]);
            }

            values = next;
        }

        return values;
    }

    private OrbitalBasis Basis(int layer)
    {
        var key = (_layers[layer - 1], _layers[layer]);
        if (!_bases.TryGetValue(key, out var basis))
        {
            _bases.Add(key, basis = OrbitalBasis.Of(key.Item1.Set, key.Item2.Set));
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
