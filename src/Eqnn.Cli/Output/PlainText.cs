using Eqnn.Records.Json;

namespace Eqnn.Cli.Output;

/// <summary>Text that stands as it is: a page of help, a script. It has one format.</summary>
/// <param name="text">The text.</param>
/// <param name="isPage">Whether people read it, so that its lines may be broken.</param>
internal sealed class PlainText(string text, bool isPage = false) : Report
{
    /// <inheritdoc/>
    public override bool IsStream => true;

    /// <summary>The same on a terminal: a page is wrapped at its width.</summary>
    public PlainText At(int width) => isPage ? new(WrappedLines.At(width, text)) : this;

    /// <inheritdoc/>
    public override void StreamTo(TextWriter output, CancellationToken cancellationToken) => output.Write(text);

    /// <inheritdoc/>
    public override void Describe(Page page) => throw new InvalidOperationException("plain text has no page");

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => throw new InvalidOperationException("plain text has no document");
}
