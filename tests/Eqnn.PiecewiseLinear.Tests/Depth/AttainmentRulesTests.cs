using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

/// <summary>Functions that are the identity on their range, beside f(f(t)) = f(t) on a grid so fine that it meets every piece of f∘f.</summary>
public sealed class AttainmentRulesTests
{
    [Theory]
    [InlineData("(0,0) (1,1)", true)]
    [InlineData("(-1,0) (0,0) (1,1)", true)]
    [InlineData("(-1,1) (0,0) (1,1)", true)]
    [InlineData("(-1,0) (0,0) (1,1) (2,1)", true)]
    [InlineData("(0,5) (1,5)", true)]
    [InlineData("(0,0) (1,-1)", false)]
    [InlineData("(-1,0) (0,0) (1,2)", false)]
    [InlineData("(-1,0) (0,0) (1/2,3/4) (1,1) (2,1)", false)]
    [InlineData("(-1,-1) (0,0) (1,0)", true)]
    [InlineData("(-1,-2) (0,0) (1,0)", false)]
    [InlineData("(-3,-2) (-2,-2) (-1,-3/2) (0,0) (1,0)", false)]
    [InlineData("(-1,1) (0,1) (1,0) (2,0)", false)]
    public void Known_functions(string points, bool expected) => Assert.Equal(expected, AttainmentRules.IsIdentityOnItsRange(PiecewiseLinearFunction.Parse(points)));

    [Law(Cases = 200)]
    public void Random_functions(sbyte a, sbyte b, sbyte c, sbyte d, sbyte e)
    {
        // Slopes are whole, at most 6: pieces of f∘f end at multiples of 1/60.
        int[] values = [a % 4, b % 4, c % 4, d % 4, e % 4];
        var f = PiecewiseLinearFunction.Parse(string.Join(" ", values.Select((value, i) => $"({i - 2},{value})")));
        var grid = Enumerable.Range(-8 * 60, (16 * 60) + 1).Select(k => f.Evaluate(Rational.Of(k, 60)));
        Assert.Equal(grid.All(y => f.Evaluate(y) == y), AttainmentRules.IsIdentityOnItsRange(f));
    }

    /// <summary>The same where it often holds: the identity with both ends bent.</summary>
    [Theory]
    [InlineData(-2, -1, 0, 1, 1, true)]
    [InlineData(-1, -1, 0, 1, 2, true)]
    [InlineData(0, 0, 0, 1, 2, true)]
    [InlineData(2, 1, 0, 1, 2, true)]
    [InlineData(-1, -1, 0, 1, 1, true)]
    [InlineData(3, 1, 0, 1, 2, true)]
    [InlineData(-2, -1, 0, 1, 3, false)]
    [InlineData(-1, -1, 0, 0, 1, false)]
    public void Bent_identities(int a, int b, int c, int d, int e, bool expected)
    {
        var f = PiecewiseLinearFunction.Parse($"(-2,{a}) (-1,{b}) (0,{c}) (1,{d}) (2,{e})");
        Assert.Equal(expected, AttainmentRules.IsIdentityOnItsRange(f));
        Assert.Equal(expected, Enumerable.Range(-480, 961).Select(k => f.Evaluate(Rational.Of(k, 60))).All(y => f.Evaluate(y) == y));
    }
}
