using System.Globalization;
using System.Runtime.ExceptionServices;
using Eqnn.Numbers;

namespace Eqnn.Cli.Hosting;

/// <summary>Runs the work of a command under its time limit and Ctrl-C.</summary>
/// <remarks>
/// The work has a thread of its own: a stage that looks at its token too rarely cannot hold up the exit (the process ends without it after a short grace),
/// and deep recursion has room.
/// </remarks>
internal static class Worker
{
    /// <summary>The name of the thread that works.</summary>
    internal const string ThreadName = "eqnn";

    private const int StackBytes = 64 << 20;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <summary>The result of <paramref name="work"/>.</summary>
    /// <param name="work">The work; its token is cancelled where it must stop.</param>
    /// <param name="timeLimit">The time it may take, or null.</param>
    /// <param name="interrupt">Ctrl-C.</param>
    /// <param name="memoryLimit">The bytes that the process may take, or null where it is not looked at.</param>
    /// <exception cref="LimitExceededException">The memory limit was passed.</exception>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="interrupt"/> was cancelled.</exception>
    public static T Run<T>(Func<CancellationToken, T> work, TimeSpan? timeLimit, CancellationToken interrupt, long? memoryLimit = null)
    {
        interrupt.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        var done = new ManualResetEventSlim();
        var result = default(T);
        ExceptionDispatchInfo? failure = null;
        var token = stop.Token;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work(token);
                }
#pragma warning disable CA1031 // Every exception is carried over to the caller's thread and thrown there.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
                finally
                {
                    done.Set();
                }
            },
            StackBytes)
        {
            IsBackground = true,
            CurrentCulture = CultureInfo.InvariantCulture,
            CurrentUICulture = CultureInfo.InvariantCulture,
            Name = ThreadName,
        };
        if (timeLimit is { } limit)
        {
            stop.CancelAfter(limit);
        }

        thread.Start();
        LimitExceededException? memory = null;
        var watch = memoryLimit is { } most ? new MemoryWatch(most) : null;
        WaitHandle[] ends = [done.WaitHandle, token.WaitHandle];
        while (WaitHandle.WaitAny(ends, memoryLimit is null ? Timeout.InfiniteTimeSpan : Tick) == WaitHandle.WaitTimeout)
        {
            if (memoryLimit is { } bytes && watch!.IsAbove())
            {
                // What is garbage does not count, and the work may be done meanwhile.
                memory = new LimitExceededException("bytes of memory", bytes, "more", "Worker.MemoryLimit", bytes > long.MaxValue / 4 ? bytes : 4 * bytes);
                stop.Cancel();
                break;
            }
        }

        if (!done.IsSet && !done.Wait(Grace, CancellationToken.None))
        {
            throw memory ?? Stopped(timeLimit, interrupt);
        }

        if (failure is null)
        {
            return result!;
        }

        if (failure.SourceException is OperationCanceledException && token.IsCancellationRequested)
        {
            throw memory ?? Stopped(timeLimit, interrupt);
        }

        failure.Throw();
        return default!;
    }

    private static Exception Stopped(TimeSpan? timeLimit, CancellationToken interrupt) => interrupt.IsCancellationRequested || timeLimit is not { } limit
        ? new OperationCanceledException(interrupt)
        : new TimeoutException(FormattableString.Invariant($"time limit reached after {limit.TotalSeconds:0.###} s; to raise it: --timeout {Math.Ceiling(limit.TotalSeconds) * 10:0}"));
}
