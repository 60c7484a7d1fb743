namespace Eqnn.Networks.Reports;

/// <summary>A network on many samples, in pieces that fit into memory; each look at all of them computes the states again, unless they are one piece.</summary>
internal sealed class LayerRun
{
    /// <summary>The numbers of a piece: of all its samples, states and what stands before the activations.</summary>
    private const long MostNumbers = 1L << 22;

    private readonly LayerSteps _steps;
    private readonly IReadOnlyList<IReadOnlyList<double>> _samples;
    private readonly int _length;
    private LayerBatch? _only;

    public LayerRun(EquivariantNetwork network, IReadOnlyList<IReadOnlyList<double>> samples)
    {
        (_steps, _samples) = (new LayerSteps(network), samples);
        _length = (int)Math.Clamp(MostNumbers / NumbersOf(network), 1, samples.Count);
    }

    /// <summary>The number of samples.</summary>
    public int SampleCount => _samples.Count;

    /// <summary>The numbers of one sample: of all states and what stands before the activations.</summary>
    public static long NumbersOf(EquivariantNetwork network) => network.States.Sum(state => 2L * state.Dimension);

    /// <summary>The pieces in order.</summary>
    public IEnumerable<LayerBatch> Pieces(CancellationToken cancellationToken)
    {
        if (_only is not null)
        {
            yield return _only;
            yield break;
        }

        for (var start = 0; start < _samples.Count; start += _length)
        {
            var piece = LayerBatch.Of(_steps, [.. _samples.Skip(start).Take(_length).Select(sample => sample.ToArray())], cancellationToken);
            _only = _length == _samples.Count ? piece : null;
            yield return piece;
        }
    }
}
