using Eqnn.Records.Json;

namespace Eqnn.Cli.Output;

/// <summary>Text that stands as it is: a page of help, a script. It has one format.</summary>
internal sealed class PlainText(string text) : Report
{
    /// <inheritdoc/>
    public override bool IsStream => true;

    /// <inheritdoc/>
    public override void StreamTo(TextWriter output, CancellationToken cancellationToken) => output.Write(text);

    /// <inheritdoc/>
    public override void Describe(Page page) => throw new InvalidOperationException("plain text has no page");

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => throw new InvalidOperationException("plain text has no document");
}
