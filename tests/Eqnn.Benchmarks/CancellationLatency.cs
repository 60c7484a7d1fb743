using System.Diagnostics;
using System.Globalization;
using Eqnn.Cli.Tests.Cancellation;

namespace Eqnn.Benchmarks;

/// <summary>How long work goes on after its token is cancelled, at several moments of each long operation.</summary>
/// <remarks><c>cancel [part of a name ...]</c>. Milliseconds of processor time of the process from the cancellation to the exception, and of wall time: on a busy machine wall time says more of its other work.</remarks>
internal static class CancellationLatency
{
    /// <summary>Processor time after which is cancelled.</summary>
    private static readonly int[] Moments = [100, 400, 1500];

    public static int Run(string[] names)
    {
        Console.WriteLine("| operation | cancelled after | goes on for (processor) | (wall) |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, prepare) in LongOperations.All.Where(operation => names.Length == 0 || names.Any(part => operation.Name.Contains(part, StringComparison.Ordinal))))
        {
            foreach (var moment in Moments)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {moment} ms | {Measure(prepare(), moment)} |"));
            }
        }

        return 0;
    }

    private static string Measure(Action<CancellationToken> call, int moment)
    {
        using var source = new CancellationTokenSource();
        Exception? end = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    call(source.Token);
                }
#pragma warning disable CA1031 // What ended it is the result.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    end = e;
                }
            },
            64 << 20);
        var begin = Processor();
        thread.Start();
        while (thread.IsAlive && Processor() - begin < moment)
        {
            thread.Join(5);
        }

        var (processor, wall) = (Processor(), Stopwatch.StartNew());
        source.Cancel();
        thread.Join();
        return end is OperationCanceledException
            ? string.Create(CultureInfo.InvariantCulture, $"{Processor() - processor:F0} ms | {wall.ElapsedMilliseconds} ms")
            : end is null ? "ended before | " : $"{end.GetType().Name}: {end.Message} | ";
    }

    private static double Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalMilliseconds;
    }
}
