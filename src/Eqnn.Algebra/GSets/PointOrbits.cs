using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>Orbits of a group on the points of an action, by walking along the generators.</summary>
internal static class PointOrbits
{
    /// <summary>All orbits in ascending order of their least points; orbits that the generators permute in the same way share what is known of them.</summary>
    /// <remarks>
    /// An orbit is walked from its least point; numbered in the order of the walk, its points are permuted by the generators as a list of numbers says. Two orbits with equal lists are isomorphic by
    /// that numbering, so their least points have the same stabiliser. Linear in points times generators, whatever the number of orbits.
    /// </remarks>
    public static IReadOnlyList<GSetOrbit> Of(FiniteGroup group, GroupAction action)
    {
        var size = checked((int)action.Size);
        var generators = group.Generators;
        var place = new int[size];
        Array.Fill(place, -1);
        var walk = new int[size];
        var code = new List<int>();
        var known = new Dictionary<int[], ListedOrbit>(SequenceComparer<int>.Instance);
        var orbits = new List<GSetOrbit>();
        var end = 0;
        for (var x = 0; x < size; x++)
        {
            if (place[x] >= 0)
            {
                continue;
            }

            // The points of this orbit are written behind those of the orbits before it.
            var start = end;
            walk[end++] = x;
            place[x] = 0;
            code.Clear();
            for (var next = start; next < end; next++)
            {
                for (var g = 0; g < generators.Count; g++)
                {
                    var image = action.ApplyGenerator(generators, g, walk[next]);
                    if (place[image] < 0)
                    {
                        place[image] = end - start;
                        walk[end++] = image;
                    }

                    code.Add(place[image]);
                }
            }

            var points = new ArraySegment<int>(walk, start, end - start);
            int[] key = [end - start, .. code];
            if (known.TryGetValue(key, out var like))
            {
                orbits.Add(new GSetOrbit(0, points.Count, new AlikeOrbit(like, points, place)));
            }
            else
            {
                var orbit = new ListedOrbit(group, action, points);
                known.Add(key, orbit);
                orbits.Add(new GSetOrbit(0, points.Count, orbit));
            }

        }

        return orbits;
    }

    /// <summary>The orbit of <paramref name="start"/> in the order of a breadth-first walk, <paramref name="start"/> first.</summary>
    public static IReadOnlyList<int> PointsOfOrbit(FiniteGroup group, GroupAction action, int start)
    {
        var seen = new HashSet<int> { start };
        var points = new List<int> { start };
        for (var next = 0; next < points.Count; next++)
        {
            foreach (var g in group.Generators)
            {
                var image = action.Apply(g, points[next]);
                if (seen.Add(image))
                {
                    points.Add(image);
                }
            }
        }

        return points;
    }
}
