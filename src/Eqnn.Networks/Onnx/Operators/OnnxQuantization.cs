namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Weights stored as small whole numbers with a scale.</summary>
internal static class OnnxQuantization
{
    /// <summary>(x − zero) · scale: one scale, one for each place of an axis, or one for each block of it.</summary>
    /// <exception cref="FormatException">The scales do not fit the axis.</exception>
    public static Tensor Dequantized(OnnxNode node, Tensor x, Tensor scale, Tensor? zero)
    {
        var centred = zero is null ? x : Tensor.Broadcast(x, Along(node, x, zero), (v, z) => v - z);
        return Tensor.Broadcast(centred, Along(node, x, scale), (v, s) => v * s);
    }

    private static Tensor Along(OnnxNode node, Tensor x, Tensor parameters)
    {
        if (parameters.Values.Length == 1 && parameters.Rank <= 1)
        {
            return parameters.Reshaped([]);
        }

        var axis = x.Axis(node.Integer("axis", 1));
        if (node.Integer("block_size", 0) is > 0 and var block && parameters.Rank == x.Rank)
        {
            return OnnxIndexing.Gather(parameters, new([x.Shape[axis]], [.. Enumerable.Range(0, x.Shape[axis]).Select(i => (double)(i / block))]), axis);
        }

        return parameters.Rank == 1 && parameters.Shape[0] == x.Shape[axis]
            ? parameters.Reshaped([-1, .. Enumerable.Repeat(1, x.Rank - axis - 1)])
            : throw new FormatException($"scales of shape {Tensor.Text(parameters.Shape)} for axis {axis} of {Tensor.Text(x.Shape)}");
    }
}
