using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Answers;

/// <summary>What documents of the catalog say of maps, beside the enumeration that knows nothing of it.</summary>
public sealed class CopyMapsTests
{
    [Theory]
    [InlineData("C5", "regular")]
    [InlineData("C8", "regular")]
    [InlineData("S3", "points")]
    [InlineData("D6", "points")]
    [InlineData("S4", "points")]
    public void Fans_and_dimensions_are_those_of_the_enumeration(string name, string set)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set));
        var (models, cyclic) = (SimpleModels.Of(table), new CyclicComposites());
        foreach (var source in decomposition.Components.Select(component => component.Simple))
        {
            var copy = SimpleCopy.TryFind(decomposition, source)!;
            var maps = CopyMaps.Of(copy, models, cyclic, [.. table.Group.EnumerateElements()]);
            var fan = EquivariantFan.Of(copy);
            Assert.Equal((maps.ChamberCount, maps.RayCount, maps.IsSimplicial), ((long)fan.ChamberCount, fan.RayCount, fan.IsSimplicial));
            Assert.Equal(fan.RayOrbits.Select(orbit => orbit.Size).Order(), maps.RayOrbits.Select(orbit => orbit.Size).Order());
            Assert.Equal(fan.Chambers.Arrangement.Hyperplanes.Count, CopyMaps.HyperplaneCount(copy));
            foreach (var target in maps.Targets)
            {
                var pair = maps.PairWith(target, models.VectorsFor(target, decomposition.Set.Orbits[copy.Orbit]));
                var space = EquivariantMapSpace.TryOf(fan, target)!;
                Assert.Equal((space.Dimension, space.LinearDimension, space.OneLayerDimension), (pair.Dimension, pair.LinearDimension, pair.OneLayerDimension));
                Assert.Equal(pair.Values.Count, pair.Coordinates.Count);
            }
        }
    }

    /// <summary>On Z/n the even part of the composite and the Fourier coefficient of ReLU(cos) vanish together.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    public void Folding_and_Fourier_analysis_agree_on_which_frequencies_are_reached(int n)
    {
        var cyclic = new CyclicComposites();
        for (var k = 1; 2 * k < n; k++)
        {
            var table = CharacterTable.Of(FiniteGroup.Parse(FormattableString.Invariant($"C{n}")));
            foreach (var target in table.Simples.Where(target => target.Position != k && KernelCriterion.Holds(table.Simples[k], target)))
            {
                Assert.Equal(CyclicComposites.FourierCoefficient(n, k, target.Position).IsZero, cyclic.EvenPart(n, k, target.Position).IsZero);
            }
        }
    }

    [Fact]
    public void A_composite_outside_the_space_of_maps_is_refused()
    {
        ColumnVector<Cyclotomic> vector = [Cyclotomic.One, Cyclotomic.Zero];
        Assert.Equal([Cyclotomic.One], CopyMaps.In([vector], vector));
        Fires.With("the ReLU composite lies in the space of maps", () => CopyMaps.In([], vector));
        Fires.With("the ReLU composite lies in the space of maps", () => CopyMaps.In([[Cyclotomic.Zero, Cyclotomic.One]], vector));
    }
}
