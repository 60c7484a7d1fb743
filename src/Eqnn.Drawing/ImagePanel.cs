using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>A map from a planar fan to a plane, by the image of the unit circle, coloured by the direction of the source, and arrows to the images of its rays.</summary>
internal sealed class ImagePanel : Panel
{
    private const double Margin = 24;
    private readonly double _radius;
    private readonly List<(double Angle, double X, double Y)> _curve = [];
    private readonly List<(double Angle, double X, double Y, int Orbit, bool First)> _rays = [];

    public ImagePanel(string caption, PlanarFan fan, PiecewiseLinearMap map, OrthonormalFrame target, double radius)
        : base(caption)
    {
        _radius = radius;
        var seen = new HashSet<int>();
        for (var i = 0; i < fan.Rays.Count; i++)
        {
            var matrix = fan.MatrixOn(map, i, target);
            var (from, to) = fan.Sector(i);
            _rays.Add(At(matrix, from) is var (x, y) ? (from, x, y, fan.Rays[i].Ray.Orbit, seen.Add(fan.Rays[i].Ray.Orbit)) : default);
            var parts = Math.Max(2, (int)Math.Ceiling((to - from) / (Math.PI / 60)));
            for (var part = 0; part < parts; part++)
            {
                var angle = from + ((to - from) * part / parts);
                var (px, py) = At(matrix, angle);
                _curve.Add((angle, px, py));
            }
        }

        Largest = Math.Max(1e-12, _curve.Max(point => Math.Sqrt((point.X * point.X) + (point.Y * point.Y))));
    }

    /// <summary>The largest length of the image of a unit vector.</summary>
    public double Largest { get; }

    public override double Width => 2 * (_radius + Margin);

    public override double Height => 2 * (_radius + Margin);

    public override void Draw(SvgDocument svg)
    {
        var centre = _radius + Margin;
        svg.Line(Margin / 2, centre, Width - (Margin / 2), centre, "stroke=\"#bbb\" stroke-width=\"0.8\"");
        svg.Line(centre, Margin / 2, centre, Height - (Margin / 2), "stroke=\"#bbb\" stroke-width=\"0.8\"");
        // The pen grows thinner on the way around, so that a curve that passes a place twice shows both colours there.
        for (var i = 0; i < _curve.Count; i++)
        {
            var (p, q) = (_curve[i], _curve[(i + 1) % _curve.Count]);
            var (a, b) = (Place(p.X, p.Y), Place(q.X, q.Y));
            svg.Line(a.X, a.Y, b.X, b.Y, $"stroke=\"{svg.Palette.Hue(p.Angle + (Math.PI / 120))}\" stroke-width=\"{SvgDocument.N(8.5 - (6.5 * p.Angle / (2 * Math.PI)))}\" stroke-linecap=\"round\"");
        }

        // Several rays may have one image: one arrow for each.
        foreach (var group in _rays.GroupBy(ray => (Math.Round(ray.X / Largest, 6), Math.Round(ray.Y / Largest, 6))))
        {
            var ray = group.First();
            var (x, y) = Place(ray.X, ray.Y);
            if (Math.Abs(ray.X) + Math.Abs(ray.Y) < 1e-9 * Largest)
            {
                svg.Circle(x, y, 3, "fill=\"#333\"");
            }
            else
            {
                svg.Line(centre, centre, x, y, "stroke=\"#333\" stroke-width=\"1\" marker-end=\"url(#tip)\"");
            }

            var names = group.Where(r => r.First).Select(r => r.Orbit + 1).Distinct().ToList();
            if (names.Count > 0)
            {
                var length = Math.Max(1e-9, Math.Sqrt((ray.X * ray.X) + (ray.Y * ray.Y)));
                svg.Text(x + (13 * ray.X / length), y - (13 * ray.Y / length) + 4, string.Join(",", names.Select(name => FormattableString.Invariant($"{name}"))), "text-anchor=\"middle\" font-size=\"11\" fill=\"#333\"");
            }
        }

        (double X, double Y) Place(double x, double y) => (centre + (_radius * x / Largest), centre - (_radius * y / Largest));
    }

    private static (double X, double Y) At(double[,] matrix, double angle) =>
        ((matrix[0, 0] * Math.Cos(angle)) + (matrix[0, 1] * Math.Sin(angle)), (matrix[1, 0] * Math.Cos(angle)) + (matrix[1, 1] * Math.Sin(angle)));
}
