using Eqnn.Networks.Plans;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Reports;

/// <summary>The layers of a network one by one for a batch, in double precision by the fast plans, which are made once.</summary>
internal sealed class LayerSteps(EquivariantNetwork network)
{
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
            double[] inputs = [.. states[terms[t].State].SelectMany(vector => vector)];
            var outputs = new double[sums.Length * bias.Length];
            _runners[layer][t].Run(inputs, outputs);
            for (var s = 0; s < sums.Length; s++)
            {
                for (var i = 0; i < bias.Length; i++)
                {
                    sums[s][i] += outputs[(s * bias.Length) + i];
                }
            }
        }

        return sums;
    }

    /// <summary>The state behind a layer (from 0), from what stands before its activation.</summary>
    public double[][] Activated(int layer, double[][] sums) => [.. sums.Select(vector => network.Layers[layer].Loop.ByDefinition((double[])vector.Clone()))];

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
