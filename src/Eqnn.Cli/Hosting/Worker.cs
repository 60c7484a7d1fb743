using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Eqnn.Cli.Hosting;

/// <summary>Runs the work of a command under its time limit and Ctrl-C.</summary>
/// <remarks>
/// The work has a thread of its own: a stage that looks at its token too rarely cannot hold up the exit (the process ends without it after a short grace),
/// and deep recursion has room.
/// </remarks>
internal static class Worker
{
    private const int StackBytes = 64 << 20;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>The result of <paramref name="work"/>.</summary>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="interrupt"/> was cancelled.</exception>
    public static T Run<T>(Func<CancellationToken, T> work, TimeSpan? timeLimit, CancellationToken interrupt)
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
            Name = "eqnn",
        };
        if (timeLimit is { } limit)
        {
            stop.CancelAfter(limit);
        }

        thread.Start();
        WaitHandle.WaitAny([done.WaitHandle, token.WaitHandle]);
        if (!done.IsSet && !done.Wait(Grace, CancellationToken.None))
        {
            throw Stopped(timeLimit, interrupt);
        }

        if (failure is null)
        {
            return result!;
        }

        if (failure.SourceException is OperationCanceledException && token.IsCancellationRequested)
        {
            throw Stopped(timeLimit, interrupt);
        }

        failure.Throw();
        return default!;
    }

    private static Exception Stopped(TimeSpan? timeLimit, CancellationToken interrupt) => interrupt.IsCancellationRequested || timeLimit is not { } limit
        ? new OperationCanceledException(interrupt)
        : new TimeoutException(FormattableString.Invariant($"time limit reached after {limit.TotalSeconds:0.###} s; to raise it: --timeout {Math.Ceiling(limit.TotalSeconds) * 10:0}"));
}
