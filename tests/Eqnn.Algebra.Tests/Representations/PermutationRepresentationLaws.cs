using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

/// <summary>A group of small order with two small G-sets.</summary>
public sealed record RandomSets(FiniteGroup Group, string Source, string Target)
{
    public GSet X => GSet.Parse(Group, Source);

    public GSet Y => GSet.Parse(Group, Target);
}

/// <summary>Random G-sets of at most 12 points: points, cosets, pairs, sums; transitive or not.</summary>
public static class RandomGSets
{
    public static Arbitrary<RandomSets> Sets() =>
        Arb.From(from sets in GroupSamples.Groups().Generator.Where(g => g.Order <= 60).SelectMany(SetsOf)
                 where sets.X.Size <= 12 && sets.Y.Size <= 12
                 select sets);

    private static Gen<RandomSets> SetsOf(FiniteGroup g)
    {
        var set = from kind in Gen.Elements("points", "trivial", "subsets:1", "subsets:2", "2*points", "points+trivial", "cosets")
                  from element in Gen.Elements(g.EnumerateElements().ToArray())
                  select kind == "cosets" || (kind == "subsets:2" && g.Degree < 2) ? $"cosets:{element}" : kind;
        return from source in set from target in set select new RandomSets(g, source, target);
    }
}

/// <summary>Permutation representations, their isotypic components and the maps between them, on random G-sets (docs/theory.md#objects).</summary>
[Properties(Arbitrary = [typeof(RandomGSets)])]
public sealed class PermutationRepresentationLaws
{
    [Law(Cases = 40)]
    public void Elements_move_basis_vectors_and_arguments(RandomSets sets)
    {
        var x = sets.X;
        var representation = PermutationRepresentation.Of(x);
        var function = Matrix<Cyclotomic>.FromFunction((int)x.Size, 1, (row, _) => (row * row) + 1);
        foreach (var g in sets.Group.EnumerateElements().Take(6))
        {
            var moved = representation.MatrixOf(g) * function;
            for (var point = 0; point < x.Size; point++)
            {
                // (g f)(x) = f(g⁻¹ x), and g e_x = e_gx.
                Assert.Equal(function[x.Apply(g.Inverse(), point), 0], moved[point, 0]);
                Assert.Equal(Cyclotomic.One, representation.MatrixOf(g)[x.Apply(g, point), point]);
            }

            foreach (var h in sets.Group.Generators)
            {
                Assert.Equal(representation.MatrixOf(g) * representation.MatrixOf(h), representation.MatrixOf(g * h));
            }
        }
    }

    [Law(Cases = 40)]
    public Property Multiplicities_are_quotients_of_inner_products_and_ranks(RandomSets sets)
    {
        var table = CharacterTable.Of(sets.Group);
        var decomposition = IsotypicDecomposition.Of(table, sets.X);
        var character = ClassFunction.FromValues(table, table.Classes.Select(c => (Cyclotomic)Enumerable.Range(0, (int)sets.X.Size).Count(point => sets.X.Apply(c.Representative, point) == point)));
        return Law(() =>
        {
            foreach (var simple in table.Simples)
            {
                var multiplicity = decomposition.Multiplicity(simple);
                Assert.Equal(character.InnerProduct(simple.Character), multiplicity * simple.EndomorphismDimension);
                Assert.Equal(multiplicity, simple.MultiplicityIn(character));
                Assert.Equal(multiplicity * simple.Dimension, decomposition.Projector(simple).Rank);
            }
        }).Classify(decomposition.Components.Any(component => component.Multiplicity > 1), "with a simple more than once")
            .Classify(decomposition.Components.Any(component => component.Simple.Type != SimpleType.Real), "with a simple not of real type");
    }

    [Law(Cases = 40)]
    public Property Projectors_are_symmetric_orthogonal_idempotent_equivariant_and_sum_to_1(RandomSets sets)
    {
        var table = CharacterTable.Of(sets.Group);
        var decomposition = IsotypicDecomposition.Of(table, sets.X);
        var projectors = decomposition.Components.Select(component => decomposition.Projector(component.Simple)).ToList();
        var size = (int)sets.X.Size;
        return Law(() =>
        {
            var matrices = sets.Group.Generators.Select(PermutationRepresentation.Of(sets.X).MatrixOf).ToList();
            foreach (var (i, p) in projectors.Index())
            {
                Assert.Equal(p, p.Transpose());
                Assert.All(projectors.Index(), pair => Assert.Equal(pair.Index == i ? p : Matrix<Cyclotomic>.Zero(size, size), p * pair.Item));
                Assert.All(matrices, g => Assert.Equal(g * p, p * g));
                Assert.Equal(SumOverTheGroup(sets.X, decomposition.Components[i].Simple), p);
            }

            Assert.Equal(Matrix<Cyclotomic>.Identity(size), projectors.Aggregate((a, b) => a + b));
        }).Classify(projectors.Count > 2, "three components and more");
    }

    [Law(Cases = 40)]
    public Property Orbitals_are_a_basis_of_the_equivariant_maps(RandomSets sets)
    {
        var (x, y) = (sets.X, sets.Y);
        var basis = OrbitalBasis.Of(x, y);
        return Law(() =>
        {
            // The definition, T g = g T for the generators, solved as a linear system in the entries of T.
            var (columns, rows) = ((int)x.Size, (int)y.Size);
            var equations = new List<Rational[]> { new Rational[rows * columns] };
            foreach (var g in sets.Group.Generators)
            {
                for (var entry = 0; entry < rows * columns; entry++)
                {
                    var image = (y.Apply(g, entry / columns) * columns) + x.Apply(g, entry % columns);
                    var equation = new Rational[rows * columns];
                    equation[entry] += 1;
                    equation[image] -= 1;
                    equations.Add(equation);
                }
            }

            Assert.Equal((rows * columns) - Matrix<Rational>.FromRows(equations).Rank, basis.Orbitals.Count);
            Assert.Equal(basis.Orbitals.Count, OrbitalBasis.CountOf(x, y));

            // Independent, since disjoint and not 0; equivariant.
            var sum = basis.Orbitals.Select(basis.MatrixOf).Aggregate((a, b) => a + b);
            Assert.Equal(Matrix<Rational>.FromFunction(rows, columns, (_, _) => 1), sum);
            foreach (var matrix in basis.Orbitals.Select(basis.MatrixOf))
            {
                Assert.NotEqual(Matrix<Rational>.Zero(rows, columns), matrix);
                Assert.All(sets.Group.Generators, g => Assert.Equal(matrix, Matrix<Rational>.FromFunction(rows, columns, (row, column) => matrix[y.Apply(g, row), x.Apply(g, column)])));
            }

            // Schur: as many as the common simples say.
            var table = CharacterTable.Of(sets.Group);
            var (left, right) = (IsotypicDecomposition.Of(table, x), IsotypicDecomposition.Of(table, y));
            Assert.Equal(basis.Orbitals.Count, table.Simples.Sum(simple => left.Multiplicity(simple) * right.Multiplicity(simple) * simple.EndomorphismDimension));
        }).Classify(sets.Source != sets.Target, "between two sets").Classify(!x.IsTransitive, "not transitive");
    }

    /// <summary>(χ(1)/|G|) Σ θ(g⁻¹) g with θ = χ, χ + conj χ, χ for type R, C, H.</summary>
    private static Matrix<Cyclotomic> SumOverTheGroup(GSet set, SimpleRepresentation simple)
    {
        var group = set.Group;
        var chi = simple.Constituents[0];
        var theta = simple.Type == SimpleType.Complex ? chi.Values + chi.Values.Conjugate() : chi.Values;
        var representation = PermutationRepresentation.Of(set);
        return group.EnumerateElements().Aggregate(Matrix<Cyclotomic>.Zero((int)set.Size, (int)set.Size),
            (sum, g) => sum + ((theta.ValueAt(g.Inverse()) * new Rational(chi.Degree, group.Order)) * representation.MatrixOf(g)));
    }

    private static Property Law(Action law) => law.ToProperty();
}
