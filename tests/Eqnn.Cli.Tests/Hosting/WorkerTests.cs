using System.Diagnostics;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;

namespace Eqnn.Cli.Tests.Hosting;

public sealed class WorkerTests
{
    [Fact]
    public void A_result_comes_back() => Assert.Equal(7, Worker.Run(_ => 7, null, default));

    [Fact]
    public void An_exception_comes_back_as_itself() =>
        Assert.Equal("x", Assert.Throws<InputException>(() => Worker.Run<int>(_ => throw new InputException("x"), TimeSpan.FromSeconds(10), default)).Message);

    [Fact]
    public void Time_stops_work_that_looks_at_its_token()
    {
        var error = Assert.Throws<TimeoutException>(() => Worker.Run<int>(
            token =>
            {
                token.WaitHandle.WaitOne();
                throw new OperationCanceledException(token);
            },
            TimeSpan.FromMilliseconds(20),
            default));
        Assert.Contains("time limit reached after 0.02 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_stops_work_that_never_looks_at_its_token()
    {
        using var never = new ManualResetEventSlim();
        var clock = Stopwatch.StartNew();
        Assert.Throws<TimeoutException>(() => Worker.Run(
            _ =>
            {
                never.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
                return 0;
            },
            TimeSpan.FromMilliseconds(20),
            default));
        never.Set();
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void An_interrupt_is_a_cancellation_and_not_a_timeout()
    {
        using var interrupt = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Worker.Run<int>(
            token =>
            {
                interrupt.Cancel();
                token.ThrowIfCancellationRequested();
                return 0;
            },
            TimeSpan.FromSeconds(10),
            interrupt.Token));
    }

    [Fact]
    public void A_cancelled_token_starts_nothing()
    {
        var started = false;
        Assert.Throws<OperationCanceledException>(() => Worker.Run(_ => started = true, null, new CancellationToken(canceled: true)));
        Assert.False(started);
    }

    [Fact]
    public void Deep_recursion_has_room() => Assert.Equal(200_000, Worker.Run(_ => Depth(200_000), null, default));

    private static int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);

    [Fact]
    public void Memory_above_the_limit_ends_the_work_and_names_it()
    {
        var error = Assert.Throws<LimitExceededException>(() => Worker.Run(
            token =>
            {
                token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
                token.ThrowIfCancellationRequested();
                return 0;
            },
            null,
            default,
            memoryLimit: 1));
        Assert.Contains("--max-memory", LimitMessage.Of(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_below_the_limit_is_no_matter() => Assert.Equal(7, Worker.Run(_ => 7, null, default, memoryLimit: long.MaxValue));
}
