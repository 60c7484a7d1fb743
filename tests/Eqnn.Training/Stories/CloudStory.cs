using Eqnn.Networks.Tests.Onnx;
using TorchSharp;
using TorchSharp.Modules;

namespace Eqnn.Training.Stories;

/// <summary>
/// A deep set with different inner and outer networks (Zaheer and others: Deep Sets, 2017): two layers with tanh on every point alone, the mean over the points, two layers with ReLU on it.
/// The task: were sixteen points in the plane drawn from a ring, a bar or a disk, turned anyhow?
/// </summary>
internal sealed class CloudStory : Story
{
    private const int Points = 16;
    private const int Inner = 12;
    private const int Outer = 8;
    private const int Classes = 3;

    private readonly (Parameter Weights, Parameter Bias)[] _layers;

    public CloudStory()
    {
        (Parameter, Parameter) Layer(int inputs, int outputs) => (Random(Math.Sqrt(1.5 / inputs), outputs, inputs), Zero(outputs));
        _layers = [Layer(2, Inner), Layer(Inner, Inner), Layer(Inner, Outer), Layer(Outer, Classes)];
    }

    public override string Name => "cloud";

    public override int[] Shape => [Points, 2];

    public override (float[] Input, long Label) Sample(Random random)
    {
        var (label, angle) = (random.Next(Classes), Math.PI * random.NextDouble());
        var values = new float[Points * 2];
        for (var i = 0; i < Points; i++)
        {
            var turn = 2 * Math.PI * random.NextDouble();
            var radius = label == 0 ? 1 : Math.Sqrt(random.NextDouble());
            var (x, y) = label == 1 ? ((2 * random.NextDouble()) - 1, 0) : (radius * Math.Cos(turn), radius * Math.Sin(turn));
            values[2 * i] = (float)((x * Math.Cos(angle)) - (y * Math.Sin(angle)) + (0.15 * Normal(random)));
            values[(2 * i) + 1] = (float)((x * Math.Sin(angle)) + (y * Math.Cos(angle)) + (0.15 * Normal(random)));
        }

        return (values, label);
    }

    public override torch.Tensor Forward(torch.Tensor batch)
    {
        torch.Tensor Linear(torch.Tensor state, int layer) => torch.nn.functional.linear(state, _layers[layer].Weights, _layers[layer].Bias);
        var inner = torch.tanh(Linear(torch.tanh(Linear(batch, 0)), 1));
        return Linear(torch.nn.functional.relu(Linear(inner.mean([1L]), 2)), 3);
    }

    public override byte[] Model()
    {
        var model = new OnnxBuilder(["batch", Points, 2], 17);
        for (var layer = 0; layer < 2; layer++)
        {
            // On three axes exporters write a linear layer as MatMul with the transposed weights, and Add.
            var (weights, bias) = _layers[layer];
            model.Node("MatMul", [model.Current, model.Tensor(Values(weights.t()), (int)weights.shape[1], (int)weights.shape[0])]);
            model.Node("Add", [model.Tensor(Values(bias), Inner), model.Current]);
            model.Node("Tanh", [model.Current]);
        }

        model.Node("ReduceMean", [model.Current], ("axes", new[] { 1 }), ("keepdims", 0));
        Gemm(model, 2);
        model.Node("Relu", [model.Current]);
        Gemm(model, 3);
        return model.Finish(["batch", Classes]);
    }

    public override string Sidecar() => FormattableString.Invariant($$"""
        {
          "group": "S{{Points}}",
          "layers": ["2*points", "{{Inner}}*points", "{{Inner}}*points", "{{Outer}}*trivial", "{{Classes}}*trivial"]
        }

        """);

    private void Gemm(OnnxBuilder model, int layer)
    {
        var (weights, bias) = _layers[layer];
        model.Node("Gemm", [model.Current, model.Tensor(Values(weights), [.. weights.shape.Select(n => (int)n)]), model.Tensor(Values(bias), (int)bias.shape[0])], ("transB", 1));
    }
}
