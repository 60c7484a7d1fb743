using Eqnn.Networks;
using Eqnn.Networks.Tests.Onnx;

namespace Eqnn.Benchmarks.Networks;

/// <summary>The forms in which a user would give the workloads to ONNX Runtime.</summary>
internal static class OnnxModels
{
    /// <summary>Every layer as its expanded dense matrix.</summary>
    public static byte[] Dense(EquivariantNetwork network)
    {
        var model = new OnnxBuilder(["n", network.Input.Dimension]);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var map = layer.Terms[0].Map;
            var weights = Matrix(map);
            var bias = Enumerable.Range(0, map.Target.Dimension).Select(row => (float)layer.Bias[row / map.Target.Points]).ToArray();
            model.Node("Gemm", [model.Current, model.Tensor(weights, map.Target.Dimension, map.Source.Dimension), model.Tensor(bias, bias.Length)], ("transB", 1));
            Activate(model, layer);
        }

        return model.Finish(["n", network.Output.Dimension]);
    }

    /// <summary>Circular convolutions: wrap with slices and Concat (for each layer, or once for all), then Conv.</summary>
    /// <param name="network">A network on a cyclic grid.</param>
    /// <param name="dimensions">The grid.</param>
    /// <param name="kernel">Taps per axis; all of the axis for full support.</param>
    /// <param name="once">Whether the input is wrapped once for all layers.</param>
    public static byte[] Convolution(EquivariantNetwork network, int[] dimensions, int kernel, bool once)
    {
        var model = new OnnxBuilder(["n", network.Input.Channels, .. dimensions.Cast<object>()]);
        var full = kernel == dimensions[0];
        var (before, after) = full ? (kernel - 1, 0) : (kernel / 2, kernel / 2);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            if (!once || i == 0)
            {
                var times = once ? network.Layers.Count : 1;
                for (var axis = 0; axis < dimensions.Length; axis++)
                {
                    model.Wrap(axis + 2, dimensions[axis], before * times, after * times);
                }
            }

            var layer = network.Layers[i];
            var map = layer.Terms[0].Map;
            var weights = Filters(map, dimensions, kernel, full);
            int[] shape = [map.Target.Channels, map.Source.Channels, .. dimensions.Select(_ => kernel)];
            model.Node("Conv", [model.Current, model.Tensor(weights, shape), model.Tensor([.. layer.Bias.Select(b => (float)b)], layer.Bias.Count)], ("kernel_shape", shape[2..]));
            Activate(model, layer);
        }

        return model.Finish(["n", network.Output.Channels, .. dimensions.Cast<object>()]);
    }

    /// <summary>Deep sets with axes batch, point, channel: own product plus the mean, the mean by MatMul or by ReduceMean.</summary>
    public static byte[] DeepSets(EquivariantNetwork network, bool reduce)
    {
        var points = network.Input.Points;
        var model = new OnnxBuilder(["n", points, network.Input.Channels]);
        foreach (var layer in network.Layers)
        {
            var map = layer.Terms[0].Map;
            var (rows, columns) = (map.Target.Channels, map.Source.Channels);
            var (own, mean) = OwnAndMean(map);
            var state = model.Current;
            var average = reduce
                ? model.Node("ReduceMean", [state], ("axes", new[] { 1 }), ("keepdims", 1))
                : model.Node("MatMul", [model.Tensor([.. Enumerable.Repeat(1f / points, points)], 1, points), state]);
            var shared = model.Node("MatMul", [average, model.Tensor(mean, columns, rows)]);
            var shifted = model.Node("Add", [shared, model.Tensor([.. layer.Bias.Select(b => (float)b)], rows)]);
            var each = model.Node("MatMul", [state, model.Tensor(own, columns, rows)]);
            model.Node("Add", [each, shifted]);
            Activate(model, layer);
        }

        return model.Finish(["n", points, network.Output.Channels]);
    }

    /// <summary>The matrix of a map, by rows.</summary>
    public static float[] Matrix(EquivariantMap map)
    {
        var weights = new float[(long)map.Target.Dimension * map.Source.Dimension];
        var at = 0;
        for (var o = 0; o < map.Target.Channels; o++)
        {
            for (var y = 0; y < map.Target.Points; y++)
            {
                for (var c = 0; c < map.Source.Channels; c++)
                {
                    for (var x = 0; x < map.Source.Points; x++)
                    {
                        weights[at++] = (float)map.EntryAt(o, y, c, x);
                    }
                }
            }
        }

        return weights;
    }

    /// <summary>The weights of a map between functions on points: of the own entry and of the mean, source channel by target channel.</summary>
    public static (float[] Own, float[] Mean) OwnAndMean(EquivariantMap map)
    {
        var (rows, columns) = (map.Target.Channels, map.Source.Channels);
        var (own, mean) = (new float[rows * columns], new float[rows * columns]);
        for (var o = 0; o < rows; o++)
        {
            for (var c = 0; c < columns; c++)
            {
                own[(c * rows) + o] = (float)(map[o, c, 0] - map[o, c, 1]);
                mean[(c * rows) + o] = (float)(map[o, c, 1] * map.Source.Points);
            }
        }

        return (own, mean);
    }

    /// <summary>The filters of a circular convolution as frameworks want them, by target channel, source channel and tap.</summary>
    public static float[] Filters(EquivariantMap map, int[] dimensions, int kernel, bool full)
    {
        var taps = dimensions.Aggregate(1, (product, _) => product * kernel);
        var weights = new float[map.Target.Channels * map.Source.Channels * taps];
        for (var tap = 0; tap < taps; tap++)
        {
            // Conv computes y(b) = Σ w(t) x(b + t - before): w(t) is the filter at before - t.
            var (rest, point, scale) = (tap, 0, 1);
            for (var axis = dimensions.Length - 1; axis >= 0; axis--)
            {
                var n = dimensions[axis];
                var offset = (full ? kernel - 1 : kernel / 2) - (rest % kernel);
                point += ((offset % n) + n) % n * scale;
                scale *= n;
                rest /= kernel;
            }

            for (var o = 0; o < map.Target.Channels; o++)
            {
                for (var c = 0; c < map.Source.Channels; c++)
                {
                    weights[(((o * map.Source.Channels) + c) * taps) + tap] = (float)map.EntryAt(o, point, c, 0);
                }
            }
        }

        return weights;
    }

    private static void Activate(OnnxBuilder model, NetworkLayer layer)
    {
        if (!layer.Activation.IsIdentity)
        {
            model.Node("Relu", [model.Current]);
        }
    }
}
