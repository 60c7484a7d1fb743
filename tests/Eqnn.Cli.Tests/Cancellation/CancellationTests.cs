namespace Eqnn.Cli.Tests.Cancellation;

/// <summary>Long work of every kind ends when its token is cancelled, and not by reaching its end. How fast is measured (docs/testing.md#cancellation), not decided here: these calls take minutes to hours.</summary>
[Trait("speed", "slow")]
public sealed class CancellationTests
{
    public static TheoryData<string> Names => [.. LongOperations.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Long_work_ends_when_it_is_cancelled(string name)
    {
        var call = LongOperations.All.Single(operation => operation.Name == name).Prepare();
        using var source = new CancellationTokenSource();
        source.CancelAfter(100);
        Assert.ThrowsAny<OperationCanceledException>(() => call(source.Token));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Work_that_is_cancelled_beforehand_does_not_begin(string name)
    {
        var call = LongOperations.All.Single(operation => operation.Name == name).Prepare();
        Assert.ThrowsAny<OperationCanceledException>(() => call(new CancellationToken(canceled: true)));
    }
}
