using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>The maps <c>v ↦ Σ |⟨g r, v⟩| g u</c> over the hyperplanes of an orbit, r a normal and u in <c>K^S</c>, S the stabiliser of the hyperplane: what one hidden ReLU layer without bias adds to the linear maps.</summary>
/// <remarks>On the ReLU fan of X they are the maps <c>Σ_x |v_x| u_x</c>: coordinates with parallel forms share a hyperplane.</remarks>
internal static class OneLayerMaps
{
    public static IEnumerable<Func<ColumnVector<Cyclotomic>, ColumnVector<Cyclotomic>>> Of(EquivariantFan fan, MatrixRepresentation target) =>
        from orbit in HyperplaneOrbits.Of(fan)
        from u in target.FixedBy(orbit.Stabilizer.Generators).Basis
        select Layer([.. orbit.Members.Select(member => (member.Normal, target.MatrixOf(member.Element) * u))], Cyclotomic.Abs);

    /// <summary>The map <c>v ↦ Σ f(form(v)) image</c>.</summary>
    public static Func<ColumnVector<Cyclotomic>, ColumnVector<Cyclotomic>> Layer(
        IReadOnlyList<(ColumnVector<Cyclotomic> Form, ColumnVector<Cyclotomic> Image)> terms, Func<Cyclotomic, Cyclotomic> f) => v =>
        ColumnVector.Combination(terms[0].Image.Count, [.. terms.Select(term => f(term.Form.Dot(v)))], [.. terms.Select(term => term.Image)]);
}
