using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Activations;

/// <summary>The two writings of every activation, in doubles and by enclosures, against each other; and the hulls that enclosures of functions with kinks and jumps should be.</summary>
public sealed class ActivationEnclosureTests
{
    private const int Bits = 240;

    /// <summary>Where one formula hands over to another (0, 1/8, kinks, saturation) from both sides, and far out.</summary>
    private static readonly double[] Places = [.. from t in new[] { 0, 1e-12, 1e-4, 0.03, 0.09, 0.11, 0.12, 0.1249, 0.125, 0.1251, 0.25, 0.499, 0.5, 0.501, 0.9, 1, 1.1, 1.9, 2, 2.5, 2.9, 3, 3.1, 5.9, 6, 6.1, 9, 15, 27 } from sign in new[] { 1, -1 } select sign * t];

    public static TheoryData<string> Names => ActivationTableTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_agree_with_enclosures_to_the_last_digits(string name)
    {
        var f = Activation.Parse(name);
        foreach (var t in Places)
        {
            var (value, exact) = (f.ApproximateAt(t), f.EnclosureAt(RealInterval.Of(Rational.FromDouble(t), Bits)));

            // Where the values of f cancel, so do those of doubles: 10^-15 of the argument is lost at most.
            var error = Rational.FromDouble((1e-13 * Math.Abs(value)) + (2e-15 * Math.Abs(t) * (Math.Abs(t) > 0.2 ? 1 : 0)) + double.Epsilon);
            Assert.True(exact.Low - error <= Rational.FromDouble(value) && Rational.FromDouble(value) <= exact.High + error, $"{name} at {t}: {value:R} against {exact.ToDouble():R}");
            Assert.True(exact.Width < Rational.Pow(10, -40), $"{name} at {t}: {exact}");
        }
    }

    /// <summary>At infinity a function has its limit where that is finite: flat pieces, and functions that are saturated.</summary>
    [Theory]
    [InlineData("relu", 0.0, double.PositiveInfinity)]
    [InlineData("leaky-relu", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("leaky-relu:0", 0.0, double.PositiveInfinity)]
    [InlineData("hardtanh", -1.0, 1.0)]
    [InlineData("relu6", 0.0, 6.0)]
    [InlineData("hardsigmoid", 0.0, 1.0)]
    [InlineData("pl:(0,3) (1,5) (2,5)", double.NegativeInfinity, 5.0)]
    [InlineData("pl:(0,3) (1,3) (2,5)", 3.0, double.PositiveInfinity)]
    [InlineData("pl:(0,3) (1,3)", 3.0, 3.0)]
    [InlineData("tanh", -1.0, 1.0)]
    [InlineData("sigmoid", 0.0, 1.0)]
    [InlineData("erf", -1.0, 1.0)]
    [InlineData("exp", 0.0, double.PositiveInfinity)]
    [InlineData("gauss", 0.0, 0.0)]
    [InlineData("abs", double.PositiveInfinity, double.PositiveInfinity)]
    public void Values_at_infinity(string name, double below, double above)
    {
        var f = Activation.Parse(name);
        Assert.Equal((below, above), (f.ApproximateAt(double.NegativeInfinity), f.ApproximateAt(double.PositiveInfinity)));
    }

    /// <summary>What is not a number stays so, and stops nothing.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    [InlineData("pl:(0,3) (1,3)")]
    [InlineData("pl:(0,3) (1,3) (2,5)")]
    public void What_is_not_a_number_stays_so(string name) => Assert.Equal(Activation.Parse(name).Polynomial?.Degree == 0 ? Activation.Parse(name).ApproximateAt(1) : double.NaN, Activation.Parse(name).ApproximateAt(double.NaN));

    /// <summary>t outside of two bounds and 0 between them, on all intervals between quarters: the hull holds every value, and no end is farther from one than the step.</summary>
    [Theory]
    [InlineData("-1", "1")]
    [InlineData("-3/2", "1/4")]
    [InlineData("0", "0")]
    [InlineData("1/4", "1")]
    [InlineData(null, "1/2")]
    [InlineData(null, "-1")]
    public void Hulls_of_functions_with_jumps_are_narrow(string? low, string high)
    {
        Rational? least = low is null ? null : Rational.Parse(low);
        var most = Rational.Parse(high);
        RequireHulls(interval => IntervalFunctions.Switched(interval, least, most), t => t > most || (least is { } bound && t < bound) ? t : 0);
    }

    [Theory]
    [InlineData("(-1,1) (0,-2) (1,2)")]
    [InlineData("(-1,0) (1,0) (2,5)")]
    [InlineData("(0,1) (1,1)")]
    [InlineData("(-2,2) (-1,3) (0,-1) (1/2,3) (1,-2)")]
    public void Hulls_of_piecewise_linear_functions_are_narrow(string points)
    {
        var f = PiecewiseLinearFunction.Parse(points);
        RequireHulls(interval => IntervalFunctions.Of(f, interval), f.Evaluate);
    }

    private static void RequireHulls(Func<RealInterval, RealInterval> hull, Func<Rational, Rational> value)
    {
        var step = Rational.Of(1, 64);
        var tolerance = step * 16;
        foreach (var (i, j) in from i in Enumerable.Range(-8, 17) from j in Enumerable.Range(i, 9 - i) select (i, j))
        {
            var found = hull(RealInterval.Between(Rational.Of(i, 4), Rational.Of(j, 4), 20));
            List<Rational> values = [.. Enumerable.Range(0, (16 * (j - i)) + 1).Select(k => value(Rational.Of(i, 4) + (k * step)))];
            Assert.True(found.Low <= values.Min() && values.Max() <= found.High, $"[{i}/4, {j}/4]: {found}");
            Assert.True(values.Min() - found.Low <= tolerance && found.High - values.Max() <= tolerance, $"[{i}/4, {j}/4]: {found}");
        }
    }
}
