using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Onnx;

/// <summary>Writes an activation: the operator of the table where the version has it, else with sums, products and older operators.</summary>
internal static class OnnxActivationWriter
{
    /// <summary>The version of the operators from which on an operator is there; from the first that is written, if it is not listed.</summary>
    private static readonly Dictionary<string, int> Since = new(StringComparer.Ordinal) { ["Gelu"] = 20, ["HardSwish"] = 14, ["Mish"] = 18, ["Swish"] = 24 };

    /// <summary>What has no operator, or none in older versions, by the formula of its family.</summary>
    private static readonly Dictionary<string, Func<OnnxGraphWriter, double[], string, string>> Formulas = new(StringComparer.Ordinal)
    {
        ["gauss"] = (w, _, x) => w.Node("Exp", w.Node("Neg", w.Node("Mul", x, x))),
        ["gelu"] = (w, _, x) => Half(w, x, w.Node("Erf", w.Node("Mul", x, w.Number(Math.Sqrt(0.5))))),
        ["gelu-tanh"] = (w, _, x) => Half(w, x, w.Node("Tanh", w.Node("Mul", w.Node("Add", x, w.Node("Mul", w.Node("Mul", w.Node("Mul", x, x), x), w.Number(0.044715))), w.Number(Math.Sqrt(2 / Math.PI))))),
        ["hardswish"] = (w, _, x) => w.Node("Mul", x, w.NodeWith("HardSigmoid", [("alpha", 1.0 / 6), ("beta", 0.5)], x)),
        ["logsigmoid"] = (w, _, x) => w.Node("Neg", w.Node("Softplus", w.Node("Neg", x))),
        ["mish"] = (w, _, x) => w.Node("Mul", x, w.Node("Tanh", w.Node("Softplus", x))),
        ["relu-bias"] = (w, p, x) => w.Node("Relu", w.Node("Add", x, w.Number(p[0]))),
        ["silu"] = (w, p, x) => w.Node("Mul", x, w.Node("Sigmoid", p[0] == 1 ? x : w.Node("Mul", x, w.Number(p[0])))),
        ["softplus"] = (w, p, x) => p[0] == 1 ? w.Node("Softplus", x) : w.Node("Div", w.Node("Softplus", w.Node("Mul", x, w.Number(p[0]))), w.Number(p[0])),
        ["tanhshrink"] = (w, _, x) => w.Node("Sub", x, w.Node("Tanh", x)),
    };

    /// <summary>The value after the activation.</summary>
    public static string Write(OnnxGraphWriter writer, Activation activation, string x)
    {
        if (activation.IsIdentity)
        {
            return x;
        }

        double[] parameters = [.. activation.Parameters.Select(parameter => parameter.ToDouble())];
        if (activation.Family is { Onnx: { } spelling } && writer.Opset >= Since.GetValueOrDefault(spelling.Operator) && spelling.Operator != "Softplus")
        {
            return Operator(writer, spelling, parameters, x);
        }

        if (activation.Family is { } known && Formulas.TryGetValue(known.Name, out var formula))
        {
            return formula(writer, parameters, x);
        }

        return activation.Polynomial is { } polynomial ? Polynomial(writer, polynomial, x)
            : activation.PiecewiseLinear is { } pieces ? Pieces(writer, pieces, x)
            : throw new ArgumentException($"{activation} has no form in ONNX", nameof(activation));
    }

    private static string Operator(OnnxGraphWriter writer, OnnxSpelling spelling, double[] parameters, string x)
    {
        // Clip and PRelu take their arguments as inputs, the others as attributes.
        var inputs = spelling.Operator is "Clip" or "PRelu";
        var attributes = new List<(string, object)>();
        List<string> values = [x];
        foreach (var argument in spelling.Arguments)
        {
            var value = argument.Parameter is { } position ? parameters[position] : argument.Fixed!.Value.ToDouble();
            if (inputs)
            {
                values.Add(spelling.Operator == "PRelu" ? writer.Tensor([value], 1) : writer.Number(value));
            }
            else
            {
                attributes.Add((argument.Name, value));
            }
        }

        if (spelling.Approximate is { } approximate)
        {
            attributes.Add(("approximate", approximate));
        }

        return writer.NodeWith(spelling.Operator, [.. attributes], [.. values]);
    }

    /// <summary>x/2 (1 + g).</summary>
    private static string Half(OnnxGraphWriter writer, string x, string g) => writer.Node("Mul", writer.Node("Mul", x, writer.Number(0.5)), writer.Node("Add", g, writer.Number(1)));

    /// <summary>By Horner's rule.</summary>
    private static string Polynomial(OnnxGraphWriter writer, RationalPolynomial polynomial, string x)
    {
        var coefficients = polynomial.Coefficients;
        if (coefficients.Count < 2)
        {
            return writer.Node("Add", writer.Node("Mul", x, writer.Number(0)), writer.Number(coefficients.Count == 0 ? 0 : coefficients[0].ToDouble()));
        }

        var value = writer.Node("Mul", x, writer.Number(coefficients[^1].ToDouble()));
        for (var k = coefficients.Count - 2; k >= 0; k--)
        {
            value = coefficients[k].IsZero ? value : writer.Node("Add", value, writer.Number(coefficients[k].ToDouble()));
            value = k > 0 ? writer.Node("Mul", value, x) : value;
        }

        return value;
    }

    /// <summary>The first segment and at every kink the change of slope times max(x − kink, 0).</summary>
    private static string Pieces(OnnxGraphWriter writer, PiecewiseLinearFunction pieces, string x)
    {
        var first = pieces.Slopes[0];
        var start = pieces.Kinks.Count == 0 ? pieces.AtZero : pieces.ValuesAtKinks[0] - (first * pieces.Kinks[0]);
        var value = writer.Node("Add", writer.Node("Mul", x, writer.Number(first.ToDouble())), writer.Number(start.ToDouble()));
        for (var k = 0; k < pieces.Kinks.Count; k++)
        {
            var change = pieces.Slopes[k + 1] - pieces.Slopes[k];
            value = writer.Node("Add", value, writer.Node("Mul", writer.Node("Relu", writer.Node("Sub", x, writer.Number(pieces.Kinks[k].ToDouble()))), writer.Number(change.ToDouble())));
        }

        return value;
    }
}
