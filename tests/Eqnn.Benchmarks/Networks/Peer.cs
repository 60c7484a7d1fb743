using Microsoft.ML.OnnxRuntime;

namespace Eqnn.Benchmarks.Networks;

/// <summary>A program that computes a workload, ready to run on given inputs.</summary>
/// <param name="Name">In which form it is given.</param>
/// <param name="Run">One call.</param>
/// <param name="Outputs">What the last call computed.</param>
/// <param name="Held">What has to live as long as it runs.</param>
internal sealed record Peer(string Name, Action Run, Func<float[]> Outputs, IReadOnlyList<IDisposable> Held)
{
    /// <summary>ONNX Runtime on inputs (and into outputs) that stay in place.</summary>
    public static Peer OfOnnx(OnnxForm form, InferenceSession session, float[] inputs, int batch)
    {
        long[] Shape(IReadOnlyDictionary<string, NodeMetadata> metadata) => [batch, .. metadata.Values.Single().Dimensions.Skip(1).Select(d => (long)d)];
        var (input, output) = (session.InputNames[0], session.OutputNames[0]);
        var (from, to) = (Shape(session.InputMetadata), Shape(session.OutputMetadata));
        var outputs = new float[to.Aggregate(1L, (product, n) => product * n)];
        var given = OrtValue.CreateTensorValueFromMemory(inputs, from);
        var taken = OrtValue.CreateTensorValueFromMemory(outputs, to);
        var settings = new RunOptions();
        return new(form.Name, () => session.Run(settings, [input], [given], [output], [taken]), () => outputs, [given, taken, settings]);
    }
}
