using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Z3;
using Eqnn.Records.Certificates;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>Three routes to the same numbers, on arrangements that nobody chose: rational or over ℚ(√5), with zero rows, parallel rows and lineality, with and without a symmetry.</summary>
[Properties(Arbitrary = [typeof(RandomArrangement)], MaxTest = 25)]
public sealed class ChamberRouteLaws
{
    [Property]
    public void Rays_and_simplex_agree(RandomArrangement sample) => Compare(sample.Value, ChamberSearchOptions.Default.WithRoute(ChamberRoute.Simplex));

    [Property(MaxTest = 8)]
    public void Rays_and_Z3_agree(RandomArrangement sample)
    {
        if (Z3Solver.Version is not null)
        {
            Compare(sample.Value, ChamberSearchOptions.Default.WithSolver(Z3Solver.Create));
        }
        else
        {
            Assert.NotEqual("1", Environment.GetEnvironmentVariable("EQNN_REQUIRE_Z3"));
        }
    }

    [Property]
    public void Every_certificate_is_accepted_and_none_with_another_count(RandomArrangement sample)
    {
        var certificate = ChamberCertificate.Of(ChamberEnumeration.Of(sample.Value));
        var report = CertificateChecker.Check(certificate);
        Assert.True(report.IsAccepted, report.ToString());
        var changed = certificate.Replace("\"chambers\":", "\"chambers\":1", StringComparison.Ordinal);
        Assert.False(CertificateChecker.Check(changed).IsAccepted);
    }

    [Property]
    public void Streaming_gives_each_chamber_once(RandomArrangement sample)
    {
        var all = new HashSet<string>();
        ChamberEnumeration.VisitAll(sample.Value, chamber =>
        {
            Assert.True(all.Add(chamber.ToString()));
            return true;
        });
        Assert.Equal(ChamberEnumeration.Of(sample.Value).ChamberCount, all.Count);
    }

    [Property]
    public void A_limit_gives_a_part_of_the_answer_or_an_error(RandomArrangement sample)
    {
        var whole = ChamberEnumeration.Of(sample.Value);
        var limit = ChamberSearchOptions.Default.WithMaxOrbits(3);
        foreach (var route in new[] { ChamberRoute.Rays, ChamberRoute.Simplex })
        {
            if (whole.ChamberCount <= 3)
            {
                Assert.False(ChamberEnumeration.Of(sample.Value, limit.WithRoute(route)).IsPartial);
                continue;
            }

            var partial = ChamberEnumeration.Of(sample.Value, limit.WithRoute(route).WithKeepPartial(true));
            if (partial.IsPartial)
            {
                Assert.True(partial.ChamberCount <= whole.ChamberCount && partial.Orbits.Count <= 3);
                Assert.All(partial.Orbits, orbit => Assert.NotNull(whole.OrbitOf(ChamberOf(whole, orbit.Representative))));
                Assert.Throws<LimitExceededException>(() => ChamberEnumeration.Of(sample.Value, limit.WithRoute(route)));
            }
            else
            {
                Assert.Equal(whole.ChamberCount, partial.ChamberCount);
            }
        }
    }

    private static Chamber ChamberOf(ChamberEnumeration whole, Chamber other)
    {
        Chamber? found = null;
        ChamberEnumeration.VisitAll(whole.Arrangement, chamber =>
        {
            found = chamber.Signs.SequenceEqual(other.Signs) ? chamber : found;
            return found is null;
        });
        return found!;
    }

    private static void Compare(Arrangement arrangement, ChamberSearchOptions options)
    {
        var byRays = ChamberEnumeration.Of(arrangement);
        var other = ChamberEnumeration.Of(arrangement, options);
        Assert.Equal(byRays.ChamberCount, other.ChamberCount);
        Assert.Equal(byRays.Orbits.Select(o => o.Size).Order(), other.Orbits.Select(o => o.Size).Order());
        Assert.Equal((byRays.WallCount, byRays.WallOrbitCount), (other.WallCount, other.WallOrbitCount));
        Assert.Equal(byRays.RayCount, other.RayCount);
        Assert.Equal(byRays.RayOrbits.Select(o => o.Size).Order(), other.RayOrbits.Select(o => o.Size).Order());
        Assert.Equal(byRays.IsSimplicial, other.IsSimplicial);
        Assert.All(byRays.Orbits, orbit => Assert.Equal(orbit.Size, other.OrbitOf(orbit.Representative).Size));
    }
}

/// <summary>A small arrangement; shrinks by leaving out rows.</summary>
public sealed record RandomArrangement(Arrangement Value)
{
    public static Arbitrary<RandomArrangement> Samples() => Arb.From(
        from seed in Gen.Choose(0, 1_000_000)
        from rows in Gen.Choose(0, 6)
        from columns in Gen.Choose(1, 3)
        from irrational in Gen.Elements(false, false, true)
        from symmetric in Gen.Elements(false, true)
        select new RandomArrangement(Make(seed, rows, columns, irrational, symmetric)),
        sample => Enumerable.Range(0, sample.Value.Rows.Count).Select(left => new RandomArrangement(Arrangement.FromRows(sample.Value.Rows.Where((_, r) => r != left)))));

    public override string ToString() => string.Join("; ", Value.Rows.Select(row => "[" + string.Join(", ", row) + "]")) + " under " + string.Join(", ", Value.Symmetry);

    private static Arrangement Make(int seed, int rows, int columns, bool irrational, bool symmetric)
    {
        var random = new System.Random(seed);
        var list = Families.Random(random, rows, columns, irrational).Select(row => row.ToArray()).ToList();
        if (rows > 2)
        {
            list[0] = [.. list[1].Select(x => -2 * x)];
        }

        if (rows > 4)
        {
            list[3] = [.. list[3].Select(x => 0 * x)];
        }

        if (!symmetric || rows == 0)
        {
            return Arrangement.FromRows(list);
        }

        // Two copies side by side, exchanged by a linear map: the direct sum, with the diagonal forms of a sum in between left out.
        var zero = list[0].Select(x => 0 * x).ToArray();
        var both = list.Take(3).ToList();
        var doubled = both.Select(row => row.Concat(zero)).Concat(both.Select(row => zero.Concat(row)));
        return Arrangement.FromRows(doubled).WithSymmetry([SignedPermutation.FromImages(Enumerable.Range(1, both.Count).Select(j => -(both.Count + j)).Concat(Enumerable.Range(1, both.Count)))]);
    }
}
