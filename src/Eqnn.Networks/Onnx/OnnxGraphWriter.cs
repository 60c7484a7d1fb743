using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>Writes nodes and tensors of an ONNX graph, each value under a number.</summary>
internal sealed class OnnxGraphWriter(int opset)
{
    /// <summary>The name of the input.</summary>
    public const string Input = "input";

    private const string OutputName = "output";

    private readonly GraphProto _graph = new() { Name = "network" };
    private int _names;

    /// <summary>The version of the operators.</summary>
    public int Opset => opset;

    /// <summary>A tensor of float32.</summary>
    public string Tensor(IEnumerable<double> values, params int[] shape)
    {
        float[] floats = [.. values.Select(value => (float)value)];
        var tensor = Named(1, shape);
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(floats.AsSpan()));
        return tensor.Name;
    }

    /// <summary>One number.</summary>
    public string Number(double value) => Tensor([value]);

    /// <summary>A list of whole numbers.</summary>
    public string Integers(params int[] values)
    {
        var tensor = Named(7, [values.Length]);
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(Array.ConvertAll(values, value => (long)value).AsSpan()));
        return tensor.Name;
    }

    /// <summary>A node with one output.</summary>
    public string Node(string type, params string[] inputs) => NodeWith(type, [], inputs);

    /// <summary>A node with attributes: whole numbers, lists of them, real numbers, texts.</summary>
    public string NodeWith(string type, (string Name, object Value)[] attributes, params string[] inputs)
    {
        var node = new NodeProto { OpType = type, Name = Next("node") };
        node.Input.AddRange(inputs);
        node.Output.Add(Next("v"));
        foreach (var (name, value) in attributes)
        {
            var attribute = new AttributeProto { Name = name };
            switch (value)
            {
                case int number:
                    (attribute.Type, attribute.I) = (2, number);
                    break;
                case double number:
                    (attribute.Type, attribute.F) = (1, (float)number);
                    break;
                case string text:
                    (attribute.Type, attribute.S) = (3, ByteString.CopyFromUtf8(text));
                    break;
                default:
                    attribute.Type = 7;
                    attribute.Ints.AddRange(((int[])value).Select(v => (long)v));
                    break;
            }

            node.Attribute.Add(attribute);
        }

        _graph.Node.Add(node);
        return node.Output[0];
    }

    public string Reshape(string value, params int[] shape) => Node("Reshape", value, Integers(shape));

    public string Transpose(string value, params int[] order) => NodeWith("Transpose", [("perm", order)], value);

    /// <summary>The sum over the last axis, which is kept.</summary>
    public string SumOverPoints(string value) => NodeWith("ReduceSum", [("keepdims", 1)], value, Integers(2));

    /// <summary>Gives the output its name.</summary>
    public void Output(string value)
    {
        var node = new NodeProto { OpType = "Identity", Name = Next("node") };
        node.Input.Add(value);
        node.Output.Add(OutputName);
        _graph.Node.Add(node);
    }

    /// <summary>The model.</summary>
    public ModelProto Finish(SampleAxes input, SampleAxes output)
    {
        _graph.Input.Add(Value(Input, input));
        _graph.Output.Add(Value(OutputName, output));
        var model = new ModelProto { IrVersion = opset > 20 ? 10 : opset > 17 ? 9 : 8, ProducerName = "eqnn", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = opset });
        return model;
    }

    private static ValueInfoProto Value(string name, SampleAxes axes)
    {
        var type = new TensorTypeProto { ElemType = 1, Shape = new TensorShapeProto() };
        var open = axes.Join == BatchJoin.WithPrevious ? axes.BatchAxis - 1 : axes.BatchAxis;
        var shape = axes.ShapeOf(1);
        for (var axis = 0; axis < shape.Count; axis++)
        {
            type.Shape.Dim.Add(axis == open ? new DimensionProto { DimParam = axes.Join == BatchJoin.None ? "batch" : "rows" } : new DimensionProto { DimValue = shape[axis] });
        }

        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = type } };
    }

    private TensorProto Named(int type, int[] shape)
    {
        var tensor = new TensorProto { Name = Next("t"), DataType = type };
        tensor.Dims.AddRange(shape.Select(n => (long)n));
        _graph.Initializer.Add(tensor);
        return tensor;
    }

    private string Next(string prefix) => prefix + (++_names).ToString(CultureInfo.InvariantCulture);
}
