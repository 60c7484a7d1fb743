namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Activations as exporters and people write them: as one operator, and in parts.</summary>
internal static class ActivationKinds
{
    private static readonly Dictionary<string, (int Opset, Action<OnnxBuilder, string> Build)> All = new(StringComparer.Ordinal);

    static ActivationKinds()
    {
        Operators();
        Gates();
        Pieces();
        Smooth();
    }

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>x (N, 8), an affine map to 6 numbers, the activation, an affine map to 3.</summary>
    public static byte[] Of(string name)
    {
        var (opset, build) = All[name];
        var b = new OnnxBuilder(["N", 8], opset);
        string Weights(int seed, params int[] dims) => b.Tensor([.. Networks.Vector(dims.Aggregate(1, (a, n) => a * n), seed).Select(v => (float)(2 * v))], dims);
        build(b, b.Node("Gemm", ["x", Weights(1, 8, 6), Weights(2, 6)]));
        b.Node("Gemm", [b.Current, Weights(3, 6, 3), Weights(4, 3)]);
        return b.Finish();
    }

    private static void Add(string name, Action<OnnxBuilder, string> build, int opset = 17) => All.Add(name, (opset, build));

    private static string Mul(OnnxBuilder b, string x, string y) => b.Node("Mul", [x, y]);

    private static string Plus(OnnxBuilder b, string x, string y) => b.Node("Add", [x, y]);

    private static string Minus(OnnxBuilder b, string x, string y) => b.Node("Sub", [x, y]);

    private static string Over(OnnxBuilder b, string x, string y) => b.Node("Div", [x, y]);

    private static string Of(OnnxBuilder b, string type, string x) => b.Node(type, [x]);

    private static string N(OnnxBuilder b, double value) => b.Number((float)value);

    private static string Where(OnnxBuilder b, string test, string x, double than, string yes, string no) => b.Node("Where", [b.Node(test, [x, N(b, than)]), yes, no]);

    private static void Operators()
    {
        foreach (var type in new[] { "Relu", "LeakyRelu", "Elu", "Selu", "Celu", "Sigmoid", "HardSigmoid", "Tanh", "Softplus", "Softsign", "ThresholdedRelu", "HardSwish", "Abs", "Exp", "Sin", "Cos", "Erf", "Atan" })
        {
            Add(type, (b, z) => b.Node(type, [z]));
        }

        Add("LeakyRelu 0.2", (b, z) => b.Node("LeakyRelu", [z], ("alpha", 0.2f)));
        Add("Elu 1.5", (b, z) => b.Node("Elu", [z], ("alpha", 1.5f)));
        Add("Celu 0.7", (b, z) => b.Node("Celu", [z], ("alpha", 0.7f)));
        Add("Selu others", (b, z) => b.Node("Selu", [z], ("alpha", 1.2f), ("gamma", 0.9f)));
        Add("HardSigmoid of six", (b, z) => b.Node("HardSigmoid", [z], ("alpha", 1f / 6), ("beta", 0.5f)));
        Add("ThresholdedRelu 0.6", (b, z) => b.Node("ThresholdedRelu", [z], ("alpha", 0.6f)));
        Add("Shrink hard", (b, z) => b.Node("Shrink", [z], ("lambd", 0.5f)));
        Add("Shrink soft", (b, z) => b.Node("Shrink", [z], ("lambd", 0.5f), ("bias", 0.5f)));
        Add("Mish", (b, z) => b.Node("Mish", [z]), 18);
        Add("Gelu", (b, z) => b.Node("Gelu", [z]), 20);
        Add("Gelu tanh", (b, z) => b.Node("Gelu", [z], ("approximate", "tanh")), 20);
        Add("PRelu", (b, z) => b.Node("PRelu", [z, b.Tensor([0.3f], 1)]));
        Add("PRelu equal slopes", (b, z) => b.Node("PRelu", [z, b.Tensor([0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f], 6)]));
        Add("Clip 6", (b, z) => b.Node("Clip", [z, N(b, 0), N(b, 6)]));
        Add("Clip below", (b, z) => b.Node("Clip", [z, N(b, 0)]));
        Add("Clip above", (b, z) => b.Node("Clip", [z, "", N(b, 0.5)]));
        Add("Clip 10", (b, z) => b.Node("Clip", [z], ("min", -1f), ("max", 1f)), 10);
        Add("Max 0", (b, z) => b.Node("Max", [z, N(b, 0)]));
        Add("Min Max", (b, z) => b.Node("Min", [b.Node("Max", [z, N(b, -1)]), N(b, 1)]));
        Add("Pow 2", (b, z) => b.Node("Pow", [z, N(b, 2)]));
        Add("Pow 2 whole", (b, z) => b.Node("Pow", [z, b.Whole(2)]));
        Add("Pow 3", (b, z) => b.Node("Pow", [z, N(b, 3)]));
        Add("in double", (b, z) => b.Node("Cast", [Of(b, "Tanh", b.Node("Cast", [z], ("to", 11)))], ("to", 1)));
    }

    private static void Gates()
    {
        Add("silu", (b, z) => Mul(b, z, Of(b, "Sigmoid", z)));
        Add("silu gate first", (b, z) => Mul(b, Of(b, "Sigmoid", z), z));
        Add("silu by exp", (b, z) => Over(b, z, Plus(b, N(b, 1), Of(b, "Exp", Of(b, "Neg", z)))));
        Add("quick gelu", (b, z) => Mul(b, z, Of(b, "Sigmoid", Mul(b, z, N(b, 1.702)))));
        Add("hardswish", (b, z) => Over(b, Mul(b, z, b.Node("Clip", [Plus(b, z, N(b, 3)), N(b, 0), N(b, 6)])), N(b, 6)));
        Add("hardswish gate divided", (b, z) => Mul(b, z, Over(b, b.Node("Clip", [Plus(b, z, N(b, 3)), N(b, 0), N(b, 6)]), N(b, 6))));
        Add("hardswish gate", (b, z) => Mul(b, z, b.Node("HardSigmoid", [z], ("alpha", 1f / 6), ("beta", 0.5f))));
        Add("hardswish min relu", (b, z) => Mul(b, Mul(b, z, b.Node("Min", [Of(b, "Relu", Plus(b, z, N(b, 3))), N(b, 6)])), N(b, 1 / 6.0)));
        Add("gelu erf", (b, z) => Mul(b, Mul(b, z, Plus(b, Of(b, "Erf", Over(b, z, N(b, Math.Sqrt(2)))), N(b, 1))), N(b, 0.5)));
        Add("gelu erf half first", (b, z) => Mul(b, Mul(b, z, N(b, 0.5)), Plus(b, N(b, 1), Of(b, "Erf", Mul(b, z, N(b, Math.Sqrt(0.5)))))));
        foreach (var (name, cube) in new (string, Func<OnnxBuilder, string, string>)[] { ("pow", (b, z) => b.Node("Pow", [z, N(b, 3)])), ("product", (b, z) => Mul(b, z, Mul(b, z, z))) })
        {
            Add("gelu tanh " + name, (b, z) => Mul(b, Mul(b, N(b, 0.5), z), Plus(b, N(b, 1), Of(b, "Tanh", Mul(b, N(b, Math.Sqrt(2 / Math.PI)), Plus(b, z, Mul(b, N(b, 0.044715), cube(b, z))))))));
        }

        Add("gelu tanh factored", (b, z) => Mul(b, Mul(b, N(b, 0.5), z), Plus(b, N(b, 1), Of(b, "Tanh", Mul(b, Mul(b, z, N(b, 0.7978845608)), Plus(b, N(b, 1), Mul(b, Mul(b, N(b, 0.044715), z), z)))))));
        Add("mish", (b, z) => Mul(b, z, Of(b, "Tanh", Of(b, "Softplus", z))));
        Add("mish by log", (b, z) => Mul(b, z, Of(b, "Tanh", Of(b, "Log", Plus(b, N(b, 1), Of(b, "Exp", z))))));
        Add("relu by mask", (b, z) => Mul(b, z, b.Node("Cast", [b.Node("Greater", [z, N(b, 0)])], ("to", 1))));
    }

    private static void Pieces()
    {
        Add("leaky by max", (b, z) => b.Node("Max", [z, Mul(b, z, N(b, 0.1))]));
        Add("leaky by where", (b, z) => Where(b, "Greater", z, 0, z, Mul(b, z, N(b, 0.05))));
        Add("relu by where", (b, z) => Where(b, "GreaterOrEqual", z, 0, z, N(b, 0)));
        Add("threshold by where", (b, z) => Where(b, "Greater", z, 0.6, z, N(b, 0)));
        Add("hard sigmoid", (b, z) => Over(b, b.Node("Clip", [Plus(b, z, N(b, 3)), N(b, 0), N(b, 6)]), N(b, 6)));
        Add("hardshrink", (b, z) => b.Node("Where", [b.Node("LessOrEqual", [Of(b, "Abs", z), N(b, 0.5)]), N(b, 0), z]));
        Add("softshrink", (b, z) => Mul(b, Of(b, "Sign", z), Of(b, "Relu", Minus(b, Of(b, "Abs", z), N(b, 0.5)))));
        Add("softshrink by where", (b, z) => Where(b, "Greater", z, 0.5, Minus(b, z, N(b, 0.5)), Where(b, "Less", z, -0.5, Plus(b, z, N(b, 0.5)), N(b, 0))));
        Add("abs by max", (b, z) => b.Node("Max", [z, Of(b, "Neg", z)]));
        Add("abs by root", (b, z) => Of(b, "Sqrt", Mul(b, z, z)));
        Add("relu by abs", (b, z) => Mul(b, N(b, 0.5), Plus(b, z, Of(b, "Abs", z))));
        Add("Max 0.5", (b, z) => b.Node("Max", [z, N(b, 0.5)]));
        Add("Clip unequal", (b, z) => b.Node("Clip", [z, N(b, -0.3), N(b, 2)]));
        Add("leaky and bounded", (b, z) => b.Node("Min", [b.Node("LeakyRelu", [z], ("alpha", 0.1f)), N(b, 1)]));
        Add("hat", (b, z) => Of(b, "Relu", Minus(b, N(b, 1), Of(b, "Abs", z))));
        Add("relu moved", (b, z) => Plus(b, Of(b, "Relu", Minus(b, z, N(b, 1))), N(b, 0.5)));
        Add("bias behind", (b, z) => Of(b, "Relu", Plus(b, z, b.Tensor([1, 2, -1, 0, 0.5f, -2], 6))));
        Add("relu squared", (b, z) =>
        {
            var positive = Of(b, "Relu", z);
            Mul(b, positive, positive);
        });
        Add("relu power", (b, z) => b.Node("Pow", [Of(b, "Relu", z), N(b, 2)]));
        Add("star relu", (b, z) => Plus(b, Mul(b, N(b, 0.8944), b.Node("Pow", [Of(b, "Relu", z), N(b, 2)])), N(b, -0.4472)));
    }

    private static void Smooth()
    {
        Add("softplus by log", (b, z) => Of(b, "Log", Plus(b, Of(b, "Exp", z), N(b, 1))));
        Add("softplus 2", (b, z) => Over(b, Of(b, "Softplus", Mul(b, z, N(b, 2))), N(b, 2)));
        Add("softplus 2 with threshold", (b, z) => b.Node("Where", [b.Node("Greater", [Mul(b, z, N(b, 2)), N(b, 20)]), z, Over(b, Of(b, "Log", Plus(b, N(b, 1), Of(b, "Exp", Mul(b, z, N(b, 2))))), N(b, 2))]));
        Add("elu by where", (b, z) => Where(b, "Greater", z, 0, z, Minus(b, Of(b, "Exp", z), N(b, 1))));
        Add("elu by minimum", (b, z) => Plus(b, Of(b, "Relu", z), b.Node("Min", [Minus(b, Of(b, "Exp", z), N(b, 1)), N(b, 0)])));
        Add("elu and one", (b, z) => Plus(b, Of(b, "Elu", z), N(b, 1)));
        Add("celu", (b, z) => Plus(b, b.Node("Max", [z, N(b, 0)]), b.Node("Min", [N(b, 0), Mul(b, N(b, 1.5), Minus(b, Of(b, "Exp", Over(b, z, N(b, 1.5))), N(b, 1)))])));
        Add("celu by elu", (b, z) => Mul(b, N(b, 1.5), Of(b, "Elu", Over(b, z, N(b, 1.5)))));
        Add("selu by elu", (b, z) => Mul(b, N(b, 1.0507009873554805), b.Node("Elu", [z], ("alpha", 1.6732632423543772f))));
        Add("softsign", (b, z) => Over(b, z, Plus(b, N(b, 1), Of(b, "Abs", z))));
        Add("tanhshrink", (b, z) => Minus(b, z, Of(b, "Tanh", z)));
        Add("log sigmoid", (b, z) => Of(b, "Neg", Of(b, "Softplus", Of(b, "Neg", z))));
        Add("square", (b, z) => Mul(b, z, z));
        Add("polynomial", (b, z) => Plus(b, Plus(b, Mul(b, z, z), Mul(b, N(b, 0.5), z)), N(b, 1)));
        Add("sigmoid by exp", (b, z) => Over(b, N(b, 1), Plus(b, N(b, 1), Of(b, "Exp", Of(b, "Neg", z)))));
        Add("sigmoid by reciprocal", (b, z) => Of(b, "Reciprocal", Plus(b, N(b, 1), Of(b, "Exp", Of(b, "Neg", z)))));
        Add("tanh by sigmoid", (b, z) => Minus(b, Mul(b, N(b, 2), Of(b, "Sigmoid", Mul(b, N(b, 2), z))), N(b, 1)));
        Add("scaled tanh", (b, z) => Mul(b, N(b, 1.7159), Of(b, "Tanh", Mul(b, N(b, 2 / 3.0), z))));
        Add("sine of a multiple", (b, z) => Of(b, "Sin", Mul(b, N(b, 3), z)));
    }
}
