using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Xunit;

namespace Eqnn.Algebra.Tests.Subgroups;

public sealed class SubgroupNamesTests
{
    [Theory]
    [InlineData("C1", "C1")]
    [InlineData("C2 x C3", "C6")]
    [InlineData("C4 x C6 x C9", "C6 x C36")]
    [InlineData("D3", "S3")]
    [InlineData("D2", "C2^2")]
    [InlineData("D4", "D4")]
    [InlineData("D12", "D12")]
    [InlineData("Q8", "Q8")]
    [InlineData("Q16", "Q16")]
    [InlineData("SD32", "SD32")]
    [InlineData("M16", "M16")]
    [InlineData("Dic3", "Dic3")]
    [InlineData("Dic6", "Dic6")]
    [InlineData("F20", "F20")]
    [InlineData("F21", "F21")]
    [InlineData("C5:C8", "C5:C8")]
    [InlineData("A4", "A4")]
    [InlineData("S4", "S4")]
    [InlineData("PGL(2,5)", "S5")]
    [InlineData("PSL(2,9)", "A6")]
    [InlineData("Sp(4,2)", "S6")]
    [InlineData("PGL(2,9)", "PGL(2,9)")]
    [InlineData("PSL(3,2)", "PSL(2,7)")]
    [InlineData("PGL(2,7)", "PGL(2,7)")]
    [InlineData("SL(2,3)", "SL(2,3)")]
    [InlineData("GL(2,3)", "GL(2,3)")]
    [InlineData("SL(2,5)", "SL(2,5)")]
    [InlineData("S3 x S3", "S3 x S3")]
    [InlineData("C2 x A4", "C2 x A4")]
    [InlineData("S4 x C2", "C2 x S4")]
    [InlineData("2^{1+4}_+", "2^{1+4}_+")]
    [InlineData("2^{1+4}_-", "2^{1+4}_-")]
    [InlineData("3^{1+2}_+", "3^{1+2}_+")]
    [InlineData("3^{1+2}_-", "3^{1+2}_-")]
    [InlineData("S3 wr C2", null)]
    [InlineData("C4 wr C2", null)]
    public void The_whole_group_is_named(string name, string? expected) => Assert.Equal(expected, FiniteGroup.Parse(name).ComputeSubgroups().Classes[^1].StructureName);

    /// <summary>A name of the grammar, wherever one is given, stands for a group with the same class statistics.</summary>
    [Theory]
    [InlineData("S5")]
    [InlineData("S4 x S3")]
    [InlineData("PSL(2,11)")]
    [InlineData("C2 wr S4")]
    [InlineData("GL(2,5)")]
    public void A_name_stands_for_a_group_with_the_same_classes(string name)
    {
        foreach (var subgroup in FiniteGroup.Parse(name).ComputeSubgroups().Classes.Where(c => c.StructureName is not null && c.Order < 400))
        {
            Assert.Equal(Statistics(FiniteGroup.Parse(subgroup.StructureName!)), Statistics(subgroup.Representative));
        }
    }

    [Theory]
    [InlineData(60, "A5")]
    [InlineData(168, "PSL(2,7)")]
    [InlineData(360, "A6")]
    [InlineData(20160, "A8", "PSL(3,4)")]
    [InlineData(25920, "PSp(4,3)")]
    [InlineData(6048, "PSU(3,3)")]
    [InlineData(29120, "Sz(8)")]
    [InlineData(244823040, "M24")]
    [InlineData(4585351680, "PSp(6,3)", "Omega(7,3)")]
    [InlineData(174182400, "POmega+(8,2)")]
    [InlineData(10073444472, "2G2(27)")]
    [InlineData(4245696, "G2(3)")]
    [InlineData(3600)]
    public void Simple_groups_by_order(long order, params string[] names) => Assert.Equal(names, SimpleGroupOrders.NamesOf(order));

    [Fact]
    public void Simple_groups_to_20000_number_18() => Assert.Equal(18, Enumerable.Range(1, 20_000).Sum(order => SimpleGroupOrders.NamesOf(order).Count));

    private static List<(long Order, string Size, int Count)> Statistics(FiniteGroup group) =>
        [.. group.ConjugacyClasses.GroupBy(c => (c.ElementOrder, Size: c.Size.ToString())).Select(g => (g.Key.ElementOrder, g.Key.Size, g.Count())).Order()];
}
