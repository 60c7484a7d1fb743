using Eqnn.Networks.Plans;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Reports;

/// <summary>All states of a network for a batch, with what stands before each activation, in double precision by the fast plans.</summary>
internal sealed class LayerBatch
{
    private LayerBatch(IReadOnlyList<double[][]> before, IReadOnlyList<double[][]> states) => (Before, States) = (before, states);

    /// <summary>For each layer and sample the sum of the linear maps and the bias.</summary>
    public IReadOnlyList<double[][]> Before { get; }

    /// <summary>For each state and sample the vector; state 0 is the input.</summary>
    public IReadOnlyList<double[][]> States { get; }

    public static LayerBatch Of(EquivariantNetwork network, IReadOnlyList<double[]> samples, CancellationToken cancellationToken)
    {
        var states = new List<double[][]> { samples.ToArray() };
        var before = new List<double[][]>();
        foreach (var layer in network.Layers)
        {
            var bias = layer.BiasByPoint();
            double[][] sums = [.. samples.Select(_ => (double[])bias.Clone())];
            foreach (var term in layer.Terms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var runner = NetworkRunner<double>.Create(new(term.Map.Source, [new NetworkLayer([new(0, term.Map)], null, Activation.Identity)]));
                double[] inputs = [.. states[term.State].SelectMany(vector => vector)];
                var outputs = new double[samples.Count * term.Map.Target.Dimension];
                runner.Run(inputs, outputs);
                for (var s = 0; s < sums.Length; s++)
                {
                    for (var i = 0; i < bias.Length; i++)
                    {
                        sums[s][i] += outputs[(s * bias.Length) + i];
                    }
                }
            }

            before.Add(sums);
            states.Add([.. sums.Select(vector => layer.Loop.ByDefinition((double[])vector.Clone()))]);
        }

        return new(before, states);
    }
}
