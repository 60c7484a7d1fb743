using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Subgroups;

public sealed class SubgroupLatticeTests
{
    /// <summary>The search for perfect subgroups relies on the list.</summary>
    [Fact]
    public void The_orders_of_simple_groups_are_those_of_the_classification() =>
        Assert.Equal(Enumerable.Range(1, ElementTable.MaxOrder / 5).Where(order => SimpleGroupOrders.NamesOf(order).Count > 0), SubgroupSearch.SimpleOrders);

    [Theory]
    [InlineData("S4", 11, 30)]
    [InlineData("S5", 19, 156)]
    [InlineData("A6", 22, 501)]
    [InlineData("S6", 56, 1455)]
    [InlineData("D30", 20, 80)]
    [InlineData("C2^6", 2825, 2825)]
    public void Numbers_of_the_literature(string name, int classes, int subgroups)
    {
        var lattice = FiniteGroup.Parse(name).ComputeSubgroups();
        Assert.Equal((classes, subgroups), (lattice.Classes.Count, lattice.SubgroupCount));
    }

    [Theory]
    [Trait("speed", "slow")]
    [InlineData("M11", 39, 8651)]
    [InlineData("S7", 96, 11300)]
    [InlineData("SU(3,3)", 36, 5150)]
    public void Numbers_of_larger_groups(string name, int classes, int subgroups) => Numbers_of_the_literature(name, classes, subgroups);

    [Fact]
    public void The_trivial_group_has_one_subgroup()
    {
        var only = Assert.Single(FiniteGroup.Parse("C1").ComputeSubgroups().Classes);
        Assert.Equal((1, 1, true), (only.Order, only.Index, only.IsNormal));
    }

    [Fact]
    public void The_list_does_not_depend_on_the_generators()
    {
        var one = FiniteGroup.Parse("perm:(1,2,3,4,5);(1,2)").ComputeSubgroups();
        var two = FiniteGroup.Parse("perm:(1,2);(2,3);(3,4);(4,5)").ComputeSubgroups();
        Assert.Equal(one.Classes.Select(c => c.Representative.EnumerateElements().ToList()), two.Classes.Select(c => c.Representative.EnumerateElements().ToList()));
    }

    [Fact]
    public void Limits_are_named()
    {
        Assert.Contains("65536", Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("S9").ComputeSubgroups()).Message, StringComparison.Ordinal);
        Assert.Contains("images of points under all elements", Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("SL(2,31)").ComputeSubgroups()).Message, StringComparison.Ordinal);
        var few = FiniteGroup.Parse("S5", GroupLimits.Default.WithMaxSubgroups(100));
        Assert.Contains("GroupLimits.MaxSubgroups", Assert.Throws<LimitExceededException>(() => few.ComputeSubgroups()).Message, StringComparison.Ordinal);
    }

    /// <summary>S₈ has 151,221 subgroups in 296 classes (OEIS A005432, A000638).</summary>
    [Fact]
    [Trait("speed", "slow")]
    public void Orders_of_some_ten_thousands_are_no_obstacle()
    {
        var lattice = FiniteGroup.Parse("S8").ComputeSubgroups();
        Assert.Equal((296, 151_221), (lattice.Classes.Count, lattice.SubgroupCount));
    }

    [Fact]
    public void A_cancelled_search_stops() => Assert.Throws<OperationCanceledException>(() => FiniteGroup.Parse("S6").ComputeSubgroups(null, new CancellationToken(true)));

    [Fact]
    public void Strangers_are_refused()
    {
        var lattice = FiniteGroup.Parse("A4").ComputeSubgroups();
        Assert.Throws<ArgumentException>(() => lattice.ClassOf(FiniteGroup.Parse("S4")));
        Assert.Throws<ArgumentException>(() => lattice.Classes[0].IsContainedIn(FiniteGroup.Parse("A4").ComputeSubgroups().Classes[0]));
        Assert.Throws<ArgumentException>(() => lattice.TableOfMarks.Decompose([1, 2, 3, 4, 5]));
        Assert.Throws<ArgumentException>(() => lattice.TableOfMarks.Decompose([1]));
    }

    [Fact]
    public void Containment_is_up_to_conjugacy()
    {
        var lattice = FiniteGroup.Parse("A5").ComputeSubgroups();
        Assert.Equal([1, 2, 3, 4, 5, 6, 10, 12, 60], lattice.Classes.Select(c => c.Order));
        Assert.True(lattice.Classes[1].IsContainedIn(lattice.Classes[6]));
        Assert.False(lattice.Classes[4].IsContainedIn(lattice.Classes[7]));
    }

    [Fact]
    public void Three_dihedral_groups_have_the_classes_that_GAP_counts()
    {
        // GAP 4.12.1: Length and Sum of Size of ConjugacyClassesSubgroups, 58 seconds.
        var lattice = FiniteGroup.Parse("D4 x D4 x D4").ComputeSubgroups();
        Assert.Equal(19371, lattice.Classes.Count);
        Assert.Equal(55338, lattice.SubgroupCount);
        Assert.Equal("D4 x D4 x D4", lattice.Classes[^1].StructureName);
    }

    [Fact]
    public void Products_by_number_are_those_of_permutations_with_and_without_a_written_table()
    {
        foreach (var name in (string[])["S4", "D4 x D4", "PSL(2,11)", "C2 x S6"])
        {
            var group = FiniteGroup.Parse(name);
            var table = new ElementTable(group, CancellationToken.None);
            for (var a = 0; a < table.Count; a += 1 + (table.Count / 40))
            {
                Assert.Equal(table.Elements[a].Inverse(), table.Elements[table.Inverse[a]]);
                Assert.Equal(table.Elements[a].Order, table.ElementOrder[a]);
                for (var b = 0; b < table.Count; b += 1 + (table.Count / 37))
                {
                    Assert.Equal(table.Elements[a] * table.Elements[b], table.Elements[table.Product(a, b)]);
                    Assert.Equal(table.Elements[a].ConjugateBy(table.Elements[b]), table.Elements[table.Conjugate(a, b)]);
                }
            }
        }
    }

    /// <summary>Subgroups of G/G′ are counted by formula before any is looked for: with the number that is needed, or the memory that no number opens.</summary>
    [Theory]
    [InlineData("C2^8", 200_000, "subgroups is 200000, this needs 417199 subgroups of C2^8")]
    [InlineData("D4 x C2^7", 200_000, "subgroups is 200000, this needs at least 8283458 subgroups of D4 x C2^7")]
    [InlineData("C2^10", 200_000, "words of memory for all subgroups is 67108864, this needs 229755605 subgroups of C2^10 with 16 words each")]
    [InlineData("C4^3 x C2^4", 1_000, "subgroups of C4^3 x C2^4")]
    public void Too_many_subgroups_are_refused_before_the_search(string name, int most, string message)
    {
        var group = FiniteGroup.Parse(name, GroupLimits.Default.WithMaxSubgroups(most));
        Assert.Contains(message, Assert.Throws<LimitExceededException>(() => SubgroupLattice.Of(group)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C2^3", 7)]
    [InlineData("C4 x C2", 5)]
    [InlineData("C12 x C6", 9)]
    [InlineData("C9 x C3 x C5", 8)]
    [InlineData("C1", 0)]
    public void Cyclic_subgroups_of_prime_power_order_are_counted(string name, int count)
    {
        var group = FiniteGroup.Parse(name);
        Assert.Equal(count, AbelianSubgroupCount.CyclicOfPrimePowerOrder(group.AbelianInvariants));
        Assert.Equal(count, SubgroupLattice.Of(group).Classes.Count(subgroup => subgroup.Order > 1 && NumberTheory.PrimeFactors((long)subgroup.Order).Count == 1 && subgroup.Representative.IsCyclic));
    }
}
