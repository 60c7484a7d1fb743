using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action of a group on itself by multiplication from the left; point i is element i in the lexicographic order of image lists, so point 0 is the identity.</summary>
/// <remarks>Groups far too large to be listed are fine as long as nobody asks for points: the interaction theorem asks only for classes.</remarks>
internal sealed class RegularAction : GroupAction
{
    /// <summary>With more images of all elements together these are not kept.</summary>
    private const long MaxKeptImages = 4_000_000;

    private readonly Lazy<RegularPoints> _points;
    private readonly Lazy<Permutation[]> _elements;
    private readonly bool _isKept;

    public RegularAction(FiniteGroup group)
    {
        if (group.Order > long.MaxValue)
        {
            throw new LimitExceededException("points of a G-set", long.MaxValue, $"{LimitExceededException.Shown(group.Order)} points (the order of {group.Name})", "choose a smaller G-set, e.g. the points");
        }

        Size = (long)group.Order;
        _isKept = Size <= MaxKeptImages / Math.Max(1, group.Degree);
        _elements = new(() => [.. group.EnumerateElements()]);
        _points = new(() => Size <= GSet.MaxPoints
            ? new RegularPoints(group.Chain)
            : throw new LimitExceededException("points of a G-set", GSet.MaxPoints, $"{Size} points (the order of {group.Name})", "choose a smaller G-set, e.g. the points"));
    }

    public override long Size { get; }

    public override int Apply(Permutation g, int point) => _points.Value.Apply(g, point);

    public override IReadOnlyList<GSetOrbit> ComputeOrbits(FiniteGroup group) => [new GSetOrbit(0, Size, new RegularOrbit(group, this))];

    public Permutation ElementAt(int point) => _isKept ? _elements.Value[point] : _points.Value.ElementAt(point);
}
