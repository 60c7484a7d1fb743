using Eqnn.PiecewiseLinear.Activations;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>The linear (affine) operators that are read, evaluated in double precision by definition.</summary>
internal static class OnnxOperators
{
    /// <summary>The operators that are activations: each begins a new state.</summary>
    /// <remarks>Those of the table of activations that take one input; Identity is linear, Clip and PRelu are read by their other inputs first.</remarks>
    public static readonly IReadOnlyList<string> Activations = [.. ActivationFamily.All.Where(family => family.Onnx is not null).Select(family => family.Onnx!.Operator).Distinct().Except(["Clip", "Identity", "PRelu", "Erf"]).Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, Func<OnnxNode, IReadOnlyList<Tensor?>, Tensor>> Table = new(StringComparer.Ordinal)
    {
        ["Add"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a + b),
        ["BatchNormalization"] = (node, x) => BatchNormalization(node, x),
        ["Cast"] = (_, x) => Of(x, 0),
        ["Concat"] = (node, x) => OnnxShapes.Concat(x.Select((t, i) => Of(x, i)).ToList(), node.Integer("axis", 0)),
        ["Constant"] = (node, _) => node.Constant(),
        ["Conv"] = (node, x) => OnnxConvolution.Of(node, Of(x, 0), Of(x, 1), x.Count > 2 ? x[2] : null),
        ["Div"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a / b),
        ["Dropout"] = (_, x) => Of(x, 0),
        ["Expand"] = (_, x) => OnnxShapes.Expand(Of(x, 0), Of(x, 1).Integers()),
        ["Flatten"] = (node, x) => OnnxShapes.Flatten(Of(x, 0), node.Integer("axis", 1)),
        ["Gather"] = (node, x) => OnnxShapes.Gather(Of(x, 0), Of(x, 1), node.Integer("axis", 0)),
        ["Gemm"] = (node, x) => Gemm(node, Of(x, 0), Of(x, 1), x.Count > 2 ? x[2] : null),
        ["GlobalAveragePool"] = (_, x) => OnnxShapes.MeanOverSpace(Of(x, 0)),
        ["Identity"] = (_, x) => Of(x, 0),
        [OnnxPatterns.LastEntries] = (node, x) => OnnxShapes.Slice(node, x),
        ["MatMul"] = (_, x) => MatMul(Of(x, 0), Of(x, 1)),
        ["Mul"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a * b),
        ["Neg"] = (_, x) => new(Of(x, 0).Shape, [.. Of(x, 0).Values.Select(v => -v)]),
        ["Pad"] = (node, x) => OnnxShapes.Pad(node, x),
        ["ReduceMean"] = (node, x) => OnnxShapes.Reduce(node, x, mean: true),
        ["ReduceSum"] = (node, x) => OnnxShapes.Reduce(node, x, mean: false),
        ["Reshape"] = (_, x) => OnnxShapes.Reshape(Of(x, 0), Of(x, 1).Integers()),
        ["Shape"] = (_, x) => new([Of(x, 0).Rank], [.. Of(x, 0).Shape.Select(n => (double)n)]),
        ["Slice"] = (node, x) => OnnxShapes.Slice(node, x),
        ["Squeeze"] = (node, x) => OnnxShapes.Squeeze(Of(x, 0), node.IntegersOr("axes", x, 1)),
        ["Sub"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a - b),
        ["Sum"] = (_, x) => x.Select((t, i) => Of(x, i)).Aggregate((a, b) => Tensor.Broadcast(a, b, (u, v) => u + v)),
        ["Transpose"] = (node, x) => Of(x, 0).Transposed(node.Integers("perm") is { Length: > 0 } order ? order : [.. Enumerable.Range(0, Of(x, 0).Rank).Reverse()]),
        ["Unsqueeze"] = (node, x) => OnnxShapes.Unsqueeze(Of(x, 0), node.IntegersOr("axes", x, 1) ?? []),
    };

    /// <summary>The names of everything that is read, sorted.</summary>
    public static IReadOnlyList<string> Supported { get; } = [.. Table.Keys.Where(key => key != OnnxPatterns.LastEntries).Concat(Activations).Append("Clip (as ReLU or ReLU6)").Append("Erf (inside GELU)").Order(StringComparer.Ordinal)];

    public static bool IsLinear(string type) => Table.ContainsKey(type);

    /// <summary>Whether a node is affine in those of its inputs that depend on earlier states; if not, in which way not.</summary>
    /// <param name="node">The node.</param>
    /// <param name="varies">For each input whether it does.</param>
    public static string? Objection(OnnxNode node, bool[] varies) => node.Type switch
    {
        "Mul" or "MatMul" or "Gemm" or "Conv" when varies.Length > 1 && varies[0] && varies[1] => "multiplies two values that both depend on the input",
        "Div" when varies.Length > 1 && varies[1] => "divides by a value that depends on the input",
        "Cast" when varies[0] && node.Integer("to", 1) is not (1 or 10 or 11 or 16) => "rounds a value that depends on the input",
        "BatchNormalization" or "Expand" or "Gather" or "Pad" or "Reshape" or "Slice" or "Squeeze" or "Unsqueeze" or "ReduceMean" or "ReduceSum" when varies.Skip(1).Contains(true) => "has parameters that depend on the input",
        _ => null,
    };

    /// <summary>Evaluates a node.</summary>
    /// <exception cref="FormatException">The operator is not supported or its inputs do not fit; the message names the node.</exception>
    public static Tensor Evaluate(OnnxNode node, IReadOnlyList<Tensor?> inputs)
    {
        if (!Table.TryGetValue(node.Type, out var evaluate))
        {
            throw new FormatException($"operator {node.Type} of node {node.Name} is not supported; supported are {string.Join(", ", Supported)}");
        }

        try
        {
            return evaluate(node, inputs);
        }
        catch (Exception problem) when (problem is FormatException or ArithmeticException or IndexOutOfRangeException or ArgumentException)
        {
            throw new FormatException($"node {node.Name} ({node.Type}): {problem.Message}", problem);
        }
    }

    public static Tensor MatMul(Tensor a, Tensor b)
    {
        if (a.Rank < 1 || b.Rank < 1)
        {
            throw new FormatException("MatMul of a scalar");
        }

        var left = a.Rank == 1 ? a.Reshaped([1, a.Shape[0]]) : a;
        var right = b.Rank == 1 ? b.Reshaped([b.Shape[0], 1]) : b;
        var (rows, inner, columns) = (left.Shape[^2], left.Shape[^1], right.Shape[^1]);
        if (right.Shape[^2] != inner)
        {
            throw new FormatException($"shapes {Tensor.Text(a.Shape)} and {Tensor.Text(b.Shape)} do not multiply");
        }

        var rank = Math.Max(left.Rank, right.Rank);
        (left, right) = (left.Aligned(rank), right.Aligned(rank));
        int[] outer = [.. Enumerable.Range(0, rank - 2).Select(axis => Math.Max(left.Shape[axis], right.Shape[axis]))];
        (left, right) = (left.Expanded([.. outer, rows, inner]), right.Expanded([.. outer, inner, columns]));
        var result = Tensor.Zero([.. outer, rows, columns]);
        for (var batch = 0; batch < Tensor.CountOf(outer); batch++)
        {
            for (var r = 0; r < rows; r++)
            {
                for (var k = 0; k < inner; k++)
                {
                    // Probes are mostly zeros.
                    var factor = left.Values[(((batch * rows) + r) * inner) + k];
                    if (factor != 0)
                    {
                        var from = right.Values.AsSpan(((batch * inner) + k) * columns, columns);
                        var to = result.Values.AsSpan(((batch * rows) + r) * columns, columns);
                        for (var c = 0; c < columns; c++)
                        {
                            to[c] += factor * from[c];
                        }
                    }
                }
            }
        }

        int[] shape = [.. outer, .. a.Rank == 1 ? Array.Empty<int>() : [rows], .. b.Rank == 1 ? Array.Empty<int>() : [columns]];
        return result.Reshaped(shape);
    }

    private static Tensor Gemm(OnnxNode node, Tensor a, Tensor b, Tensor? c)
    {
        var left = node.Integer("transA", 0) != 0 ? a.Transposed([1, 0]) : a;
        var right = node.Integer("transB", 0) != 0 ? b.Transposed([1, 0]) : b;
        var (alpha, beta) = (node.Number("alpha", 1), node.Number("beta", 1));
        var product = MatMul(left, right);
        var scaled = alpha == 1 ? product : new Tensor(product.Shape, [.. product.Values.Select(v => alpha * v)]);
        return c is null ? scaled : Tensor.Broadcast(scaled, c, (u, v) => u + (beta * v));
    }

    /// <summary>As after training: channel by channel (axis 1) the stored mean and variance.</summary>
    private static Tensor BatchNormalization(OnnxNode node, IReadOnlyList<Tensor?> inputs)
    {
        var x = Of(inputs, 0);
        if (node.Integer("training_mode", 0) != 0 || x.Rank < 2)
        {
            throw new FormatException("batches are normalised in training only; export the model in evaluation mode");
        }

        Tensor Channels(int position) => Of(inputs, position).Reshaped([-1, .. Enumerable.Repeat(1, x.Rank - 2)]);
        var epsilon = node.Number("epsilon", 1e-5);
        var scale = Tensor.Broadcast(Channels(1), Channels(4), (s, variance) => s / Math.Sqrt(variance + epsilon));
        return Tensor.Broadcast(Tensor.Broadcast(Tensor.Broadcast(x, Channels(3), (v, mean) => v - mean), scale, (v, s) => v * s), Channels(2), (v, shift) => v + shift);
    }

    private static Tensor Of(IReadOnlyList<Tensor?> inputs, int position) =>
        position < inputs.Count && inputs[position] is { } tensor ? tensor : throw new FormatException(FormattableString.Invariant($"input {position + 1} is missing"));
}
