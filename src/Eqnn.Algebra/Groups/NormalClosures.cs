namespace Eqnn.Algebra.Groups;

/// <summary>Normal closures: conjugates of generators are added until the subgroup is closed under conjugation by the generators of the group.</summary>
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
            chain = StabilizerChain.Of(group.Degree, raw, null, CancellationToken.None);
            foreach (var generator in group.Generators)
            {
                queue.Enqueue(candidate.ConjugateBy(generator));
            }
        }

        return FiniteGroup.FromTrusted(name, group.Degree, found.ToArray(), group.Limits);
    }
}
