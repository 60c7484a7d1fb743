using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>Classes by search against classes by enumeration: sizes, orders, representatives, positions of elements; centralizers and least conjugates against brute force.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)], MaxTest = 60)]
public sealed class SearchedClassesTests
{
    [Property]
    public void Search_and_enumeration_give_the_same_classes(FiniteGroup g) => AssertSameClasses(g);

    [Theory]
    [InlineData("S4 x S3")]
    [InlineData("C2 wr S4")]
    [InlineData("S3 wr S3")]
    [InlineData("PSL(2,7)")]
    [InlineData("M11")]
    [InlineData("Q8 x C3")]
    [InlineData("C7:C6")]
    [InlineData("C1")]
    [InlineData("PSL(3,3)")]
    [InlineData("GL(2,3)")]
    public void Search_and_enumeration_give_the_same_classes_of(string name) => AssertSameClasses(FiniteGroup.Parse(name));

    [Property]
    public void Centralizers_and_conjugators_are_those_of_the_definition(FiniteGroup g, int seed)
    {
        var elements = BruteForce.Elements(g).Order().ToList();
        var root = StabilizerNode.Root(g.Degree, g.RawGenerators(), g.Order, 20);
        var x = elements[(int)(Math.Abs((long)seed) % elements.Count)];
        var search = ConjugationSearch.TryOf(root, x.Images.ToArray());
        Assert.NotNull(search);
        var (generators, order) = search.Centralizer(CancellationToken.None);
        var centralizer = elements.Where(h => h * x == x * h).ToHashSet();
        Assert.Equal(centralizer.Count, order);
        Assert.True(centralizer.SetEquals(BruteForce.Elements(g.Degree, generators.Select(images => PermutationArrays.ToPermutation(images)))));
        foreach (var y in elements.Where((_, i) => i % Math.Max(1, elements.Count / 40) == 0))
        {
            var conjugator = search.Conjugator(y.Images.ToArray());
            Assert.Equal(elements.Exists(h => x.ConjugateBy(h) == y), conjugator is not null);
            if (conjugator is not null)
            {
                Assert.Equal(y, x.ConjugateBy(PermutationArrays.ToPermutation(conjugator)));
                Assert.True(g.Contains(PermutationArrays.ToPermutation(conjugator)));
            }
        }

        var least = LeastConjugate.TryOf(root, x.Images.ToArray(), generators, CancellationToken.None);
        Assert.Equal(elements.Select(x.ConjugateBy).Min(), PermutationArrays.ToPermutation(least!));
        Assert.Equal(elements.Select(x.ConjugateBy).Min(), PermutationArrays.ToPermutation(LeastConjugate.TryOf(root, x.Images.ToArray(), [], CancellationToken.None)!));
    }

    [Fact]
    public void Large_groups_need_no_enumeration()
    {
        var group = FiniteGroup.Parse("M24");
        Assert.Equal(244823040, group.Order);
        Assert.Equal(26, group.ConjugacyClasses.Count);
        Assert.Equal(group.Order, group.ConjugacyClasses.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Size));
        Assert.StartsWith("centralizers", group.ClassOrigin, StringComparison.Ordinal);
        // The class of a representative is its own, and powers of representatives have the right orders.
        foreach (var c in group.ConjugacyClasses)
        {
            Assert.Equal(c.Position, group.ClassPositionOf(c.Representative));
            Assert.Equal(c.Position, group.ClassPositionOf(c.Representative.ConjugateBy(group.Generators[0] * group.Generators[1])));
        }
    }

    [Fact]
    public void Cancellation_stops_the_search()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => FiniteGroup.Parse("M23").ComputeConjugacyClasses(null, source.Token));
    }

    [Fact]
    public void Too_large_a_group_is_refused_with_its_order_and_the_setting()
    {
        var group = FiniteGroup.Parse("S12 wr C2");
        var error = Assert.Throws<LimitExceededException>(() => group.ConjugacyClasses);
        Assert.Contains("458885065605120000", error.Needed, StringComparison.Ordinal);
        Assert.Equal("GroupLimits.MaxEnumeratedOrder", error.Setting);
    }

    private static void AssertSameClasses(FiniteGroup g)
    {
        var expected = new EnumeratedClasses(g, null, CancellationToken.None);
        var found = SearchedClasses.TryOf(g, null, CancellationToken.None);
        Assert.NotNull(found);
        Assert.Equal(expected.Count, found.Count);
        for (var c = 0; c < expected.Count; c++)
        {
            Assert.Equal(expected.Size(c), found.Size(c));
            Assert.Equal(expected.ElementOrder(c), found.ElementOrder(c));
            Assert.Equal(expected.Representative(c), found.Representative(c));
        }

        foreach (var x in g.EnumerateElements().Where((_, i) => i % 7 == 0).Take(2000))
        {
            Assert.Equal(expected.PositionOf(x.Images.ToArray()), found.PositionOf(x.Images.ToArray()));
        }
    }
}
