using System.Text;
using OnnxFormat;

namespace Eqnn.Networks.Onnx.Operators;

/// <summary>A node of an ONNX graph with its attributes by name.</summary>
internal sealed class OnnxNode
{
    private readonly Dictionary<string, AttributeProto> _attributes;
    private readonly ExternalData _beside;

    /// <param name="message">The node of the file.</param>
    /// <param name="position">Its number, from 0, for nodes without a name.</param>
    /// <param name="beside">Where data are that the file leaves out.</param>
    public OnnxNode(NodeProto message, int position, ExternalData beside)
    {
        Message = message;
        _beside = beside;
        Type = TypeOf(message);
        Name = message.Name.Length > 0 ? message.Name : FormattableString.Invariant($"number {position + 1}");
        Inputs = [.. message.Input];
        Outputs = [.. message.Output];
        _attributes = message.Attribute.GroupBy(attribute => attribute.Name).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>The node of the file.</summary>
    public NodeProto Message { get; }

    /// <summary>The operator; with its domain where that is not the standard one.</summary>
    public string Type { get; }

    public string Name { get; }

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The operator of a node.</summary>
    public static string TypeOf(NodeProto message) => message.Domain is "" or "ai.onnx" ? message.OpType : $"{message.Domain}.{message.OpType}";

    public bool Has(string name) => _attributes.ContainsKey(name);

    public long Integer(string name, long absent) => _attributes.TryGetValue(name, out var attribute) ? attribute.I : absent;

    public double Number(string name, double absent) => _attributes.TryGetValue(name, out var attribute) ? Finite(attribute.F, "attribute " + name) : absent;

    /// <summary>A number that may be left out.</summary>
    public double? TryNumber(string name) => _attributes.TryGetValue(name, out var attribute) ? Finite(attribute.F, "attribute " + name) : null;

    /// <summary>A text that may be left out.</summary>
    public string? TryText(string name) => _attributes.TryGetValue(name, out var attribute) ? attribute.S.ToString(Encoding.UTF8) : null;

    public string Text(string name, string absent) => _attributes.TryGetValue(name, out var attribute) ? attribute.S.ToString(Encoding.UTF8) : absent;

    public int[] Integers(string name) => _attributes.TryGetValue(name, out var attribute) ? [.. attribute.Ints.Select(Clamped)] : [];

    public double[] Numbers(string name) => _attributes.TryGetValue(name, out var attribute) ? [.. attribute.Floats.Select(f => Finite(f, "attribute " + name))] : [];

    /// <summary>A tensor among the attributes, or <c>null</c>.</summary>
    public Tensor? TensorOf(string name) => _attributes.TryGetValue(name, out var attribute) ? OnnxTensors.Read(attribute.T, $"attribute {name} of node {Name}", _beside) : null;

    /// <summary>A graph among the attributes (the branches of If), or <c>null</c>.</summary>
    public GraphProto? GraphOf(string name) => _attributes.TryGetValue(name, out var attribute) ? attribute.G : null;

    /// <summary>An argument that older versions give as an attribute and newer ones as an input; <c>null</c> if it is absent.</summary>
    public int[]? IntegersOr(string name, IReadOnlyList<Tensor?> inputs, int position) =>
        _attributes.ContainsKey(name) ? Integers(name) : position < inputs.Count ? inputs[position]?.Integers() : null;

    public Tensor Constant()
    {
        if (_attributes.ContainsKey("value"))
        {
            return TensorOf("value")!;
        }

        if (_attributes.TryGetValue("value_float", out var number))
        {
            return new([], [Finite(number.F, "constant")]);
        }

        if (_attributes.TryGetValue("value_int", out var integer))
        {
            return new([], [integer.I]) { IsWhole = true };
        }

        if (_attributes.TryGetValue("value_ints", out var integers))
        {
            return new([integers.Ints.Count], [.. integers.Ints.Select(i => (double)i)]) { IsWhole = true };
        }

        if (_attributes.TryGetValue("sparse_value", out var sparse))
        {
            return OnnxTensors.ReadSparse(sparse.SparseTensor, $"attribute sparse_value of node {Name}", _beside);
        }

        return _attributes.TryGetValue("value_floats", out var numbers)
            ? new([numbers.Floats.Count], [.. numbers.Floats.Select(f => Finite(f, "constant"))])
            : throw new FormatException("a constant that is no tensor of numbers");
    }

    private double Finite(float value, string what) => float.IsFinite(value) ? value : throw new FormatException(FormattableString.Invariant($"{what} of node {Name}: a value is {value}"));

    private static int Clamped(long value) => (int)Math.Clamp(value, int.MinValue + 1L, int.MaxValue);
}
