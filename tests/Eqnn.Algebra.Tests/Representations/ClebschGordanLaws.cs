using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

/// <summary>Products of simples on random groups of order up to 60 and random pairs of their simples.</summary>
[Properties(Arbitrary = [typeof(ClebschGordanLaws)])]
public sealed class ClebschGordanLaws
{
    /// <summary>Two simples of one group.</summary>
    public sealed record Pair(SimpleRepresentation Left, SimpleRepresentation Right)
    {
        public override string ToString() => $"{Left.Table.Group.Name}: {Left.Label} x {Right.Label}";
    }

    private static readonly string[] Names =
    [
        "C1", "C2", "C3", "C5", "C7", "C8", "C12", "C2xC4", "C3xC3", "D3", "D4", "D5", "D7", "Q8", "Q16", "Dic3", "Dic5", "A4", "S4", "SL(2,3)", "GL(2,3)", "F20", "C7:C3", "C4xS3", "C3xQ8", "A5",
        "SmallGroup(16,3)", "SmallGroup(24,1)", "SmallGroup(32,44)", "SmallGroup(40,11)", "SmallGroup(48,29)",
    ];

    private static readonly Dictionary<string, CharacterTable> Tables = Names.ToDictionary(name => name, name => CharacterTable.Of(FiniteGroup.Parse(name)));

    public static Arbitrary<Pair> Pairs()
    {
        var pairs = from name in Gen.Elements(Names)
                    let simples = Tables[name].Simples
                    from left in Gen.Choose(0, simples.Count - 1)
                    from right in Gen.Choose(0, simples.Count - 1)
                    where simples[left].Dimension * simples[right].Dimension <= 24
                    select new Pair(simples[left], simples[right]);
        return Arb.From(pairs, pair => from label in new[] { (pair.Left, pair.Left.Table.Simples[0]), (pair.Left.Table.Simples[0], pair.Right) }
                                       where label != (pair.Left, pair.Right)
                                       select new Pair(label.Item1, label.Item2));
    }

    [Law(Cases = 40)]
    public void The_copies_are_orthogonal_and_fill_the_product(Pair pair)
    {
        var product = ClebschGordan.Of(pair.Left, pair.Right);
        Assert.True(product.IsWhole);
        Assert.True(product.Verify());
        Assert.Equal(product.Dimension, product.Components.Sum(component => component.Multiplicity * component.Target.Dimension));

        // The orthogonal projections onto all copies add up to 1: with E the Gram matrices, T* = E⁻¹ Tᵀ E.
        var tensor = TensorProductRepresentation.Of(product.Left, product.Right);
        var back = Scaled(tensor.Gram).Inverse();
        var sum = Matrix<Cyclotomic>.Zero(product.Dimension, product.Dimension);
        foreach (var component in product.Components)
        {
            var gram = Scaled(component.Target.Gram);
            var adjoints = component.Projections.Select(projection => back * projection.Transpose() * gram).ToList();
            for (var a = 0; a < component.Multiplicity; a++)
            {
                for (var b = 0; b < component.Multiplicity; b++)
                {
                    var expected = a == b ? component.Squares[a] * Matrix<Cyclotomic>.Identity(component.Target.Dimension) : Matrix<Cyclotomic>.Zero(component.Target.Dimension, component.Target.Dimension);
                    Assert.Equal(expected, component.Projections[a] * adjoints[b]);
                }

                sum += component.Squares[a].Inverse() * (adjoints[a] * component.Projections[a]);
            }
        }

        Assert.Equal(Matrix<Cyclotomic>.Identity(product.Dimension), sum);
    }

    /// <summary>Second route: all matrices X with X g = g X as the null space of the full linear system.</summary>
    [Law(Cases = 30)]
    public void The_tensors_are_a_basis_of_all_solutions(Pair pair)
    {
        if (pair.Left.Dimension * pair.Right.Dimension > 12)
        {
            return;
        }

        var product = ClebschGordan.Of(pair.Left, pair.Right);
        var source = TensorProductRepresentation.Of(product.Left, product.Right);
        foreach (var component in product.Components)
        {
            var (rows, columns) = (component.Target.Dimension, product.Dimension);
            var equations = source.Group.Generators.SelectMany(g => Equations(component.Target.MatrixOf(g), source.MatrixOf(g)));
            var solutions = Subspace<Cyclotomic>.SolutionsOf(rows * columns, equations);
            var span = Subspace<Cyclotomic>.Span(rows * columns, component.Tensors.Select(tensor => (IReadOnlyList<Cyclotomic>)[.. tensor.Matrix.Rows().SelectMany(row => row)]));
            Assert.Equal(solutions, span);
            Assert.Equal(component.Tensors.Count, solutions.Dimension);
            Assert.Equal(component.Multiplicity * component.Simple.EndomorphismDimension, solutions.Dimension);
        }
    }

    [Law(Cases = 30)]
    public void The_units_multiply_as_those_of_the_real_the_complex_and_the_quaternion_numbers(Pair pair)
    {
        var units = EndomorphismUnits.Of(SimpleMatrices.Of(pair.Left));
        var matrices = units.Matrices;
        var one = matrices[0];
        Assert.Equal(pair.Left.EndomorphismDimension, matrices.Count);
        Assert.All(matrices, unit => Assert.All(units.Module.Group.Generators, g => Assert.Equal(unit * units.Module.MatrixOf(g), units.Module.MatrixOf(g) * unit)));
        Assert.All(matrices.Skip(1), unit => Assert.True((unit * unit)[0, 0].Sign < 0));
        if (units.AreNormalized)
        {
            Assert.All(matrices.Skip(1), unit => Assert.Equal(-one, unit * unit));
        }

        if (matrices.Count == 4)
        {
            Assert.Equal(matrices[3], matrices[1] * matrices[2]);
            Assert.Equal(-matrices[3], matrices[2] * matrices[1]);
        }
    }

    /// <summary>Equations of X in <c>target X - X source = 0</c>, X by rows.</summary>
    private static IEnumerable<IReadOnlyList<Cyclotomic>> Equations(Matrix<Cyclotomic> target, Matrix<Cyclotomic> source)
    {
        var (rows, columns) = (target.RowCount, source.RowCount);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var equation = Enumerable.Repeat(Cyclotomic.Zero, rows * columns).ToArray();
                for (var k = 0; k < rows; k++)
                {
                    equation[(k * columns) + j] += target[i, k];
                }

                for (var k = 0; k < columns; k++)
                {
                    equation[(i * columns) + k] -= source[k, j];
                }

                yield return equation;
            }
        }
    }

    private static Matrix<Cyclotomic> Scaled(Matrix<Cyclotomic> gram) => gram[0, 0].Inverse() * gram;
}
