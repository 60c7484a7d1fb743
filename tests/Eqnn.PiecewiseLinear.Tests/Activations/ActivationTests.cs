using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Activations;

public sealed class ActivationTests
{
    public static TheoryData<string> Names => [.. Activation.Known.Select(activation => activation.Name)];

    /// <summary>The table of docs/theory.md#interaction.</summary>
    [Theory]
    [InlineData("linear + even", "relu leaky-relu prelu gelu gelu-tanh silu softplus logsigmoid hardswish")]
    [InlineData("even", "abs cos gauss")]
    [InlineData("odd", "tanh hardtanh arctan erf softshrink hardshrink tanhshrink softsign sin")]
    [InlineData("constant + odd", "sigmoid hardsigmoid")]
    [InlineData("both parts", "elu selu celu mish relu6 thresholded-relu exp relu-bias")]
    [InlineData("polynomial", "square cube identity")]
    public void Parity_classes_are_those_of_the_theory(string expected, string names) => Assert.All(names.Split(' '), name => Assert.Equal(expected, Activation.Parse(name).ParityClass));

    /// <summary>The listed parts against numbers: a polynomial part of degree at most 3 fits one through few points.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Parts_agree_with_values(string name)
    {
        var f = Activation.Parse(name);
        CheckPart(f.Even, 0, t => (f.ApproximateAt(t) + f.ApproximateAt(-t)) / 2);
        CheckPart(f.Odd, 1, t => (f.ApproximateAt(t) - f.ApproximateAt(-t)) / 2);

        static void CheckPart(FunctionPart part, int parity, Func<double, double> values)
        {
            // A monomial t^d has constant ratio to t^d; the other parts have to none of small degree and right parity.
            double[] at = [.. Enumerable.Range(0, 5).Select(i => values(0.5 + (i * i * 4.0)))];
            if (part.IsZero)
            {
                Assert.All(at, value => Assert.Equal(0, value, 12));
            }
            else if (part.IsPolynomial)
            {
                var degree = Assert.Single(part.Degrees);
                var ratios = at.Select((value, i) => value / Math.Pow(0.5 + (i * i * 4.0), degree)).ToList();
                Assert.All(ratios, ratio => Assert.Equal(ratios[0], ratio, 9));
            }
            else
            {
                var ratios = new[] { parity, parity + 2 }.Select(degree => at.Select((value, i) => value / Math.Pow(0.5 + (i * i * 4.0), degree)).ToList());
                Assert.All(ratios, list => Assert.True(list.Max() - list.Min() > 1e-6));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scaling_group_agrees_with_values(string name)
    {
        var f = Activation.Parse(name);
        double[] at = [-7.5, -3.1, -1.2, -0.3, 0, 0.4, 0.7, 1.7, 2.9, 8.5];
        Assert.Equal(f.Scaling is ScalingGroup.PlusMinusOne or ScalingGroup.NonZero, Commutes(-1));
        Assert.Equal(f.Scaling is ScalingGroup.Positive or ScalingGroup.NonZero, Commutes(2));
        Assert.Equal(f.Scaling is ScalingGroup.NonZero, Commutes(-2));

        bool Commutes(double a) => at.All(t => Math.Abs(f.ApproximateAt(a * t) - (a * f.ApproximateAt(t))) < 1e-11);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Exact_values_agree_with_doubles(string name)
    {
        var f = Activation.Parse(name);
        foreach (var t in new[] { Rational.Of(-15, 2), Rational.Of(-1, 1), Rational.Of(-1, 3), Rational.Zero, Rational.Of(1, 7), Rational.One, Rational.Of(13, 2) })
        {
            if (f.IsExact)
            {
                Assert.Equal(f.Evaluate(t).ToDouble(), f.ApproximateAt(t.ToDouble()), 12);
                Assert.Equal((RealCyclotomic)f.Evaluate(t), f.Evaluate((RealCyclotomic)t));
            }
            else
            {
                Assert.Throws<InvalidOperationException>(() => f.Evaluate(t));
            }
        }

        if (f.IsExact)
        {
            var golden = RealCyclotomic.TwoCosine(5, 1);
            Assert.Equal(f.ApproximateAt(golden.ToDouble()), f.Evaluate(golden).ToDouble(), 12);
            Assert.Equal(f.ApproximateAt(-golden.ToDouble()), f.Evaluate(-golden).ToDouble(), 12);
        }
    }

    [Theory]
    [InlineData("pl:(-1,0) (0,0) (1,1)", "linear + even", ScalingGroup.Positive)]
    [InlineData("pl:(-1,0) (0,0) (1,2)", "linear + even", ScalingGroup.Positive)]
    [InlineData("pl:(-1,1)(0,0)(1,1)", "even", ScalingGroup.Positive)]
    [InlineData("pl:(-2,3) (2,3)", "polynomial", ScalingGroup.Affine)]
    [InlineData("pl:(-2,-3) (0,0) (2,3)", "polynomial", ScalingGroup.NonZero)]
    [InlineData("pl:(-1,1) (0,1) (1,2)", "linear + even", ScalingGroup.One)]
    [InlineData("pl:(-2,-1) (-1,-1) (1,1) (2,1)", "odd", ScalingGroup.PlusMinusOne)]
    [InlineData("pl:(-2,0) (-1,0) (1,2) (2,2)", "constant + odd", ScalingGroup.One)]
    [InlineData("pl:(-2,0) (-1,0) (1,2) (2,5)", "both parts", ScalingGroup.One)]
    [InlineData("pl:(-2,0) (-1,0) (1,2) (2,4)", "linear + even", ScalingGroup.One)]
    [InlineData("poly:t^2 + t", "polynomial", ScalingGroup.One)]
    [InlineData("poly:2t", "polynomial", ScalingGroup.NonZero)]
    [InlineData("poly:t^5 - 1/2 t^3", "polynomial", ScalingGroup.PlusMinusOne)]
    [InlineData("poly:3", "polynomial", ScalingGroup.Affine)]
    [InlineData("relu-bias:-1/2", "both parts", ScalingGroup.One)]
    [InlineData("relu-bias:0", "linear + even", ScalingGroup.Positive)]
    [InlineData("leaky-relu:-1", "even", ScalingGroup.Positive)]
    [InlineData("leaky-relu:1", "polynomial", ScalingGroup.NonZero)]
    public void Typed_functions_are_classified_exactly(string text, string parity, ScalingGroup scaling)
    {
        var f = Activation.Parse(text);
        Assert.Equal(parity, f.ParityClass);
        Assert.Equal(scaling, f.Scaling);
        Assert.Equal(f.Name, Activation.Parse(f.Name).Name);
    }

    [Fact]
    public void Even_and_odd_part_add_up()
    {
        var f = PiecewiseLinearFunction.Parse("(-3,1) (-1,0) (1/2,4) (2,-1) (5,0)");
        for (var i = -40; i <= 40; i++)
        {
            var t = Rational.Of(i, 6);
            Assert.Equal(f.Evaluate(t), f.EvenPart.Evaluate(t) + f.OddPart.Evaluate(t));
            Assert.Equal(f.EvenPart.Evaluate(t), f.EvenPart.Evaluate(-t));
            Assert.Equal(f.OddPart.Evaluate(t), -f.OddPart.Evaluate(-t));
        }
    }

    [Fact]
    public void Points_that_are_no_kinks_do_not_count()
    {
        Assert.Equal(PiecewiseLinearFunction.Parse("(-1,0) (0,0) (1,1)"), PiecewiseLinearFunction.Parse("(-5,0) (-2,0) (0,0) (3,3) (4,4)"));
        Assert.Equal(PiecewiseLinearFunction.Affine(2, 1), PiecewiseLinearFunction.Parse("(3,7) (4,9)"));
    }

    [Theory]
    [InlineData("pl:(0,0)")]
    [InlineData("pl:")]
    [InlineData("pl:(0,0) (0,1)")]
    [InlineData("pl:(1,0) (0,1)")]
    [InlineData("pl:(0,0) (1,x)")]
    [InlineData("pl:(0,0) 1,1)")]
    [InlineData("poly:")]
    [InlineData("poly:t^")]
    [InlineData("poly:t t")]
    [InlineData("poly:t^999")]
    [InlineData("poly:1/0")]
    [InlineData("relu-bias:x")]
    [InlineData("foo:1")]
    [InlineData("reul")]
    [InlineData("")]
    public void Malformed_names_are_refused(string text) => Assert.Throws<AlgebraFormatException>(() => Activation.Parse(text));

    [Theory]
    [InlineData("t^3 - 1/2 t + 2", "t^3 - 1/2 t + 2")]
    [InlineData("2 + 3*t^2-t", "3 t^2 - t + 2")]
    [InlineData("-t^2", "-t^2")]
    [InlineData("t - t", "0")]
    [InlineData("0.5t", "1/2 t")]
    public void Polynomials_are_read_and_printed(string text, string printed)
    {
        Assert.Equal(printed, RationalPolynomial.Parse(text).ToString());
        Assert.Equal(RationalPolynomial.Parse(text), RationalPolynomial.Parse(printed));
    }
}
