using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

public sealed class IsotypicDecompositionTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "C1", "regular" }, { "C2", "regular" }, { "C5", "regular" }, { "C8", "regular" }, { "S3", "regular" }, { "Q8", "regular" }, { "D4", "points+regular" },
        { "A4", "points" }, { "A4", "regular" }, { "S4", "subsets:2" }, { "A5", "points" }, { "A5", "subsets:2" }, { "Dic3", "points" }, { "C2 x C2", "points" }, { "S4", "2*points" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Projectors_are_symmetric_idempotent_commute_with_the_group_and_sum_to_1(string groupName, string name)
    {
        var (_, decomposition) = Decompose(groupName, name);
        var set = decomposition.Set;
        var size = (int)set.Size;
        var sum = Matrix<Cyclotomic>.Zero(size, size);
        foreach (var component in decomposition.Components)
        {
            var projector = decomposition.Projector(component.Simple);
            Assert.Equal(projector, projector.Transpose());
            Assert.Equal(projector, projector * projector);
            Assert.Equal((Cyclotomic)component.Dimension, projector.Trace);
            foreach (var g in set.GeneratorActions)
            {
                for (var y = 0; y < size; y++)
                {
                    for (var x = 0; x < size; x++)
                    {
                        Assert.Equal(projector[y, x], projector[g[y], g[x]]);
                    }
                }
            }

            sum += projector;
        }

        Assert.Equal(Matrix<Cyclotomic>.Identity(size), sum);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_projector_is_the_sum_over_the_group_of_its_definition(string groupName, string name)
    {
        var (table, decomposition) = Decompose(groupName, name);
        var group = table.Group;
        var set = decomposition.Set;
        foreach (var simple in table.Simples)
        {
            // P = (chi(1)/|G|) sum theta(g^-1) g with theta = chi, chi + conj(chi), chi for type R, C, H.
            var chi = simple.Constituents[0];
            var entries = Enumerable.Range(0, (int)set.Size).Select(_ => new Cyclotomic[set.Size]).ToArray();
            foreach (var g in group.EnumerateElements())
            {
                var value = chi.Values[group.ClassPositionOf(g.Inverse())];
                var theta = simple.Type == SimpleType.Complex ? value + value.Conjugate() : value;
                for (var x = 0; x < set.Size; x++)
                {
                    entries[set.Apply(g, x)][x] += theta * new Rational(chi.Degree, group.Order);
                }
            }

            Assert.Equal(Matrix<Cyclotomic>.FromRows(entries), decomposition.Projector(simple));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Dimensions_add_up_and_projected_points_are_columns(string groupName, string name)
    {
        var (table, decomposition) = Decompose(groupName, name);
        Assert.Equal(decomposition.Set.Size, decomposition.Components.Sum(component => component.Dimension));
        foreach (var component in decomposition.Components)
        {
            var projector = decomposition.Projector(component.Simple);
            Assert.Equal(component.Dimension, projector.Rank);
            for (var x = 0; x < decomposition.Set.Size; x++)
            {
                Assert.Equal(projector.Column(x), decomposition.ProjectedPoint(component.Simple, x));
            }
        }

        Assert.All(table.Simples.Where(simple => decomposition.Multiplicity(simple) == 0), simple => Assert.Equal(0, decomposition.Projector(simple).Rank));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Orbitals_span_the_commuting_maps_and_their_number_is_the_sum_of_squares(string groupName, string name)
    {
        var (table, decomposition) = Decompose(groupName, name);
        var set = decomposition.Set;
        var basis = OrbitalBasis.Of(set, set);
        var expected = decomposition.Components.Sum(component => component.Multiplicity * component.Multiplicity * component.Simple.EndomorphismDimension);
        Assert.Equal(expected, basis.Orbitals.Count);
        Assert.Equal(expected, OrbitalBasis.CountOf(set, set));
        Assert.Equal(set.Size * set.Size, basis.Orbitals.Sum(orbital => orbital.PairCount));
        foreach (var g in table.Group.Generators)
        {
            for (var x = 0; x < set.Size; x++)
            {
                for (var y = 0; y < set.Size; y++)
                {
                    Assert.Equal(basis.PositionOf(y, x), basis.PositionOf(set.Apply(g, y), set.Apply(g, x)));
                }
            }
        }
    }

    [Fact]
    public void Homs_of_the_paper_have_their_dimensions()
    {
        var s5 = FiniteGroup.Parse("S5");
        Assert.Equal(2, OrbitalBasis.Of(GSet.Points(s5), GSet.Points(s5)).Orbitals.Count);
        var torus = FiniteGroup.Parse("C6 x C6");
        Assert.Equal(36, OrbitalBasis.CountOf(GSet.Regular(torus), GSet.Regular(torus)));
        var identity = OrbitalBasis.Of(GSet.Points(s5), GSet.Points(s5));
        Assert.Equal(Matrix<Rational>.Identity(5), identity.MatrixOf(identity.Orbitals[0]));
    }

    [Theory]
    [InlineData("C8", "regular")]
    [InlineData("D4", "regular")]
    [InlineData("Q8", "regular")]
    [InlineData("A5", "cosets:(1,2,3)")]
    [InlineData("S4", "points*points")]
    [InlineData("C3 x C3", "regular")]
    public void A_copy_of_a_simple_is_a_subrepresentation_with_the_right_character(string groupName, string name)
    {
        var (table, decomposition) = Decompose(groupName, name);
        foreach (var component in decomposition.Components)
        {
            var copy = SimpleCopy.TryFind(decomposition, component.Simple);
            Assert.NotNull(copy);
            Assert.Equal(component.Multiplicity == 1, copy.IsWholeComponent);
            Assert.All(table.Classes, c => Assert.Equal(component.Simple.Character[c.Position], copy.MatrixOf(c.Representative).Trace));
            foreach (var g in table.Group.Generators)
            {
                var matrix = copy.MatrixOf(g);
                Assert.Equal(copy.Gram, matrix.Transpose() * copy.Gram * matrix);
                for (var x = 0; x < decomposition.Set.Size; x++)
                {
                    // (g v)_{g x} = v_x, as forms in v.
                    Assert.Equal(copy.FormAt(x), Matrix<Cyclotomic>.FromRows([copy.FormAt(decomposition.Set.Apply(g, x))]).Transpose() is var form ? (matrix.Transpose() * form).Column(0) : []);
                }
            }
        }
    }

    private static (CharacterTable Table, IsotypicDecomposition Decomposition) Decompose(string groupName, string name)
    {
        var group = FiniteGroup.Parse(groupName);
        var table = CharacterTable.Of(group);
        return (table, IsotypicDecomposition.Of(table, GSet.Parse(group, name)));
    }
}
