namespace Eqnn.Networks.Onnx;

/// <summary>A layer as it was read, with the distances of its maps and its bias.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Distances">Its bias, then its maps.</param>
internal sealed record OnnxLayer(NetworkLayer Layer, IReadOnlyList<LayerDistance> Distances);

/// <summary>All layers of a graph with the axes of its arrays.</summary>
/// <param name="Layers">The layers.</param>
/// <param name="Input">The axes of inputs.</param>
/// <param name="Output">The axes of outputs.</param>
/// <param name="Probe">What evaluates the graph.</param>
/// <param name="Places">For each state and place (channel, point) the entry in the order of the file, and by what its value is larger there.</param>
internal sealed record OnnxReading(IReadOnlyList<OnnxLayer> Layers, SampleAxes Input, SampleAxes Output, OnnxProbe Probe, IReadOnlyList<(int Entry, double Scale)[]> Places)
{
    /// <summary>The largest relative distance.</summary>
    public double Worst => Layers.Max(layer => layer.Distances.Max(distance => distance.Relative));
}
