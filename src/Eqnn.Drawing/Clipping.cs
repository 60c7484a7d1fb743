namespace Eqnn.Drawing;

/// <summary>A point of a picture, or of the space that is projected to it.</summary>
internal readonly record struct Spot(double X, double Y, double Z = 0);

/// <summary>Convex polygons, in the plane or in a plane of space, cut by the zeros of affine functions.</summary>
internal static class Clipping
{
    /// <summary>The part of a convex polygon where a function, affine on it, is at least 0 (Sutherland and Hodgman).</summary>
    public static List<Spot> Keep(IReadOnlyList<Spot> polygon, Func<Spot, double> height)
    {
        var kept = new List<Spot>();
        for (var i = 0; i < polygon.Count; i++)
        {
            var (p, q) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            var (a, b) = (height(p), height(q));
            if (a >= 0)
            {
                kept.Add(p);
            }

            if ((a > 0 && b < 0) || (a < 0 && b > 0))
            {
                kept.Add(Between(p, q, a / (a - b)));
            }
        }

        return kept;
    }

    /// <summary>The segment on which the function is 0 and crosses from one sign to the other inside a convex polygon; <c>null</c> if it does not.</summary>
    public static (Spot From, Spot To)? Zero(IReadOnlyList<Spot> polygon, Func<Spot, double> height)
    {
        var points = new List<Spot>();
        for (var i = 0; i < polygon.Count; i++)
        {
            var (p, q) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            var (a, b) = (height(p), height(q));
            if ((a > 0 && b <= 0) || (a <= 0 && b > 0))
            {
                points.Add(Between(p, q, a / (a - b)));
            }
        }

        return points.Count == 2 ? (points[0], points[1]) : null;
    }

    private static Spot Between(Spot p, Spot q, double t) => new(p.X + (t * (q.X - p.X)), p.Y + (t * (q.Y - p.Y)), p.Z + (t * (q.Z - p.Z)));
}
