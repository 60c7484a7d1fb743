using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.MatrixGroups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

/// <summary>Groups of matrices: which group, and how the representation decomposes.</summary>
public sealed class MatrixGroupTests
{
    [Theory]
    [InlineData("0 -1;1 0", "", 4, 1, "L1")] // rotation of the plane by a quarter
    [InlineData("0 -1;1 0", "1 0;0 -1", 8, 3, "L4")]
    [InlineData("E(4) 0;0 -E(4)", "0 -1;1 0", 8, 4, "")]
    [InlineData("0 0 1;1 0 0;0 1 0", "-1 0 0;0 1 0;0 0 1", 24, 13, "")]
    [InlineData("1 1;0 -1", "", 2, 1, "L0 + L1")] // not orthogonal
    [InlineData("1/2 3/2;-1/2 1/2", "", 6, 2, "L1")] // rational, not integral
    [InlineData("1 0;0 1", "", 1, 1, "L0 + L0")]
    public void Matrices_generate_the_group_that_is_meant(string first, string second, int order, int number, string simples)
    {
        var group = Finite(first, second);
        Assert.Equal(new SmallGroupId(order, number), GroupIdentification.Of(group.Group).Id);
        var table = CharacterTable.Of(group.Group);
        var character = group.CharacterIn(table);
        Assert.Equal(group.Dimension, character.Degree);
        if (simples.Length > 0)
        {
            Assert.Equal(simples, string.Join(" + ", table.Simples.SelectMany(simple => Enumerable.Repeat(simple.Label, (int)simple.MultiplicityIn(character)))));
        }
    }

    [Fact]
    public void Matrices_of_a_simple_in_another_basis_are_recognised()
    {
        // The simple of dimension 4 and type H of SL(2,3), conjugated by a matrix that is not orthogonal.
        var source = CharacterTable.Of(FiniteGroup.Parse("SL(2,3)"));
        var simple = source.Simples.First(s => s.Type == SimpleType.Quaternionic);
        var copy = SimpleCopy.TryFind(IsotypicDecomposition.Of(source, GSet.Parse(source.Group, "regular")), simple)!;
        var basis = Matrix<Cyclotomic>.FromFunction(4, 4, (i, j) => i == j ? 1 : i < j ? i + (2 * j) : 0);
        var verdict = MatrixGroup.Of("conjugated", source.Group.Generators.Select(g => basis * copy.MatrixOf(g) * basis.Inverse()));
        var group = Assert.IsType<MatrixGroupVerdict.Finite>(verdict).Group;
        Assert.Equal(new SmallGroupId(24, 3), GroupIdentification.Of(group.Group).Id);
        var table = CharacterTable.Of(group.Group);
        var only = Assert.Single(table.Simples, s => s.MultiplicityIn(group.CharacterIn(table)) != 0);
        Assert.Equal((SimpleType.Quaternionic, 4L), (only.Type, only.Dimension));
        // The permutations multiply as the matrices do.
        var (a, b) = (group.Group.Generators[0], group.Group.Generators[1]);
        Assert.Equal(group.MatrixOf(a) * group.MatrixOf(b), group.MatrixOf(a * b));
        Assert.Equal(group.Generators[0], group.MatrixOf(a));
    }

    [Theory]
    [InlineData("1 1;0 1", "", "as large as the dimension")]
    [InlineData("2 1;1 1", "", "exceeds the dimension")]
    [InlineData("1/2 0;0 2", "", "not an algebraic integer")]
    [InlineData("0 -1;1 0", "1 0;0 3/2", "not an algebraic integer")]
    [InlineData("0 -1;1 1", "0 -1;1 0", "as large as the dimension")] // both of finite order; they generate SL(2,Z)
    [InlineData("3/5 -4/5;4/5 3/5", "", "not an algebraic integer")] // a rotation by an angle that is no rational part of the circle
    [InlineData("E(5)+E(5)^4 0;0 1", "", "exceeds the dimension")] // a unit: its other conjugate is large
    public void A_group_that_is_not_finite_has_a_witness(string first, string second, string reason)
    {
        var witness = Assert.IsType<MatrixGroupVerdict.Infinite>(Verdict(first, second)).Witness;
        Assert.True(witness.Verify());
        Assert.Contains(reason, witness.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Orbits_beyond_the_limit_are_refused() =>
        Assert.Equal(10, Assert.Throws<LimitExceededException>(() => MatrixGroup.Of("C12", Read("E(12) 0;0 1", ""), GroupLimits.Default.WithMaxDegree(10))).Bound);

    [Theory]
    [InlineData("1 0;0 0", "", "matrix 1 is singular")]
    [InlineData("1 0;0 1", "1", "matrix 2 is 1 x 1")]
    [InlineData("1 0", "", "matrix 1 is 1 x 2")]
    public void What_is_no_group_of_matrices_is_refused(string first, string second, string problem) =>
        Assert.Contains(problem, Assert.Throws<ArgumentException>(() => Verdict(first, second)).Message, StringComparison.Ordinal);

    private static MatrixGroup Finite(string first, string second) => Verdict(first, second).Match(group => group, witness => throw new InvalidOperationException(witness.ToString()));

    private static MatrixGroupVerdict Verdict(string first, string second) => MatrixGroup.Of("matrices", Read(first, second));

    private static IEnumerable<Matrix<Cyclotomic>> Read(string first, string second) =>
        new[] { first, second }.Where(text => text.Length > 0).Select(text => Matrix<Cyclotomic>.FromRows(text.Split(';').Select(row => row.Split(' ').Select(Cyclotomic.Parse))));
}
