using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog cite G</c>.</summary>
internal sealed class CatalogCiteCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "catalog cite";

    /// <inheritdoc/>
    public override string Summary => "a BibTeX entry for a document, with its hash";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog cite C8", "the hash says which bytes are meant")];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CatalogOptions.Folder];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query) => new Result(CatalogOptions.Document(query, Inputs.Group(query).Name));

    private sealed class Result(CatalogDocument document) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Lines(document.ToBibTeX());
            outline.Field("group", document.Record.Group);
            outline.Field("file", document.Record.File);
            outline.Field("hash", document.Record.Hash);
            outline.Field("bibtex", document.ToBibTeX());
        }
    }
}
