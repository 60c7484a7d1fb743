using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Activations;

/// <summary>Doubles keep their last digits where a formula as it stands would lose them.</summary>
public sealed class SmoothFunctionTests
{
    /// <summary>log(1 + u) = u − u²/2 + u³/3 − …, u = exp(t): for small u to the last digits, where 1 + u is rounded.</summary>
    [Fact]
    public void Softplus_keeps_its_digits_far_to_the_left()
    {
        for (var t = -40.0; t <= -9; t += 0.37)
        {
            var u = Math.Exp(t);
            var series = u * (1 - (u * (0.5 - (u * ((1.0 / 3) - (u * (0.25 - (u / 5))))))));
            Assert.InRange(SmoothFunctions.Softplus(t) / series, 1 - 4e-16, 1 + 4e-16);
        }
    }

    [Fact]
    public void The_halves_of_the_sigmoid_meet()
    {
        Assert.Equal(0.5, SmoothFunctions.Sigmoid(0));
        Assert.Equal(1, SmoothFunctions.Sigmoid(800));
        Assert.Equal(0, SmoothFunctions.Sigmoid(-800));
        Assert.Equal(1, SmoothFunctions.Sigmoid(3) + SmoothFunctions.Sigmoid(-3), 15);
    }

    [Theory]
    [InlineData("poly:1+3t+t^2", 0, 3)]
    [InlineData("poly:1+3t+t^2", 2, 7)]
    [InlineData("poly:5", 0, 0)]
    [InlineData("poly:-2t^3", 3, 54)]
    public void Slopes_of_polynomials_are_bounded(string polynomial, double radius, double expected) => Assert.Equal(expected, Activation.Parse(polynomial).Polynomial!.SlopeBoundOn(radius), 12);

    [Theory]
    [InlineData("(-1,0);(0,0);(1,2)")]
    [InlineData(" (-1,0) ; (0,0)\t;;\n(1,2) ; ")]
    [InlineData("(-1,0)(0,0)(1,2)")]
    public void Points_stand_between_any_separators(string text) => Assert.Equal(PiecewiseLinearFunction.Parse("(-1,0) (0,0) (1,2)"), PiecewiseLinearFunction.Parse(text));

    [Fact]
    public void Nothing_is_a_polynomial()
    {
        Assert.True(FunctionPart.Zero.IsZero);
        Assert.True(FunctionPart.Zero.IsPolynomial);
        Assert.Equal(FunctionPart.Zero, Activation.Parse("abs").Odd);
    }
}
