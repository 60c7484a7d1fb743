using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>What theory says of abelian groups, against their tables.</summary>
public sealed class AbelianStructureTests
{
    [Theory]
    [InlineData("C1")]
    [InlineData("C12")]
    [InlineData("C2^4")]
    [InlineData("C4 x C6 x C9")]
    [InlineData("perm:(1,2,3,4)(5,6);(5,6)(7,8,9)")]
    public void Theory_and_table_agree(string name)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var structure = AbelianStructure.Of(table.Group);
        var chief = ChiefSeries.Of(table.NormalSubgroups);
        Assert.Equal(table.Group.Exponent, structure.Exponent);
        Assert.Equal(table.Group.AbelianInvariants, structure.Invariants);
        Assert.Equal(table.NormalSubgroups.Subgroups.Count, structure.SubgroupCount);
        Assert.Equal(table.Simples.Count(simple => simple.Dimension == 1), structure.LineCount);
        Assert.Equal(table.Simples.Count(simple => simple.Dimension == 2), structure.PlaneCount);
        Assert.Equal(table.Simples.Count, structure.SimpleCount);
        Assert.Equal(chief.CompositionFactors, structure.CompositionFactors);
        Assert.Equal(chief.FactorOrders.Order(), structure.ChiefFactorOrders);
        Assert.Equal(table.Group.Order > 1 && chief.FactorOrders.Count == 1, structure.IsSimple);
    }

    /// <summary>Nothing of the size of the group is made: the table would have 10^34 values, and a cycle 20,000 points.</summary>
    [Fact]
    public void Large_groups_are_described_at_once()
    {
        var structure = AbelianStructure.Of(FiniteGroup.Parse("C20000^4"));
        Assert.Equal(BigInteger.Pow(20000, 4), structure.Group.Order);
        Assert.Equal(20000, structure.Exponent);
        Assert.Equal((BigInteger)16, structure.LineCount);
        Assert.True(AbelianStructure.IsPreferredFor(structure.Group));
    }

    [Fact]
    public void Other_groups_are_refused() => Assert.Throws<ArgumentException>(() => AbelianStructure.Of(FiniteGroup.Parse("S3")));
}
