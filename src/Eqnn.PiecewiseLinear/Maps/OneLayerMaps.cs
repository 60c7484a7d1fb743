using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Numbers;
using Eqnn.Algebra.Representations;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>The maps <c>v ↦ Σ_{y ∈ O} |v_y| g_y u</c> with u in <c>K^H</c>, one family for each orbit <c>O = G/H</c> of X: what one hidden ReLU layer adds to the linear maps.</summary>
internal static class OneLayerMaps
{
    public static IEnumerable<Func<IReadOnlyList<Cyclotomic>, IReadOnlyList<Cyclotomic>>> Of(Subrepresentation space, ProjectedBasis target) =>
        from orbit in space.Decomposition.Set.Orbits
        where space.FormAt(orbit.BasePoint).Any(c => !c.IsZero)
        from u in FixedVectors.Of(target, orbit.Stabilizer.Generators)
        select Layer(space, target, orbit, u, Absolute);

    /// <summary>The map <c>v ↦ Σ_{y ∈ O} f(v_y) g_y u</c>, where <c>g_y</c> brings the base point of O to y.</summary>
    public static Func<IReadOnlyList<Cyclotomic>, IReadOnlyList<Cyclotomic>> Layer(
        Subrepresentation space, ProjectedBasis target, GSetOrbit orbit, IReadOnlyList<Cyclotomic> u, Func<Cyclotomic, Cyclotomic> f)
    {
        var terms = orbit.Points.Select(y => (Form: space.FormAt(y), Image: target.MatrixOf(orbit.ElementTo(y)) * u)).ToList();
        return v =>
        {
            var sum = new Cyclotomic[target.Points.Count];
            foreach (var (form, image) in terms)
            {
                var coordinate = Cyclotomic.Zero;
                for (var i = 0; i < form.Count; i++)
                {
                    coordinate += form[i] * v[i];
                }

                var value = f(coordinate);
                for (var i = 0; i < sum.Length && !value.IsZero; i++)
                {
                    sum[i] += value * image[i];
                }
            }

            return sum;
        };
    }

    private static Cyclotomic Absolute(Cyclotomic value) => value.Sign < 0 ? -value : value;
}
