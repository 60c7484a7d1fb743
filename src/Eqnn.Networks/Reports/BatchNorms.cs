namespace Eqnn.Networks.Reports;

/// <summary>Norms over all samples of a run: of every state, and of what stands before every activation.</summary>
internal sealed class BatchNorms(EquivariantNetwork network)
{
    private readonly double[] _states = new double[network.States.Count];
    private readonly double[] _before = new double[network.Layers.Count];
    private readonly double[] _largest = new double[network.Layers.Count];

    /// <summary>The number of samples so far.</summary>
    public int SampleCount { get; private set; }

    /// <summary>The norms of a piece alone.</summary>
    public static BatchNorms Of(EquivariantNetwork network, LayerBatch batch)
    {
        var norms = new BatchNorms(network);
        norms.Add(batch);
        return norms;
    }

    /// <summary>‖x_i‖ over all samples.</summary>
    public double OfState(int state) => Math.Sqrt(_states[state]);

    /// <summary>‖z_i‖ over all samples, for a layer from 0.</summary>
    public double Before(int layer) => Math.Sqrt(_before[layer]);

    /// <summary>The largest entry of z_i.</summary>
    public double LargestBefore(int layer) => _largest[layer];

    public void Add(LayerBatch batch)
    {
        SampleCount += batch.States[0].Length;
        for (var i = 0; i < _states.Length; i++)
        {
            _states[i] += batch.States[i].Sum(vector => Vectors.Dot(vector, vector));
        }

        for (var i = 0; i < _before.Length; i++)
        {
            _before[i] += batch.Before[i].Sum(vector => Vectors.Dot(vector, vector));
            _largest[i] = Math.Max(_largest[i], batch.Before[i].Max(vector => vector.Length == 0 ? 0 : vector.Max(Math.Abs)));
        }
    }
}
