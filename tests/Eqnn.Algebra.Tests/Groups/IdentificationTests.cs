using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>The number of a group is found whatever permutations it comes as.</summary>
public sealed class IdentificationTests
{
    public static TheoryData<int, int> Ranges() => new() { { 1, 47 }, { 48, 63 }, { 64, 64 }, { 65, 95 }, { 96, 96 }, { 97, 127 } };

    [Theory]
    [MemberData(nameof(Ranges))]
    [Trait("speed", "slow")]
    public void Every_group_is_recognised_with_its_points_renumbered_and_redundant_generators(int from, int to)
    {
        var random = new Random(7 * from);
        foreach (var entry in Groups(from, to))
        {
            var relabelled = Relabelled(entry, entry.Degree + random.Next(4), random);
            AssertIs(entry, relabelled);
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    [Trait("speed", "slow")]
    public void Every_group_is_recognised_on_its_elements_and_on_cosets(int from, int to)
    {
        var random = new Random(11 * from);
        foreach (var entry in Groups(from, to))
        {
            var group = entry.ToGroup();
            AssertIs(entry, ActionOn(GSet.Parse(group, "regular")));
            // The points and, beside them, the cosets of a cyclic subgroup: faithful and not transitive.
            var element = group.EnumerateElements().ElementAt(random.Next(entry.Id.Order));
            AssertIs(entry, ActionOn(GSet.Parse(group, FormattableString.Invariant($"cosets:{element}+points"))));
        }
    }

    [Theory]
    [InlineData("C1", 1, 1)]
    [InlineData("S3", 6, 1)]
    [InlineData("Q8", 8, 4)]
    [InlineData("D4", 8, 3)]
    [InlineData("SL(2,3)", 24, 3)]
    [InlineData("S4", 24, 12)]
    [InlineData("A5", 60, 5)]
    [InlineData("S5", 120, 34)]
    [InlineData("SL(2,5)", 120, 5)]
    [InlineData("C2^6", 64, 267)]
    [InlineData("C127", 127, 1)]
    [InlineData("5^{1+2}_+", 125, 3)]
    [InlineData("AGL(1,9)", 72, 39)]
    [InlineData("2^{1+4}_-", 32, 50)]
    public void Names_have_the_numbers_that_the_literature_gives_them(string name, int order, int number)
    {
        var identification = GroupIdentification.Of(FiniteGroup.Parse(name));
        Assert.Equal(new SmallGroupId(order, number), identification.Id);
        Assert.True(identification.Verify());
        Assert.Contains(identification.Id, identification.Candidates);
    }

    [Fact]
    public void An_order_beyond_the_library_is_refused_by_name()
    {
        var limit = Assert.Throws<LimitExceededException>(() => GroupIdentification.Of(FiniteGroup.Parse("C128")));
        Assert.Equal((127L, "128 elements"), (limit.Bound, limit.Needed));
        Assert.Null(GroupIdentification.TryOf(FiniteGroup.Parse("C128")));
    }

    [Fact]
    public void A_map_that_is_no_isomorphism_is_none()
    {
        var (source, target) = (FiniteGroup.Parse("C4"), FiniteGroup.Parse("C4"));
        var g = target.Generators[0];
        Assert.NotNull(GroupIsomorphism.TryFromImages(source, target, [g.Inverse()]));
        // Not injective; of another order; not in the target; not onto.
        Assert.Null(GroupIsomorphism.TryFromImages(source, target, [g * g]));
        Assert.Null(GroupIsomorphism.TryFromImages(source, target, [target.Identity]));
        Assert.Null(GroupIsomorphism.TryFromImages(source, target, [Permutation.Parse("(1,2,4,3)")]));
        Assert.Null(GroupIsomorphism.TryFromImages(source, FiniteGroup.Parse("D4"), [FiniteGroup.Parse("D4").Generators[0]]));
        // A map of S3 that respects the orders of generators and products of two, not more.
        var klein = FiniteGroup.Parse("C2^2");
        Assert.Null(GroupIsomorphism.TryFromImages(klein, klein, [klein.Generators[0], klein.Generators[0]]));
        Assert.Throws<ArgumentException>(() => GroupIsomorphism.TryFromImages(klein, klein, [klein.Generators[0]]));
    }

    [Fact]
    public void Groups_that_agree_in_all_their_numbers_of_elements_are_told_apart()
    {
        // [32,27] and [32,34] agree in orders, classes, characters, normal subgroups.
        var (a, b) = (FiniteGroup.Parse("[32,27]"), FiniteGroup.Parse("32.34"));
        Assert.Null(Isomorphisms.TryFind(a, b));
        Assert.NotNull(Isomorphisms.TryFind(a, FiniteGroup.Parse("SmallGroup(32, 27)")));
    }

    private static IEnumerable<SmallGroup> Groups(int from, int to) => Enumerable.Range(from, to - from + 1).SelectMany(SmallGroupLibrary.OfOrder);

    private static void AssertIs(SmallGroup entry, FiniteGroup group)
    {
        var identification = GroupIdentification.Of(group);
        Assert.Equal(entry.Id, identification.Id);
        Assert.True(identification.Verify());
    }

    private static FiniteGroup ActionOn(GSet set) => FiniteGroup.FromGenerators("on " + set.Name, (int)set.Size, set.GeneratorActions);

    /// <summary>The group on renumbered points, a few of them fixed, by random elements, the identity and a repetition.</summary>
    private static FiniteGroup Relabelled(SmallGroup entry, int degree, Random random)
    {
        var group = entry.ToGroup();
        var elements = group.EnumerateElements().ToList();
        var names = Enumerable.Range(0, degree).ToArray();
        random.Shuffle(names);
        var generators = entry.Generators.Select(g => g * elements[0]).Append(elements[random.Next(elements.Count)]).Append(elements[random.Next(elements.Count)]).Append(group.Identity).ToList();
        for (var i = 1; i < entry.Generators.Count; i++)
        {
            // Another generating set of the same size.
            generators[i] = generators[i] * generators[i - 1];
        }

        generators.Add(generators[^2]);
        var images = generators.Select(g =>
        {
            var list = new int[degree];
            for (var x = 0; x < degree; x++)
            {
                list[names[x]] = names[x < entry.Degree ? g[x] : x];
            }

            return Permutation.FromImages(list);
        }).ToArray();
        random.Shuffle(images);
        return FiniteGroup.FromGenerators("relabelled", degree, images);
    }
}
