using System.Globalization;
using Eqnn.Networks.Plans;

namespace Eqnn.Benchmarks.Networks;

/// <summary>
/// W1 .. W7 in float64 beside float32, in turns, and beside PyTorch's float64 in the project that has it. ONNX Runtime has no convolution in float64 on processors.
/// Run with <c>dotnet run -c Release --project tests/Eqnn.Benchmarks -- network-float64 [W1 W2 ...]</c>.
/// </summary>
internal static class PrecisionRace
{
    private static readonly int[] Batches = [1, 256];

    public static void Run(IReadOnlyList<string> names, Func<Workload, float[], int, IReadOnlyList<Peer>>? others = null)
    {
        var torch = others is null ? "" : "PyTorch, float64 | its µs | ratio | ";
        Console.WriteLine($"| | batch | plan | float64, µs per sample | float32 | float64 takes | {torch}error |");
        Console.WriteLine($"|---|---|---|---|---|---|{(others is null ? "" : "---|---|---|")}---|");
        foreach (var workload in Workload.All().Where(workload => names.Count == 0 || names.Contains(workload.Name)))
        {
            foreach (var batch in Batches)
            {
                Race(workload, batch, others);
            }
        }
    }

    private static void Race(Workload workload, int batch, Func<Workload, float[], int, IReadOnlyList<Peer>>? others)
    {
        var network = workload.Network;
        var (precise, quick) = (NetworkRunner<double>.Create(network), NetworkRunner<float>.Create(network));
        var random = new Random(3);
        float[] floats = [.. Enumerable.Range(0, batch * network.Input.Dimension).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        double[] doubles = [.. floats.Select(v => (double)v)];
        var (outputs, quickly) = (new double[batch * network.Output.Dimension], new float[batch * network.Output.Dimension]);
        double[] exact = [.. network.Evaluate(doubles[..network.Input.Dimension])];
        var largest = exact.Max(Math.Abs);
        double Error(IEnumerable<double> values) => exact.Zip(values).Max(pair => Math.Abs(pair.First - pair.Second)) / largest;
        var given = workload.Forms[0].PointsFirst ? NetworkRace.Transposed(floats, batch, network.Input.Channels, network.Input.Points) : floats;
        List<Peer> peers = [.. others?.Invoke(workload, given, batch) ?? []];
        foreach (var peer in peers)
        {
            peer.Run();
            if (!(Error(peer.Outputs().Select(v => (double)v)) < 1e-6))
            {
                throw new InvalidOperationException($"{workload.Name}, {peer.Name}: something else is computed");
            }
        }

        var times = NetworkRace.Interleave([() => precise.Run(doubles, outputs), () => quick.Run(floats, quickly), .. peers.Select(peer => peer.Run)], 100, processor: true);
        var plan = string.Join(' ', precise.Plans.Select(p => batch == 1 ? p.OneSample : p.Blocks).Distinct());
        var best = peers.Count == 0 ? -1 : Enumerable.Range(2, peers.Count).MinBy(i => times[i]);
        var torch = best < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{peers[best - 2].Name} | {times[best] / batch:F1} | {times[best] / times[0]:F1} | ");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {workload.Name} | {batch} | {plan} | {times[0] / batch:F1} | {times[1] / batch:F1} | {times[0] / times[1]:F1} times | {torch}{Error(outputs):E1} |"));
        peers.ForEach(peer => peer.Held.ToList().ForEach(item => item.Dispose()));
    }
}
