using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Files;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Plans;
using Microsoft.ML.OnnxRuntime;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Every form of every operator, read unit by unit (the trivial group), computes what ONNX Runtime computes, in its shape and order.</summary>
public sealed class OnnxKindTests
{
    public static TheoryData<string> Names => [.. OnnxKinds.Names];

    public static TheoryData<string> Activations => [.. ActivationKinds.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_are_those_of_ONNX_Runtime(string name) => Compare(OnnxKinds.Of(name), name.StartsWith("dequantized", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Activations))]
    public void Activations_are_those_of_ONNX_Runtime(string name) => Assert.InRange(Compare(ActivationKinds.Of(name)).Layers.Count, 2, 3);

    /// <summary>Compares a model with ONNX Runtime, if need be without its optimisations: these round the inputs of products with dequantized weights to 8 bits, too.</summary>
    private static EquivariantNetwork Compare(byte[] model, bool isToTheLetter = false)
    {
        using var letter = new SessionOptions { GraphOptimizationLevel = isToTheLetter ? GraphOptimizationLevel.ORT_DISABLE_ALL : GraphOptimizationLevel.ORT_ENABLE_ALL };
        using var session = new InferenceSession(model, letter);
        int[] shape = [.. session.InputMetadata.Values.Single().Dimensions.Select(n => n > 0 ? n : 3)];
        float[] x = [.. Networks.Vector(shape.Aggregate(1, (a, n) => a * n), 6).Select(v => (float)v)];
        using var input = OrtValue.CreateTensorValueFromMemory(x, [.. shape.Select(n => (long)n)]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, session.InputNames, [input], session.OutputNames);
        var wanted = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        var network = OnnxImport.Units(OnnxModel.Parse(model), GSet.OnePoint(FiniteGroup.Parse("C1")), null, null, false, CancellationToken.None).Network;
        var samples = NetworkArrays.ToSamples(network, new NpyFile(shape, x.Select(v => (double)v)));
        var ours = NetworkArrays.FromOutputs(network, NetworkRunner<double>.Create(network).Evaluate(samples));
        Assert.Equal(outputs[0].GetTensorTypeAndShape().Shape.Select(n => (int)n), ours.Shape);
        var largest = wanted.Max(Math.Abs);
        Assert.All(wanted.Zip(ours.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * largest));
        return network;
    }
}
