using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog pack</c>.</summary>
internal sealed class CatalogPackCommand : EqnnCommand
{
    private const string DefaultFile = "catalog.zip";
    private static readonly Option<string> CheckOption = new("--check") { HelpName = "FILE", Description = "check an archive instead: every file is there with its hash, and nothing else" };

    /// <inheritdoc/>
    public override string Name => "catalog pack";

    /// <inheritdoc/>
    public override string Summary => "pack a catalog into one archive to publish, with index and hashes";

    /// <inheritdoc/>
    public override string Details =>
        """
        The archive is a zip file with the documents, their figures, index.json, the schema and SHA256SUMS (sha256sum -c reads it). Equal catalogs give equal bytes:
        names are sorted, times are 1980-01-01. Only what belongs to the catalog is packed.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog pack --dry-run", "what would be packed of ./catalog")];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CatalogOptions.Folder, CheckOption, CatalogOptions.DryRun];

    /// <inheritdoc/>
    public override string? OutDescription => $"the archive (default: {DefaultFile})";

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        if (query.Value(CheckOption) is { } archive)
        {
            var problems = CatalogOptions.Read(() => CatalogArchive.Check(archive, query.CancellationToken));
            return problems.Count == 0
                ? new Result(archive, null, "every file has its hash")
                : throw new InputException($"{archive}: {problems[0].File} {problems[0].Message}" + (problems.Count > 1 ? FormattableString.Invariant($" (and {problems.Count - 1} more)") : ""));
        }

        var folder = CatalogOptions.FolderOf(query);
        var file = query.Out ?? DefaultFile;
        return query.Has(CatalogOptions.DryRun)
            ? new Result(file, CatalogOptions.Read(folder.ReadIndex).Count, "would be packed")
            : new Result(file, CatalogOptions.Read(() => CatalogArchive.Write(folder.Path, file, query.CancellationToken)), "packed");
    }

    private sealed class Result(string file, int? documents, string what) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Line(documents is { } count ? $"{file}: {CatalogOptions.Count(count, "document")} {what}" : $"{file}: {what}");
            outline.Field("archive", file);
            if (documents is not null)
            {
                outline.Field("documents", documents);
            }

            outline.Field("state", what);
        }
    }
}
