using System.Runtime.CompilerServices;
using Eqnn.PiecewiseLinear.Activations;
using Google.Protobuf;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>An ONNX graph as a chain of states: the input, the output of every activation, and the output; between them affine maps that are evaluated by definition.</summary>
internal sealed class OnnxGraph
{
    private readonly Dictionary<string, Tensor> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnnxNode> _producers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stateOf = new(StringComparer.Ordinal);

    private OnnxGraph(GraphProto graph, string producer)
    {
        for (var i = 0; i < graph.Initializer.Count; i++)
        {
            _constants[graph.Initializer[i].Name] = OnnxTensors.Read(graph.Initializer[i], $"initializer {graph.Initializer[i].Name}");
        }

        IReadOnlyList<OnnxNode> written = [.. graph.Node.Select((node, i) => new OnnxNode(node, i))];
        List<OnnxNode> nodes = [.. OnnxPatterns.Fold(producer == "pytorch" ? OnnxPatterns.RepairBorders(written, _constants, Notes) : written, _constants)];
        foreach (var output in nodes.SelectMany(node => node.Outputs.Where(name => name.Length > 0).Select(name => (name, node))))
        {
            if (!_producers.TryAdd(output.name, output.node))
            {
                throw new FormatException($"two nodes compute {output.name}");
            }
        }

        var inputs = graph.Input.Where(input => !_constants.ContainsKey(input.Name)).ToList();
        if (inputs.Count != 1 || graph.Output.Count != 1)
        {
            throw new FormatException(FormattableString.Invariant($"the graph has {inputs.Count} inputs and {graph.Output.Count} outputs; one of each is read"));
        }

        var dims = inputs[0].Type?.TensorType?.Shape?.Dim ?? throw new FormatException("the input has no shape");
        InputShape = [.. dims.Skip(1).Select(dim => dim.DimValue is > 0 and < int.MaxValue ? (int)dim.DimValue : -1)];
        _stateOf[inputs[0].Name] = 0;
        CheckOperators(nodes);
        CheckAffine(nodes);
        foreach (var node in nodes.Where(IsState))
        {
            _stateOf[node.Outputs[0]] = States.Count + 1;
            States.Add(new(node.Inputs[0], ActivationOf(node), node.Name));
        }

        var last = graph.Output[0].Name;
        if (!_stateOf.TryGetValue(last, out var final) || final != States.Count)
        {
            if (!_producers.ContainsKey(last))
            {
                throw new FormatException($"no node computes the output {last}");
            }

            States.Add(new(last, Activation.Identity, $"output {last}"));
        }
    }

    /// <summary>The lengths of the input's axes after the batch; −1 where the file leaves them open.</summary>
    public int[] InputShape { get; }

    /// <summary>The states after the input, in the order of the file.</summary>
    public List<OnnxState> States { get; } = [];

    /// <summary>What was read otherwise than it is written, one line for each place.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no ONNX model, or uses what is not read.</exception>
    public static OnnxGraph Read(byte[] bytes)
    {
        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException problem)
        {
            throw new FormatException("this is no ONNX model, or it is cut off: " + problem.Message, problem);
        }

        return model.Graph is { Node.Count: > 0 } graph ? new(graph, model.ProducerName) : throw new FormatException("this is no ONNX model: it holds no graph with nodes");
    }

    /// <summary>The earlier states on which a state depends directly.</summary>
    public IReadOnlyList<int> SourcesOf(OnnxState state)
    {
        var found = new SortedSet<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([state.Before]);
        while (pending.TryPop(out var name))
        {
            if (name.Length == 0 || !seen.Add(name) || _constants.ContainsKey(name))
            {
                continue;
            }

            if (_stateOf.TryGetValue(name, out var position))
            {
                found.Add(position);
            }
            else
            {
                foreach (var input in ProducerOf(name).Inputs)
                {
                    pending.Push(input);
                }
            }
        }

        return [.. found];
    }

    /// <summary>The value before the activation of a state, from tensors (with a batch axis) of earlier states.</summary>
    public Tensor Evaluate(OnnxState state, IReadOnlyDictionary<int, Tensor> states)
    {
        var values = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        return ValueOf(state.Before, states, values, 0);
    }

    private Tensor ValueOf(string name, IReadOnlyDictionary<int, Tensor> states, Dictionary<string, Tensor> values, int depth)
    {
        if (_constants.TryGetValue(name, out var constant))
        {
            return constant;
        }

        if (_stateOf.TryGetValue(name, out var state))
        {
            return states[state];
        }

        if (values.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FormatException(FormattableString.Invariant($"the graph has more than {depth} nodes in a row without an activation"));
        }

        var node = ProducerOf(name);
        var inputs = node.Inputs.Select(input => input.Length == 0 ? null : ValueOf(input, states, values, depth + 1)).ToList();
        var result = OnnxOperators.Evaluate(node, inputs);
        if (inputs.Count == 0 && node.Type == "Constant")
        {
            _constants[name] = result;
        }

        return values[name] = result;
    }

    private OnnxNode ProducerOf(string name) => _producers.TryGetValue(name, out var node) ? node : throw new FormatException($"nothing computes {name}");

    private static bool IsState(OnnxNode node) => OnnxOperators.Activations.Contains(node.Type) || OnnxPatterns.Folded.Contains(node.Type);

    private static void CheckOperators(List<OnnxNode> nodes)
    {
        var unknown = nodes.Where(node => !IsState(node) && !OnnxOperators.IsLinear(node.Type)).ToList();
        if (unknown.Count > 0)
        {
            throw new FormatException($"operator {unknown[0].Type} of node {unknown[0].Name} is not supported"
                + (unknown.Count > 1 ? FormattableString.Invariant($" (and {unknown.Count - 1} more nodes)") : "")
                + $"; supported are {string.Join(", ", OnnxOperators.Supported)}");
        }
    }

    /// <summary>Probing reads a map off only if it is affine: between activations no two values that depend on the input may meet in a product. Nodes stand in the order of computation, as the format asks, so there are no cycles.</summary>
    private void CheckAffine(List<OnnxNode> nodes)
    {
        var varying = new HashSet<string>(_stateOf.Keys, StringComparer.Ordinal);
        var done = new HashSet<string>(_constants.Keys.Concat(varying), StringComparer.Ordinal) { "" };
        foreach (var node in nodes)
        {
            if (node.Inputs.FirstOrDefault(input => !done.Contains(input)) is { } missing)
            {
                throw new FormatException(_producers.ContainsKey(missing) ? $"node {node.Name} ({node.Type}) uses {missing} before it is computed" : $"nothing computes {missing}, which node {node.Name} ({node.Type}) uses");
            }

            bool[] varies = [.. node.Inputs.Select(varying.Contains)];
            if (IsState(node) ? node.Inputs.Count != 1 || node.Outputs.Count != 1 : node.Outputs.Count == 0)
            {
                throw new FormatException(FormattableString.Invariant($"node {node.Name} ({node.Type}) has {node.Inputs.Count} inputs and {node.Outputs.Count} outputs"));
            }

            if (OnnxOperators.Objection(node, varies) is { } objection)
            {
                throw new FormatException($"node {node.Name} ({node.Type}) {objection}; only affine maps and activations are read");
            }

            // A shape depends on the shape of the input alone.
            if (IsState(node) || (node.Type != "Shape" && varies.Contains(true)))
            {
                varying.UnionWith(node.Outputs.Where(name => name.Length > 0));
            }

            done.UnionWith(node.Outputs);
        }
    }

    /// <summary>The activation of the table that a node is; what <see cref="OnnxPatterns"/> puts together carries its name there.</summary>
    private static Activation ActivationOf(OnnxNode node) => Activation.TryFromOnnx(node.Type, node.TryNumber, node.TryText)
        ?? (OnnxPatterns.Folded.Contains(node.Type) ? Activation.Parse(node.Type) : throw new FormatException($"node {node.Name} ({node.Type}): no activation is this operator with these arguments"));
}
