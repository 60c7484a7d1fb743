namespace Eqnn.Algebra.Groups;

/// <summary>Normal closures: conjugates of generators are added until the subgroup is closed under conjugation by the generators of the group.</summary>
/// <remarks>Chains inside the loop are not proved complete: they contain only elements of the subgroup, so a conjugate found in one needs no adding, and one missed is added without harm. The order is proved when it is asked for.</remarks>
internal static class NormalClosures
{
    public static FiniteGroup Of(FiniteGroup group, IReadOnlyList<Permutation> elements, string name)
    {
        var found = new List<Permutation>();
        var raw = new List<int[]>();
        var chain = StabilizerChain.Of(group.Degree, raw, 1, CancellationToken.None);
        var queue = new Queue<Permutation>(elements);
        while (queue.TryDequeue(out var candidate))
        {
            if (chain.Contains(candidate.RawImages))
            {
                continue;
            }

            found.Add(candidate);
            raw.Add(candidate.RawImages);
            chain = SchreierSims.Unproved(group.Degree, raw);
            foreach (var generator in group.EssentialGenerators)
            {
                queue.Enqueue(new Permutation(PermutationArrays.Conjugate(candidate.RawImages, generator)));
            }
        }

        return FiniteGroup.FromTrusted(name, group.Degree, found.ToArray(), group.Limits);
    }
}
