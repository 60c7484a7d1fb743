using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

public sealed class GSetTests
{
    public static TheoryData<string, string> Sets => new()
    {
        { "C1", "regular" }, { "C8", "regular" }, { "S3", "regular" }, { "Q8", "regular" }, { "A4", "regular" }, { "C8", "points" }, { "S5", "points" }, { "S5", "subsets:2" },
        { "S5", "subsets:0" }, { "S5", "subsets:5" }, { "A5", "tuples:2" }, { "D4", "tuples:3" }, { "S4", "cosets:(1,2);(3,4)" }, { "S4", "cosets:()" }, { "A5", "cosets:(1,2,3)" },
        { "D6", "blocks:1,4" }, { "D6", "blocks:1,3" }, { "C2 x C4", "points" }, { "S4", "points+regular" }, { "S4", "3*points" }, { "S4", "points*points" },
        { "S4", "2*(points+trivial)*points" }, { "C2^3", "points" }, { "S3", "trivial" },
    };

    /// <summary>So many points that images of all elements are not kept: point i is element i, and g moves it to g times that element.</summary>
    [Theory]
    [InlineData("C200 x C100")]
    [InlineData("D2000")]
    [InlineData("PSL(2,59)")]
    public void Large_regular_sets_are_numbered_as_the_elements_are(string name)
    {
        var group = FiniteGroup.Parse(name);
        var set = GSet.Regular(group);
        var elements = group.EnumerateElements().Take(3000).ToList();
        var random = new Random(1);
        for (var trial = 0; trial < 200; trial++)
        {
            var (g, x) = (elements[random.Next(elements.Count)], random.Next(elements.Count));
            var moved = set.Apply(g, x);
            Assert.True(moved >= elements.Count || elements[moved] == g * elements[x]);
            Assert.Equal(x, set.Apply(g.Inverse(), moved));
        }

        Assert.Equal(elements[^1], set.Orbits[0].ElementTo(elements.Count - 1));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_action_is_a_left_action_on_all_points(string groupName, string name)
    {
        var group = FiniteGroup.Parse(groupName);
        var set = GSet.Parse(group, name);
        var elements = group.EnumerateElements().Take(12).ToList();
        foreach (var g in elements)
        {
            foreach (var h in elements)
            {
                Assert.Equal(set.ActionOf(g * h), set.ActionOf(g) * set.ActionOf(h));
            }
        }

        Assert.True(set.ActionOf(group.Identity).IsIdentity);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Orbits_partition_the_points_and_obey_orbit_stabiliser(string groupName, string name)
    {
        var group = FiniteGroup.Parse(groupName);
        var set = GSet.Parse(group, name);
        Assert.Equal(Enumerable.Range(0, (int)set.Size), set.Orbits.SelectMany(orbit => orbit.Points).Order());
        foreach (var orbit in set.Orbits)
        {
            Assert.Equal(group.Order, orbit.Stabilizer.Order * orbit.Length);
            Assert.All(orbit.Stabilizer.Generators, h => Assert.Equal(orbit.BasePoint, set.Apply(h, orbit.BasePoint)));
            Assert.All(orbit.Points, point => Assert.Equal(point, set.Apply(orbit.ElementTo(point), orbit.BasePoint)));
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Pieces_count_what_they_say(string groupName, string name)
    {
        // By definition: run through the whole group and look where the base point goes.
        var group = FiniteGroup.Parse(groupName);
        var set = GSet.Parse(group, name);
        foreach (var orbit in set.Orbits)
        {
            var counts = orbit.Points.ToDictionary(point => point, _ => new BigInteger[group.ConjugacyClasses.Count]);
            foreach (var g in group.EnumerateElements())
            {
                counts[set.Apply(g, orbit.BasePoint)][group.ClassPositionOf(g)]++;
            }

            foreach (var point in orbit.Points)
            {
                var stated = new BigInteger[group.ConjugacyClasses.Count];
                foreach (var (position, count) in orbit.Pieces[orbit.PieceOfPair(point, orbit.BasePoint)].ClassCounts)
                {
                    stated[position] = count;
                }

                Assert.Equal(counts[point], stated);
            }

            Assert.Equal(orbit.Length, orbit.Pieces.Sum(piece => piece.Length));
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Fixed_points_are_those_counted_point_by_point(string groupName, string name)
    {
        var group = FiniteGroup.Parse(groupName);
        var set = GSet.Parse(group, name);
        var expected = group.ConjugacyClasses.Select(c => (BigInteger)Enumerable.Range(0, (int)set.Size).Count(x => set.Apply(c.Representative, x) == x));
        Assert.Equal(expected, set.FixedPointCounts());
    }

    [Fact]
    public void Explicit_actions_are_checked_to_be_homomorphisms()
    {
        var group = FiniteGroup.Parse("C4");
        Assert.Equal(2, GSet.FromGeneratorActions(group, "sign", [Permutation.FromImages([1, 0])]).Size);
        Assert.Throws<ArgumentException>(() => GSet.FromGeneratorActions(group, "wrong", [Permutation.FromImages([1, 2, 0])]));
        Assert.Throws<ArgumentException>(() => GSet.FromGeneratorActions(group, "too many", [Permutation.FromImages([1, 0]), Permutation.FromImages([1, 0])]));
    }

    [Fact]
    public void An_explicit_copy_of_a_set_acts_like_the_set()
    {
        var group = FiniteGroup.Parse("S4");
        var set = GSet.Parse(group, "subsets:2");
        var copy = GSet.FromGeneratorActions(group, "copy", set.GeneratorActions);
        Assert.All(group.EnumerateElements(), g => Assert.Equal(set.ActionOf(g), copy.ActionOf(g)));
    }

    [Theory]
    [InlineData("regulr", 0)]
    [InlineData("", 0)]
    [InlineData("points+", 7)]
    [InlineData("points)", 6)]
    [InlineData("subsets", 7)]
    [InlineData("3*", 2)]
    [InlineData("0*points", 0)]
    [InlineData("cosets", 6)]
    [InlineData("points+@set.json", 7)]
    public void Malformed_names_say_where(string name, int position)
    {
        var failure = Assert.Throws<AlgebraFormatException>(() => GSet.Parse(FiniteGroup.Parse("S4"), name));
        Assert.Equal(position, failure.Position);
    }

    [Fact]
    public void What_an_at_stands_for_the_caller_says()
    {
        var group = FiniteGroup.Parse("S4");
        var asked = new List<string>();
        var set = GSet.Parse(group, "2*@a.json + @b c.json*points", path =>
        {
            asked.Add(path);
            return GSet.Points(group);
        });
        Assert.Equal((2 * 4) + (4 * 4), set.Size);
        Assert.Equal(["a.json", "b c.json"], asked);
    }

    [Fact]
    public void Sets_that_do_not_fit_the_group_are_refused()
    {
        var group = FiniteGroup.Parse("A4");
        Assert.Throws<ArgumentException>(() => GSet.Parse(group, "cosets:(1,2)"));
        Assert.Throws<ArgumentException>(() => GSet.Parse(group, "subsets:5"));
        Assert.Throws<ArgumentException>(() => GSet.Parse(group, "blocks:9"));
        Assert.Throws<LimitExceededException>(() => GSet.Parse(FiniteGroup.Parse("S40"), "subsets:20"));
        Assert.Throws<LimitExceededException>(() => GSet.Parse(FiniteGroup.Parse("S40"), "regular"));
    }

    [Fact]
    public void The_permutation_character_is_the_sum_of_its_constituents()
    {
        var group = FiniteGroup.Parse("S5");
        var table = CharacterTable.Of(group);
        var set = GSet.Parse(group, "subsets:2+points");
        Assert.Equal(set.FixedPointCounts(), set.PermutationCharacter(table).Values.Select(value => value.ToRational().Numerator));
    }

    /// <summary>Stabilisers of points of S_n and A_n by two generators, against all elements that fix the point.</summary>
    [Theory]
    [InlineData("S4")]
    [InlineData("S7")]
    [InlineData("A5")]
    [InlineData("A6")]
    [InlineData("A7")]
    public void The_stabiliser_of_a_point_is_the_group_on_the_others(string name)
    {
        var group = FiniteGroup.Parse(name);
        var orbit = Assert.Single(GSet.Points(group).Orbits);
        var fixing = group.EnumerateElements().Where(g => g[orbit.BasePoint] == orbit.BasePoint).ToHashSet();
        Assert.Equal(fixing.Count, orbit.Stabilizer.Order);
        Assert.True(fixing.SetEquals(FiniteGroup.FromGenerators("H", group.Degree, orbit.Stabilizer.Generators).EnumerateElements()));
    }

    /// <summary>Given images are handed back whole: point by point a set of 60,000 points took a second for each of them.</summary>
    [Fact]
    public void Images_of_a_given_action_are_those_that_were_given()
    {
        const int n = 60_000;
        var group = FiniteGroup.Parse("C60000");
        var image = Permutation.FromImages(Enumerable.Range(0, n).Select(x => (x + 1) % n));
        var set = GSet.FromGeneratorActions(group, "turned", [.. group.Generators.Select((_, i) => i == 0 ? image : Permutation.Identity(n))]);
        Assert.Equal(image, set.ActionOf(group.Generators[0]));
        Assert.Equal(image * image, set.ActionOf(group.Generators[0] * group.Generators[0]));
        Assert.Equal(1, set.Apply(group.Generators[0], 0));
    }
}
