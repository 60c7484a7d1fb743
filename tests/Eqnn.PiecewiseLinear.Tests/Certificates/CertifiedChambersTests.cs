using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Certificates;
using Eqnn.PiecewiseLinear.Tests.Arrangements;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Certificates;

/// <summary>What certificates of chambers state, compared with the signs of all rows (zero and parallel ones too) moved by the generators.</summary>
public sealed class CertifiedChambersTests
{
    public static TheoryData<string> Names => ["sum of 4", "sum of 5", "braid 3", "braid 4", "threshold 2", "threshold 3", "coordinates 3", "resonance 3", "C6", "C7", "mixed", "rows without symmetry"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rays_are_numbered_and_put_into_orbits(string name)
    {
        var arrangement = Named(name);
        var chambers = ChamberEnumeration.Of(arrangement);
        var listed = ListedChambers.Of(chambers);
        Assert.Equal(ImageOrder(arrangement), listed.Order);
        Assert.Equal(arrangement.Symmetry.Select(g => string.Join(' ', Enumerable.Range(0, g.Degree).Select(j => (g.Image(j) + 1) * g.SignAt(j)))), listed.Generators.Select(images => string.Join(' ', images)));

        // Each number stands for one ray, and the rays of the representatives are met in their order.
        var words = listed.Rays.Select(ray => Signs(arrangement, ray)).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        var met = chambers.Orbits.SelectMany(orbit => orbit.Representative.Rays).Select(ray => Signs(arrangement, ray)).ToList();
        Assert.Equal(met, listed.RaysOfOrbits.SelectMany(rays => rays).Select(position => words[position]));
        Assert.Equal(met.Distinct(), words);

        // Orbits by the rows, each at its first ray.
        var orbits = new List<HashSet<string>>();
        var expected = new List<(int, int, BigInteger)>();
        foreach (var (position, word) in words.Index())
        {
            if (!orbits.Exists(orbit => orbit.Contains(word)))
            {
                orbits.Add(OrbitOf(arrangement, word));
                expected.Add((position, orbits[^1].Count, listed.Order / orbits[^1].Count));
            }
        }

        Assert.Equal(expected, listed.RayOrbits.Select(orbit => (orbit.Ray, orbit.Size, orbit.StabiliserOrder)));
        Assert.All(listed.RayOrbits, orbit => Assert.Equal(listed.Order, orbit.Size * orbit.StabiliserOrder));
    }

    [Fact]
    public void Given_rays_come_first_once_each()
    {
        var chambers = ChamberEnumeration.Of(Families.SumZero(4));
        var rays = ListedChambers.Of(chambers).Rays;
        var doubled = (ColumnVector<Cyclotomic>)[.. rays[1].Select(x => x + x)];
        var listed = ListedChambers.Of(chambers, [rays[1], doubled, rays[0], rays[1]]);
        Assert.Equal(rays.Count, listed.Rays.Count);
        Assert.Equal([rays[1], rays[0]], listed.Rays.Take(2));
        Assert.Equal(0, listed.RayOrbits[0].Ray);
        var other = ListedChambers.Of(chambers, [doubled]);
        Assert.Equal(doubled, other.Rays[0]);
        Assert.DoesNotContain(rays[1], other.Rays);
    }

    /// <summary>The eight rays (±1, ±1, ±1) of the chambers of the coordinate hyperplanes are no rays; the six along the axes are one orbit.</summary>
    [Fact]
    public void Rays_of_an_orbit_are_bounded()
    {
        var arrangement = Families.Coordinates(3);
        Assert.Equal(6, new RaySignOrbits(arrangement, CancellationToken.None, 6).SizeOfNew("+00"));
        var refused = Assert.Throws<LimitExceededException>(() => new RaySignOrbits(arrangement, CancellationToken.None, 5).SizeOfNew("+00"));
        Assert.Equal(5, refused.Bound);
        var orbits = new RaySignOrbits(arrangement, CancellationToken.None);
        Assert.Equal(8, orbits.SizeOfNew("+-+"));
        Assert.Null(orbits.SizeOfNew("---"));
        Assert.Equal(12, orbits.SizeOfNew("0-+"));
        Assert.Equal("+0-", orbits.SignsAt([Cyclotomic.SquareRoot(2), Cyclotomic.Zero, -Cyclotomic.One]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_journal_meets_every_orbit(string name)
    {
        var arrangement = Named(name);
        var chambers = ChamberEnumeration.Of(arrangement);
        var journal = ChamberJournal.Of(chambers);
        Assert.Same(chambers, journal.Chambers);
        var (bases, records) = (new List<IReadOnlyList<int>>(), new List<OrbitRecord>());
        journal.Visit(
            start =>
            {
                Assert.Empty(records);
                bases.Add(start);
            },
            records.Add);
        Assert.NotEmpty(Assert.Single(bases));
        var isSymmetric = ImageOrder(arrangement) > 1;
        Assert.Equal(isSymmetric ? ImageOrder(arrangement) : 2, journal.Order);
        Assert.Equal(isSymmetric ? ListedChambers.Of(chambers).Generators : [[.. Enumerable.Range(1, arrangement.Rows.Count).Select(j => -j)]], journal.Generators);
        Assert.Equal(isSymmetric ? chambers.Orbits.Count : chambers.ChamberCount / 2, journal.OrbitCount);
        Assert.Equal(journal.OrbitCount, records.Count);
        Assert.Equal(chambers.ChamberCount, records.Aggregate(BigInteger.Zero, (sum, record) => sum + (journal.Order / record.StabiliserOrder)));
        Assert.Equal(chambers.WallCount * 2, records.Aggregate(BigInteger.Zero, (sum, record) => sum + (journal.Order / record.StabiliserOrder * record.Walls.Count)));
    }

    /// <summary>The identity is no symmetry: -1 stands in its place.</summary>
    [Fact]
    public void A_trivial_symmetry_is_none()
    {
        var arrangement = Families.Coordinates(2).WithSymmetry([Permutation.Identity(2)]);
        var journal = ChamberJournal.Of(ChamberEnumeration.Of(arrangement));
        Assert.Equal((2, 2), (journal.Order, journal.OrbitCount));
        Assert.Equal([[-1, -2]], journal.Generators);
    }

    [Fact]
    public void What_has_no_walls_or_is_not_complete_has_no_journal()
    {
        var empty = ChamberEnumeration.Of(Families.Rational([[0, 0], [0, 0]]));
        Assert.Contains("no walls to cross", Assert.Throws<ArgumentException>(() => ChamberJournal.Of(empty)).Message, StringComparison.Ordinal);
        var partial = ChamberEnumeration.Of(Families.Resonance(3), ChamberSearchOptions.Default.WithMaxOrbits(2).WithKeepPartial(true));
        Assert.True(partial.IsPartial);
        Assert.Contains("partial", Assert.Throws<ArgumentException>(() => ChamberJournal.Of(partial)).Message, StringComparison.Ordinal);

        // Whoever goes through all orbits beside a part of them is told.
        Fires.With("a certificate holds the chambers of the enumeration", () => new ChamberJournal(partial).Visit(_ => { }, _ => { }));
    }

    private static Arrangement Named(string name) => name switch
    {
        "sum of 4" => Families.SumZero(4),
        "sum of 5" => Families.SumZero(5),
        "braid 3" => Families.Braid(3),
        "braid 4" => Families.Braid(4),
        "threshold 2" => Families.Threshold(2),
        "threshold 3" => Families.Threshold(3),
        "coordinates 3" => Families.Coordinates(3),
        "resonance 3" => Families.Resonance(3),
        "C6" => Families.Cyclic(6, 1, 2),
        "C7" => Families.Cyclic(7, 1, 2),

        // A zero row, and rows that are multiples of each other with both signs, moved by a map that exchanges the coordinates and turns one of them.
        "mixed" => Families.Rational([[0, 0], [-2, 0], [1, 0], [0, 2], [0, -1], [0, 0]]).WithSymmetry([SignedPermutation.FromImages([6, 4, 5, 2, 3, 1]), SignedPermutation.FromImages([1, -2, -3, 4, 5, 6])]),
        _ => Families.Rational([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 2, 3], [-1, 1, 0], [2, -2, 0]]),
    };

    /// <summary>The number of different maps of the signs of rows, by running through them.</summary>
    private static BigInteger ImageOrder(Arrangement arrangement)
    {
        // A point with different values in all rows that are not 0, up to sign: maps that agree on the signs of its images are equal on the span of the rows.
        var rows = arrangement.Rows.Count;
        var start = string.Join(' ', Enumerable.Range(1, rows).Select(j => arrangement.ZeroRows.Contains(j - 1) ? 0 : Representative(arrangement, j - 1)));
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var next))
        {
            var values = next.Split(' ').Select(int.Parse).ToArray();
            foreach (var g in arrangement.Symmetry)
            {
                var image = new int[rows];
                for (var j = 0; j < rows; j++)
                {
                    image[g.Image(j)] = values[j] * g.SignAt(j);
                }

                if (seen.Add(string.Join(' ', image)))
                {
                    queue.Enqueue(string.Join(' ', image));
                }
            }
        }

        return seen.Count;
    }

    /// <summary>The number of the hyperplane of a row, with the side of the row.</summary>
    private static int Representative(Arrangement arrangement, int row)
    {
        var hyperplane = arrangement.Hyperplanes.Single(h => h.Rows.Any(r => r.Row == row));
        return (hyperplane.Position + 1) * hyperplane.Rows.Single(r => r.Row == row).Sign;
    }

    private static string Signs(Arrangement arrangement, ColumnVector<Cyclotomic> point) => string.Join(' ', arrangement.Rows.Select(row => row.Dot(point).Sign));

    private static HashSet<string> OrbitOf(Arrangement arrangement, string word)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { word };
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var next))
        {
            var signs = next.Split(' ').Select(int.Parse).ToArray();
            foreach (var g in arrangement.Symmetry)
            {
                var image = new int[signs.Length];
                for (var j = 0; j < signs.Length; j++)
                {
                    image[g.Image(j)] = signs[j] * g.SignAt(j);
                }

                if (seen.Add(string.Join(' ', image)))
                {
                    queue.Enqueue(string.Join(' ', image));
                }
            }
        }

        return seen;
    }
}
