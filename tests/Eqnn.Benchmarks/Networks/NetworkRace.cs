using System.Diagnostics;
using System.Globalization;
using Eqnn.Networks;
using Eqnn.Networks.Plans;
using Microsoft.ML.OnnxRuntime;

namespace Eqnn.Benchmarks.Networks;

/// <summary>
/// W1 .. W7 side by side with ONNX Runtime: one thread, float32, all programs in one run, in turns, medians; every output first checked against float64 evaluation by definition.
/// Run with <c>dotnet run -c Release --project tests/Eqnn.Benchmarks -- network-race [--calls N] [--threads N] [--processor-time] [W1 W2 ...]</c>.
/// </summary>
/// <remarks>A turn is some calls of one program (1 with <c>--calls 1</c>): in a row its weights are in the cache as they are in use, alone each call finds the cache full of the other programs' data.
/// With <c>--processor-time</c> the time that the process had a core counts, which on a busy machine says more than the clock.</remarks>
internal static class NetworkRace
{
    private const double SecondsPerProgram = 1.0;
    private const double SecondsPerTurn = 0.005;
    private const double MostSeconds = 60;

    /// <param name="arguments">As above.</param>
    /// <param name="others">More programs for a workload, its inputs and their number: those of the project that also has PyTorch.</param>
    public static void Run(IReadOnlyList<string> arguments, Func<Workload, float[], int, IReadOnlyList<Peer>>? others = null)
    {
        var calls = Option(arguments, "--calls", 100);
        var threads = Option(arguments, "--threads", 1);
        var processor = arguments.Contains("--processor-time");
        string[] names = [.. arguments.Where(name => name.StartsWith('W'))];
        var torch = others is null ? "" : "PyTorch | its µs | ratio | ";
        Console.WriteLine($"| | batch | plan | ours, µs per sample | natural ONNX form | its µs | ratio | Fourier in ONNX, µs | ratio | {torch}error |");
        Console.WriteLine($"|---|---|---|---|---|---|---|---|---|{(others is null ? "" : "---|---|---|")}---|");
        foreach (var workload in Workload.All().Where(workload => names.Length == 0 || names.Contains(workload.Name)))
        {
            Race(workload, calls, threads, processor, others);
        }
    }

    public static int Option(IReadOnlyList<string> arguments, string name, int absent)
    {
        var at = arguments.ToList().IndexOf(name);
        return at >= 0 && at + 1 < arguments.Count ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : absent;
    }

    private static void Race(Workload workload, int calls, int threads, bool processor, Func<Workload, float[], int, IReadOnlyList<Peer>>? others)
    {
        var network = workload.Network;
        var runner = NetworkRunner<float>.Create(network, threads: threads);
        var random = new Random(3);
        const int Most = 256;
        var (length, result) = (network.Input.Dimension, network.Output.Dimension);
        var inputs = Enumerable.Range(0, Most * length).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();
        var exact = network.Evaluate([.. inputs.Take(length).Select(v => (double)v)]).ToArray();
        using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL };
        OnnxForm[] all = workload.Clever is { } clever ? [.. workload.Forms, clever] : [.. workload.Forms];
        var sessions = all.Select(form => new InferenceSession(form.Model(), options)).ToList();
        foreach (var batch in new[] { 1, Most })
        {
            var outputs = new float[batch * result];
            var ours = inputs.AsMemory(0, batch * length);
            List<Peer> peers = [new("eqnn", () => runner.Run(ours, outputs), () => outputs, [])];
            float[] Given(bool pointsFirst) => pointsFirst ? Transposed(inputs, batch, network.Input.Channels, network.Input.Points) : inputs[..(batch * length)];
            peers.AddRange(all.Select((form, i) => Peer.OfOnnx(form, sessions[i], Given(form.PointsFirst), batch)));
            peers.AddRange(others?.Invoke(workload, Given(all[0].PointsFirst), batch) ?? []);
            foreach (var peer in peers.Skip(1))
            {
                peer.Run();
                var theirError = ErrorOf(peer.Outputs(), exact);
                if (!(theirError < 1e-4))
                {
                    throw new InvalidOperationException($"{workload.Name}, {peer.Name}: something else is computed, error {theirError}");
                }
            }

            runner.Run(ours, outputs);
            var error = ErrorOf(outputs, exact);
            var times = Interleave(peers.ConvertAll(peer => peer.Run), calls, processor);
            var plan = string.Join(' ', runner.Plans.Select(p => batch == 1 ? p.OneSample : p.Blocks).Distinct());
            string Best(int first, int count) => count == 0 ? "| | |" : Enumerable.Range(first, count).MinBy(i => times[i]) is var best
                ? string.Create(CultureInfo.InvariantCulture, $"| {peers[best].Name} | {times[best] / batch:F1} | {times[best] / times[0]:F1}") : "";
            var fourier = workload.Clever is null ? "| |" : string.Create(CultureInfo.InvariantCulture, $"| {times[all.Length] / batch:F1} | {times[all.Length] / times[0]:F1}");
            var torch = others is null ? "" : Best(1 + all.Length, peers.Count - 1 - all.Length) + " ";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {workload.Name} | {batch} | {plan} | {times[0] / batch:F1} {Best(1, workload.Forms.Count)} {fourier} {torch}| {error:E1} |"));
            peers.ForEach(peer => peer.Held.ToList().ForEach(item => item.Dispose()));
        }

        sessions.ForEach(session => session.Dispose());
    }

    private static double ErrorOf(float[] outputs, double[] exact)
    {
        var largest = exact.Max(Math.Abs);
        return exact.Select((value, i) => Math.Abs(value - outputs[i])).Max() / largest;
    }

    public static float[] Transposed(float[] values, int batch, int channels, int points)
    {
        var result = new float[batch * channels * points];
        for (var i = 0; i < result.Length; i++)
        {
            var (sample, rest) = Math.DivRem(i, channels * points);
            result[i] = values[(sample * channels * points) + (rest % channels * points) + (rest / channels)];
        }

        return result;
    }

    /// <summary>The median microseconds of a call of each program; the programs take turns of some calls, or of as many as fit the time of a turn.</summary>
    public static double[] Interleave(List<Action> programs, int calls, bool processor)
    {
        var samples = programs.ConvertAll(_ => new List<double>());
        programs.ForEach(run => run());
        var clock = Stopwatch.StartNew();
        while ((clock.Elapsed.TotalSeconds < SecondsPerProgram * programs.Count || samples[0].Count < 5) && clock.Elapsed.TotalSeconds < MostSeconds)
        {
            for (var i = 0; i < programs.Count; i++)
            {
                var (turn, start) = (Stopwatch.GetTimestamp(), Now(processor));
                var call = 0;
                do
                {
                    programs[i]();
                    call++;
                }
                while (call < calls && Stopwatch.GetElapsedTime(turn).TotalSeconds < SecondsPerTurn);
                samples[i].Add((Now(processor) - start) / call);
            }
        }

        return [.. samples.Select(list => list.Order().ElementAt(list.Count / 2))];
    }

    /// <summary>Microseconds, of the processor time of this process or of the clock.</summary>
    public static double Now(bool processor) => processor && !OperatingSystem.IsBrowser() && !OperatingSystem.IsIOS() && !OperatingSystem.IsTvOS() ? Environment.CpuUsage.TotalTime.TotalMicroseconds : Stopwatch.GetElapsedTime(0).TotalMicroseconds;
}
