using Eqnn.Algebra.Classes;
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
        var components = OrbitPartition.LeastPoints(group.Degree, [.. generators.Select(OneCycle)]);
        var sets = Enumerable.Range(0, group.Degree).GroupBy(x => components[x]).Where(set => set.Count() > 1).Select(set => set.ToArray()).ToList();
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

    /// <summary>A permutation whose cycles other than one point are all moved points together: orbits under these join what any generator joins.</summary>
    private static int[] OneCycle(Permutation generator)
    {
        var moved = Enumerable.Range(0, generator.Degree).Where(x => generator[x] != x).ToArray();
        var images = PermutationArrays.Identity(generator.Degree);
        for (var i = 0; i < moved.Length; i++)
        {
            images[moved[i]] = moved[(i + 1) % moved.Length];
        }

        return images;
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
