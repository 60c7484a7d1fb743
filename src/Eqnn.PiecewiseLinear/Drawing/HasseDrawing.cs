using System.Numerics;
using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Drawing;

/// <summary>Hasse diagrams (SVG): the kernels of the simples, with the simples at their kernels, and the lattice of all normal subgroups.</summary>
/// <remarks>Larger subgroups stand higher. A nonzero map L → K exists iff the box of K is reached from that of L by going upwards: information flows up.</remarks>
public static class HasseDrawing
{
    private const double LayerHeight = 92;
    private const double BoxHeight = 42;
    private const double Gap = 26;

    /// <summary>The kernels of the simples under inclusion.</summary>
    public static string KernelsToSvg(CharacterTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var kernels = table.Simples.GroupBy(simple => string.Join(',', simple.KernelClassPositions)).Select(group => group.ToList()).OrderBy(group => group[0].KernelOrder).ThenBy(group => group[0].Position).ToList();
        var sets = kernels.Select(group => group[0].KernelClassPositions.ToHashSet()).ToList();
        return Draw(
            $"{table.Group.Name}: the kernels of its simples",
            [.. kernels.Select(group => (Shorten(group), FormattableString.Invariant($"kernel of order {group[0].KernelOrder}"), group[0].KernelOrder))],
            (i, j) => sets[i].IsProperSubsetOf(sets[j]),
            "a nonzero piecewise linear map L → K exists if and only if a path leads up from L to K, or both stand in one box");
    }

    /// <summary>The lattice of normal subgroups, N1, N2, ... in the order of the lattice.</summary>
    public static string NormalSubgroupsToSvg(NormalSubgroupLattice lattice)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        return Draw(
            $"{lattice.Table.Group.Name}: its normal subgroups",
            [.. lattice.Subgroups.Select(n => (FormattableString.Invariant($"N{n.Position + 1}"), FormattableString.Invariant($"order {n.Order}"), n.Order))],
            (i, j) => i != j && lattice.Subgroups[i].IsSubgroupOf(lattice.Subgroups[j]),
            null);
    }

    private static string Shorten(List<SimpleRepresentation> group)
    {
        var labels = group.Select(simple => simple.Label).ToList();
        return labels.Count <= 6 ? string.Join(", ", labels) : $"{string.Join(", ", labels.Take(4))}, ..., {labels[^1]}";
    }

    private static string Draw(string title, IReadOnlyList<(string Label, string Caption, BigInteger Order)> nodes, Func<int, int, bool> below, string? remark)
    {
        var n = nodes.Count;
        var covers = new List<(int Lower, int Upper)>();
        var layer = new int[n];
        for (var j = 0; j < n; j++)
        {
            // The nodes ascend by order, so everything below j is known; a cover is something below j with nothing between.
            var under = Enumerable.Range(0, j).Where(i => below(i, j)).ToList();
            var direct = under.Where(i => !under.Any(k => below(i, k))).ToList();
            covers.AddRange(direct.Select(i => (i, j)));
            layer[j] = direct.Select(i => layer[i] + 1).DefaultIfEmpty(0).Max();
        }

        var rows = Enumerable.Range(0, layer.Max() + 1).Select(l => Enumerable.Range(0, n).Where(i => layer[i] == l).ToList()).ToList();
        Untangle(rows, covers, n);
        var widths = nodes.Select(node => Math.Max(64, (Math.Max(node.Label.Length * 7.6, node.Caption.Length * 5.9)) + 18)).ToArray();
        var width = Math.Max(rows.Max(row => row.Sum(i => widths[i] + Gap) + Gap), Math.Max(title.Length * 8.4, (remark?.Length ?? 0) * 6.1) + 28);
        var height = 48 + (rows.Count * LayerHeight) - (LayerHeight - BoxHeight) + 20 + (remark is null ? 0 : 20);
        var x = new double[n];
        foreach (var row in rows)
        {
            var next = (width - row.Sum(i => widths[i] + Gap) + Gap) / 2;
            foreach (var i in row)
            {
                x[i] = next + (widths[i] / 2);
                next += widths[i] + Gap;
            }
        }

        double Top(int i) => 48 + ((rows.Count - 1 - layer[i]) * LayerHeight);
        var svg = new SvgDocument(width, height, title);
        svg.Text(14, 25, title, "font-weight=\"bold\" font-size=\"14\"");
        foreach (var (lower, upper) in covers)
        {
            svg.Line(x[lower], Top(lower), x[upper], Top(upper) + BoxHeight, "stroke=\"#456\" stroke-width=\"1.2\" stroke-opacity=\"0.7\"");
        }

        for (var i = 0; i < n; i++)
        {
            svg.Rectangle(x[i] - (widths[i] / 2), Top(i), widths[i], BoxHeight, "rx=\"9\" fill=\"#eef4fb\" stroke=\"#245\"");
            svg.Text(x[i], Top(i) + 18, nodes[i].Label, "text-anchor=\"middle\"");
            svg.Text(x[i], Top(i) + 34, nodes[i].Caption, "text-anchor=\"middle\" font-size=\"10\" fill=\"#456\"");
        }

        if (remark is not null)
        {
            svg.Text(14, height - 12, remark, "font-size=\"11\" fill=\"#555\"");
        }

        return svg.ToString();
    }

    /// <summary>Orders the rows by the mean place of their neighbours, up and down a few times (Sugiyama's barycentres): fewer crossings.</summary>
    private static void Untangle(List<List<int>> rows, List<(int Lower, int Upper)> covers, int n)
    {
        var place = new double[n];
        void Number(List<int> row)
        {
            for (var i = 0; i < row.Count; i++)
            {
                place[row[i]] = (i + 0.5) / row.Count;
            }
        }

        rows.ForEach(Number);
        for (var pass = 0; pass < 8; pass++)
        {
            foreach (var row in pass % 2 == 0 ? rows : Enumerable.Reverse(rows))
            {
                double Mean(int i)
                {
                    var near = covers.Where(c => c.Lower == i || c.Upper == i).Select(c => place[c.Lower == i ? c.Upper : c.Lower]).ToList();
                    return near.Count == 0 ? place[i] : near.Average();
                }

                var sorted = row.OrderBy(Mean).ThenBy(i => i).ToList();
                row.Clear();
                row.AddRange(sorted);
                Number(row);
            }
        }
    }
}
