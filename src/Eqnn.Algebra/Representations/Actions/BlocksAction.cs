using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Actions;

/// <summary>The action on the blocks of the finest block system in which given points lie in one block; blocks in ascending order of their least points.</summary>
/// <remarks>Atkinson's algorithm: merge the given points, then, as long as two points were merged, merge their images under the generators. [Seress, §5.5]</remarks>
internal sealed class BlocksAction : GroupAction
{
    private readonly int[] _blockOf;
    private readonly int[] _leastPoint;

    public BlocksAction(FiniteGroup group, IReadOnlyList<int> together)
    {
        var parent = Enumerable.Range(0, group.Degree).ToArray();
        var pending = new Queue<(int, int)>(together.Skip(1).Select(point => (together[0], point)));
        while (pending.TryDequeue(out var pair))
        {
            var (a, b) = (Find(parent, pair.Item1), Find(parent, pair.Item2));
            if (a == b)
            {
                continue;
            }

            parent[Math.Max(a, b)] = Math.Min(a, b);
            foreach (var g in group.Generators)
            {
                pending.Enqueue((g[pair.Item1], g[pair.Item2]));
            }
        }

        // Only the orbit of the given points: other points are not part of the block system asked for.
        var orbit = PointOrbits.PointsOfOrbit(group, new PointsAction(group.Degree), together[0]);
        _blockOf = Enumerable.Repeat(-1, group.Degree).ToArray();
        var least = new List<int>();
        foreach (var point in orbit.Order())
        {
            var root = Find(parent, point);
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

    private static int Find(int[] parent, int point)
    {
        while (parent[point] != point)
        {
            point = parent[point] = parent[parent[point]];
        }

        return point;
    }
}
