using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Architecture.Tests;

/// <summary>Each row of docs/conventions.md, pinned on an example where the other choice gives something else.</summary>
public sealed class ConventionTests
{
    private static readonly Permutation A = Permutation.Parse("(1,2)", 3);
    private static readonly Permutation B = Permutation.Parse("(2,3)", 3);

    [Fact]
    public void Permutations_act_from_the_left()
    {
        for (var x = 0; x < 3; x++)
        {
            Assert.Equal(A[B[x]], (A * B)[x]);
        }

        Assert.NotEqual(A * B, B * A);
    }

    [Fact]
    public void A_conjugate_is_g_x_over_g() => Assert.Equal((A * B) * A * (A * B).Inverse(), A.ConjugateBy(A * B));

    [Fact]
    public void Points_count_from_0_in_code_and_from_1_in_text()
    {
        Assert.Equal([1, 0, 2], A.Images);
        Assert.Equal("(1,2)", A.ToString());
        Assert.Equal("()", Permutation.Identity(3).ToString());
    }

    [Fact]
    public void Permutations_are_listed_by_degree_and_images() =>
        Assert.Equal(["()", "()", "(2,3)", "(1,2)"], new[] { A, B, Permutation.Identity(3), Permutation.Identity(2) }.Order().Select(p => p.ToString()));

    [Theory]
    [InlineData("S4", "perm:(1,4);(1,2,3)")]
    [InlineData("D5", "perm:(2,5)(3,4);(1,3,5,2,4)")]
    [InlineData("A4", "perm:(2,3,4);(1,3)(2,4);(1,2)(3,4)")]
    public void Classes_are_ordered_by_order_size_and_least_element_whatever_the_generators(string name, string sameGroup)
    {
        var classes = FiniteGroup.Parse(name).ConjugacyClasses;
        Assert.True(classes[0].Representative.IsIdentity);
        var expected = classes.OrderBy(c => c.Position == 0 ? 0 : 1).ThenBy(c => c.ElementOrder).ThenBy(c => c.Size).ThenBy(c => c.Representative);
        Assert.Equal(expected, classes);
        Assert.All(classes, c => Assert.Equal(c.EnumerateElements().Min(), c.Representative));
        Assert.Equal(classes.Select(c => c.Representative), FiniteGroup.Parse(sameGroup).ConjugacyClasses.Select(c => c.Representative));
    }

    [Fact]
    public void A_power_map_sends_positions_to_positions()
    {
        var group = FiniteGroup.Parse("C7");
        Assert.All(group.ConjugacyClasses, c => Assert.Equal(group.ClassPositionOf(c.Representative.Power(3)), group.PowerMap(3)[c.Position]));
        Assert.NotEqual(group.PowerMap(3), group.PowerMap(5));
    }

    [Fact]
    public void D4_has_order_8() => Assert.Equal(8, FiniteGroup.Parse("D4").Order);

    [Fact]
    public void A_row_is_a_target_and_a_column_a_source()
    {
        var matrix = Matrix<Rational>.FromRows([[0, 1, 0], [0, 0, 1]]);
        Assert.Equal((2, 3), (matrix.RowCount, matrix.ColumnCount));
        Assert.Equal([0, 1], matrix * [0, 0, 1]);
        Assert.Equal(1, matrix[1, 2]);
    }

    [Fact]
    public void The_basis_moves_with_the_points()
    {
        var set = GSet.Points(FiniteGroup.Parse("S3"));
        Assert.Equal((A * B).Images, set.ActionOf(A * B).Images);
        Assert.Equal((A * B)[2], set.Apply(A * B, 2));
        Assert.Equal(set.ActionOf(A) * set.ActionOf(B), set.ActionOf(A * B));
    }

    [Fact]
    public void A_null_space_is_in_reduced_form()
    {
        var columns = Matrix<Rational>.FromRows([[1, 2, 0, 3], [0, 0, 1, 4]]).NullSpace();
        Assert.Equal([[-2, 1, 0, 0], [-3, 0, -4, 1]], columns.Select(column => column.ToArray()));
    }

    [Fact]
    public void Inner_products_are_divided_by_the_order_and_conjugate_the_second()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C3"));
        var (first, second) = (table.Irreducibles[1].Values, table.Irreducibles[2].Values);
        Assert.Equal(Cyclotomic.One, first.InnerProduct(first));
        Assert.Equal(Cyclotomic.Zero, first.InnerProduct(second));
        Assert.Equal(first.Conjugate(), second);
        Assert.Equal(Cyclotomic.E(4), (first * Cyclotomic.E(4)).InnerProduct(first));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(12)]
    public void The_simple_k_of_a_cyclic_group_turns_by_k_over_n(int n)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse($"C{n}"));
        var generator = table.Group.Generators.First(g => g.Order == n);
        Assert.Equal((n / 2) + 1, table.Simples.Count);
        Assert.All(table.Simples, simple =>
        {
            var turn = Cyclotomic.E(n, simple.Position) + Cyclotomic.E(n, -simple.Position);
            Assert.Equal(simple.Dimension == 1 ? turn / 2 : turn, simple.Character.ValueAt(generator));
        });
        Assert.Equal(Enumerable.Range(0, n).Select(k => Cyclotomic.E(n, k)), table.Irreducibles.Select(character => character.Values.ValueAt(generator)));
    }

    [Theory]
    [InlineData("S5")]
    [InlineData("Q8 x C3")]
    [InlineData("Dic3")]
    [InlineData("A5")]
    public void Characters_and_simples_are_in_their_order(string name)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        Assert.All(table.Irreducibles[0].Values.Values, value => Assert.Equal(Cyclotomic.One, value));
        Assert.True(table.Simples[0].IsTrivial);
        Assert.Equal(table.Irreducibles.Skip(1).OrderBy(c => c.Degree).ThenBy(c => ConductorOf(c.Values)).ThenByDescending(c => c.Values.Values, Lexicographic), table.Irreducibles.Skip(1));
        Assert.Equal(table.Simples.Skip(1).OrderBy(l => l.Dimension).ThenBy(l => l.Type).ThenByDescending(l => l.Character.Values, Lexicographic), table.Simples.Skip(1));
        Assert.Equal(table.Simples.Select(l => $"L{l.Position}"), table.Simples.Select(l => l.Label));
        Assert.Equal(table.Irreducibles.Select(c => $"X.{c.Position + 1}"), table.Irreducibles.Select(c => c.Label));
        Assert.Equal([SimpleType.Real, SimpleType.Complex, SimpleType.Quaternionic], new[] { SimpleType.Quaternionic, SimpleType.Real, SimpleType.Complex }.Order());
    }

    [Fact]
    public void Normal_subgroups_are_ordered_by_order_and_classes()
    {
        var subgroups = CharacterTable.Of(FiniteGroup.Parse("C2 x C4")).NormalSubgroups.Subgroups;
        Assert.Equal(8, subgroups.Count);
        Assert.Equal(subgroups.OrderBy(n => n.Order).ThenBy(n => n.ClassPositions, Comparer<IReadOnlyList<int>>.Create(Compare)), subgroups);
    }

    [Fact]
    public void Numbers_print_in_the_normal_form_of_GAP()
    {
        Assert.Equal("-E(9)^4-E(9)^7", Cyclotomic.E(9).ToString());
        Assert.Equal(9, Cyclotomic.E(9).Conductor);
        Assert.Equal("-E(3)^2", Cyclotomic.E(6).ToString());
        Assert.Equal(Math.Cos(2 * Math.PI / 5), Cyclotomic.E(5).ToComplex().Real, 15);
        Assert.True(Cyclotomic.E(5).ToComplex().Imaginary > 0);
    }

    [Fact]
    public void Real_numbers_come_by_size_and_the_listing_order_is_another()
    {
        var (root, two) = (Cyclotomic.SquareRoot(2), Cyclotomic.One + 1);
        Assert.True(root.CompareTo(two) < 0);
        Assert.True(two.CompareTo(Cyclotomic.E(3)) < 0);
        Assert.True(Cyclotomic.CompareListing(root, two) > 0);
        Assert.True(Cyclotomic.CompareReal(root, two) < 0);
        Assert.True((RealCyclotomic)root < (RealCyclotomic)two);
    }

    private static IComparer<IReadOnlyList<Cyclotomic>> Lexicographic { get; } = Comparer<IReadOnlyList<Cyclotomic>>.Create(Compare);

    private static int ConductorOf(ClassFunction values) => (int)values.Values.Aggregate(1L, (sum, value) => NumberTheory.Lcm(sum, value.Conductor));

    private static int Compare(IReadOnlyList<Cyclotomic> left, IReadOnlyList<Cyclotomic> right) => Compare(left, right, Cyclotomic.CompareListing);

    private static int Compare(IReadOnlyList<int> left, IReadOnlyList<int> right) => Compare(left, right, (a, b) => a.CompareTo(b));

    private static int Compare<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, Comparison<T> order) =>
        left.Zip(right).Select(pair => order(pair.First, pair.Second)).FirstOrDefault(sign => sign != 0, left.Count.CompareTo(right.Count));
}
