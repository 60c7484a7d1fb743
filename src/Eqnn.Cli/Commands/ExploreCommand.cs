using System.CommandLine;
using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing.Explorer;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.Records.Explorations;
using Eqnn.Records.Groups;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn explore G</c>: the interactive page of a group, as one file.</summary>
internal sealed class ExploreCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "explore";

    /// <inheritdoc/>
    public override string Summary => "one self-contained page: move a vector of one simple and see it in all others";

    /// <inheritdoc/>
    public override string Details =>
        """
        The page opens from disk and sends nothing anywhere. Drag a point, a segment, a circle or a region in a simple: its images under any activation move in all
        others, exactly. The G-sets are those of --on, a list such as regular,points, and the transitive ones as far as the page stays small.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn explore C8 --out c8.html", "the cyclic group of order 8"),
        ("eqnn explore D6 --on points --out d6.html", "the hexagon and its six corners"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On];

    /// <inheritdoc/>
    public override string? OutDescription => "write the page to FILE (page.html)";

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var path = query.Out ?? throw new InputException("--out: the page is a file; write --out page.html");
        var on = query.Value(CommonOptions.On) ?? "regular";
        var table = Inputs.Table(query);
        var sets = Inputs.SetList(on).Select(text => Inputs.Set(table.Group, text, "--on")).ToList();
        var exploration = Exploration.Of(table, sets, progress: query.Progress, cancellationToken: query.CancellationToken);
        var (json, hash) = ExplorationRecord.Of(exploration, $"eqnn explore {Quoted(query.Required(CommonOptions.Group))} --on {Quoted(on)}", ToolVersion.Text, query.CancellationToken);
        var page = ExplorerPage.ToHtml(exploration, json, cancellationToken: query.CancellationToken);
        query.Files.Add(path, page, "--out");
        return new Result(exploration, path, System.Text.Encoding.UTF8.GetByteCount(page), hash);
    }

    private static string Quoted(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || "_:+-.@/".Contains(c, StringComparison.Ordinal)) ? text : $"\"{string.Concat(text.Select(c => "\"\\$`".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"))}\"";

    private sealed class Result(Exploration exploration, string path, int size, string hash) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            var group = exploration.Table.Group;
            outline.Heading($"{group.Name}, order {group.Order}: explorer page");
            outline.InDocument(json => json.Group(group));
            outline.Fact("file", string.Create(CultureInfo.InvariantCulture, $"{path}, {size} bytes"), "file", path);
            outline.Field("bytes", size);
            outline.Fact("sha256 of the data", hash, "sha256", hash);
            outline.Fact("G-sets", Prose.List(exploration.Sets.Select(set => string.Create(CultureInfo.InvariantCulture, $"{set.Decomposition.Set.Name} ({set.Decomposition.Set.Size})"))), "sets", exploration.Sets.Select(set => set.Decomposition.Set.Name));
            foreach (var extent in exploration.Extents)
            {
                outline.Line($"extent: {extent}");
            }

            outline.Row("extents", exploration.Extents);
        }
    }
}
