using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.Drawing;

/// <summary>An equivariant linear map as a picture: its matrix, and beside it what it does to each simple.</summary>
/// <remarks>
/// On the regular set of a product of two cyclic groups the second part is the map in pictures: the filter (the image of the first coordinate vector) and the eigenvalue at each pair of frequencies.
/// Elsewhere it is a bar for each real eigenvalue; larger blocks and complex eigenvalues are left to the text.
/// </remarks>
public static class OperatorDrawing
{
    private const double Left = 40;
    private const double Top = 74;
    private const double Between = 56;
    private const int MaxBars = 24;

    /// <summary>The picture.</summary>
    /// <param name="map">The map.</param>
    /// <param name="decomposition">The decomposition of its G-set.</param>
    /// <param name="vector">The coordinates of a vector that is drawn beside its image, where the points form a plane.</param>
    /// <exception cref="ArgumentException">The decomposition is that of another G-set, or the vector has another length.</exception>
    /// <exception cref="LimitExceededException">The matrix is too large to draw or to decompose.</exception>
    public static string ToSvg(OrbitalOperator map, IsotypicDecomposition decomposition, IReadOnlyList<RealCyclotomic>? vector = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        var (rows, columns, cell) = OrbitalDrawing.Size(map.Basis);
        var blocks = map.BlocksOf(decomposition);
        var group = decomposition.Table.Group;
        var plane = PlaneOf(map.Basis.Source);
        var bars = plane is null ? Bars(blocks) : [];
        var side = plane is { } torus ? Math.Clamp((((rows * cell) - 46) / 2) / Math.Max(torus.Rows, torus.Columns), 6, 40) : 0;
        var x = Left + (columns * cell) + Between;
        var title = $"An equivariant map of the functions on {map.Basis.Source.Name}, {group.Name}";
        var width = Math.Max(x + (plane is { } p ? ((p.Columns * side) + 100) * (vector is null ? 1 : 2) - (vector is null ? 0 : 64) : bars.Count > 0 ? 330 : 0), (title.Length * 8) + 30);
        var height = Top + Math.Max(rows * cell, Math.Max(20 * bars.Count, plane is { } q ? (2 * q.Rows * side) + 46 : 0)) + 24;
        var svg = new SvgDocument(width, height, title);
        svg.Text(12, 22, title, "font-weight=\"bold\"");
        svg.Text(Left, Top - 20, "matrix: row y, column x", "font-size=\"11\" fill=\"#666\"");
        var largest = Largest(map.Weights.Select(weight => weight.ToDouble()));
        var colours = map.Weights.Select(weight => weight.IsZero ? "" : svg.Palette.Diverging(weight.ToDouble() / largest)).ToList();
        OrbitalDrawing.DrawMatrix(svg, Left, Top, map.Basis, cell, (r, c) => colours[map.Basis.PositionOf(r, c)], null);
        if (plane is { } grid)
        {
            DrawFilter(svg, x, map, grid, side, colours);
            DrawResponse(svg, x, Top + (grid.Rows * side) + 46, blocks, grid, side);
            if (vector is not null)
            {
                var right = x + (grid.Columns * side) + 86;
                DrawVector(svg, right, Top, "a vector", vector, grid, side);
                DrawVector(svg, right, Top + (grid.Rows * side) + 46, "its image", map.Apply(vector), grid, side);
            }
        }
        else if (bars.Count > 0)
        {
            DrawBars(svg, x, bars);
        }

        return svg.ToString();
    }

    /// <summary>The orders of two generators and the point reached by their powers, where the set is regular and the group their direct product.</summary>
    private static (int Rows, int Columns, Func<int, int, int> PointAt)? PlaneOf(GSet set)
    {
        var group = set.Group;
        if (group.Generators.Count != 2 || !AbelianFrequencies.AreDefinedFor(group) || !set.IsTransitive || set.Size != group.Order)
        {
            return null;
        }

        var (a, b) = (set.ActionOf(group.Generators[0]), set.ActionOf(group.Generators[1]));
        return ((int)group.Generators[0].Order, (int)group.Generators[1].Order, (i, j) => (a.Power(i) * b.Power(j))[0]);
    }

    private static void DrawFilter(SvgDocument svg, double left, OrbitalOperator map, (int Rows, int Columns, Func<int, int, int> PointAt) plane, int side, List<string> colours)
    {
        // Shifted by half a period, so that the neighbours of the first point surround it.
        svg.Text(left, Top - 8, "filter: the image of one point", "font-size=\"11\" fill=\"#666\"");
        CellGrid.Draw(svg, left, Top, side, plane.Rows, plane.Columns, (i, j) => colours[map.Basis.PositionOf(plane.PointAt(i - (plane.Rows / 2), j - (plane.Columns / 2)), 0)]);
        svg.Rectangle(left + (plane.Columns / 2 * side), Top + (plane.Rows / 2 * side), side, side, "fill=\"none\" stroke=\"white\" stroke-width=\"1.5\"");
    }

    /// <summary>Black is the largest value and white is 0, unless there are negative values.</summary>
    private static void DrawVector(SvgDocument svg, double left, double top, string caption, IReadOnlyList<RealCyclotomic> vector, (int Rows, int Columns, Func<int, int, int> PointAt) plane, int side)
    {
        var values = vector.Select(coordinate => coordinate.ToDouble()).ToList();
        var largest = Largest(values);
        svg.Text(left, top - 8, values.Min() < 0 ? caption : $"{caption} (black: {largest.ToString("0.###", CultureInfo.InvariantCulture)})", "font-size=\"11\" fill=\"#666\"");
        CellGrid.Draw(svg, left, top, side, plane.Rows, plane.Columns, (i, j) => values[plane.PointAt(i, j)] is var value && values.Min() < 0 ? svg.Palette.Diverging(value / largest) : Palette.Grey(value / largest));
    }

    private static void DrawResponse(SvgDocument svg, double left, double top, IReadOnlyList<OperatorBlock> blocks, (int Rows, int Columns, Func<int, int, int> PointAt) plane, int side)
    {
        var values = new double[plane.Rows, plane.Columns];
        foreach (var block in blocks)
        {
            foreach (var character in block.Simple.Constituents)
            {
                var frequencies = AbelianFrequencies.Of(character);
                values[frequencies[0], frequencies[1]] = Math.Abs(block.Eigenvalue.ToComplex().Imaginary) > 1e-9 ? block.Eigenvalue.ToComplex().Magnitude : block.Eigenvalue.ToComplex().Real;
            }
        }

        var largest = Largest(values.Cast<double>());
        var real = blocks.All(block => block.Eigenvalue.IsReal);
        svg.Text(left, top - 8, $"{(real ? "eigenvalue" : "size of the eigenvalue")} at frequency (k, l)", "font-size=\"11\" fill=\"#666\"");
        CellGrid.Draw(svg, left, top, side, plane.Rows, plane.Columns, (k, l) => svg.Palette.Diverging(values[k, l] / largest));
        const string Axis = "text-anchor=\"middle\" font-size=\"9\" fill=\"#666\"";
        for (var k = 0; side >= 10 && k < plane.Rows; k++)
        {
            svg.Text(left - 8, top + ((k + 0.5) * side) + 3, OrbitalDrawing.Number(k), Axis);
        }

        for (var l = 0; side >= 10 && l < plane.Columns; l++)
        {
            svg.Text(left + ((l + 0.5) * side), top + (plane.Rows * side) + 11, OrbitalDrawing.Number(l), Axis);
        }

        var (smallest, x, steps) = (Math.Min(0, values.Cast<double>().Min()), left + (plane.Columns * side) + 18, 40);
        var height = plane.Rows * side;
        for (var i = 0; i < steps; i++)
        {
            var value = largest + ((smallest - largest) * i / (steps - 1));
            svg.Rectangle(x, top + (height * (double)i / steps), 12, (height / (double)steps) + 0.3, $"fill=\"{svg.Palette.Diverging(value / largest)}\"");
        }

        svg.Rectangle(x, top, 12, height, "fill=\"none\" stroke=\"#245\" stroke-width=\"0.7\"");
        foreach (var value in new[] { largest, 0, smallest }.Distinct())
        {
            var y = largest > smallest ? top + ((largest - value) / (largest - smallest) * height) : top;
            svg.Text(x + 17, y + 4, value.ToString("0.###", CultureInfo.InvariantCulture), "font-size=\"10\"");
        }
    }

    /// <summary>The distinct real eigenvalues, largest first, with the dimension on which each is taken; none if there are too many.</summary>
    private static List<(double Value, string Label)> Bars(IReadOnlyList<OperatorBlock> blocks)
    {
        var bars = blocks.Where(block => block.IsNumber && block.Eigenvalue.IsReal).GroupBy(block => block.Eigenvalue)
            .OrderByDescending(bar => bar.Key, Comparer<Cyclotomic>.Create(Cyclotomic.CompareReal))
            .Select(bar => (bar.Key.ToDouble(), string.Create(CultureInfo.InvariantCulture, $"{bar.Key.ToDecimalString(4)} on {string.Join(", ", bar.Select(block => block.Simple.Label))}, dim {bar.Sum(block => block.Simple.Dimension * block.Multiplicity)}")))
            .ToList();
        return bars.Count <= MaxBars ? bars : [];
    }

    private static void DrawBars(SvgDocument svg, double left, List<(double Value, string Label)> bars)
    {
        var largest = Largest(bars.Select(bar => bar.Value));
        svg.Text(left, Top - 20, "eigenvalues", "font-size=\"11\" fill=\"#666\"");
        for (var i = 0; i < bars.Count; i++)
        {
            var y = Top + (20 * i);
            svg.Rectangle(left, y, Math.Max(1, Math.Abs(bars[i].Value) / largest * 90), 13, $"fill=\"{(bars[i].Value >= 0 ? "#b2182b" : "#2166ac")}\"");
            svg.Text(left + 98, y + 11, bars[i].Label, "font-size=\"11\"");
        }
    }

    private static double Largest(IEnumerable<double> values) => Math.Max(1e-300, values.Select(Math.Abs).DefaultIfEmpty(1).Max());
}
