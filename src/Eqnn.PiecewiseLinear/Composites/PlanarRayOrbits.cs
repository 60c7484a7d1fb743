using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>The ReLU fan of a copy of a simple of dimension 1 or 2 up to the group, without enumeration.</summary>
/// <remarks>
/// <para>The copy lies on one orbit, so all hyperplanes are translates of the one of the base point x, and all rays translates of the two rays ρ and −ρ on it (in dimension 1: of the line).</para>
/// <para><b>Chosen.</b> ρ is the ray whose first nonzero coordinate v_y is positive, scaled so that its smallest nonzero |v_y| is 1.</para>
/// </remarks>
internal sealed class PlanarRayOrbits
{
    private PlanarRayOrbits(IReadOnlyList<ColumnVector<Cyclotomic>> representatives, IReadOnlyList<Permutation> stabilizer, int rayCount)
    {
        Representatives = representatives;
        Stabilizer = stabilizer;
        RayCount = rayCount;
    }

    /// <summary>ρ, and −ρ where it lies in another orbit.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Representatives { get; }

    /// <summary>The elements that fix ρ; the same fix −ρ.</summary>
    public IReadOnlyList<Permutation> Stabilizer { get; }

    /// <summary>The number of rays of each orbit.</summary>
    public int OrbitSize => RayCount / Representatives.Count;

    /// <summary>The number of rays; in dimension 2 also the number of chambers.</summary>
    public int RayCount { get; }

    /// <summary>The orbits of rays of a copy of dimension 1 or 2.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="elements">All elements of the group.</param>
    public static PlanarRayOrbits Of(SimpleCopy copy, IReadOnlyList<Permutation> elements)
    {
        var set = copy.Decomposition.Set;
        var orbit = set.Orbits[copy.Orbit];
        var line = copy.FormAt(orbit.BasePoint);
        ColumnVector<Cyclotomic> ray = copy.Dimension == 1 ? [Cyclotomic.One] : [-line[1], line[0]];
        var coordinates = orbit.Points.Select(y => copy.FormAt(y).Dot(ray)).Where(v => !v.IsZero).ToList();
        var least = coordinates.Select(Cyclotomic.Abs).Distinct().Aggregate(Cyclotomic.Min);
        var scale = (coordinates[0].Sign > 0 ? least : -least).Inverse();
        ray = scale * ray;
        var opposite = -ray;
        var images = elements.Select(g => (g, Image: copy.MatrixOf(g) * ray)).ToList();
        var stabilizer = images.Where(pair => pair.Image == ray).Select(pair => pair.g).ToList();
        var representatives = images.Any(pair => pair.Image == opposite) ? new[] { ray } : [ray, opposite];
        return new(representatives, stabilizer, representatives.Length * elements.Count / stabilizer.Count);
    }
}
