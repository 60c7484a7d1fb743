namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Small models, each with operators in one of the forms that exporters write: affine ones on a (3, ...) input, by name.</summary>
internal static partial class OnnxKinds
{
    private static readonly Dictionary<string, (object[] Shape, int Opset, Action<OnnxBuilder> Build)> All = new(StringComparer.Ordinal);

    static OnnxKinds()
    {
        Windows();
        Resampling();
        Shapes();
        Products();
        Places();
        Exporters();
        Stores();
        Transforms();
    }

    public static IEnumerable<string> Names => All.Keys;

    public static byte[] Of(string name)
    {
        var (shape, opset, build) = All[name];
        var builder = new OnnxBuilder(shape, opset);
        build(builder);
        return builder.Finish();
    }

    private static void Add(string name, object[] shape, int opset, Action<OnnxBuilder> build) => All.Add(name, (shape, opset, build));

    private static void Add(string name, Action<OnnxBuilder> build, int opset = 17) => Add(name, ["N", 1, 8], opset, build);

    private static string Weights(OnnxBuilder b, params int[] dims) => b.Tensor([.. Networks.Vector(dims.Aggregate(1, (a, n) => a * n), dims.Length + dims[0]).Select(v => (float)v)], dims);

    private static void Windows()
    {
        foreach (var pad in new[] { "SAME_UPPER", "SAME_LOWER", "VALID" })
        {
            foreach (var stride in new[] { 1, 2, 3 })
            {
                Add($"conv {pad} {stride}", b => b.Node("Conv", [b.Current, Weights(b, 2, 1, 3), Weights(b, 2)], ("auto_pad", pad), ("strides", new[] { stride })));
                Add($"conv dilated {pad} {stride}", b => b.Node("Conv", [b.Current, Weights(b, 2, 1, 2)], ("auto_pad", pad), ("dilations", new[] { pad == "VALID" ? stride : 1 })));
                Add($"conv transpose {pad} {stride}", b => b.Node("ConvTranspose", [b.Current, Weights(b, 1, 2, 4), Weights(b, 2)], ("auto_pad", pad), ("strides", new[] { stride })));
                Add($"pool {pad} {stride}", b => b.Node("AveragePool", [b.Current], ("auto_pad", pad), ("strides", new[] { stride }), ("kernel_shape", new[] { 3 })));
                foreach (var (padded, up) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
                {
                    if (pad == "VALID")
                    {
                        Add($"pool {padded} {up} {stride}", b => b.Node("AveragePool", [b.Current], ("kernel_shape", new[] { 3 }), ("pads", new[] { 1, 1 }), ("strides", new[] { stride }), ("ceil_mode", up), ("count_include_pad", padded)), 19);
                        Add($"pool 2d {padded} {up} {stride}", ["N", 2, 5, 7], 17, b => b.Node("AveragePool", [b.Current], ("kernel_shape", new[] { 2, 3 }), ("pads", new[] { 1, 1, 0, 1 }), ("strides", new[] { stride, 2 }), ("ceil_mode", up), ("count_include_pad", padded)));
                    }
                }
            }
        }

        Add("conv transpose padding", b => b.Node("ConvTranspose", [b.Current, Weights(b, 1, 2, 3)], ("strides", new[] { 2 }), ("output_padding", new[] { 1 }), ("pads", new[] { 1, 1 })));
        Add("conv transpose shape", b => b.Node("ConvTranspose", [b.Current, Weights(b, 1, 2, 3)], ("strides", new[] { 2 }), ("output_shape", new[] { 16 })));
        Add("conv transpose groups", ["N", 4, 3, 5], 17, b => b.Node("ConvTranspose", [b.Current, Weights(b, 4, 2, 3, 3), Weights(b, 4)], ("strides", new[] { 2, 1 }), ("dilations", new[] { 1, 2 }), ("group", 2), ("pads", new[] { 1, 0, 0, 1 })));
        Add("conv groups", ["N", 4, 6, 7], 17, b => b.Node("Conv", [b.Current, Weights(b, 6, 2, 3, 3)], ("strides", new[] { 2, 1 }), ("dilations", new[] { 1, 2 }), ("group", 2), ("pads", new[] { 1, 2, 0, 1 })));
        Add("conv 3d", ["N", 1, 3, 3, 3], 17, b => b.Node("Conv", [b.Current, Weights(b, 2, 1, 2, 2, 2)], ("pads", new[] { 1, 0, 1, 0, 1, 0 })));
        Add("pool dilated", b => b.Node("AveragePool", [b.Current], ("kernel_shape", new[] { 3 }), ("pads", new[] { 1, 1 }), ("dilations", new[] { 2 }), ("count_include_pad", 1)), 19);
    }

    private static void Resampling()
    {
        foreach (var how in new[] { "asymmetric", "half_pixel", "pytorch_half_pixel", "align_corners" })
        {
            foreach (var rounding in new[] { "floor", "ceil", "round_prefer_floor", "round_prefer_ceil" })
            {
                Add($"resize {how} {rounding}", b => b.Node("Resize", [b.Current, "", b.Tensor([1, 1, 2], 3)], ("mode", "nearest"), ("coordinate_transformation_mode", how), ("nearest_mode", rounding)));
            }

            Add($"resize linear {how}", ["N", 2, 3, 4], 17, b => b.Node("Resize", [b.Current, "", b.Tensor([1, 1, 2, 3], 4)], ("mode", "linear"), ("coordinate_transformation_mode", how)));
            Add($"resize linear smaller {how}", b => b.Node("Resize", [b.Current, "", b.Tensor([1, 1, 0.5f], 3)], ("mode", "linear"), ("coordinate_transformation_mode", how)));
        }

        Add("resize sizes", [3, 1, 8], 17, b => b.Node("Resize", [b.Current, "", "", b.Integers(3, 1, 24)], ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor")));
        Add("resize smaller", ["N", 1, 4, 6], 17, b => b.Node("Resize", [b.Current, "", b.Tensor([1, 1, 0.5f, 0.5f], 4)], ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor")));
        Add("resize axes", ["N", 2, 3, 4], 18, b => b.Node("Resize", [b.Current, "", b.Tensor([2, 3], 2)], ("mode", "nearest"), ("axes", new[] { 2, 3 })));
        Add("resize 10", b => b.Node("Resize", [b.Current, b.Tensor([1, 1, 2], 3)], ("mode", "nearest")), 10);
        Add("upsample 9", b => b.Node("Upsample", [b.Current, b.Tensor([1, 1, 2], 3)], ("mode", "nearest")), 9);
        Add("upsample linear 9", ["N", 1, 3, 4], 9, b => b.Node("Upsample", [b.Current, b.Tensor([1, 1, 2, 2], 4)], ("mode", "linear")));
        Add("depth to space", ["N", 8, 2, 3], 17, b => b.Node("DepthToSpace", [b.Current], ("blocksize", 2)));
        Add("depth to space by columns", ["N", 8, 2, 3], 17, b => b.Node("DepthToSpace", [b.Current], ("blocksize", 2), ("mode", "CRD")));
        Add("space to depth", ["N", 2, 4, 6], 17, b => b.Node("SpaceToDepth", [b.Current], ("blocksize", 2)));
    }

    private static void Shapes()
    {
        object[] cube = ["N", 2, 3, 4];
        Add("shape product", cube, 17, b =>
        {
            var shape = b.Node("Shape", ["x"]);
            var first = b.Node("Slice", [shape, b.Integers(0), b.Integers(1)]);
            var rest = b.Node("ReduceProd", [b.Node("Slice", [shape, b.Integers(1), b.Integers(9)])], ("keepdims", 1));
            b.Node("Gemm", [b.Node("Reshape", ["x", b.Node("Concat", [first, rest], ("axis", 0))]), Weights(b, 24, 5), Weights(b, 5)]);
        });
        Add("shape gathered", cube, 17, b =>
        {
            var first = b.Node("Unsqueeze", [b.Node("Gather", [b.Node("Shape", ["x"]), b.Whole(0)], ("axis", 0)), b.Integers(0)]);
            b.Node("MatMul", [b.Node("Reshape", ["x", b.Node("Concat", [first, b.Integers(-1)], ("axis", 0))]), Weights(b, 24, 5)]);
        });
        Add("shape by size", cube, 17, b =>
        {
            var first = b.Node("Gather", [b.Node("Shape", ["x"]), b.Whole(0)]);
            var rest = b.Node("Div", [b.Node("Size", ["x"]), first]);
            b.Node("Reshape", ["x", b.Node("Concat", [b.Node("Unsqueeze", [first, b.Integers(0)]), b.Node("Unsqueeze", [rest, b.Integers(0)])], ("axis", 0))]);
        });
        Add("shape part", cube, 17, b => b.Node("Reshape", ["x", b.Node("Concat", [b.Node("Shape", ["x"], ("end", 2)), b.Integers(-1)], ("axis", 0))]));
        Add("expand where", b =>
        {
            var mean = b.Node("ReduceMean", ["x"], ("axes", new[] { 2 }), ("keepdims", 1));
            var ones = b.Node("ConstantOfShape", [b.Integers(3)], ("value", new OnnxFormat.TensorProto { DataType = 7, Dims = { 1 }, Int64Data = { 1 } }));
            var shape = b.Node("Shape", ["x"]);
            var open = b.Node("Equal", [shape, b.Node("Mul", [ones, b.Whole(-1)])]);
            b.Node("Concat", ["x", b.Node("Expand", [mean, b.Node("Where", [open, ones, shape])])], ("axis", 1));
        });
        Add("roll by range", b =>
        {
            var n = b.Node("Gather", [b.Node("Shape", ["x"]), b.Whole(2)]);
            var range = b.Node("Range", [b.Whole(0), n, b.Whole(1)]);
            b.Node("Gather", ["x", b.Node("Mod", [b.Node("Add", [range, b.Whole(3)]), n])], ("axis", 2));
        });
        Add("tile", b => b.Node("Tile", ["x", b.Integers(1, 2, 3)]));
        Add("tile by shape", b =>
        {
            var sum = b.Node("ReduceSum", ["x", b.Integers(2)], ("keepdims", 1));
            b.Node("Tile", [sum, b.Node("Concat", [b.Integers(1, 1), b.Node("Slice", [b.Node("Shape", ["x"]), b.Integers(2), b.Integers(3)])], ("axis", 0))]);
        });
        Add("reshape zero", ["N", 3, 4], 17, b => b.Node("Reshape", ["x", b.Integers(0, -1, 2)]));
        Add("flatten from behind", ["N", 2, 3], 17, b => b.Node("Flatten", ["x"], ("axis", -2)));
        Add("squeeze 11", b => b.Node("Squeeze", ["x"], ("axes", new[] { 1 })), 11);
        Add("squeeze 13", b => b.Node("Squeeze", ["x", b.Integers(1)]));
        Add("unsqueeze", b => b.Node("Unsqueeze", ["x", b.Integers(-1, 1)]));
        Add("split equal", b => b.Node("Concat", [.. b.NodeOf("Split", ["x"], 3, ("axis", 2), ("num_outputs", 3)).Reverse()], ("axis", 2)), 18);
        Add("split 13", b => b.Node("Concat", [.. b.NodeOf("Split", ["x", b.Integers(3, 5)], 2, ("axis", -1)).Reverse()], ("axis", 2)), 13);
        Add("split 11", b => b.Node("Concat", [.. b.NodeOf("Split", ["x"], 2, ("axis", -1), ("split", new[] { 2, 6 })).Reverse()], ("axis", 2)), 11);
        Add("split part", b => b.Node("Neg", [b.NodeOf("Split", ["x", b.Integers(3, 5)], 2, ("axis", -1))[1]]), 13);
        foreach (var (mode, opset) in new[] { ("reflect", 17), ("edge", 17), ("wrap", 19) })
        {
            Add("pad " + mode, b => b.Node("Pad", ["x", b.Integers(0, 0, 3, 0, 0, 2)], ("mode", mode)), opset);
        }

        Add("pad constant", b => b.Node("Pad", ["x", b.Integers(0, 0, 1, 0, 0, 2), b.Number(0.5f)]));
        Add("pad cuts", b => b.Node("Pad", ["x", b.Integers(0, 0, -3, 0, 0, 2), b.Number(0)]));
        Add("pad axes", b => b.Node("Pad", ["x", b.Integers(1, 2), b.Number(1), b.Integers(-1)]), 18);
        Add("pad 2", b => b.Node("Pad", ["x"], ("pads", new[] { 0, 0, 1, 0, 0, 1 })), 2);
    }

    private static void Products()
    {
        object[] cube = ["N", 2, 3, 4];
        foreach (var (equation, shape, dims) in new (string, object[], int[][])[]
        {
            ("bcn,oc->bon", ["N", 1, 8], [[5, 1]]), ("b c n , n m", ["N", 1, 8], [[8, 4]]), ("...n,nm->...m", ["N", 1, 8], [[8, 4]]), ("bcii->bc", ["N", 2, 4, 4], []), ("bcij->bcji", cube, []),
            ("bcij,jk,cl->bk", cube, [[4, 5], [2, 3]]), ("NCX,OC->NOX", ["N", 2, 4], [[5, 2]]), ("b...i,i->b...", ["N", 2, 4], [[4]]), ("bcn->bc", ["N", 2, 4], []),
        })
        {
            Add("einsum " + equation, shape, 17, b => b.Node("Einsum", ["x", .. dims.Select(d => Weights(b, d))], ("equation", equation)));
        }

        Add("einsum weights first", cube, 17, b => b.Node("Einsum", [Weights(b, 3, 4), "x", Weights(b, 2, 5)], ("equation", "ij,bcij,ck->bk")));
        Add("gemm", cube, 17, b => b.Node("Gemm", [b.Node("Flatten", ["x"], ("axis", 1)), Weights(b, 5, 24), Weights(b, 5)], ("transB", 1), ("alpha", 0.5f), ("beta", 2f)));
        Add("gemm transposed", b => b.Node("Gemm", [b.Node("Transpose", [b.Node("Flatten", ["x"], ("axis", 1))], ("perm", new[] { 1, 0 })), Weights(b, 8, 5)], ("transA", 1)));
        Add("matmul left", ["N", 3, 4], 17, b => b.Node("MatMul", [Weights(b, 5, 3), "x"]));
        Add("matmul batch", cube, 17, b => b.Node("MatMul", ["x", Weights(b, 2, 4, 5)]));
        Add("matmul vector", cube, 17, b => b.Node("MatMul", ["x", Weights(b, 4)]));
        Add("batch normalization", ["N", 3, 4], 17, b => b.Node("BatchNormalization", ["x", Weights(b, 3), Weights(b, 3), Weights(b, 3), b.Tensor([0.5f, 1, 2], 3)], ("epsilon", 1e-3f)));
        Add("batch normalization of rows", b => b.Node("BatchNormalization", [b.Node("Flatten", ["x"], ("axis", 1)), Weights(b, 8), Weights(b, 8), Weights(b, 8), b.Tensor([1, 2, 3, 4, 5, 6, 7, 8], 8)]));
        Add("mean", b => b.Node("Mean", ["x", b.Node("Neg", ["x"]), Weights(b, 1, 8)]));
        Add("sum", b => b.Node("Sum", ["x", b.Node("Mul", ["x", b.Number(3)]), Weights(b, 1, 8)]));
        Add("sum of one", b => b.Node("Sum", ["x"]));
        Add("divided", b => b.Node("Div", ["x", b.Tensor([1, 2, 3, 4, 5, 6, 7, 8], 8)]));
        Add("subtracted from", b => b.Node("Sub", [b.Number(1), "x"]));
        Add("casts", b => b.Node("Cast", [b.Node("Cast", ["x"], ("to", 11))], ("to", 1)));
        Add("dropout", b => b.Node("Dropout", ["x", b.Number(0.5f), b.Truths([], 0)]), 13);
        Add("constants", b => b.Node("Add", [b.Node("Mul", ["x", b.Node("Constant", [], ("value_float", 2f))]), b.Node("Constant", [], ("value_floats", new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }))]));
        Add("mask by comparison", b =>
        {
            var range = b.Node("Range", [b.Whole(0), b.Whole(8), b.Whole(1)]);
            var mask = b.Node("Less", [b.Node("Unsqueeze", [range, b.Integers(0)]), b.Node("Unsqueeze", [range, b.Integers(1)])]);
            b.Node("MatMul", ["x", b.Node("Cast", [mask], ("to", 1))]);
        });
        Add("where mask", b => b.Node("Where", [b.Truths([1, 8], 1, 0, 0, 1, 1, 0, 1, 0), "x", b.Number(0.5f)]));
        Add("where both", b => b.Node("Where", [b.Truths([8], 1, 0, 1, 0, 1, 0, 1, 0), b.Node("Mul", ["x", b.Number(2)]), b.Node("Neg", ["x"])]));
        Add("triangle", b => b.Node("MatMul", ["x", b.Node("Trilu", [Weights(b, 8, 8), b.Whole(1)], ("upper", 1))]));
        foreach (var type in new[] { "ReduceMean", "ReduceSum" })
        {
            Add(type + " kept out", cube, 18, b => b.Node(type, ["x", b.Integers(2)], ("keepdims", 0)));
            Add(type + " from behind", cube, type == "ReduceMean" ? 13 : 11, b => b.Node(type, ["x"], ("axes", new[] { 1, -1 }), ("keepdims", 0)));
            Add(type + " of nothing", cube, 18, b => b.Node(type, ["x", b.Indices([0])], ("noop_with_empty_axes", 1)));
        }

        Add("global mean", cube, 17, b => b.Node("GlobalAveragePool", ["x"]));
        foreach (var (exclusive, reverse) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            Add($"running sum {exclusive} {reverse}", b => b.Node("CumSum", ["x", b.Whole(-1)], ("exclusive", exclusive), ("reverse", reverse)));
        }
    }

    private static void Places()
    {
        Add("gather from behind", b => b.Node("Gather", ["x", b.Integers(-1, 0, 3)], ("axis", -1)));
        Add("gather one", b => b.Node("Gather", ["x", b.Whole(-2)], ("axis", 2)));
        Add("gather elements", [1, 1, 8], 17, b => b.Node("GatherElements", ["x", b.Indices([1, 1, 3], 1, 1, 0)], ("axis", 2)));
        Add("gather nd", b => b.Node("GatherND", [b.Node("Transpose", ["x"], ("perm", new[] { 1, 2, 0 })), b.Indices([2, 2], 0, 1, 0, 5)]));
        Add("gather nd of samples", b => b.Node("GatherND", ["x", b.Node("Expand", [b.Indices([1, 1, 2], 0, 3), b.Node("Concat", [b.Node("Shape", ["x"], ("end", 1)), b.Integers(1, 2)], ("axis", 0))])], ("batch_dims", 1)));
        Add("scatter elements", [1, 1, 8], 17, b => b.Node("ScatterElements", ["x", b.Indices([1, 1, 2], 1, 3), b.Tensor([0.5f, 0.25f], 1, 1, 2)], ("axis", 2)));
        Add("scatter nd", [1, 1, 8], 17, b => b.Node("ScatterND", ["x", b.Indices([2, 3], 0, 0, 1, 0, 0, 4), b.Tensor([0.5f, 2], 2)]));
        Add("scatter elements of two values", b => b.Node("ScatterElements", ["x", b.Node("Expand", [b.Indices([1, 1, 2], 1, 3), b.Node("Concat", [b.Node("Shape", ["x"], ("end", 1)), b.Integers(1, 2)], ("axis", 0))]), b.Node("Neg", [b.Node("Slice", ["x", b.Integers(4), b.Integers(6), b.Integers(2)])])], ("axis", 2)));
        Add("scatter nd added", [1, 1, 8], 17, b => b.Node("ScatterND", ["x", b.Indices([3, 3], 0, 0, 1, 0, 0, 4, 0, 0, 1), b.Tensor([0.5f, 2, 3], 3)], ("reduction", "add")));
        Add("slice backwards", b => b.Node("Slice", ["x", b.Integers(-1), b.Integers(-100), b.Integers(2), b.Integers(-2)]));
        Add("slice 9", b => b.Node("Slice", ["x"], ("starts", new[] { 1 }), ("ends", new[] { 7 }), ("axes", new[] { 2 })), 9);
        Add("compress", b => b.Node("Compress", ["x", b.Truths([8], 1, 0, 1, 1, 0, 0, 0, 1)], ("axis", 2)));
        Add("one hot", b => b.Node("MatMul", ["x", b.Node("OneHot", [b.Integers(1, 3, 0, 2, 7, 6, 5, 4), b.Whole(8), b.Tensor([0, 1], 2)], ("axis", -1))]));
        Add("nonzero", b => b.Node("Gather", ["x", b.Node("Squeeze", [b.Node("NonZero", [b.Tensor([1, 0, 1, 1, 0, 0, 0, 1], 8)]), b.Integers(0)])], ("axis", 2)));
        Add("reverse sequence", [3, 5, 2], 17, b => b.Node("ReverseSequence", ["x", b.Integers(3, 3, 3)], ("batch_axis", 0), ("time_axis", 1)));
    }
}
