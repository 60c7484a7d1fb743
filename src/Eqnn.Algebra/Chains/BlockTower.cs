using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>The G-sets through which a permutation group is taken apart: for each orbit its systems of blocks, each minimal above the next, from the coarsest to the points themselves; all of them side by side as one action.</summary>
/// <remarks>
/// Level after level, so that the canonical base of a stabiliser chain of the action (<see cref="StabilizerChain"/>) runs through the levels in this order: the kernels of the action on the first levels can be read off it. The stabiliser of a
/// block acts primitively on the blocks of the next level inside it.
/// </remarks>
internal sealed class BlockTower
{
    private readonly int _degree;
    private readonly int[] _place;

    private BlockTower(int degree, IReadOnlyList<Level> levels)
    {
        _degree = degree;
        Levels = levels;
        Size = levels.Count == 0 ? 1 : levels[^1].Start + levels[^1].Size;
        _place = new int[degree];
        Array.Fill(_place, -1);
        foreach (var level in levels.Where(level => level.IsFinest))
        {
            for (var b = 0; b < level.Size; b++)
            {
                _place[level.Points[b]] = level.Start + b;
            }
        }
    }

    /// <summary>A system of blocks of one orbit.</summary>
    /// <param name="Start">Where its blocks begin among all.</param>
    /// <param name="Points">A point of each block.</param>
    /// <param name="BlockOf">The block of each point of the permutation group, from 0; −1 outside the orbit.</param>
    /// <param name="Parent">The block of the level before that contains each block; null for the first level of an orbit.</param>
    /// <param name="IsFinest">Whether the blocks are single points.</param>
    /// <param name="IsInFirstOrbit">Whether no other orbit came before.</param>
    internal sealed record Level(int Start, int[] Points, int[] BlockOf, int[]? Parent, bool IsFinest, bool IsInFirstOrbit)
    {
        /// <summary>The number of blocks.</summary>
        public int Size => Points.Length;
    }

    /// <summary>The levels.</summary>
    public IReadOnlyList<Level> Levels { get; }

    /// <summary>The number of blocks of all levels, at least 1.</summary>
    public int Size { get; }

    /// <summary>The tower of a group.</summary>
    public static BlockTower Of(int degree, IReadOnlyList<int[]> generators, CancellationToken cancellationToken = default)
    {
        var least = OrbitPartition.LeastPoints(degree, generators);
        var levels = new List<Level>();
        var start = 0;
        foreach (var points in Enumerable.Range(0, degree).GroupBy(x => least[x]).Select(orbit => orbit.ToArray()).Where(orbit => orbit.Length > 1))
        {
            var isFirst = levels.Count == 0;
            var systems = Systems(degree, generators, points, cancellationToken);
            for (var i = systems.Count - 1; i >= 0; i--)
            {
                var blockOf = systems[i];
                var representatives = new int[points.Max(x => blockOf[x]) + 1];
                foreach (var x in points.Reverse())
                {
                    representatives[blockOf[x]] = x;
                }

                var parent = i + 1 < systems.Count ? representatives.Select(x => systems[i + 1][x]).ToArray() : null;
                levels.Add(new(start, representatives, blockOf, parent, i == 0, isFirst));
                start += representatives.Length;
            }
        }

        return new BlockTower(degree, levels);
    }

    /// <summary>The action of an element of the group on the blocks of all levels.</summary>
    public int[] Extend(int[] g)
    {
        var images = PermutationArrays.Identity(Size);
        foreach (var level in Levels)
        {
            for (var b = 0; b < level.Size; b++)
            {
                images[level.Start + b] = level.Start + level.BlockOf[g[level.Points[b]]];
            }
        }

        return images;
    }

    /// <summary>The element with a given action; the inverse of <see cref="Extend"/>.</summary>
    public int[] Restrict(int[] images)
    {
        var pointAt = new int[Size];
        for (var x = 0; x < _degree; x++)
        {
            if (_place[x] >= 0)
            {
                pointAt[_place[x]] = x;
            }
        }

        var g = PermutationArrays.Identity(_degree);
        for (var x = 0; x < _degree; x++)
        {
            if (_place[x] >= 0)
            {
                g[x] = pointAt[images[_place[x]]];
            }
        }

        return g;
    }

    /// <summary>The block of each point in systems of one orbit, from single points to the coarsest that has more than one block.</summary>
    private static List<int[]> Systems(int degree, IReadOnlyList<int[]> generators, int[] points, CancellationToken cancellationToken)
    {
        var finest = new int[degree];
        Array.Fill(finest, -1);
        for (var i = 0; i < points.Length; i++)
        {
            finest[points[i]] = i;
        }

        var systems = new List<int[]> { finest };
        var actions = generators.Select(g => points.Select(x => finest[g[x]]).ToArray()).ToList();
        while (BlockSystems.Minimal(actions.Count == 0 ? 1 : actions[0].Length, actions, cancellationToken) is { } blocks)
        {
            var count = blocks.Max() + 1;
            actions = [.. actions.Select(g => BlockSystems.Action(blocks, count, g))];
            systems.Add([.. systems[^1].Select(block => block < 0 ? -1 : blocks[block])]);
        }

        return systems;
    }
}
