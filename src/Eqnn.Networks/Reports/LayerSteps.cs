using Eqnn.Networks.Plans;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Reports;

/// <summary>The layers of a network one by one for a batch, in double precision by the fast plans, which are made once.</summary>
internal sealed class LayerSteps(EquivariantNetwork network)
{
    private const int LongSample = 1 << 13;

    private readonly List<List<NetworkRunner<double>>> _runners = [.. network.Layers.Select(layer => layer.Terms
        .Select(term => NetworkRunner<double>.Create(new(term.Map.Source, [new NetworkLayer([new(0, term.Map)], null, Activation.Identity)]))).ToList())];

    /// <summary>The number of layers.</summary>
    public int Count => _runners.Count;

    /// <summary>For each sample the sum of the linear maps and the bias of a layer (from 0), from the states before it.</summary>
    public double[][] Sums(int layer, IReadOnlyList<double[][]> states, CancellationToken cancellationToken)
    {
        var (terms, bias) = (network.Layers[layer].Terms, network.Layers[layer].BiasByPoint());
        double[][] sums = [.. states[0].Select(_ => (double[])bias.Clone())];
        for (var t = 0; t < terms.Count; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (terms[t].Map.Source.Dimension > LongSample)
            {
                RunEach(_runners[layer][t], states[terms[t].State], sums, cancellationToken);
                continue;
            }

            var inputs = Joined(states[terms[t].State]);
            var outputs = new double[sums.Length * bias.Length];
            _runners[layer][t].Run(inputs, outputs);
            for (var s = 0; s < sums.Length; s++)
            {
                Vectors.Add(sums[s], outputs.AsSpan(s * bias.Length, bias.Length));
            }
        }

        return sums;
    }

    /// <summary>Samples one by one: of long ones nothing is to be gained from blocks, and no copies are made.</summary>
    private static void RunEach(NetworkRunner<double> runner, double[][] vectors, double[][] sums, CancellationToken cancellationToken)
    {
        var output = new double[sums[0].Length];
        for (var s = 0; s < sums.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            runner.Run(vectors[s], output);
            Vectors.Add(sums[s], output);
        }
    }

    private static double[] Joined(double[][] vectors)
    {
        if (vectors.Length == 1)
        {
            return vectors[0];
        }

        var joined = new double[vectors.Sum(vector => vector.Length)];
        var at = 0;
        foreach (var vector in vectors)
        {
            vector.CopyTo(joined, at);
            at += vector.Length;
        }

        return joined;
    }

    /// <summary>The state behind a layer (from 0), from what stands before its activation.</summary>
    public double[][] Activated(int layer, double[][] sums) => [.. sums.Select(vector => Applied(network.Layers[layer], vector))];

    private static double[] Applied(NetworkLayer layer, double[] vector)
    {
        var result = (double[])vector.Clone();
        layer.Loop.Apply(result.AsSpan());
        return result;
    }

    /// <summary>The outputs, if the states up to one are given.</summary>
    public double[][] From(int state, IReadOnlyList<double[][]> given, CancellationToken cancellationToken)
    {
        var states = given.ToList();
        for (var layer = state; layer < Count; layer++)
        {
            states.Add(Activated(layer, Sums(layer, states, cancellationToken)));
        }

        return states[^1];
    }
}
