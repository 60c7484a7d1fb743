using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Algebra.Representations.MatrixGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

/// <summary>The checks inside decompositions and realisations are fed something false and refuse it.</summary>
public sealed class ProofsOfRepresentationsFire
{
    private static readonly CharacterTable S4 = CharacterTable.Of(FiniteGroup.Parse("S4"));

    /// <summary>An orbit of S3 with stabiliser of order 2, measured with a character of C3: (2 - 1)/2 is no multiplicity.</summary>
    [Fact]
    public void A_multiplicity_that_is_no_natural_number_is_refused()
    {
        var orbit = GSet.Parse(FiniteGroup.Parse("S3"), "points").Orbits[0];
        Fires.With("a multiplicity is a natural number", () => IsotypicDecomposition.MultiplicityIn(orbit, CharacterTable.Of(FiniteGroup.Parse("C3")).SimpleNamed("L1")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_rank_that_is_not_the_dimension_is_refused(int change)
    {
        var decomposition = IsotypicDecomposition.Of(S4, GSet.Parse(S4.Group, "points"));
        var standard = S4.SimpleNamed("standard");
        Fires.With("the rank of a projector is the dimension of its component", () => ProjectedBasis.Of(decomposition, standard, 0, (int)standard.Dimension + change));
    }

    /// <summary>The matrices of one simple of dimension 3, given out as those of the other.</summary>
    [Fact]
    public void Matrices_with_other_traces_are_refused()
    {
        var three = S4.Simples.Where(simple => simple.Dimension == 3).ToList();
        var model = MultiplicityOneModel.TryFind(three[0], SimpleCopy.MaxModelIndex) ?? MultiplicityOneModel.TryFindMonomial(three[0], SimpleCopy.MaxModelIndex);
        Assert.Equal(three[0], SimpleRealization.Of(three[0], model!).Simple);
        Fires.With("the traces are the character", () => SimpleRealization.Of(three[1], model!));
    }

    /// <summary>The decomposition of C4 on 4 points without the simples of one kernel.</summary>
    [Fact]
    public void A_decomposition_by_frequencies_that_leaves_simples_out_is_refused()
    {
        var group = FiniteGroup.Parse("C4");
        var right = AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Points(group));
        Assert.Same(right, AbelianDecomposition.Checked(right));
        Fires.With("isotypic dimensions add up", () => AbelianDecomposition.Checked(new AbelianDecomposition(right.Dual, right.Set, right.Kinds, [.. right.KernelClasses.Skip(1)])));
    }

    /// <summary>A "group of order 2" that moves three points in a circle: the orbit is longer than the order allows.</summary>
    [Fact]
    public void An_action_that_is_none_is_refused()
    {
        var orbit = new ListedOrbit(FiniteGroup.Parse("C2"), new Circle(), [0, 1, 2]);
        Fires.With("orbit-stabiliser: |O| · |H| = |G|", () => _ = orbit.Stabilizer);
    }

    private sealed class Circle : GroupAction
    {
        public override long Size => 3;

        public override int Apply(Permutation g, int point) => g.IsIdentity ? point : (point + 1) % 3;
    }

    /// <summary>The simple of dimension 2 of S3 occurs twice in the regular set: with the first copy alone, and with that copy twice, half of its component is missing.</summary>
    [Fact]
    public void Copies_that_do_not_fill_the_component_are_refused()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S3"));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Regular(table.Group));
        var simple = table.Simples.Single(simple => simple.Dimension == 2);
        var first = SimpleCopy.TryFind(decomposition, simple)!;
        Assert.Equal(2, IsotypicCopies.Of(decomposition, simple).CopyCount);
        Fires.With("the copies of a simple fill its component", () => IsotypicCopies.Filled(decomposition, first, []));
    }

    /// <summary>For quaternions a copy that lies in the sum of those before is left out; then nothing fills the place of another.</summary>
    [Fact]
    public void The_same_copy_again_and_again_does_not_fill_a_component()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C5"));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "2*regular"));
        var simple = table.SimpleNamed("L1");
        var first = SimpleCopy.TryFind(decomposition, simple)!;
        IReadOnlyList<IReadOnlyList<Cyclotomic>> again = [.. Enumerable.Range(0, 10).Select(first.FormAt)];
        Fires.With("the copies of a simple fill its component", () => IsotypicCopies.Filled(decomposition, first, [again, again]));
    }

    /// <summary>The matrices of a rotation by a quarter turn, said to be permuted by all permutations of its four vectors.</summary>
    [Fact]
    public void Matrices_of_another_group_have_no_character()
    {
        Matrix<Cyclotomic>[] turn = [Matrix<Cyclotomic>.FromRows(new Cyclotomic[][] { [0, -1], [1, 0] })];
        var orbits = VectorOrbits.Of(turn, GroupLimits.Default, CancellationToken.None);
        Assert.Equal(4, orbits.Points.Count);
        var right = FiniteGroup.FromGenerators("turns", 4, orbits.Actions, GroupLimits.Default);
        Assert.Equal(2, new MatrixGroup(turn, orbits, right).CharacterIn(CharacterTable.Of(right))[0].ToRational());
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        Fires.With("the traces of a matrix group are a character", () => new MatrixGroup(turn, orbits, table.Group).CharacterIn(table));
    }

    /// <summary>A decomposition by frequencies with a class of simples too many, too few, and twice.</summary>
    [Fact]
    public void Frequencies_that_do_not_fill_the_functions_are_refused()
    {
        var dual = AbelianDual.Of(FiniteGroup.Parse("C12"));
        var right = AbelianDecomposition.Of(dual, GSet.Parse(dual.Group, "regular"));
        Assert.Equal(7, right.ComponentCount);
        _ = AbelianDecomposition.Checked(new AbelianDecomposition(dual, right.Set, right.Kinds, right.KernelClasses));
        foreach (var classes in new[] { [.. right.KernelClasses.Skip(1)], [.. right.KernelClasses.SkipLast(1)], right.KernelClasses.Append(right.KernelClasses[^1]).ToArray() })
        {
            Fires.With("isotypic dimensions add up", () => AbelianDecomposition.Checked(new AbelianDecomposition(dual, right.Set, right.Kinds, classes)));
        }
    }
}
