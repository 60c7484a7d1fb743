using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Records.Json;

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

    private sealed class Result(CatalogDocument document) : Report
    {
        public override void Describe(Page page)
        {
            foreach (var line in document.ToBibTeX().TrimEnd('\n').Split('\n'))
            {
                page.Line(line);
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.Field("group", document.Record.Group);
            json.Field("file", document.Record.File);
            json.Field("hash", document.Record.Hash);
            json.Field("bibtex", document.ToBibTeX());
        });
    }
}
