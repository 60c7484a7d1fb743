using System.Globalization;
using Eqnn.Algebra.Characters;

namespace Eqnn.Drawing;

/// <summary>A part of a picture with a size of its own, under a caption.</summary>
internal abstract class Panel(string caption)
{
    public const double CaptionHeight = 26;

    public string Caption { get; } = caption;

    /// <summary>Width of the drawing.</summary>
    public abstract double Width { get; }

    /// <summary>Height of the drawing, without the caption.</summary>
    public abstract double Height { get; }

    /// <summary>Draws into the rectangle from (0, 0) to (<see cref="Width"/>, <see cref="Height"/>).</summary>
    public abstract void Draw(SvgDocument svg);

    /// <summary>Panels side by side under a title, a few in a row, with remarks below.</summary>
    public static SvgDocument Sheet(string title, IReadOnlyList<Panel> panels, IReadOnlyList<string> remarks, PictureOptions? options = null)
    {
        const double Gap = 18;
        var perRow = panels.Count <= 4 ? panels.Count : panels.Count <= 9 ? 3 : 4;
        perRow = Math.Clamp(perRow, 1, Math.Max(1, (int)(1180 / panels.Max(panel => panel.Width))));
        var rows = panels.Chunk(perRow).ToList();
        var top = options is { HasTitle: false } ? 6.0 : 40;
        var width = Math.Max(rows.Max(row => row.Sum(panel => panel.Width + Gap) + Gap), options is { HasTitle: false } ? 120 : TextWidth(title, 14) + 28);
        var lines = remarks.SelectMany(remark => Wrapped(remark, width - 28)).ToList();
        var height = top + rows.Sum(row => row.Max(panel => panel.Height) + CaptionHeight + 6) + (16 * lines.Count) + 8;
        var svg = new SvgDocument(width, height, title, options);
        svg.Heading(14, 25, "font-weight=\"bold\" font-size=\"14\"");
        var y = top;
        foreach (var row in rows)
        {
            var x = (width - row.Sum(panel => panel.Width + Gap) + Gap) / 2;
            foreach (var panel in row)
            {
                svg.Moved(x, y, () =>
                {
                    svg.Moved(0, CaptionHeight, () => panel.Draw(svg));
                    svg.Text(panel.Width / 2, 16, panel.Caption, "text-anchor=\"middle\" fill=\"#222\"");
                });
                x += panel.Width + Gap;
            }

            y += row.Max(panel => panel.Height) + CaptionHeight + 6;
        }

        if (lines.Count > 0)
        {
            svg.Legend(() =>
            {
                for (var i = 0; i < lines.Count; i++)
                {
                    svg.Text(14, y + 12 + (16 * i), lines[i], "font-size=\"11\" fill=\"#555\"");
                }
            });
        }

        return svg;
    }

    /// <summary>The name of a simple in a picture: its label, or where these are wanted the first of its aliases.</summary>
    public static string NameOf(SimpleRepresentation simple, PictureOptions options) => options.HasAliases && simple.Aliases.Count > 0 ? simple.Aliases[0] : simple.Label;

    /// <summary>A number for people, short.</summary>
    protected static string Short(double value) => (Math.Abs(value) < 5e-13 ? 0 : value).ToString("0.###", CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);

    private static IEnumerable<string> Wrapped(string text, double width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && TextWidth(line + " " + word, 11) > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        yield return line;
    }

    /// <summary>About the width of a text in the font of the pictures.</summary>
    protected internal static double TextWidth(string text, double size) => text.Length * size * 0.58;
}
