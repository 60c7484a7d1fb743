using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog list</c>.</summary>
internal sealed class CatalogListCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "catalog list";

    /// <inheritdoc/>
    public override string Summary => "the documents of a catalog";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog list", "the documents of ./catalog")];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CatalogOptions.Folder];

    /// <inheritdoc/>
    public override Report Answer(Query query) => new Result(CatalogOptions.Read(CatalogOptions.FolderOf(query).ReadIndex));

    private sealed class Result(IReadOnlyList<CatalogRecord> records) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading(CatalogOptions.Count(records.Count, "document"));
            outline.Records("documents", "documents", records, columns => columns
                .Text("group", "group", record => record.Group)
                .Count("order", "order", record => record.Order)
                .Fields((json, record) => json.Field("file", record.File))
                .Fields((json, record) => json.Field("hash", record.Hash))
                .Fields((json, record) => json.Field("version", record.Version))
                .Words("on", "sets", record => record.Sets)
                .Count("simples", "simples", record => record.Simples)
                .Count("normal", "normalSubgroups", record => record.NormalSubgroups)
                .Count("pairs", "pairs", record => record.Pairs)
                .Count("maps", "maps", record => record.Maps)
                .Count("limits", "limits", record => record.Limits)
                .Count("figures", "figures", record => record.Figures)
                .Left("file", record => record.File)
                .Left("hash", record => record.Hash.Split(':')[1][..12]));
        }
    }
}
