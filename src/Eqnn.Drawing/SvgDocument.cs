using System.Globalization;
using System.Text;

namespace Eqnn.Drawing;

/// <summary>Collects the elements of an SVG picture; numbers are rounded to a tenth, so that equal pictures are equal bytes.</summary>
internal sealed class SvgDocument(double width, double height, string title)
{
    private readonly StringBuilder _body = new();
    private int _discs;

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _body.Append(CultureInfo.InvariantCulture, $"  <line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" {style}/>\n");

    public void Path(string d, string style) => _body.Append(CultureInfo.InvariantCulture, $"  <path d=\"{d}\" {style}/>\n");

    public void Rectangle(double x, double y, double w, double h, string style) =>
        _body.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\" {style}/>\n");

    public void Text(double x, double y, string text, string style) => _body.Append(CultureInfo.InvariantCulture, $"  <text x=\"{N(x)}\" y=\"{N(y)}\" {style}>{Escape(text)}</text>\n");

    public void Circle(double x, double y, double radius, string style) =>
        _body.Append(CultureInfo.InvariantCulture, $"  <circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" {style}/>\n");

    /// <summary>Everything that <paramref name="draw"/> draws, moved by (x, y).</summary>
    public void Moved(double x, double y, Action draw) => Grouped($"transform=\"translate({N(x)},{N(y)})\"", draw);

    /// <summary>Everything that <paramref name="draw"/> draws, cut off outside a disc.</summary>
    public void InDisc(double x, double y, double radius, Action draw)
    {
        _discs++;
        var id = string.Create(CultureInfo.InvariantCulture, $"disc{_discs}");
        _body.Append(CultureInfo.InvariantCulture, $"  <clipPath id=\"{id}\"><circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"/></clipPath>\n");
        Grouped($"clip-path=\"url(#{id})\"", draw);
    }

    /// <summary>A closed polygon as a piece of path data; several pieces make one path without seams.</summary>
    public static string Polygon(IEnumerable<Spot> points) => "M" + string.Join(" L", points.Select(p => $"{N(p.X)},{N(p.Y)}")) + "z";

    /// <summary>A coordinate.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{N(width)}\" height=\"{N(height)}\" viewBox=\"0 0 {N(width)} {N(height)}\" font-family=\"sans-serif\" font-size=\"13\">\n")
        + $"  <title>{Escape(title)}</title>\n"
        + "  <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0,0.5 L8,4 L0,7.5 z\" fill=\"#456\"/></marker></defs>\n"
        + "  <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        + _body
        + "</svg>\n";

    private void Grouped(string attributes, Action draw)
    {
        _body.Append(CultureInfo.InvariantCulture, $"  <g {attributes}>\n");
        draw();
        _body.Append("  </g>\n");
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
