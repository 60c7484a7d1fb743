using Eqnn.Networks.Onnx.Operators;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>Puts the nodes of a model's own functions in the place of their calls.</summary>
internal static class OnnxInlining
{
    private const int MaxDepth = 64;
    private const int MaxNodes = 1_000_000;

    /// <summary>The nodes of the graph without calls.</summary>
    /// <exception cref="FormatException">Functions call each other without end, or there are more nodes than are read.</exception>
    public static List<NodeProto> Of(ModelProto model)
    {
        var functions = new Dictionary<string, FunctionProto>(StringComparer.Ordinal);
        foreach (var function in model.Functions)
        {
            functions[Key(function.Domain, function.Name, function.Overload)] = function;
        }

        var nodes = new List<NodeProto>();
        foreach (var node in model.Graph.Node)
        {
            Add(node, functions, nodes, 0);
        }

        return nodes;
    }

    /// <summary>The nodes of a graph inside an attribute, with every value that it computes under a name of its own.</summary>
    public static IEnumerable<NodeProto> Renamed(GraphProto graph, string prefix, IReadOnlyDictionary<string, string> names)
    {
        var own = new Dictionary<string, string>(names, StringComparer.Ordinal);
        foreach (var name in graph.Initializer.Select(tensor => tensor.Name).Concat(graph.SparseInitializer.Select(tensor => tensor.Values?.Name ?? "")).Concat(graph.Node.SelectMany(node => node.Output)).Where(name => name.Length > 0))
        {
            own.TryAdd(name, prefix + name);
        }

        return graph.Node.Select(node => Renamed(node, own, node.Name.Length > 0 ? prefix + node.Name : ""));
    }

    private static void Add(NodeProto node, Dictionary<string, FunctionProto> functions, List<NodeProto> nodes, int depth)
    {
        if (!functions.TryGetValue(Key(node.Domain, node.OpType, node.Overload), out var function))
        {
            nodes.Add(node);
            return;
        }

        if (depth >= MaxDepth || nodes.Count > MaxNodes)
        {
            throw new FormatException(FormattableString.Invariant($"node {node.Name} ({node.OpType}): functions are called {MaxDepth} deep or make more than {MaxNodes} nodes"));
        }

        var call = node.Name.Length > 0 ? node.Name : FormattableString.Invariant($"call {nodes.Count + 1}");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < function.Input.Count; i++)
        {
            names[function.Input[i]] = i < node.Input.Count ? node.Input[i] : "";
        }

        for (var i = 0; i < function.Output.Count; i++)
        {
            names[function.Output[i]] = i < node.Output.Count && node.Output[i].Length > 0 ? node.Output[i] : $"{call}/{function.Output[i]}";
        }

        foreach (var inner in function.Node)
        {
            foreach (var name in inner.Output.Where(name => name.Length > 0))
            {
                names.TryAdd(name, $"{call}/{name}");
            }

            var copy = Renamed(inner, names, inner.Name.Length > 0 ? $"{call}/{inner.Name}" : $"{call}/{inner.OpType}");
            Bind(copy, node, function);
            Add(copy, functions, nodes, depth + 1);
        }

        // An output that is an input, unchanged.
        for (var i = 0; i < function.Output.Count && i < node.Output.Count; i++)
        {
            if (function.Input.IndexOf(function.Output[i]) is >= 0 and var passed && passed < node.Input.Count)
            {
                var identity = new NodeProto { OpType = "Identity", Name = $"{call}/{function.Output[i]}" };
                identity.Input.Add(node.Input[passed]);
                identity.Output.Add(node.Output[i]);
                nodes.Add(identity);
            }
        }
    }

    /// <summary>Attributes that refer to those of the function get the values of the call, or the defaults.</summary>
    private static void Bind(NodeProto copy, NodeProto call, FunctionProto function)
    {
        for (var i = copy.Attribute.Count - 1; i >= 0; i--)
        {
            var attribute = copy.Attribute[i];
            if (attribute.RefAttrName.Length == 0)
            {
                continue;
            }

            var value = call.Attribute.Concat(function.AttributeProto).FirstOrDefault(given => given.Name == attribute.RefAttrName)?.Clone();
            if (value is null)
            {
                copy.Attribute.RemoveAt(i);
            }
            else
            {
                value.Name = attribute.Name;
                copy.Attribute[i] = value;
            }
        }
    }

    private static NodeProto Renamed(NodeProto node, Dictionary<string, string> names, string name)
    {
        var copy = node.Clone();
        copy.Name = name;
        for (var i = 0; i < copy.Input.Count; i++)
        {
            copy.Input[i] = names.GetValueOrDefault(copy.Input[i], copy.Input[i]);
        }

        for (var i = 0; i < copy.Output.Count; i++)
        {
            copy.Output[i] = names.GetValueOrDefault(copy.Output[i], copy.Output[i]);
        }

        // Graphs inside use names from outside.
        foreach (var graph in copy.Attribute.Select(attribute => attribute.G).Where(graph => graph is not null))
        {
            var inside = graph.Node.Select(inner => Renamed(inner, names, inner.Name)).ToList();
            graph.Node.Clear();
            graph.Node.AddRange(inside);
            foreach (var output in graph.Output)
            {
                output.Name = names.GetValueOrDefault(output.Name, output.Name);
            }
        }

        return copy;
    }

    private static string Key(string domain, string name, string overload) => $"{(domain == "ai.onnx" ? "" : domain)}\n{name}\n{overload}";
}
