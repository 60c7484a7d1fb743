namespace Eqnn.Drawing;

/// <summary>A planar fan: its chambers, coloured by orbit or by direction, and its rays.</summary>
internal sealed class ChamberPanel(string caption, PlanarFan fan, double radius, bool byDirection) : PlanarPanel(caption, fan, radius)
{
    public override void Draw(SvgDocument svg)
    {
        svg.InDisc(Centre, Centre, Radius, () =>
        {
            foreach (var (chamber, from, to, triangle) in Triangles())
            {
                if (!byDirection)
                {
                    var colour = svg.Palette.Class(Fan.ChamberOrbits[chamber]);
                    svg.Path(SvgDocument.Polygon(triangle.Select(p => Place(p.X, p.Y))), $"fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0.5\"");
                    continue;
                }

                const double Step = Math.PI / 36;
                var parts = Math.Max(1, (int)Math.Ceiling((to - from) / Step));
                for (var i = 0; i < parts; i++)
                {
                    var (a, b) = (from + ((to - from) * i / parts), from + ((to - from) * (i + 1) / parts));
                    var colour = svg.Palette.Hue((a + b) / 2, 0.55);
                    svg.Path(SvgDocument.Polygon([Place(0, 0), Place(1.05 * Math.Cos(a), 1.05 * Math.Sin(a)), Place(1.05 * Math.Cos(b), 1.05 * Math.Sin(b))]), $"fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0.6\"");
                }
            }
        });
        DrawRays(svg, byDirection ? "#00000088" : "#333");
    }
}
