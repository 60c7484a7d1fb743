using System.Text;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>A node of an ONNX graph with its attributes by name.</summary>
internal sealed class OnnxNode
{
    private readonly Dictionary<string, AttributeProto> _attributes;

    public OnnxNode(NodeProto message, int position)
    {
        Type = message.Domain is "" or "ai.onnx" ? message.OpType : $"{message.Domain}.{message.OpType}";
        Name = message.Name.Length > 0 ? message.Name : FormattableString.Invariant($"number {position + 1}");
        Inputs = [.. message.Input];
        Outputs = [.. message.Output];
        _attributes = message.Attribute.GroupBy(attribute => attribute.Name).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public string Type { get; }

    public string Name { get; }

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<string> Outputs { get; }

    public long Integer(string name, long absent) => _attributes.TryGetValue(name, out var attribute) ? attribute.I : absent;

    public double Number(string name, double absent) => _attributes.TryGetValue(name, out var attribute) ? Finite(attribute.F, "attribute " + name) : absent;

    /// <summary>A number that may be left out.</summary>
    public double? TryNumber(string name) => _attributes.TryGetValue(name, out var attribute) ? Finite(attribute.F, "attribute " + name) : null;

    /// <summary>A text that may be left out.</summary>
    public string? TryText(string name) => _attributes.TryGetValue(name, out var attribute) ? attribute.S.ToString(Encoding.UTF8) : null;

    public string Text(string name, string absent) => _attributes.TryGetValue(name, out var attribute) ? attribute.S.ToString(Encoding.UTF8) : absent;

    public int[] Integers(string name) => _attributes.TryGetValue(name, out var attribute) ? [.. attribute.Ints.Select(Clamped)] : [];

    /// <summary>An argument that older versions give as an attribute and newer ones as an input; <c>null</c> if it is absent.</summary>
    public int[]? IntegersOr(string name, IReadOnlyList<Tensor?> inputs, int position) =>
        _attributes.ContainsKey(name) ? Integers(name) : position < inputs.Count ? inputs[position]?.Integers() : null;

    public Tensor Constant()
    {
        if (_attributes.TryGetValue("value", out var value))
        {
            return OnnxTensors.Read(value.T, "constant of node " + Name);
        }

        if (_attributes.TryGetValue("value_float", out var number))
        {
            return new([], [Finite(number.F, "constant")]);
        }

        if (_attributes.TryGetValue("value_int", out var integer))
        {
            return new([], [integer.I]);
        }

        if (_attributes.TryGetValue("value_ints", out var integers))
        {
            return new([integers.Ints.Count], [.. integers.Ints.Select(i => (double)i)]);
        }

        return _attributes.TryGetValue("value_floats", out var numbers)
            ? new([numbers.Floats.Count], [.. numbers.Floats.Select(f => Finite(f, "constant"))])
            : throw new FormatException("a constant that is no tensor of numbers");
    }

    private double Finite(float value, string what) => float.IsFinite(value) ? value : throw new FormatException(FormattableString.Invariant($"{what} of node {Name}: a value is {value}"));

    private static int Clamped(long value) => (int)Math.Clamp(value, int.MinValue + 1L, int.MaxValue);
}
