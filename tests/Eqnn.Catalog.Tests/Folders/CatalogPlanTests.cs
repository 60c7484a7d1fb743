using Eqnn.Catalog.Folders;
using Eqnn.Numbers;

namespace Eqnn.Catalog.Tests.Folders;

public sealed class CatalogPlanTests
{
    [Fact]
    public void A_list_holds_names_and_ranges()
    {
        var plan = CatalogPlan.Parse("cyclic:9..11, dihedral:3..4,S3,SL(2,3),Q8,PSL(2,7),symmetric:3..4,perm:(1,2,3)(4,5);(1,2)", ["regular", "points"], 8);
        Assert.Equal(
            ["cyclic/C009.json", "cyclic/C010.json", "cyclic/C011.json", "dihedral/D003.json", "dihedral/D004.json", "symmetric/S003.json", "other/SL-2-3.json", "other/Q8.json", "other/PSL-2-7.json", "symmetric/S004.json", "other/perm-1-2-3-4-5-1-2.json"],
            plan.Entries.Select(entry => entry.Path));
        Assert.Equal([true, true, true, true], plan.Entries.Where(entry => entry.HasFigures).Select(entry => entry.Group is "D3" or "D4" or "S3" or "Q8"));
    }

    [Theory]
    [InlineData("cyclic:4..2")]
    [InlineData("cyclic:0..2")]
    [InlineData("cyclic:1..x")]
    [InlineData("cyclic:1..2..3")]
    [InlineData("S3,,S4")]
    [InlineData("nonsense")]
    public void A_malformed_list_is_refused(string list) => Assert.Throws<AlgebraFormatException>(() => CatalogPlan.Parse(list, ["regular"], 0));

    [Fact]
    public void Sets_are_needed_once_each()
    {
        Assert.Throws<ArgumentException>(() => CatalogPlan.Parse("S3", [], 0));
        Assert.Throws<ArgumentException>(() => CatalogPlan.Parse("S3", ["points", "points"], 0));
        Assert.Throws<AlgebraFormatException>(() => CatalogPlan.Parse("S3", ["nonsense"], 0));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    [InlineData(1, 0)]
    public void A_shard_is_one_of_its_number(int part, int parts) => Assert.Throws<ArgumentOutOfRangeException>(() => CatalogPlan.Parse("S3", ["regular"], 0).Shard(part, parts));
}
