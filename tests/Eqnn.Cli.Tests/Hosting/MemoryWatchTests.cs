using Eqnn.Cli.Hosting;
using Xunit;

namespace Eqnn.Cli.Tests.Hosting;

/// <summary>Memory that is in use counts, garbage does not, and is collected before the limit is passed.</summary>
public sealed class MemoryWatchTests
{
    [Fact]
    public void Garbage_is_collected_before_it_reaches_the_limit()
    {
        var (taken, collected) = (0L, 0);
        var watch = new MemoryWatch(1000, () => taken, () =>
        {
            collected++;
            taken = 100;
        });
        taken = 800;
        Assert.False(watch.IsAbove());
        Assert.Equal(0, collected);
        taken = 801;
        Assert.False(watch.IsAbove());
        Assert.Equal(1, collected);

        // 100 are in use: half of the other 900 may fill up before garbage is looked for again.
        taken = 550;
        Assert.False(watch.IsAbove());
        Assert.Equal(1, collected);
        taken = 551;
        Assert.False(watch.IsAbove());
        Assert.Equal(2, collected);
    }

    [Fact]
    public void What_is_in_use_after_a_collection_counts()
    {
        var taken = 990L;
        var watch = new MemoryWatch(1000, () => taken, () => { });
        Assert.False(watch.IsAbove());
        taken = 1001;
        Assert.True(watch.IsAbove());
        taken = 900;
        Assert.False(watch.IsAbove());
    }
}
