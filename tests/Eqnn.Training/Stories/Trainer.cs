using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Eqnn.Networks.Files;
using TorchSharp;

namespace Eqnn.Training.Stories;

/// <summary>
/// Trains the three networks of docs/networks.md#stories from fixed seeds on one thread, and writes model, sidecar, inputs, labels and PyTorch's outputs.
/// Run with <c>dotnet run -c Release --project tests/Eqnn.Training -- stories docs/examples/stories</c>.
/// </summary>
internal static class Trainer
{
    private const int Steps = 2500;
    private const int BatchSize = 128;
    private const int KeptSamples = 200;
    private const int TestSamples = 4000;

    public static void TrainAll(string folder)
    {
        torch.set_num_threads(1);
        Func<Story>[] stories = [() => new TorusStory(), () => new PairsStory(), () => new CloudStory()];
        foreach (var make in stories)
        {
            torch.random.manual_seed(1);
            var story = make();
            Train(story);
            Write(story, folder);
        }
    }

    private static void Train(Story story)
    {
        var random = new Random(1);
        using var optimizer = torch.optim.Adam(story.Parameters, lr: 0.005);
        for (var step = 1; step <= Steps; step++)
        {
            using var scope = torch.NewDisposeScope();
            var (inputs, labels, _, _) = Batch(story, random, BatchSize);
            optimizer.ParamGroups.First().LearningRate = 0.005 * (1 - ((double)step / (Steps + 1)));
            optimizer.zero_grad();
            using var loss = torch.nn.functional.cross_entropy(story.Forward(inputs), labels);
            loss.backward();
            optimizer.step();
            if (step % 500 == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{story.Name}, step {step}: loss {loss.item<float>():F4}"));
            }
        }
    }

    private static void Write(Story story, string folder)
    {
        using var none = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var (inputs, labels, _, _) = Batch(story, new Random(2), TestSamples);
        var share = story.Forward(inputs).argmax(1).eq(labels).to_type(torch.ScalarType.Float32).mean().item<float>();
        var (few, _, values, classes) = Batch(story, new Random(3), KeptSamples);
        var logits = story.Forward(few);
        var outputs = logits.contiguous().data<float>().ToArray();
        var right = classes.Where((label, i) => Enumerable.Range(0, outputs.Length / KeptSamples).MaxBy(k => outputs[(i * outputs.Length / KeptSamples) + k]) == label).Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{story.Name}: {share:P2} of {TestSamples} new samples are right, {right} of the {KeptSamples} that are kept"));
        var path = Path.Combine(folder, story.Name);
        File.WriteAllBytes(path + ".onnx", story.Model());
        File.WriteAllText(path + ".json", story.Sidecar());
        File.WriteAllBytes(path + ".x.npy", [.. new NpyFile([KeptSamples, .. story.Shape], values.Select(v => (double)v)).ToBytes(asFloat32: true)]);
        File.WriteAllBytes(path + ".y.npy", [.. new NpyFile([KeptSamples, outputs.Length / KeptSamples], outputs.Select(v => (double)v)).ToBytes(asFloat32: true)]);
        File.WriteAllBytes(path + ".labels.npy", WholeNumbers(classes));
        foreach (var (name, samples) in story.Questions)
        {
            File.WriteAllBytes($"{path}.{name}.npy", [.. new NpyFile([samples.Count, .. story.Shape], samples.SelectMany(sample => sample).Select(v => (double)v)).ToBytes(asFloat32: true)]);
        }
    }

    private static (torch.Tensor Inputs, torch.Tensor Labels, float[] Values, long[] Classes) Batch(Story story, Random random, int count)
    {
        var samples = Enumerable.Range(0, count).Select(_ => story.Sample(random)).ToArray();
        float[] values = [.. samples.SelectMany(sample => sample.Input)];
        long[] classes = [.. samples.Select(sample => sample.Label)];
        return (torch.tensor(values, [count, .. story.Shape.Select(n => (long)n)]), torch.tensor(classes), values, classes);
    }

    /// <summary>A .npy file of int64, as numpy writes labels.</summary>
    private static byte[] WholeNumbers(long[] values)
    {
        var header = FormattableString.Invariant($"{{'descr': '<i8', 'fortran_order': False, 'shape': ({values.Length},), }}").PadRight(117) + "\n";
        return [0x93, .. Encoding.ASCII.GetBytes("NUMPY"), 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. MemoryMarshal.AsBytes(values.AsSpan())];
    }
}
