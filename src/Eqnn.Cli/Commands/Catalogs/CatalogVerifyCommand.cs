using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Records.Groups;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog verify FOLDER</c>.</summary>
internal sealed class CatalogVerifyCommand : EqnnCommand
{
    private const int MaxShown = 8;

    private static readonly Argument<string> Folder = new("FOLDER") { Description = "the catalog (default: catalog)", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string[]> Only = new("--only") { HelpName = "GROUP", Description = "only the document of this group; may be repeated", Arity = ArgumentArity.OneOrMore };

    /// <inheritdoc/>
    public override string Name => "catalog verify";

    /// <inheritdoc/>
    public override string Summary => "check schema, hashes and every mathematical claim of a catalog";

    /// <inheritdoc/>
    public override string Details =>
        """
        Reads nothing but the documents and their figures; the claims are checked by code that did not build them, from their certificates or again from the definitions
        (docs/catalog.md). eqnn catalog verify checks all of ./catalog and its index. A claim that does not hold is named with its file and JSON path, and the exit code is 2.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn catalog verify catalog --only C8 --only S3", "two documents"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Folder];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Only];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var path = query.Value(Folder) ?? CatalogOptions.DefaultFolder;
        var folder = CatalogOptions.Existing(path);
        var only = query.Values(Only) is { Count: > 0 } names ? names.Select(name => Border.Read("--only", () => GroupFile.ReadOrParse(name).Name)).ToList() : null;
        var problems = folder.Verify(only, query.Progress, query.CancellationToken);
        if (problems.Count > 0)
        {
            var more = problems.Count > MaxShown ? FormattableString.Invariant($"; and {problems.Count - MaxShown} more files") : "";
            throw new InputException($"{path} does not pass: {string.Join("; ", problems.Take(MaxShown))}{more}");
        }

        var records = CatalogOptions.Read(folder.ReadIndex).Where(record => only is null || only.Contains(record.Group)).ToList();
        return new Result(path, records, folder.Labels(only), folder.HashedFigures(only), only is null);
    }

    private sealed class Result(string path, IReadOnlyList<CatalogRecord> records, IReadOnlyList<string> labels, IReadOnlyList<(string File, int Figures)> hashed, bool whole) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading($"{path}: {CatalogOptions.Count(records.Count, "document")} verified{(whole ? ", and the index" : "")}");
            outline.Field("catalog", path);
            outline.Field("index", whole);
            outline.Fact("pairs with a map", records.Sum(record => (long)record.Pairs));
            outline.Fact("maps on fans", records.Sum(record => (long)record.Maps));
            outline.Fact("stated limits", records.Sum(record => (long)record.Limits));
            outline.Fact("figures", records.Sum(record => (long)record.Figures));
            for (var i = 0; i < labels.Count; i++)
            {
                outline.Fact(i == 0 ? "labels" : "", $"{labels[i]}: the name of a file; what is proved holds for the permutations beside it");
            }

            for (var i = 0; i < hashed.Count; i++)
            {
                outline.Fact(i == 0 ? "by hash alone" : "", FormattableString.Invariant($"{hashed[i].File}: its {hashed[i].Figures} figures are of version 1 of the format; they were compared with their hashes and not drawn again"));
            }

            outline.InDocument(json => json.List("labels", labels, json.Item));
            outline.InDocument(json => json.Records("figuresByHash", hashed, document =>
            {
                json.Field("file", document.File);
                json.Field("figures", document.Figures);
            }));
            outline.InDocument(json => json.Records("verified", records, record =>
            {
                json.Field("file", record.File);
                json.Field("hash", record.Hash);
            }));
        }
    }
}
