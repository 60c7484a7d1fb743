using Eqnn.Networks.Onnx.Operators;

namespace Eqnn.Networks.Onnx;

/// <summary>For every value of a graph the nearest value of which it is a function entry by entry: the tree of such values.</summary>
/// <remarks>A value is one function of one number, applied everywhere, of every value above it in its tree; that is how activations are found that exporters write as several nodes.</remarks>
internal sealed class PointwiseChains(OnnxConstants constants)
{
    private readonly Dictionary<string, (string? Parent, int Depth)> _above = new(StringComparer.Ordinal);

    /// <summary>Takes the input of the graph.</summary>
    public void AddRoot(string name) => _above[name] = (null, 0);

    /// <summary>The nearest value of which a value is a function entry by entry, or <c>null</c>.</summary>
    public string? Above(string name) => _above.TryGetValue(name, out var place) ? place.Parent : null;

    /// <summary>Takes a node whose inputs have all been taken.</summary>
    /// <param name="node">The node.</param>
    /// <param name="varies">For each input whether it depends on the input of the graph.</param>
    public void Add(OnnxNode node, bool[] varies)
    {
        var parent = WorksByEntry(node, varies) ? Common([.. node.Inputs.Where((_, i) => varies[i])]) : null;
        foreach (var output in node.Outputs.Where(name => name.Length > 0))
        {
            _above[output] = (parent, parent is null ? 0 : _above[parent].Depth + 1);
        }
    }

    /// <summary>Whether a node is not affine by itself, or not in the inputs that vary.</summary>
    public static bool IsCurved(OnnxNode node, bool[] varies) => varies.Contains(true) && (OnnxPointwise.IsPointwise(node.Type) || node.Type switch
    {
        "Mul" => varies.Count(v => v) > 1,
        "Div" => varies.Length > 1 && varies[1],
        "Where" => varies[0],
        "Cast" => !OnnxTensors.IsReal(node.Integer("to", 1)),
        _ => OnnxPointwise.CombinesEntries(node.Type),
    });

    private bool WorksByEntry(OnnxNode node, bool[] varies) =>
        node.Outputs.Count(name => name.Length > 0) == 1
        && (OnnxPointwise.IsPointwise(node.Type) || OnnxPointwise.CombinesEntries(node.Type) || OnnxPointwise.IsAffineByEntry(node.Type))
        && node.Inputs.Select((name, i) => varies[i] || name.Length == 0 || constants.NumberOf(name) is not null).All(fits => fits);

    /// <summary>The nearest value above all of some values, or one of them.</summary>
    private string? Common(string[] names)
    {
        var common = names[0];
        foreach (var name in names.Skip(1))
        {
            var other = name;
            while (common is not null && other is not null && common != other)
            {
                if (_above[common].Depth >= _above[other].Depth)
                {
                    common = _above[common].Parent;
                }
                else
                {
                    other = _above[other].Parent;
                }
            }

            if (common is null || other is null)
            {
                return null;
            }
        }

        return common;
    }
}
