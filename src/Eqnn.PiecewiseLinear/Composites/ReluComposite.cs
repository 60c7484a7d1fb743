using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>The map <c>v ↦ Σ_{y ∈ O} ReLU(v_y) g_y w</c> from a copy of L on the orbit O to K, w fixed by the stabiliser of the base point and g_y an element that brings the base point to y.</summary>
public sealed class ReluComposite
{
    private readonly IReadOnlyList<(IReadOnlyList<Cyclotomic> Form, IReadOnlyList<Cyclotomic> Image)> _terms;

    internal ReluComposite(SimpleCopy copy, Func<Permutation, Matrix<Cyclotomic>> target, IReadOnlyList<Cyclotomic> w)
    {
        var orbit = copy.Decomposition.Set.Orbits[copy.Orbit];
        _terms = [.. orbit.Points.Select(y => (copy.FormAt(y), target(orbit.ElementTo(y)) * w))];
    }

    /// <summary>The value at a vector of the copy.</summary>
    public IReadOnlyList<Cyclotomic> At(IReadOnlyList<Cyclotomic> v)
    {
        var sum = new Cyclotomic[_terms[0].Image.Count];
        foreach (var (form, image) in _terms)
        {
            var value = PlanarRayOrbits.Evaluate(form, v);
            for (var i = 0; i < sum.Length && value.Sign > 0; i++)
            {
                sum[i] += value * image[i];
            }
        }

        return sum;
    }
}
