using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>What several threads find is what one finds, in the same order.</summary>
[Properties(Arbitrary = [typeof(RandomArrangement)], MaxTest = 25)]
public sealed class SharedWorkTests
{
    [Property]
    public void Orthants_shared_out_give_the_list_of_one_worker(RandomArrangement sample)
    {
        if (sample.Value.Dimension > 0)
        {
            Compare(sample.Value);
        }
    }

    [Fact]
    public void Larger_arrangements_give_the_list_of_one_worker()
    {
        Compare(Families.Resonance(5));
        Compare(Arrangement.FromRows(Families.Random(new Random(5), 16, 5, true)));
    }

    [Fact]
    public void Orbits_are_numbered_alike_from_run_to_run()
    {
        var runs = Enumerable.Range(0, 3).Select(_ => ChamberEnumeration.Of(Families.Resonance(5))).Select(found => (
            string.Join(' ', found.Orbits.Select(orbit => orbit.Representative)),
            string.Join(' ', found.RayOrbits.Select(orbit => string.Concat(orbit.Signs)))));
        Assert.Single(runs.Distinct());
    }

    [Fact]
    public void A_failure_of_one_worker_is_the_failure_of_all()
    {
        Assert.Throws<LimitExceededException>(() => SharedWork.Run(1000, 1, (_, at) => at == 500 ? throw new LimitExceededException("places", 500, "more", "not") : true, CancellationToken.None));
        Assert.ThrowsAny<OperationCanceledException>(() => SharedWork.Run(1000, 1, (_, _) => true, new CancellationToken(true)));
        Assert.False(SharedWork.Run(1000, 1, (_, at) => at < 10, CancellationToken.None));
        var seen = new int[1000];
        Assert.True(SharedWork.Run(1000, 7, (_, at) => Interlocked.Increment(ref seen[at]) == 1, CancellationToken.None));
        Assert.All(seen, times => Assert.Equal(1, times));
    }

    private static void Compare(Arrangement arrangement)
    {
        static (RayTable<Bits64> Table, ChamberSplitter<Bits64> Splitter) Tables(Arrangement arrangement)
        {
            var table = new RayTable<Bits64>(arrangement.Integer);
            return (table, new ChamberSplitter<Bits64>(arrangement.Integer, table));
        }

        var chambers = new HalfSpaceChambers<Bits64>(arrangement.Integer, () => Tables(arrangement));
        var alone = chambers.Alone(long.MaxValue, null, CancellationToken.None);
        var shared = chambers.Shared(long.MaxValue, null, CancellationToken.None)!;
        Assert.Equal(alone.Half, shared.Half);
        Assert.Equal((alone.Facets, alone.IsSimplicial, alone.IsPartial), (shared.Facets, shared.IsSimplicial, shared.IsPartial));
        Assert.Equal(alone.Rays.Select(ray => ray.Table.LargeCoordinates(ray.Ray)), shared.Rays.Select(ray => ray.Table.LargeCoordinates(ray.Ray)));
        Assert.Null(chambers.Shared(2L * alone.Half.Count - 2, null, CancellationToken.None));
    }
}
