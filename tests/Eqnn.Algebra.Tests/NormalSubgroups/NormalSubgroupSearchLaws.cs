using System.Text.Json;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Algebra.Tests.Characters;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.NormalSubgroups;

/// <summary>Normal subgroups without classes, against those read off the character table.</summary>
public sealed class NormalSubgroupSearchLaws
{
    [Property(Arbitrary = [typeof(GroupSamples)], MaxTest = 300)]
    public Property The_search_finds_what_the_table_says(FiniteGroup group)
    {
        var search = NormalSubgroupLattice.TrySearch(group, 10_000, default);
        Agree(group, search);
        return Classified(group, search);
    }

    [Property(Arbitrary = [typeof(Compounds)], MaxTest = 60)]
    public Property The_search_finds_what_the_table_says_of_compounds(FiniteGroup group)
    {
        var search = NormalSubgroupLattice.TrySearch(group, 60, default);
        Agree(group, search);
        return Classified(group, search);
    }

    private static Property Classified(FiniteGroup group, NormalSubgroupLattice? search) =>
        true.ToProperty().Classify(search is null, "not decided").Classify(search?.Subgroups.Count == 2, "simple").Classify(search?.Subgroups.Count > 10, "many").Classify(!group.IsSolvable, "insolvable");

    [Fact]
    public void The_search_decides_most_of_the_files() =>
        Assert.True(Oracles.Files("characters-more").Count(path => NormalSubgroupLattice.TrySearch(ReadGroup(path), 60, default) is not null) > Oracles.Files("characters-more").Count / 2);

    [Theory]
    [InlineData("S5 x S5")]
    [InlineData("S5 wr C2")]
    [InlineData("A5 x A5 x C2")]
    [InlineData("A5 wr C3")]
    [InlineData("S3 wr S3")]
    [InlineData("C3 wr S4")]
    [InlineData("C2 wr A5")]
    [InlineData("C2 wr S5")]
    [InlineData("S4 wr C2")]
    [InlineData("S4 x S4")]
    [InlineData("SL(2,5)")]
    [InlineData("GL(2,3)")]
    [InlineData("PSL(2,7)")]
    [InlineData("PGL(2,9)")]
    [InlineData("PSL(2,25)")]
    [InlineData("PSL(3,3)")]
    [InlineData("M11")]
    [InlineData("M12")]
    [InlineData("M22")]
    [InlineData("PSp(4,3)")]
    [InlineData("C2 wr S4 x S3")]
    [InlineData("C2^4 x S3")]
    [InlineData("C4 x C2 x C9")]
    [InlineData("C6^3")]
    [InlineData("2^{1+4}_+")]
    [InlineData("AGL(1,49)")]
    [InlineData("C15 x D15")]
    [InlineData("S6 x A5")]
    [InlineData("C1")]
    public void The_search_finds_what_the_table_says_of_named_groups(string name)
    {
        var group = FiniteGroup.Parse(name);
        var search = NormalSubgroupLattice.TrySearch(group, 10_000, default);
        Assert.NotNull(search);
        Agree(group, search);
    }

    private static FiniteGroup ReadGroup(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return CharacterOracleFile.ReadGroup(json.RootElement);
    }

    [Theory]
    [InlineData("S60", 3)]
    [InlineData("A12 x C2^2", 10)]
    [InlineData("S5 wr S4", 12)]
    [InlineData("S5 wr S8", 10)]
    [InlineData("C3 wr S20", 8)]
    [InlineData("C2 wr S10", 9)]
    [InlineData("C2 wr S30", 9)]
    [InlineData("S8 wr C2", 7)]
    [InlineData("S30 wr C2", 7)]
    [InlineData("S30 x S30", 10)]
    public void Groups_too_large_for_a_table_have_as_many_as_GAP_finds(string name, int count)
    {
        // GAP 4.12.1: Length(NormalSubgroups(G)), where it ends; for n = 30 the counts are those of GAP for n = 10, 8 and 6.
        var lattice = NormalSubgroupLattice.Of(FiniteGroup.Parse(name));
        Assert.Equal(count, lattice.Subgroups.Count);
        Assert.Equal(FiniteGroup.Parse(name).Order, lattice.Whole.Order);
        Assert.All(lattice.Subgroups.SkipLast(1).Skip(1), n => Assert.True(n.Generators.All(n.Contains) && n.UpperCovers.All(n.IsSubgroupOf)));
    }

    [Property(Arbitrary = [typeof(GroupSamples)], MaxTest = 100)]
    public void The_order_without_classes_is_that_of_the_lists_of_elements(FiniteGroup group)
    {
        if (group.Order > 500 || NormalSubgroupLattice.TrySearch(group, 60, default) is not { } lattice)
        {
            return;
        }

        foreach (var equal in lattice.Subgroups.GroupBy(n => n.Order).Select(g => g.Take(6).ToList()))
        {
            foreach (var (a, b) in from x in equal from y in equal select (x.ToGroup(), y.ToGroup()))
            {
                var first = a.EnumerateElements().Zip(b.EnumerateElements(), (x, y) => x.CompareTo(y)).FirstOrDefault(difference => difference != 0);
                Assert.Equal(Math.Sign(first), Math.Sign(ElementListOrder.Compare(a, b)));
            }
        }
    }

    private static void Agree(FiniteGroup group, NormalSubgroupLattice? search)
    {
        if (search is null)
        {
            return;
        }

        var table = CharacterTable.Of(group).NormalSubgroups;
        Assert.Equal(table.Subgroups.Select(n => (n.Order, string.Join(",", n.ClassPositions))), search.Subgroups.Select(n => (n.Order, string.Join(",", n.ClassPositions))));
        if (table.Subgroups.Count > 100)
        {
            return;
        }

        Assert.Equal(table.Covers(), search.Covers());
        for (var i = 0; i < table.Subgroups.Count; i++)
        {
            var (a, b) = (table.Subgroups[i], search.Subgroups[i]);
            Assert.Equal(a.LowerCovers.Select(n => n.Position), b.LowerCovers.Select(n => n.Position));
            Assert.Equal(b.Order, group.NormalClosure(b.NormalGenerators).Order);
            Assert.Equal(b.Order, group.Subgroup(b.Generators).Order);
            Assert.All(b.Generators, g => Assert.True(a.Contains(g) && b.Contains(g)));
            for (var j = 0; j < i; j++)
            {
                Assert.Equal(table.Meet(a, table.Subgroups[j]).Position, search.Meet(b, search.Subgroups[j]).Position);
                Assert.Equal(table.Join(a, table.Subgroups[j]).Position, search.Join(b, search.Subgroups[j]).Position);
                Assert.Equal(table.Subgroups[j].IsSubgroupOf(a), search.Subgroups[j].IsSubgroupOf(b));
            }
        }

        for (var c = 0; c < group.ConjugacyClasses.Count; c++)
        {
            Assert.Equal(table.NormalClosure([c]).Position, search.NormalClosure([c]).Position);
        }
    }

    /// <summary>Products and wreath products of small groups, and subgroups of them generated by random elements; orders to 5000.</summary>
    public static class Compounds
    {
        private static readonly string[] Small = ["C2", "C3", "C4", "C2^2", "S3", "S4", "A4", "A5", "S5", "D4", "Q8", "D5", "PSL(2,7)", "SL(2,3)", "C6"];

        public static Arbitrary<FiniteGroup> Groups() =>
            Arb.From(
                from name in Gen.OneOf(
                    from a in Gen.Elements(Small) from b in Gen.Elements(Small) select $"{a} x {b}",
                    from a in Gen.Elements(Small) from b in Gen.Elements("C2", "C3", "S3", "C2^2") select $"{a} wr {b}")
                from words in Gen.Choose(0, 1000).ArrayOf(3)
                from isWhole in Gen.Elements(true, false)
                let whole = FiniteGroup.Parse(name)
                let made = isWhole ? whole : whole.Subgroup(words.Select(word => Word(whole, word)))
                where made.Order <= 5000
                select made);

        /// <summary>A product of generators, chosen by the digits of a number.</summary>
        private static Permutation Word(FiniteGroup group, int number)
        {
            var product = group.Identity;
            for (; number > 0; number /= group.Generators.Count + 1)
            {
                product *= group.Generators[number % group.Generators.Count];
            }

            return product;
        }
    }
}
