using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations;

/// <summary>Finds a monomial representation <c>Ind_H^G ε</c>, ε a character of order 2 of a subgroup H, in which a simple representation occurs exactly once.</summary>
/// <remarks>With H₀ the kernel of ε, <c>ℝ[G/H₀] = ℝ[G/H] ⊕ Ind ε</c>: so the multiplicity is a difference of two, and Ind ε consists of the functions on G/H₀ that partners under H/H₀ give opposite values.</remarks>
internal static class MonomialModel
{
    private const int MaxGenerators = 8;

    public static ProjectedBasis? TryFind(SimpleRepresentation simple, IEnumerable<FiniteGroup> subgroups, int maxIndex, CancellationToken cancellationToken = default)
    {
        var group = simple.Table.Group;
        (GSet Set, Permutation Outside)? best = null;
        foreach (var subgroup in subgroups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (group.Order / subgroup.Order > maxIndex || (best is { Set: var set } && 2 * group.Order / subgroup.Order >= set.Size))
            {
                continue;
            }

            var whole = IsotypicDecomposition.MultiplicityIn(GSet.Cosets(group, subgroup.Generators).Orbits[0], simple);
            foreach (var (kernel, outside) in OrderTwoCharacters(group, subgroup))
            {
                var cosets = GSet.Cosets(group, kernel.Generators);
                if (IsotypicDecomposition.MultiplicityIn(cosets.Orbits[0], simple) - whole == 1)
                {
                    best = (cosets, outside);
                    break;
                }
            }
        }

        return best is { } found ? BasisOf(simple, found.Set, found.Outside) : null;
    }

    /// <summary>The kernels of the characters of order 2 with an element outside: every assignment of signs to the generators that extends to one.</summary>
    private static IEnumerable<(FiniteGroup Kernel, Permutation Outside)> OrderTwoCharacters(FiniteGroup group, FiniteGroup subgroup)
    {
        var generators = subgroup.Generators;
        for (var signs = 1; generators.Count <= MaxGenerators && signs < 1 << generators.Count; signs++)
        {
            // Schreier generators of the would-be kernel for the transversal {1, t}; it is the kernel iff its index is 2.
            var t = generators.Where((_, i) => ((signs >> i) & 1) != 0).First();
            var schreier = generators.SelectMany((g, i) => ((signs >> i) & 1) == 0 ? (Permutation[])[g, t * g * t.Inverse()] : [g * t.Inverse(), t * g]);
            var kernel = group.Subgroup(schreier);
            if (kernel.Order * 2 == subgroup.Order)
            {
                yield return (kernel, t);
            }
        }
    }

    private static ProjectedBasis BasisOf(SimpleRepresentation simple, GSet cosets, Permutation outside)
    {
        var orbit = cosets.Orbits[0];
        var image = cosets.Apply(outside, orbit.BasePoint);
        var partners = orbit.Points.ToDictionary(y => y, y => cosets.Apply(orbit.ElementTo(y), image));
        return ProjectedBasis.Of(IsotypicDecomposition.Of(simple.Table, cosets), simple, 0, (int)simple.Dimension, partners);
    }
}
