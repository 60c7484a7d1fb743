using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Maps;

/// <summary>Maps that are affine on the regions cut with a bias, against one unknown matrix for each single region.</summary>
public sealed class AffineMapSpaceTests
{
    [Theory]
    [InlineData("S3", "points", "standard", "trivial", "1")]
    [InlineData("S3", "points", "standard", "standard", "1")]
    [InlineData("S3", "points", "standard", "sign", "-2/3")]
    [InlineData("C4", "regular", "L1", "L1", "1")]
    [InlineData("C5", "regular", "L1", "L2", "1")]
    [InlineData("C2", "regular", "L1", "L0", "1")]
    [InlineData("S4", "points", "standard", "trivial", "1")]
    public void The_dimension_is_that_of_one_matrix_for_each_region(string group, string set, string source, string target, string bias)
    {
        var (space, biases, simple) = Case(group, set, source, target, bias);
        var maps = AffineMapSpace.TryOf(space, biases, simple)!;
        Assert.Equal(BruteForce(space, biases, maps.TargetModel), maps.Dimension);
        Assert.True(maps.AffineDimension <= maps.OneLayerDimension && maps.OneLayerDimension <= maps.Dimension && maps.Dimension <= maps.RayBound);
        Assert.Equal((source == target ? space.Simples[0].Type == SimpleType.Real ? 1 : 2 : 0) + (target is "trivial" or "L0" ? 1 : 0), maps.AffineDimension);
    }

    /// <summary>The layer v ↦ Σ ReLU(v_y + b) g u is among them, with the values that the definition gives at vertices.</summary>
    [Fact]
    public void One_layer_has_coordinates()
    {
        var (space, biases, simple) = Case("S3", "points", "standard", "trivial", "1");
        var maps = AffineMapSpace.TryOf(space, biases, simple)!;
        var layer = Assert.Single(maps.Apply(Activation.Relu));
        for (var i = 0; i < maps.RayOrbits.Count; i++)
        {
            var ray = maps.RayOrbits[i].Representative;
            var expected = Enumerable.Range(0, 3).Select(x => space.FormAt(x).Append(biases[0]).Zip(ray, (a, b) => a * b).Aggregate(Cyclotomic.Zero, (s, t) => s + t)).Where(c => c.Sign > 0).Aggregate(Cyclotomic.Zero, (s, t) => s + t);
            var actual = maps.Basis.Zip(layer.Coordinates, (map, c) => c * map[i][0]).Aggregate(Cyclotomic.Zero, (s, t) => s + t);
            Assert.Equal(expected * layer.Vector[0], actual);
        }

        Assert.Throws<ArgumentException>(() => maps.Apply(Activation.Parse("tanh")));
        Assert.Throws<ArgumentException>(() => AffineMapSpace.TryOf(space, [1, 1], simple));
    }

    /// <summary>A direction is left out of a basis: the sum over vertices and directions is then not attained, though all regions are simple.</summary>
    [Fact]
    public void A_false_dimension_is_refused()
    {
        var (space, biases, simple) = Case("C2", "regular", "L1", "L0", "1");
        var maps = AffineMapSpace.TryOf(space, biases, simple)!;
        var fan = EquivariantFan.OverRegions(TrivialExtension.Of(space), maps.Regions, CancellationToken.None);
        var coordinates = RayCoordinates.Of(fan, maps.TargetModel);
        Fires.With(
            "affine maps are at most the sum over vertices and directions, and equal it where all regions are simple",
            () => _ = new AffineMapSpace(space, biases, fan, maps.Regions, maps.TargetModel, coordinates, Subspace<Cyclotomic>.Span(coordinates.Count, coordinates.SolutionSpace(CancellationToken.None).Basis.Skip(1))));
        var (plane, other, sign) = Case("S4", "points", "standard", "trivial", "1");
        var wide = AffineMapSpace.TryOf(plane, other, sign)!;
        var half = EquivariantFan.OverRegions(TrivialExtension.Of(plane), wide.Regions, CancellationToken.None);
        Assert.False(wide.IsSimple);
        Fires.With(
            "a map that is affine on the regions is a combination of the basis",
            () => _ = new AffineMapSpace(plane, other, half, wide.Regions, wide.TargetModel, RayCoordinates.Of(half, wide.TargetModel), Subspace<Cyclotomic>.Zero(RayCoordinates.Of(half, wide.TargetModel).Count)));
    }

    private static (Subrepresentation Space, IReadOnlyList<Cyclotomic> Biases, SimpleRepresentation Target) Case(string group, string set, string source, string target, string bias)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var space = SimpleCopy.TryFind(IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set)), table.SimpleNamed(source))!;
        return (space, [RealCyclotomic.Parse(bias).Value], table.SimpleNamed(target));
    }

    /// <summary>One matrix on V ⊕ ℝ for each region; neighbours agree on the rays of their wall, and a generator carries the matrix of a region to that of its image.</summary>
    private static int BruteForce(Subrepresentation space, IReadOnlyList<Cyclotomic> biases, MatrixRepresentation target)
    {
        var extension = TrivialExtension.Of(space);
        var regions = new List<Region>();
        RegionEnumeration.VisitAll(BiasedFan.ArrangementOf(space, biases), region =>
        {
            regions.Add(region);
            return true;
        });
        var (k, n) = (target.Dimension, extension.Dimension);
        var index = regions.Select((region, i) => (region.ToString(), i)).ToDictionary(p => p.Item1, p => p.i);
        var equations = new List<Cyclotomic[]>();

        // Σ_j A_first[i, j] v_j = Σ_l t[i, l] Σ_j A_second[l, j] w_j.
        void Equal(int first, IReadOnlyList<Cyclotomic> v, int second, IReadOnlyList<Cyclotomic> w, Matrix<Cyclotomic> t)
        {
            for (var i = 0; i < k; i++)
            {
                var equation = new Cyclotomic[regions.Count * k * n];
                for (var j = 0; j < n; j++)
                {
                    equation[(first * k + i) * n + j] += v[j];
                    for (var l = 0; l < k; l++)
                    {
                        equation[(second * k + l) * n + j] -= t[i, l] * w[j];
                    }
                }

                equations.Add(equation);
            }
        }

        for (var c = 0; c < regions.Count; c++)
        {
            foreach (var wall in regions[c].Walls)
            {
                var word = regions[c].ToString().ToCharArray();
                word[wall] = word[wall] == '+' ? '-' : '+';
                var form = regions[c].Cone.Arrangement.Hyperplanes[wall + 1].Normal;
                foreach (var ray in regions[c].Cone.Rays.Where(ray => form.Zip(ray, (a, b) => a * b).Aggregate(Cyclotomic.Zero, (s, t) => s + t).IsZero))
                {
                    Equal(c, ray, index[new string(word)], ray, Matrix<Cyclotomic>.Identity(k));
                }
            }

            foreach (var g in space.Group.Generators)
            {
                var matrix = extension.MatrixOf(g);
                var inside = matrix * regions[c].Cone.InteriorPoint;
                var word = string.Concat(regions[c].Cone.Arrangement.Hyperplanes.Skip(1).Select(h => h.Normal.Zip(inside, (a, b) => a * b).Aggregate(Cyclotomic.Zero, (s, t) => s + t).Sign > 0 ? '+' : '-'));
                foreach (var ray in regions[c].Cone.Rays)
                {
                    Equal(index[word], matrix * ray, c, ray, target.MatrixOf(g));
                }
            }
        }

        return Matrix<Cyclotomic>.FromRows(equations).NullSpace().Count;
    }
}
