using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;

namespace Eqnn.Algebra.Identification;

/// <summary>Images of the generators of one small group in another that extend to an isomorphism, by backtracking over elements of equal colour.</summary>
/// <remarks>Proposes only: what is found is checked by <see cref="GroupIsomorphism"/>. Complete: null means that there is none.</remarks>
internal sealed class IsomorphismSearch
{
    private readonly ElementTable _source;
    private readonly ElementTable _target;
    private readonly ulong[] _sourceColours;
    private readonly ulong[] _targetColours;
    private readonly int[] _targetClasses;
    private readonly int[] _generators;
    private readonly int[] _images;
    private readonly CancellationToken _cancellation;

    private IsomorphismSearch(ElementTable source, ElementColouring sourceColouring, int[] generators, ElementTable target, ElementColouring targetColouring, CancellationToken cancellation)
    {
        (_source, _sourceColours, _generators) = (source, sourceColouring.Colours, generators);
        (_target, _targetColours, _targetClasses) = (target, targetColouring.Colours, targetColouring.ClassRepresentatives);
        _images = new int[generators.Length];
        _cancellation = cancellation;
    }

    /// <summary>Places in the target of images of the generators, in their order; null if the groups are not isomorphic.</summary>
    /// <param name="source">The elements of the source.</param>
    /// <param name="sourceColouring">Their colours.</param>
    /// <param name="generators">Places of generators of the source.</param>
    /// <param name="target">The elements of the target.</param>
    /// <param name="targetColouring">Their colours.</param>
    /// <param name="cancellation">Looked at for every image that is tried.</param>
    public static int[]? TryFind(ElementTable source, ElementColouring sourceColouring, int[] generators, ElementTable target, ElementColouring targetColouring, CancellationToken cancellation)
    {
        if (source.Count != target.Count || sourceColouring.Fingerprint != targetColouring.Fingerprint)
        {
            return null;
        }

        var search = new IsomorphismSearch(source, sourceColouring, generators, target, targetColouring, cancellation);
        return search.Extend(0) ? search._images : null;
    }

    private bool Extend(int level)
    {
        if (level == _generators.Length)
        {
            return true;
        }

        // An isomorphism may be followed by any inner automorphism: the first image needs to be tried in one place of each class only.
        var candidates = level == 0 ? _targetClasses : Enumerable.Range(0, _target.Count);
        foreach (var candidate in candidates)
        {
            if (_targetColours[candidate] != _sourceColours[_generators[level]])
            {
                continue;
            }

            _cancellation.ThrowIfCancellationRequested();
            _images[level] = candidate;
            if (Extends(level + 1) && Extend(level + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the first images extend to an injective homomorphism on the subgroup that the first generators generate, which preserves colours.</summary>
    private bool Extends(int count)
    {
        var map = new int[_source.Count];
        var used = new bool[_target.Count];
        Array.Fill(map, -1);
        map[0] = 0;
        used[0] = true;
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var x))
        {
            for (var i = 0; i < count; i++)
            {
                // f(s x) = f(s) f(x) for all generators s and all x makes f a homomorphism.
                var (y, image) = (_source.Product(_generators[i], x), _target.Product(_images[i], map[x]));
                if (map[y] >= 0)
                {
                    if (map[y] != image)
                    {
                        return false;
                    }

                    continue;
                }

                if (used[image] || _sourceColours[y] != _targetColours[image])
                {
                    return false;
                }

                map[y] = image;
                used[image] = true;
                queue.Enqueue(y);
            }
        }

        return true;
    }
}
