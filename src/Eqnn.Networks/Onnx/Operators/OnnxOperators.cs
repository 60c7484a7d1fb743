using OnnxFormat;

namespace Eqnn.Networks.Onnx.Operators;

/// <summary>The linear (affine) operators, and those of shape arithmetic, evaluated in double precision by definition.</summary>
internal static class OnnxOperators
{
    private static readonly Dictionary<string, Func<OnnxNode, IReadOnlyList<Tensor?>, Tensor>> Affine = new(StringComparer.Ordinal)
    {
        ["Add"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a + b),
        ["AveragePool"] = (node, x) => OnnxResampling.AveragePool(node, Of(x, 0)),
        ["BatchNormalization"] = (node, x) => BatchNormalization(node, x),
        ["Cast"] = (node, x) => Cast(Of(x, 0), node.Integer("to", 1)),
        ["CastLike"] = (_, x) => Cast(Of(x, 0), Of(x, 1).IsWhole ? 7 : 1),
        ["Compress"] = (node, x) => OnnxIndexing.Compress(Of(x, 0), Of(x, 1), node.Has("axis") ? node.Integer("axis", 0) : null),
        ["Concat"] = (node, x) => OnnxShapes.Concat(x.Select((t, i) => Of(x, i)).ToList(), node.Integer("axis", 0)),
        ["Constant"] = (node, _) => node.Constant(),
        ["Conv"] = (node, x) => OnnxConvolution.Of(node, Of(x, 0), Of(x, 1), x.Count > 2 ? x[2] : null),
        ["ConvTranspose"] = (node, x) => OnnxConvolution.Transposed(node, Of(x, 0), Of(x, 1), x.Count > 2 ? x[2] : null),
        ["CumSum"] = (node, x) => OnnxReductions.CumulativeSum(node, Of(x, 0), Of(x, 1)),
        ["DepthToSpace"] = (node, x) => OnnxShapes.DepthToSpace(node, Of(x, 0)),
        ["DequantizeLinear"] = (node, x) => OnnxQuantization.Dequantized(node, Of(x, 0), Of(x, 1), x.Count > 2 ? x[2] : null),
        ["DFT"] = (node, x) => OnnxFourier.Of(node, Of(x, 0), x.Count > 1 ? x[1] : null, x.Count > 2 ? x[2] : null),
        ["Div"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), Of(x, 0).IsWhole && Of(x, 1).IsWhole ? (a, b) => Math.Truncate(a / b) : (a, b) => a / b),
        ["Dropout"] = (_, x) => Of(x, 0),
        ["Einsum"] = (node, x) => OnnxEinsum.Of(node.Text("equation", ""), [.. x.Select((_, i) => Of(x, i))]),
        ["Expand"] = (_, x) => OnnxShapes.Expand(Of(x, 0), Of(x, 1).Integers()),
        ["Flatten"] = (node, x) => OnnxShapes.Flatten(Of(x, 0), node.Integer("axis", 1)),
        ["Gather"] = (node, x) => OnnxIndexing.Gather(Of(x, 0), Of(x, 1), node.Integer("axis", 0)),
        ["GatherElements"] = (node, x) => OnnxIndexing.GatherElements(Of(x, 0), Of(x, 1), node.Integer("axis", 0)),
        ["GatherND"] = (node, x) => OnnxIndexing.GatherAt(Of(x, 0), Of(x, 1), node.Integer("batch_dims", 0)),
        ["Gemm"] = (node, x) => Gemm(node, Of(x, 0), Of(x, 1), x.Count > 2 ? x[2] : null),
        ["GlobalAveragePool"] = (_, x) => OnnxReductions.MeanOverSpace(Of(x, 0)),
        ["Identity"] = (_, x) => Of(x, 0),
        ["MatMul"] = (_, x) => MatMul(Of(x, 0), Of(x, 1)),
        ["Mean"] = (_, x) => Total(x) is var sum ? new(sum.Shape, [.. sum.Values.Select(v => v / x.Count)]) : sum,
        ["Mul"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a * b),
        ["Neg"] = (_, x) => new(Of(x, 0).Shape, [.. Of(x, 0).Values.Select(v => -v)]),
        ["Pad"] = (node, x) => OnnxShapes.Pad(node, x),
        ["ReduceMean"] = (node, x) => OnnxReductions.Reduce(node, x, mean: true),
        ["ReduceSum"] = (node, x) => OnnxReductions.Reduce(node, x, mean: false),
        ["Reshape"] = (node, x) => OnnxShapes.Reshape(Of(x, 0), Of(x, 1).Integers(), node.Integer("allowzero", 0) != 0),
        ["Resize"] = (node, x) => OnnxResampling.Resize(node, Of(x, 0), x.Count == 2 ? Of(x, 1).Values : x.Count > 2 && x[2] is { Values.Length: > 0 } scales ? scales.Values : null, x.Count > 3 ? x[3]?.Integers() : null),
        ["ReverseSequence"] = (node, x) => OnnxIndexing.Reversed(Of(x, 0), Of(x, 1).Integers(), node.Integer("batch_axis", 1), node.Integer("time_axis", 0)),
        ["Scatter"] = (node, x) => OnnxIndexing.ScatterElements(node, Of(x, 0), Of(x, 1), Of(x, 2)),
        ["ScatterElements"] = (node, x) => OnnxIndexing.ScatterElements(node, Of(x, 0), Of(x, 1), Of(x, 2)),
        ["ScatterND"] = (node, x) => OnnxIndexing.Scatter(node, Of(x, 0), Of(x, 1), Of(x, 2)),
        ["Shape"] = (node, x) => OnnxShapes.Shape(node, Of(x, 0)),
        ["Slice"] = (node, x) => OnnxIndexing.Slice(node, x),
        ["SpaceToDepth"] = (node, x) => OnnxShapes.SpaceToDepth(node, Of(x, 0)),
        ["Squeeze"] = (node, x) => OnnxShapes.Squeeze(Of(x, 0), node.IntegersOr("axes", x, 1)),
        ["Sub"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a - b),
        ["Sum"] = (_, x) => Total(x),
        ["Tile"] = (_, x) => OnnxShapes.Tile(Of(x, 0), Of(x, 1).Integers()),
        ["Transpose"] = (node, x) => Of(x, 0).Transposed(node.Integers("perm") is { Length: > 0 } order ? order : [.. Enumerable.Range(0, Of(x, 0).Rank).Reverse()]),
        ["Trilu"] = (node, x) => OnnxIndexing.Triangle(Of(x, 0), x.Count > 1 && x[1] is { } k ? k.Integers()[0] : 0, node.Integer("upper", 1) != 0),
        ["Unsqueeze"] = (node, x) => OnnxShapes.Unsqueeze(Of(x, 0), node.IntegersOr("axes", x, 1) ?? []),
        ["Upsample"] = (node, x) => OnnxResampling.Resize(node, Of(x, 0), x.Count > 1 ? Of(x, 1).Values : node.Numbers("scales"), null),
        ["Where"] = (_, x) => Choice(Of(x, 0), Of(x, 1), Of(x, 2)),
    };

    /// <summary>What is read of constants and of shapes alone.</summary>
    private static readonly Dictionary<string, Func<OnnxNode, IReadOnlyList<Tensor?>, Tensor>> OfConstants = new(StringComparer.Ordinal)
    {
        ["And"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a != 0 && b != 0 ? 1 : 0),
        ["ConstantOfShape"] = (node, x) => OnnxShapes.Filled(Of(x, 0).Integers(), node.TensorOf("value") is { Values: [var value] } ? value : 0),
        ["Equal"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a == b ? 1 : 0),
        ["EyeLike"] = (node, x) => OnnxIndexing.Identity(Of(x, 0), node.Integer("k", 0)),
        ["Greater"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a > b ? 1 : 0),
        ["GreaterOrEqual"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a >= b ? 1 : 0),
        ["Less"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a < b ? 1 : 0),
        ["LessOrEqual"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a <= b ? 1 : 0),
        ["Max"] = (_, x) => x.Select((t, i) => Of(x, i)).Aggregate((a, b) => Tensor.Broadcast(a, b, Math.Max)),
        ["Min"] = (_, x) => x.Select((t, i) => Of(x, i)).Aggregate((a, b) => Tensor.Broadcast(a, b, Math.Min)),
        ["Mod"] = (node, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), node.Integer("fmod", 0) != 0 ? (a, b) => a % b : (a, b) => a - (b * Math.Floor(a / b))),
        ["NonZero"] = (_, x) => OnnxIndexing.PlacesOfNonZero(Of(x, 0)),
        ["Not"] = (_, x) => new(Of(x, 0).Shape, [.. Of(x, 0).Values.Select(v => v == 0 ? 1.0 : 0.0)]),
        ["OneHot"] = (node, x) => OnnxIndexing.OneHot(Of(x, 0), Of(x, 1).Integers()[0], Of(x, 2), node.Integer("axis", -1)),
        ["Or"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => a != 0 || b != 0 ? 1 : 0),
        ["Pow"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), Math.Pow),
        ["Range"] = (_, x) => Range(Of(x, 0).Values[0], Of(x, 1).Values[0], Of(x, 2).Values[0]),
        ["ReduceMax"] = (node, x) => OnnxReductions.Extreme(node, x, Math.Max),
        ["ReduceMin"] = (node, x) => OnnxReductions.Extreme(node, x, Math.Min),
        ["ReduceProd"] = (node, x) => OnnxReductions.Extreme(node, x, (a, b) => a * b),
        ["Size"] = (_, x) => new([], [Of(x, 0).Values.Length]),
        ["Xor"] = (_, x) => Tensor.Broadcast(Of(x, 0), Of(x, 1), (a, b) => (a != 0) != (b != 0) ? 1 : 0),
    };

    /// <summary>The names of the affine operators, sorted.</summary>
    public static IReadOnlyList<string> Supported { get; } = [.. Affine.Keys.Append("Split").Order(StringComparer.Ordinal)];

    /// <summary>Whether an operator is affine in the first of its inputs (in which others see <see cref="Objection"/>).</summary>
    public static bool IsAffine(string type) => type == "Split" || Affine.ContainsKey(type);

    /// <summary>Whether an operator can be computed where no input depends on the input of the network.</summary>
    public static bool IsComputed(string type) => IsAffine(type) || OfConstants.ContainsKey(type) || OnnxPointwise.IsPointwise(type);

    /// <summary>Whether a node is affine in those of its inputs that depend on earlier states; if not, in which way not.</summary>
    /// <param name="node">The node.</param>
    /// <param name="varies">For each input whether it does.</param>
    public static string? Objection(OnnxNode node, bool[] varies) => node.Type switch
    {
        "Mul" or "MatMul" or "Gemm" or "Conv" or "ConvTranspose" when varies.Length > 1 && varies[0] && varies[1] => "multiplies two values that both depend on the input",
        "Einsum" when varies.Count(v => v) > 1 => "multiplies values that both depend on the input",
        "Div" when varies.Length > 1 && varies[1] => "divides by a value that depends on the input",
        "Cast" or "CastLike" when varies[0] && (node.Type == "CastLike" || !OnnxTensors.IsReal(node.Integer("to", 1))) => node.Type == "Cast" ? "rounds a value that depends on the input" : null,
        "Scatter" or "ScatterElements" or "ScatterND" when varies.Length > 1 && varies[1] => "has parameters that depend on the input",
        "Where" when varies[0] => "chooses between values by one that depends on the input",
        "BatchNormalization" or "Compress" or "CumSum" or "DequantizeLinear" or "DFT" or "Expand" or "Gather" or "GatherElements" or "GatherND" or "Pad" or "Reshape" or "Resize" or "ReverseSequence" or "Slice" or "Split" or "Squeeze" or "Tile" or "Trilu" or "Unsqueeze" or "Upsample" or "ReduceMean" or "ReduceSum"
            when varies.Skip(1).Contains(true) => "has parameters that depend on the input",
        _ => null,
    };

    /// <summary>Evaluates a node: one tensor for each of its outputs.</summary>
    /// <exception cref="FormatException">The operator is not supported or its inputs do not fit; the message names the node.</exception>
    public static IReadOnlyList<Tensor> Evaluate(OnnxNode node, IReadOnlyList<Tensor?> inputs)
    {
        try
        {
            var results = Results(node, inputs);
            var whole = GivesWhole(node, inputs, results);
            return results.All(result => result.IsWhole == whole) ? results : [.. results.Select(result => result with { IsWhole = whole })];
        }
        catch (Exception problem) when (problem is FormatException or ArithmeticException or IndexOutOfRangeException or ArgumentException)
        {
            throw new FormatException($"node {node.Name} ({node.Type}): {(problem is FormatException ? problem.Message : "its inputs " + Shapes(inputs) + " do not fit its attributes")}", problem);
        }
    }

    private static IReadOnlyList<Tensor> Results(OnnxNode node, IReadOnlyList<Tensor?> inputs)
    {
        if (node.Type == "Split")
        {
            return OnnxIndexing.Split(node, Of(inputs, 0), node.IntegersOr("split", inputs, 1));
        }

        if (Affine.TryGetValue(node.Type, out var evaluate) || OfConstants.TryGetValue(node.Type, out evaluate))
        {
            return [evaluate(node, inputs)];
        }

        return OnnxPointwise.IsPointwise(node.Type) ? [OnnxPointwise.OfConstants(node, inputs)] : throw new FormatException("the operator is not read");
    }

    /// <summary>Whether the results of a node are whole numbers in the file: most operators have results of the type of their inputs, and indices beside real values are whole.</summary>
    private static bool GivesWhole(OnnxNode node, IReadOnlyList<Tensor?> inputs, IReadOnlyList<Tensor> results) => node.Type switch
    {
        "Shape" or "Size" or "NonZero" or "And" or "Or" or "Xor" or "Not" or "Equal" or "Greater" or "GreaterOrEqual" or "Less" or "LessOrEqual" => true,
        "Constant" => results[0].IsWhole,
        "ConstantOfShape" => node.TensorOf("value")?.IsWhole == true,
        "Cast" => OnnxTensors.IsWhole(node.Integer("to", 1)),
        "CastLike" => Of(inputs, 1).IsWhole,
        "DequantizeLinear" => false,
        _ => inputs.Count > 0 && inputs.All(input => input is null or { IsWhole: true }),
    };

    private static string Shapes(IReadOnlyList<Tensor?> inputs) => string.Join(", ", inputs.Select(input => input is null ? "-" : Tensor.Text(input.Shape)));

    private static Tensor Total(IReadOnlyList<Tensor?> x) => x.Select((t, i) => Of(x, i)).Aggregate((a, b) => Tensor.Broadcast(a, b, (u, v) => u + v));

    /// <summary>To a real type nothing is changed: the network is read as one of real numbers. To a whole one the part after the point is left out.</summary>
    private static Tensor Cast(Tensor x, long type) => OnnxTensors.IsReal(type) ? x
        : new(x.Shape, [.. x.Values.Select(v => type == 9 ? (v != 0 ? 1 : 0) : Math.Truncate(v))]);

    private static Tensor Choice(Tensor condition, Tensor yes, Tensor no)
    {
        var mask = new Tensor(condition.Shape, [.. condition.Values.Select(v => v != 0 ? 1.0 : 0.0)]);
        return Tensor.Broadcast(Tensor.Broadcast(mask, yes, (m, v) => m != 0 ? v : 0), Tensor.Broadcast(mask, no, (m, v) => m != 0 ? 0 : v), (a, b) => a + b);
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

    /// <summary>A range of whole numbers, or with a step.</summary>
    private static Tensor Range(double start, double limit, double step)
    {
        var count = step == 0 ? -1 : Math.Max(0, Math.Ceiling((limit - start) / step));
        var length = Tensor.CountOf([count is >= 0 and < int.MaxValue ? (int)count : int.MaxValue]);
        return new([length], [.. Enumerable.Range(0, length).Select(i => start + (i * step))]);
    }

    private static Tensor Of(IReadOnlyList<Tensor?> inputs, int position) =>
        position < inputs.Count && inputs[position] is { } tensor ? tensor : throw new FormatException(FormattableString.Invariant($"input {position + 1} is missing"));
}
