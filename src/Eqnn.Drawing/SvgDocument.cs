using System.Globalization;
using System.Text;

namespace Eqnn.Drawing;

/// <summary>Collects the elements of a picture, to be written as SVG or as TikZ; numbers are rounded to a tenth, so that equal pictures are equal bytes.</summary>
internal sealed class SvgDocument(double width, double height, string title, PictureOptions? options = null)
{
    private readonly Stack<List<Shape>> _open = new([[]]);
    private int _discs;

    /// <summary>How the picture is to look.</summary>
    public PictureOptions Options { get; } = options ?? PictureOptions.Default;

    /// <summary>Its colours.</summary>
    public Palette Palette => Options.IsMono ? Palette.Greys : Palette.Colours;

    public double Width => width;

    public double Height => height;

    public string Title => title;

    /// <summary>The elements from the first drawn to the last, which lies above.</summary>
    public IReadOnlyList<Shape> Shapes => _open.Last();

    public void Line(double x1, double y1, double x2, double y2, string style) => Add(new LineShape(x1, y1, x2, y2, style));

    public void Path(string d, string style) => Add(new PathShape(d, style));

    public void Rectangle(double x, double y, double w, double h, string style) => Add(new RectangleShape(x, y, w, h, style));

    public void Text(double x, double y, string text, string style) => Add(new TextShape(x, y, text, style));

    public void Circle(double x, double y, double radius, string style) => Add(new CircleShape(x, y, radius, style));

    /// <summary>Everything that <paramref name="draw"/> draws, moved by (x, y).</summary>
    public void Moved(double x, double y, Action draw) => Grouped(new MovedShape(x, y, Inside(draw)));

    /// <summary>Everything that <paramref name="draw"/> draws, cut off outside a disc.</summary>
    public void InDisc(double x, double y, double radius, Action draw) => Grouped(new DiscShape(++_discs, x, y, radius, Inside(draw)));

    /// <summary>The node of a graph: programs find it by <c>class="node"</c> and its name, and the simples or subgroups that it holds by <c>data-members</c>.</summary>
    public void Node(string name, IEnumerable<string> members, Action draw) => Grouped(new NamedShape("node", [("name", name), ("members", string.Join(' ', members))], Inside(draw)));

    /// <summary>An edge of a graph between the nodes of two names.</summary>
    public void Edge(string from, string to, Action draw) => Grouped(new NamedShape("edge", [("from", from), ("to", to)], Inside(draw)));

    /// <summary>What explains the signs of the picture.</summary>
    public void Legend(Action draw) => Grouped(new NamedShape("legend", [], Inside(draw)));

    /// <summary>The line at the top, where the picture is to have one.</summary>
    public void Heading(double x, double y, string style = "font-weight=\"bold\"")
    {
        if (Options.HasTitle)
        {
            Text(x, y, title, style);
        }
    }

    /// <summary>A closed polygon as a piece of path data; several pieces make one path without seams.</summary>
    public static string Polygon(IEnumerable<Spot> points) => "M" + string.Join(" L", points.Select(p => $"{N(p.X)},{N(p.Y)}")) + "z";

    /// <summary>A coordinate.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public override string ToString()
    {
        var body = new StringBuilder();
        foreach (var shape in Shapes)
        {
            Write(body, shape);
        }

        return string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{N(width)}\" height=\"{N(height)}\" viewBox=\"0 0 {N(width)} {N(height)}\" font-family=\"sans-serif\" font-size=\"13\">\n")
            + $"  <title>{Escape(title)}</title>\n"
            + $"  <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0,0.5 L8,4 L0,7.5 z\" {Styled("fill=\"#456\"")}/></marker></defs>\n"
            + "  <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
            + body
            + "</svg>\n";
    }

    /// <summary>A style as it is written: without colours where the picture is to have none.</summary>
    public string Styled(string style) => Options.IsMono ? Palette.WithoutColour(style) : style;

    private void Add(Shape shape) => _open.Peek().Add(shape);

    private List<Shape> Inside(Action draw)
    {
        _open.Push([]);
        draw();
        return _open.Pop();
    }

    private void Grouped(Shape group) => Add(group);

    private void Write(StringBuilder body, Shape shape)
    {
        switch (shape)
        {
            case LineShape line:
                body.Append(CultureInfo.InvariantCulture, $"  <line x1=\"{N(line.X1)}\" y1=\"{N(line.Y1)}\" x2=\"{N(line.X2)}\" y2=\"{N(line.Y2)}\" {Styled(line.Style)}/>\n");
                break;
            case PathShape path:
                body.Append(CultureInfo.InvariantCulture, $"  <path d=\"{path.Data}\" {Styled(path.Style)}/>\n");
                break;
            case RectangleShape box:
                body.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{N(box.X)}\" y=\"{N(box.Y)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\" {Styled(box.Style)}/>\n");
                break;
            case TextShape text:
                body.Append(CultureInfo.InvariantCulture, $"  <text x=\"{N(text.X)}\" y=\"{N(text.Y)}\" {Styled(text.Style)}>{Escape(text.Content)}</text>\n");
                break;
            case CircleShape circle:
                body.Append(CultureInfo.InvariantCulture, $"  <circle cx=\"{N(circle.X)}\" cy=\"{N(circle.Y)}\" r=\"{N(circle.Radius)}\" {Styled(circle.Style)}/>\n");
                break;
            case MovedShape moved:
                Group(body, $"transform=\"translate({N(moved.X)},{N(moved.Y)})\"", moved.Inside);
                break;
            case DiscShape disc:
                body.Append(CultureInfo.InvariantCulture, $"  <clipPath id=\"disc{disc.Number}\"><circle cx=\"{N(disc.X)}\" cy=\"{N(disc.Y)}\" r=\"{N(disc.Radius)}\"/></clipPath>\n");
                Group(body, string.Create(CultureInfo.InvariantCulture, $"clip-path=\"url(#disc{disc.Number})\""), disc.Inside);
                break;
            case NamedShape named:
                Group(body, $"class=\"{named.Kind}\"" + string.Concat(named.Data.Select(data => $" data-{data.Key}=\"{Escape(data.Value)}\"")), named.Inside);
                break;
            default:
                throw new InvalidOperationException($"no SVG for {shape.GetType().Name}");
        }
    }

    private void Group(StringBuilder body, string attributes, IReadOnlyList<Shape> inside)
    {
        body.Append(CultureInfo.InvariantCulture, $"  <g {attributes}>\n");
        foreach (var shape in inside)
        {
            Write(body, shape);
        }

        body.Append("  </g>\n");
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
