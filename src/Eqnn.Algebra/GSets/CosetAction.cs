using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action on the left cosets gH, each known by its element with the lexicographically least images of the base of H.</summary>
internal sealed class CosetAction : GroupAction
{
    private readonly FiniteGroup _subgroup;
    private readonly Numbering<Permutation> _representatives = new();

    public CosetAction(FiniteGroup group, FiniteGroup subgroup)
    {
        _subgroup = subgroup;
        _representatives.TryAdd(LeastInCoset(group.Identity));
        for (var next = 0; next < _representatives.Count; next++)
        {
            foreach (var g in group.Generators)
            {
                _representatives.TryAdd(LeastInCoset(g * _representatives[next]));
            }
        }
    }

    public override long Size => _representatives.Count;

    public override int Apply(Permutation g, int point) => _representatives.Find(LeastInCoset(g * _representatives[point]));

    /// <summary>Level by level of the chain of H, the factor from H is chosen that makes the image of the base point least; images of earlier base points stay.</summary>
    private Permutation LeastInCoset(Permutation g)
    {
        var images = g.RawImages;
        foreach (var level in _subgroup.Chain.Levels)
        {
            var least = 0;
            for (var place = 1; place < level.OrbitSize; place++)
            {
                if (images[level.Point(place)] < images[level.Point(least)])
                {
                    least = place;
                }
            }

            if (level.Point(least) != level.BasePoint)
            {
                images = PermutationArrays.Product(images, level.WrittenRepresentative(least) ?? level.Representative(least));
            }
        }

        return PermutationArrays.ToPermutation(images);
    }
}
