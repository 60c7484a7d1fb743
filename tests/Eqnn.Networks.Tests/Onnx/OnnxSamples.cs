using Eqnn.Algebra.Groups;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Models as exporters write them, with the features that a user would state for them.</summary>
internal static class OnnxSamples
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "ring 11 relu", "ring 13 leaky", "ring 17 gelu erf", "ring 17 gelu half first", "ring 20 gelu", "ring 19 wrap", "ring 13 silu", "ring 13 clip", "torus groups dilations", "torus pooled 13", "torus pooled 18", "torus global pool",
        "ring batch norm", "ring points first", "ring two branches", "ring residual", "sets 11 sum", "sets 13 sum", "sets 13 mean", "sets 18 mean", "sets transposed", "dense gemm", "dense matmul add", "dense reshaped",
    ];

    public static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) Of(string name) => name.Split(' ') switch
    {
        ["ring", "19", ..] => Ring(19, "Elu", wrapNode: true),
        ["ring", "20", ..] => Ring(20, "Gelu"),
        ["ring", "11", ..] => Ring(11, "Relu"),
        ["ring", "13", "leaky"] => Ring(13, "LeakyRelu"),
        ["ring", "13", "silu"] => Ring(13, "silu"),
        ["ring", "13", "clip"] => Ring(13, "clip"),
        ["ring", "17", "gelu", "erf"] => Ring(17, "erf"),
        ["ring", "17", "gelu", ..] => Ring(17, "erf half first"),
        ["torus", "groups", ..] => TorusWithGroups(),
        ["torus", "pooled", var opset] => TorusPooled(int.Parse(opset, System.Globalization.CultureInfo.InvariantCulture), global: false),
        ["torus", "global", ..] => TorusPooled(13, global: true),
        ["ring", "batch", ..] => RingWithNorm(),
        ["ring", "points", ..] => RingPointsFirst(),
        ["ring", "two", ..] => RingWithBranches(),
        ["ring", "residual"] => RingResidual(),
        ["sets", "transposed"] => SetsTransposed(),
        ["sets", var opset, var kind] => Sets(int.Parse(opset, System.Globalization.CultureInfo.InvariantCulture), kind),
        ["dense", var kind, ..] => Dense(kind),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static float[] Floats(int count, int seed) => [.. Networks.Vector(count, seed).Select(v => (float)(0.7 * v))];

    private static IReadOnlyList<FeatureSpace> Spaces(string group, string layers) => FeatureSpace.ParseList(FiniteGroup.Parse(group), layers);

    /// <summary>Two circular convolutions of width 3 and 5 on nine points.</summary>
    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) Ring(int opset, string activation, bool wrapNode = false)
    {
        var model = new OnnxBuilder(["n", 2, 9], opset);
        void Padded(int border)
        {
            if (wrapNode)
            {
                model.Node("Pad", [model.Current, model.Integers(border, border), "", model.Integers(-1)], ("mode", "wrap"));
            }
            else
            {
                model.Wrap(2, 9, border, border);
            }
        }

        Padded(1);
        model.Node("Conv", [model.Current, model.Tensor(Floats(4 * 2 * 3, 1), 4, 2, 3), model.Tensor(Floats(4, 2), 4)], ("kernel_shape", new[] { 3 }));
        Activate(model, activation);
        Padded(2);
        model.Node("Conv", [model.Current, model.Tensor(Floats(3 * 4 * 5, 3), 3, 4, 5)], ("kernel_shape", new[] { 5 }));
        return (model.Finish(["n", 3, 9]), Spaces("C9", "2*regular,4*regular,3*regular"), AxisOrder.ChannelPoint);
    }

    private static void Activate(OnnxBuilder model, string activation)
    {
        var x = model.Current;
        switch (activation)
        {
            case "silu":
                model.Node("Mul", [x, model.Node("Sigmoid", [x])]);
                break;
            case "clip":
                model.Node("Clip", [x, model.Number(0), model.Number(6)]);
                break;
            case "erf":
                var plusOne = model.Node("Add", [model.Node("Erf", [model.Node("Div", [x, model.Number(1.41421354f)])]), model.Number(1)]);
                model.Node("Mul", [model.Node("Mul", [x, plusOne]), model.Number(0.5f)]);
                break;
            case "erf half first":
                var half = model.Node("Mul", [model.Number(0.5f), x]);
                var shifted = model.Node("Add", [model.Number(1), model.Node("Erf", [model.Node("Mul", [x, model.Number(0.70710677f)])])]);
                model.Node("Mul", [half, shifted]);
                break;
            case "LeakyRelu":
                model.Node("LeakyRelu", [x], ("alpha", 0.2f));
                break;
            default:
                model.Node(activation, [x]);
                break;
        }
    }

    /// <summary>C4 x C6: a dilated convolution in two groups.</summary>
    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) TorusWithGroups()
    {
        var model = new OnnxBuilder(["n", 2, 4, 6]);
        model.Wrap(2, 4, 1, 1);
        model.Wrap(3, 6, 2, 2);
        model.Node("Conv", [model.Current, model.Tensor(Floats(4 * 1 * 9, 1), 4, 1, 3, 3), model.Tensor(Floats(4, 2), 4)], ("kernel_shape", new[] { 3, 3 }), ("dilations", new[] { 1, 2 }), ("group", 2));
        model.Node("Tanh", [model.Current]);
        model.Node("Conv", [model.Current, model.Tensor(Floats(3 * 4, 3), 3, 4, 1, 1), model.Tensor(Floats(3, 4), 3)], ("kernel_shape", new[] { 1, 1 }));
        return (model.Finish(["n", 3, 4, 6]), Spaces("C4xC6", "2*regular,4*regular,3*regular"), AxisOrder.ChannelPoint);
    }

    /// <summary>A convolution, the mean over the torus, and a dense layer.</summary>
    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) TorusPooled(int opset, bool global)
    {
        var model = new OnnxBuilder(["n", 1, 3, 5], opset);
        model.Wrap(2, 3, 1, 1);
        model.Wrap(3, 5, 1, 1);
        model.Node("Conv", [model.Current, model.Tensor(Floats(4 * 9, 1), 4, 1, 3, 3), model.Tensor(Floats(4, 2), 4)], ("kernel_shape", new[] { 3, 3 }));
        model.Node("Relu", [model.Current]);
        if (global)
        {
            model.Node("GlobalAveragePool", [model.Current]);
            model.Node("Flatten", [model.Current]);
        }
        else if (opset >= 18)
        {
            model.Node("ReduceMean", [model.Current, model.Integers(2, -1)], ("keepdims", 0));
        }
        else
        {
            model.Node("ReduceMean", [model.Current], ("axes", new[] { -2, 3 }), ("keepdims", 0));
        }

        model.Node("Gemm", [model.Current, model.Tensor(Floats(12, 3), 3, 4), model.Tensor(Floats(3, 4), 3)], ("transB", 1), ("alpha", 0.5f), ("beta", 2f));
        return (model.Finish(["n", 3]), Spaces("C3xC5", "1*regular,4*regular,3*trivial"), AxisOrder.ChannelPoint);
    }

    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) RingWithNorm()
    {
        var model = new OnnxBuilder(["n", 1, 8]);
        model.Wrap(2, 8, 3, 0);
        model.Node("Conv", [model.Current, model.Tensor(Floats(12, 1), 3, 1, 4)], ("kernel_shape", new[] { 4 }));
        float[] variance = [0.5f, 2f, 1.25f];
        model.Node("BatchNormalization", [model.Current, model.Tensor(Floats(3, 5), 3), model.Tensor(Floats(3, 6), 3), model.Tensor(Floats(3, 7), 3), model.Tensor(variance, 3)], ("epsilon", 0.001f));
        model.Node("Sigmoid", [model.Current]);
        model.Node("Conv", [model.Current, model.Tensor(Floats(6, 3), 2, 3, 1)], ("kernel_shape", new[] { 1 }));
        return (model.Finish(["n", 2, 8]), Spaces("C8", "1*regular,3*regular,2*regular"), AxisOrder.ChannelPoint);
    }

    /// <summary>Channels last outside, first inside: Transpose around a convolution.</summary>
    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) RingPointsFirst()
    {
        var model = new OnnxBuilder(["n", 7, 2]);
        model.Node("Transpose", [model.Current], ("perm", new[] { 0, 2, 1 }));
        model.Wrap(2, 7, 1, 1);
        model.Node("Conv", [model.Current, model.Tensor(Floats(18, 1), 3, 2, 3), model.Tensor(Floats(3, 2), 3)], ("kernel_shape", new[] { 3 }));
        model.Node("Softplus", [model.Current]);
        model.Node("Transpose", [model.Current], ("perm", new[] { 0, 2, 1 }));
        model.Node("MatMul", [model.Current, model.Tensor(Floats(12, 3), 3, 4)]);
        return (model.Finish(["n", 7, 4]), Spaces("C7", "2*regular,3*regular,4*regular"), AxisOrder.PointChannel);
    }

    /// <summary>Two convolutions of the same input side by side.</summary>
    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) RingWithBranches()
    {
        var model = new OnnxBuilder(["n", 1, 6]);
        var x = model.Current;
        model.Wrap(2, 6, 1, 1);
        var left = model.Node("Conv", [model.Current, model.Tensor(Floats(6, 1), 2, 1, 3)], ("kernel_shape", new[] { 3 }));
        var right = model.Node("Conv", [model.Node("Identity", [x]), model.Tensor(Floats(3, 2), 3, 1, 1), model.Tensor(Floats(3, 3), 3)], ("kernel_shape", new[] { 1 }));
        model.Node("Concat", [left, right], ("axis", 1));
        model.Node("Selu", [model.Current]);
        model.Node("ReduceSum", [model.Current, model.Integers(1)], ("keepdims", 1));
        return (model.Finish(["n", 1, 6]), Spaces("C6", "1*regular,5*regular,1*regular"), AxisOrder.ChannelPoint);
    }

    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) RingResidual()
    {
        var model = new OnnxBuilder(["n", 2, 6]);
        var x = model.Current;
        model.Wrap(2, 6, 1, 1);
        model.Node("Conv", [model.Current, model.Tensor(Floats(12, 1), 2, 2, 3), model.Tensor(Floats(2, 2), 2)], ("kernel_shape", new[] { 3 }));
        var hidden = model.Node("Relu", [model.Current]);
        model.Wrap(2, 6, 1, 1);
        var second = model.Node("Conv", [model.Current, model.Tensor(Floats(12, 3), 2, 2, 3)], ("kernel_shape", new[] { 3 }));
        model.Node("Add", [model.Node("Sub", [second, hidden]), x]);
        model.Node("Relu", [model.Current]);
        return (model.Finish(["n", 2, 6]), Spaces("C6", "2*regular,2*regular,2*regular"), AxisOrder.ChannelPoint);
    }

    /// <summary>S7 on points, channels last: own product plus the sum or mean of all.</summary>
    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) Sets(int opset, string kind)
    {
        var model = new OnnxBuilder(["n", 7, 3], opset);
        var x = model.Current;
        var sum = kind == "sum" ? "ReduceSum" : "ReduceMean";
        var shared = opset >= 18 || (opset >= 13 && kind == "sum") ? model.Node(sum, [x, model.Integers(1)], ("keepdims", 1)) : model.Node(sum, [x], ("axes", new[] { 1 }), ("keepdims", 1));
        var both = model.Node("Add", [model.Node("MatMul", [x, model.Tensor(Floats(15, 1), 3, 5)]), model.Node("MatMul", [shared, model.Tensor(Floats(15, 2), 3, 5)])]);
        model.Node("Relu", [model.Node("Add", [model.Tensor(Floats(5, 3), 5), both])]);
        model.Node("MatMul", [model.Current, model.Tensor(Floats(10, 4), 5, 2)]);
        return (model.Finish(["n", 7, 2]), Spaces("S7", "3*points,5*points,2*points"), AxisOrder.PointChannel);
    }

    /// <summary>Deep sets with channels first; the difference to the mean, as layer normalisation of sets is often written.</summary>
    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) SetsTransposed()
    {
        var model = new OnnxBuilder(["n", 2, 5]);
        var x = model.Current;
        var centred = model.Node("Sub", [x, model.Node("ReduceMean", [x], ("axes", new[] { 2 }), ("keepdims", 1))]);
        model.Node("Conv", [centred, model.Tensor(Floats(6, 1), 3, 2, 1), model.Tensor(Floats(3, 2), 3)], ("kernel_shape", new[] { 1 }));
        model.Node("Softsign", [model.Current]);
        model.Node("Squeeze", [model.Node("ReduceSum", [model.Current, model.Integers(2)], ("keepdims", 1)), model.Integers(2)]);
        model.Node("MatMul", [model.Current, model.Tensor(Floats(6, 3), 3, 2)]);
        return (model.Finish(["n", 2]), Spaces("S5", "2*points,3*points,2*trivial"), AxisOrder.ChannelPoint);
    }

    /// <summary>A random equivariant network of S3 on itself, every layer written out.</summary>
    private static (byte[] Model, IReadOnlyList<FeatureSpace> Spaces, AxisOrder Axes) Dense(string kind)
    {
        var spaces = Spaces("S3", "2*regular,3*regular,1*points");
        var network = RandomNetwork.Of(spaces, Activation.Relu, 3);
        var reshaped = kind == "reshaped";
        var model = new OnnxBuilder(reshaped ? ["n", 2, 6] : ["n", 12]);
        foreach (var layer in network.Layers)
        {
            var map = layer.Terms[0].Map;
            var (rows, columns) = (map.Target.Dimension, map.Source.Dimension);
            var byRows = new float[rows * columns];
            var byColumns = new float[rows * columns];
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var entry = (float)map.EntryAt(row / map.Target.Points, row % map.Target.Points, column / map.Source.Points, column % map.Source.Points);
                    (byRows[(row * columns) + column], byColumns[(column * rows) + row]) = (entry, entry);
                }
            }

            float[] bias = [.. Enumerable.Range(0, rows).Select(row => (float)layer.Bias[row / map.Target.Points])];
            if (reshaped)
            {
                model.Node("Reshape", [model.Current, model.Integers(0, -1)]);
            }

            if (kind == "matmul")
            {
                model.Node("Add", [model.Node("MatMul", [model.Current, model.Tensor(byColumns, columns, rows)]), model.Tensor(bias, rows)]);
            }
            else
            {
                model.Node("Gemm", [model.Current, model.Tensor(byRows, rows, columns), model.Tensor(bias, rows)], ("transB", 1));
            }

            if (reshaped)
            {
                model.Node("Reshape", [model.Current, model.Integers(-1, map.Target.Channels, map.Target.Points)]);
            }

            if (!layer.Activation.IsIdentity)
            {
                model.Node("Relu", [model.Node("Dropout", [model.Current])]);
            }
        }

        return (model.Finish(reshaped ? ["n", 1, 3] : ["n", 3]), spaces, AxisOrder.ChannelPoint);
    }
}
