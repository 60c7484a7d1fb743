using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Universality;

namespace Eqnn.Drawing;

/// <summary>Hasse diagrams: the kernels of the simples, with the simples at their kernels, and the lattice of all normal subgroups.</summary>
/// <remarks>Larger subgroups stand higher. A nonzero map L → K exists iff the box of K is reached from that of L by going upwards: information flows up.</remarks>
public static class HasseDrawing
{
    /// <summary>The largest number of boxes of a picture.</summary>
    public const int MaxBoxes = 120;

    /// <summary>The kernels of the simples under inclusion.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxBoxes"/> kernels.</exception>
    public static Picture OfKernels(CharacterTable table, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var kernels = table.Simples.GroupBy(simple => string.Join(',', simple.KernelClassPositions)).Select(group => group.ToList()).OrderBy(group => group[0].KernelOrder).ThenBy(group => group[0].Position).ToList();
        var sets = kernels.Select(group => group[0].KernelClassPositions.ToHashSet()).ToList();
        return Draw(
            $"{table.Group.Name}: the kernels of its simples",
            [.. kernels.Select(group => new HasseNode(group[0].Label, [.. group.Select(simple => simple.Label)], Shorten(group, options), FormattableString.Invariant($"kernel of order {group[0].KernelOrder}")))],
            (i, j) => sets[i].IsProperSubsetOf(sets[j]),
            "a nonzero piecewise linear map L → K exists if and only if a path leads up from L to K, or both stand in one box",
            options);
    }

    /// <summary>The lattice of normal subgroups, N1, N2, ... in the order of the lattice.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxBoxes"/> normal subgroups.</exception>
    public static Picture OfNormalSubgroups(NormalSubgroupLattice lattice, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        return Draw(
            $"{lattice.Group.Name}: its normal subgroups",
            [.. lattice.Subgroups.Select(n => Single(FormattableString.Invariant($"N{n.Position + 1}"), FormattableString.Invariant($"order {n.Order}")))],
            (i, j) => i != j && lattice.Subgroups[i].IsSubgroupOf(lattice.Subgroups[j]),
            "N1, N2, ... as eqnn normal-subgroups lists them; a line from a subgroup up to each that covers it",
            options);
    }

    /// <summary>The classes of networks with one hidden layer that is one orbit, T1, T2, … in the order of the table: a line leads up to each class that contains more.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxBoxes"/> classes.</exception>
    public static Picture OfShallowClasses(UniversalityTable table, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);

        // The table begins with the largest class, a diagram with the smallest; what contains more classes comes later.
        bool Below(int i, int j) => i != j && table.Classes[i].IsContainedIn(table.Classes[j]);
        var order = Enumerable.Range(0, table.Classes.Count).OrderBy(j => Enumerable.Range(0, table.Classes.Count).Count(i => Below(i, j))).ThenBy(i => i).ToList();
        return Draw(
            $"{table.Input.Group.Name} on {table.Input.Name}: networks with one hidden layer",
            [.. order.Select(i => table.Classes[i]).Select(known => Single(FormattableString.Invariant($"T{known.Type.Position + 1}"),
                FormattableString.Invariant($"{known.Type.OrbitLength} points, {(known.IsUniversal ? "universal" : known.Separates switch { true => "separates", false => "does not separate", _ => "separation open" })}")))],
            (i, j) => Below(order[i], order[j]),
            "a line leads from a class of networks up to each next larger one; points: the size of the smallest hidden set of the class",
            options);
    }

    private static HasseNode Single(string name, string caption) => new(name, [name], name, caption);

    private static string Shorten(List<SimpleRepresentation> group, PictureOptions? options)
    {
        var labels = group.Select(simple => Panel.NameOf(simple, options ?? PictureOptions.Default)).ToList();
        return labels.Count <= 6 ? string.Join(", ", labels) : $"{string.Join(", ", labels.Take(4))}, ..., {labels[^1]}";
    }

    private static Picture Draw(string title, IReadOnlyList<HasseNode> nodes, Func<int, int, bool> below, string remark, PictureOptions? options) => nodes.Count <= MaxBoxes
        ? new Picture(Panel.Sheet(title, [new HassePanel(nodes, below)], [remark], options))
        : throw new LimitExceededException("boxes of a Hasse diagram", MaxBoxes, FormattableString.Invariant($"{nodes.Count} ({title})"), "not in a picture, which nobody could read; as a graph for Graphviz there is no limit");
}
