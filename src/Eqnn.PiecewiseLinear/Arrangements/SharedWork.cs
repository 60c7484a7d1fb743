using System.Runtime.ExceptionServices;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Work shared out to the processors, blocks of indices taken in ascending order. What comes out must not depend on who did what: callers merge by index.</summary>
internal static class SharedWork
{
    /// <summary>The most threads that are used.</summary>
    public static int Workers { get; } = Environment.ProcessorCount;

    /// <summary>Calls <paramref name="work"/> for 0 … count - 1 with the number of the worker, in blocks; a worker meets its indices in ascending order. Stops early when told false.</summary>
    /// <returns>Whether all was done.</returns>
    public static bool Run(int count, int block, Func<int, int, bool> work, CancellationToken cancellationToken)
    {
        var next = 0;
        var stopped = false;
        void Work(int worker)
        {
            for (int start; !Volatile.Read(ref stopped) && (start = Interlocked.Add(ref next, block) - block) < count;)
            {
                for (var at = start; at < Math.Min(count, start + block); at++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (!work(worker, at))
                    {
                        Volatile.Write(ref stopped, true);
                        return;
                    }
                }
            }
        }

        if (Workers == 1 || count <= block)
        {
            Work(0);
            return !stopped;
        }

        try
        {
            Parallel.For(0, Workers, new ParallelOptions { CancellationToken = cancellationToken }, worker =>
            {
                try
                {
                    Work(worker);
                }
                catch
                {
                    Volatile.Write(ref stopped, true);
                    throw;
                }
            });
        }
        catch (AggregateException failures)
        {
            // One failure is enough to say; cancellation comes only where nothing else went wrong.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions.FirstOrDefault(failure => failure is not OperationCanceledException) ?? failures.InnerExceptions[0]);
        }

        return !stopped;
    }
}
