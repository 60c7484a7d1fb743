using System.Diagnostics;

namespace Eqnn.Benchmarks.Ladder;

/// <summary>The time of some work, repeated: the least processor time of the whole process over batches of runs, and the least time of a run by the clock.</summary>
/// <param name="Processor">Milliseconds of processor time, all threads (compiler and collector included).</param>
/// <param name="Wall">Milliseconds by the clock.</param>
internal sealed record Timing(double Processor, double Wall)
{
    /// <summary>Repeats the work until a budget of processor time is spent, after a few runs for the compiler that do not count.</summary>
    public static Timing Of(Action work, double budgetSeconds)
    {
        var warmUp = Stopwatch.StartNew();
        for (var run = 0; run < 200 && warmUp.Elapsed.TotalSeconds < budgetSeconds / 2; run++)
        {
            work();
        }

        var (processor, wall, total) = (double.MaxValue, double.MaxValue, 0.0);
        for (var batch = 0; batch < 3 || total < 1000 * budgetSeconds; batch++)
        {
            // Batches of ten milliseconds: the clock of processor time is coarse.
            var (start, runs, milliseconds) = (Environment.CpuUsage.TotalTime, 0, 0.0);
            while (milliseconds < 10)
            {
                var clock = Stopwatch.GetTimestamp();
                work();
                wall = Math.Min(wall, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
                runs++;
                milliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            }

            processor = Math.Min(processor, milliseconds / runs);
            total += milliseconds;
        }

        return new(processor, wall);
    }
}
