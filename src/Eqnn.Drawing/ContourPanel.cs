using System.Text;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>One coordinate of a map on a planar fan, by its level sets on the unit disc: bands of colour between level lines, the zero set in black.</summary>
internal sealed class ContourPanel : PlanarPanel
{
    private const int Levels = 6;
    private readonly List<(IReadOnlyList<Spot> Triangle, double Slope1, double Slope2)> _pieces = [];

    public ContourPanel(string caption, PlanarFan fan, PiecewiseLinearMap map, OrthonormalFrame target, int coordinate, double radius)
        : base(caption, fan, radius)
    {
        foreach (var (chamber, from, to, triangle) in Triangles())
        {
            var matrix = fan.MatrixOn(map, chamber, target);
            _pieces.Add((triangle, matrix[coordinate, 0], matrix[coordinate, 1]));

            // On the arc the linear function is largest at an end or where it points.
            var peak = Math.Atan2(matrix[coordinate, 1], matrix[coordinate, 0]);
            foreach (var angle in new[] { from, to, peak, peak + Math.PI, peak + (2 * Math.PI), peak + (3 * Math.PI) }.Where(angle => angle >= from && angle <= to))
            {
                Largest = Math.Max(Largest, Math.Abs((matrix[coordinate, 0] * Math.Cos(angle)) + (matrix[coordinate, 1] * Math.Sin(angle))));
            }
        }
    }

    /// <summary>The largest absolute value on the unit circle.</summary>
    public double Largest { get; }

    public override void Draw(SvgDocument svg)
    {
        svg.InDisc(Centre, Centre, Radius, () =>
        {
            svg.Circle(Centre, Centre, Radius, $"fill=\"{svg.Palette.Diverging(0)}\"");
            if (Largest > 1e-12)
            {
                DrawBands(svg);
                DrawLines(svg);
            }
        });
        DrawRays(svg, "#00000055");
    }

    private void DrawBands(SvgDocument svg)
    {
        var step = Largest / Levels;
        for (var band = -Levels; band < Levels; band++)
        {
            var (low, high) = (band * step, (band + 1) * step);
            var path = new StringBuilder();
            foreach (var (triangle, a, b) in _pieces)
            {
                if (Math.Abs(a) + Math.Abs(b) < 1e-12)
                {
                    continue;
                }

                var part = Clipping.Keep(Clipping.Keep(triangle, p => (a * p.X) + (b * p.Y) - (band == -Levels ? -1e9 : low)), p => (band == Levels - 1 ? 1e9 : high) - (a * p.X) - (b * p.Y));
                if (part.Count >= 3)
                {
                    path.Append(SvgDocument.Polygon(part.Select(p => Place(p.X, p.Y))));
                }
            }

            if (path.Length > 0)
            {
                var colour = svg.Palette.Diverging((band + 0.5) / Levels);
                svg.Path(path.ToString(), $"fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0.5\"");
            }
        }
    }

    private void DrawLines(SvgDocument svg)
    {
        for (var level = -Levels + 1; level < Levels; level++)
        {
            var height = level * Largest / Levels;
            var path = new StringBuilder();
            foreach (var (triangle, a, b) in _pieces)
            {
                // The zero line starts at 0, where three regions meet: it is a ray of the triangle or passes through it.
                if (Clipping.Zero(triangle, p => (a * p.X) + (b * p.Y) - height - (level == 0 ? 1e-9 : 0)) is { } segment)
                {
                    var (from, to) = (Place(segment.From.X, segment.From.Y), Place(segment.To.X, segment.To.Y));
                    path.Append(FormattableString.Invariant($"M{SvgDocument.N(from.X)},{SvgDocument.N(from.Y)} L{SvgDocument.N(to.X)},{SvgDocument.N(to.Y)}"));
                }
            }

            if (path.Length > 0)
            {
                svg.Path(path.ToString(), level == 0 ? "fill=\"none\" stroke=\"#000\" stroke-width=\"1.6\"" : "fill=\"none\" stroke=\"#000\" stroke-opacity=\"0.45\" stroke-width=\"0.7\"");
            }
        }
    }
}
