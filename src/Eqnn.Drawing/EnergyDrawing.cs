using System.Globalization;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Energies;

namespace Eqnn.Drawing;

/// <summary>Energies as bands: sources at the left, targets at the right, the width of a band is its share. What is exactly 0 has no band; a share too small for its width is drawn dashed.</summary>
public static class EnergyDrawing
{
    /// <summary>The most simples of a picture.</summary>
    public const int MaxSimples = 40;

    private const double Unit = 46;
    private const double Gap = 14;
    private const double Left = 90;
    private const double Reach = 340;

    /// <summary>The picture.</summary>
    /// <param name="set">The G-set, for the title.</param>
    /// <param name="activation">f, for the title.</param>
    /// <param name="rows">The energies, all after the same number of layers.</param>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxSimples"/> simples.</exception>
    public static string ToSvg(GSet set, Activation activation, IReadOnlyList<EnergyRow> rows) => Of(set, activation, rows).ToSvg();

    /// <summary>The same as a picture that can be written in several formats.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxSimples"/> simples.</exception>
    public static Picture Of(GSet set, Activation activation, IReadOnlyList<EnergyRow> rows, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(rows);
        var targets = rows.Count == 0 ? [] : rows[0].Shares.Select(share => share.Target).ToList();
        if (Math.Max(rows.Count, targets.Count) > MaxSimples)
        {
            throw new LimitExceededException("simples of a picture of energies", MaxSimples, string.Create(CultureInfo.InvariantCulture, $"{Math.Max(rows.Count, targets.Count)}"), "ask for one source, or for the table");
        }

        var incoming = targets.Select((_, k) => rows.Sum(row => Share(row, k))).ToList();
        var tops = Stack(rows.Select(row => row.Shares.Sum(share => share.Share.ToDouble())));
        var ends = Stack(incoming);
        var height = Math.Max(tops[^1], ends[^1]) + 40;
        var layers = rows.Count == 0 ? 1 : rows[0].Layers;
        var title = $"energies of {activation.Name} on {set.Name} of {set.Group.Name}{(layers > 1 ? string.Create(CultureInfo.InvariantCulture, $", {layers} layers, infinite width") : "")}";
        var svg = new SvgDocument(Left + Reach + 130, height, title, options);
        svg.Heading(14, 24);
        var next = ends.ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            var from = tops[i];
            svg.Text(Left - 10, from + (Unit / 2) + 4, Panel.NameOf(rows[i].Source, svg.Options), "text-anchor=\"end\"");
            for (var k = 0; k < targets.Count; k++)
            {
                var share = rows[i].Shares[k];
                if (share.IsZero)
                {
                    continue;
                }

                var width = share.Share.ToDouble() * Unit;
                var colour = svg.Palette.Numbered(i, rows.Count);
                var (y1, y2) = (from + (width / 2), next[k] + (width / 2));
                svg.Path(
                    $"M{SvgDocument.N(Left)},{SvgDocument.N(y1)} C{SvgDocument.N(Left + (Reach / 2))},{SvgDocument.N(y1)} {SvgDocument.N(Left + (Reach / 2))},{SvgDocument.N(y2)} {SvgDocument.N(Left + Reach)},{SvgDocument.N(y2)}",
                    $"fill=\"none\" stroke=\"{colour}\" stroke-opacity=\"0.75\" stroke-width=\"{SvgDocument.N(Math.Max(width, 0.6))}\"{(width < 0.6 ? " stroke-dasharray=\"5,4\"" : "")}");
                (from, next[k]) = (from + width, next[k] + width);
            }
        }

        for (var k = 0; k < targets.Count; k++)
        {
            var share = rows.Count == 1 ? " " + (rows[0].Shares[k].IsZero ? "exactly 0" : (100 * rows[0].Shares[k].Share.ToDouble()).ToString("0.###", CultureInfo.InvariantCulture) + " %") : "";
            svg.Text(Left + Reach + 10, ends[k] + (incoming[k] * Unit / 2) + 4, Panel.NameOf(targets[k], svg.Options) + share, "");
        }

        return new Picture(svg);
    }

    private static double Share(EnergyRow row, int k) => row.Shares[k].Share.ToDouble();

    /// <summary>The tops of blocks one below the other, and where the last one ends.</summary>
    private static List<double> Stack(IEnumerable<double> sizes)
    {
        var tops = new List<double> { 44 };
        foreach (var size in sizes)
        {
            tops.Add(tops[^1] + Math.Max(size * Unit, 10) + Gap);
        }

        return tops;
    }
}
