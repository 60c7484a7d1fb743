using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Activations;

public sealed class ActivationAdmissionTests
{
    /// <summary>The rows of docs/theory.md#activations: relu, relu-bias, tanh, abs.</summary>
    [Theory]
    [InlineData("y y y y", "0 1 0; 0 0 1; 1 0 0")]
    [InlineData("n n y n", "-1")]
    [InlineData("n n y n", "0 -1; 1 0")]
    [InlineData("n n n n", "-1/2 -√3/2; √3/2 -1/2")]
    [InlineData("n n n n", "0 -1; 1 -1")]
    [InlineData("y n n y", "0 2; 1/2 0")]
    [InlineData("n n y n", "0 -1 0 0; 1 0 0 0; 0 0 0 -1; 0 0 1 0", "0 0 -1 0; 0 0 0 1; 1 0 0 0; 0 -1 0 0")]
    [InlineData("n n n n", "-1 1; 0 1", "1 0; 1 -1")]
    public void Rows_of_the_table(string expected, params string[] generators)
    {
        var admission = ActivationAdmission.Of(generators.Select(Read));
        var names = new[] { "relu", "relu-bias", "tanh", "abs" };
        Assert.Equal(expected, string.Join(" ", names.Select(name => admission.Allows(Activation.Parse(name)) ? "y" : "n")));
        Assert.True(admission.Allows(Activation.Parse("identity")));
    }

    [Theory]
    [InlineData("-1/2 -√3/2; √3/2 -1/2")]
    [InlineData("-1")]
    [InlineData("0 3; 1/3 0")]
    [InlineData("0 -2; -1/2 0")]
    [InlineData("1 0; 1 -1")]
    [InlineData("2/3 -1/3 2/3; 2/3 2/3 -1/3; -1/3 2/3 2/3")]
    public void Every_obstruction_fails_on_its_vector(string generator)
    {
        var matrix = Read(generator);
        var admission = ActivationAdmission.Of([matrix]);
        IEnumerable<Activation> all = [.. Activation.Known, .. new[] { "pl:(-3,0) (-2,0) (5,1)", "pl:(-1,-1) (0,0) (7,7) (8,0)", "poly:t^4 - t^2", "poly:t + 1", "poly:t^5" }.Select(Activation.Parse)];
        foreach (var f in all)
        {
            if (admission.TryFindObstruction(f) is not { } obstruction)
            {
                continue;
            }

            // By the definition, with the whole matrix, in doubles.
            var x = obstruction.Vector.Select(c => c.ToDouble()).ToArray();
            var row = matrix.Row(obstruction.Row).Select(c => c.ToDouble()).ToArray();
            var left = f.ApproximateAt(row.Zip(x, (a, c) => a * c).Sum());
            var right = row.Zip(x, (a, c) => a * f.ApproximateAt(c)).Sum();
            Assert.True(Math.Abs(left - right) > 1e-10, $"{f.Name}: {left} and {right}");
        }
    }

    /// <summary>Functions with jumps agree with the identity or 0 at all integers, and beside a large entry a small one is lost in rounding: a vector is found all the same, and it fails exactly.</summary>
    [Theory]
    [InlineData("hardshrink", "1 -9223372036854775807; 1 1")]
    [InlineData("hardshrink", "9223372036854775807 -1; 1 1")]
    [InlineData("hardshrink:3", "1 -1000000000000; 1 1")]
    [InlineData("thresholded-relu:1/2", "1 9223372036854775807; 1 0")]
    [InlineData("thresholded-relu:1/2", "9223372036854775807 1; 1 0")]
    [InlineData("hardshrink", "1000000000000")]
    public void Beside_a_large_entry_a_failing_vector_is_found(string name, string rows)
    {
        var f = Activation.Parse(name);
        var matrix = Read(rows);
        var obstruction = ActivationAdmission.Of([matrix]).TryFindObstruction(f)!;
        var row = matrix.Row(obstruction.Row);
        var inside = row.Zip(obstruction.Vector, (a, c) => a * c).Aggregate(RealCyclotomic.Zero, (sum, c) => sum + c);
        var outside = row.Zip(obstruction.Vector, (a, c) => a * Exact(c)).Aggregate(RealCyclotomic.Zero, (sum, c) => sum + c);
        Assert.NotEqual(Exact(inside), outside);

        RealCyclotomic Exact(RealCyclotomic t) => (name.StartsWith('h') ? RealCyclotomic.Abs(t) : t) > f.Parameters[0] ? t : RealCyclotomic.Zero;
    }

    [Fact]
    public void Shapes_are_told_apart_and_affine_functions_need_row_sums_1()
    {
        Assert.Equal(MatrixShape.Permutation, ActivationAdmission.Of([Read("0 1; 1 0")]).Shape);
        Assert.Equal(MatrixShape.SignedPermutation, ActivationAdmission.Of([Read("0 1; -1 0")]).Shape);
        Assert.Equal(MatrixShape.PositiveMonomial, ActivationAdmission.Of([Read("0 2; 1/2 0")]).Shape);
        Assert.Equal(MatrixShape.Monomial, ActivationAdmission.Of([Read("0 -2; -1/2 0")]).Shape);
        var mixing = ActivationAdmission.Of([Read("2/3 -1/3 2/3; 2/3 2/3 -1/3; -1/3 2/3 2/3")]);
        Assert.Equal(MatrixShape.General, mixing.Shape);
        Assert.True(mixing.FixesOnes && mixing.Allows(Activation.Parse("poly:2t + 1")));
        Assert.False(ActivationAdmission.Of([Read("-1")]).Allows(Activation.Parse("poly:2t + 1")));
    }

    /// <summary>Matrices with one 1 in each row and column allow every function; 500 points are written out, 501 are not.</summary>
    [Fact]
    public void Permutations_allow_every_activation()
    {
        var admission = ActivationAdmission.Of(GSet.Subsets(FiniteGroup.Parse("S4"), 2));
        Assert.Equal((6, true), (admission.Dimension, admission.FixesOnes));
        Assert.All(admission.OfKnown(), pair => Assert.Null(pair.Obstruction));
        Assert.Equal(500, ActivationAdmission.Of(GSet.Points(FiniteGroup.Parse("C500"))).Dimension);
        Assert.Throws<LimitExceededException>(() => ActivationAdmission.Of(GSet.Points(FiniteGroup.Parse("C501"))));
    }

    [Theory]
    [InlineData("1 1; 1 1")]
    [InlineData("1 0 0; 0 1 0")]
    public void Matrices_of_no_representation_are_refused(string matrix) => Assert.Throws<ArgumentException>(() => ActivationAdmission.Of([Read(matrix)]));

    private static Matrix<RealCyclotomic> Read(string text) => Matrix<RealCyclotomic>.FromRows(text.Split(';').Select(row => row.Trim().Split(' ').Select(RealCyclotomic.Parse)));
}
