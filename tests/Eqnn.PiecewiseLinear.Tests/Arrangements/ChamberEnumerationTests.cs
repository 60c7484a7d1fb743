using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

public sealed class ChamberEnumerationTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(40)]
    public void Sum_zero_arrangements_follow_their_closed_form(int n)
    {
        var found = ChamberEnumeration.Of(Families.SumZero(n));
        Assert.Equal(BigInteger.Pow(2, n) - 2, found.ChamberCount);
        Assert.Equal(n - 1, found.Orbits.Count);
        Assert.Equal(n * (BigInteger.Pow(2, n - 1) - 2), found.WallCount);
        Assert.Equal(n * (n - 1), found.RayCount);
        Assert.Single(found.RayOrbits);
        Assert.Equal(
            Enumerable.Range(1, n - 1).Select(k => Families.Binomial(n, k)).Order(),
            found.Orbits.Select(o => o.Size).Order());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    public void Braid_arrangements_follow_their_closed_form(int n)
    {
        var found = ChamberEnumeration.Of(Families.Braid(n));
        Assert.Equal(Families.Factorial(n), found.ChamberCount);
        Assert.Single(found.Orbits);
        Assert.Equal(BigInteger.One, found.Orbits[0].StabiliserOrder);
        Assert.True(found.IsSimplicial);
        Assert.Equal(BigInteger.Pow(2, n) - 2, found.RayCount);
        Assert.Equal(n - 1, found.RayOrbits.Count);
        Assert.Equal((n - 1) * Families.Factorial(n) / 2, found.WallCount);
        Assert.Equal(n - 1, (int)found.WallOrbitCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Coordinate_hyperplanes_under_signed_permutations_have_one_orbit(int n)
    {
        var arrangement = Families.Coordinates(n);
        var found = ChamberEnumeration.Of(arrangement);
        Assert.Equal(Families.Factorial(n) * BigInteger.Pow(2, n), arrangement.SymmetryOrder);
        Assert.Equal(BigInteger.Pow(2, n), found.ChamberCount);
        Assert.Single(found.Orbits);
        Assert.Equal(Families.Factorial(n), found.Orbits[0].StabiliserOrder);
        Assert.Equal(2 * n, found.RayCount);
        Assert.Single(found.RayOrbits);
    }

    [Fact]
    public void Resonance_arrangements_have_the_known_counts()
    {
        var counts = Enumerable.Range(1, 5).Select(n => ChamberEnumeration.Of(Families.Resonance(n)).ChamberCount);
        Assert.Equal([2, 6, 32, 370, 11292], counts.Select(c => (int)c));
    }

    [Fact]
    [Trait("speed", "slow")]
    public void Resonance_7_is_answered_from_its_orbits()
    {
        var found = ChamberEnumeration.Of(Families.Resonance(7), new ChamberSearchOptions(ZaslavskyBudget: 0));
        Assert.Equal(347326352, found.ChamberCount);
        Assert.Equal(112440, found.Orbits.Count);
    }

    [Fact]
    public void Degenerate_C9_is_not_its_rounded_neighbour()
    {
        // 144 exactly; 172 with coordinates rounded, 186 in general position.
        Assert.Equal(144, ChamberEnumeration.Of(Families.Cyclic(9, 1, 2)).ChamberCount);
        var rounded = Arrangement.FromRows(Families.Cyclic(9, 1, 2).Rows.Select((row, j) => row.Select(x => new Rational((long)Math.Round(x.ToDouble() * (1_000_000 - j)), 1_000_000 - j))));
        Assert.NotEqual(144, ChamberEnumeration.Of(rounded).ChamberCount);
    }

    [Theory]
    [InlineData(11, 2)]
    [InlineData(10, 2)]
    [InlineData(15, 2)]
    public void Cyclic_arrangements_with_and_without_symmetry_agree(int n, int simples)
    {
        var arrangement = Families.Cyclic(n, [.. Enumerable.Range(1, simples)]);
        var orbits = ChamberEnumeration.Of(arrangement);
        var plain = ChamberEnumeration.Of(Arrangement.FromRows(arrangement.Rows));
        Assert.Equal(plain.ChamberCount, orbits.ChamberCount);
        Assert.Equal(plain.WallCount, orbits.WallCount);
        Assert.Equal(plain.RayCount, orbits.RayCount);
        Assert.Equal(plain.IsSimplicial, orbits.IsSimplicial);
    }

    [Fact]
    public void Orbits_are_those_of_brute_force()
    {
        // S_5 on 2-subsets acts through all permutations: orbits of sign vectors by union over the generators.
        var pairs = (from i in Enumerable.Range(0, 5) from j in Enumerable.Range(i + 1, 4 - i) select (i, j)).ToList();
        var rows = pairs.Select(p => Enumerable.Range(0, 5).Select(k => k == p.i || k == p.j ? 1 : 0));
        var generators = new[] { new[] { 1, 2, 3, 4, 0 }, [1, 0, 2, 3, 4] }
            .Select(g => Permutation.FromImages(pairs.Select(p => pairs.IndexOf((Math.Min(g[p.i], g[p.j]), Math.Max(g[p.i], g[p.j])))))).ToArray();
        var arrangement = Families.Rational(rows).WithSymmetry(generators);
        var found = ChamberEnumeration.Of(arrangement);
        var plain = ChamberEnumeration.Of(Families.Rational(rows));
        var parent = plain.Orbits.ToDictionary(o => o.Representative.ToString(), o => o.Representative.ToString());
        string Find(string x) => parent[x] == x ? x : Find(parent[x]);
        foreach (var word in parent.Keys.ToList())
        {
            foreach (var g in generators)
            {
                var image = new char[word.Length];
                for (var j = 0; j < word.Length; j++)
                {
                    image[g[j]] = word[j];
                }

                var (a, b) = (Find(word), Find(new string(image)));
                if (a != b)
                {
                    parent[b] = a;
                }
            }
        }

        var sizes = parent.Keys.GroupBy(Find).Select(g => g.Count()).Order();
        Assert.Equal(sizes, found.Orbits.Select(o => (int)o.Size).Order());
        foreach (var group in plain.Orbits.GroupBy(o => Find(o.Representative.ToString())))
        {
            Assert.Single(group.Select(o => found.OrbitOf(Transfer(o.Representative, found)).Position).Distinct());
        }
    }

    [Fact]
    public void Rays_and_interior_points_lie_where_the_signs_say()
    {
        foreach (var arrangement in new[] { Families.Cyclic(9, 1, 2), Families.Resonance(4), Families.Braid(4), Families.Cyclic(8, 1, 2) })
        {
            foreach (var orbit in ChamberEnumeration.Of(arrangement).Orbits)
            {
                var chamber = orbit.Representative;
                Assert.Equal(chamber.RowSigns, arrangement.Rows.Select(row => Product(row, chamber.InteriorPoint).Sign));
                Assert.All(chamber.Rays, ray => Assert.All(arrangement.Hyperplanes, h => Assert.True(Product(h.Normal, ray).Sign * chamber.Signs[h.Position] >= 0)));

                // A wall carries d - 1 independent rays at least, and the chamber beyond has all signs but one.
                foreach (var wall in chamber.Walls)
                {
                    Assert.True(chamber.Rays.Count(ray => Product(arrangement.Hyperplanes[wall].Normal, ray).IsZero) >= arrangement.Dimension - 1);
                    var beyond = chamber.Across(wall);
                    Assert.Equal(arrangement.Rows.Select(row => Product(row, beyond.InteriorPoint).Sign), beyond.RowSigns);
                    Assert.Contains(wall, beyond.Walls);
                    Assert.Equal(chamber, beyond.Across(wall));
                }
            }
        }
    }

    [Fact]
    public void Ray_orbits_have_directions_with_their_signs()
    {
        foreach (var arrangement in new[] { Families.Cyclic(9, 1, 2), Families.Resonance(4), Arrangement.FromRows(Families.Resonance(3).Rows), Families.SumZero(5) })
        {
            Assert.All(
                ChamberEnumeration.Of(arrangement).RayOrbits,
                orbit => Assert.Equal(orbit.Signs, arrangement.Hyperplanes.Select(h => Product(h.Normal, orbit.Direction).Sign)));
        }
    }

    [Fact]
    public void The_order_and_scale_of_rows_do_not_matter()
    {
        var random = new Random(5);
        for (var round = 0; round < 20; round++)
        {
            var rows = Families.Random(random, 7, 4, round % 2 == 0);
            var first = ChamberEnumeration.Of(Arrangement.FromRows(rows));
            var changed = rows.OrderBy(_ => random.Next()).Select(row =>
            {
                var factor = new Rational(random.Next(1, 9), random.Next(1, 9)) * (random.Next(2) == 0 ? 1 : -1);
                return row.Select(x => factor * x);
            });
            var second = ChamberEnumeration.Of(Arrangement.FromRows(changed));
            Assert.Equal((first.ChamberCount, first.WallCount, first.RayCount, first.IsSimplicial), (second.ChamberCount, second.WallCount, second.RayCount, second.IsSimplicial));
            Assert.True(first.Completeness.IsCountConfirmed);
        }
    }

    [Fact]
    public void Huge_coefficients_are_exact()
    {
        var large = BigInteger.Pow(10, 40);
        var rows = new[] { new Rational[] { 1, 0, 0 }, [0, 1, 0], [large, large + 1, 0], [large + 1, large + 2, 0], [0, 0, 1], [1, 1, large], [large, 1, -3] };
        var found = ChamberEnumeration.Of(Arrangement.FromRows(rows));
        Assert.True(found.Completeness.IsCountConfirmed);
        Assert.True(found.IsClosedUnderWallCrossing());
        Assert.All(found.Orbits, o => Assert.Equal(o.Representative.RowSigns, rows.Select(r => Product([.. r.Select(x => (Cyclotomic)x)], o.Representative.InteriorPoint).Sign)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(2, 2)]
    public void No_hyperplanes_leave_one_chamber(int zeroRows, int columns)
    {
        var found = ChamberEnumeration.Of(Families.Rational(Enumerable.Range(0, zeroRows).Select(_ => Enumerable.Repeat(0, columns))));
        Assert.Equal(1, found.ChamberCount);
        Assert.Equal(0, found.WallCount);
        Assert.Equal(0, found.RayCount);
        var chamber = Assert.Single(found.Orbits).Representative;
        Assert.Empty(chamber.Walls);
        Assert.All(chamber.RowSigns, s => Assert.Equal(0, s));
        Assert.True(found.IsClosedUnderWallCrossing());
    }

    [Fact]
    public void One_hyperplane_has_two_chambers_and_one_wall()
    {
        var found = ChamberEnumeration.Of(Families.Rational([[0, 2, -1], [0, -4, 2]]));
        Assert.Equal((2, 1, 2), ((int)found.ChamberCount, (int)found.WallCount, (int)found.RayCount));
        Assert.Equal([1, -1], found.Orbits[0].Representative.RowSigns);
    }

    [Fact]
    public void Many_hyperplanes_in_the_plane_use_wide_sets()
    {
        foreach (var n in new[] { 100, 300, 700 })
        {
            var found = ChamberEnumeration.Of(Families.Rational(Enumerable.Range(0, n).Select(k => new[] { 1, k })));
            Assert.Equal((2 * n, 2 * n, 2 * n), ((int)found.ChamberCount, (int)found.WallCount, (int)found.RayCount));
            Assert.True(found.IsSimplicial);
        }
    }

    [Fact]
    public void A_limit_says_what_was_found()
    {
        var thrown = Assert.Throws<LimitExceededException>(() => ChamberEnumeration.Of(Arrangement.FromRows(Families.Resonance(5).Rows), new ChamberSearchOptions(MaxOrbits: 5000)));
        Assert.Contains("partial count when stopped: 5000", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("by an estimate", Assert.Throws<LimitExceededException>(() => ChamberEnumeration.Of(Arrangement.FromRows(Families.Resonance(5).Rows), new ChamberSearchOptions(MaxOrbits: 100))).Needed, StringComparison.Ordinal);
        Assert.Throws<LimitExceededException>(() => ChamberEnumeration.Of(Families.Resonance(5), new ChamberSearchOptions(MaxOrbits: 100)));
    }

    [Fact]
    public void A_cancelled_token_stops_both_methods()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ChamberEnumeration.Of(Families.Resonance(5), cancellationToken: source.Token));
        Assert.Throws<OperationCanceledException>(() => ChamberEnumeration.Of(Arrangement.FromRows(Families.Resonance(5).Rows), cancellationToken: source.Token));
    }

    private static Chamber Transfer(Chamber chamber, ChamberEnumeration enumeration)
    {
        // Walk from a known chamber to the one with these signs: cross any wall that separates.
        var current = enumeration.Orbits[0].Representative;
        while (true)
        {
            var wall = current.Walls.Cast<int?>().FirstOrDefault(w => current.Signs[w!.Value] != chamber.Signs[w.Value]);
            if (wall is null)
            {
                return current;
            }

            current = current.Across(wall.Value);
        }
    }

    private static Cyclotomic Product(IReadOnlyList<Cyclotomic> left, IReadOnlyList<Cyclotomic> right) =>
        left.Zip(right).Aggregate(Cyclotomic.Zero, (sum, pair) => sum + pair.First * pair.Second);
}
