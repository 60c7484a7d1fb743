namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Where a simple K shows: a chamber of the input and a block Z of points of the last layer that networks can single out there, with <c>P_K 1_Z ≠ 0</c>.</summary>
/// <remarks>By docs/theory.md#depth, Theorem 5, this proves that some weights populate K. Made by <see cref="DepthAnalysis"/> alone.</remarks>
public sealed class BlockWitness
{
    internal BlockWitness(int chamber, IReadOnlyList<int> block, IReadOnlyList<int>? input) => (Chamber, Block, Input) = (chamber, block, input);

    /// <summary>The place of the chamber in <see cref="DepthProfile.Chambers"/>.</summary>
    public int Chamber { get; }

    /// <summary>The points of Z, from 0, ascending.</summary>
    public IReadOnlyList<int> Block { get; }

    /// <summary>An integer vector w on X_1 with |G| P_L w in the chamber; <c>null</c> where X_1 is larger than <see cref="DepthOptions.MaxWitnessPoints"/>.</summary>
    public IReadOnlyList<int>? Input { get; }
}
