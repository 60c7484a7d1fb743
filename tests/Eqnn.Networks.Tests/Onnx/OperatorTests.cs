using Eqnn.Networks.Onnx.Operators;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using OnnxFormat;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Every operator that is read gives the numbers of ONNX Runtime.</summary>
public sealed class OperatorTests
{
    private static readonly Dictionary<string, (int[] Input, int Opset, Func<OnnxBuilder, string> Build)> Samples = new(StringComparer.Ordinal)
    {
        ["average pool"] = ([2, 3, 9], 17, m => m.Node("AveragePool", ["x"], ("kernel_shape", new[] { 3 }), ("strides", new[] { 2 }))),
        ["average pool, padded"] = ([2, 3, 6, 5], 17, m => m.Node("AveragePool", ["x"], ("kernel_shape", new[] { 3, 2 }), ("pads", new[] { 1, 0, 1, 1 }), ("strides", new[] { 2, 1 }))),
        ["average pool, borders count"] = ([1, 2, 6, 6], 17, m => m.Node("AveragePool", ["x"], ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 1, 1, 1 }), ("count_include_pad", 1))),
        ["average pool, same"] = ([1, 2, 7], 17, m => m.Node("AveragePool", ["x"], ("kernel_shape", new[] { 3 }), ("strides", new[] { 2 }), ("auto_pad", "SAME_UPPER"))),
        ["conv, same lower"] = ([1, 2, 7, 8], 17, m => m.Node("Conv", ["x", m.Tensor(Floats(3 * 2 * 3 * 2, 1), 3, 2, 3, 2)], ("kernel_shape", new[] { 3, 2 }), ("auto_pad", "SAME_LOWER"), ("strides", new[] { 1, 2 }))),
        ["conv transpose"] = ([2, 3, 5], 17, m => m.Node("ConvTranspose", ["x", m.Tensor(Floats(3 * 2 * 4, 1), 3, 2, 4), m.Tensor(Floats(2, 2), 2)], ("kernel_shape", new[] { 4 }), ("strides", new[] { 2 }), ("pads", new[] { 1, 0 }), ("output_padding", new[] { 1 }))),
        ["conv transpose, groups, dilations"] = ([1, 4, 4, 3], 17, m => m.Node("ConvTranspose", ["x", m.Tensor(Floats(4 * 3 * 4, 1), 4, 3, 2, 2)], ("kernel_shape", new[] { 2, 2 }), ("group", 2), ("dilations", new[] { 2, 1 }))),
        ["cumulative sum"] = ([2, 3, 4], 17, m => m.Node("CumSum", ["x", m.Whole(-2)], ("exclusive", 1), ("reverse", 1))),
        ["cumulative sum, first axis"] = ([3, 4], 17, m => m.Node("CumSum", ["x", m.Whole(0)])),
        ["depth to space"] = ([1, 8, 2, 3], 17, m => m.Node("DepthToSpace", ["x"], ("blocksize", 2))),
        ["depth to space, columns"] = ([1, 8, 2, 3], 17, m => m.Node("DepthToSpace", ["x"], ("blocksize", 2), ("mode", "CRD"))),
        ["space to depth"] = ([1, 2, 4, 6], 17, m => m.Node("SpaceToDepth", ["x"], ("blocksize", 2))),
        ["einsum, product"] = ([2, 3, 4], 17, m => m.Node("Einsum", ["x", m.Tensor(Floats(12, 1), 4, 3)], ("equation", "bij,jk->bik"))),
        ["einsum, transposed"] = ([2, 3, 4], 17, m => m.Node("Einsum", [m.Tensor(Floats(15, 1), 5, 3), "x"], ("equation", "oi, bin -> nbo"))),
        ["einsum, sums"] = ([2, 3, 4], 17, m => m.Node("Einsum", ["x"], ("equation", "bij->b"))),
        ["einsum, dots"] = ([2, 3, 4], 17, m => m.Node("Einsum", ["x", m.Tensor(Floats(20, 1), 4, 5)], ("equation", "...i,ij->...j"))),
        ["einsum, diagonal"] = ([2, 3, 3], 17, m => m.Node("Einsum", ["x"], ("equation", "bii->bi"))),
        ["einsum, outer"] = ([2, 3], 17, m => m.Node("Einsum", ["x", m.Tensor(Floats(4, 1), 4)], ("equation", "bi,j->bij"))),
        ["einsum, implied"] = ([2, 3], 17, m => m.Node("Einsum", ["x", m.Tensor(Floats(12, 1), 3, 4)], ("equation", "ab,bc"))),
        ["gather elements"] = ([2, 3], 17, m => m.Node("GatherElements", ["x", m.Indices([2, 4], 0, -1, 1, 2, 2, 1, 0, 0)], ("axis", 1))),
        ["mean of inputs"] = ([2, 3], 17, m => m.Node("Mean", ["x", m.Tensor(Floats(3, 1), 3)])),
        ["pad, reflect"] = ([2, 5], 17, m => m.Node("Pad", ["x", m.Integers(0, 2, 0, 3)], ("mode", "reflect"))),
        ["pad, edge"] = ([2, 5], 17, m => m.Node("Pad", ["x", m.Integers(0, 2, 0, 3)], ("mode", "edge"))),
        ["pad, number"] = ([2, 5], 17, m => m.Node("Pad", ["x", m.Integers(1, 0, 0, 2), m.Number(1.5f)])),
        ["resize, asymmetric"] = ([1, 2, 3, 4], 17, m => m.Node("Resize", ["x", "", m.Tensor([1, 1, 2, 3], 4)], ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor"))),
        ["resize, half pixel"] = ([1, 2, 3], 17, m => m.Node("Resize", ["x", "", m.Tensor([1, 1, 2], 3)])),
        ["resize, sizes"] = ([1, 2, 6], 17, m => m.Node("Resize", ["x", "", "", m.Integers(1, 2, 3)], ("coordinate_transformation_mode", "align_corners"), ("nearest_mode", "round_prefer_ceil"))),
        ["shape, part"] = ([2, 3, 4], 17, m => m.Node("Mul", ["x", m.Node("Cast", [m.Node("Shape", ["x"], ("start", 1), ("end", 2))], ("to", 1))])),
        ["split, lengths"] = ([2, 7], 17, m => m.Node("Add", [m.NodeOf("Split", ["x", m.Integers(3, 3, 1)], 3, ("axis", 1))[1], m.Last(0)])),
        ["split, parts"] = ([2, 6], 18, m => m.Node("Sub", [m.NodeOf("Split", ["x"], 2, ("axis", 1), ("num_outputs", 2))[0], m.Last(1)])),
        ["tile"] = ([2, 3], 17, m => m.Node("Tile", ["x", m.Integers(2, 3)])),
        ["triangle"] = ([2, 3, 4], 17, m => m.Node("Trilu", ["x", m.Whole(1)], ("upper", 0))),
        ["where"] = ([2, 3], 17, m => m.Node("Where", [m.Node("Greater", [m.Tensor([1, -1, 2], 3), m.Number(0)]), "x", m.Number(7)])),
        ["constant of shape"] = ([2, 3], 17, m => m.Node("Add", ["x", m.Node("Cast", [m.Node("ConstantOfShape", [m.Integers(2, 3)])], ("to", 1))])),
        ["range"] = ([2, 3], 17, m => m.Node("Add", ["x", m.Node("Cast", [m.Node("Range", [m.Whole(2), m.Whole(8), m.Whole(2)])], ("to", 1))])),
        ["product of lengths"] = ([2, 3, 4], 17, m => m.Node("Reshape", ["x", m.Node("Concat", [m.Node("ReduceProd", [m.Node("Shape", ["x"])], ("axes", new[] { 0 }), ("keepdims", 1)), m.Integers(1)], ("axis", 0))])),
    };

    [Theory]
    [InlineData(10, 70000, "half")]
    [InlineData(16, -1, "bfloat16")]
    [InlineData(2, 256, "uint8")]
    [InlineData(3, 128, "int8")]
    [InlineData(4, -1, "uint16")]
    [InlineData(5, 40000, "int16")]
    public void Stored_numbers_that_their_type_does_not_hold_are_refused(int type, int value, string name)
    {
        var refused = Assert.Throws<FormatException>(() => OnnxTensors.Read(new TensorProto { DataType = type, Dims = { 1 }, Int32Data = { value } }, "initializer w", new(null)));
        Assert.Contains(FormattableString.Invariant($"initializer w: {value} in int32_data is no {name}"), refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_are_those_of_ONNX_Runtime(string name)
    {
        var (shape, opset, build) = Samples[name];
        var model = new OnnxBuilder([.. shape.Select(n => (object)n)], opset);
        build(model);
        var bytes = model.Finish();
        var values = Floats(shape.Aggregate((a, b) => a * b), 9);
        using var session = new InferenceSession(bytes);
        using var input = OrtValue.CreateTensorValueFromMemory(values, [.. shape.Select(n => (long)n)]);
        using var options = new RunOptions();
        using var results = session.Run(options, ["x"], [input], session.OutputNames);
        var wanted = results[0].GetTensorDataAsSpan<float>().ToArray();
        var actual = Evaluated(bytes, new(shape, [.. values.Select(v => (double)v)]));
        Assert.Equal(results[0].GetTensorTypeAndShape().Shape.Select(n => (int)n), actual.Shape);
        Assert.All(wanted.Zip(actual.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    private static Tensor Evaluated(byte[] bytes, Tensor x)
    {
        var graph = ModelProto.Parser.ParseFrom(bytes).Graph;
        var known = graph.Initializer.ToDictionary(tensor => tensor.Name, tensor => OnnxTensors.Read(tensor, tensor.Name, ExternalData.None), StringComparer.Ordinal);
        known["x"] = x;
        foreach (var message in graph.Node)
        {
            var node = new OnnxNode(message, 0, ExternalData.None);
            var results = OnnxOperators.Evaluate(node, [.. node.Inputs.Select(name => name.Length == 0 ? null : known[name])]);
            for (var i = 0; i < node.Outputs.Count; i++)
            {
                known[node.Outputs[i]] = results[i];
            }
        }

        return known[graph.Output[0].Name];
    }

    private static float[] Floats(int count, int seed) => [.. Networks.Vector(count, seed).Select(v => (float)v)];
}
