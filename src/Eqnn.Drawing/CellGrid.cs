using System.Globalization;
using System.Text;

namespace Eqnn.Drawing;

/// <summary>A rectangle of coloured cells in a picture: one path for each colour, so that even ten thousand cells stay a small file.</summary>
internal static class CellGrid
{
    /// <summary>Draws the grid with its upper left corner at (left, top). Empty colours are left white.</summary>
    public static void Draw(SvgDocument svg, double left, double top, int cell, int rows, int columns, Func<int, int, string> colour)
    {
        var paths = new Dictionary<string, StringBuilder>();
        var order = new List<string>();
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns;)
            {
                var fill = colour(y, x);
                var end = x + 1;
                while (end < columns && colour(y, end) == fill)
                {
                    end++;
                }

                if (fill.Length > 0)
                {
                    if (!paths.TryGetValue(fill, out var path))
                    {
                        paths[fill] = path = new StringBuilder();
                        order.Add(fill);
                    }

                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}.5h{end - x}");
                }

                x = end;
            }
        }

        foreach (var fill in order)
        {
            svg.Path(paths[fill].ToString(), $"stroke=\"{fill}\" transform=\"translate({SvgDocument.N(left)} {SvgDocument.N(top)}) scale({cell.ToString(CultureInfo.InvariantCulture)})\" shape-rendering=\"crispEdges\"");
        }

        svg.Rectangle(left, top, columns * cell, rows * cell, "fill=\"none\" stroke=\"#245\"");
    }
}
