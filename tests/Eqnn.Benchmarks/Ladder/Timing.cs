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
        var warmUp = Environment.CpuUsage.TotalTime;
        var perBatch = 0;
        for (; perBatch < 200 && (Environment.CpuUsage.TotalTime - warmUp).TotalSeconds < budgetSeconds / 2; perBatch++)
        {
            work();
        }

        // Batches of ten milliseconds: the clock of processor time is coarse, and to look at it takes some microseconds itself.
        var (processor, wall, total) = (double.MaxValue, double.MaxValue, 0.0);
        perBatch = Math.Max(1, perBatch / 8);
        for (var batch = 0; batch < 3 || total < 1000 * budgetSeconds;)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var run = 0; run < perBatch; run++)
            {
                var clock = Stopwatch.GetTimestamp();
                work();
                wall = Math.Min(wall, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }

            var milliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            total += milliseconds;
            if (milliseconds < 10)
            {
                perBatch *= 2;
                continue;
            }

            processor = Math.Min(processor, milliseconds / perBatch);
            batch++;
        }

        return new(processor, wall);
    }
}
