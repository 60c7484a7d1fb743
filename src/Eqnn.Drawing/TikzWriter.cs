using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Eqnn.Drawing.Typesetting;

namespace Eqnn.Drawing;

/// <summary>Writes the elements of a picture as TikZ.</summary>
internal sealed partial class TikzWriter(SvgDocument document)
{
    /// <summary>Points of TeX for a pixel where the page has room.</summary>
    private const double PointsOfPixel = 0.75;

    private readonly StringBuilder _text = new();
    private readonly double _scale = Math.Min(PointsOfPixel, LatexWidth.OfPage / document.Width);

    /// <summary>The picture.</summary>
    public string Write()
    {
        _text.Append("% needs tikz, amsmath, amssymb\n% ").Append(LatexText.Of(document.Title)).Append('\n');
        _text.Append(CultureInfo.InvariantCulture, $"\\begin{{tikzpicture}}[x={N(_scale, 4)}pt,y=-{N(_scale, 4)}pt,line width={N(_scale)}pt,inner sep=0pt]\n");

        // The page of the picture, so that it is as wide as it says.
        _text.Append(CultureInfo.InvariantCulture, $"\\useasboundingbox (0,0) rectangle ({N(document.Width)},{N(document.Height)});\n");
        foreach (var shape in document.Shapes)
        {
            Write(shape);
        }

        return _text.Append("\\end{tikzpicture}\n").ToString();
    }

    private void Write(Shape shape)
    {
        switch (shape)
        {
            case LineShape line:
                Draw(line.Style, $"({N(line.X1)},{N(line.Y1)}) -- ({N(line.X2)},{N(line.Y2)})");
                break;
            case PathShape path:
                Draw(path.Style, Path(path.Data));
                break;
            case RectangleShape box:
                Draw(box.Style, $"({N(box.X)},{N(box.Y)}) rectangle ({N(box.X + box.Width)},{N(box.Y + box.Height)})");
                break;
            case CircleShape circle:
                Draw(circle.Style, $"({N(circle.X)},{N(circle.Y)}) circle[radius={N(circle.Radius)}]");
                break;
            case TextShape text:
                Text(text);
                break;
            case MovedShape moved:
                Scope($"\\begin{{scope}}[shift={{({N(moved.X)},{N(moved.Y)})}}]\n", moved.Inside);
                break;
            case DiscShape disc:
                Scope($"\\begin{{scope}}\n\\clip ({N(disc.X)},{N(disc.Y)}) circle[radius={N(disc.Radius)}];\n", disc.Inside);
                break;
            case NamedShape named:
                if (named.Data.Count > 0)
                {
                    _text.Append("% ").Append(named.Kind).Append(string.Concat(named.Data.Take(2).Select(data => " " + LatexText.Escape(data.Value)))).Append('\n');
                }

                foreach (var inside in named.Inside)
                {
                    Write(inside);
                }

                break;
            default:
                throw new InvalidOperationException($"no TikZ for {shape.GetType().Name}");
        }
    }

    private void Scope(string begin, IReadOnlyList<Shape> shapes)
    {
        _text.Append(begin);
        foreach (var shape in shapes)
        {
            Write(shape);
        }

        _text.Append("\\end{scope}\n");
    }

    private void Draw(string style, string path)
    {
        var attributes = Attributes(style);
        var options = new List<string>();
        if (attributes.TryGetValue("fill", out var fill) ? fill != "none" : !path.Contains("--", StringComparison.Ordinal))
        {
            options.Add($"fill={Colour(fill ?? "#000")}{Opacity("fill opacity", attributes.GetValueOrDefault("fill-opacity"), fill)}");
        }

        if (attributes.TryGetValue("stroke", out var stroke) && stroke != "none")
        {
            options.Add($"draw={Colour(stroke)}{Opacity("draw opacity", attributes.GetValueOrDefault("stroke-opacity"), stroke)}");
        }

        Option(options, attributes, "stroke-width", value => $"line width={N(Parse(value) * _scale)}pt");
        Option(options, attributes, "rx", value => $"rounded corners={N(Parse(value) * _scale)}pt");
        Option(options, attributes, "marker-end", _ => "-latex");
        Option(options, attributes, "stroke-linejoin", value => $"line join={value}");
        Option(options, attributes, "stroke-linecap", value => $"line cap={value}");
        Option(options, attributes, "stroke-dasharray", value =>
        {
            var parts = value.Split(',', ' ');
            return $"dash pattern=on {N(Parse(parts[0]) * _scale)}pt off {N(Parse(parts[^1]) * _scale)}pt";
        });
        _text.Append("\\path[").AppendJoin(',', options).Append("] ").Append(path).Append(";\n");
    }

    private void Text(TextShape text)
    {
        var attributes = Attributes(text.Style);
        var size = (attributes.TryGetValue("font-size", out var pixels) ? Parse(pixels) : 13) * _scale;
        var anchor = attributes.GetValueOrDefault("text-anchor") switch { "middle" => "base", "end" => "base east", _ => "base west" };
        var colour = attributes.TryGetValue("fill", out var fill) ? $",text={Colour(fill)}" : "";
        var turned = attributes.TryGetValue("transform", out var transform) && Rotation().Match(transform) is { Success: true } turn ? $",rotate={N(-Parse(turn.Groups[1].Value))}" : "";
        var bold = attributes.GetValueOrDefault("font-weight") == "bold" ? "\\bfseries " : "";
        _text.Append($"\\node[anchor={anchor}{colour}{turned}] at ({N(text.X)},{N(text.Y)}) {{\\fontsize{{{N(size)}}}{{{N(size * 1.2)}}}\\selectfont {bold}{LatexText.Of(text.Content)}}};\n");
    }

    /// <summary>Path data in the words of TikZ; a quadratic curve as the cubic one that it is.</summary>
    private static string Path(string data)
    {
        var path = new StringBuilder();
        var tokens = Token().Matches(data).Select(match => match.Value).ToList();
        var (at, command, x, y) = (0, 'M', 0.0, 0.0);
        while (at < tokens.Count)
        {
            if (char.IsLetter(tokens[at][0]))
            {
                command = tokens[at++][0];
                if (command is 'z' or 'Z')
                {
                    path.Append(" -- cycle");
                }

                continue;
            }

            var count = command switch { 'C' => 3, 'Q' => 2, _ => 1 };
            var points = Enumerable.Range(0, count).Select(i => (X: Parse(tokens[at + (2 * i)]), Y: Parse(tokens[at + (2 * i) + 1]))).ToList();
            at += 2 * count;
            var (end, from) = (points[^1], (X: x, Y: y));
            path.Append(command switch
            {
                'M' => $"{(path.Length > 0 ? " " : "")}({N(end.X)},{N(end.Y)})",
                'L' => $" -- ({N(end.X)},{N(end.Y)})",
                'C' => Curve(points[0], points[1], end),
                'Q' => Curve(Toward(from, points[0]), Toward(end, points[0]), end),
                _ => throw new InvalidOperationException($"no path command {command}"),
            });
            (x, y) = end;
            command = command == 'M' ? 'L' : command;
        }

        return path.ToString();

        static string Curve((double X, double Y) a, (double X, double Y) b, (double X, double Y) end) => $" .. controls ({N(a.X)},{N(a.Y)}) and ({N(b.X)},{N(b.Y)}) .. ({N(end.X)},{N(end.Y)})";
        static (double X, double Y) Toward((double X, double Y) end, (double X, double Y) control) => (end.X + (2 * (control.X - end.X) / 3), end.Y + (2 * (control.Y - end.Y) / 3));
    }

    private Dictionary<string, string> Attributes(string style) => Attribute().Matches(document.Styled(style)).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

    private static void Option(List<string> options, Dictionary<string, string> attributes, string name, Func<string, string> option)
    {
        if (attributes.TryGetValue(name, out var value))
        {
            options.Add(option(value));
        }
    }

    private static string Opacity(string name, string? given, string? colour) =>
        given is not null ? $",{name}={given}"
        : colour is { Length: 9 } ? $",{name}={N(int.Parse(colour.AsSpan(7), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0, 2)}"
        : "";

    private static string Colour(string colour)
    {
        if (colour[0] != '#')
        {
            return colour;
        }

        var (red, green, blue) = Palette.Parts(colour);
        return string.Create(CultureInfo.InvariantCulture, $"{{rgb,255:red,{red};green,{green};blue,{blue}}}");
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static string N(double value, int digits = 2) => Math.Round(value, digits).ToString("0.####", CultureInfo.InvariantCulture);

    [GeneratedRegex("([a-z-]+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"[A-Za-z]|-?[0-9.]+(?:e-?[0-9]+)?")]
    private static partial Regex Token();

    [GeneratedRegex(@"rotate\((-?[0-9.]+)")]
    private static partial Regex Rotation();
}
