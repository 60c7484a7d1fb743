using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.Representations.MatrixGroups;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>The checks of identifications, isomorphisms, quotients and matrix groups are fed something false.</summary>
public sealed class ProofsOfIdentityFire
{
    private static readonly FiniteGroup Square = FiniteGroup.Parse("D4");

    [Fact]
    public void A_library_without_the_group_is_noticed()
    {
        var library = SmallGroupLibrary.OfOrder(8);
        Assert.Equal(3, GroupIdentification.Among(library, Square).Id.Number);
        Fires.With("every group of order at most 127 is in the library", () => GroupIdentification.Among(library.Where(entry => entry.Id.Number != 3), Square));
        Fires.With("every group of order at most 127 is in the library", () => GroupIdentification.Among([], Square));
    }

    /// <summary>Both generators of D4 sent to the first one.</summary>
    [Fact]
    public void Images_that_give_no_isomorphism_are_refused()
    {
        Assert.NotNull(Isomorphisms.Proved(Square, Square, Square.Generators));
        Fires.With("generators and images generate a group of the common order", () => Isomorphisms.Proved(Square, Square, [Square.Generators[0], Square.Generators[0]]));
    }

    /// <summary>S4 on its four points has another kernel than the four-group.</summary>
    [Fact]
    public void A_set_with_another_kernel_gives_no_quotient()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var fourGroup = table.NormalSubgroups.Subgroups.Single(normal => normal.Order == 4);
        Assert.Equal(6, QuotientGroup.Of(fourGroup).Group.Order);
        Fires.With("a group acts on the cosets of a normal subgroup with that kernel", () => QuotientGroup.Acting(fourGroup, [GSet.Points(table.Group)]));
    }

    [Fact]
    public void Traces_of_no_representation_are_refused()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S3"));
        var standard = table.SimpleNamed("standard").Character.Values;
        Assert.Equal(standard, MatrixGroup.CharacterOf(table, standard).Values);
        Fires.With("the traces of a matrix group are a character", () => MatrixGroup.CharacterOf(table, standard.Select(value => value + 1).Reverse()));
        Fires.With("the traces of a matrix group are a character", () => MatrixGroup.CharacterOf(table, standard.Select(value => -value)));
    }
}
