using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Networks.Symmetry;

/// <summary>From permutations of units, one for each generator of the group, to a feature space: orbits with their names, and the order of the units in it.</summary>
internal sealed class UnitSets
{
    private readonly FiniteGroup _group;
    private readonly List<GSet> _transitive;
    private readonly Dictionary<string, GSet> _sums = new(StringComparer.Ordinal);

    /// <param name="group">The group.</param>
    /// <param name="preferred">A set whose name is taken where it fits.</param>
    public UnitSets(FiniteGroup group, GSet preferred)
    {
        _group = group;
        _transitive = [GSet.OnePoint(group)];
        Offer(() => preferred);
        Offer(() => GSet.Points(group));
        Offer(() => GSet.Regular(group));
        _sums[preferred.Name] = preferred;

        void Offer(Func<GSet> make)
        {
            if (make() is { Size: <= GSet.MaxPoints } set && set.IsTransitive && set.Size > 1)
            {
                _transitive.Add(set);
            }
        }
    }

    /// <summary>The feature space of hidden units, and for each place the unit that stands there.</summary>
    public (FeatureSpace Space, int[] Order) Arrange(int[][] images, int count)
    {
        var kinds = Kinds(images, count);
        var channels = kinds.Select(kind => kind.Copies.Count).Aggregate(0, (gcd, copies) => (int)NumberTheory.Gcd(gcd, copies));
        var set = Named(kinds.Select(kind => (kind.Set, kind.Copies.Count / channels)));
        var order = new List<int>();
        for (var channel = 0; channel < channels; channel++)
        {
            foreach (var (_, copies) in kinds)
            {
                var each = copies.Count / channels;
                order.AddRange(copies.Skip(channel * each).Take(each).SelectMany(copy => copy));
            }
        }

        return (new(set, channels), [.. order]);
    }

    /// <summary>The feature space of outputs, which stay where the file has them.</summary>
    /// <param name="images">For each generator the images of the outputs.</param>
    /// <param name="axes">Their axes; the points before the channel are found.</param>
    public (FeatureSpace Space, SampleAxes Axes) InPlace(int[][] images, SampleAxes axes)
    {
        var kinds = Kinds(images, axes.Dimension);
        if (kinds is [var (set, copies)])
        {
            foreach (var candidate in _transitive.Where(other => other.Size == set.Size))
            {
                var space = new FeatureSpace(candidate, copies.Count);
                if (ReadingOf(space, images, axes) is { } read)
                {
                    return (space, read);
                }
            }
        }

        var name = "outputs";
        return (new(GSet.FromGeneratorActions(_group, name, axes.Dimension, images.Select(list => Permutation.FromImages(list))), 1), axes.WithPointsBefore(1));
    }

    /// <summary>The axes with which outputs of a feature space are permuted as given; <c>null</c> if there are none.</summary>
    public static SampleAxes? ReadingOf(FeatureSpace space, int[][] images, SampleAxes axes) =>
        axes.PointsBeforeIn(space).Select(axes.WithPointsBefore).FirstOrDefault(reading => images.Zip(ImagesOf(space, reading)).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)));

    /// <summary>For each generator the images of the entries of a sample.</summary>
    public static int[][] ImagesOf(FeatureSpace space, SampleAxes axes) => [.. Orbits.PointAction.Of(space.Set).GeneratorImages.Select(points => ImagesOf(space, axes, points))];

    /// <summary>The images of the entries of a sample under a permutation of the points.</summary>
    public static int[] ImagesOf(FeatureSpace space, SampleAxes axes, IReadOnlyList<int> points)
    {
        var (places, result) = (axes.Places(space), new int[space.Dimension]);
        for (var i = 0; i < places.Length; i++)
        {
            var point = i % space.Points;
            result[places[i]] = places[i - point + points[point]];
        }

        return result;
    }

    /// <summary>The isomorphism types of the orbits, each with its copies: lists of units in the order of the points of the set.</summary>
    private List<(GSet Set, List<int[]> Copies)> Kinds(int[][] images, int count)
    {
        var kinds = new List<(GSet Set, List<int[]> Copies)>();
        var seen = new bool[count];
        for (var unit = 0; unit < count; unit++)
        {
            if (seen[unit])
            {
                continue;
            }

            var (set, copy) = Identify(OrbitOf(images, unit), images);
            foreach (var member in copy)
            {
                seen[member] = true;
            }

            var at = kinds.FindIndex(kind => ReferenceEquals(kind.Set, set));
            if (at < 0)
            {
                kinds.Add((set, [copy]));
            }
            else
            {
                kinds[at].Copies.Add(copy);
            }
        }

        // The largest orbits first, however the units are numbered.
        return [.. kinds.OrderByDescending(kind => kind.Set.Size).ThenBy(kind => _transitive.IndexOf(kind.Set))];
    }

    private (GSet Set, int[] Copy) Identify(IReadOnlyList<int> orbit, int[][] images)
    {
        foreach (var set in _transitive.Where(set => set.Size == orbit.Count))
        {
            var points = Orbits.PointAction.Of(set).GeneratorImages;
            foreach (var start in orbit)
            {
                if (TryFollow(points, (int)set.Size, images, start) is { } copy)
                {
                    return (set, copy);
                }
            }
        }

        var named = GSet.Cosets(_group, _group.SubgroupByFew(LoopsAt(orbit[0], images)).Generators);
        _transitive.Add(named);
        var own = Orbits.PointAction.Of(named).GeneratorImages;
        return (named, orbit.Select(start => TryFollow(own, orbit.Count, images, start)).First(copy => copy is not null)!);
    }

    /// <summary>The map of G-sets that takes point 0 to a unit, if there is one.</summary>
    private static int[]? TryFollow(IReadOnlyList<int[]> points, int size, int[][] images, int start)
    {
        var copy = new int[size];
        Array.Fill(copy, -1);
        copy[0] = start;
        var waiting = new Queue<int>([0]);
        while (waiting.TryDequeue(out var point))
        {
            for (var g = 0; g < images.Length; g++)
            {
                var (next, unit) = (points[g][point], images[g][copy[point]]);
                if (copy[next] < 0)
                {
                    copy[next] = unit;
                    waiting.Enqueue(next);
                }
                else if (copy[next] != unit)
                {
                    return null;
                }
            }
        }

        return copy;
    }

    /// <summary>Elements that generate the stabiliser of a unit, by Schreier's lemma.</summary>
    private IEnumerable<Permutation> LoopsAt(int unit, int[][] images)
    {
        var transversal = new Dictionary<int, Permutation> { [unit] = _group.Identity };
        var waiting = new Queue<int>([unit]);
        while (waiting.TryDequeue(out var at))
        {
            for (var g = 0; g < images.Length; g++)
            {
                // Products act from the left: first the path to this unit, then the generator.
                var path = _group.Generators[g] * transversal[at];
                if (transversal.TryAdd(images[g][at], path))
                {
                    waiting.Enqueue(images[g][at]);
                }
                else
                {
                    yield return transversal[images[g][at]].Inverse() * path;
                }
            }
        }
    }

    private static List<int> OrbitOf(int[][] images, int unit)
    {
        List<int> orbit = [unit];
        var met = new HashSet<int> { unit };
        for (var i = 0; i < orbit.Count; i++)
        {
            foreach (var list in images)
            {
                if (met.Add(list[orbit[i]]))
                {
                    orbit.Add(list[orbit[i]]);
                }
            }
        }

        return orbit;
    }

    private GSet Named(IEnumerable<(GSet Set, int Count)> summands)
    {
        var sum = GSet.Sum(summands.Select(summand => GSet.Multiple(summand.Count, summand.Set)));
        return _sums.TryGetValue(sum.Name, out var known) ? known : _sums[sum.Name] = sum;
    }
}
