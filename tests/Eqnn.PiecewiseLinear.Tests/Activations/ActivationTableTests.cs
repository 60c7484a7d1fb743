using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Activations;

/// <summary>The one table of activations against formulas written a second time, here, in other ways: sums, integrals and case distinctions.</summary>
public sealed class ActivationTableTests
{
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    private static readonly double[] Places = [-9.5, -6, -4.25, -3, -2.5, -1, -0.75, -0.5, -1e-3, -1e-9, 0, 1e-9, 1e-3, 0.3, 0.5, 0.9, 1, 1.75, 2.5, 3, 5.5, 6, 8, 10];

    /// <summary>One formula for each name, with the parameters last.</summary>
    private static readonly Dictionary<string, Func<double, double[], double>> Formulas = new(StringComparer.Ordinal)
    {
        ["relu"] = (t, _) => t < 0 ? 0 : t,
        ["leaky-relu"] = (t, p) => t < 0 ? p[0] * t : t,
        ["prelu"] = (t, p) => Math.Max(0, t) + (p[0] * Math.Min(0, t)),
        ["gelu"] = (t, _) => t * Normal(t),
        ["gelu-tanh"] = (t, _) => t / (1 + Math.Exp(-2 * Math.Sqrt(2 / Math.PI) * (t + (0.044715 * Math.Pow(t, 3))))),
        ["silu"] = (t, p) => t / (1 + Math.Exp(-p[0] * t)),
        ["softplus"] = (t, p) => t <= 0 == p[0] > 0 ? LogOnePlusExp(p[0] * t) / p[0] : t + (LogOnePlusExp(-p[0] * t) / p[0]),
        ["logsigmoid"] = (t, _) => t < 0 ? t - LogOnePlusExp(t) : -LogOnePlusExp(-t),
        ["hardswish"] = (t, _) => t < -3 ? 0 : t > 3 ? t : t * (t + 3) / 6,
        ["abs"] = (t, _) => t < 0 ? -t : t,
        ["cos"] = (t, _) => 1 - (2 * Math.Pow(Math.Sin(t / 2), 2)),
        ["gauss"] = (t, _) => 1 / Math.Exp(Math.Pow(t, 2)),
        ["tanh"] = (t, _) => 1 - (2 / (Math.Exp(2 * t) + 1)),
        ["hardtanh"] = (t, p) => t < p[0] ? p[0] : t > p[1] ? p[1] : t,
        ["arctan"] = (t, _) => Math.Atan2(t, 1),
        ["erf"] = (t, _) => (2 * Normal(t * Math.Sqrt(2))) - 1,
        ["softshrink"] = (t, p) => t > p[0] ? t - p[0] : t < -p[0] ? t + p[0] : 0,
        ["hardshrink"] = (t, p) => t > p[0] || t < -p[0] ? t : 0,
        ["tanhshrink"] = (t, _) => Math.Abs(t) < 0.01 ? (Math.Pow(t, 3) / 3) - (2 * Math.Pow(t, 5) / 15) : t - 1 + (2 / (Math.Exp(2 * t) + 1)),
        ["softsign"] = (t, _) => t < 0 ? t / (1 - t) : t / (1 + t),
        ["sin"] = (t, _) => 2 * Math.Sin(t / 2) * Math.Cos(t / 2),
        ["sigmoid"] = (t, _) => 0.5 + (0.5 * Math.Tanh(t / 2)),
        ["hardsigmoid"] = (t, p) => Math.Max(0, Math.Min(1, (p[0] * t) + p[1])),
        ["relu-bias"] = (t, p) => t + p[0] < 0 ? 0 : t + p[0],
        ["elu"] = (t, p) => t > 0 ? t : p[0] * (Math.Exp(t) - 1),
        ["selu"] = (t, p) => p[1] * (Math.Max(0, t) + Math.Min(0, p[0] * (Math.Exp(Math.Min(t, 0)) - 1))),
        ["celu"] = (t, p) => Math.Max(0, t) + Math.Min(0, p[0] * (Math.Exp(t / p[0]) - 1)),
        ["mish"] = (t, _) => t * Math.Tanh(LogOnePlusExp(t)),
        ["relu6"] = (t, _) => t < 0 ? 0 : t > 6 ? 6 : t,
        ["thresholded-relu"] = (t, p) => t > p[0] ? t : 0,
        ["exp"] = (t, _) => Math.Pow(Math.E, t),
        ["square"] = (t, _) => t * t,
        ["cube"] = (t, _) => t * t * t,
        ["identity"] = (t, _) => t,
    };

    public static TheoryData<string> Names => [.. ActivationFamily.All.Select(family => family.Name), "leaky-relu:-1", "leaky-relu:1/5", "leaky-relu:0.2", "leaky-relu:1", "prelu:-2", "silu:2", "silu:-1/2", "silu:0", "swish:1.702",
        "softplus:2", "softplus:-3", "hardtanh:-2,3", "hardtanh:0,6", "softshrink:0", "softshrink:2", "hardshrink:0", "hardshrink:1", "hardsigmoid:0.2,0.5", "hardsigmoid:-1,1/3", "hardsigmoid:0,2", "relu-bias:1/2", "relu-bias:0",
        "elu:0", "elu:-2", "elu:5/2", "selu:1,1", "selu:0,2", "selu:2,0", "celu:2", "celu:1/10", "thresholded-relu:0", "thresholded-relu:1/2", "thresholded-relu:-1"];

    /// <summary>A row that is missing here, or a formula for no row, fails.</summary>
    [Fact]
    public void Every_activation_has_a_second_formula() => Assert.Equal(ActivationFamily.All.Select(family => family.Name).Order(), Formulas.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_are_those_of_the_formula(string name)
    {
        var f = Activation.Parse(name);
        double[] parameters = [.. f.Parameters.Select(parameter => parameter.ToDouble())];
        foreach (var t in Places)
        {
            var expected = Formulas[f.Family!.Name](t, parameters);
            Assert.InRange(f.ApproximateAt(t), expected - (1e-13 * (1 + Math.Abs(expected))), expected + (1e-13 * (1 + Math.Abs(expected))));
            if (f.IsExact)
            {
                Assert.Equal(expected, f.Evaluate(Rational.FromDouble(t)).ToDouble(), 1e-12 * (1 + Math.Abs(expected)));
            }
        }
    }

    /// <summary>The defaults of PyTorch 2: torch.nn.LeakyReLU(), PReLU(), ELU(), CELU(), SELU(), Softshrink(), Hardshrink(), Hardtanh(), Softplus(), Hardsigmoid(); thresholded ReLU of ONNX.</summary>
    [Theory]
    [InlineData("leaky-relu", -1.0, -0.01)]
    [InlineData("prelu", -1.0, -0.25)]
    [InlineData("elu", -1.0, -0.63212055882855768)]
    [InlineData("celu", -1.0, -0.63212055882855768)]
    [InlineData("selu", -1.0, -SeluAlpha * SeluScale * 0.63212055882855768)]
    [InlineData("selu", 2.0, 2 * SeluScale)]
    [InlineData("softshrink", 0.75, 0.25)]
    [InlineData("hardshrink", 0.75, 0.75)]
    [InlineData("hardshrink", 0.5, 0.0)]
    [InlineData("hardtanh", -5.0, -1.0)]
    [InlineData("softplus", 0.0, 0.69314718055994531)]
    [InlineData("hardsigmoid", 1.5, 0.75)]
    [InlineData("thresholded-relu", 0.9, 0.0)]
    [InlineData("thresholded-relu", 1.1, 1.1)]
    [InlineData("mish", 1.0, 0.8650983882673103)]
    [InlineData("gelu", 1.0, 0.8413447460685429)]
    [InlineData("gelu-tanh", 1.0, 0.8411919906082768)]
    [InlineData("silu", 1.0, 0.7310585786300049)]
    [InlineData("relu6", 7.0, 6.0)]
    public void Defaults_are_those_of_the_frameworks(string name, double t, double value) => Assert.Equal(value, Activation.Parse(name).ApproximateAt(t), 14);

    /// <summary>Fourth differences of an analytic function are of the order h⁴; a jump of f, f′ or f″ leaves more.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Smoothness_agrees_with_differences(string name)
    {
        var f = Activation.Parse(name);
        const double Step = 1.0 / 256;
        var (fourth, first) = (0.0, 0.0);
        for (var i = -1024; i <= 1024; i++)
        {
            double[] v = [.. Enumerable.Range(-2, 5).Select(k => f.ApproximateAt((i + k) * Step))];
            fourth = Math.Max(fourth, Math.Abs(v[0] - (4 * v[1]) + (6 * v[2]) - (4 * v[3]) + v[4]));
            first = Math.Max(first, Math.Abs(v[2] - v[1]));
        }

        Assert.Equal(f.IsAnalytic, fourth < 1e-6);
        Assert.Equal(f.IsContinuous, first < 0.3);
    }

    /// <summary>Nothing that is not a polynomial looks like one, and what is called odd or even is: the parts for every value of the parameters, not only for the defaults.</summary>
    [Theory]
    [InlineData("leaky-relu:-1", "even", "abs")]
    [InlineData("leaky-relu:1", "polynomial", "identity")]
    [InlineData("leaky-relu:0", "linear + even", "relu")]
    [InlineData("prelu:1/100", "linear + even", "leaky-relu")]
    [InlineData("elu:0", "linear + even", "relu")]
    [InlineData("selu:0,1", "linear + even", "relu")]
    [InlineData("hardtanh:-2,3", "both parts", "pl:(-3,-2) (-2,-2) (3,3) (4,3)")]
    [InlineData("hardtanh:0,6", "both parts", "relu6")]
    [InlineData("softshrink:0", "polynomial", "identity")]
    [InlineData("hardshrink:0", "polynomial", "identity")]
    [InlineData("thresholded-relu:0", "linear + even", "relu")]
    [InlineData("hardsigmoid:-1,1/2", "constant + odd", "pl:(-1,1) (-1/2,1) (1/2,0) (1,0)")]
    [InlineData("hardsigmoid:0,2", "polynomial", "poly:1")]
    [InlineData("relu-bias:0", "linear + even", "relu")]
    [InlineData("silu:0", "polynomial", "poly:1/2 t")]
    [InlineData("swish", "linear + even", "silu")]
    [InlineData("atan", "odd", "arctan")]
    public void Parameters_decide_the_class(string name, string parity, string same)
    {
        var (f, g) = (Activation.Parse(name), Activation.Parse(same));
        Assert.Equal(parity, f.ParityClass);
        Assert.Equal((g.Even, g.Odd, g.Scaling, g.IsIdentity), (f.Even, f.Odd, f.Scaling, f.IsIdentity));
        Assert.All(Places, t => Assert.Equal(g.ApproximateAt(t), f.ApproximateAt(t), 14));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_are_read_again(string name)
    {
        var f = Activation.Parse(name);
        Assert.Equal(f, Activation.Parse(f.Name));
        Assert.Equal(f.Parameters, Activation.Parse(f.Name).Parameters);
        Assert.Equal(f.Family!.Default.Parameters.SequenceEqual(f.Parameters), f.Name == f.Family.Name);
    }

    [Theory]
    [InlineData("relu:1")]
    [InlineData("elu:x")]
    [InlineData("elu:1,2")]
    [InlineData("elu:1e500")]
    [InlineData("elu:1e-9999999999")]
    [InlineData("hardtanh:1,-1")]
    [InlineData("celu:0")]
    [InlineData("celu:-1")]
    [InlineData("softplus:0")]
    [InlineData("hardshrink:-1")]
    [InlineData("softshrink:-1/2")]
    [InlineData("pl")]
    public void Parameters_outside_the_definition_are_refused(string text)
    {
        var refusal = Assert.Throws<AlgebraFormatException>(() => Activation.Parse(text));
        Assert.DoesNotContain("Parameter '", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Reading the operator that the table names, with its own arguments in single precision, gives the function back, for defaults and for others.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Onnx_spellings_are_read_again(string name)
    {
        var f = Activation.Parse(name);
        // Softplus of ONNX has no beta.
        if (f.Family!.Onnx is not { } onnx || (onnx.Arguments.Count == 0 && f.Name != f.Family.Name))
        {
            return;
        }

        var written = onnx.Arguments.ToDictionary(argument => argument.Name, argument => (double)(float)(argument.Fixed ?? f.Parameters[argument.Parameter!.Value]).ToDouble(), StringComparer.Ordinal);
        var read = Activation.TryFromOnnx(onnx.Operator, argument => written.TryGetValue(argument, out var value) ? value : null, _ => onnx.Approximate);
        Assert.All(Places, t => Assert.Equal(f.ApproximateAt(t), read!.ApproximateAt(t), 12));
    }

    [Theory]
    [InlineData("LeakyRelu", null, "leaky-relu")]
    [InlineData("LeakyRelu", "alpha=0.2", "leaky-relu:1/5")]
    [InlineData("Elu", null, "elu")]
    [InlineData("Selu", null, "selu:83663162109/50000000000,1050701022148132/1000000000000000")]
    [InlineData("HardSigmoid", null, "hardsigmoid:1/5,1/2")]
    [InlineData("HardSigmoid", "alpha=0.16666667", "hardsigmoid")]
    [InlineData("Shrink", null, "hardshrink")]
    [InlineData("Shrink", "bias=0.5", "softshrink")]
    [InlineData("Shrink", "bias=0.25", "")]
    [InlineData("Clip", "min=0 max=6", "relu6")]
    [InlineData("Clip", "min=-1 max=1", "hardtanh")]
    [InlineData("Clip", "min=-2 max=0.1", "hardtanh:-2,1/10")]
    [InlineData("Clip", "min=0", "")]
    [InlineData("PRelu", "slope=0.25", "prelu")]
    [InlineData("PRelu", null, "")]
    [InlineData("Celu", "alpha=0", "")]
    [InlineData("Swish", null, "silu")]
    [InlineData("Swish", "alpha=1.702", "silu:851/500")]
    [InlineData("ThresholdedRelu", "alpha=0.5", "thresholded-relu:1/2")]
    [InlineData("Gelu", null, "gelu")]
    [InlineData("Gelu", "approximate=tanh", "gelu-tanh")]
    [InlineData("Gelu", "approximate=other", "")]
    [InlineData("Softmax", null, "")]
    public void Onnx_nodes_are_read(string type, string? attributes, string expected)
    {
        var written = (attributes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var read = Activation.TryFromOnnx(type, argument => written.TryGetValue(argument, out var value) ? float.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : null, written.GetValueOrDefault);
        if (type == "Selu")
        {
            // Absent arguments are the constants of the standard, which are those of single precision.
            Assert.All(Places, t => Assert.Equal(Activation.Parse("selu").ApproximateAt(t), read!.ApproximateAt(t), 1e-6));
            return;
        }

        Assert.Equal(expected, read?.Name ?? "");
    }

    /// <summary>The table of docs/interaction.md is this table.</summary>
    [Fact]
    public void Documentation_lists_the_table()
    {
        var rows = ActivationFamily.All.Select(family => $"| `{family}` | {Listed(family.Parameters.Select(parameter => $"{parameter.Name} = {Short(parameter.Default)}"))} | {Plain(family.Default.Formula)} | {family.Default.ParityClass} | {Spelling(family)} |");
        var text = File.ReadAllText(Path.Combine(Eqnn.Testing.Oracles.Repository(), "docs", "interaction.md"));
        Assert.Contains(string.Join('\n', rows), text, StringComparison.Ordinal);

        static string Listed(IEnumerable<string> words) => string.Join(", ", words);

        static string Plain(string formula) => formula.Replace("|", "\\|", StringComparison.Ordinal);

        static string Short(Rational value) => value.Denominator > 1000 ? value.ToDecimalString(4) : value.ToString();

        static string Spelling(ActivationFamily family) => family.Onnx is not { } onnx ? "" : onnx.Operator
            + (onnx.Approximate is { } approximate ? $"(approximate={approximate})" : "")
            + (onnx.Arguments.Count == 0 ? "" : $"({Listed(onnx.Arguments.Select(argument => $"{argument.Name}={(argument.Fixed is { } value ? value.ToString() : family.Parameters[argument.Parameter!.Value].Name)}"))})");
    }

    /// <summary>log(1 + e^t) for any t, by its series where e^t is small.</summary>
    private static double LogOnePlusExp(double t)
    {
        var u = Math.Exp(t);
        return u > 0.01 ? Math.Log(1 + u) : Enumerable.Range(1, 9).Sum(k => (k % 2 == 1 ? 1 : -1) * Math.Pow(u, k) / k);
    }

    /// <summary>Φ(t) by Simpson's rule for the density.</summary>
    private static double Normal(double t)
    {
        const int Steps = 4000;
        var h = t / Steps;
        var sum = 0.0;
        for (var i = 0; i <= Steps; i++)
        {
            sum += Math.Exp(-i * h * i * h / 2) * (i == 0 || i == Steps ? 1 : i % 2 == 1 ? 4 : 2);
        }

        return 0.5 + (sum * h / 3 / Math.Sqrt(2 * Math.PI));
    }
}
