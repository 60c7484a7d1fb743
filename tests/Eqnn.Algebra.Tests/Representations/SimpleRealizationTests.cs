using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

public sealed class SimpleRealizationTests
{
    [Theory]
    [InlineData("C1")]
    [InlineData("C8")]
    [InlineData("C9")]
    [InlineData("D5")]
    [InlineData("Q8")]
    [InlineData("S4")]
    [InlineData("A5")]
    [InlineData("SL(2,3)")]
    [InlineData("SL(2,5)")]
    [InlineData("GL(2,3)")]
    [InlineData("Dic3")]
    [InlineData("F20")]
    public void Every_simple_has_matrices_that_are_a_representation_with_its_character(string name)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        foreach (var simple in table.Simples)
        {
            var realization = SimpleRealization.TryFind(simple);
            Assert.NotNull(realization);
            Check(realization);
        }
    }

    [Theory]
    [InlineData("Q8", 4, 4)]
    [InlineData("Q16", 8, 8)]
    [InlineData("SL(2,3)", 8, 12)]
    public void Below_the_index_of_every_permutation_model_a_monomial_one_is_found(string name, int dimensionOrIndex, int maxIndex)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var simple = table.Simples.Last(s => s.KernelOrder.IsOne);
        Assert.Null(MultiplicityOneModel.TryFind(simple, maxIndex));
        var realization = SimpleRealization.TryFind(simple, maxIndex)!;
        Assert.True(realization.Model.IsMonomial);
        Assert.True(realization.Model.Decomposition.Set.Size <= 2 * Math.Max(dimensionOrIndex, maxIndex));
        Check(realization);
    }

    [Fact]
    public void Nothing_is_claimed_beyond_the_bound() => Assert.Null(SimpleRealization.TryFind(CharacterTable.Of(FiniteGroup.Parse("S4")).SimpleNamed("standard"), 2));

    [Theory]
    [InlineData("S4", "standard")]
    [InlineData("A5", "L1")]
    [InlineData("C8", "L1")]
    [InlineData("Q8", "L4")]
    public void Orthogonal_matrices_are_found_where_the_field_has_them(string name, string label) =>
        Assert.True(SimpleRealization.TryFind(CharacterTable.Of(FiniteGroup.Parse(name)).SimpleNamed(label))!.IsOrthonormal);

    [Fact]
    public void For_C5_the_field_has_no_sine_and_the_basis_is_left_oblique() =>
        Assert.False(SimpleRealization.TryFind(CharacterTable.Of(FiniteGroup.Parse("C5")).SimpleNamed("L1"))!.IsOrthonormal);

    private static void Check(SimpleRealization realization)
    {
        var generators = realization.Group.Generators;
        foreach (var (g, h) in generators.SelectMany(g => generators.Select(h => (g, h))))
        {
            Assert.Equal(realization.MatrixOf(g * h), realization.MatrixOf(g) * realization.MatrixOf(h));
        }

        foreach (var g in generators)
        {
            var matrix = realization.MatrixOf(g);
            Assert.Equal(realization.Gram, matrix.Transpose() * realization.Gram * matrix);
            Assert.Equal(realization.Simple.Character[realization.Group.ClassPositionOf(g)], matrix.Trace);
            Assert.All(matrix.Rows().SelectMany(row => row), entry => Assert.True(entry.IsReal));
            if (realization.IsOrthonormal)
            {
                Assert.Equal(Matrix<Cyclotomic>.Identity(realization.Dimension), matrix.Transpose() * matrix);
            }
        }
    }
}
