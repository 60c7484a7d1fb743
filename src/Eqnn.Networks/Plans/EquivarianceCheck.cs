using Eqnn.Networks;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Plans;

/// <summary>Measures on random inputs how far a network is from <c>F(g v) = g F(v)</c>: a second look that knows nothing of orbitals.</summary>
/// <remarks>A network of the model is equivariant by its form; what is measured is the rounding of double precision, on the generators and on random products of them.</remarks>
public sealed class EquivarianceCheck
{
    private EquivarianceCheck(double worst, int worstState, int elements, int samples)
    {
        Worst = worst;
        WorstState = worstState;
        Elements = elements;
        Samples = samples;
    }

    /// <summary>The largest difference of an entry of <c>F(g v)</c> and <c>g F(v)</c> at any state, as a share of the largest entry of that state.</summary>
    public double Worst { get; }

    /// <summary>The state where it is met; the output of layer i, or 0 if all differences are 0.</summary>
    public int WorstState { get; }

    /// <summary>The number of elements g for each input.</summary>
    public int Elements { get; }

    /// <summary>The number of inputs.</summary>
    public int Samples { get; }

    /// <summary>The most products that one evaluation by definition may take; above, outputs alone are compared, if another way to compute them is given.</summary>
    internal const double MostProducts = 3e8;

    /// <summary>Measures.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">The number of random inputs.</param>
    /// <param name="seed">Their seed.</param>
    /// <param name="outputs">Another way to compute the output of an input (a runner in double precision), taken where evaluation by definition would be long; <c>null</c> for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static EquivarianceCheck Of(EquivariantNetwork network, int samples = 2, int seed = 1, Func<IReadOnlyList<double>, IReadOnlyList<double>>? outputs = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var random = new Random(seed);
        var images = network.States.Select(state => PointAction.Of(state.Set).GeneratorImages).ToList();
        var generators = images[0].Count;
        var words = Enumerable.Range(0, generators).Select(g => new[] { g }).ToList();
        if (generators > 0)
        {
            words.AddRange(Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 12).Select(_ => random.Next(generators)).ToArray()));
        }

        var evaluate = EvaluatorOf(network, outputs);
        var (worst, where) = (0.0, 0);
        for (var sample = 0; sample < samples; sample++)
        {
            double[] vector = [.. Enumerable.Range(0, network.Input.Dimension).Select(_ => (2 * random.NextDouble()) - 1)];
            var plain = evaluate(vector);
            foreach (var word in words)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var moved = evaluate(Moved(vector, network.Input, images[0], word));
                for (var i = 1; i < plain.Count; i++)
                {
                    if (plain[i].Count == 0)
                    {
                        continue;
                    }

                    var wanted = Moved(plain[i], network.States[i], images[i], word);
                    var scale = Math.Max(wanted.Max(Math.Abs), moved[i].Max(Math.Abs));
                    var distance = scale == 0 ? 0 : wanted.Zip(moved[i], (a, b) => Math.Abs(a - b)).Max() / scale;
                    distance = double.IsFinite(distance) ? distance : double.PositiveInfinity;
                    if (distance > worst)
                    {
                        (worst, where) = (distance, i);
                    }
                }
            }
        }

        return new(worst, where, words.Count, samples);
    }

    /// <summary>All states of an input; those that were not computed are empty.</summary>
    private static Func<double[], IReadOnlyList<IReadOnlyList<double>>> EvaluatorOf(EquivariantNetwork network, Func<IReadOnlyList<double>, IReadOnlyList<double>>? outputs) =>
        outputs is null || network.EvaluationCost <= MostProducts ? network.EvaluateStates
        : vector => [vector, .. Enumerable.Repeat<IReadOnlyList<double>>([], network.Layers.Count - 1), outputs(vector)];

    private static double[] Moved(IReadOnlyList<double> vector, FeatureSpace space, IReadOnlyList<int[]> images, int[] word)
    {
        double[] result = [.. vector];
        foreach (var g in word)
        {
            var next = new double[result.Length];
            for (var i = 0; i < next.Length; i++)
            {
                var point = i % space.Points;
                next[i - point + images[g][point]] = result[i];
            }

            result = next;
        }

        return result;
    }

    /// <summary>In one line: what was measured.</summary>
    public override string ToString() => FormattableString.Invariant($"relative deviation {Worst:0.##E+0} over {Samples} samples and {Elements} elements");
}
