using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

public sealed class FiniteGroupTests
{
    [Theory]
    [InlineData("S2")]
    [InlineData("S3")]
    [InlineData("S6")]
    [InlineData("S7")]
    [InlineData("A3")]
    [InlineData("A4")]
    [InlineData("A5")]
    [InlineData("A6")]
    [InlineData("A8")]
    public void Cycle_types_and_enumeration_give_the_same_classes(string name)
    {
        var combinatorial = FiniteGroup.Parse(name);
        var enumerated = new FiniteGroup("same", combinatorial.Degree, combinatorial.Generators.ToArray(), null, GroupKind.General, GroupLimits.Default);
        Assert.Equal("cycle types", combinatorial.ClassOrigin);
        Assert.NotEqual("cycle types", enumerated.ClassOrigin);
        Assert.Equal(
            enumerated.ConjugacyClasses.Select(c => (c.Representative, c.Size, c.ElementOrder)),
            combinatorial.ConjugacyClasses.Select(c => (c.Representative, c.Size, c.ElementOrder)));
        Assert.Equal(enumerated.PowerMap(3), combinatorial.PowerMap(3));
        foreach (var g in combinatorial.EnumerateElements().Take(3000))
        {
            Assert.Equal(enumerated.ClassPositionOf(g), combinatorial.ClassPositionOf(g));
        }
    }

    [Fact]
    public void The_exponent_of_natural_groups_is_that_of_their_classes()
    {
        for (var n = 1; n <= 14; n++)
        {
            foreach (var group in new[] { FiniteGroup.Parse("S" + n), FiniteGroup.Parse("A" + n) })
            {
                Assert.Equal(group.ConjugacyClasses.Select(c => new BigInteger(c.ElementOrder)).Aggregate((a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b), group.Exponent);
            }
        }
    }

    [Fact]
    public void Classes_of_S30_are_the_partitions_of_30()
    {
        var group = FiniteGroup.Parse("S30");
        Assert.Equal(5604, group.ConjugacyClasses.Count);
        Assert.Equal(group.Order, group.ConjugacyClasses.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Size));
        Assert.Equal(2329089562800, group.Exponent);
        Assert.All(group.InverseMap.Select((x, i) => (x, i)), p => Assert.Equal(p.i, p.x));
    }

    [Fact]
    public void The_dihedral_group_D4_is_that_of_the_square()
    {
        var group = FiniteGroup.Parse("D4");
        Assert.Equal(["(1,2,3,4)", "(2,4)"], group.Generators.Select(g => g.ToString()));
        Assert.Equal(["()", "(1,3)(2,4)", "(2,4)", "(1,2)(3,4)", "(1,2,3,4)"], group.ConjugacyClasses.Select(c => c.Representative.ToString()));
    }

    [Fact]
    public void Limits_say_how_to_raise_them()
    {
        var group = FiniteGroup.Parse("SL(2,5)", GroupLimits.Default.WithMaxEnumeratedOrder(100));
        var error = Assert.Throws<LimitExceededException>(() => group.ConjugacyClasses);
        Assert.Equal(100, error.Bound);
        Assert.Equal(("GroupLimits.MaxEnumeratedOrder", 120L), (error.Setting, error.Raised));
        Assert.EndsWith("to raise it: GroupLimits.MaxEnumeratedOrder 120", error.Message, StringComparison.Ordinal);
        Assert.Equal(9, FiniteGroup.Parse("SL(2,5)", GroupLimits.Default.WithMaxEnumeratedOrder(120)).ConjugacyClasses.Count);
        Assert.Equal(14, FiniteGroup.Parse("S5 x C2", GroupLimits.Default.WithMaxEnumeratedOrder(120)).ConjugacyClasses.Count);
        Assert.Equal("GroupLimits.MaxClasses", Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("S30 x S30").ConjugacyClasses).Setting);
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("S100").ConjugacyClasses);
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("S400").ConjugacyClasses);
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("S1000").ConjugacyClasses);
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("S20 wr C2").Centre);
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("C3", GroupLimits.Default.WithMaxClasses(2)).ConjugacyClasses);
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("S9", GroupLimits.Default.WithMaxEnumeratedOrder(1000)).ConjugacyClasses[^1].EnumerateElements());
    }

    [Fact]
    public void Foreign_elements_and_positions_are_refused_by_name()
    {
        var group = FiniteGroup.Parse("A4");
        var odd = Permutation.Parse("(1,2)", 4);
        Assert.Contains("(1,2)", Assert.Throws<ArgumentException>(() => group.ClassPositionOf(odd)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => group.ClassPositionOf(Permutation.Identity(5)));
        Assert.Throws<ArgumentException>(() => group.Subgroup([odd]));
        Assert.Throws<ArgumentException>(() => group.Centralizer(odd));
        Assert.Throws<ArgumentException>(() => group.NormalClosure([odd]));
        Assert.Throws<ArgumentOutOfRangeException>(() => group.NormalClosureOfClasses([-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => group.NormalClosureOfClasses([4]));
        Assert.Throws<ArgumentException>(() => group.SubgroupOfClasses([0, 2]));
        Assert.Throws<ArgumentException>(() => group.ClassPositionsOf(group.Subgroup([Permutation.Parse("(1,2,3)", 4)])));
        Assert.Throws<ArgumentException>(() => FiniteGroup.FromGenerators("x", 4, [Permutation.Identity(3)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteGroup.FromGenerators("x", 0, []));
    }

    [Fact]
    public void Named_subgroups_of_S4_are_what_they_are()
    {
        var s4 = FiniteGroup.Parse("S4");
        Assert.Equal([24, 12, 4, 1], s4.DerivedSeries.Select(g => (int)g.Order));
        Assert.Equal(1, s4.Centre.Order);
        Assert.Equal(8, s4.Centralizer(Permutation.Parse("(1,2)(3,4)", 4)).Order);
        Assert.Equal(4, s4.NormalClosure([Permutation.Parse("(1,2)(3,4)", 4)]).Order);
        Assert.Equal(6, s4.Subgroup([Permutation.Parse("(1,2)", 4), Permutation.Parse("(2,3)", 4)]).Order);
        Assert.False(s4.IsNilpotent);
        Assert.True(s4.IsSolvable);
    }

    [Theory]
    [InlineData("C2^70", 70, 2)]
    [InlineData("C9^50", 50, 9)]
    [InlineData("C2^70 x A5", 70, 2)]
    [InlineData("W(D40)", 1, 2)]
    public void Abelian_invariants_of_quotients_beyond_63_bits(string name, int count, long factor) =>
        Assert.Equal(Enumerable.Repeat(factor, count), FiniteGroup.Parse(name).AbelianInvariants);

    /// <summary>Centres of direct products with more classes than are listed, by their factors.</summary>
    [Theory]
    [InlineData("S5^9", 1)]
    [InlineData("D4^9", 512)]
    [InlineData("SL(2,5)^6 x C6", 384)]
    [InlineData("Q8^4 x S3^6", 16)]
    public void Centres_of_large_direct_products(string name, int order)
    {
        var group = FiniteGroup.Parse(name);
        Assert.Equal(order, group.Centre.Order);
        Assert.Equal(order, StabilizerChain.Of(group.Degree, group.Centre.Generators).Order);
        Assert.All(group.Centre.Generators, z => Assert.All(group.Generators, g => Assert.Equal(g * z, z * g)));
    }

    [Fact]
    public async Task Lazy_values_can_be_asked_for_by_many_threads()
    {
        var group = FiniteGroup.Parse("S4 x S4");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => (group.Order, group.ConjugacyClasses))));
        Assert.All(answers, a => Assert.Same(answers[0].ConjugacyClasses, a.ConjugacyClasses));
        Assert.All(answers, a => Assert.Equal(576, a.Order));
    }

    [Fact]
    public void Progress_is_reported_and_changes_nothing()
    {
        var seen = new List<WorkProgress>();
        var group = FiniteGroup.Parse("S4 wr C2");
        var classes = group.ComputeConjugacyClasses(new Recorder(seen));
        Assert.Equal(20, classes.Count);
        Assert.NotEmpty(seen);
        Assert.All(seen, p => Assert.Equal(1152, p.Total));
    }

    private sealed class Recorder(List<WorkProgress> seen) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => seen.Add(value);
    }
}
