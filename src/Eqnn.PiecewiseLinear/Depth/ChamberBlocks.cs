namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What networks with one input channel can tell apart after t layers, for inputs in one chamber: the partition π_t of the last G-set.</summary>
/// <remarks>Re-checkable: blocks of π_2 have equal sums of the forms (D v)_x over every orbital, blocks of the later ones equal counts of the earlier blocks (docs/theory.md#depth, Theorem 5).</remarks>
public sealed class ChamberBlocks
{
    internal ChamberBlocks(int chamber, IReadOnlyList<IReadOnlyList<int>> blocks) => (Chamber, Blocks) = (chamber, blocks);

    /// <summary>The place of the chamber in <see cref="DepthProfile.Chambers"/>.</summary>
    public int Chamber { get; }

    /// <summary>The blocks, each ascending, in the order of their least points.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Blocks { get; }
}
