namespace Eqnn.Cli.Syntax;

/// <summary>What a command knows already while it is still at work: written where the time limit or the memory limit ends it, before the line that says so.</summary>
/// <remarks>The report is kept as an object, since queries stand below reports.</remarks>
internal sealed class PartialAnswer
{
    private volatile object? _report;

    /// <summary>The last that was offered, or null. Read by another thread than the one that works, so a report offered does not change any more.</summary>
    public object? Report => _report;

    /// <summary>Replaces what was offered before.</summary>
    public void Offer(object report) => _report = report;
}
