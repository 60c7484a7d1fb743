using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn chambers --all</c>: every chamber, one per line, as it is found.</summary>
internal sealed class ChamberStream(Arrangement arrangement, long limit, OutputFormat format, CancellationToken cancellationToken) : Report
{
    /// <inheritdoc/>
    public override bool IsStream => true;

    /// <inheritdoc/>
    public override void Describe(Page page) => throw new InvalidOperationException("a stream has no page");

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => throw new InvalidOperationException("a stream has no document");

    /// <inheritdoc/>
    public override void StreamTo(TextWriter output)
    {
        var json = format switch
        {
            OutputFormat.Json => true,
            OutputFormat.Text => false,
            _ => throw new InputException("--all: use --format text or json"),
        };
        var count = 0L;
        var stopped = false;
        output.Write(json ? "[" : "");
        ChamberEnumeration.VisitAll(arrangement, chamber =>
        {
            if ((count & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (count == limit)
            {
                stopped = true;
                return false;
            }

            output.Write(json ? $"{(count == 0 ? "\n" : ",\n")}  [{string.Join(", ", chamber.RowSigns)}]" : $"{chamber}\n");
            count++;
            return true;
        });
        output.Write(json ? $"{(stopped ? ",\n  \"partial\"" : "")}\n]\n" : stopped ? "partial\n" : "");
        output.Flush();
        if (stopped)
        {
            throw new LimitExceededException("chambers", limit, "more; the list is partial", ChambersCommand.MoreThan(limit));
        }
    }
}
