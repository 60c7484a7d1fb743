namespace Eqnn.Cli.Syntax;

/// <summary>What a command knows already while it is still at work: a report that is written where the time limit or the memory limit ends it, before the line that says so.</summary>
internal sealed class PartialAnswer
{
    private volatile object? _report;

    /// <summary>The report that was offered last, or null. Read by another thread than the one that works, so a report offered does not change any more.</summary>
    public object? Report => _report;

    /// <summary>Replaces what was offered before.</summary>
    public void Offer(object report) => _report = report;
}
