using Eqnn.Cli.Output;

namespace Eqnn.Cli.Syntax;

/// <summary>What a command knows already while it is still at work: written where the time limit or the memory limit ends it, before the line that says so.</summary>
internal sealed class PartialAnswer
{
    private volatile Report? _report;

    /// <summary>The last that was offered, or null. Read by another thread than the one that works, so a report offered does not change any more.</summary>
    public Report? Report => _report;

    /// <summary>Replaces what was offered before.</summary>
    public void Offer(Report report) => _report = report;
}
