using Eqnn.Networks.Onnx;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Onnx;

/// <summary>Activations are recognised by their values, up to a factor and a summand, and nothing else is.</summary>
public sealed class ActivationShapeTests
{
    public static TheoryData<string> Names => [.. ActivationFamily.All.Select(family => family.Default).Where(f => !f.IsIdentity).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_activation_of_the_table_is_recognised(string name)
    {
        var f = Activation.Parse(name);
        foreach (var (scale, offset) in new[] { (1.0, 0.0), (6.0, 0.0), (0.5, 0.0), (-2.5, 0.75) })
        {
            var shape = ActivationShape.Of(points => Array.ConvertAll(points, t => (scale * f.ApproximateAt(t)) + offset), []);
            Assert.NotNull(shape);
            for (var t = -9.77; t < 10; t += 0.31)
            {
                Assert.Equal((scale * f.ApproximateAt(t)) + offset, (shape.Scale * shape.Activation.ApproximateAt(t)) + shape.Offset, 1e-5 * (1 + Math.Abs(f.ApproximateAt(t))));
            }
        }
    }

    [Theory]
    [InlineData("leaky-relu:0.3", "0.3")]
    [InlineData("elu:0.7", "0.7")]
    [InlineData("silu:1.702", "1.702")]
    [InlineData("hardtanh:-2,3", "-2, 3")]
    [InlineData("softshrink:0.25", "0.25")]
    [InlineData("thresholded-relu:0.5", "0.5")]
    public void Parameters_are_among_the_numbers_of_the_formula(string name, string numbers)
    {
        double[] constants = [.. numbers.Split(", ").Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
        var f = Activation.Parse(name);
        var shape = ActivationShape.Of(points => Array.ConvertAll(points, f.ApproximateAt), constants);
        Assert.NotNull(shape);
        Assert.Equal((1.0, 0.0), (shape.Scale, shape.Offset));
        Assert.All(Enumerable.Range(-40, 81), i => Assert.Equal(f.ApproximateAt(i / 7.3), shape.Activation.ApproximateAt(i / 7.3), 1e-6));
    }

    [Fact]
    public void Other_functions_are_not_recognised()
    {
        Func<double, double>[] others = [t => t * t * Math.Sin(t), t => Math.Tanh(1.01 * t), t => t >= 1000 ? 1000 : Math.Max(t, 0), t => Math.Sqrt((t * t) + 1), t => t > 0.6 ? t : 0, t => t * Math.Exp(-t * t), t => t < 0 ? 0 : Math.Sqrt(t)];
        Assert.All(others, f => Assert.Null(ActivationShape.Of(points => Array.ConvertAll(points, t => f(t)), [])));
    }
}
