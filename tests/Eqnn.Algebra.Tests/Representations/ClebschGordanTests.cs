using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

public sealed class ClebschGordanTests
{
    [Theory]
    [InlineData("C8", "L1", "L1", "L0 2, L2 2")]
    [InlineData("C8", "L1", "L2", "L1 2, L3 2")]
    [InlineData("D4", "L4", "L4", "L0 1, L1 1, L2 1, L3 1")]
    [InlineData("Q8", "L4", "L4", "L0 4, L1 4, L2 4, L3 4")]
    [InlineData("S4", "standard", "standard", "L0 1, L2 1, L3 1, L4 1")]
    [InlineData("A5", "L1", "L1", "L0 1, L1 1, L4 1")]
    [InlineData("SL(2,3)", "L3", "L3", "L0 2, L1 2, L2 4")]
    [InlineData("C3xQ8", "L8", "L9", "L4 4, L5 4, L6 4, L7 4")]
    [InlineData("SL(2,3)", "L4", "L4", "L0 4, L2 4")]
    public void The_number_of_tensors_is_that_of_the_theory(string group, string left, string right, string expected)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var product = ClebschGordan.Of(table.SimpleNamed(left), table.SimpleNamed(right));
        Assert.Equal(expected, string.Join(", ", product.Components.Select(component => $"{component.Simple.Label} {component.Tensors.Count}")));
        Assert.True(product.IsOrthonormal);
    }

    /// <summary>For rotations by angles the product L1 x L1 → L2 is the product of complex numbers: (v, w) ↦ (v1 w1 - v2 w2, v1 w2 + v2 w1), scaled.</summary>
    [Fact]
    public void For_cyclic_groups_the_product_is_that_of_complex_numbers()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C5"));
        var onto = ClebschGordan.Of(table.SimpleNamed("L1"), table.SimpleNamed("L1"), [table.SimpleNamed("L2")]).Components.Single();
        Assert.Equal(2, onto.Tensors.Count);
        Assert.Equal("√2/2", Cyclotomic.Abs(onto.Tensors[0][0, 0, 0]).ToString("R"));
        Assert.All(onto.Tensors, tensor => Assert.Equal(-tensor[0, 0, 0], tensor[1, 1, 0]));
        Assert.All(onto.Tensors, tensor => Assert.Equal(tensor[0, 1, 1], tensor[1, 0, 1]));
    }

    [Fact]
    public void A_simple_that_does_not_occur_has_no_tensors()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C8"));
        var product = ClebschGordan.Of(table.SimpleNamed("L1"), table.SimpleNamed("L2"), [table.SimpleNamed("L4")]);
        Assert.False(product.IsWhole);
        Assert.Empty(product.Components.Single().Tensors);
        Assert.Equal(0, product.Components.Single().Multiplicity);
    }

    [Theory]
    [InlineData("C5")]
    [InlineData("C7")]
    [InlineData("D7")]
    [InlineData("Dic5")]
    [InlineData("SL(2,5)")]
    [InlineData("C7:C3")]
    [InlineData("SmallGroup(48,28)")]
    public void Every_simple_has_orthogonal_matrices_over_a_larger_field(string name) =>
        Assert.All(CharacterTable.Of(FiniteGroup.Parse(name)).Simples, simple =>
        {
            var matrices = SimpleMatrices.Of(simple);
            Assert.True(matrices.IsOrthonormal);
            foreach (var g in matrices.Group.Generators)
            {
                Assert.Equal(Matrix<Cyclotomic>.Identity(matrices.Dimension), matrices.MatrixOf(g).Transpose() * matrices.MatrixOf(g));
                Assert.Equal(simple.Character[matrices.Group.ClassPositionOf(g)], matrices.MatrixOf(g).Trace);
            }
        });

    [Fact]
    public void A_product_beyond_the_limit_is_refused_at_once()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S7"));
        var largest = table.Simples[^1];
        var limit = Assert.Throws<LimitExceededException>(() => ClebschGordan.Of(largest, largest));
        Assert.Equal(ClebschGordan.MaxDimension, limit.Bound);
    }

    [Fact]
    public void Simples_of_different_tables_are_refused()
    {
        var (one, other) = (CharacterTable.Of(FiniteGroup.Parse("C4")), CharacterTable.Of(FiniteGroup.Parse("C5")));
        Assert.Throws<ArgumentException>(() => ClebschGordan.Of(one.Simples[1], other.Simples[1]));
        Assert.Throws<ArgumentException>(() => ClebschGordan.Of(one.Simples[1], one.Simples[1], [other.Simples[1]]));
    }

    [Fact]
    public void Work_that_was_cancelled_is_not_done()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        Assert.Throws<OperationCanceledException>(() => ClebschGordan.Of(table.Simples[3], table.Simples[3], cancellationToken: new CancellationToken(true)));
    }

    /// <summary>A projection of L3 x L3 of S4, with one coefficient changed, or offered for another simple.</summary>
    [Fact]
    public void What_is_false_is_refused()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var product = ClebschGordan.Of(table.SimpleNamed("standard"), table.SimpleNamed("standard"));
        var source = TensorProductRepresentation.Of(product.Left, product.Right);
        var (right, other) = (product.Components[2], product.Components[3]);
        var changed = Matrix<Cyclotomic>.FromFunction(right.Target.Dimension, product.Dimension, (i, j) => right.Projections[0][i, j] + (i == 0 && j == 0 ? 1 : 0));
        IntertwinerSpace.RequireEquivariant(source, right.Target, right.Projections[0]);
        Fires.With("an intertwiner commutes with the generators", () => IntertwinerSpace.RequireEquivariant(source, right.Target, changed));
        Fires.With("an intertwiner commutes with the generators", () => IntertwinerSpace.RequireEquivariant(source, other.Target, right.Projections[0]));
        Fires.With("the intertwiners have dimension dim End times the multiplicity", () => ClebschGordanComponent.RequireCount(right.Simple, right.Multiplicity + 1, right.Tensors.Count));
        Fires.With("the traces of the matrices are the character", () => SimpleMatrices.Of(other.Simple, right.Target, "", []));
        Fires.With("the endomorphisms have the dimension that the type says", () => EndomorphismUnits.RequireDimension(right.Simple, 2));
        Fires.With("a self-adjoint endomorphism of a simple representation is a number", () => ClebschGordanComponent.RequireNumber(right.Simple, right.Target.MatrixOf(table.Group.Generators[0])));
    }
}
