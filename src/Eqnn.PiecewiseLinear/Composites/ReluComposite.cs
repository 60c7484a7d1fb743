using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>The map <c>v ↦ Σ_{y ∈ O} ReLU(v_y) g_y w</c> from a copy of L on the orbit O to K, w fixed by the stabiliser of the base point and g_y an element that brings the base point to y.</summary>
public sealed class ReluComposite
{
    private readonly IReadOnlyList<(ColumnVector<Cyclotomic> Form, ColumnVector<Cyclotomic> Image)> _terms;

    internal ReluComposite(SimpleCopy copy, Func<Permutation, Matrix<Cyclotomic>> target, IReadOnlyList<Cyclotomic> w)
    {
        var orbit = copy.Decomposition.Set.Orbits[copy.Orbit];
        _terms = [.. orbit.Points.Select(y => (copy.FormAt(y), target(orbit.ElementTo(y)) * w))];
    }

    /// <summary>The value at a vector of the copy.</summary>
    public ColumnVector<Cyclotomic> At(IReadOnlyList<Cyclotomic> v) =>
        ColumnVector.Combination(_terms[0].Image.Count, [.. _terms.Select(term => Cyclotomic.Max(term.Form.Dot(v), Cyclotomic.Zero))], [.. _terms.Select(term => term.Image)]);
}
