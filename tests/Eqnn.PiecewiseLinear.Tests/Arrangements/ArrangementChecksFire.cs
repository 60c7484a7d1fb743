using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>The checks of enumerations, of counts of subgroups and of counterexamples are fed something false and refuse it.</summary>
public sealed class ArrangementChecksFire
{
    private static Arrangement ThreeLines => Arrangement.FromRows(new Rational[][] { [1, 0], [0, 1], [1, 1] });

    [Fact]
    public void A_number_of_chambers_that_is_not_Zaslavskys_is_refused()
    {
        var arrangement = ThreeLines;
        var engine = ChamberLimits.EngineFor(arrangement);
        var data = engine.Enumerate(100, null, CancellationToken.None);
        var polynomial = CharacteristicPolynomial.Of(arrangement);
        Assert.True(ChamberEnumeration.Counted(arrangement, engine, data, polynomial).Completeness.IsCountConfirmed);
        foreach (var count in new[] { 5, 7 })
        {
            Fires.With("the number of chambers is T(2, 0) of the matroid", () => ChamberEnumeration.Counted(arrangement, engine, data with { Chambers = count }, polynomial));
        }

        // Without a polynomial nothing is confirmed, and nothing is claimed.
        Assert.False(ChamberEnumeration.Counted(arrangement, engine, data with { Chambers = 5 }, null).Completeness.IsCountConfirmed);
    }

    /// <summary>Three lines in the plane: b = 1, 3, 2, from the weights 1 · 3 of the flats of rank 1 in one line each.</summary>
    [Fact]
    public void Sums_over_flats_that_are_those_of_no_arrangement_are_refused()
    {
        Assert.Equal([1, 3, 2], WhitneyNumbers.Completed([1, 0, 0], [0, 3, 0, 0]));
        Fires.With("a sum over flats in n hyperplanes is divisible by n", () => WhitneyNumbers.Divided(7, 3));
        Fires.With("a sum over flats in n hyperplanes is divisible by n", () => WhitneyNumbers.Completed([1, 0, 0], [0, 2, 0, 0]));
        Fires.With("the characteristic polynomial of a central arrangement vanishes at 1", () => WhitneyNumbers.Completed([2, 0, 0], [0, 3, 0, 0]));
    }

    /// <summary>A point and its complement on a line: two regions, none bounded; and two points, with one bounded region.</summary>
    [Fact]
    public void Numbers_of_regions_that_do_not_agree_are_refused()
    {
        var points = AffineArrangement.FromRows(new Rational[][] { [1], [1] }, [0, 1]);
        var cone = ChamberEnumeration.Of(points.Cone);
        int[] positions = [.. Enumerable.Range(0, 6).Where(cone.IsPositiveAtFirst)];
        Assert.Equal(1, RegionEnumeration.Counted(points, cone, positions, 3, null, CancellationToken.None).BoundedRegionCount);
        Fires.With("half of the chambers of a cone lie on each side of infinity", () => RegionEnumeration.Counted(points, cone, positions, 2, null, CancellationToken.None));
        Fires.With("the number of bounded regions is |χ(1)|", () => RegionEnumeration.Counted(points, cone, [positions[0], positions[0], positions[0]], 3, null, CancellationToken.None));
        Fires.With("the characteristic polynomial of a cone is divisible by t - 1", () => new CharacteristicPolynomial(2, [1, 3, 1], "by hand").Deconed());
    }

    [Fact]
    public void A_chamber_of_no_known_orbit_is_refused()
    {
        var arrangement = ThreeLines;
        var engine = ChamberLimits.EngineFor(arrangement);
        var data = engine.Enumerate(100, null, CancellationToken.None);
        var wrong = ChamberEnumeration.Counted(arrangement, engine, data with { OrbitOf = _ => -1 }, null);
        Fires.With("every chamber lies in a known orbit", () => wrong.OrbitOf(wrong.Orbits[0].Representative));
    }

    /// <summary>Three lines that a reflection permutes; one of the six chambers is left out, and the list said to be whole.</summary>
    [Fact]
    public void Chambers_that_are_not_closed_under_the_symmetry_are_refused()
    {
        var arrangement = Arrangement.FromRows(new Rational[][] { [1, 0], [0, 1], [1, 1] }).WithSymmetry([Eqnn.Numbers.Permutations.Permutation.Parse("(1,2)", 3)]);
        var engine = ChamberLimits.EngineFor(arrangement);
        List<string> words = ["+++", "+-+", "+--", "---", "-+-", "-++"];
        Assert.Equal(6, SignSearchEnumeration.Of(arrangement, words, true, engine, "by hand", CancellationToken.None).Chambers);
        Fires.With("the chambers found are closed under the symmetry", () => SignSearchEnumeration.Of(arrangement, [.. words.Where(word => word != "+-+")], true, engine, "by hand", CancellationToken.None));
    }

    [Fact]
    public void A_rank_that_the_normals_do_not_have_is_refused()
    {
        var rank = new ModularRank(Arrangement.FromRows(new Rational[][] { [1, 0], [2, 0], [0, 1] }).Integer);
        var chosen = new int[3];
        Assert.Equal(2, rank.Independent(new Bits64(0b11), 2, chosen));
        Fires.With("the hyperplanes through a two-dimensional cone have rank d - 2", () => rank.Independent(new Bits64(0b11), 3, chosen));
    }

    /// <summary>Five elements of S3, all transpositions and one rotation with the identity left out: no subgroup.</summary>
    [Fact]
    public void Counts_that_are_those_of_no_subgroup_are_refused()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S3"));
        var two = table.Simples.Single(simple => simple.Dimension == 2);
        Fires.With("a fixed space has a natural dimension", () => new SubgroupClasses([0, 1], [1, 2], false).FixedDimension(two));
        Fires.With("a fixed space has a natural dimension", () => new SubgroupClasses([2], [2], false).FixedDimension(two));
        Assert.Equal(1, new SubgroupClasses([0, 1], [1, 1], false).FixedDimension(two));
    }

    /// <summary>A matrix with which ReLU does commute: no vector shows the contrary.</summary>
    [Fact]
    public void A_counterexample_that_does_not_exist_is_refused() =>
        Fires.With("an activation that does not commute fails on some vector", () => FailingVector.Find(Matrix<RealCyclotomic>.Identity(2), 0, [0], Activation.Relu));

    /// <summary>Rays (1, 0) and (0, 1), and a line that misses the cone between them.</summary>
    [Fact]
    public void A_ray_beside_the_cone_of_its_neighbours_is_refused()
    {
        var root = Cyclotomic.SquareRoot(2);
        var arrangement = Arrangement.FromRows(new Cyclotomic[][] { [1, 0], [0, 1], [1, root], [1, -root] }).Integer;
        Assert.True(arrangement.Ring.Degree > 1);
        var table = new RayTable<Bits64>(arrangement);
        var maker = new RayMaker<Bits64>(arrangement, table);
        int[] positive = [.. Enumerable.Range(0, 4).Where(ray => (table.Negative[ray] & new Bits64(0b11)).IsEmpty)];
        Assert.Equal(2, positive.Length);
        var cutting = Enumerable.Range(2, 2).Single(h => arrangement.Sign(h, table.LargeCoordinates(positive[0])) != arrangement.Sign(h, table.LargeCoordinates(positive[1])));
        _ = maker.Between(positive[0], positive[1], cutting);
        Fires.With("a new ray lies between its two neighbours", () => maker.Between(positive[0], positive[1], 5 - cutting));
    }
}
