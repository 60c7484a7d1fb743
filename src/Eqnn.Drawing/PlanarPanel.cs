using System.Globalization;

namespace Eqnn.Drawing;

/// <summary>A disc around 0 of the plane with the rays of a fan: what all pictures of planar fans share. Ray orbits are numbered at their representatives.</summary>
internal abstract class PlanarPanel(string caption, PlanarFan fan, double radius) : Panel(caption)
{
    protected const double Margin = 24;

    public override double Width => 2 * (radius + Margin);

    public override double Height => 2 * (radius + Margin);

    protected PlanarFan Fan => fan;

    protected double Radius => radius;

    protected double Centre => radius + Margin;

    /// <summary>A point of the plane, the disc having radius 1, in the panel: the second axis points up.</summary>
    protected Spot Place(double x, double y) => new(Centre + (radius * x), Centre - (radius * y));

    /// <summary>The sectors of the chambers, none wider than 60 degrees, as triangles from 0 that cover the disc; in the plane, the disc having radius 1.</summary>
    protected IEnumerable<(int Chamber, double From, double To, IReadOnlyList<Spot> Triangle)> Triangles()
    {
        for (var i = 0; i < fan.Rays.Count; i++)
        {
            var (from, to) = fan.Sector(i);
            var parts = Math.Max(1, (int)Math.Ceiling((to - from) / (Math.PI / 3)));
            for (var part = 0; part < parts; part++)
            {
                var (a, b) = (from + ((to - from) * part / parts), from + ((to - from) * (part + 1) / parts));
                var reach = 1.002 / Math.Cos((b - a) / 2);
                yield return (i, a, b, [new(0, 0), new(reach * Math.Cos(a), reach * Math.Sin(a)), new(reach * Math.Cos(b), reach * Math.Sin(b))]);
            }
        }
    }

    /// <summary>The rays as lines, the circle, and the numbers of the ray orbits.</summary>
    protected void DrawRays(SvgDocument svg, string stroke)
    {
        foreach (var (_, angle) in fan.Rays)
        {
            var (x, y, _) = Place(Math.Cos(angle), Math.Sin(angle));
            svg.Line(Centre, Centre, x, y, $"stroke=\"{stroke}\" stroke-width=\"0.9\"");
        }

        svg.Circle(Centre, Centre, radius, "fill=\"none\" stroke=\"#333\" stroke-width=\"1.1\"");
        var seen = new HashSet<int>();
        foreach (var (ray, angle) in fan.Rays.OrderBy(pair => pair.Angle))
        {
            if (seen.Add(ray.Orbit))
            {
                var (x, y, _) = Place((1 + (13 / radius)) * Math.Cos(angle), (1 + (13 / radius)) * Math.Sin(angle));
                svg.Text(x, y + 4, (ray.Orbit + 1).ToString(CultureInfo.InvariantCulture), "text-anchor=\"middle\" font-size=\"11\" fill=\"#333\"");
            }
        }
    }
}
