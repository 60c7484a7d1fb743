using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Activations;

/// <summary>What the mutants that lived asked for: bounds of slopes, formulas, refusals with their places, equality, and failing vectors where only a far one fails.</summary>
public sealed class ActivationDetailTests
{
    public static TheoryData<string> Names => [.. Activation.Known.Select(activation => activation.Name), "selu:2,3", "selu:1/2,1", "selu:1,-2", "elu:2", "elu:1/3", "celu:2", "hardtanh:-2,3", "leaky-relu:-3", "silu:2", "softplus:2", "pl:(-1,3) (0,0) (1,2) (4,3)", "poly:t^3 - t", "poly:t^3 + t^2 + t"];

    /// <summary>No difference quotient is larger, and for large R the bound is within 1 % of the largest one.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Slopes_stay_below_their_bound_and_reach_it(string name)
    {
        var f = Activation.Parse(name);
        foreach (var radius in new[] { 0.5, 1, 2.5, 20 })
        {
            const int Steps = 8000;
            var h = 2 * radius / Steps;
            var steepest = Enumerable.Range(0, Steps).Max(i => Math.Abs(f.ApproximateAt(-radius + ((i + 1) * h)) - f.ApproximateAt(-radius + (i * h))) / h);
            var bound = f.SlopeBoundOn(radius);
            Assert.Equal(f.IsContinuous, double.IsFinite(bound));
            Assert.True(steepest <= bound * (1 + 1e-9), $"{steepest} > {bound} on {radius}");
            Assert.True(!f.IsContinuous || radius < 20 || bound <= 1.01 * steepest, $"{bound} is far above {steepest}");
        }
    }

    [Theory]
    [InlineData("silu", "t/(1 + exp(-t))")]
    [InlineData("silu:2", "t/(1 + exp(-(2 t)))")]
    [InlineData("softplus", "log(1 + exp(t))")]
    [InlineData("softplus:2", "log(1 + exp(2 t))/(2)")]
    [InlineData("elu", "t for t > 0, exp(t) - 1 else")]
    [InlineData("elu:2", "t for t > 0, 2 (exp(t) - 1) else")]
    [InlineData("celu", "t for t > 0, exp(t) - 1 else")]
    [InlineData("celu:2", "t for t > 0, 2 (exp(t/(2)) - 1) else")]
    [InlineData("hardsigmoid", "min(max(t/6 + 1/2, 0), 1)")]
    [InlineData("hardsigmoid:1/5,1/2", "min(max(1/5 t + 1/2, 0), 1)")]
    [InlineData("hardsigmoid:1/6,1/3", "min(max(1/6 t + 1/3, 0), 1)")]
    [InlineData("relu-bias", "max(t - 1, 0)")]
    [InlineData("relu-bias:2", "max(t + 2, 0)")]
    [InlineData("relu-bias:0", "max(t, 0) (its bias is 0)")]
    [InlineData("relu-bias:-3/2", "max(t - 3/2, 0)")]
    [InlineData("leaky-relu:1/5", "t for t > 0, 1/5 t else")]
    [InlineData("leaky-relu:-2", "t for t > 0, -2 t else")]
    [InlineData("leaky-relu:1", "t")]
    [InlineData("leaky-relu:0", "max(t, 0)")]
    [InlineData("prelu:-1", "|t|")]
    [InlineData("hardsigmoid:1,0", "min(max(t, 0), 1)")]
    [InlineData("hardsigmoid:-2,1", "min(max(-2 t + 1, 0), 1)")]
    [InlineData("pl:(0,0) (1,1)", "t")]
    [InlineData("pl:(0,-1) (1,-1)", "-1")]
    [InlineData("pl:(0,1) (1,3)", "2 t + 1")]
    [InlineData("pl:(-1,0) (0,0) (1,2) (2,3)", "slopes 0, 2, 1, kinks at 0, 1")]
    public void Formulas_show_the_parameters_that_are_not_1(string name, string formula) => Assert.Equal(formula, Activation.Parse(name).Formula);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_value_at_0_is_noticed(string name)
    {
        var f = Activation.Parse(name);
        Assert.Equal(f.ApproximateAt(0) != 0, f.IsNonZeroAtZero);
    }

    /// <summary>log(2)/10^30 lies inside the enclosures with few bits.</summary>
    [Fact]
    public void A_small_value_at_0_is_noticed() => Assert.True(Activation.Parse("softplus:1" + new string('0', 30)).IsNonZeroAtZero);

    /// <summary>√2 · √2/4 is 1/2, where hardshrink is 0; in doubles it is a little more, and the jump makes a difference of 1/2.</summary>
    [Fact]
    public void No_failing_vector_rests_on_a_jump_that_doubles_miss()
    {
        var (root, hardshrink) = ((RealCyclotomic)Cyclotomic.SquareRoot(2), Activation.Parse("hardshrink"));
        var x = root / 4;
        Assert.NotEqual(root.ToDouble() * hardshrink.ApproximateAt(x.ToDouble()), hardshrink.ApproximateAt(root.ToDouble() * x.ToDouble()), 0.4);
        Assert.False(FailingVector.Fails([root], [x], hardshrink));
        Assert.True(FailingVector.Fails([root], [RealCyclotomic.One / 2], hardshrink));
        Assert.False(FailingVector.Fails([root], [x * Rational.Of(2, 1)], Activation.Parse("thresholded-relu:2")));
    }

    /// <summary>Sides that differ by less than doubles show, and arguments at which both are saturated.</summary>
    [Theory]
    [InlineData("tanh", "1/1000000000000000000000")]
    [InlineData("sigmoid", "1/1000000000000000000000")]
    [InlineData("elu", "1/1000000000000000000000")]
    [InlineData("gelu", "1/1000000000000000000000")]
    [InlineData("tanh", "1000000000000000")]
    [InlineData("sigmoid", "1000000000000000")]
    [InlineData("mish", "1000000000000000")]
    [InlineData("hardswish", "1000000000000000")]
    public void Failing_vectors_are_proved_by_enclosures(string name, string offset)
    {
        var (f, a) = (Activation.Parse(name), RealCyclotomic.One + Rational.Parse(offset));
        foreach (var row in new RealCyclotomic[][] { [a, 0], [a, 1], [a, -a] })
        {
            var matrix = Matrix<RealCyclotomic>.FromRows([row, [0, 1]]);
            var x = FailingVector.Find(matrix, 0, [.. Enumerable.Range(0, 2).Where(i => !row[i].IsZero)], f);
            Assert.True(FailingVector.Fails(row, [.. x], f));
        }
    }

    [Fact]
    public void Constants_are_noticed_at_0()
    {
        Assert.True(Activation.Parse("poly:t + 1").IsNonZeroAtZero);
        Assert.True(Activation.Parse("pl:(-1,1) (0,1) (1,2)").IsNonZeroAtZero);
        Assert.False(Activation.Parse("pl:(-1,1) (0,0) (1,2)").IsNonZeroAtZero);
    }

    /// <summary>On the region of the harmonics |t| is below 1.4 and |exp(t) − 1| below 4.3; a factor in the exponent brings the poles nearer.</summary>
    [Theory]
    [InlineData("elu", 1)]
    [InlineData("elu:3", 3)]
    [InlineData("selu:2,3", 6)]
    public void The_bound_in_the_complex_plane_grows_with_the_parameter(string name, double size) => Assert.True(Activation.Parse(name).BoundNearSine >= Math.Max(8, 4.3 * size));

    [Theory]
    [InlineData("silu", true)]
    [InlineData("silu:2", false)]
    [InlineData("softplus:2", false)]
    [InlineData("hardshrink", false)]
    public void There_is_no_bound_where_none_is_proved(string name, bool isBounded) => Assert.Equal(isBounded, Activation.Parse(name).BoundNearSine is not null);

    [Theory]
    [InlineData("hardtanh:1,x", 11, "max is no rational number")]
    [InlineData("hardtanh:y,1", 9, "min is no rational number")]
    [InlineData("hardtanh:1,1", 9, "needs min below max")]
    [InlineData("celu:-1", 5, "must be positive, not -1")]
    [InlineData("relu:1", 5, "relu takes no parameter")]
    [InlineData("elu:1,2", 4, "2 parameters; elu:alpha has 1")]
    [InlineData("pl", 0, "the function is missing")]
    [InlineData("zzz", 0, "not known")]
    [InlineData(":1", 0, "not known")]
    public void A_refusal_names_the_place(string text, int position, string words)
    {
        var refusal = Assert.Throws<AlgebraFormatException>(() => Activation.Parse(text));
        Assert.Equal(position, refusal.Position);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_are_numbers_within_doubles_of_at_most_400_characters()
    {
        static string Zeros(int count) => new('0', count);
        Assert.Equal(Rational.Of(1, 100), Only("elu:1e-2"));
        Assert.Equal(Rational.Of(100, 1), Only("elu:1e 2"));
        Assert.Equal(Rational.Of(-150, 1), Only("elu: -1.5 E2 "));
        Assert.True(Only("elu:0e5").IsZero);
        Assert.Equal(Rational.Pow(10, 200), Only($"elu:0.{Zeros(199)}1e400"));
        Assert.Equal(Rational.Pow(10, -200), Only($"elu:1{Zeros(200)}e-400"));
        Assert.Equal(Rational.Pow(10, 299), Only("elu:1e299"));
        Assert.Equal(Rational.Pow(10, -299), Only("elu:1e-299"));
        Assert.Equal(Rational.Of(1, 10), Only($"elu:0.1{Zeros(397)}"));
        foreach (var text in new[] { $"0.{Zeros(199)}1e401", $"1{Zeros(200)}e-401", "1e300", "1e-300", $"0.1{Zeros(398)}", "e5", "1e", "1e1.5" })
        {
            Assert.Throws<AlgebraFormatException>(() => Activation.Parse("elu:" + text));
        }

        static Rational Only(string text) => Assert.Single(Activation.Parse(text).Parameters);
    }

    [Fact]
    public void A_family_counts_its_parameters()
    {
        ActivationFamily Family(string name) => ActivationFamily.All.Single(family => family.Name == name);
        Assert.StartsWith("relu takes no parameter, not 1", Assert.Throws<ArgumentException>(() => Family("relu").With([1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("elu takes one parameter, not 2", Assert.Throws<ArgumentException>(() => Family("elu").With([1, 2])).Message, StringComparison.Ordinal);
        Assert.StartsWith("hardtanh takes 2 parameters, not 0", Assert.Throws<ArgumentException>(() => Family("hardtanh").With([])).Message, StringComparison.Ordinal);
        Assert.Equal(("relu", "hardtanh:min,max"), (Family("relu").ToString(), Family("hardtanh").ToString()));
    }

    [Fact]
    public void Parts_are_equal_by_their_monomials()
    {
        var part = FunctionPart.Polynomial(2, 0, 2);
        Assert.Equal([0, 2], part.Degrees);
        Assert.Equal((part, part.GetHashCode()), (FunctionPart.Polynomial(0, 2), FunctionPart.Polynomial(0, 2).GetHashCode()));
        Assert.False(part.Equals(null));
        Assert.False(FunctionPart.Zero.Equals(FunctionPart.NotPolynomial));
        Assert.NotEqual(FunctionPart.Zero.GetHashCode(), FunctionPart.NotPolynomial.GetHashCode());
        Assert.NotEqual(part, FunctionPart.Polynomial(0));
        Assert.Equal((FunctionPart.Zero, true, true), (FunctionPart.Polynomial(), FunctionPart.Zero.IsZero, FunctionPart.Zero.IsPolynomial));
        Assert.False(FunctionPart.NotPolynomial.IsPolynomial || FunctionPart.NotPolynomial.IsZero);
        Assert.Equal("1, t, t^2 | 0 | not a polynomial", $"{FunctionPart.Polynomial(2, 1, 0)} | {FunctionPart.Zero} | {FunctionPart.NotPolynomial}");
    }

    [Fact]
    public void Obstructions_are_equal_by_all_they_say()
    {
        AdmissionObstruction Of(int generator = 0, int row = 1, int column = 0, int entry = 2, int x = 3) => new(generator, row, [column], [entry], [x]);
        Assert.Equal((Of(), Of().GetHashCode()), (Of(), Of().GetHashCode()));
        Assert.All(new[] { Of(generator: 1), Of(row: 0), Of(column: 1), Of(entry: 3), Of(x: 4) }, other => Assert.NotEqual(Of(), other));
        Assert.False(Of().Equals(null));
    }

    [Fact]
    public void Every_generator_and_every_row_counts()
    {
        Matrix<RealCyclotomic> swap = Matrix([0, 1], [1, 0]), lower = Matrix([1, 0], [1, 1]), stretch = Matrix([2, 0], [0, 1]);
        Assert.Equal(0, ActivationAdmission.Of([]).Dimension);
        Assert.Equal(2, ActivationAdmission.Of([swap]).Dimension);
        Assert.Equal(MatrixShape.General, ActivationAdmission.Of([swap, lower]).Shape);
        Assert.Equal(MatrixShape.General, ActivationAdmission.Of([lower]).Shape);
        Assert.Equal(MatrixShape.PositiveMonomial, ActivationAdmission.Of([swap, stretch]).Shape);
        Assert.True(ActivationAdmission.Of([swap]).FixesOnes);
        Assert.False(ActivationAdmission.Of([swap, stretch]).FixesOnes);
        Assert.False(ActivationAdmission.Of([stretch]).FixesOnes);
        Assert.Contains("matrix 2 is 1 x 1, matrix 1 has 2 rows", Assert.Throws<ArgumentException>(() => ActivationAdmission.Of([swap, Matrix([1])])).Message, StringComparison.Ordinal);
        Assert.Contains("matrix 2 is not invertible", Assert.Throws<ArgumentException>(() => ActivationAdmission.Of([swap, Matrix([1, 1], [1, 1])])).Message, StringComparison.Ordinal);
        var found = ActivationAdmission.Of([swap, lower]).TryFindObstruction(Activation.Relu)!;
        Assert.Equal((1, 1, "0,1"), (found.Generator, found.Row, string.Join(",", found.Columns)));
    }

    /// <summary>Affine functions, and values beside and at kinks, at rational and irrational places.</summary>
    [Theory]
    [InlineData("(0,1) (1,3)")]
    [InlineData("(-2,5) (-1,1) (1/2,4) (3,-1)")]
    [InlineData("(1,1) (2,3) (4,4)")]
    [InlineData("(-4,4) (-2,3) (-1,1)")]
    public void Values_lie_on_the_segments(string points)
    {
        var f = PiecewiseLinearFunction.Parse(points);
        var list = points.Split(' ').Select(point => point.Trim('(', ')').Split(',').Select(c => Rational.Parse(c, null)).ToList()).ToList();
        RealCyclotomic[] places = [.. list.Select(point => (RealCyclotomic)point[0]), .. Enumerable.Range(-20, 41).Select(i => (RealCyclotomic)Rational.Of(i, 4)), RealCyclotomic.TwoCosine(5, 1), -RealCyclotomic.TwoCosine(5, 1), RealCyclotomic.TwoCosine(7, 1)];
        foreach (var t in places)
        {
            // The segment of t, or the outer one.
            var i = Math.Clamp(list.FindLastIndex(point => (RealCyclotomic)point[0] <= t), 0, list.Count - 2);
            var slope = (list[i + 1][1] - list[i][1]) / (list[i + 1][0] - list[i][0]);
            var expected = (RealCyclotomic)list[i][1] + ((t - list[i][0]) * slope);
            Assert.Equal(expected, f.Evaluate(t));
            Assert.Equal(expected.ToDouble(), f.ApproximateAt(t.ToDouble()), 1e-12);
        }
    }

    [Fact]
    public void Points_that_make_no_function_are_refused_with_the_reason()
    {
        Assert.Contains("at least two points", Assert.Throws<ArgumentException>(() => PiecewiseLinearFunction.Through([(0, 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("0 follows 1", Assert.Throws<ArgumentException>(() => PiecewiseLinearFunction.Through([(1, 1), (0, 2), (3, 3)])).Message, StringComparison.Ordinal);
        Assert.Contains("3 follows 3", Assert.Throws<ArgumentException>(() => PiecewiseLinearFunction.Through([(1, 1), (3, 2), (3, 3)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_are_equal_by_their_values()
    {
        static PiecewiseLinearFunction Of(string points) => PiecewiseLinearFunction.Parse(points);
        var f = Of("(-1,0) (0,0) (1,2)");
        Assert.Equal((f, f.GetHashCode()), (Of("(-3,0) (-1,0) (0,0) (2,4)"), Of("(-3,0) (-1,0) (0,0) (2,4)").GetHashCode()));
        Assert.All(new[] { "(-1,1) (0,1) (1,3)", "(-1,0) (1,0) (2,2)", "(-1,0) (0,0) (1,3)", "(-1,-1) (0,0) (1,2)", "(0,0) (1,2)", "(-1,0) (0,0) (1,2) (2,3)" }, other => Assert.NotEqual(f, Of(other)));
        Assert.False(f.Equals(null));
    }

    /// <summary>Functions that are t but for a bump between their kinks: only points there fail.</summary>
    [Theory]
    [InlineData("pl:(3,3) (7/2,4) (4,4) (5,5)")]
    [InlineData("pl:(-5,-5) (-41/10,-41/10) (-4,-3) (-39/10,-39/10) (0,0)")]
    [InlineData("pl:(100,100) (101,102) (102,102) (103,103)")]
    [InlineData("pl:(1/9,1/9) (1/8,1/6) (1/7,1/7) (1,1)")]
    public void A_bump_is_found(string name)
    {
        foreach (var matrix in new[] { Matrix([2]), Matrix([-1]), Matrix([Rational.Of(1, 1000)]), Matrix([1, 1], [0, 1]), Matrix([1, -1], [0, 1]), Matrix([1000, 1], [0, 1]) })
        {
            FailsExactly(Activation.Parse(name), matrix);
        }
    }

    /// <summary>t + t ∏ (t² − k²), k ≤ 6: it is t at all integers up to 6.</summary>
    [Fact]
    public void A_polynomial_of_high_degree_is_found()
    {
        Rational[] product = [0, 1];
        for (var k = 1; k <= 6; k++)
        {
            var next = new Rational[product.Length + 2];
            for (var i = 0; i < product.Length; i++)
            {
                next[i + 2] += product[i];
                next[i] -= k * k * product[i];
            }

            product = next;
        }

        product[1] += 1;
        var f = Activation.FromPolynomial(RationalPolynomial.FromCoefficients(product));
        Assert.Equal(6, f.Evaluate(6));
        foreach (var matrix in new[] { Matrix([2]), Matrix([Rational.Of(1, 2)]), Matrix([1, 1], [0, 1]), Matrix([1, -1], [0, 1]) })
        {
            FailsExactly(f, matrix);
        }

        Assert.True(ActivationAdmission.Of([Matrix([-1])]).Allows(f));
    }

    /// <summary>t + ∏ (t − z) over 0, ±1/2, ±1, ±3/2, ±2, ±3, ±4, ±6: it is linear on all small places and their halves and doubles, and only places as many as its degree tell.</summary>
    [Fact]
    public void A_polynomial_that_is_linear_on_all_small_places_is_found()
    {
        Rational[] product = [1];
        foreach (var zero in new[] { 0, Rational.Of(1, 2), 1, Rational.Of(3, 2), 2, 3, 4, 6 }.SelectMany(z => z.IsZero ? new[] { z } : [z, -z]))
        {
            product = [.. Enumerable.Range(0, product.Length + 1).Select(k => (k == 0 ? 0 : product[k - 1]) - (k == product.Length ? 0 : zero * product[k]))];
        }

        product[1] += 1;
        FailsExactly(Activation.FromPolynomial(RationalPolynomial.FromCoefficients(product)), Matrix([2]));
    }

    private static void FailsExactly(Activation f, Matrix<RealCyclotomic> matrix)
    {
        var found = ActivationAdmission.Of([matrix]).TryFindObstruction(f)!;
        var row = matrix.Row(found.Row);
        var inside = row.Zip(found.Vector, (a, c) => a * c).Aggregate(RealCyclotomic.Zero, (sum, c) => sum + c);
        var outside = row.Zip(found.Vector, (a, c) => a * f.Evaluate(c)).Aggregate(RealCyclotomic.Zero, (sum, c) => sum + c);
        Assert.NotEqual(f.Evaluate(inside), outside);
    }

    private static Matrix<RealCyclotomic> Matrix(params Rational[][] rows) => Matrix<RealCyclotomic>.FromRows(rows.Select(row => row.Select(c => (RealCyclotomic)c)));
}
