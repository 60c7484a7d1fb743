using System.CommandLine;
using System.Globalization;
using Eqnn.Catalog.Folders;
using Eqnn.Catalog.Scale;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog build --groups LIST --out FOLDER</c>.</summary>
internal sealed class CatalogBuildCommand : EqnnCommand
{
    private const int FigureOrder = 16;

    private static readonly Option<string> Groups = new("--groups", "-g") { HelpName = "LIST", Description = "names and ranges: cyclic:1..64, dihedral:3..12, symmetric:3..5, alternating:4..5, order:1..63 (all groups), S3, SL(2,3), ..." };
    private static readonly Option<string> Sets = new("--on") { HelpName = "LIST", Description = "the G-sets of every group: regular (default), points, subsets:2, ...; transitive:N: all transitive ones of 2 to N points beside the regular one" };
    private static readonly Option<string> ShardOption = new("--shard") { HelpName = "I/N", Description = "only every N-th document, from the I-th on; with --plan only the number I; eqnn catalog merge joins the parts" };
    private static readonly Option<string> PlanOption = new("--plan") { HelpName = "FILE", Description = "build what a plan.json of eqnn catalog plan says, in the place of --groups; with --shard I or --job I" };
    private static readonly Option<string> JobOption = new("--job") { HelpName = "I", Description = "only this job of the plan: one group" };
    private static readonly Option<string> Figures = new("--figures") { HelpName = "N", Description = "draw figures for groups of order up to N (default 16; 0: none)" };

    /// <inheritdoc/>
    public override string Name => "catalog build";

    /// <inheritdoc/>
    public override string Summary => "build or complete a catalog: a document for each group";

    /// <inheritdoc/>
    public override string Details =>
        """
        eqnn catalog build --groups cyclic:1..64 --out catalog
        eqnn catalog build --groups "dihedral:3..12,S3,S4,S5,A4,A5,Q8,SL(2,3),PSL(2,7)" --on regular,points --out catalog

        Documents that are there with the same inputs and an intact hash are kept: a build that was stopped, by whatever, goes on where it was. Every document is verified
        before it is written, and written whole or not at all. The same list gives the same bytes on every machine.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn catalog build --groups cyclic:1..64 --dry-run", "which documents would be built into ./catalog"),
        ("eqnn catalog build --groups \"dihedral:3..12,SL(2,3),PSL(2,7)\" --on regular,points --shard 3/16 --out parts/3 --dry-run", "a part of them, for one of 16 machines"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Groups, Sets, ShardOption, Figures, PlanOption, JobOption, CatalogOptions.DryRun];

    /// <inheritdoc/>
    public override bool IsOutFolder => true;

    /// <inheritdoc/>
    public override string? OutDescription => "the folder of the catalog (default: catalog)";

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        if (query.Value(PlanOption) is { } planFile)
        {
            return OfPlan(query, planFile);
        }

        if (query.Value(JobOption) is not null || query.Value(Groups) is null)
        {
            throw new InputException(query.Value(JobOption) is null ? $"{Name}: --groups is missing; for example --groups cyclic:1..64" : "--job: it is one of a plan, and --plan is missing");
        }

        var figures = (int)Math.Min(query.Number(Figures, 0) ?? FigureOrder, int.MaxValue);
        var sets = query.Value(Sets) is { } list ? CatalogOptions.SetList(list) : ["regular"];
        var plan = Shard(Border.Read("--groups or --on", () => CatalogPlan.Parse(query.Value(Groups)!, sets, figures)), query.Value(ShardOption));
        var folder = query.Out ?? CatalogOptions.DefaultFolder;
        if (File.Exists(folder))
        {
            throw new InputException($"--out: {folder} is a file; the folder of a catalog is wanted");
        }

        return query.Has(CatalogOptions.DryRun) ? new DryRun(folder, plan) : new Result(folder, new CatalogFolder(folder).Build(plan, query.Progress, query.CancellationToken));
    }

    private static Report OfPlan(Query query, string file)
    {
        if (query.Value(Groups) is not null || query.Value(Sets) is not null || query.Value(Figures) is not null)
        {
            throw new InputException("--plan: groups, G-sets and figures are those of the plan; leave --groups, --on and --figures out");
        }

        if (query.Value(ShardOption) is not null == query.Value(JobOption) is not null)
        {
            throw new InputException("--plan: what of it? --shard I or --job I");
        }

        var plan = CatalogOptions.Read(() => ShardPlan.Parse(InputFile.Read(file, "--plan")));
        var part = query.Value(ShardOption) is null ? plan.Job((int)query.Number(JobOption, 1, plan.Jobs.Count)!) : plan.Shard((int)query.Number(ShardOption, 1, plan.ShardCount)!);
        var folder = query.Out ?? throw new InputException("--out: the folder of this part is missing");
        if (query.Has(CatalogOptions.DryRun))
        {
            return new DryRun(folder, part);
        }

        PlanFolder.Mark(plan, folder);
        return new Result(folder, new CatalogFolder(folder).Build(part, query.Progress, query.CancellationToken));
    }

    private static CatalogPlan Shard(CatalogPlan plan, string? shard)
    {
        if (shard is null)
        {
            return plan;
        }

        var parts = shard.Split('/').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        return parts.Length == 2 && parts[0] >= 1 && parts[0] <= parts[1] ? plan.Shard(parts[0], parts[1]) : throw new InputException($"--shard: '{shard}' is not a part as 3/16");
    }

    private sealed class DryRun(string folder, CatalogPlan plan) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading($"{folder}: {CatalogOptions.Count(plan.Entries.Count, "document")} would be built where they are not there");
            outline.Field("catalog", folder);
            outline.Records("documents", "documents", plan.Entries, columns => columns
                .Text("document", "file", entry => entry.Path)
                .Text("group", "group", entry => entry.Group)
                .Words("on", "sets", entry => entry.Sets)
                .Left("figures", entry => entry.HasFigures ? "yes" : "no").Fields((json, entry) => json.Field("figures", entry.HasFigures)));
        }
    }

    private sealed class Result(string folder, CatalogBuildResult result) : OutlinedReport
    {
        /// <summary>What was built is there; the run ends as one that a limit stopped.</summary>
        public override LimitExceededException? Limit => result.Limited.Select(pair => pair.Limit).FirstOrDefault();

        protected override void Describe(Outline outline)
        {
            outline.Heading($"{folder}: {CatalogOptions.Count(result.Built.Count + result.Kept.Count, "document")}" + (result.Limited.Count == 0 ? "" : $", {CatalogOptions.Count(result.Limited.Count, "limit")} stated in their place"));
            outline.Field("catalog", folder);
            outline.Fact("built", Files(result.Built), "built", result.Built.Select(entry => entry.Path));
            outline.Fact("kept", Files(result.Kept), "kept", result.Kept.Select(entry => entry.Path));
            foreach (var (entry, limit) in result.Limited)
            {
                outline.Fact(entry.Group, limit.Message);
            }

            outline.InDocument(json => json.Records("limited", result.Limited, pair =>
            {
                json.Field("group", pair.Entry.Group);
                json.Field("limit", pair.Limit.Message);
            }));
        }

        private static string Files(IReadOnlyList<CatalogEntry> entries) => entries.Count switch
        {
            0 => "none",
            <= 4 => string.Join(", ", entries.Select(entry => entry.Path)),
            _ => string.Create(CultureInfo.InvariantCulture, $"{entries.Count}: {entries[0].Path}, ..., {entries[^1].Path}"),
        };
    }
}
