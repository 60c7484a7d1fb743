using System.CommandLine;
using Eqnn.Catalog.Folders;
using Eqnn.Catalog.Scale;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog plan</c>: shares a build out, and says what is missing after a run.</summary>
internal sealed class CatalogPlanCommand : EqnnCommand
{
    private const string DefaultFolder = "plan";
    private static readonly Option<string> Groups = new("--groups", "-g") { HelpName = "LIST", Description = "groups as in eqnn catalog build: order:1..127, cyclic:1..64, S3, ..." };
    private static readonly Option<string> Sets = new("--on") { HelpName = "LIST", Description = "the G-sets of every group: regular (default), points, ...; transitive:N: all transitive ones of 2 to N points beside the regular one" };
    private static readonly Option<string> Shards = new("--shards") { HelpName = "N", Description = "the number of shards (default 1)" };
    private static readonly Option<string> Figures = new("--figures") { HelpName = "N", Description = "figures for groups of order up to N (default 0: none)" };
    private static readonly Option<string> Missing = new("--missing") { HelpName = "FOLDER", Description = "the folder of a plan after a run: which groups are missing under its parts, and files to queue them again" };

    /// <inheritdoc/>
    public override string Name => "catalog plan";

    /// <inheritdoc/>
    public override string Summary => "share a build out: job lists for GNU parallel and Slurm, and what is missing after a run";

    /// <inheritdoc/>
    public override string Details =>
        """
        eqnn catalog plan --groups order:1..127 --shards 200 --out plan
        cd plan && parallel --joblog log.txt < jobs.txt        # one group a line, or
        cd plan && sh submit.sh                                # a Slurm job array, one task for each shard
        eqnn catalog plan --missing plan                       # what is not there: requeue.txt and requeue.sh
        eqnn catalog merge plan/parts/* --out atlas            # the same bytes whatever ran where

        Costs are predicted by a model fitted to measured ones (docs/scale.md) and only share the work out.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog plan --groups order:1..31 --shards 4 --dry-run", "how the documents of 93 groups would be shared out")];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Groups, Sets, Shards, Figures, Missing, CatalogOptions.DryRun];

    /// <inheritdoc/>
    public override bool IsOutFolder => true;

    /// <inheritdoc/>
    public override string? OutDescription => $"the folder of the plan (default: {DefaultFolder})";

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        if (query.Value(Missing) is { } folder)
        {
            if (query.Value(Groups) is not null || query.Value(Shards) is not null || query.Value(Sets) is not null || query.Value(Figures) is not null)
            {
                throw new InputException("--missing: groups and shards are those of the plan; leave the other options out");
            }

            var opened = CatalogOptions.Read(() => PlanFolder.Open(folder));
            return new MissingResult(folder, opened.Plan, CatalogOptions.Read(() => opened.Requeue(query.CancellationToken)));
        }

        var groups = query.Value(Groups) ?? throw new InputException("--groups is missing: which groups? for example --groups order:1..63");
        var sets = query.Value(Sets) is { } list ? CatalogOptions.SetList(list) : ["regular"];
        var documents = Border.Read("--groups or --on", () => CatalogPlan.Parse(groups, sets, (int)Math.Min(query.Number(Figures, 0) ?? 0, int.MaxValue)));
        var plan = ShardPlan.Of(documents, (int)(query.Number(Shards, 1, 100_000) ?? 1), query.CancellationToken);
        var target = query.Out ?? DefaultFolder;
        if (!query.Has(CatalogOptions.DryRun))
        {
            PlanFolder.Write(target, plan);
        }

        return new PlanResult(target, plan, query.Has(CatalogOptions.DryRun));
    }

    private sealed class PlanResult(string folder, ShardPlan plan, bool dryRun) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            var seconds = plan.ShardSeconds();
            outline.Heading($"{folder}: {CatalogOptions.Count(plan.Jobs.Count, "document")} in {CatalogOptions.Count(plan.ShardCount, "shard")}{(dryRun ? " would be planned" : "")}");
            outline.Field("plan", folder);
            outline.Fact("predicted", FormattableString.Invariant($"{seconds.Sum():0} s of one processor, {seconds.Min():0.0} to {seconds.Max():0.0} s for a shard"));
            outline.Fact("costliest", plan.Jobs.Count == 0 ? "none" : FormattableString.Invariant($"{plan.Jobs[0].Entry.Group}, {plan.Jobs[0].Seconds:0.0} s"));
            outline.Fact("plan", plan.Hash, "hash", plan.Hash);
            if (!dryRun)
            {
                outline.Fact("GNU parallel", $"cd {folder} && parallel --joblog log.txt < jobs.txt");
                outline.Fact("Slurm", $"cd {folder} && sh submit.sh");
                outline.Fact("after a run", $"eqnn catalog plan --missing {folder}; eqnn catalog merge {folder}/parts/* --out atlas");
            }

            outline.InDocument(json => json.Records("shards", seconds.Index(), shard =>
            {
                json.Field("shard", shard.Index + 1);
                json.Measured("seconds", Math.Round(shard.Item, 3));
                json.Row("groups", plan.Jobs.Where(job => job.Shard == shard.Index + 1).Select(job => job.Entry.Group));
            }));
        }
    }

    private sealed class MissingResult(string folder, ShardPlan plan, IReadOnlyList<ShardJob> missing) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading($"{folder}: {missing.Count} of {CatalogOptions.Count(plan.Jobs.Count, "document")} missing");
            outline.Field("plan", folder);
            outline.Field("documents", plan.Jobs.Count);
            if (missing.Count > 0)
            {
                outline.Fact("groups", Prose.List(missing.Select(job => job.Entry.Group)));
                outline.Fact("shards", Prose.List(missing.Select(job => FormattableString.Invariant($"{job.Shard}")).Distinct()));
                outline.Fact("again", $"cd {folder} && parallel < requeue.txt, or sh requeue.sh");
            }

            outline.InDocument(json => json.Records("missing", missing, job =>
            {
                json.Field("job", job.Number);
                json.Field("shard", job.Shard);
                json.Field("group", job.Entry.Group);
            }));
        }
    }
}
