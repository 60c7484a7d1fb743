namespace Eqnn.PiecewiseLinear.Drawing;

/// <summary>Convex polygons cut by lines.</summary>
internal static class Clipping
{
    /// <summary>The part of a convex polygon where a function, affine on it, is at least 0 (Sutherland and Hodgman).</summary>
    public static List<(double X, double Y)> Keep(IReadOnlyList<(double X, double Y)> polygon, Func<(double X, double Y), double> height)
    {
        var kept = new List<(double X, double Y)>();
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
    public static ((double X, double Y) From, (double X, double Y) To)? Zero(IReadOnlyList<(double X, double Y)> polygon, Func<(double X, double Y), double> height)
    {
        var points = new List<(double X, double Y)>();
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

    private static (double X, double Y) Between((double X, double Y) p, (double X, double Y) q, double t) => (p.X + (t * (q.X - p.X)), p.Y + (t * (q.Y - p.Y)));
}
