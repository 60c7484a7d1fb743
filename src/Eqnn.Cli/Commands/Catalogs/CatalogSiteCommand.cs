using System.CommandLine;
using System.Globalization;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog site</c>: the catalog as a static site.</summary>
internal sealed class CatalogSiteCommand : EqnnCommand
{
    private static readonly Argument<string> Catalog = new("CATALOG") { Description = "the folder of the catalog (default: catalog)", Arity = ArgumentArity.ZeroOrOne };

    /// <inheritdoc/>
    public override string Name => "catalog site";

    /// <inheritdoc/>
    public override string Summary => "the catalog as a static site: an explorer page for each group, search, comparison, a tour";

    /// <inheritdoc/>
    public override string Details =>
        """
        eqnn catalog site catalog --out site

        Every page works from disk and from any static server, and asks nothing of any other. The same catalog gives the same bytes. A group that is too large for a page
        is left out, and the answer says why; its document stays in the index of the catalog.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog site --dry-run", "how many groups of ./catalog the site would show")];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Catalog];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CatalogOptions.DryRun];

    /// <inheritdoc/>
    public override bool IsOutFolder => true;

    /// <inheritdoc/>
    public override string? OutDescription => "the folder of the site (default: site)";

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var folder = CatalogOptions.Existing(query.Value(Catalog) ?? CatalogOptions.DefaultFolder);
        var site = query.Out ?? "site";
        if (File.Exists(site))
        {
            throw new InputException($"--out: {site} is a file; the folder of a site is wanted");
        }

        var records = CatalogOptions.Read(folder.ReadIndex);
        if (query.Has(CatalogOptions.DryRun))
        {
            return new Result(site, records.Count, null, []);
        }

        var made = CatalogSite.Write(folder, site, ToolVersion.Text, record => $"eqnn explore \"{record.Group}\" --on \"{string.Join(",", record.Sets)}\"", query.Limits, query.Progress, query.CancellationToken);
        return new Result(site, made.Pages, made.Bytes, [.. made.LeftOut.Select(left => $"{left.Group}: {left.Limit.Message}")]);
    }

    private sealed class Result(string site, int pages, long? bytes, IReadOnlyList<string> left) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading(string.Create(CultureInfo.InvariantCulture, $"site of {pages} groups"));
            outline.Fact("folder", site, "folder", site);
            outline.Field("pages", pages);
            outline.Fact("bytes", bytes is { } written ? written.ToString(CultureInfo.InvariantCulture) : "nothing is written");
            if (bytes is not null)
            {
                outline.Field("bytes", bytes);
            }

            foreach (var line in left)
            {
                outline.Line($"left out: {line}");
            }

            outline.Row("leftOut", left);
        }
    }
}
