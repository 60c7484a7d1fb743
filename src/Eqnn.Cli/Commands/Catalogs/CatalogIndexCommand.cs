using System.CommandLine;
using Eqnn.Catalog.Database;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog index</c>.</summary>
internal sealed class CatalogIndexCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "catalog index";

    /// <inheritdoc/>
    public override string Summary => "make an SQLite database of the documents, for eqnn catalog search";

    /// <inheritdoc/>
    public override string Details =>
        """
        The database holds nothing that is not in the documents but the numbers of the groups, and is made anew each time; every document is checked against its hash first.
        The tables are in docs/catalog.md; any program that reads SQLite can use the file.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog index --dry-run", "which file would be made of ./catalog")];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CatalogOptions.Folder, CatalogOptions.DryRun];

    /// <inheritdoc/>
    public override string? OutDescription => $"the database (default: {CatalogDatabase.FileName} in the catalog)";

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var folder = CatalogOptions.FolderOf(query).Path;
        var file = query.Out ?? Path.Combine(folder, CatalogDatabase.FileName);
        var count = CatalogOptions.Read(() => query.Has(CatalogOptions.DryRun) ? new Catalog.Folders.CatalogFolder(folder).ReadIndex().Count : CatalogDatabase.Build(folder, file, query.Progress, query.CancellationToken));
        return new Result(file, count, query.Has(CatalogOptions.DryRun));
    }

    private sealed class Result(string file, int documents, bool dryRun) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Line($"{file}: {(dryRun ? "would be made from " : "")}{CatalogOptions.Count(documents, "document")}");
            outline.Field("database", file);
            outline.Field("documents", documents);
        }
    }
}
