using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Maps;

/// <summary>The checks of maps and of spaces of maps are fed bases with a vector too many or too few, values that the stabilisers move, and values of no linear map.</summary>
public sealed class MapChecksFire
{
    private const string RayFormula = "the dimension is at most the ray sum, and equals it on simplicial fans";
    private const string Theorem4 = "Theorem 4: on a rigid arrangement all maps are one layer";
    private const string Combination = "a map on the fan is a combination of the basis";

    /// <summary>The octagon of C8, L1: a walk meets 8 sectors.</summary>
    [Fact]
    public void A_false_number_of_chambers_is_refused()
    {
        var fan = FanOf("C8", "regular", "L1").Fan;
        Assert.Equal(8, fan.AllChambers().Count);
        Fires.With("the chambers are connected across walls", () => EquivariantFan.Connected(fan.Chambers.Orbits[0].Representative, 9));
        Fires.With("the chambers are connected across walls", () => EquivariantFan.Connected(fan.Chambers.Orbits[0].Representative, 7));
    }

    [Fact]
    public void A_vector_between_two_rays_is_no_ray()
    {
        var fan = FanOf("C8", "regular", "L1").Fan;
        var (first, second) = (fan.Chambers.Orbits[0].Representative.Rays[0], fan.Chambers.Orbits[0].Representative.Rays[1]);
        Assert.Equal(first, PiecewiseLinearMap.RayOf(fan, first).Direction);
        Fires.With("the rays of every chamber belong to the fan", () => PiecewiseLinearMap.RayOf(fan, [.. first.Zip(second, (a, b) => a + b)]));
    }

    /// <summary>On these fans every false basis is noticed: by the ray formula where it is attained, by Theorem 4 where the arrangement is rigid, or as a map that is no combination any more.</summary>
    [Fact]
    public void A_basis_with_a_vector_too_many_or_too_few_is_refused()
    {
        var fired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (group, set, simple) in new[] { ("C9", "regular", "L1"), ("S4", "points", "standard"), ("S4", "regular", "sign"), ("S3", "points", "standard"), ("S5", "points", "standard"), ("C6", "regular", "L1"), ("D4", "points", "L1") })
        {
            var fan = FanOf(group, set, simple);
            foreach (var target in fan.Table.Simples)
            {
                if (EquivariantMapSpace.TryOf(fan.Fan, target) is not { RayBound: > 0 } space)
                {
                    continue;
                }

                var coordinates = RayCoordinates.Of(fan.Fan, space.TargetModel);
                var basis = coordinates.SolutionSpace(CancellationToken.None);
                Assert.Equal(space.Dimension, new EquivariantMapSpace(fan.Fan, space.TargetModel, coordinates, basis).Dimension);
                var watched = fan.Fan.IsSimplicial || space.RigidDimension is not null;
                for (var i = 0; i < coordinates.Count; i++)
                {
                    var unit = ColumnVector<Cyclotomic>.Unit(coordinates.Count, i);
                    if (!basis.Contains(unit))
                    {
                        Try(() => _ = new EquivariantMapSpace(fan.Fan, space.TargetModel, coordinates, Subspace<Cyclotomic>.Span(coordinates.Count, basis.Basis.Append(unit))), watched);
                    }
                }

                for (var i = 0; i < basis.Dimension; i++)
                {
                    Try(() => _ = new EquivariantMapSpace(fan.Fan, space.TargetModel, coordinates, Subspace<Cyclotomic>.Span(coordinates.Count, basis.Basis.Where((_, k) => k != i))), watched);
                }
            }
        }

        Assert.Superset(new HashSet<string>([RayFormula, Theorem4, Combination], StringComparer.Ordinal), fired);

        void Try(Action act, bool mustFire)
        {
            try
            {
                act();
                Assert.False(mustFire, "a false basis passed");
            }
            catch (CertificateException refusal)
            {
                fired.Add(refusal.Check);
            }
        }
    }

    /// <summary>A constant value on every ray: some stabiliser of a ray moves it, and on a ray whose stabiliser fixes nothing it should be 0.</summary>
    [Fact]
    public void A_value_that_the_stabiliser_of_its_ray_moves_is_refused()
    {
        var (fan, table) = FanOf("S4", "points", "standard");
        foreach (var target in new[] { table.SimpleNamed("standard"), table.SimpleNamed("sign") })
        {
            var model = EquivariantMapSpace.TryOf(fan, target)!.TargetModel;
            ColumnVector<Cyclotomic> value = [.. Enumerable.Range(1, (int)target.Dimension).Select(i => (Cyclotomic)i)];
            Fires.With("the value on a ray is fixed by its stabiliser", () => RayCoordinates.Of(fan, model).CoordinatesOf(_ => value));
        }
    }

    /// <summary>Values on rays that no map on the fan has: on some chamber with more rays than dimensions they belong to no matrix.</summary>
    [Fact]
    public void Values_of_no_linear_map_are_refused()
    {
        var (fan, table) = FanOf("S5", "points", "standard");
        Assert.False(fan.IsSimplicial);
        var refused = 0;
        foreach (var (space, i) in table.Simples.Select(target => EquivariantMapSpace.TryOf(fan, target)!).SelectMany(space => Enumerable.Range(0, space.RayBound).Select(i => (space, i))))
        {
            var coordinates = RayCoordinates.Of(fan, space.TargetModel);
            var map = new PiecewiseLinearMap(fan, space.TargetModel, coordinates.ValuesOf([.. Enumerable.Range(0, coordinates.Count).Select(j => j == i ? Cyclotomic.One : Cyclotomic.Zero)]));
            try
            {
                _ = fan.Chambers.Orbits.Select(orbit => map.MatrixOn(orbit.Representative)).ToList();
            }
            catch (CertificateException refusal) when (refusal.Check == "the values on the rays of a chamber belong to a linear map")
            {
                refused++;
            }
        }

        Assert.True(refused > 0);
    }

    [Fact]
    public void A_stabiliser_of_a_hyperplane_or_a_ray_that_is_too_small_is_refused()
    {
        var group = FiniteGroup.Parse("C2");
        Fires.With("orbit-stabiliser in a fan", () => SchreierStabilizer.Of(group, [], 1, "hyperplanes"));
        Fires.With("orbit-stabiliser in a fan", () => SchreierStabilizer.Of(group, group.Generators, 3, "rays"));
        Assert.Equal(2, SchreierStabilizer.Of(group, group.Generators, 1, "rays").Order);
    }

    /// <summary>A fan without its last ray, and one with a chamber too many or too few in its count.</summary>
    [Fact]
    public void A_fan_with_a_ray_or_a_chamber_left_out_is_refused()
    {
        var (fan, table) = FanOf("S4", "points", "standard");
        EquivariantFan With(ChamberEnumeration chambers, int rays) =>
            new(fan.Space, chambers, fan.Rays.Take(rays).ToDictionary(ray => new VectorKey(ray.Direction)), [.. fan.Rays.Take(rays)], fan.RayOrbits, fan.ChamberOrbits);

        var model = EquivariantMapSpace.TryOf(fan, table.SimpleNamed("standard"))!.TargetModel;
        var zero = PiecewiseLinearMap.Zero(With(fan.Chambers, fan.RayCount - 1), model);
        Fires.With("the rays of every chamber belong to the fan", () => _ = fan.AllChambers().Select(chamber => zero.MatrixOn(chamber)).ToList());
        var whole = PiecewiseLinearMap.Zero(With(fan.Chambers, fan.RayCount), model);
        Assert.All(fan.AllChambers(), chamber => Assert.All(whole.MatrixOn(chamber).Rows(), row => Assert.All(row, entry => Assert.True(entry.IsZero))));

        var arrangement = fan.Chambers.Arrangement;
        var engine = ChamberLimits.EngineFor(arrangement);
        var data = engine.Enumerate(1000, null, CancellationToken.None);
        Assert.Equal(fan.ChamberCount, With(ChamberEnumeration.Counted(arrangement, engine, data, null), fan.RayCount).AllChambers().Count);
        foreach (var difference in new[] { -1, 1 })
        {
            var wrong = ChamberEnumeration.Counted(arrangement, engine, data with { Chambers = data.Chambers + difference }, null);
            Fires.With("the chambers are connected across walls", () => With(wrong, fan.RayCount).AllChambers());
        }
    }

    private static (EquivariantFan Fan, CharacterTable Table) FanOf(string group, string set, string simple)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set));
        return (EquivariantFan.Of(SimpleCopy.TryFind(decomposition, table.SimpleNamed(simple))!), table);
    }
}
