using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Refinement;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Refinement;

public sealed class OrbitalRefinementTests
{
    [Theory]
    [InlineData("S4", "subsets:2", "points")]
    [InlineData("S4", "points", "points")]
    [InlineData("A4", "points", "subsets:2+points")]
    [InlineData("C6", "regular", "regular+cosets:(1,3,5)(2,4,6)")]
    [InlineData("D4", "regular+points", "points*points")]
    [InlineData("Q8", "regular", "regular")]
    [InlineData("S5", "subsets:2", "subsets:2")]
    [InlineData("S2", "points", "points")]
    [InlineData("D6", "trivial+points", "regular")]
    public void Sums_and_counts_are_those_of_the_definition(string name, string target, string source)
    {
        var group = FiniteGroup.Parse(name);
        var (y, x) = (GSet.Parse(group, target), GSet.Parse(group, source));
        var random = new Random(7);
        for (var round = 0; round < 6; round++)
        {
            var copies = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, (int)x.Size).Select(_ => Value(random, round)).ToArray()).ToArray()).ToArray();
            var seed = random.Next();
            copies[2] = [.. copies[0].Select(channel => Moved(group, x, channel, new Random(seed)))];
            var refinement = OrbitalRefinement.Of(y, x);
            var sums = refinement.BySums(copies);
            Assert.Equal(Expected(y, x, copies, (c, points) => string.Join("|", Enumerable.Range(0, 2).Select(k => points.Aggregate(Cyclotomic.Zero, (sum, p) => sum + copies[c][k][p])))), Flat(sums));

            // Copies of one orbit are told apart by no point.
            Assert.True(sums.HaveEqualCounts(0, 2));
            var colours = OrbitalRefinement.Of(x, y).ByCounts(sums);
            Assert.Equal(Expected(x, y, copies, (c, points) => string.Join("|", points.Select(p => sums[c, p]).Order())), Flat(colours));
        }
    }

    [Theory]
    [InlineData("D300", "points+points")]
    [InlineData("C2^3 x S4", "regular+points")]
    public void Orbits_with_trivial_stabiliser_give_the_same_by_pairs_and_along_the_Cayley_graph(string name, string source)
    {
        // The regular set is walked along translations; as a sum of cosets of a group with one element it is the same set, and a small one is walked by pairs.
        var group = FiniteGroup.Parse(name);
        var (y, x) = (GSet.Regular(group), GSet.Parse(group, source));
        var random = new Random(3);
        var channel = Enumerable.Range(0, (int)x.Size).Select(_ => (Cyclotomic)random.Next(2)).ToArray();
        var constant = Enumerable.Range(0, (int)x.Size).Select(i => (Cyclotomic)(i % 2)).ToArray();
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Cyclotomic>>> copies = [[channel], [Moved(group, x, channel, random)], [constant]];
        var colours = OrbitalRefinement.Of(y, x).BySums(copies);
        var seen = Expected(y, x, [[channel], [copies[1][0].ToArray()], [constant]], null!);
        Assert.Equal(seen, Flat(colours));
    }

    [Fact]
    public void Sums_beyond_64_bits_are_exact()
    {
        var group = FiniteGroup.Parse("C3");
        var x = GSet.Regular(group);
        var large = (Cyclotomic)System.Numerics.BigInteger.Pow(10, 40);
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Cyclotomic>>> copies = [[[large, -large, 1]], [[large, -large, 1]], [[large, 1 - large, 0]], [[large, -large, 2]]];
        var colours = OrbitalRefinement.Of(GSet.OnePoint(group), x).BySums(copies);
        Assert.Equal([0, 0, 0, 1], Enumerable.Range(0, 4).Select(c => colours[c, 0]));
    }

    [Fact]
    public void Numbers_of_different_conductors_are_compared_in_one_field()
    {
        var group = FiniteGroup.Parse("C2");
        var x = GSet.Parse(group, "2*trivial");
        var sqrt5 = Cyclotomic.Parse("E(5)-E(5)^2-E(5)^3+E(5)^4");
        var sqrt3 = Cyclotomic.Parse("-E(12)^7+E(12)^11");
        IReadOnlyList<IReadOnlyList<IReadOnlyList<Cyclotomic>>> copies = [[[sqrt5, sqrt3 + 1]], [[sqrt5, sqrt3 + 1]], [[sqrt5, sqrt3]], [[sqrt5, 1 - sqrt3]]];
        var colours = OrbitalRefinement.Of(GSet.OnePoint(group), x).BySums(copies);
        Assert.Equal([0, 0, 1, 2], Enumerable.Range(0, 4).Select(c => colours[c, 0]));
    }

    [Fact]
    public void Points_of_a_large_symmetric_group_are_not_paired()
    {
        var group = FiniteGroup.Parse("S600");
        var x = GSet.Points(group);
        var channel = Enumerable.Range(0, 600).Select(i => (Cyclotomic)(i / 3)).ToArray();
        Assert.Equal(200, OrbitalRefinement.Of(x, x).BySums([[channel]]).Count);
    }

    [Fact]
    public void A_function_on_another_set_is_refused()
    {
        var group = FiniteGroup.Parse("S4");
        var x = GSet.Points(group);
        var refinement = OrbitalRefinement.Of(x, x);
        Assert.Throws<ArgumentException>(() => refinement.BySums([[[1, 2, 3]]]));
        Assert.Throws<ArgumentException>(() => refinement.BySums([]));
        Assert.Throws<ArgumentException>(() => OrbitalRefinement.Of(x, GSet.Points(FiniteGroup.Parse("S4"))));
        Assert.Throws<ArgumentException>(() => OrbitalRefinement.Of(x, GSet.Regular(group)).ByCounts(refinement.BySums([[[1, 2, 3, 4]]])));
    }

    private static Cyclotomic Value(Random random, int round) => round switch
    {
        0 or 1 => random.Next(-1, 2),
        2 => new Rational(random.Next(-3, 4), random.Next(1, 4)),
        _ => random.Next(2) * (Cyclotomic.E(5) + Cyclotomic.E(5, 4)) + random.Next(2),
    };

    private static Cyclotomic[] Moved(FiniteGroup group, GSet set, IReadOnlyList<Cyclotomic> values, Random random)
    {
        var moved = values.ToArray();
        for (var step = 0; step < 7; step++)
        {
            var g = set.ActionOf(group.Generators[random.Next(group.Generators.Count)]);
            var next = new Cyclotomic[moved.Length];
            for (var i = 0; i < next.Length; i++)
            {
                next[g[i]] = moved[i];
            }

            moved = next;
        }

        return moved;
    }

    private static int[] Flat(Colouring colouring) => [.. Enumerable.Range(0, colouring.Copies).SelectMany(colouring.OfCopy)];

    /// <summary>Numbers in the order of first occurrence, from the orbitals one by one; without a rule for orbitals the whole function x ↦ value at t x is compared.</summary>
    private static int[] Expected(GSet y, GSet x, Cyclotomic[][][] copies, Func<int, IReadOnlyList<int>, string> seen)
    {
        var orbitOf = new int[y.Size];
        for (var k = 0; k < y.Orbits.Count; k++)
        {
            foreach (var point in y.Orbits[k].Points)
            {
                orbitOf[point] = k;
            }
        }

        var basis = seen is null ? null : OrbitalBasis.Of(x, y);
        var numbers = new Dictionary<string, int>();
        var colours = new List<int>();
        for (var c = 0; c < copies.Length; c++)
        {
            for (var point = 0; point < y.Size; point++)
            {
                string key;
                if (basis is null)
                {
                    var images = x.ActionOf(y.Orbits[orbitOf[point]].ElementTo(point));
                    key = string.Join(",", Enumerable.Range(0, (int)x.Size).Select(i => copies[c][0][images[i]].ToString()));
                }
                else
                {
                    var groups = Enumerable.Range(0, (int)x.Size).GroupBy(i => basis.PositionOf(point, i)).OrderBy(group => group.Key);
                    key = orbitOf[point] + ":" + string.Join(";", groups.Select(group => group.Key + "=" + seen!(c, [.. group])));
                }

                if (!numbers.TryGetValue(key, out var number))
                {
                    numbers.Add(key, number = numbers.Count);
                }

                colours.Add(number);
            }
        }

        return [.. colours];
    }
}
