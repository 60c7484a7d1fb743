namespace Eqnn.Networks.Reports;

/// <summary>All states of a network for a batch, with what stands before each activation.</summary>
internal sealed class LayerBatch
{
    private LayerBatch(IReadOnlyList<double[][]> before, IReadOnlyList<double[][]> states) => (Before, States) = (before, states);

    /// <summary>For each layer and sample the sum of the linear maps and the bias.</summary>
    public IReadOnlyList<double[][]> Before { get; }

    /// <summary>For each state and sample the vector; state 0 is the input.</summary>
    public IReadOnlyList<double[][]> States { get; }

    public static LayerBatch Of(LayerSteps steps, double[][] samples, CancellationToken cancellationToken)
    {
        var states = new List<double[][]> { samples };
        var before = new List<double[][]>();
        for (var layer = 0; layer < steps.Count; layer++)
        {
            before.Add(steps.Sums(layer, states, cancellationToken));
            states.Add(steps.Activated(layer, before[layer]));
        }

        return new(before, states);
    }
}
