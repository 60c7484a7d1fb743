using Eqnn.Algebra.Classes;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Groups;

/// <summary>A direct factor of a permutation group that acts on points of its own, as a group on 0, …, m − 1 in the order of these points.</summary>
/// <param name="Group">The factor.</param>
/// <param name="Points">Its points in the whole group, ascending.</param>
internal sealed record DirectFactor(FiniteGroup Group, int[] Points)
{
    /// <summary>The factors that the generators show: those of a group with generators that move different points commute, and it is the direct product of what they generate set by set.</summary>
    /// <remarks>Abelian factors are taken together. Equal factors share one group, so that its classes and its table are found once. Fewer than two factors: none. Another list of generators of the same group may show fewer.</remarks>
    public static IReadOnlyList<DirectFactor> Of(FiniteGroup group)
    {
        var generators = group.Generators.Where(g => !g.IsIdentity).ToList();
        var components = new DisjointSets(group.Degree);
        foreach (var generator in generators)
        {
            UniteMoved(generator.RawImages, components);
        }

        var sets = Enumerable.Range(0, group.Degree).GroupBy(components.Find).Where(set => set.Count() > 1).Select(set => set.ToArray()).ToList();
        if (sets.Count < 2)
        {
            return [];
        }

        var shared = new List<FiniteGroup>();
        var factors = sets.ConvertAll(points => On(group, generators, points, shared));
        var abelian = factors.Where(factor => factor.Group.IsAbelian).ToList();
        if (abelian.Count > 1)
        {
            factors.RemoveAll(factor => factor.Group.IsAbelian);
            factors.Add(On(group, generators, [.. abelian.SelectMany(factor => factor.Points).Order()], shared));
        }

        return factors.Count > 1 ? factors : [];
    }

    /// <summary>An element of the factor as one of the whole group, which fixes all other points.</summary>
    public Permutation Extended(Permutation element, int degree)
    {
        var images = PermutationArrays.Identity(degree);
        for (var i = 0; i < Points.Length; i++)
        {
            images[Points[i]] = Points[element[i]];
        }

        return PermutationArrays.ToPermutation(images);
    }

    /// <summary>What one generator moves belongs together.</summary>
    private static void UniteMoved(int[] generator, DisjointSets components)
    {
        var first = PermutationArrays.LeastMovedPoint(generator);
        for (var x = first + 1; x < generator.Length; x++)
        {
            if (generator[x] != x)
            {
                components.Unite(first, x);
            }
        }
    }

    private static DirectFactor On(FiniteGroup group, List<Permutation> generators, int[] points, List<FiniteGroup> shared)
    {
        var restricted = generators.Where(g => Array.Exists(points, x => g[x] != x)).Select(g => PermutationArrays.ToPermutation(ProductClasses.Restrict(g.RawImages, points))).ToArray();
        var known = shared.Find(other => other.Degree == points.Length && other.Generators.SequenceEqual(restricted));
        if (known is null)
        {
            shared.Add(known = FiniteGroup.FromTrusted("a factor of " + group.Name, points.Length, restricted, group.Limits));
        }

        return new DirectFactor(known, points);
    }
}
