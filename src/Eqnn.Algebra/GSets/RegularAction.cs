using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action of a group on itself by multiplication from the left; point i is element i in the lexicographic order of image lists, so point 0 is the identity.</summary>
/// <remarks>Groups far too large to be listed are fine as long as nobody asks for points: the interaction theorem asks only for classes.</remarks>
internal sealed class RegularAction : GroupAction
{
    private readonly Lazy<RegularPoints> _points;
    private readonly Lazy<Permutation[]> _elements;

    public RegularAction(FiniteGroup group)
    {
        if (group.Order > long.MaxValue)
        {
            throw new LimitExceededException("points of a G-set", long.MaxValue, $"{group.Order} points (the order of {group.Name})", "choose a smaller G-set, e.g. the points");
        }

        Size = (long)group.Order;
        _points = new(() => Listed(group, () => new RegularPoints(group.Chain)));
        _elements = new(() => Listed(group, () => group.EnumerateElements().ToArray()));
    }

    public override long Size { get; }

    public override int Apply(Permutation g, int point) => _points.Value.Apply(g, point);

    public override IReadOnlyList<GSetOrbit> ComputeOrbits(FiniteGroup group) => [new GSetOrbit(0, Size, new RegularOrbit(group, this))];

    public Permutation ElementAt(int point) => _elements.Value[point];

    private T Listed<T>(FiniteGroup group, Func<T> list) => Size <= GSet.MaxPoints
        ? list()
        : throw new LimitExceededException("points of a G-set", GSet.MaxPoints, $"{Size} points (the order of {group.Name})", "choose a smaller G-set, e.g. the points");
}
