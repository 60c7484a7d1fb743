using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>The row of Theorem 2 for <c>t^k</c>, k ≥ 2: on an orbit O, is the tensor <c>T = Σ_{y ∈ O} r_y^{⊗k} ⊗ P_K e_y</c> zero?</summary>
/// <remarks>
/// Since <c>⟨r_y, r_z⟩</c> and <c>⟨P_K e_y, P_K e_z⟩</c> are entries of projectors, <c>|T|² = Σ_{y,z} P_S(y,z)^k P_K(y,z) = |O| Σ_pieces |piece| · P_S^k · P_K</c>: a sum over pieces, and T = 0 iff it is 0.
/// </remarks>
internal static class MonomialTensor
{
    /// <summary>The largest product of nodes, pieces and nodes for which all norms are computed.</summary>
    public const long MaxWork = 20_000_000;

    /// <summary><c>|T|²/|O|</c>; never negative.</summary>
    public static Cyclotomic SquaredNorm(IsotypicDecomposition decomposition, IReadOnlyList<SimpleRepresentation> sources, int orbit, SimpleRepresentation target, int degree)
    {
        var pieces = decomposition.Set.Orbits[orbit].Pieces;
        var ofTarget = decomposition.ProjectorValues(target, orbit);
        var ofSources = sources.Select(simple => decomposition.ProjectorValues(simple, orbit)).ToList();
        var sum = Cyclotomic.Zero;
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            if (!ofTarget[piece].IsZero)
            {
                var entry = ofSources.Aggregate(Cyclotomic.Zero, (total, values) => total + values[piece]);
                sum += Cyclotomic.Pow(entry, degree) * ofTarget[piece] * new Rational(pieces[piece].Length, 1);
            }
        }

        return sum;
    }

    /// <summary>Refuses inputs for which the norms of a whole graph would take hours.</summary>
    /// <exception cref="LimitExceededException">The work exceeds the limit.</exception>
    public static void RequireFeasible(IsotypicDecomposition decomposition, long maxWork = MaxWork)
    {
        var pieces = decomposition.Set.Orbits.Sum(orbit => (decimal)orbit.Pieces.Count);
        var work = pieces * decomposition.Components.Count * decomposition.Components.Count;
        if (work > maxWork)
        {
            throw new LimitExceededException("products in the tensors of a polynomial activation", maxWork, FormattableString.Invariant($"{work}"), "choose a smaller G-set; abs (for even powers) and tanh (for odd ones) give all edges that high powers have, at any size");
        }
    }
}
