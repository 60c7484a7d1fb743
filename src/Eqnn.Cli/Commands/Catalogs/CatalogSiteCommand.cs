using System.CommandLine;
using System.Globalization;
using System.Text;
using Eqnn.Algebra.Characters;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing.Explorer;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.Records.Explorations;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;

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

        var (rows, compared, pages, left) = (new List<string>(), new List<string>(), new SortedDictionary<string, string>(StringComparer.Ordinal), new List<string>());
        long bytes = 0;
        foreach (var record in records)
        {
            query.CancellationToken.ThrowIfCancellationRequested();
            query.Progress?.Report(new("site", rows.Count, records.Count));
            var id = record.File.Replace(".json", "", StringComparison.Ordinal).Replace('/', '-').Replace('\\', '-');
            try
            {
                var table = CharacterTable.Of(GroupFile.ReadOrParse(record.Group, query.Limits), null, query.CancellationToken);
                var sets = record.Sets.Select(name => GSetFile.ReadOrParse(table.Group, name)).ToList();
                var exploration = Exploration.Of(table, sets, cancellationToken: query.CancellationToken);
                var (json, _) = ExplorationRecord.Of(exploration, $"eqnn explore \"{record.Group}\" --on \"{string.Join(",", record.Sets)}\"", ToolVersion.Text);
                bytes += Write(site, Path.Combine("g", id, "index.html"), ExplorerPage.ToHtml(exploration, json, "../../index.html"));
                bytes += Write(site, Path.Combine("data", id + ".json"), File.ReadAllText(Path.Combine(folder.Path, record.File)));
                rows.Add(SiteRecord.Row(exploration, record.Group, id));
                compared.Add(SiteRecord.Comparison(exploration, record.Group, id));
                pages[record.Group] = id;
            }
            catch (LimitExceededException limit)
            {
                left.Add($"{record.Group}: {limit.Message}");
            }
        }

        var all = $"[{string.Join(",", rows)}]";
        bytes += Write(site, "index.html", SitePages.Index(all, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} groups of a catalog of {records.Count} documents.")));
        bytes += Write(site, "compare.html", SitePages.Compare($"[{string.Join(",", compared)}]"));
        bytes += Write(site, "tour.html", SitePages.Tour(pages));
        bytes += Write(site, "definitions.html", SitePages.Definitions());
        bytes += Write(site, "404.html", SitePages.NotFound());
        return new Result(site, rows.Count, bytes, left);
    }

    private static int Write(string site, string path, string content)
    {
        var full = Path.Combine(site, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        AtomicFile.Write(full, content);
        return Encoding.UTF8.GetByteCount(content);
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
