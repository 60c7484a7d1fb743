using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
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
}
