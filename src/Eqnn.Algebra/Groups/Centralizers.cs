using Eqnn.Algebra.Chains;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Groups;

/// <summary>Centralizers as point stabilisers of the conjugation action: the orbit of the element is its class, Schreier generators fix it.</summary>
internal static class Centralizers
{
    public static FiniteGroup Of(FiniteGroup group, Permutation element)
    {
        var name = FormattableString.Invariant($"centralizer of {element} in {group.Name}");
        var orbit = new Dictionary<Permutation, int> { [element] = -1 };
        var list = new List<Permutation> { element };
        var generators = group.EssentialGenerators;
        for (var i = 0; i < list.Count; i++)
        {
            for (var j = 0; j < generators.Count; j++)
            {
                var conjugate = PermutationArrays.ToPermutation(PermutationArrays.Conjugate(list[i].RawImages, generators[j]));
                if (orbit.TryAdd(conjugate, j))
                {
                    list.Add(conjugate);
                    group.Limits.RequireEnumerable(list.Count, "the class of " + element);
                }
            }
        }

        var order = group.Order / list.Count;
        var inverses = new Permutation[generators.Count];
        for (var j = 0; j < inverses.Length; j++)
        {
            inverses[j] = PermutationArrays.ToPermutation(PermutationArrays.Inverse(generators[j]));
        }

        var found = new List<Permutation>();
        var raw = new List<int[]>();
        var chain = StabilizerChain.Of(group.Degree, raw, 1, CancellationToken.None);
        var random = new ProductReplacement(group.Degree, generators);
        while (chain.Order != order)
        {
            // h x h⁻¹ = y; walking y back to x by w gives w h in the centralizer. Nearly uniform there, so a proper subgroup is left soon; the order says when all is there.
            var h = PermutationArrays.ToPermutation(random.Next());
            var y = element.ConjugateBy(h);
            for (var j = orbit[y]; j >= 0; j = orbit[y])
            {
                y = y.ConjugateBy(inverses[j]);
                h = inverses[j] * h;
            }

            if (!chain.Contains(h.RawImages))
            {
                found.Add(h);
                raw.Add(h.RawImages);
                chain = StabilizerChain.Of(group.Degree, raw, null, CancellationToken.None);
            }
        }

        return new FiniteGroup(name, group.Degree, found.ToArray(), order, GroupKind.General, group.Limits);
    }
}
