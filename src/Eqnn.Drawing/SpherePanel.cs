using System.Text;

namespace Eqnn.Drawing;

/// <summary>Both halves of a sphere, each projected from the opposite pole to a disc (stereographic), with the great circles of the hyperplanes: what all pictures of fans in space share.</summary>
/// <remarks>The right disc is the back half seen through the sphere turned half around the vertical axis.</remarks>
internal abstract class SpherePanel(string caption, SphereFan fan, double radius) : Panel(caption)
{
    /// <summary>The most rays that get dots; beyond, those of the smallest orbits that keep within it.</summary>
    private const int MaxDots = 120;

    private const double Margin = 14;

    private readonly HashSet<int> _dotted = Dotted(fan);

    /// <summary>Whether some rays have no dot.</summary>
    public static bool IsCrowded(SphereFan fan) => fan.Rays.Count > MaxDots;

    public override double Width => (4 * radius) + (3 * Margin);

    public override double Height => 2 * (radius + Margin);

    protected SphereFan Fan => fan;

    /// <summary>The length of an edge of the small triangles, the sphere having radius 1.</summary>
    protected virtual double Step => 0.13;

    public override void Draw(SvgDocument svg)
    {
        foreach (var back in new[] { false, true })
        {
            var centre = back ? (3 * radius) + (2 * Margin) : radius + Margin;
            svg.InDisc(centre, radius + Margin, radius, () =>
            {
                DrawHalf(svg, back, p => Project(p, centre));
                DrawCircles(svg, back, p => Project(p, centre));
            });
            svg.Circle(centre, radius + Margin, radius, "fill=\"none\" stroke=\"#333\" stroke-width=\"1.1\"");
            foreach (var (orbit, point) in fan.Rays)
            {
                var p = back ? Turned(point) : point;
                if (p.Z > -1e-9 && _dotted.Contains(orbit))
                {
                    var spot = Project(p, centre);
                    svg.Circle(spot.X, spot.Y, 2.6, $"fill=\"{Dot(orbit)}\" stroke=\"#222\" stroke-width=\"0.6\"");
                }
            }
        }

        Spot Project(Spot p, double centre) => new(centre + (radius * p.X / (1 + p.Z)), radius + Margin - (radius * p.Y / (1 + p.Z)));
    }

    /// <summary>Draws the surface of one half.</summary>
    protected abstract void DrawHalf(SvgDocument svg, bool back, Func<Spot, Spot> project);

    /// <summary>A point as it is seen from the back.</summary>
    protected static Spot Turned(Spot p) => new(-p.X, p.Y, -p.Z);

    /// <summary>The small triangles of a chamber in one half, cut off at its rim.</summary>
    protected IEnumerable<IReadOnlyList<Spot>> Visible(IReadOnlyList<Spot> corners, bool back)
    {
        foreach (var triangle in SphereFan.Triangles(corners, Step))
        {
            IReadOnlyList<Spot> seen = back ? [.. triangle.Select(Turned)] : triangle;
            if (seen.All(p => p.Z >= -0.3) && seen.Any(p => p.Z > -0.02))
            {
                yield return Clipping.Keep(seen, p => p.Z + 0.02) is { Count: >= 3 } kept ? kept : seen;
            }
        }
    }

    private static HashSet<int> Dotted(SphereFan fan)
    {
        var (left, kept) = (MaxDots, new HashSet<int>());
        foreach (var orbit in fan.Rays.CountBy(ray => ray.Orbit).OrderBy(orbit => orbit.Value).ThenBy(orbit => orbit.Key))
        {
            left -= orbit.Value;
            if (left < 0)
            {
                break;
            }

            kept.Add(orbit.Key);
        }

        return kept;
    }

    private static string Dot(int orbit) => orbit switch { 0 => "#111111", 1 => "#ffffff", 2 => "#f0a500", 3 => "#2a9d5c", _ => "#9e9e9e" };

    private void DrawCircles(SvgDocument svg, bool back, Func<Spot, Spot> project)
    {
        foreach (var normal in fan.Circles)
        {
            var n = back ? Turned(normal) : normal;
            var axes = SphereFan.Axes([n.X, n.Y, n.Z]);
            var path = new StringBuilder();
            var open = false;
            const int Steps = 240;
            for (var i = 0; i <= Steps; i++)
            {
                var (cos, sin) = (Math.Cos(2 * Math.PI * i / Steps), Math.Sin(2 * Math.PI * i / Steps));
                var p = new Spot((axes[0][0] * cos) + (axes[1][0] * sin), (axes[0][1] * cos) + (axes[1][1] * sin), (axes[0][2] * cos) + (axes[1][2] * sin));
                if (p.Z < -0.06)
                {
                    open = false;
                    continue;
                }

                var spot = project(p);
                path.Append(open ? " L" : "M").Append(SvgDocument.N(spot.X)).Append(',').Append(SvgDocument.N(spot.Y));
                open = true;
            }

            svg.Path(path.ToString(), $"fill=\"none\" stroke=\"#222\" stroke-width=\"{(IsCrowded(fan) ? "0.5" : "0.9")}\" stroke-opacity=\"{(IsCrowded(fan) ? "0.5" : "0.75")}\"");
        }
    }
}

/// <summary>The chambers of a fan in space, coloured by orbit.</summary>
internal sealed class SphereChamberPanel(string caption, SphereFan fan, double radius) : SpherePanel(caption, fan, radius)
{
    protected override double Step => 0.2;

    protected override void DrawHalf(SvgDocument svg, bool back, Func<Spot, Spot> project)
    {
        foreach (var orbit in Fan.Chambers.GroupBy(pair => Fan.Fan.Chambers.OrbitOf(pair.Chamber).Position).OrderBy(group => group.Key))
        {
            var path = string.Concat(orbit.SelectMany(pair => Visible(pair.Corners, back)).Select(part => SvgDocument.Polygon(part.Select(project))));
            svg.Path(path, $"fill=\"{svg.Palette.Class(orbit.Key)}\" stroke=\"{svg.Palette.Class(orbit.Key)}\" stroke-width=\"0.5\"");
        }
    }
}
