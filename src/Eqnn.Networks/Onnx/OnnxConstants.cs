using Eqnn.Networks.Onnx.Operators;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>The values of a graph that do not depend on its input, each read or computed when it is first asked for.</summary>
internal sealed class OnnxConstants(ExternalData beside)
{
    /// <summary>The largest number of entries of computed constants together.</summary>
    private const long MaxComputed = 1L << 26;

    private readonly Dictionary<string, TensorProto> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SparseTensorProto> _sparse = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tensor> _known = new(StringComparer.Ordinal);
    private long _computed;

    /// <summary>Takes the tensors stored in a graph.</summary>
    public void Add(GraphProto graph, string prefix = "")
    {
        foreach (var tensor in graph.Initializer)
        {
            _stored[prefix + tensor.Name] = tensor;
        }

        foreach (var tensor in graph.SparseInitializer)
        {
            _sparse[prefix + (tensor.Values?.Name ?? "")] = tensor;
        }
    }

    /// <summary>Whether a name is known to be constant.</summary>
    public bool Contains(string name) => _stored.ContainsKey(name) || _sparse.ContainsKey(name) || _known.ContainsKey(name);

    /// <summary>The value of a name, or <c>null</c> if it is not known to be constant.</summary>
    /// <exception cref="FormatException">Its data cannot be read.</exception>
    public Tensor? TryFind(string name) => _known.TryGetValue(name, out var tensor) ? tensor
        : _stored.TryGetValue(name, out var stored) ? _known[name] = OnnxTensors.Read(stored, $"initializer {name}", beside)
        : _sparse.TryGetValue(name, out var sparse) ? _known[name] = Counted(OnnxTensors.ReadSparse(sparse, $"initializer {name}", beside), $"initializer {name}")
        : null;

    /// <summary>The number that a constant holds everywhere, or <c>null</c>.</summary>
    public double? NumberOf(string name) => Contains(name) && TryFind(name) is { Values: [var first, ..] } tensor && Array.TrueForAll(tensor.Values, value => value == first) ? first : null;

    /// <summary>Computes a node all of whose inputs are constant.</summary>
    /// <returns>False if some input is not, or the operator is not computed.</returns>
    /// <exception cref="FormatException">The inputs do not fit, or the constants together become too large.</exception>
    public bool TryCompute(OnnxNode node)
    {
        if (!OnnxOperators.IsComputed(node.Type) || !node.Inputs.All(name => name.Length == 0 || Contains(name)))
        {
            return false;
        }

        var results = OnnxOperators.Evaluate(node, [.. node.Inputs.Select(name => name.Length == 0 ? null : TryFind(name))]);
        for (var i = 0; i < Math.Min(results.Count, node.Outputs.Count); i++)
        {
            _known[node.Outputs[i]] = Counted(results[i], $"node {node.Name} ({node.Type})");
        }

        return true;
    }

    /// <summary>Counts what is not stored entry by entry in the file: a small file may ask for much.</summary>
    private Tensor Counted(Tensor tensor, string what)
    {
        _computed += tensor.Values.Length;
        return _computed <= MaxComputed ? tensor : throw new FormatException(FormattableString.Invariant($"{what}: the constants computed up to here have {_computed} entries, more than {MaxComputed}"));
    }
}
