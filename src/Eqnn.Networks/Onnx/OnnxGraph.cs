using Eqnn.Networks.Onnx.Operators;
using Eqnn.PiecewiseLinear.Activations;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>An ONNX graph as a chain of states: the input, the output of every activation, and the output; between them affine maps that are evaluated by definition.</summary>
internal sealed class OnnxGraph
{
    private const int Farthest = 64;

    private readonly OnnxConstants _constants;
    private readonly Dictionary<string, OnnxNode> _producers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);
    private readonly HashSet<string> _varying = new(StringComparer.Ordinal);
    private readonly PointwiseChains _chains;

    /// <summary>For each value that is read off a state its position (0 is the input), with the factor and summand by which it differs.</summary>
    private readonly Dictionary<string, (int State, double Scale, double Offset)> _stateOf = new(StringComparer.Ordinal);
    private readonly Dictionary<int, OnnxProgram> _programs = [];

    private OnnxGraph(OnnxModel model, OnnxGraphOptions options)
    {
        _constants = new(model.Beside);
        _chains = new(_constants);
        var graph = model.Message.Graph;
        _constants.Add(graph);
        var inputs = graph.Input.Where(input => !_constants.Contains(input.Name)).ToList();
        if (inputs.Count != 1)
        {
            throw new FormatException(FormattableString.Invariant($"the graph has {inputs.Count} inputs ({string.Join(", ", inputs.Select(input => input.Name))}); one is read"));
        }

        Input = inputs[0].Name;
        var dims = inputs[0].Type?.TensorType?.Shape?.Dim ?? throw new FormatException("the input has no shape");
        InputShape = [.. dims.Select(dim => dim.DimValue is > 0 and < int.MaxValue ? (int)dim.DimValue : -1)];
        InputNames = [.. dims.Select(dim => dim.DimParam)];
        var nodes = OnnxBranches.Resolved(OnnxInlining.Of(model.Message), _constants, model.Beside, Input, InputShape);
        if (options.RepairBorders)
        {
            nodes = OnnxPatterns.RepairBorders(nodes, _constants, model.Beside, Notes);
        }

        Output = OutputOf(model, nodes, options);
        nodes = Needed(nodes);
        Analyse(nodes);
        FindStates();
    }

    /// <summary>The name of the input.</summary>
    public string Input { get; }

    /// <summary>The name of the value that is read as the output.</summary>
    public string Output { get; }

    /// <summary>The lengths of the input's axes; −1 where the file leaves them open.</summary>
    public int[] InputShape { get; }

    /// <summary>The names that the file gives to open axes.</summary>
    public string[] InputNames { get; }

    /// <summary>The states after the input, in the order of the file.</summary>
    public List<OnnxState> States { get; } = [];

    /// <summary>What was read otherwise than it is written, one line for each place.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Understands a model.</summary>
    /// <exception cref="FormatException">It uses what is not read.</exception>
    public static OnnxGraph Of(OnnxModel model, OnnxGraphOptions options) => new(model, options);

    /// <summary>The earlier states on which a state (by position, 0 the first after the input) depends directly.</summary>
    public IReadOnlyList<int> SourcesOf(int position) =>
        [.. ProgramOf(position).Nodes.SelectMany(node => node.Inputs).Append(States[position].Before).Where(_stateOf.ContainsKey).Select(name => _stateOf[name].State).Distinct().Order()];

    /// <summary>The value before the activation of a state, from tensors (with a batch axis) of earlier states.</summary>
    /// <param name="position">The position of the state, 0 the first after the input.</param>
    /// <param name="states">The tensors of the states on which it depends.</param>
    /// <param name="observe">Is shown every node with its results, if given.</param>
    public Tensor Evaluate(int position, IReadOnlyDictionary<int, Tensor> states, Action<OnnxStep>? observe = null)
    {
        var program = ProgramOf(position);
        var given = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var name in program.Nodes.SelectMany(node => node.Inputs).Append(States[position].Before).Distinct())
        {
            if (_stateOf.TryGetValue(name, out var place) && states.TryGetValue(place.State, out var tensor))
            {
                given[name] = place is (_, 1, 0) ? tensor : new(tensor.Shape, Array.ConvertAll(tensor.Values, value => (place.Scale * value) + place.Offset));
            }
        }

        return program.Run(given, _constants, observe);
    }

    /// <summary>Whether a node's results depend on the input of the graph, and not on its shape alone.</summary>
    public bool Varies(OnnxNode node) => node.Outputs.Any(_varying.Contains);

    /// <summary>The node whose output a node takes, as a place where the model may end.</summary>
    public string? Before(OnnxNode node) => node.Inputs.Where(name => _varying.Contains(name) && _producers.ContainsKey(name)).Select(name => _producers[name].Name).FirstOrDefault();

    private static string OutputOf(OnnxModel model, List<OnnxNode> nodes, OnnxGraphOptions options)
    {
        if (options.Until is { } until)
        {
            return (nodes.Find(node => node.Name == until) ?? nodes.Find(node => node.Outputs.Contains(until))) is { } node
                ? node.Outputs.Contains(until) ? until : node.Outputs[0]
                : throw new FormatException($"the model has no node or value {until}");
        }

        var names = string.Join(", ", model.Outputs);
        return options.Output is { } chosen ? model.Outputs.Contains(chosen) ? chosen : throw new FormatException($"the model has no output {chosen}; it has {names}")
            : model.Outputs.Count == 1 ? model.Outputs[0]
            : throw new OnnxOutputsException(model.Outputs);
    }

    /// <summary>The nodes on which the output depends, in their order.</summary>
    private List<OnnxNode> Needed(List<OnnxNode> nodes)
    {
        foreach (var (name, node) in nodes.SelectMany(node => node.Outputs.Where(name => name.Length > 0).Select(name => (name, node))))
        {
            if (!_producers.TryAdd(name, node))
            {
                throw new FormatException($"two nodes compute {name}");
            }
        }

        if (!_producers.ContainsKey(Output) && Output != Input)
        {
            throw new FormatException($"no node computes the output {Output}");
        }

        var needed = new HashSet<OnnxNode>();
        var pending = new Stack<string>([Output]);
        while (pending.TryPop(out var name))
        {
            if (!_constants.Contains(name) && name != Input && _producers.TryGetValue(name, out var node) && needed.Add(node))
            {
                foreach (var input in node.Inputs)
                {
                    pending.Push(input);
                }
            }
        }

        return [.. nodes.Where(needed.Contains)];
    }

    /// <summary>Which values depend on the input and which are constant; nodes stand in the order of computation, as the format asks, so there are no cycles.</summary>
    private void Analyse(List<OnnxNode> nodes)
    {
        _varying.Add(Input);
        _chains.AddRoot(Input);
        var done = new HashSet<string>(StringComparer.Ordinal) { "", Input };
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (node.Inputs.FirstOrDefault(input => !done.Contains(input) && !_constants.Contains(input)) is { } missing)
            {
                throw new FormatException(_producers.ContainsKey(missing) ? $"node {node.Name} ({node.Type}) uses {missing} before it is computed" : $"nothing computes {missing}, which node {node.Name} ({node.Type}) uses");
            }

            bool[] varies = [.. node.Inputs.Select(_varying.Contains)];
            if (node.Outputs.Count == 0 || (OnnxActivations.IsOperator(node.Type) && node.Inputs.Count == 0))
            {
                throw new FormatException(FormattableString.Invariant($"node {node.Name} ({node.Type}) has {node.Inputs.Count} inputs and {node.Outputs.Count} outputs"));
            }

            // A shape depends on the shape of the input alone.
            if (node.Type is not ("Shape" or "Size") && varies.Contains(true))
            {
                _varying.UnionWith(node.Outputs.Where(name => name.Length > 0));
                _chains.Add(node, varies);
            }
            else
            {
                _constants.TryCompute(node);
            }

            foreach (var output in node.Outputs)
            {
                done.Add(output);
                _order.TryAdd(output, i);
            }
        }
    }

    /// <summary>Finds the states with the functions of the table; then with sums of functions of one value taken as one, as in max(t, 0) + min(exp(t) − 1, 0); then with piecewise linear functions that no table names.</summary>
    private void FindStates()
    {
        OnnxNodeException? first = null;
        foreach (var (whole, pieces) in new[] { (false, false), (true, false), (true, true) })
        {
            try
            {
                FindStates(whole, pieces);
                return;
            }
            catch (OnnxNodeException refusal)
            {
                first ??= refusal;
            }
        }

        throw first!;
    }

    /// <summary>Walks back from the output: wherever a value is a curved function of others, a state is found.</summary>
    /// <param name="whole">Whether sums of several functions of one value are looked up as one function first.</param>
    /// <param name="pieces">Whether any piecewise linear function is taken.</param>
    private void FindStates(bool whole, bool pieces)
    {
        var found = new Dictionary<(string, Activation), OnnxState>();
        var values = new Dictionary<string, (OnnxState State, double Scale, double Offset)>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([Output]);
        (int Order, OnnxNodeException Refusal)? first = null;
        while (pending.TryPop(out var name))
        {
            if (name.Length == 0 || name == Input || !seen.Add(name) || _constants.Contains(name) || !_producers.TryGetValue(name, out var node))
            {
                continue;
            }

            IEnumerable<string> next = node.Inputs;
            try
            {
                bool[] varies = [.. node.Inputs.Select(_varying.Contains)];
                var sum = whole && node.Type is ("Add" or "Sub" or "Sum" or "Mean") && varies.Count(v => v) > 1 ? Recognised(name, pieces) : null;
                if (sum is not null || (PointwiseChains.IsCurved(node, varies) && !IsFlat(node)))
                {
                    var (from, shape) = sum ?? ActivationAt(name, node, varies, pieces);
                    if (!found.TryGetValue((from, shape.Activation), out var state))
                    {
                        found[(from, shape.Activation)] = state = new(from, name, shape.Activation, node.Name);
                    }

                    values[name] = (state, shape.Scale, shape.Offset);
                    next = [from];
                }
                else
                {
                    CheckAffine(node, varies);
                }
            }
            catch (OnnxNodeException refusal)
            {
                // Of several nodes that are not read the first one is named: the model can be read up to there.
                first = first is { } earlier && earlier.Order < _order[name] ? earlier : (_order[name], refusal);
            }

            foreach (var input in next)
            {
                pending.Push(input);
            }
        }

        if (first is { } met)
        {
            throw met.Refusal;
        }

        States.AddRange(found.Values.OrderBy(state => _order[state.After]));
        _stateOf[Input] = (0, 1, 0);
        foreach (var (name, value) in values)
        {
            _stateOf[name] = (States.IndexOf(value.State) + 1, value.Scale, value.Offset);
        }

        if (!_stateOf.TryGetValue(Output, out var last) || last != (States.Count, 1, 0) || Output == Input)
        {
            States.Add(new(Output, Output, Activation.Identity, $"output {Output}"));
        }
    }

    /// <summary>Clip without bounds.</summary>
    private bool IsFlat(OnnxNode node) => node.Type == "Clip" && Bounds(node) is ( <= -1e30, >= 1e30);

    private (double Low, double High) Bounds(OnnxNode node) => OnnxPointwise.ClipBounds(node, position => NumberOrAbsent(node, position));

    private double? NumberOrAbsent(OnnxNode node, int position) => position >= node.Inputs.Count || node.Inputs[position].Length == 0 ? null : _constants.NumberOf(node.Inputs[position]) ?? double.NaN;

    private void CheckAffine(OnnxNode node, bool[] varies)
    {
        if (!varies.Contains(true))
        {
            return;
        }

        if (node.Type is "Shape" or "Size")
        {
            return;
        }

        if (node.Type != "Clip" && !OnnxOperators.IsAffine(node.Type))
        {
            throw OnnxRefusals.Operator(node, Before(node));
        }

        if (OnnxOperators.Objection(node, varies) is { } objection)
        {
            throw OnnxRefusals.NotAffine(node, objection, Before(node));
        }
    }

    /// <summary>The activation whose result a value is, with the value to which it is applied: the nearest above it for which the table has the function.</summary>
    private (string From, ActivationShape Shape) ActivationAt(string name, OnnxNode node, bool[] varies, bool pieces)
    {
        var first = _chains.Above(name);
        if (first is null)
        {
            throw OnnxOperators.Objection(node, varies) is { } objection ? OnnxRefusals.NotAffine(node, objection, Before(node))
                : OnnxPointwise.IsPointwise(node.Type) || node.Type is "Max" or "Min" or "Pow" ? OnnxRefusals.NotAffine(node, "has arguments that differ from entry to entry, or combines two values that depend on the input", Before(node))
                : OnnxRefusals.Operator(node, Before(node));
        }

        if (OnnxActivations.TryRead(node, position => NumberOrAbsent(node, position)) is { } direct && first == node.Inputs[0])
        {
            return (first, new(direct, 1, 0));
        }

        return Recognised(name, pieces) ?? throw (node.Type == "Cast" && OnnxOperators.Objection(node, varies) is { } rounding ? OnnxRefusals.NotAffine(node, rounding, Before(node)) : OnnxRefusals.Function(node, first, Before(node)));
    }

    /// <summary>The nearest value above from which the table, a polynomial or a piecewise linear function leads to a value.</summary>
    private (string From, ActivationShape Shape)? Recognised(string name, bool pieces)
    {
        var above = new List<(string From, IReadOnlyList<OnnxNode> Nodes, double[] Constants)>();
        var from = _chains.Above(name);
        for (var k = 0; from is not null && k < Farthest; k++, from = _chains.Above(from))
        {
            var nodes = Between([from], name);
            double[] constants = [.. nodes.SelectMany(inner => inner.Inputs.Where(_constants.Contains).Select(input => _constants.NumberOf(input))
                .Append(inner.Type == "Clip" ? Bounds(inner).Low : null).Append(inner.Type == "Clip" ? Bounds(inner).High : null)
                .Concat(inner.Message.Attribute.Where(attribute => attribute.Type == 1).Select(attribute => (double?)attribute.F))).OfType<double>().Where(double.IsFinite).Distinct()];
            if (ActivationShape.Of(points => ValuesOf(nodes, from, name, points), constants) is { } shape)
            {
                return (from, shape);
            }

            if (PolynomialShape.Of(nodes, from, name, _constants) is { } polynomial)
            {
                return (from, new(Activation.FromPolynomial(polynomial), 1, 0));
            }

            above.Add((from, nodes, constants));
        }

        // Last, for a part of a function of the table may be piecewise linear: min(t, 6) of ReLU6.
        foreach (var (start, nodes, constants) in pieces ? above : [])
        {
            if (PiecewiseLinearShape.Of(points => ValuesOf(nodes, start, name, points), constants) is { } function)
            {
                return (start, new(function, 1, 0));
            }
        }

        return null;
    }

    /// <summary>The function entry by entry from one value to another, on a list of numbers.</summary>
    private double[] ValuesOf(IReadOnlyList<OnnxNode> nodes, string from, string to, double[] points)
    {
        var given = new Dictionary<string, Tensor>(StringComparer.Ordinal) { [from] = new([points.Length], points) };
        foreach (var name in nodes.SelectMany(node => node.Inputs).Where(name => _constants.NumberOf(name) is not null))
        {
            given[name] = new([], [_constants.NumberOf(name)!.Value]);
        }

        return new OnnxProgram(nodes, to).Run(given, _constants).Values;
    }

    private OnnxProgram ProgramOf(int position)
    {
        if (!_programs.TryGetValue(position, out var program))
        {
            _programs[position] = program = new(Between(_stateOf.Keys, States[position].Before), States[position].Before);
        }

        return program;
    }

    /// <summary>The nodes on which a value depends, back to some others.</summary>
    private List<OnnxNode> Between(ICollection<string> sources, string target)
    {
        var nodes = new HashSet<OnnxNode>();
        var pending = new Stack<string>([target]);
        while (pending.TryPop(out var name))
        {
            if (!sources.Contains(name) && !_constants.Contains(name) && _producers.TryGetValue(name, out var node) && nodes.Add(node))
            {
                foreach (var input in node.Inputs.Where(input => input.Length > 0))
                {
                    pending.Push(input);
                }
            }
        }

        return [.. nodes.OrderBy(node => _order[node.Outputs[0]])];
    }
}
