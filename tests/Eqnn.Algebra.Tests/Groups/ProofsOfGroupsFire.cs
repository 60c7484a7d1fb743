using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>The checks inside constructions of groups are fed something false and refuse it.</summary>
public sealed class ProofsOfGroupsFire
{
    [Fact]
    public void An_order_that_theory_gives_falsely_is_refused() =>
        Fires.With("the order known by theory", () => FiniteGroup.OfKnownOrder("false", 5, [Permutation.Parse("(1,2,3,4,5)"), Permutation.Parse("(2,5)(3,4)", 5)], 20, GroupLimits.Default).ComputeChain());

    [Fact]
    public void Classes_that_hold_too_many_elements_are_refused()
    {
        var group = FiniteGroup.Parse("perm:(1,2,3,4,5,6);(1,2)(3,4,5)");
        Fires.With("class sizes add up to the order", () => ClassFinder.Require(7, group.Order + 1, group));
        ClassFinder.Require(7, group.Order, group);
    }

    [Fact]
    public void A_layer_without_enough_independent_elements_is_refused()
    {
        var (upper, lower) = (FiniteGroup.Parse("perm:(1,2)(3,4);(1,3)(2,4)"), FiniteGroup.FromGenerators("1", 4, []));
        var element = Permutation.Parse("(1,2)(3,4)").RawImages;
        Fires.With("an elementary abelian layer has a basis", () => ElementaryLayer.Of(upper, lower, 2, [element, element]));

        // The right basis, asked for an element that is not in the layer.
        var layer = ElementaryLayer.Of(upper, lower, 2, upper.Generators.Select(g => g.RawImages));
        Fires.With("an element of a layer has coordinates", () => layer.Coordinates(Permutation.Parse("(1,2,3)", 4).RawImages));
    }

    /// <summary>The numbers modulo 4 or 6, and polynomials over them, are no fields.</summary>
    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 1)]
    [InlineData(9, 1)]
    [InlineData(4, 2)]
    [InlineData(1, 1)]
    public void A_characteristic_that_is_no_prime_is_refused(int characteristic, int degree) => Fires.With("every finite field has a primitive element", () => _ = new FiniteField(characteristic, degree));

    [Fact]
    public void Isometries_of_another_order_are_refused() =>
        Fires.With("transvections generate the isometries of determinant 1", () => FormGroups.Symplectic("Sp", 2, 3, GroupLimits.Default, order => 2 * order));

    [Fact]
    public void A_scalar_that_is_not_central_or_of_another_order_is_refused()
    {
        var group = FiniteGroup.Parse("GL(2,5)");
        var scalar = group.Centre.Generators[0];
        Fires.With("a scalar matrix generates the centre", () => FiniteGroup.RequireCentral(scalar, 2, group));
        Fires.With("a scalar matrix generates the centre", () => FiniteGroup.RequireCentral(group.Generators[0], (long)group.Generators[0].Order, group));
        FiniteGroup.RequireCentral(scalar, 4, group);
    }

    /// <summary>A library of groups of order 8 without the dihedral one.</summary>
    [Fact]
    public void A_library_that_lacks_the_group_is_noticed()
    {
        var group = FiniteGroup.Parse("D4");
        var id = GroupIdentification.Of(group).Id;
        Assert.Equal(id, GroupIdentification.Among(group, SmallGroupLibrary.OfOrder(8), CancellationToken.None).Id);
        Fires.With("every group of order at most 127 is in the library", () => GroupIdentification.Among(group, SmallGroupLibrary.OfOrder(8).Where(entry => entry.Id != id), CancellationToken.None));
    }

    /// <summary>The search hands over the identity, a rotation instead of a reflection, and generators exchanged that have other orders.</summary>
    [Fact]
    public void Images_that_extend_to_no_isomorphism_are_refused()
    {
        var group = FiniteGroup.Parse("D5");
        Assert.True(Isomorphisms.Proved(group, group, group.Generators).Verify());
        foreach (var images in new[] { [.. group.Generators.Select(_ => group.Identity)], [.. group.Generators.Select(_ => group.Generators[0])], group.Generators.Reverse().ToArray() })
        {
            Fires.With("generators and images generate a group of the common order", () => Isomorphisms.Proved(group, group, images));
        }
    }

    /// <summary>S4 by its normal subgroup of order 4: on the points of S4 it acts with a kernel that is too small, on three points with one that is right, on one point with one that is too large.</summary>
    [Fact]
    public void A_quotient_by_an_action_with_another_kernel_is_refused()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var four = table.NormalSubgroups.Subgroups.Single(subgroup => subgroup.Order == 4);
        Assert.Equal(6, QuotientGroup.Of(four).Group.Order);
        foreach (var sets in new[] { [], new[] { "points" }, ["points", "trivial"] })
        {
            Fires.With("a group acts on the cosets of a normal subgroup with that kernel", () => QuotientGroup.Faithful(four, sets.Select(set => GSet.Parse(table.Group, set))));
        }
    }

    /// <summary>Elements that generate too little, and a group that is not cyclic.</summary>
    [Fact]
    public void A_generator_that_is_none_is_refused()
    {
        const string Check = "the elements of a cyclic group are powers of a generator";
        var six = FiniteGroup.Parse("C6");
        Assert.Equal([1], CyclicGenerator.LogarithmsOf(six, [1]));
        Assert.Equal([5], CyclicGenerator.LogarithmsOf(six, [5]));
        foreach (var exponent in new[] { 0, 2, 3, 4 })
        {
            Fires.With(Check, () => CyclicGenerator.LogarithmsOf(six, [exponent]));
        }

        var product = FiniteGroup.Parse("perm:(1,2,3,4);(1,2,3,4)(5,6,7,8,9,10)");
        Fires.With(Check, () => CyclicGenerator.LogarithmsOf(product, [0, 1]));
    }
}
