using System.Runtime.ExceptionServices;

namespace Eqnn.Networks.Plans;

/// <summary>Numbered pieces of work that the caller and helpers of the thread pool take one by one.</summary>
/// <remarks>Nobody is given a share: a helper that has no core yet, or loses it, takes fewer pieces, and the caller never waits for more than the pieces that helpers have begun. So a busy machine costs no more than one thread does.</remarks>
internal sealed class BatchPieces
{
    private readonly int _pieces;
    private readonly Action<int, int> _run;
    private int _next;
    private int _active;
    private Exception? _problem;

    private BatchPieces(int pieces, Action<int, int> run)
    {
        _pieces = pieces;
        _run = run;
    }

    /// <summary>Runs all pieces and returns when they are done.</summary>
    /// <param name="pieces">How many there are.</param>
    /// <param name="workers">How many take part, the caller among them.</param>
    /// <param name="run">Runs a piece: the number of the worker (the caller's is 0), that of the piece.</param>
    /// <exception cref="Exception">What a piece threw first; no new pieces are begun then.</exception>
    public static void Run(int pieces, int workers, Action<int, int> run)
    {
        var work = new BatchPieces(pieces, run);
        for (var worker = 1; worker < Math.Min(workers, pieces); worker++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static entry => entry.Work.Take(entry.Worker), (Work: work, Worker: worker), preferLocal: false);
        }

        work.Take(0);

        // No piece is left: a helper that only comes now finds none, so it need not be waited for.
        SpinWait waiting = default;
        while (Volatile.Read(ref work._active) > 0)
        {
            waiting.SpinOnce(sleep1Threshold: -1);
        }

        if (work._problem is { } problem)
        {
            ExceptionDispatchInfo.Throw(problem);
        }
    }

    private void Take(int worker)
    {
        Interlocked.Increment(ref _active);
        try
        {
            while (_next < _pieces && Interlocked.Increment(ref _next) - 1 is var piece && piece < _pieces)
            {
                _run(worker, piece);
            }
        }
#pragma warning disable CA1031 // Whatever it was, the caller gets it: nothing may be thrown on a thread of the pool.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _problem, problem, null);
            Volatile.Write(ref _next, _pieces);
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }
    }
}
