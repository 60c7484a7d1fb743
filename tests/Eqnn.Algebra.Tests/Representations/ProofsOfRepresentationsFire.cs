using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
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
}
