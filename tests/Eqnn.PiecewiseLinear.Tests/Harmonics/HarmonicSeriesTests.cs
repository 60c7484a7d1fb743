using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Harmonics;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Harmonics;

public sealed class HarmonicSeriesTests
{
    public static TheoryData<string> Functions =>
    [
        .. Activation.Known.Where(f => f.IsContinuous).Select(f => f.Name), "elu:5", "celu:1/10", "selu:3,2", "silu:0", "pl:(-1,0) (1/2,0) (1,1)", "pl:(-1,2) (-3/5,0) (1/3,1) (2/3,-1) (1,0)", "poly:t^5 - 2 t^2 + 1/3", "relu-bias:1/2", "relu-bias:-1/3",
    ];

    [Theory]
    [InlineData("relu", 24)]
    [InlineData("abs", 7)]
    [InlineData("poly:t^3 - t^2", 30)]
    public void Sums_on_a_cyclic_group_agree_with_the_exact_ones(string name, int n)
    {
        var f = Activation.Parse(name);
        var exact = HarmonicSeries.OnCyclicGroup(f, n);
        var sums = HarmonicSeries.ApproximateOnCyclicGroup(f, n, n);
        Assert.Equal(exact.Count, sums.Count);
        Assert.All(exact.Zip(sums), pair =>
        {
            Assert.Equal(pair.First.Cosine.ToDouble(), pair.Second.Cosine, 13);
            Assert.Equal(pair.First.Sine.ToDouble(), pair.Second.Sine, 13);
        });
    }

    [Fact]
    public void Sums_on_large_cyclic_groups_tend_to_the_series_and_are_bounded()
    {
        var f = Activation.Parse("tanh");
        var series = HarmonicSeries.Of(f, 20);
        var sums = HarmonicSeries.ApproximateOnCyclicGroup(f, 10_000, 20);
        Assert.All(series.Terms, term => Assert.Equal(term.Value, term.IsSine ? sums[term.Frequency].Sine : sums[term.Frequency].Cosine, 12));
        Assert.Throws<Eqnn.Numbers.LimitExceededException>(() => HarmonicSeries.ApproximateOnCyclicGroup(f, int.MaxValue, 1000));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => HarmonicSeries.Of(f, 1000, cancelled.Token));
    }

    [Theory]
    [InlineData("hardshrink")]
    [InlineData("thresholded-relu")]
    [InlineData("silu:10")]
    [InlineData("softplus:2")]
    public void Functions_without_an_error_bound_are_refused(string name) => Assert.Throws<ArgumentException>(() => HarmonicSeries.Of(Activation.Parse(name), 3));

    [Fact]
    public void Relu_has_the_series_of_the_theory()
    {
        var terms = HarmonicSeries.Of(Activation.Relu, 12).Terms;
        Assert.Equal("1/π", terms[0].Exact!.ToString());
        Assert.Equal("1/2", terms[1].Exact!.ToString());
        for (var k = 1; k <= 6; k++)
        {
            Assert.Equal(HarmonicNumber.RootOverPi(Rational.One, Rational.Of(-2, (4 * k * k) - 1)), terms[2 * k].Exact);
        }

        Assert.All(terms.Where(term => term.IsSine && term.Frequency > 1), term => Assert.True(term.Exact!.IsZero));
    }

    /// <summary>A second route: the trapezoidal sum over many points, whose error for a kink is of the order of one over the square of their number.</summary>
    [Theory]
    [MemberData(nameof(Functions))]
    public void Coefficients_agree_with_sums_over_many_points(string name)
    {
        var f = Activation.Parse(name);
        var series = HarmonicSeries.Of(f, 9);
        const int Count = 20_000;
        foreach (var term in series.Terms)
        {
            var sum = 0.0;
            for (var j = 0; j < Count; j++)
            {
                var x = 2 * Math.PI * j / Count;
                sum += f.ApproximateAt(Math.Sin(x)) * (term.IsSine ? Math.Sin(term.Frequency * x) : Math.Cos(term.Frequency * x));
            }

            Assert.Equal(sum * (term.Frequency == 0 ? 1 : 2) / Count, term.Value, 6);
            if (f.IsAnalytic)
            {
                // Spectrally accurate there: the stated bound itself is tested.
                Assert.True(Math.Abs((sum * (term.Frequency == 0 ? 1 : 2) / Count) - term.Value) < 10 * term.ErrorBound + 1e-12);
            }
        }
    }

    [Fact]
    public void A_kink_at_one_half_brings_the_root_of_three()
    {
        var terms = HarmonicSeries.Of(Activation.Parse("pl:(-1,0) (1/2,0) (1,1/2)"), 4).Terms;
        Assert.Equal("-1/6 + √3/(2 π)", terms[0].Exact!.ToString());
        Assert.Equal("1/3 - √3/(4 π)", terms[1].Exact!.ToString());
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("pl:(-1,2) (-3/5,0) (1/3,1) (2/3,-1) (1,0)")]
    [InlineData("poly:t^3 - t^2")]
    public void On_cyclic_groups_frequencies_fold(string name)
    {
        var f = Activation.Parse(name);
        var series = HarmonicSeries.Of(f, 999).Terms;
        foreach (var n in new[] { 1, 2, 5, 8, 12 })
        {
            var finite = HarmonicSeries.OnCyclicGroup(f, n);
            for (var k = 0; k <= n / 2; k++)
            {
                // Frequency m looks like k on Z/n iff m = k or m = -k modulo n; a sine of frequency -k is minus one of frequency k.
                var (cosine, sine) = (0.0, 0.0);
                foreach (var term in series)
                {
                    var (plus, minus) = ((term.Frequency - k) % n == 0, (term.Frequency + k) % n == 0);
                    cosine += !term.IsSine && (plus || minus) ? term.Value : 0;
                    sine += term.IsSine ? (plus ? term.Value : 0) - (minus ? term.Value : 0) : 0;
                }

                Assert.Equal(cosine, finite[k].Cosine.ToDouble(), 0.01);
                Assert.Equal(sine, finite[k].Sine.ToDouble(), 0.01);
            }
        }
    }

    [Fact]
    public void Vanishing_coefficients_are_the_missing_edges_of_cyclic_groups()
    {
        // For relu the frequencies 0, 1 and the even ones: on C_n from L_1 exactly these, folded.
        var present = HarmonicSeries.Of(Activation.Relu, 40).Terms.Where(term => !term.Exact!.IsZero).Select(term => term.Frequency);
        Assert.Equal([0, 1, .. Enumerable.Range(1, 20).Select(i => 2 * i)], present);
    }
}
