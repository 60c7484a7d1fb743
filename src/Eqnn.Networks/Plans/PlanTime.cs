using System.Diagnostics;
using Eqnn.Numbers;

namespace Eqnn.Networks.Plans;

/// <summary>How long one call of a network takes by one plan, in single precision: a measurement, another one each time.</summary>
public sealed record PlanTime
{
    internal PlanTime(int batch, string plan, double microseconds, int calls, double error)
    {
        Batch = batch;
        Plan = plan;
        Microseconds = microseconds;
        Calls = calls;
        Error = error;
    }

    /// <summary>The number of samples of a call.</summary>
    public int Batch { get; }

    /// <summary>The plan: <c>automatic</c>, or the one that was forced.</summary>
    public string Plan { get; }

    /// <summary>The median of the times of single calls.</summary>
    public double Microseconds { get; }

    /// <summary>The number of calls.</summary>
    public int Calls { get; }

    /// <summary>The largest difference of an output from evaluation by definition in double precision (of large networks by the fast plans in double precision), as a share of the largest output (of 0.3, where all are smaller).</summary>
    public double Error { get; }

    /// <summary>Measures the plan that is asked for and every other one that fits the network, in turns, on random inputs; for each size of a batch the plan that is asked for comes first.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batches">The sizes of the batches.</param>
    /// <param name="seconds">The time for each size. A plan that needs more for one batch is left out.</param>
    /// <param name="plan">The first plan.</param>
    /// <param name="threads">The number of threads that share a batch.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The plan that is asked for fits no map of the network.</exception>
    public static IReadOnlyList<PlanTime> Measure(EquivariantNetwork network, IReadOnlyList<int> batches, double seconds, PlanKind plan = PlanKind.Automatic, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batches);
        NetworkEvaluation.Require(network, batches.Max());
        var runners = new List<(string Name, NetworkRunner<float> Runner)> { (Word(plan), NetworkRunner<float>.Create(network, plan, threads)) };
        foreach (var kind in Enum.GetValues<PlanKind>().Where(kind => kind != PlanKind.Automatic && kind != plan))
        {
            try
            {
                var runner = NetworkRunner<float>.Create(network, kind, threads);
                if (runner.Plans.Any(used => used.OneSample.StartsWith(Word(kind), StringComparison.Ordinal) || used.Blocks.StartsWith(Word(kind), StringComparison.Ordinal)))
                {
                    runners.Add((Word(kind), runner));
                }
            }
            catch (Exception problem) when (problem is ArgumentException or LimitExceededException)
            {
                // This plan does not fit the network: it is not measured.
            }
        }

        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, batches.Max() * network.Input.Dimension).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        var exact = NetworkEvaluation.Reference(network, [.. inputs.Take(network.Input.Dimension).Select(v => (double)v)]);
        return [.. batches.SelectMany(batch => OfBatch(runners, inputs.AsMemory(0, batch * network.Input.Dimension), exact, batch, seconds, cancellationToken))];
    }

    private static string Word(PlanKind kind) => kind.ToString().ToLowerInvariant();

    private static IEnumerable<PlanTime> OfBatch(IReadOnlyList<(string Name, NetworkRunner<float> Runner)> all, Memory<float> inputs, IReadOnlyList<double> exact, int batch, double seconds, CancellationToken cancellationToken)
    {
        var outputs = new float[batch * exact.Count];
        var scale = Math.Max(0.3, exact.Max(Math.Abs));

        // A plan that one batch would keep busy for longer than the time there is, is left out.
        (string Name, NetworkRunner<float> Runner)[] runners = [.. all.Where((runner, i) => i == 0 || OneCall(runner.Runner, inputs, outputs) * batch < Math.Max(seconds, 0.5))];
        var times = runners.Select(_ => new List<double>()).ToList();
        var errors = new double[runners.Length];
        for (var i = 0; i < runners.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = Call(runners[i].Runner);
            errors[i] = exact.Select((value, k) => Math.Abs(value - outputs[k])).Max() / scale;
            if (first.TotalSeconds >= seconds)
            {
                // There is no time for another call.
                times[i].Add(first.TotalMicroseconds);
            }
        }

        var whole = Stopwatch.StartNew();
        while (whole.Elapsed.TotalSeconds < seconds || times.Exists(calls => calls.Count == 0))
        {
            for (var i = 0; i < runners.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (times[i].Count == 0 || times[i][0] < 1e6 * seconds)
                {
                    times[i].Add(Call(runners[i].Runner).TotalMicroseconds);
                }
            }

            if (times.TrueForAll(calls => calls[0] >= 1e6 * seconds))
            {
                break;
            }
        }

        return runners.Select((runner, i) => new PlanTime(batch, runner.Name, Median(times[i]), times[i].Count, errors[i]));

        TimeSpan Call(NetworkRunner<float> runner)
        {
            var watch = Stopwatch.StartNew();
            runner.Run(inputs, outputs);
            return watch.Elapsed;
        }
    }

    /// <summary>Seconds for one sample, the second of two calls.</summary>
    private static double OneCall(NetworkRunner<float> runner, Memory<float> inputs, float[] outputs)
    {
        var (input, output) = (inputs[..runner.Network.Input.Dimension], outputs.AsMemory(0, runner.Network.Output.Dimension));
        runner.Run(input, output);
        var watch = Stopwatch.StartNew();
        runner.Run(input, output);
        return watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
