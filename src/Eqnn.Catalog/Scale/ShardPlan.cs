using Eqnn.Algebra.Groups;
using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Folders;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Scale;

/// <summary>The documents of a catalog shared out into shards of about equal predicted cost, for machines that know nothing of each other.</summary>
/// <remarks>
/// A group is a <b>job</b>, numbered from 1 by falling cost; each goes to the shard that has least so far (longest processing time first: at most 4/3 of the best sharing [Graham1969]). Equal lists give equal plans on every machine.
/// A plan has a hash; what is built for one is not mixed with what was built for another.
/// </remarks>
public sealed class ShardPlan
{
    internal const string Format = "eqnn-catalog-plan";
    internal const int FormatVersion = 1;

    private ShardPlan(IReadOnlyList<ShardJob> jobs, int shards, string hash)
    {
        Jobs = jobs;
        ShardCount = shards;
        Hash = hash;
    }

    /// <summary>The documents, the costliest first.</summary>
    public IReadOnlyList<ShardJob> Jobs { get; }

    /// <summary>The number of shards.</summary>
    public int ShardCount { get; }

    /// <summary>The hash of the plan.</summary>
    public string Hash { get; }

    /// <summary>Shares the documents of a list out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no shards, or more than 100,000.</exception>
    public static ShardPlan Of(CatalogPlan documents, int shards, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shards, 100_000);
        var costs = new List<(CatalogEntry Entry, double Seconds)>();
        foreach (var entry in documents.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var group = GroupFile.ReadOrParse(entry.Group, cancellationToken: cancellationToken);
            costs.Add((entry, Rounded(CatalogCostModel.Seconds(group, entry.Sets.Select(set => GSetFile.ReadOrParse(group, set).Size)))));
        }

        var loads = new PriorityQueue<int, (double Load, int Shard)>(Enumerable.Range(0, shards).Select(shard => (shard, (0.0, shard))));
        var jobs = new List<ShardJob>();
        foreach (var (entry, seconds) in costs.OrderByDescending(cost => cost.Seconds).ThenBy(cost => cost.Entry.Path, StringComparer.Ordinal))
        {
            loads.TryDequeue(out var shard, out var load);
            loads.Enqueue(shard, (load.Load + seconds, shard));
            jobs.Add(new(jobs.Count + 1, shard + 1, entry, seconds));
        }

        return Hashed(jobs, shards);
    }

    /// <summary>The documents of a shard.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shard.</exception>
    public CatalogPlan Shard(int shard)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shard, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shard, ShardCount);
        return CatalogPlan.Of(Jobs.Where(job => job.Shard == shard).Select(job => job.Entry));
    }

    /// <summary>The document of a job.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such job.</exception>
    public CatalogPlan Job(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Jobs.Count);
        return CatalogPlan.Of([Jobs[number - 1].Entry]);
    }

    /// <summary>The predicted seconds of each shard.</summary>
    public IReadOnlyList<double> ShardSeconds() => Array.AsReadOnly(Enumerable.Range(1, ShardCount).Select(shard => Jobs.Where(job => job.Shard == shard).Sum(job => job.Seconds)).ToArray());

    /// <summary>The megabytes to ask for each shard: what its largest document is predicted to take, with the error of the model.</summary>
    internal IReadOnlyList<int> ShardMegabytes() => Array.AsReadOnly(Enumerable.Range(1, ShardCount)
        .Select(shard => (int)Math.Ceiling(2 * CatalogCostModel.Megabytes(CatalogCostModel.Factor * Jobs.Where(job => job.Shard == shard).Select(job => job.Seconds).DefaultIfEmpty(0).Max()))).ToArray());

    /// <summary>Reads the text of <c>plan.json</c>.</summary>
    /// <exception cref="InvalidDataException">The text is no plan of this version, or was edited.</exception>
    public static ShardPlan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var root = CanonicalJson.Parse("plan", text);
            if (root["format"].Text() != Format || root["formatVersion"].Whole() != FormatVersion)
            {
                throw new InvalidDataException("the file is no plan of this version");
            }

            var jobs = root["jobs"].Items().Select((job, i) => new ShardJob(i + 1, job["shard"].Whole(), new CatalogEntry(job["group"].Text(), job["sets"].Texts(), job["figures"].Truth()), job["milliseconds"].Long() / 1000.0)).ToList();
            var plan = Hashed(jobs, root["shards"].Whole());
            return plan.Hash == root[CanonicalJson.HashField].Text() && jobs.TrueForAll(job => job.Shard >= 1 && job.Shard <= plan.ShardCount) ? plan : throw new InvalidDataException("the plan is not what its hash says: damaged, or edited by hand");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException("the file is no plan: " + e.Message.Split('\n')[0], e);
        }
    }

    /// <summary>The text of <c>plan.json</c>.</summary>
    public override string ToString() => CanonicalJson.Print(ToJson(Jobs, ShardCount, Hash));

    private static ShardPlan Hashed(IReadOnlyList<ShardJob> jobs, int shards) => new(jobs, shards, CanonicalJson.HashOf(ToJson(jobs, shards, "")));

    private static JsonItem ToJson(IReadOnlyList<ShardJob> jobs, int shards, string hash) => JsonItem.Record(json =>
    {
        json.Field("format", Format);
        json.Field("formatVersion", FormatVersion);
        json.Field(CanonicalJson.HashField, hash);
        json.Field("version", Citation.Version);
        json.Field("shards", shards);
        json.Records("jobs", jobs, job =>
        {
            json.Field("job", job.Number);
            json.Field("shard", job.Shard);
            json.Field("group", job.Entry.Group);
            json.Row("sets", job.Entry.Sets);
            json.Field("figures", job.Entry.HasFigures);
            json.Field("milliseconds", (long)Math.Round(1000 * job.Seconds));
        });
    });

    /// <summary>Milliseconds: the same text on every machine.</summary>
    private static double Rounded(double seconds) => Math.Max(0.001, Math.Round(seconds, 3));
}

/// <summary>A document of a plan.</summary>
public sealed record ShardJob
{
    internal ShardJob(int number, int shard, CatalogEntry entry, double seconds)
    {
        Number = number;
        Shard = shard;
        Entry = entry;
        Seconds = seconds;
    }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; }

    /// <summary>The shard that builds it, from 1.</summary>
    public int Shard { get; }

    /// <summary>Group, G-sets, figures.</summary>
    public CatalogEntry Entry { get; }

    /// <summary>The predicted cost.</summary>
    public double Seconds { get; }
}
