using System.Globalization;
using System.Text;
using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Drawing.Explorer;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.Records.Explorations;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;

namespace Eqnn.Catalog.Folders;

/// <summary>A catalog as a static site: an explorer page for each of its groups beside the document, an index with search, the comparison of two groups, a tour and definitions.</summary>
/// <remarks>Pages are made on all processors, and no page knows of another: the same catalog gives the same bytes. A group that is too large for a page is left out and named. docs/explorer.md#the-site says how long a site takes.</remarks>
public sealed class CatalogSite
{
    private CatalogSite(int pages, long bytes, IReadOnlyList<(string Group, LimitExceededException Limit)> leftOut)
    {
        Pages = pages;
        Bytes = bytes;
        LeftOut = leftOut;
    }

    /// <summary>How many groups have a page.</summary>
    public int Pages { get; }

    /// <summary>The bytes of all files.</summary>
    public long Bytes { get; }

    /// <summary>The groups that have none, with the limit that stopped them, in the order of the catalog.</summary>
    public IReadOnlyList<(string Group, LimitExceededException Limit)> LeftOut { get; }

    /// <summary>Writes the site of a catalog into a folder, file by file; a file that is there is replaced.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="folder">The folder of the site; it is made if it is not there.</param>
    /// <param name="version">The version that the pages name.</param>
    /// <param name="commandOf">The command that makes the page of a group again, which the page shows.</param>
    /// <param name="limits">How far work on a group may go.</param>
    /// <param name="progress">Told after each page.</param>
    /// <param name="cancellationToken">Stops between two groups and inside of each; pages that are written stay.</param>
    /// <exception cref="FileNotFoundException">There is no index: the folder is no catalog.</exception>
    /// <exception cref="InvalidDataException">The index is damaged.</exception>
    public static CatalogSite Write(CatalogFolder catalog, string folder, string version, Func<CatalogRecord, string> commandOf, GroupLimits? limits = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(commandOf);
        var records = catalog.ReadIndex();
        var made = new Made?[records.Count];
        var done = 0;
        CatalogBuilding.ForEach(
            Enumerable.Range(0, records.Count).OrderByDescending(i => records[i].Order),
            i =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                made[i] = Page(catalog, records[i], folder, version, commandOf(records[i]), limits, cancellationToken);
                progress?.Report(new("site", Interlocked.Increment(ref done), records.Count));
            },
            cancellationToken);
        var pages = made.OfType<Made>().Where(page => page.Limit is null).ToList();
        var bytes = pages.Sum(page => page.Bytes)
            + Write(folder, "index.html", SitePages.Index(List(pages.Select(page => page.Row)), string.Create(CultureInfo.InvariantCulture, $"{pages.Count} groups of a catalog of {records.Count} documents.")))
            + Write(folder, "compare.html", SitePages.Compare(List(pages.Select(page => page.Comparison))))
            + Write(folder, "tour.html", SitePages.Tour(pages.ToDictionary(page => page.Group, page => page.Id, StringComparer.Ordinal)))
            + Write(folder, "definitions.html", SitePages.Definitions())
            + Write(folder, "404.html", SitePages.NotFound());
        return new(pages.Count, bytes, [.. made.OfType<Made>().Where(page => page.Limit is not null).Select(page => (page.Group, page.Limit!))]);
    }

    private static Made Page(CatalogFolder catalog, CatalogRecord record, string folder, string version, string command, GroupLimits? limits, CancellationToken cancellationToken)
    {
        var id = record.File.Replace(".json", "", StringComparison.Ordinal).Replace('/', '-').Replace('\\', '-');
        try
        {
            var table = CharacterTable.Of(GroupFile.ReadOrParse(record.Group, limits, cancellationToken: cancellationToken), null, cancellationToken);
            var exploration = Exploration.Of(table, [.. record.Sets.Select(name => GSetFile.ReadOrParse(table.Group, name))], cancellationToken: cancellationToken);
            var (json, _) = ExplorationRecord.Of(exploration, command, version, cancellationToken);
            var bytes = Write(folder, Path.Combine("g", id, "index.html"), ExplorerPage.ToHtml(exploration, json, "../../index.html", cancellationToken))
                + Write(folder, Path.Combine("data", id + ".json"), File.ReadAllText(Path.Combine(catalog.Path, record.File)));
            return new(record.Group, id, bytes, SiteRecord.Row(exploration, record.Group, id, cancellationToken), SiteRecord.Comparison(exploration, record.Group, id, cancellationToken), null);
        }
        catch (LimitExceededException limit)
        {
            return new(record.Group, id, 0, "", "", limit);
        }
    }

    private static string List(IEnumerable<string> rows) => $"[{string.Join(",", rows)}]";

    private static long Write(string folder, string path, string content)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        AtomicFile.Write(full, content);
        return Encoding.UTF8.GetByteCount(content);
    }

    private sealed record Made(string Group, string Id, long Bytes, string Row, string Comparison, LimitExceededException? Limit);
}
