using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>The estimate that refuses hopeless enumerations, beside Zaslavsky's exact number.</summary>
public sealed class ChamberForecastTests
{
    [Theory]
    [InlineData(4, 12, 2, 1)]
    [InlineData(5, 20, 2, 2)]
    [InlineData(6, 18, 1, 3)]
    [InlineData(5, 16, 99, 4)]
    public void The_forecast_is_near_the_number_of_chambers(int dimension, int count, int size, int seed)
    {
        var arrangement = Random(dimension, count, size, seed);
        var exact = ZaslavskyCount.TryBettiNumbers(arrangement.Integer, 1_000_000_000, CancellationToken.None)!.Sum(betti => (double)betti);
        Assert.InRange(ChamberForecast.Estimate(arrangement.Integer, CancellationToken.None) / exact, 0.4, 2.5);
    }

    [Fact]
    public void What_goes_far_beyond_the_bound_is_refused_before_it_begins()
    {
        var arrangement = Random(10, 60, 99, 1);
        var refusal = Assert.Throws<LimitExceededException>(() => ChamberEnumeration.Of(arrangement));
        Assert.Equal(20_000_000, refusal.Bound);
        Assert.Contains("60 hyperplanes in dimension 10", refusal.Needed, StringComparison.Ordinal);
        Assert.True(refusal.Raised > 2_000_000_000);

        // A partial answer that was asked for is given.
        Assert.True(ChamberEnumeration.Of(arrangement, ChamberSearchOptions.Default.WithMaxOrbits(100).WithKeepPartial(true)).IsPartial);
    }

    [Fact]
    public void What_may_end_within_the_bound_is_not_refused()
    {
        ChamberForecast.Require(Random(6, 18, 99, 1), 10_000, CancellationToken.None);
        Assert.Throws<LimitExceededException>(() => ChamberForecast.Require(Random(6, 18, 99, 1), 100, CancellationToken.None));
    }

    private static Arrangement Random(int dimension, int count, int size, int seed)
    {
        var random = new Random(seed);
        return Arrangement.FromRows(Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimension).Select(_ => (Rational)random.Next(-size, size + 1)).ToArray()).ToArray());
    }
}
