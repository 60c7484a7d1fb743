using Eqnn.Networks.Tests.Onnx;
using TorchSharp;
using TorchSharp.Modules;

namespace Eqnn.Training.Stories;

/// <summary>
/// An invariant graph network on pairs of six nodes (Maron, Ben-Hamu, Shamir, Lipman: Invariant and Equivariant Graph Networks, 2019): two layers with the fifteen equivariant maps between functions on pairs, means over the diagonal and over all pairs, two layers on these.
/// The task: is the graph connected?
/// </summary>
internal sealed class PairsStory : Story
{
    private const int Nodes = 6;
    private const int Channels = 6;
    private const int Wide = 8;
    private const int Classes = 2;
    private const int Maps = 15;

    private readonly (Parameter Weights, Parameter Bias, Parameter DiagonalBias)[] _layers;
    private readonly Parameter _first;
    private readonly Parameter _firstBias;
    private readonly Parameter _last;
    private readonly Parameter _lastBias;

    public PairsStory()
    {
        (Parameter, Parameter, Parameter) Layer(int inputs) => (Random(Math.Sqrt(2.0 / (inputs * Maps)), Channels, inputs, Maps), Zero(Channels, 1, 1), Zero(Channels, 1, 1));
        _layers = [Layer(1), Layer(Channels)];
        _first = Random(Math.Sqrt(1.0 / Channels), Wide, 2 * Channels);
        _firstBias = Zero(Wide);
        _last = Random(Math.Sqrt(1.0 / Wide), Classes, Wide);
        _lastBias = Zero(Classes);
    }

    public override string Name => "pairs";

    public override int[] Shape => [1, Nodes, Nodes];

    /// <summary>A random graph; the class is 1 if it is connected.</summary>
    public override (float[] Input, long Label) Sample(Random random)
    {
        var density = 0.2 + (0.4 * random.NextDouble());
        var matrix = new float[Nodes * Nodes];
        var component = Enumerable.Range(0, Nodes).ToArray();
        for (var i = 0; i < Nodes; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (random.NextDouble() < density)
                {
                    matrix[(i * Nodes) + j] = matrix[(j * Nodes) + i] = 1;
                    var (from, to) = (component[i], component[j]);
                    component = Array.ConvertAll(component, c => c == from ? to : c);
                }
            }
        }

        return (matrix, component.Distinct().Count() == 1 ? 1 : 0);
    }

    /// <summary>The hexagon, two triangles, the path.</summary>
    public override IReadOnlyList<(string Name, IReadOnlyList<float[]> Samples)> Questions =>
        [("twins", [Graph([.. Path(), (5, 0)]), Graph([(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)]), Graph([.. Path()])])];

    public override torch.Tensor Forward(torch.Tensor batch)
    {
        var eye = torch.eye(Nodes);
        var state = batch;
        foreach (var (weights, bias, diagonalBias) in _layers)
        {
            state = torch.nn.functional.relu(torch.einsum("oib,nibxy->noxy", weights, Basis(state, eye)) + bias + (diagonalBias * eye));
        }

        var pooled = torch.cat([(state * eye).sum([2L, 3]) / Nodes, state.mean([2L, 3])], 1);
        return torch.nn.functional.linear(torch.nn.functional.relu(torch.nn.functional.linear(pooled, _first, _firstBias)), _last, _lastBias);
    }

    public override byte[] Model()
    {
        var model = new OnnxBuilder(["batch", 1, Nodes, Nodes], 17);
        float[] unit = [.. Enumerable.Range(0, Nodes * Nodes).Select(i => i / Nodes == i % Nodes ? 1f : 0f)];
        var eye = model.Tensor(unit, Nodes, Nodes);
        foreach (var (weights, bias, diagonalBias) in _layers)
        {
            var basis = Basis(model, model.Current, eye);
            var inputs = (int)weights.shape[1];
            model.Node("Einsum", [model.Tensor(Values(weights), Channels, inputs, Maps), basis], ("equation", "oib,nibxy->noxy"));
            model.Node("Add", [model.Current, model.Tensor(Values(bias + (diagonalBias * torch.eye(Nodes))), 1, Channels, Nodes, Nodes)]);
            model.Node("Relu", [model.Current]);
        }

        var state = model.Current;
        var diagonal = model.Node("ReduceSum", [model.Node("Mul", [state, eye]), model.Integers(2, 3)], ("keepdims", 0));
        var trace = model.Node("Div", [diagonal, model.Number(Nodes)]);
        model.Node("Concat", [trace, model.Node("ReduceMean", [state], ("axes", new[] { 2, 3 }), ("keepdims", 0))], ("axis", 1));
        model.Node("Gemm", [model.Current, model.Tensor(Values(_first), Wide, 2 * Channels), model.Tensor(Values(_firstBias), Wide)], ("transB", 1));
        model.Node("Relu", [model.Current]);
        model.Node("Gemm", [model.Current, model.Tensor(Values(_last), Classes, Wide), model.Tensor(Values(_lastBias), Classes)], ("transB", 1));
        return model.Finish(["batch", Classes]);
    }

    public override string Sidecar() => FormattableString.Invariant($$"""
        {
          "group": "S{{Nodes}}",
          "layers": ["1*points*points", "{{Channels}}*points*points", "{{Channels}}*points*points", "{{Wide}}*trivial", "{{Classes}}*trivial"]
        }

        """);

    private static IEnumerable<(int, int)> Path() => Enumerable.Range(0, Nodes - 1).Select(i => (i, i + 1));

    private static float[] Graph((int I, int J)[] edges)
    {
        var matrix = new float[Nodes * Nodes];
        foreach (var (i, j) in edges)
        {
            matrix[(i * Nodes) + j] = matrix[(j * Nodes) + i] = 1;
        }

        return matrix;
    }

    /// <summary>The images under the fifteen maps, on an axis behind the channels.</summary>
    private static torch.Tensor Basis(torch.Tensor state, torch.Tensor eye)
    {
        var diagonal = (state * eye).sum(3);
        torch.Tensor[] vectors = [diagonal, state.mean([3L]), state.mean([2L])];
        torch.Tensor[] numbers = [diagonal.mean([2L], keepdim: true), state.mean([2L, 3])[torch.TensorIndex.Ellipsis, torch.TensorIndex.None]];
        torch.Tensor[] all =
        [
            state, state.transpose(2, 3),
            .. vectors.Select(v => v.unsqueeze(3).expand_as(state)),
            .. vectors.Select(v => v.unsqueeze(2).expand_as(state)),
            .. numbers.Select(v => v.unsqueeze(3).expand_as(state)),
            .. vectors.Concat(numbers).Select(v => v.unsqueeze(3) * eye),
        ];
        return torch.stack(all, 2);
    }

    /// <summary>The same in ONNX.</summary>
    private static string Basis(OnnxBuilder model, string state, string eye)
    {
        string Mean(string value, bool keep, params int[] axes) => model.Node("ReduceMean", [value], ("axes", axes), ("keepdims", keep ? 1 : 0));
        string Unsqueeze(string value, int axis) => model.Node("Unsqueeze", [value, model.Integers(axis)]);
        string Spread(string value) => model.Node("Expand", [value, model.Integers(1, 1, Nodes, Nodes)]);
        var diagonal = model.Node("ReduceSum", [model.Node("Mul", [state, eye]), model.Integers(3)], ("keepdims", 0));
        string[] vectors = [diagonal, Mean(state, false, 3), Mean(state, false, 2)];
        string[] numbers = [Mean(diagonal, true, 2), Unsqueeze(Mean(state, false, 2, 3), 2)];
        List<string> all =
        [
            state, model.Node("Transpose", [state], ("perm", new[] { 0, 1, 3, 2 })),
            .. vectors.Select(v => Spread(Unsqueeze(v, 3))),
            .. vectors.Select(v => Spread(Unsqueeze(v, 2))),
            .. numbers.Select(v => Spread(Unsqueeze(v, 3))),
            .. vectors.Concat(numbers).Select(v => model.Node("Mul", [Unsqueeze(v, 3), eye])),
        ];
        return model.Node("Concat", [.. all.Select(value => Unsqueeze(value, 2))], ("axis", 2));
    }
}
