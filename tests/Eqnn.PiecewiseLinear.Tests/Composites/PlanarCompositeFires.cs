using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Composites;

/// <summary>A walk around the origin that misses a ray does not come back to its first matrix.</summary>
public sealed class PlanarCompositeFires
{
    [Theory]
    [InlineData("C8", "L1", "L2")]
    [InlineData("C5", "L1", "L2")]
    [InlineData("C12", "L1", "L2")]
    public void A_ray_that_is_left_out_is_noticed(string name, string simple, string image)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "regular"));
        var copy = SimpleCopy.TryFind(decomposition, table.SimpleNamed(simple))!;
        var target = table.SimpleNamed(image);
        var basis = ProjectedBasis.Of(decomposition, target, copy.Orbit, (int)(decomposition.Multiplicity(target) * target.Dimension));
        var points = decomposition.Set.Orbits[copy.Orbit].Points.Where(x => copy.FormAt(x).Any(c => !c.IsZero)).ToList();
        var columns = points.ToDictionary(x => x, basis.CoordinatesOf);
        var rays = PlanarRays.Of(points.Select(copy.FormAt));
        var whole = PlanarComposite.Around(copy, target, basis, columns, rays, CancellationToken.None).Chambers;
        Assert.Equal(rays.Count, whole.Count);

        // Across some rays the map may be linear; those are missed by nobody.
        var bends = Enumerable.Range(0, rays.Count).Where(i => whole[i].Matrix != whole[(i + rays.Count - 1) % rays.Count].Matrix).ToList();
        Assert.NotEmpty(bends);
        foreach (var i in bends)
        {
            List<ColumnVector<Cyclotomic>> fewer = [.. rays.Take(i), .. rays.Skip(i + 1)];
            Fires.With("the matrices fit together around the origin", () => PlanarComposite.Around(copy, target, basis, columns, fewer, CancellationToken.None));
        }
    }
}
