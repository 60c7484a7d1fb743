using Eqnn.Algebra.Groups;

namespace Eqnn.Algebra.GSets;

/// <summary>Orbits of a group on the points of an action, by walking along the generators.</summary>
internal static class PointOrbits
{
    /// <summary>All orbits in ascending order of their least points.</summary>
    public static IReadOnlyList<GSetOrbit> Of(FiniteGroup group, GroupAction action)
    {
        var seen = new bool[action.Size];
        var orbits = new List<GSetOrbit>();
        for (var x = 0; x < seen.Length; x++)
        {
            if (!seen[x])
            {
                var points = PointsOfOrbit(group, action, x);
                foreach (var point in points)
                {
                    seen[point] = true;
                }

                orbits.Add(new GSetOrbit(0, points.Count, new ListedOrbit(group, action, points)));
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
