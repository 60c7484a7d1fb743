using System.Text;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>One coordinate of a map on a fan in space, by bands of colour on the unit sphere; the zero set in black.</summary>
internal sealed class SphereContourPanel : SpherePanel
{
    private const int Levels = 6;
    private readonly List<(IReadOnlyList<Spot> Corners, double[] Form)> _chambers;
    private readonly double _least = double.MaxValue;
    private readonly double _most = double.MinValue;

    public SphereContourPanel(string caption, SphereFan fan, PiecewiseLinearMap map, OrthonormalFrame target, int coordinate, double radius)
        : base(caption, fan, radius)
    {
        _chambers = [.. fan.Chambers.Select(pair =>
        {
            var matrix = fan.MatrixOn(map, pair.Chamber, target);
            return (pair.Corners, (double[])[matrix[coordinate, 0], matrix[coordinate, 1], matrix[coordinate, 2]]);
        })];
        foreach (var value in _chambers.SelectMany(chamber => SphereFan.Triangles(chamber.Corners, Step).SelectMany(triangle => triangle.Select(p => Value(chamber.Form, p)))))
        {
            _least = Math.Min(_least, value);
            _most = Math.Max(_most, value);
        }
    }

    protected override double Step => 0.18;

    private double Largest => Math.Max(Math.Abs(_least), Math.Abs(_most));

    protected override void DrawHalf(SvgDocument svg, bool back, Func<Spot, Spot> project)
    {
        var parts = _chambers.SelectMany(chamber => Visible(chamber.Corners, back).Select(part => (Part: part, Form: back ? [-chamber.Form[0], chamber.Form[1], -chamber.Form[2]] : chamber.Form))).ToList();
        svg.Path(string.Concat(parts.Select(part => SvgDocument.Polygon(part.Part.Select(project)))), $"fill=\"{svg.Palette.Diverging(0)}\"");
        if (Largest < 1e-12)
        {
            return;
        }

        foreach (var (low, high, colour) in Bands(svg))
        {
            var path = new StringBuilder();
            foreach (var (part, form) in parts.Where(part => part.Form.Any(c => Math.Abs(c) > 1e-12)))
            {
                var kept = Clipping.Keep(Clipping.Keep(part, p => Value(form, p) - low), p => high - Value(form, p));
                if (kept.Count >= 3)
                {
                    path.Append(SvgDocument.Polygon(kept.Select(project)));
                }
            }

            if (path.Length > 0)
            {
                svg.Path(path.ToString(), $"fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0.5\"");
            }
        }

        var zero = new StringBuilder();
        foreach (var (part, form) in parts)
        {
            if (Clipping.Zero(part, p => Value(form, p) - (1e-7 * Largest)) is { } segment)
            {
                var (from, to) = (project(segment.From), project(segment.To));
                zero.Append('M').Append(SvgDocument.N(from.X)).Append(',').Append(SvgDocument.N(from.Y)).Append(" L").Append(SvgDocument.N(to.X)).Append(',').Append(SvgDocument.N(to.Y));
            }
        }

        if (zero.Length > 0)
        {
            svg.Path(zero.ToString(), "fill=\"none\" stroke=\"#000\" stroke-width=\"2\"");
        }
    }

    /// <summary>The bands around 0; for a function without zeros on the sphere those between its extreme values, so that its shape is seen.</summary>
    private IEnumerable<(double Low, double High, string Colour)> Bands(SvgDocument svg)
    {
        if (_least * _most > 0 && _most - _least > 1e-9 * Largest)
        {
            for (var band = 0; band < Levels; band++)
            {
                var (low, high) = (_least + ((_most - _least) * band / Levels), _least + ((_most - _least) * (band + 1) / Levels));
                var strength = (band + 0.7) / Levels;
                yield return (band == 0 ? -1e9 : low, band == Levels - 1 ? 1e9 : high, svg.Palette.Diverging(_least > 0 ? strength : strength - 1.1));
            }

            yield break;
        }

        for (var band = -Levels; band < Levels; band++)
        {
            yield return (band == -Levels ? -1e9 : band * Largest / Levels, band == Levels - 1 ? 1e9 : (band + 1) * Largest / Levels, svg.Palette.Diverging((band + 0.5) / Levels));
        }
    }

    private static double Value(double[] form, Spot p) => (form[0] * p.X) + (form[1] * p.Y) + (form[2] * p.Z);
}

/// <summary>A map from a fan in space to a plane: the colour at a direction is the direction of the value, its strength the length.</summary>
internal sealed class SphereDirectionPanel : SpherePanel
{
    private readonly List<(IReadOnlyList<Spot> Corners, double[,] Matrix)> _chambers;
    private readonly double _largest;

    public SphereDirectionPanel(string caption, SphereFan fan, PiecewiseLinearMap map, OrthonormalFrame target, double radius)
        : base(caption, fan, radius)
    {
        _chambers = [.. fan.Chambers.Select(pair => (pair.Corners, fan.MatrixOn(map, pair.Chamber, target)))];
        _largest = Math.Max(1e-12, _chambers.Max(chamber => SphereFan.Triangles(chamber.Corners, Step).Max(triangle => triangle.Max(p => Length(Value(chamber.Matrix, p))))));
    }

    protected override double Step => 0.09;

    protected override void DrawHalf(SvgDocument svg, bool back, Func<Spot, Spot> project)
    {
        foreach (var (corners, matrix) in _chambers)
        {
            foreach (var part in Visible(corners, back))
            {
                var middle = new Spot(part.Average(p => p.X), part.Average(p => p.Y), part.Average(p => p.Z));
                var value = Value(matrix, back ? Turned(middle) : middle);
                var colour = svg.Palette.Hue(Math.Atan2(value.Y, value.X), Math.Min(1, Length(value) / _largest));
                svg.Path(SvgDocument.Polygon(part.Select(project)), $"fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0.5\"");
            }
        }
    }

    private static (double X, double Y) Value(double[,] matrix, Spot p) =>
        ((matrix[0, 0] * p.X) + (matrix[0, 1] * p.Y) + (matrix[0, 2] * p.Z), (matrix[1, 0] * p.X) + (matrix[1, 1] * p.Y) + (matrix[1, 2] * p.Z));

    private static double Length((double X, double Y) value) => Math.Sqrt((value.X * value.X) + (value.Y * value.Y));
}
