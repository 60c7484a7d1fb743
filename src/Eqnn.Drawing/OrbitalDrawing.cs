using System.Globalization;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.Drawing;

/// <summary>The weight sharing of an equivariant linear layer as a picture: row y, column x has the colour of the orbital of (y, x); equal colours are weights that must be equal.</summary>
public static class OrbitalDrawing
{
    /// <summary>The largest number of cells that is drawn.</summary>
    public const long MaxCells = 250_000;

    private const double Left = 40;
    private const double Top = 74;
    private const int Legend = 10;

    /// <summary>The picture.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxCells"/> pairs.</exception>
    public static string ToSvg(OrbitalBasis basis)
    {
        var (rows, columns, cell) = Size(basis);
        var count = basis.Orbitals.Count;
        var legend = count <= Legend;
        var title = $"Equivariant maps of functions on {basis.Source.Name}{(ReferenceEquals(basis.Source, basis.Target) ? "" : $" to functions on {basis.Target.Name}")}, {basis.Source.Group.Name}";
        var width = Math.Max(Left + (columns * cell) + (legend ? 150 : 30), (title.Length * 8) + 30);
        var svg = new SvgDocument(width, Top + Math.Max(rows * cell, legend ? 22 * count : 0) + 20, title);
        svg.Text(12, 22, title, "font-weight=\"bold\"");
        svg.Text(12, 40, $"{Number(count)} weight{(count == 1 ? "" : "s")} for {Number((long)rows * columns)} entries; equal weights have equal {(legend ? "numbers" : "colours")}", "font-size=\"11\" fill=\"#666\"");
        DrawMatrix(svg, Left, Top, basis, cell, (y, x) => svg.Palette.Numbered(basis.PositionOf(y, x), count), basis.PositionOf);
        for (var i = 0; legend && i < count; i++)
        {
            var x = Left + (columns * cell) + 24;
            svg.Rectangle(x, Top + (22 * i), 14, 14, $"fill=\"{svg.Palette.Numbered(i, count)}\"");
            svg.Text(x + 21, Top + (22 * i) + 12, $"{Number(i + 1)}: {Number(basis.Orbitals[i].PairCount)} entries", "font-size=\"12\"");
        }

        return svg.ToString();
    }

    /// <summary>Rows, columns, and the size of a cell in pixels.</summary>
    internal static (int Rows, int Columns, int Cell) Size(OrbitalBasis basis)
    {
        var (rows, columns) = (basis.Target.Size, basis.Source.Size);
        return (decimal)rows * columns <= MaxCells
            ? ((int)rows, (int)columns, (int)Math.Clamp(420 / Math.Max(1, Math.Max(rows, columns)), 2, 32))
            : throw new LimitExceededException("cells of a picture", MaxCells, FormattableString.Invariant($"{(decimal)rows * columns} cells"), "choose smaller G-sets");
    }

    /// <summary>The cells of the matrix, lines between the orbits of the two sets, and for small sets the numbers of rows, columns and cells.</summary>
    internal static void DrawMatrix(SvgDocument svg, double left, double top, OrbitalBasis basis, int cell, Func<int, int, string> colour, Func<int, int, int>? number)
    {
        var (rows, columns) = ((int)basis.Target.Size, (int)basis.Source.Size);
        CellGrid.Draw(svg, left, top, cell, rows, columns, colour);
        foreach (var orbit in basis.Source.Orbits.Where(orbit => orbit.BasePoint > 0))
        {
            svg.Line(left + (orbit.BasePoint * cell), top, left + (orbit.BasePoint * cell), top + (rows * cell), "stroke=\"white\" stroke-width=\"3\"");
        }

        foreach (var orbit in basis.Target.Orbits.Where(orbit => orbit.BasePoint > 0))
        {
            svg.Line(left, top + (orbit.BasePoint * cell), left + (columns * cell), top + (orbit.BasePoint * cell), "stroke=\"white\" stroke-width=\"3\"");
        }

        if (cell >= 18)
        {
            const string Axis = "text-anchor=\"middle\" font-size=\"10\" fill=\"#666\"";
            for (var x = 0; x < columns; x++)
            {
                svg.Text(left + ((x + 0.5) * cell), top - 6, Number(x + 1), Axis);
            }

            for (var y = 0; y < rows; y++)
            {
                svg.Text(left - 10, top + ((y + 0.5) * cell) + 4, Number(y + 1), Axis);
                for (var x = 0; number is not null && x < columns; x++)
                {
                    svg.Text(left + ((x + 0.5) * cell), top + ((y + 0.5) * cell) + 4, Number(number(y, x) + 1), $"text-anchor=\"middle\" font-size=\"11\" fill=\"{Palette.TextOn(colour(y, x))}\"");
                }
            }
        }
    }

    /// <summary>A whole number.</summary>
    internal static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
