using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action on the blocks of the finest block system in which given points lie in one block; blocks in ascending order of their least points.</summary>
internal sealed class BlocksAction : GroupAction
{
    private readonly int[] _blockOf;
    private readonly int[] _leastPoint;

    public BlocksAction(FiniteGroup group, IReadOnlyList<int> together)
    {
        var parts = InvariantPartition.Generated(group.Degree, [.. group.Generators.Select(g => g.RawImages)], together.Skip(1).Select(point => (together[0], point)));

        // Only the orbit of the given points: other points are not part of the block system asked for.
        var orbit = PointOrbits.PointsOfOrbit(group, new PointsAction(group.Degree), together[0]);
        _blockOf = Enumerable.Repeat(-1, group.Degree).ToArray();
        var least = new List<int>();
        foreach (var point in orbit.Order())
        {
            var root = parts[point];
            if (_blockOf[root] < 0)
            {
                _blockOf[root] = least.Count;
                least.Add(point);
            }

            _blockOf[point] = _blockOf[root];
        }

        _leastPoint = [.. least];
    }

    public override long Size => _leastPoint.Length;

    public override int Apply(Permutation g, int point) => _blockOf[g[_leastPoint[point]]];
}
