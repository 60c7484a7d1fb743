using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn chambers --all</c>: every chamber, one per line, as it is found.</summary>
/// <param name="arrangement">The arrangement, or the cone over an affine one.</param>
/// <param name="affine">Whether it is such a cone: then its first hyperplane is infinity, and the regions are the chambers on its positive side.</param>
/// <param name="limit">The most chambers that are written.</param>
/// <param name="format">Text or JSON.</param>
internal sealed class ChamberStream(Arrangement arrangement, bool affine, long limit, OutputFormat format) : Report
{
    /// <inheritdoc/>
    public override bool IsStream => true;

    /// <inheritdoc/>
    public override void Describe(Page page) => throw new InvalidOperationException("a stream has no page");

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => throw new InvalidOperationException("a stream has no document");

    /// <inheritdoc/>
    public override void StreamTo(TextWriter output, CancellationToken cancellationToken)
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
            if (affine && chamber.Signs[0] < 0)
            {
                return true;
            }

            if ((count & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (count == limit)
            {
                stopped = true;
                return false;
            }

            output.Write(json ? $"{(count == 0 ? "\n" : ",\n")}  [{string.Join(", ", chamber.RowSigns.Skip(affine ? 1 : 0))}]" : $"{chamber.ToString()[(affine ? 1 : 0)..]}\n");
            count++;
            return true;
        });
        output.Write(json ? $"{(stopped ? ",\n  \"partial\"" : "")}\n]\n" : stopped ? "partial\n" : "");
        output.Flush();
        if (stopped)
        {
            throw new LimitExceededException("chambers", limit, "more; the list is partial", ChamberOptions.MoreThan(limit));
        }
    }
}
