using Eqnn.Networks;
using OnnxFormat;
using Google.Protobuf;

namespace Eqnn.Benchmarks.Networks;

/// <summary>The forms in which a user would give the workloads to ONNX Runtime.</summary>
internal static class OnnxModels
{
    /// <summary>Every layer as its expanded dense matrix.</summary>
    public static byte[] Dense(EquivariantNetwork network)
    {
        var model = new Builder(["n", network.Input.Dimension]);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var map = layer.Terms[0].Map;
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

            var bias = Enumerable.Range(0, map.Target.Dimension).Select(row => (float)layer.Bias[row / map.Target.Points]).ToArray();
            model.Node("Gemm", [model.Current, model.Tensor(weights, map.Target.Dimension, map.Source.Dimension), model.Tensor(bias, bias.Length)], ("transB", 1));
            model.Activate(layer);
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
        var model = new Builder(["n", network.Input.Channels, .. dimensions.Cast<object>()]);
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
            model.Activate(layer);
        }

        return model.Finish(["n", network.Output.Channels, .. dimensions.Cast<object>()]);
    }

    /// <summary>Deep sets with axes batch, point, channel: own product plus the mean, the mean by MatMul or by ReduceMean.</summary>
    public static byte[] DeepSets(EquivariantNetwork network, bool reduce)
    {
        var points = network.Input.Points;
        var model = new Builder(["n", points, network.Input.Channels]);
        foreach (var layer in network.Layers)
        {
            var map = layer.Terms[0].Map;
            var (rows, columns) = (map.Target.Channels, map.Source.Channels);
            var (own, mean) = (new float[rows * columns], new float[rows * columns]);
            for (var o = 0; o < rows; o++)
            {
                for (var c = 0; c < columns; c++)
                {
                    own[(c * rows) + o] = (float)(map[o, c, 0] - map[o, c, 1]);
                    mean[(c * rows) + o] = (float)(map[o, c, 1] * points);
                }
            }

            var state = model.Current;
            var average = reduce
                ? model.Node("ReduceMean", [state], ("axes", new[] { 1 }), ("keepdims", 1))
                : model.Node("MatMul", [model.Tensor([.. Enumerable.Repeat(1f / points, points)], 1, points), state]);
            var shared = model.Node("MatMul", [average, model.Tensor(mean, columns, rows)]);
            var shifted = model.Node("Add", [shared, model.Tensor([.. layer.Bias.Select(b => (float)b)], rows)]);
            var each = model.Node("MatMul", [state, model.Tensor(own, columns, rows)]);
            model.Node("Add", [each, shifted]);
            model.Activate(layer);
        }

        return model.Finish(["n", points, network.Output.Channels]);
    }

    private static float[] Filters(EquivariantMap map, int[] dimensions, int kernel, bool full)
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

    private sealed class Builder
    {
        private readonly GraphProto _graph = new() { Name = "workload" };
        private int _names;

        public Builder(object[] shape)
        {
            Current = "x";
            _graph.Input.Add(Value("x", shape));
        }

        public string Current { get; private set; }

        public string Tensor(float[] values, params int[] dims)
        {
            var name = $"t{_names++}";
            var tensor = new TensorProto { Name = name, DataType = 1, RawData = ByteString.CopyFrom(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan())) };
            tensor.Dims.AddRange(dims.Select(d => (long)d));
            _graph.Initializer.Add(tensor);
            return name;
        }

        public string Node(string type, string[] inputs, params (string Name, object Value)[] attributes)
        {
            var node = new NodeProto { OpType = type, Name = $"node{_names}" };
            node.Input.AddRange(inputs);
            node.Output.Add(Current = $"v{_names++}");
            foreach (var (name, value) in attributes)
            {
                var attribute = new AttributeProto { Name = name };
                if (value is int number)
                {
                    (attribute.Type, attribute.I) = (2, number);
                }
                else
                {
                    attribute.Type = 7;
                    attribute.Ints.AddRange(((int[])value).Select(v => (long)v));
                }

                node.Attribute.Add(attribute);
            }

            _graph.Node.Add(node);
            return Current;
        }

        public void Activate(NetworkLayer layer)
        {
            if (!layer.Activation.IsIdentity)
            {
                Node("Relu", [Current]);
            }
        }

        public void Wrap(int axis, int length, int before, int after)
        {
            var state = Current;
            List<string> parts = [];
            if (before > 0)
            {
                parts.Add(Node("Slice", [state, Integers(length - before), Integers(length), Integers(axis)]));
            }

            parts.Add(state);
            if (after > 0)
            {
                parts.Add(Node("Slice", [state, Integers(0), Integers(after), Integers(axis)]));
            }

            Node("Concat", [.. parts], ("axis", axis));
        }

        public byte[] Finish(object[] shape)
        {
            _graph.Output.Add(Value(Current, shape));
            var model = new ModelProto { IrVersion = 8, ProducerName = "eqnn", Graph = _graph };
            model.OpsetImport.Add(new OperatorSetIdProto { Version = 13 });
            return model.ToByteArray();
        }

        private static ValueInfoProto Value(string name, object[] shape)
        {
            var type = new TensorTypeProto { ElemType = 1, Shape = new TensorShapeProto() };
            type.Shape.Dim.AddRange(shape.Select(d => d is int n ? new DimensionProto { DimValue = n } : new DimensionProto { DimParam = (string)d }));
            return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = type } };
        }

        private string Integers(long value)
        {
            var name = $"t{_names++}";
            var tensor = new TensorProto { Name = name, DataType = 7 };
            tensor.Dims.Add(1);
            tensor.Int64Data.Add(value);
            _graph.Initializer.Add(tensor);
            return name;
        }
    }
}
