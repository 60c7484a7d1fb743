using Eqnn.Networks.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Imported models compute what ONNX Runtime computes.</summary>
public sealed class OnnxRuntimeTests
{
    public static TheoryData<string> Names => [.. OnnxSamples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_are_those_of_ONNX_Runtime(string name)
    {
        var (model, spaces, axes) = OnnxSamples.Of(name);
        var import = OnnxImport.Read(model, spaces, axes);
        Assert.True(import.Worst.Relative < 1e-6, $"{import.Worst}");
        var network = import.Network;
        using var session = new InferenceSession(model);
        const int Batch = 3;
        var (length, result) = (network.Input.Dimension, network.Output.Dimension);
        float[] inputs = [.. Networks.Vector(Batch * length, 5).Select(v => (float)(2 * v))];
        var outputs = new float[Batch * result];
        long[] Shape(IReadOnlyDictionary<string, NodeMetadata> metadata) => [Batch, .. metadata.Values.Single().Dimensions.Skip(1).Select(d => (long)d)];
        using var from = OrtValue.CreateTensorValueFromMemory(inputs, Shape(session.InputMetadata));
        using var to = OrtValue.CreateTensorValueFromMemory(outputs, Shape(session.OutputMetadata));
        using var options = new RunOptions();
        session.Run(options, session.InputNames, [from], session.OutputNames, [to]);
        var largest = outputs.Max(Math.Abs);
        for (var sample = 0; sample < Batch; sample++)
        {
            double[] input = [.. Enumerable.Range(0, length).Select(i => (double)inputs[(sample * length) + Place(i, network.Input, axes)])];
            var ours = network.Evaluate(input);
            for (var i = 0; i < result; i++)
            {
                Assert.Equal(outputs[(sample * result) + Place(i, network.Output, axes)], ours[i], 3e-6 * largest);
            }
        }
    }

    private static int Place(int i, FeatureSpace space, AxisOrder axes) => axes == AxisOrder.ChannelPoint ? i : (i % space.Points * space.Channels) + (i / space.Points);
}
