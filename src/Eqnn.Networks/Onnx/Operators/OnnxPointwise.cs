namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Operators that apply one function to every entry: activations, as the table of activations spells them, and the arithmetic from which exporters put them together.</summary>
internal static class OnnxPointwise
{
    private static readonly Dictionary<string, Func<double, double>> Arithmetic = new(StringComparer.Ordinal)
    {
        ["Acos"] = Math.Acos,
        ["Acosh"] = Math.Acosh,
        ["Asin"] = Math.Asin,
        ["Asinh"] = Math.Asinh,
        ["Atanh"] = Math.Atanh,
        ["Ceil"] = Math.Ceiling,
        ["Cosh"] = Math.Cosh,
        ["Floor"] = Math.Floor,
        ["Log"] = Math.Log,
        ["Reciprocal"] = t => 1 / t,
        ["Round"] = t => Math.Round(t, MidpointRounding.ToEven),
        ["Sign"] = t => Math.Sign(t),
        ["Sinh"] = Math.Sinh,
        ["Sqrt"] = Math.Sqrt,
        ["Tan"] = Math.Tan,
    };

    private static readonly HashSet<string> OfTwo = ["And", "Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual", "Max", "Min", "Mod", "Not", "Or", "Pow"];

    /// <summary>Whether an operator applies one function to every entry and is not affine.</summary>
    public static bool IsPointwise(string type) => type is "Clip" or "PRelu" || Arithmetic.ContainsKey(type) || OnnxActivations.IsOperator(type);

    /// <summary>Whether an operator combines the entries at one place, and may do so in a way that is not affine.</summary>
    public static bool CombinesEntries(string type) => OfTwo.Contains(type) || type is "Mul" or "Div" or "Where";

    /// <summary>Whether an operator is affine and works entry by entry, if its other arguments are single numbers.</summary>
    public static bool IsAffineByEntry(string type) => type is "Add" or "Sub" or "Mul" or "Div" or "Neg" or "Sum" or "Mean" or "Identity" or "Dropout" or "Cast" or "CastLike" or "Where";

    /// <summary>The values of a node on tensors.</summary>
    /// <exception cref="FormatException">The arguments are no numbers, or the operator has a form that is not read.</exception>
    public static Tensor OfConstants(OnnxNode node, IReadOnlyList<Tensor?> inputs)
    {
        var x = inputs.Count > 0 && inputs[0] is { } first ? first : throw new FormatException("input 1 is missing");
        if (Arithmetic.TryGetValue(node.Type, out var f))
        {
            return Map(x, f);
        }

        if (node.Type == "PRelu")
        {
            return Tensor.Broadcast(x, inputs.Count > 1 && inputs[1] is { } slope ? slope : throw new FormatException("input 2 is missing"), (t, a) => t >= 0 ? t : a * t);
        }

        if (node.Type == "Clip")
        {
            var (low, high) = ClipBounds(node, position => position < inputs.Count ? inputs[position] is { Values: [var value] } ? value : inputs[position] is null ? null : double.NaN : null);
            return Map(x, t => Math.Min(Math.Max(t, low), high));
        }

        var function = OnnxActivations.TryRead(node, _ => null) ?? throw new FormatException("its arguments are not read");
        return Map(x, function.ApproximateAt);
    }

    /// <summary>The bounds of Clip: attributes up to opset 10, then inputs that may be left out.</summary>
    public static (double Low, double High) ClipBounds(OnnxNode node, Func<int, double?> input)
    {
        var (low, high) = (node.Has("min") ? node.Number("min", 0) : input(1) ?? double.NegativeInfinity, node.Has("max") ? node.Number("max", 0) : input(2) ?? double.PositiveInfinity);
        return double.IsNaN(low) || double.IsNaN(high) ? throw new FormatException("its bounds are no single numbers") : (low, high);
    }

    private static Tensor Map(Tensor x, Func<double, double> f) => new(x.Shape, Array.ConvertAll(x.Values, v => f(v)));
}
