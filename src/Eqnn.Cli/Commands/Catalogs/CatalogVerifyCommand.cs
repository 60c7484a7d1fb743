using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
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
        (docs/catalog.md). eqnn catalog verify checks all of ./catalog and its index. A claim that does not hold is named with its file and JSON path, and the exit code is 2;
        a document whose check needs more than a limit allows is named as such, and the exit code is 3 where nothing else is wrong.
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
        var found = folder.Verify(only, query.Progress, query.CancellationToken);
        var limited = found.Where(problem => problem.Limit is not null).ToList();
        if (limited.Count < found.Count)
        {
            var beyond = limited.Count == 0 ? "" : $"; beyond a limit, and so not checked: {Listed(limited)}";
            throw new InputException($"{path} does not pass: {Listed([.. found.Except(limited)])}{beyond}");
        }

        var records = CatalogOptions.Read(folder.ReadIndex).Where(record => (only is null || only.Contains(record.Group)) && limited.TrueForAll(problem => problem.File != record.File)).ToList();
        return new Result(path, records, limited, folder.Labels(only), folder.HashedFigures(only), only is null);
    }

    private static string Listed(IReadOnlyList<CatalogProblem> problems) =>
        string.Join("; ", problems.Take(MaxShown)) + (problems.Count > MaxShown ? FormattableString.Invariant($"; and {problems.Count - MaxShown} more files") : "");

    private sealed class Result(string path, IReadOnlyList<CatalogRecord> records, IReadOnlyList<CatalogProblem> limited, IReadOnlyList<string> labels, IReadOnlyList<(string File, int Figures)> hashed, bool whole) : OutlinedReport
    {
        /// <summary>What could be checked holds; the run ends as one that a limit stopped.</summary>
        public override LimitExceededException? Limit => limited.Select(problem => problem.Limit).FirstOrDefault();

        protected override void Describe(Outline outline)
        {
            outline.Heading($"{path}: {CatalogOptions.Count(records.Count, "document")} verified{(limited.Count == 0 ? "" : $", {limited.Count} not checked")}{(whole ? ", and the index" : "")}");
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

            for (var i = 0; i < limited.Count; i++)
            {
                outline.Fact(i == 0 ? "beyond a limit" : "", limited[i].ToString());
            }

            outline.InDocument(json => json.List("labels", labels, json.Item));
            outline.InDocument(json => json.Records("figuresByHash", hashed, document =>
            {
                json.Field("file", document.File);
                json.Field("figures", document.Figures);
            }));
            outline.InDocument(json => json.Records("limited", limited, problem =>
            {
                json.Field("file", problem.File);
                json.Field("limit", problem.Message);
            }));
            outline.InDocument(json => json.Records("verified", records, record =>
            {
                json.Field("file", record.File);
                json.Field("hash", record.Hash);
            }));
        }
    }
}
