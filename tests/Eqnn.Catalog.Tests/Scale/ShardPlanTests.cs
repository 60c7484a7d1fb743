using Eqnn.Catalog.Folders;
using Eqnn.Catalog.Scale;
using Eqnn.Catalog.Tests.Folders;

namespace Eqnn.Catalog.Tests.Scale;

public sealed class ShardPlanTests
{
    private static readonly Lazy<ShardPlan> Small = new(() => ShardPlan.Of(CatalogPlan.Parse("order:1..8", ["regular"], 0), 3));

    [Fact]
    public void Every_document_is_in_one_shard_and_the_shards_are_balanced()
    {
        var documents = CatalogPlan.Parse("order:1..24", ["regular"], 0);
        var plan = ShardPlan.Of(documents, 5);
        Assert.Equal(documents.Entries.Select(entry => entry.Path).Order(StringComparer.Ordinal), Enumerable.Range(1, 5).SelectMany(shard => plan.Shard(shard).Entries).Select(entry => entry.Path).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, plan.Jobs.Count), plan.Jobs.Select(job => job.Number));
        Assert.Equal(plan.Jobs.OrderByDescending(job => job.Seconds).Select(job => job.Number), plan.Jobs.Select(job => job.Number));
        // Graham's bound for longest processing time first, with the mean and the largest job as lower bounds of the best.
        var seconds = plan.ShardSeconds();
        Assert.True(seconds.Max() <= (4.0 / 3 * Math.Max(seconds.Average(), plan.Jobs[0].Seconds)) + 0.001);
    }

    [Fact]
    public void A_plan_reads_back_and_does_not_depend_on_the_order_of_the_list()
    {
        var plan = Small.Value;
        var read = ShardPlan.Parse(plan.ToString());
        Assert.Equal((plan.ToString(), plan.Hash), (read.ToString(), read.Hash));
        Assert.Equal(plan.Jobs, read.Jobs);
        Assert.Equal(plan.ToString(), ShardPlan.Of(CatalogPlan.Parse("order:8,order:5..7,order:1..4", ["regular"], 0), 3).ToString());
    }

    [Theory]
    [InlineData("\"shards\": 3", "\"shards\": 4")]
    [InlineData("\"shard\": 1", "\"shard\": 9")]
    [InlineData("SmallGroup(8,1)", "SmallGroup(8,9)")]
    [InlineData("eqnn-catalog-plan", "something else")]
    [InlineData("\"jobs\"", "\"works\"")]
    public void A_plan_that_was_edited_is_refused(string from, string to)
    {
        var text = Small.Value.ToString();
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => ShardPlan.Parse(text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_missing_is_queued_again_and_a_part_of_another_plan_is_refused()
    {
        using var folder = new TemporaryFolder();
        var plan = PlanFolder.Write(folder["plan"], Small.Value);
        Assert.Equal(Small.Value.Jobs.Count, File.ReadAllLines(folder["plan/jobs.txt"]).Length);
        for (var shard = 1; shard <= 2; shard++)
        {
            var part = folder[FormattableString.Invariant($"plan/parts/shard-{shard:00000}")];
            PlanFolder.Mark(plan.Plan, part);
            new CatalogFolder(part).Build(plan.Plan.Shard(shard));
        }

        // One document of the second shard is torn, the third shard never ran.
        var torn = plan.Plan.Shard(2).Entries[0];
        File.WriteAllText(folder["plan/parts/shard-00002/" + torn.Path], "{");
        var missing = PlanFolder.Open(folder["plan"]).Requeue();
        Assert.Equal(plan.Plan.Jobs.Where(job => job.Shard == 3 || job.Entry == torn), missing);
        Assert.Equal(missing.Count, File.ReadAllLines(folder["plan/requeue.txt"]).Length);
        Assert.Contains("sbatch --array=2-3 ", File.ReadAllText(folder["plan/requeue.sh"]), StringComparison.Ordinal);

        var other = ShardPlan.Of(CatalogPlan.Parse("order:1..7", ["regular"], 0), 3);
        Assert.Throws<IOException>(() => PlanFolder.Mark(other, folder["plan/parts/shard-00001"]));
        Assert.Throws<IOException>(() => PlanFolder.Write(folder["plan"], other));
        PlanFolder.Write(folder["other"], other);
        Directory.CreateDirectory(folder["other/parts"]);
        Directory.Move(folder["plan/parts/shard-00001"], folder["other/parts/shard-00001"]);
        Assert.Contains("built for another one", Assert.Throws<InvalidDataException>(() => PlanFolder.Open(folder["other"]).Requeue()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_grow_with_order_and_simples()
    {
        double Seconds(string name, params long[] points)
        {
            var group = Eqnn.Algebra.Groups.FiniteGroup.Parse(name);
            return CatalogCostModel.Seconds(group, points.Length == 0 ? [(long)group.Order] : points);
        }

        Assert.True(Seconds("C64") > Seconds("C32"));
        Assert.True(Seconds("C60") > Seconds("A5"));
        Assert.Equal(2 * Seconds("C8"), Seconds("C8", 8, 8), 9);
        Assert.True(Seconds("C8", 4) < Seconds("C8"));
    }

    /// <summary>One set for each class of subgroups, but for those of the trivial group and of the whole group.</summary>
    [Fact]
    public void Transitive_sets_up_to_a_size_are_those_of_the_classes_of_subgroups()
    {
        var plan = CatalogPlan.Parse("S4,Q8,C5,C1", ["regular", "transitive:12"], 0);
        Assert.Equal([10, 5, 1, 1], plan.Entries.Select(entry => entry.Sets.Count));
        foreach (var entry in plan.Entries.Take(3))
        {
            var group = Eqnn.Algebra.Groups.FiniteGroup.Parse(entry.Group);
            var sizes = entry.Sets.Skip(1).Select(name => Eqnn.Algebra.GSets.GSet.Parse(group, name)).ToList();
            Assert.All(sizes, set => Assert.InRange(set.Size, 2, 12));
            Assert.All(sizes, set => Assert.Single(set.Orbits));
        }

        Assert.Equal(6, CatalogPlan.Parse("S4", ["transitive:6"], 0).Entries[0].Sets.Count);
        Assert.Throws<ArgumentException>(() => CatalogPlan.Parse("C1", ["transitive:12"], 0));
        Assert.Equal(500, Assert.Throws<Numbers.LimitExceededException>(() => CatalogPlan.Parse("C2^6", ["transitive:8"], 0)).Bound);
        Assert.Throws<Numbers.AlgebraFormatException>(() => CatalogPlan.Parse("S4", ["transitive:x"], 0));
        Assert.True(ShardPlan.Of(plan, 1).ShardSeconds()[0] > ShardPlan.Of(CatalogPlan.Parse("S4,Q8,C5,C1", ["regular"], 0), 1).ShardSeconds()[0]);
    }

    [Fact]
    public void A_document_on_transitive_sets_verifies()
    {
        using var folder = new TemporaryFolder();
        var catalog = new CatalogFolder(folder.Path);
        catalog.Build(CatalogPlan.Parse("A4,Q8", ["regular", "transitive:6"], 0));
        Assert.Empty(catalog.Verify());
    }
}
