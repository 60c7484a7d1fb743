using System.Diagnostics;
using System.Globalization;
using Eqnn.Networks.Plans;

namespace Eqnn.Benchmarks.Networks;

/// <summary>
/// W1 .. W7 on one thread and on several, in turns, a batch of 256 divided among them: median and least time by the clock, and the processor time of all threads, which says what is lost where no core is free.
/// Run with <c>dotnet run -c Release --project tests/Eqnn.Benchmarks -- network-threads [--batch 256] [W1 W2 ...]</c>.
/// </summary>
internal static class ThreadTimes
{
    private const double SecondsPerWorkload = 3;
    private static readonly int[] Threads = [1, 2];

    public static void Run(IReadOnlyList<string> arguments)
    {
        var batch = NetworkRace.Option(arguments, "--batch", 256);
        string[] names = [.. arguments.Where(name => name.StartsWith('W'))];
        Console.WriteLine("| | threads | median, µs per sample | least | median: times faster | least: times faster | processor time, µs per sample | of one thread's |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var workload in Workload.All().Where(workload => names.Length == 0 || names.Contains(workload.Name)))
        {
            var random = new Random(1);
            var network = workload.Network;
            float[] inputs = [.. Enumerable.Range(0, batch * network.Input.Dimension).Select(_ => (float)((2 * random.NextDouble()) - 1))];
            var outputs = Threads.Select(_ => new float[batch * network.Output.Dimension]).ToList();
            var runners = Threads.Select(threads => NetworkRunner<float>.Create(network, threads: threads)).ToList();
            var times = Measure([.. runners.Select((runner, i) => (Action)(() => runner.Run(inputs, outputs[i])))]);
            if (outputs.Exists(other => !other.AsSpan().SequenceEqual(outputs[0])))
            {
                throw new InvalidOperationException($"{workload.Name}: the number of threads changes the outputs");
            }

            for (var i = 0; i < Threads.Length; i++)
            {
                var (median, least, processor) = times[i];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {workload.Name} | {Threads[i]} | {median / batch:F1} | {least / batch:F1} | {times[0].Median / median:F2} | {times[0].Least / least:F2} | {processor / batch:F1} | {processor / times[0].Processor:F2} |"));
            }
        }
    }

    private static List<(double Median, double Least, double Processor)> Measure(List<Action> programs)
    {
        var samples = programs.ConvertAll(_ => new List<double>());
        var processor = new double[programs.Count];
        programs.ForEach(run => run());
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < SecondsPerWorkload || samples[0].Count < 5)
        {
            for (var i = 0; i < programs.Count; i++)
            {
                var (start, used) = (Stopwatch.GetTimestamp(), NetworkRace.Now(processor: true));
                programs[i]();
                samples[i].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                processor[i] += NetworkRace.Now(processor: true) - used;
            }
        }

        samples.ForEach(list => list.Sort());
        return [.. samples.Select((list, i) => (list[list.Count / 2], list[0], processor[i] / list.Count))];
    }
}
