using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>One coordinate of a map on a planar fan as a surface in space over the unit disc, seen from the side: folded along the rays, flat on every chamber.</summary>
/// <remarks>Axonometric: what lies further away is drawn first. The height of the largest value is <see cref="Rise"/> radii.</remarks>
internal sealed class SurfacePanel : Panel
{
    private const int Rings = 6;
    private const double Rise = 0.62;
    private const double Turn = -1.13;
    private const double Elevation = 0.47;
    private const double Margin = 12;

    private readonly double _radius;
    private readonly double _largest;
    private readonly List<(double From, double To, double A, double B)> _sectors = [];
    private readonly List<(double Angle, double A, double B)> _rays = [];

    public SurfacePanel(string caption, PlanarFan fan, PiecewiseLinearMap map, OrthonormalFrame target, int coordinate, double radius)
        : base(caption)
    {
        _radius = radius;
        for (var i = 0; i < fan.Rays.Count; i++)
        {
            var matrix = fan.MatrixOn(map, i, target);
            var (a, b) = (matrix[coordinate, 0], matrix[coordinate, 1]);
            var (from, to) = fan.Sector(i);
            _rays.Add((from, a, b));
            var parts = Math.Max(1, (int)Math.Ceiling((to - from) / (Math.PI / 18)));
            for (var part = 0; part < parts; part++)
            {
                _sectors.Add((from + ((to - from) * part / parts), from + ((to - from) * (part + 1) / parts), a, b));
            }
        }

        _largest = Math.Max(1e-12, _sectors.Max(sector => Math.Max(Math.Abs(Value(sector.A, sector.B, sector.From)), Math.Abs(Value(sector.A, sector.B, sector.To)))));
    }

    public override double Width => 2 * (_radius + Margin);

    public override double Height => 2 * ((_radius * (Math.Sin(Elevation) + (Rise * Math.Cos(Elevation)))) + Margin);

    public override void Draw(SvgDocument svg)
    {
        svg.Path("M" + string.Join(" L", Enumerable.Range(0, 72).Select(i => Text(Place(1, i * Math.PI / 36, 0)))) + "z", "fill=\"none\" stroke=\"#888\" stroke-width=\"0.8\" stroke-dasharray=\"4,3\"");
        var pieces = new List<(double Depth, Action Draw)>();
        foreach (var (from, to, a, b) in _sectors)
        {
            for (var ring = 0; ring < Rings; ring++)
            {
                var (inner, outer) = ((double)ring / Rings, (ring + 1.0) / Rings);
                Spot[] corners = [Point(inner, from), Point(outer, from), Point(outer, to), Point(inner, to)];
                var colour = svg.Palette.Diverging(corners.Average(p => p.Z) / _largest);
                pieces.Add((corners.Average(Depth), () => svg.Path(SvgDocument.Polygon(corners.Select(Project)), $"fill=\"{colour}\" stroke=\"#222\" stroke-opacity=\"0.35\" stroke-width=\"0.4\" stroke-linejoin=\"round\"")));

                Spot Point(double radius, double angle) => new(radius * Math.Cos(angle), radius * Math.Sin(angle), radius * Value(a, b, angle));
            }
        }

        foreach (var (angle, a, b) in _rays)
        {
            for (var ring = 0; ring < Rings; ring++)
            {
                var (p, q) = (OnRay((double)ring / Rings), OnRay((ring + 1.0) / Rings));

                // A little nearer than the cells that it borders.
                pieces.Add((((Depth(p) + Depth(q)) / 2) + (0.35 / Rings), () => svg.Line(Project(p).X, Project(p).Y, Project(q).X, Project(q).Y, "stroke=\"#111\" stroke-width=\"1.1\" stroke-linecap=\"round\"")));

                Spot OnRay(double radius) => new(radius * Math.Cos(angle), radius * Math.Sin(angle), radius * Value(a, b, angle));
            }
        }

        foreach (var (_, draw) in pieces.OrderBy(piece => piece.Depth))
        {
            draw();
        }
    }

    private static double Value(double a, double b, double angle) => (a * Math.Cos(angle)) + (b * Math.Sin(angle));

    /// <summary>How near a point is to the viewer.</summary>
    private double Depth(Spot p) => (((p.X * Math.Cos(Turn)) + (p.Y * Math.Sin(Turn))) * Math.Cos(Elevation)) + (p.Z * Rise / _largest * Math.Sin(Elevation));

    private Spot Place(double radius, double angle, double height) => Project(new(radius * Math.Cos(angle), radius * Math.Sin(angle), height));

    private Spot Project(Spot p)
    {
        var (right, near) = ((p.Y * Math.Cos(Turn)) - (p.X * Math.Sin(Turn)), (p.X * Math.Cos(Turn)) + (p.Y * Math.Sin(Turn)));
        return new(Margin + _radius + (_radius * right), (Height / 2) + (_radius * ((near * Math.Sin(Elevation)) - (p.Z * Rise / _largest * Math.Cos(Elevation)))));
    }

    private static string Text(Spot p) => $"{SvgDocument.N(p.X)},{SvgDocument.N(p.Y)}";
}
