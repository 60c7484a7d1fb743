using System.Diagnostics;
using System.Globalization;
using Eqnn.Networks.Plans;
using Eqnn.Numbers;

namespace Eqnn.Benchmarks.Networks;

/// <summary>
/// Every plan forced in turn on the workloads, with the costs by which the planner chooses; for calibrating it. Least time of many calls, one program at a time.
/// Run with <c>dotnet run -c Release --project tests/Eqnn.Benchmarks -- network-plans W6</c>.
/// </summary>
internal static class PlanTimes
{
    private const double SecondsPerPlan = 1.5;

    public static void Run(IReadOnlyList<string> names)
    {
        foreach (var workload in Workload.All().Where(workload => names.Count == 0 || names.Contains(workload.Name)))
        {
            foreach (var layer in workload.Network.Layers.Select((layer, i) => (layer.Terms[0].Map, Number: i + 1)))
            {
                Console.WriteLine($"{workload.Name} layer {layer.Number}: one sample {Costs(false)}; blocks {Costs(true)}");
                string Costs(bool samples) => string.Join(", ", MapPlanner<float>.Candidates(layer.Map, samples).Select(candidate => string.Create(CultureInfo.InvariantCulture, $"{candidate.Kind} {candidate.Cost / 1000:F0}k")));
            }

            foreach (var plan in Enum.GetValues<PlanKind>())
            {
                try
                {
                    var runner = NetworkRunner<float>.Create(workload.Network, plan);
                    foreach (var batch in new[] { 1, 64 })
                    {
                        var plans = string.Join(' ', runner.Plans.Select(description => batch == 1 ? description.OneSample : description.Blocks));
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{workload.Name} {plan}, batch {batch}: {Least(runner, batch):F1} µs per sample ({plans})"));
                    }
                }
                catch (Eqnn.Numbers.LimitExceededException problem)
                {
                    Console.WriteLine($"{workload.Name} {plan}: {problem.Message}");
                }
            }
        }
    }

    private static double Least(NetworkRunner<float> runner, int batch)
    {
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, batch * runner.Network.Input.Dimension).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        var outputs = new float[batch * runner.Network.Output.Dimension];
        var least = double.MaxValue;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < SecondsPerPlan)
        {
            var start = Stopwatch.GetTimestamp();
            runner.Run(inputs, outputs);
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMicroseconds / batch);
        }

        return least;
    }
}
