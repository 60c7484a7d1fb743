using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>The graph of one coordinate of a map on the line.</summary>
internal sealed class LinePanel(string caption, PiecewiseLinearMap map, int coordinate, double radius) : Panel(caption)
{
    private const double Margin = 20;

    public override double Width => 2 * (radius + Margin);

    public override double Height => 2 * (radius + Margin);

    public override void Draw(SvgDocument svg)
    {
        var centre = radius + Margin;
        svg.Line(Margin / 2, centre, Width - (Margin / 2), centre, "stroke=\"#bbb\" stroke-width=\"0.8\"");
        svg.Line(centre, Margin / 2, centre, Height - (Margin / 2), "stroke=\"#bbb\" stroke-width=\"0.8\"");
        var (right, left) = (map.Evaluate([Cyclotomic.One])[coordinate].ToDouble(), map.Evaluate([-Cyclotomic.One])[coordinate].ToDouble());
        var scale = radius / Math.Max(1e-12, Math.Max(Math.Abs(right), Math.Abs(left)));
        svg.Path(
            $"M{SvgDocument.N(centre - radius)},{SvgDocument.N(centre - (scale * left))} L{SvgDocument.N(centre)},{SvgDocument.N(centre)} L{SvgDocument.N(centre + radius)},{SvgDocument.N(centre - (scale * right))}",
            "fill=\"none\" stroke=\"#2166ac\" stroke-width=\"2.4\" stroke-linejoin=\"round\"");
        svg.Circle(centre, centre, 2.5, "fill=\"#222\"");
        svg.Text(Width - (Margin / 2), centre + 15, "v", "text-anchor=\"end\" font-size=\"11\" fill=\"#555\"");
        svg.Text(centre + 6, Margin / 2 + 10, "F(v)", "font-size=\"11\" fill=\"#555\"");
    }
}
