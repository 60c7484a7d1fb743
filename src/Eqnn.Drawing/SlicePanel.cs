using System.Globalization;
using System.Text;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>One coordinate of a map on a plane of its source, on which all coordinates but two are fixed: level sets in a square around the middle, and the traces of the hyperplanes of the fan.</summary>
/// <remarks>The square is cut along all hyperplanes; on each cell the map is affine, and its matrix is the exact one of the chamber that holds a point of the cell.</remarks>
internal sealed class SlicePanel : Panel
{
    private const int Levels = 6;
    private const double Margin = 26;

    private readonly double _half;
    private readonly double _side;
    private readonly (int X, int Y) _axes;
    private readonly double _largest;
    private readonly List<(IReadOnlyList<Spot> Cell, double A, double B, double C)> _cells = [];

    /// <summary>The panel.</summary>
    /// <param name="caption">The line above it.</param>
    /// <param name="map">The map.</param>
    /// <param name="fixedAt">The coordinates of the source that are fixed, and their values; all but two.</param>
    /// <param name="target">The frame of the target.</param>
    /// <param name="coordinate">The coordinate of the target.</param>
    /// <param name="side">The side of the square, in pixels.</param>
    public SlicePanel(string caption, PiecewiseLinearMap map, IReadOnlyDictionary<int, Cyclotomic> fixedAt, OrthonormalFrame target, int coordinate, double side)
        : base(caption)
    {
        _side = side;
        var free = Enumerable.Range(0, map.Source.Dimension).Where(i => !fixedAt.ContainsKey(i)).ToList();
        _axes = (free[0], free[1]);

        // The traces of hyperplanes lie at distances like the fixed values.
        _half = fixedAt.Values.Select(value => Math.Abs(value.ToDouble())).DefaultIfEmpty(0).Max() is > 0 and var far ? 2 * far : 1;
        List<IReadOnlyList<Spot>> cells = [[new(-_half, -_half), new(_half, -_half), new(_half, _half), new(-_half, _half)]];
        foreach (var normal in map.Fan.Normals)
        {
            var (a, b, c) = (normal[_axes.X].ToDouble(), normal[_axes.Y].ToDouble(), fixedAt.Sum(pair => normal[pair.Key].ToDouble() * pair.Value.ToDouble()));
            cells = [.. cells.SelectMany(cell => new[] { 1, -1 }.Select(sign => (IReadOnlyList<Spot>)Clipping.Keep(cell, p => sign * ((a * p.X) + (b * p.Y) + c)))).Where(cell => Area(cell) > 1e-9 * _half * _half)];
        }

        foreach (var cell in cells)
        {
            var point = new Cyclotomic[map.Source.Dimension];
            foreach (var (i, value) in fixedAt)
            {
                point[i] = value;
            }

            point[_axes.X] = Rational.FromDouble(cell.Average(p => p.X));
            point[_axes.Y] = Rational.FromDouble(cell.Average(p => p.Y));
            var matrix = map.MatrixOn(map.Fan.Chambers.ChamberAt(point));
            double Row(int column) => target.Point([.. Enumerable.Range(0, matrix.RowCount).Select(r => matrix[r, column].ToDouble())])[coordinate];
            _cells.Add((cell, Row(_axes.X), Row(_axes.Y), fixedAt.Sum(pair => Row(pair.Key) * pair.Value.ToDouble())));
        }

        _largest = _cells.SelectMany(piece => piece.Cell.Select(p => Math.Abs(Value(piece, p)))).Max();
    }

    public override double Width => _side + (2 * Margin);

    public override double Height => _side + (2 * Margin);

    public override void Draw(SvgDocument svg)
    {
        svg.Rectangle(Margin, Margin, _side, _side, $"fill=\"{svg.Palette.Diverging(0)}\"");
        for (var band = -Levels; band < Levels && _largest > 1e-12; band++)
        {
            var (low, high) = (band == -Levels ? -1e9 : band * _largest / Levels, band == Levels - 1 ? 1e9 : (band + 1) * _largest / Levels);
            var path = new StringBuilder();
            foreach (var piece in _cells)
            {
                var kept = Clipping.Keep(Clipping.Keep(piece.Cell, p => Value(piece, p) - low), p => high - Value(piece, p));
                path.Append(kept.Count >= 3 ? SvgDocument.Polygon(kept.Select(Place)) : "");
            }

            if (path.Length > 0)
            {
                var colour = svg.Palette.Diverging((band + 0.5) / Levels);
                svg.Path(path.ToString(), $"fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0.5\"");
            }
        }

        var zero = new StringBuilder();
        foreach (var piece in _cells)
        {
            svg.Path(SvgDocument.Polygon(piece.Cell.Select(Place)), "fill=\"none\" stroke=\"#222\" stroke-opacity=\"0.5\" stroke-width=\"0.6\"");
            if (_largest > 1e-12 && Clipping.Zero(piece.Cell, p => Value(piece, p) - (1e-9 * _largest)) is { } segment)
            {
                var (from, to) = (Place(segment.From), Place(segment.To));
                zero.Append(FormattableString.Invariant($"M{SvgDocument.N(from.X)},{SvgDocument.N(from.Y)} L{SvgDocument.N(to.X)},{SvgDocument.N(to.Y)}"));
            }
        }

        if (zero.Length > 0)
        {
            svg.Path(zero.ToString(), "fill=\"none\" stroke=\"#000\" stroke-width=\"1.8\"");
        }

        svg.Rectangle(Margin, Margin, _side, _side, "fill=\"none\" stroke=\"#333\" stroke-width=\"1.1\"");
        var bound = _half.ToString("0.###", CultureInfo.InvariantCulture);
        const string Axis = "text-anchor=\"middle\" font-size=\"11\" fill=\"#333\"";
        svg.Text(Margin, Margin + _side + 16, "−" + bound, Axis);
        svg.Text(Margin + _side, Margin + _side + 16, bound, Axis);
        svg.Text(Margin + (_side / 2), Margin + _side + 16, FormattableString.Invariant($"v{_axes.X + 1}"), Axis);
        svg.Text(Margin - 12, Margin + (_side / 2) + 4, FormattableString.Invariant($"v{_axes.Y + 1}"), Axis);
        svg.Text(Margin - 12, Margin + 4, bound, Axis);
    }

    private static double Value((IReadOnlyList<Spot> Cell, double A, double B, double C) piece, Spot p) => (piece.A * p.X) + (piece.B * p.Y) + piece.C;

    private static double Area(IReadOnlyList<Spot> polygon) => Math.Abs(Enumerable.Range(0, polygon.Count).Sum(i => (polygon[i].X * polygon[(i + 1) % polygon.Count].Y) - (polygon[i].Y * polygon[(i + 1) % polygon.Count].X))) / 2;

    private Spot Place(Spot p) => new(Margin + (_side * (p.X + _half) / (2 * _half)), Margin + (_side * (_half - p.Y) / (2 * _half)));
}
