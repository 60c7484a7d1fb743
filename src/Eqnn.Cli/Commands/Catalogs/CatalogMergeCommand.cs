using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog merge PARTS... --out FOLDER</c>.</summary>
internal sealed class CatalogMergeCommand : EqnnCommand
{
    private static readonly Argument<string[]> Parts = new("PARTS") { Description = "catalogs: the folders of the shards", Arity = ArgumentArity.OneOrMore };

    /// <inheritdoc/>
    public override string Name => "catalog merge";

    /// <inheritdoc/>
    public override string Summary => "join catalogs, such as the shards of a build; conflicting documents are refused and named";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog merge catalog --out catalog --dry-run", "whether hashes and figures are right and nothing conflicts")];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Parts];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CatalogOptions.DryRun];

    /// <inheritdoc/>
    public override bool IsOutFolder => true;

    /// <inheritdoc/>
    public override string? OutDescription => "the folder of the joined catalog (default: catalog)";

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var folder = query.Out ?? CatalogOptions.DefaultFolder;
        var parts = query.Required(Parts);
        foreach (var part in parts)
        {
            _ = CatalogOptions.Existing(part);
        }

        if (File.Exists(folder))
        {
            throw new InputException($"--out: {folder} is a file; the folder of a catalog is wanted");
        }

        var target = new CatalogFolder(folder);
        return new Result(folder, parts, CatalogOptions.Read(() => query.Has(CatalogOptions.DryRun) ? target.CheckMerge(parts, query.CancellationToken) : target.Merge(parts, query.CancellationToken)));
    }

    private sealed class Result(string folder, IReadOnlyList<string> parts, int count) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Line($"{folder}: {CatalogOptions.Count(count, "document")} from {CatalogOptions.Count(parts.Count, "part")}");
            outline.Field("catalog", folder);
            outline.Row("parts", parts);
            outline.Field("documents", count);
        }
    }
}
