using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>The affine arrangement {v : v_x + b_x = 0} in a subrepresentation of Fun(X, ℝ) for an invariant bias b: the ReLU fan with a bias.</summary>
/// <remarks>The group acts on it by linear maps, the permutations of the points. Scaling v shows that only ratios of the b_x matter. Source: docs/theory.md#affine.</remarks>
public static class BiasedFan
{
    /// <summary>The arrangement; form x is v_x + b_x.</summary>
    /// <param name="space">The subrepresentation.</param>
    /// <param name="biases">One number for each orbit of the G-set, in its order.</param>
    /// <exception cref="ArgumentException">Another number of biases than orbits, or one that is not real.</exception>
    public static AffineArrangement ArrangementOf(Subrepresentation space, IReadOnlyList<Cyclotomic> biases)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(biases);
        var set = space.Decomposition.Set;
        if (biases.Count != set.Orbits.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{biases.Count} biases for {set.Orbits.Count} {(set.Orbits.Count == 1 ? "orbit" : "orbits")} of {set.Name}; an invariant bias has one number for each"), nameof(biases));
        }

        var constants = new Cyclotomic[(int)set.Size];
        for (var i = 0; i < biases.Count; i++)
        {
            foreach (var point in set.Orbits[i].Points)
            {
                constants[point] = biases[i];
            }
        }

        return AffineArrangement.FromRows(Enumerable.Range(0, constants.Length).Select(space.FormAt), constants).WithSymmetry(set.GeneratorActions);
    }
}
