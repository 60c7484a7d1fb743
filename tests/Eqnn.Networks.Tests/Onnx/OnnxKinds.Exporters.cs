using System.Runtime.InteropServices;
using Google.Protobuf;
using OnnxFormat;

namespace Eqnn.Networks.Tests.Onnx;

/// <content>Graphs in the manner of one exporter or another, weights in every storage, Fourier transforms.</content>
internal static partial class OnnxKinds
{
    private static void Exporters()
    {
        object[] cube = ["N", 2, 3, 4];
        foreach (var stride in new[] { 1, 2 })
        {
            Add($"channels last {stride}", ["N", 5, 4, 2], 13, b =>
            {
                b.Node("Conv", [b.Node("Transpose", ["x"], ("perm", new[] { 0, 3, 1, 2 })), Weights(b, 3, 2, 3, 3)], ("auto_pad", "SAME_UPPER"), ("strides", new[] { stride, stride }), ("kernel_shape", new[] { 3, 3 }), ("group", 1));
                b.Node("Add", [b.Node("Transpose", [b.Current], ("perm", new[] { 0, 2, 3, 1 })), Weights(b, 3)]);
                b.Node("Squeeze", [b.Node("ReduceMean", [b.Current], ("axes", new[] { 1, 2 }), ("keepdims", 1)), b.Node("Constant", [], ("value_ints", new[] { 1, 2 }))]);
            });
        }

        Add("channels last by rows", ["N", 4, 4, 2], 17, b => b.Node("Add", [b.Node("MatMul", [b.Node("Reshape", ["x", b.Integers(-1, 32)]), Weights(b, 32, 6)]), Weights(b, 6)]));
        Add("depthwise", ["N", 3, 5, 4], 13, b => b.Node("Conv", ["x", Weights(b, 6, 1, 3, 3), Weights(b, 6)], ("auto_pad", "SAME_LOWER"), ("group", 3), ("strides", new[] { 2, 1 })));
        Add("gemm of everything", ["N", 4], 13, b => b.Node("Gemm", [b.Node("Transpose", ["x"]), Weights(b, 5, 4), b.Number(0.75f)], ("transA", 1), ("transB", 1), ("alpha", 0.5f), ("beta", -2f)));
        Add("gemm without addition", ["N", 4], 11, b => b.Node("Gemm", ["x", Weights(b, 4, 5)], ("alpha", 3f)));
        Add("gemm of one row", ["N", 4], 7, b => b.Node("Gemm", ["x", Weights(b, 4, 5), Weights(b, 1, 5)]));
        Add("gemm of a column", [3, 4], 13, b => b.Node("Gemm", ["x", Weights(b, 4, 5), b.Tensor([0.5f], 1, 1)]));
        Add("batch normalization in parts", ["N", 3, 4], 13, b =>
        {
            var scale = b.Node("Reciprocal", [b.Node("Sqrt", [b.Node("Add", [b.Tensor([0.5f, 1, 2], 3, 1), b.Number(1e-3f)])])]);
            var centred = b.Node("Sub", ["x", Weights(b, 3, 1)]);
            b.Node("Add", [b.Node("Mul", [centred, b.Node("Mul", [scale, Weights(b, 3, 1)])]), Weights(b, 1, 3, 1)]);
        });
        Add("batch normalization divided", ["N", 3, 4], 13, b => b.Node("Div", [b.Node("Sub", ["x", Weights(b, 3, 1)]), b.Node("Pow", [b.Tensor([0.5f, 1, 2], 3, 1), b.Number(0.5f)])]));
        foreach (var opset in Enumerable.Range(7, 18))
        {
            Add($"opset {opset}", ["N", 2, 6], opset, b =>
            {
                b.Node("Conv", ["x", Weights(b, 3, 2, 3), Weights(b, 3)], ("pads", new[] { 1, 1 }), ("kernel_shape", new[] { 3 }));
                b.Node("BatchNormalization", [b.Current, Weights(b, 3), Weights(b, 3), Weights(b, 3), b.Tensor([0.5f, 1, 2], 3)]);
                b.Node("AveragePool", [b.Current], ("kernel_shape", new[] { 2 }), ("strides", new[] { 2 }));
                b.Node("Gemm", [b.Node("Flatten", [b.Node("Dropout", [b.Current])]), Weights(b, 9, 4), Weights(b, 4)]);
                var sum = b.Node("Add", [b.Current, b.Node("Identity", [b.Current])]);
                b.Node(opset < 8 ? "Add" : "Sum", [sum, Weights(b, 4)]);
            });
        }

        Add("tensors among the inputs", ["N", 4], 8, b => b.Node("Add", [b.Node("MatMul", ["x", b.AlsoInput(Weights(b, 4, 5), 4, 5)]), b.AlsoInput(Weights(b, 5), 5)]));
        Add("names of scopes", ["N", 4], 13, b => b.Named("/модель/слой.0/Add_1", "Add", [b.Named("model/dense/β/MatMul", "MatMul", ["x", Weights(b, 4, 5)]), Weights(b, 5)]));
        Add("constants of all kinds", ["N", 4], 13, b =>
        {
            var stored = new TensorProto { DataType = 1, Dims = { 4 }, FloatData = { 1, 2, 3, 4 } };
            b.Node("Mul", ["x", b.Node("Constant", [], ("value", stored))]);
            b.Node("Mul", [b.Current, b.Node("Cast", [b.Node("Constant", [], ("value_int", 3))], ("to", 1))]);
            b.Node("Add", [b.Current, b.Node("Cast", [b.Node("Constant", [], ("value_ints", new[] { 5, 6, 7, 8 }))], ("to", 1))]);
            b.Node("Add", [b.Current, b.Node("Constant", [], ("value_float", 0.25f))]);
            b.Node("Sub", [b.Current, b.Node("Constant", [], ("value_floats", new[] { 1f, -1, 2, -2 }))]);
        });
        Add("one number as bias", cube, 13, b => b.Node("Add", [b.Number(0.5f), b.Node("Mul", [b.Node("Conv", ["x", Weights(b, 2, 2, 1, 1), ""]), b.Tensor([3], 1)])]));
        Add("split unequal by number", b => b.Node("Concat", [.. b.NodeOf("Split", ["x"], 3, ("axis", -1), ("num_outputs", 3)).Reverse()], ("axis", -1)), 18);
        Add("half of an odd axis", ["N", 2, 7], 13, b =>
        {
            var half = b.Node("Div", [b.Node("Gather", [b.Node("Shape", ["x"]), b.Integers(2)]), b.Integers(2)]);
            b.Node("Mul", [b.Node("Slice", ["x", b.Integers(0), b.Node("Mul", [half, b.Integers(2)]), b.Integers(2)]), b.Node("Cast", [half], ("to", 1))]);
        });
        Add("negative quotients", ["N", 2, 6], 13, b =>
        {
            var quotient = b.Node("Div", [b.Integers(-7, 7), b.Integers(2, -2)]);
            b.Node("Add", [b.Node("MatMul", [b.Node("Transpose", ["x"], ("perm", new[] { 0, 2, 1 })), Weights(b, 2, 2)]), b.Node("Cast", [b.Node("Add", [quotient, b.Node("Mod", [b.Integers(-7, 7), b.Integers(3, -3)])])], ("to", 1))]);
        });
        Add("remainders", ["N", 2], 13, b => b.Node("Add", ["x", b.Node("Mod", [b.Tensor([-7.5f, 7.5f], 2), b.Tensor([2, -2], 2)], ("fmod", 1))]));
        Add("slice to the end", b => b.Node("Slice", ["x", b.Integers(2), b.Integers(long.MaxValue), b.Integers(-1)]));
        Add("part of the shape from behind", cube, 15, b => b.Node("Reshape", ["x", b.Node("Concat", [b.Node("Shape", ["x"], ("end", -3)), b.Integers(-1), b.Node("Shape", ["x"], ("start", -1))], ("axis", 0))]));
        Add("windows of a step", b => b.Node("Concat", [.. Enumerable.Range(0, 3).Select(k => b.Node("Unsqueeze", [b.Node("Slice", ["x", b.Integers(k), b.Integers(6 + k), b.Integers(2)]), b.Integers(3)]))], ("axis", -1)));
        Add("einsum without result", ["N", 2, 4], 13, b => b.Node("Einsum", ["x", Weights(b, 4, 5)], ("equation", "abc,cd")));
        Add("einsum of shared axes", cube, 13, b => b.Node("Einsum", ["x", Weights(b, 2, 3, 4, 5)], ("equation", "a...j,...jk->a...k")));
        Add("einsum over an open axis", cube, 13, b => b.Node("Einsum", ["x", Weights(b, 2, 4)], ("equation", "bc...d, cd -> b...")));
        Add("mean of computed axes", cube, 18, b => b.Node("ReduceMean", ["x", b.Node("Sub", [b.Node("Size", [b.Node("Shape", ["x"])]), b.Integers(1)])], ("keepdims", 0)));
        Add("sum of no axes", cube, 13, b => b.Node("ReduceSum", ["x"], ("noop_with_empty_axes", 1)));
        Add("function in a function", ["N", 4], 17, b =>
        {
            b.Add(new FunctionProto { Name = "Scaled", Input = { "a" }, Output = { "y" }, Attribute = { "factor" }, Node = { Constant("factor", "c"), OnnxBuilder.Inner("Mul", ["a", "c"], "y") } });
            var call = OnnxBuilder.Inner("Scaled", ["t"], "u");
            call.Domain = "local";
            call.Attribute.Add(new AttributeProto { Name = "factor", Type = 1, RefAttrName = "gain" });
            b.Add(new FunctionProto { Name = "Layer", Input = { "a", "w", "bias" }, Output = { "y" }, Attribute = { "gain" }, Node = { OnnxBuilder.Inner("MatMul", ["a", "w"], "t"), call, OnnxBuilder.Inner("Add", ["u", "bias"], "y") } });
            b.Call("Layer", ["x", Weights(b, 4, 5), Weights(b, 5)], ("gain", 2f));
            b.Call("Layer", [b.Current, Weights(b, 5, 3), Weights(b, 3)], ("gain", -0.5f));
        });
        Add("branch in a branch", ["N", 4], 17, b =>
        {
            var (weights, test) = (Weights(b, 4, 5), b.Truths([], 1));
            var inner = OnnxBuilder.Inner("If", [test], "r", ("then_branch", Graph("r1", OnnxBuilder.Inner("Mul", ["t", "k"], "r1"))), ("else_branch", Graph("r2", OnnxBuilder.Inner("Neg", ["t"], "r2"))));
            var outer = Graph("r", OnnxBuilder.Inner("MatMul", ["x", weights], "t"), inner);
            outer.Initializer.Add(new TensorProto { Name = "k", DataType = 1, FloatData = { 1.5f } });
            b.Node("Add", [b.Node("If", [test], ("then_branch", outer), ("else_branch", Graph("e", OnnxBuilder.Inner("MatMul", ["x", weights], "e")))), Weights(b, 5)]);
        });

        static GraphProto Graph(string output, params NodeProto[] nodes) => new() { Name = output, Node = { nodes }, Output = { new ValueInfoProto { Name = output, Type = new TypeProto { TensorType = new TensorTypeProto { ElemType = 1 } } } } };

        static NodeProto Constant(string attribute, string output) => new() { OpType = "Constant", Output = { output }, Attribute = { new AttributeProto { Name = "value_float", Type = 1, RefAttrName = attribute } } };
    }

    private static void Stores()
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(i => ((i * 7) % 11) - 5.0)];
        var positive = values.Select(v => v + 5).ToArray();
        foreach (var (type, raw, write) in new (int Type, string Raw, Action<TensorProto> Write)[]
        {
            (1, "values", t => t.FloatData.AddRange(values.Select(v => (float)v))),
            (2, "raw", t => t.RawData = ByteString.CopyFrom([.. positive.Select(v => (byte)v)])),
            (2, "values", t => t.Int32Data.AddRange(positive.Select(v => (int)v))),
            (3, "raw", t => t.RawData = ByteString.CopyFrom([.. values.Select(v => unchecked((byte)(sbyte)v))])),
            (3, "values", t => t.Int32Data.AddRange(values.Select(v => (int)v))),
            (4, "values", t => t.Int32Data.AddRange(positive.Select(v => (int)v))),
            (5, "raw", t => t.RawData = Raw(values.Select(v => (short)v))),
            (6, "raw", t => t.RawData = Raw(values.Select(v => (int)v))),
            (6, "values", t => t.Int32Data.AddRange(values.Select(v => (int)v))),
            (7, "raw", t => t.RawData = Raw(values.Select(v => (long)v))),
            (10, "raw", t => t.RawData = Raw(values.Select(v => (Half)v))),
            (10, "values", t => t.Int32Data.AddRange(values.Select(v => (int)BitConverter.HalfToUInt16Bits((Half)v)))),
            (11, "raw", t => t.RawData = Raw(values)),
            (11, "values", t => t.DoubleData.AddRange(values)),
            (12, "values", t => t.Uint64Data.AddRange(positive.Select(v => (ulong)v))),
            (13, "raw", t => t.RawData = Raw(positive.Select(v => (ulong)v))),
            (16, "raw", t => t.RawData = Raw(values.Select(v => (ushort)(BitConverter.SingleToUInt32Bits((float)v) >> 16)))),
            (16, "values", t => t.Int32Data.AddRange(values.Select(v => (int)(BitConverter.SingleToUInt32Bits((float)v) >> 16)))),
        })
        {
            Add($"stored as type {type}, {raw}", ["N", 4], 13, b => b.Node("MatMul", ["x", b.Node("Cast", [b.Stored(type, [4, 5], write)], ("to", 1))]));
        }

        Add("truth values as weights", ["N", 4], 13, b => b.Node("MatMul", ["x", b.Node("Cast", [b.Stored(9, [4, 2], t => t.RawData = ByteString.CopyFrom(1, 0, 0, 1, 1, 1, 0, 1))], ("to", 1))]));
        Add("sparse by number", ["N", 4], 13, b => b.Node("MatMul", ["x", b.Sparse([4, 5], [1, -2, 3], [2, 9, 19], byAxis: false)]));
        Add("sparse by axis", ["N", 4], 13, b => b.Node("MatMul", ["x", b.Sparse([4, 5], [1, -2, 3], [0, 2, 1, 4, 3, 4], byAxis: true)]));
        Add("sparse constant", ["N", 4], 13, b => b.Node("MatMul", ["x", b.Node("Constant", [], ("sparse_value", OnnxBuilder.SparseOf("", [4, 5], [1, -2, 3], [2, 9, 19], byAxis: false)))]));
        Add("dequantized by one scale", ["N", 4], 13, b => b.Node("MatMul", ["x", b.Node("DequantizeLinear", [b.Stored(3, [4, 2], t => t.Int32Data.Add([1, -2, 3, -4, 5, -6, 7, -8])), b.Number(0.25f)])]));
        Add("dequantized by rows", ["N", 4], 13, b => b.Node("MatMul", ["x", b.Node("DequantizeLinear", [b.Stored(2, [4, 2], t => t.Int32Data.Add([1, 2, 3, 4, 5, 6, 7, 8])), b.Tensor([0.5f, 1, 2, 4], 4), b.Stored(2, [4], t => t.Int32Data.Add([3, 1, 4, 1]))], ("axis", 0))]));
        Add("dequantized by columns", ["N", 4], 13, b => b.Node("MatMul", ["x", b.Node("DequantizeLinear", [b.Stored(3, [4, 2], t => t.Int32Data.Add([1, -2, 3, -4, 5, -6, 7, -8])), b.Tensor([0.5f, 2], 2), b.Stored(3, [2], t => t.Int32Data.Add([3, -1]))], ("axis", -1))]));
        Add("dequantized by blocks", ["N", 4], 21, b => b.Node("MatMul", ["x", b.Node("DequantizeLinear", [b.Stored(3, [4, 2], t => t.Int32Data.Add([1, -2, 3, -4, 5, -6, 7, -8])), b.Tensor([0.5f, 2, 1, 4], 2, 2)], ("axis", 0), ("block_size", 2))]));
    }

    private static ByteString Raw<T>(IEnumerable<T> values)
        where T : struct => ByteString.CopyFrom(MemoryMarshal.AsBytes(values.ToArray().AsSpan()));

    private static void Transforms()
    {
        object[] signal = ["N", 6, 3, 1];
        Add("fourier", signal, 17, b => b.Node("DFT", ["x"], ("axis", 1)));
        Add("fourier of one half", signal, 17, b => b.Node("DFT", ["x"], ("axis", 1), ("onesided", 1)));
        Add("fourier of a longer signal", signal, 17, b => b.Node("DFT", ["x", b.Whole(8)], ("axis", 1)));
        Add("fourier of another axis", signal, 17, b => b.Node("DFT", ["x", b.Whole(5)], ("axis", 2)));
        Add("fourier and back", signal, 17, b => b.Node("DFT", [b.Node("Mul", [b.Node("DFT", ["x"], ("axis", 1)), Weights(b, 6, 1, 1)])], ("axis", 1), ("inverse", 1)));
        Add("fourier by axis input", ["N", 2, 5, 2], 20, b => b.Node("DFT", ["x", "", b.Whole(-2)]));
        Add("fourier of the only axis", ["N", 5, 1], 20, b => b.Node("DFT", ["x"]));
        foreach (var how in new[] { "half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric", "half_pixel_symmetric" })
        {
            foreach (var mode in new[] { "nearest", "linear" })
            {
                Add($"resize to sizes {mode} {how}", [3, 1, 4, 6], 19, b => b.Node("Resize", [b.Current, "", "", b.Integers(3, 1, 7, 9)], ("mode", mode), ("coordinate_transformation_mode", how)));
            }
        }

        foreach (var policy in new[] { "not_larger", "not_smaller" })
        {
            Add($"resize {policy}", ["N", 1, 4, 6], 18, b => b.Node("Resize", [b.Current, "", "", b.Integers(7, 9)], ("mode", "linear"), ("axes", new[] { 2, 3 }), ("keep_aspect_ratio_policy", policy)));
        }

        Add("upsample 7", b => b.Node("Upsample", [b.Current], ("mode", "nearest"), ("scales", new[] { 1f, 1, 2 })), 7);
    }
}
