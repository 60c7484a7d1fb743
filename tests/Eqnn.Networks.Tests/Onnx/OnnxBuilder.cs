using System.Runtime.InteropServices;
using Google.Protobuf;
using OnnxFormat;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Writes small ONNX models, node after node; most nodes read <see cref="Current"/>, the value written last.</summary>
internal sealed class OnnxBuilder
{
    private readonly GraphProto _graph = new() { Name = "model" };
    private readonly int _opset;
    private readonly List<FunctionProto> _functions = [];
    private int _names;
    private string[] _several = [];

    /// <param name="shape">The shape of the input: numbers, or names of open axes.</param>
    /// <param name="opset">The version of the operators.</param>
    public OnnxBuilder(object[] shape, int opset = 13)
    {
        _opset = opset;
        _graph.Input.Add(Value("x", shape));
    }

    public string Current { get; private set; } = "x";

    public string Tensor(float[] values, params int[] dims)
    {
        var tensor = Added(1, dims);
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan()));
        return tensor.Name;
    }

    public string Integers(params long[] values)
    {
        var tensor = Added(7, [values.Length]);
        tensor.Int64Data.AddRange(values);
        return tensor.Name;
    }

    public string Number(float value)
    {
        var tensor = Added(1, []);
        tensor.FloatData.Add(value);
        return tensor.Name;
    }

    /// <summary>Truth values of a shape.</summary>
    public string Truths(int[] dims, params int[] values)
    {
        var tensor = Added(9, dims);
        tensor.Int32Data.AddRange(values);
        return tensor.Name;
    }

    /// <summary>A tensor of any element type, its data written by the caller.</summary>
    public string Stored(int type, int[] dims, Action<TensorProto> write)
    {
        var tensor = Added(type, dims);
        write(tensor);
        return tensor.Name;
    }

    /// <summary>A tensor stored by its entries other than 0: places as one number each, or axis by axis.</summary>
    public string Sparse(int[] dims, float[] values, long[] places, bool byAxis)
    {
        var name = FormattableString.Invariant($"s{_names++}");
        _graph.SparseInitializer.Add(SparseOf(name, dims, values, places, byAxis));
        return name;
    }

    /// <summary>Such a tensor by itself.</summary>
    public static SparseTensorProto SparseOf(string name, int[] dims, float[] values, long[] places, bool byAxis)
    {
        var sparse = new SparseTensorProto { Values = new TensorProto { Name = name, DataType = 1, Dims = { values.Length }, FloatData = { values } }, Indices = new TensorProto { DataType = 7, Dims = { values.Length }, Int64Data = { places } } };
        if (byAxis)
        {
            sparse.Indices.Dims.Add(dims.Length);
        }

        sparse.Dims.AddRange(dims.Select(d => (long)d));
        return sparse;
    }

    /// <summary>A stored tensor that stands among the inputs of the graph, too, as old exporters write all of them.</summary>
    public string AlsoInput(string tensor, params object[] shape)
    {
        _graph.Input.Add(Value(tensor, shape));
        return tensor;
    }

    /// <summary>A node and its output under a name.</summary>
    public string Named(string name, string type, string[] inputs, params (string Name, object Value)[] attributes)
    {
        Node(type, inputs, attributes);
        _graph.Node[^1].Name = name;
        return Current = _graph.Node[^1].Output[0] = name + ":0";
    }

    /// <summary>Functions of the model, which nodes of the domain <c>local</c> call.</summary>
    public void Add(FunctionProto function)
    {
        function.Domain = "local";
        function.OpsetImport.Add([new OperatorSetIdProto { Version = _opset }, new OperatorSetIdProto { Domain = "local", Version = 1 }]);
        _functions.Add(function);
    }

    /// <summary>A call of such a function.</summary>
    public string Call(string function, string[] inputs, params (string Name, object Value)[] attributes)
    {
        Node(function, inputs, attributes);
        _graph.Node[^1].Domain = "local";
        return Current;
    }

    /// <summary>A node of a function or a branch.</summary>
    public static NodeProto Inner(string type, string[] inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = type, Input = { inputs }, Output = { output } };
        node.Attribute.AddRange(attributes.Select(attribute => Attribute(attribute.Name, attribute.Value)));
        return node;
    }

    /// <summary>One whole number.</summary>
    public string Whole(long value) => Indices([], value);

    /// <summary>Whole numbers of a shape.</summary>
    public string Indices(int[] dims, params long[] values)
    {
        var tensor = Added(7, dims);
        tensor.Int64Data.AddRange(values);
        return tensor.Name;
    }

    public string Node(string type, string[] inputs, params (string Name, object Value)[] attributes) => Current = NodeOf(type, inputs, 1, attributes)[0];

    /// <summary>An output of the node with several outputs that was written last.</summary>
    public string Last(int output) => _several[output];

    public IReadOnlyList<string> NodeOf(string type, string[] inputs, int outputs, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = type, Name = FormattableString.Invariant($"node{_names}") };
        node.Input.AddRange(inputs);
        for (var i = 0; i < outputs; i++)
        {
            node.Output.Add(FormattableString.Invariant($"v{_names++}"));
        }

        _several = outputs > 1 ? [.. node.Output] : _several;
        node.Attribute.AddRange(attributes.Select(attribute => Attribute(attribute.Name, attribute.Value)));
        _graph.Node.Add(node);
        return [.. node.Output];
    }

    /// <summary>Circular padding of one axis by slices and Concat, as exporters before opset 19 write it.</summary>
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

    /// <summary>The model with an output whose shape is left open.</summary>
    public byte[] Finish()
    {
        _graph.Output.Add(new ValueInfoProto { Name = Current, Type = new TypeProto { TensorType = new TensorTypeProto { ElemType = 1 } } });
        return Bytes();
    }

    public byte[] Finish(object[] shape)
    {
        _graph.Output.Add(Value(Current, shape));
        return Bytes();
    }

    private byte[] Bytes()
    {
        var model = new ModelProto { IrVersion = _opset > 17 ? 9 : 8, ProducerName = "eqnn", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = _opset });
        if (_functions.Count > 0)
        {
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = "local", Version = 1 });
            model.Functions.AddRange(_functions);
        }

        return model.ToByteArray();
    }

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case int number:
                (attribute.Type, attribute.I) = (2, number);
                break;
            case float number:
                (attribute.Type, attribute.F) = (1, number);
                break;
            case string text:
                (attribute.Type, attribute.S) = (3, ByteString.CopyFromUtf8(text));
                break;
            case float[] numbers:
                attribute.Type = 6;
                attribute.Floats.AddRange(numbers);
                break;
            case GraphProto graph:
                (attribute.Type, attribute.G) = (5, graph);
                break;
            case TensorProto tensor:
                (attribute.Type, attribute.T) = (4, tensor);
                break;
            case SparseTensorProto tensor:
                (attribute.Type, attribute.SparseTensor) = (11, tensor);
                break;
            default:
                attribute.Type = 7;
                attribute.Ints.AddRange(((int[])value).Select(v => (long)v));
                break;
        }

        return attribute;
    }

    private static ValueInfoProto Value(string name, object[] shape)
    {
        var type = new TensorTypeProto { ElemType = 1, Shape = new TensorShapeProto() };
        type.Shape.Dim.AddRange(shape.Select(d => d is int n ? new DimensionProto { DimValue = n } : new DimensionProto { DimParam = (string)d }));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = type } };
    }

    private TensorProto Added(int type, int[] dims)
    {
        var tensor = new TensorProto { Name = FormattableString.Invariant($"t{_names++}"), DataType = type };
        tensor.Dims.AddRange(dims.Select(d => (long)d));
        _graph.Initializer.Add(tensor);
        return tensor;
    }
}
