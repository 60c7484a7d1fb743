using Eqnn.Algebra.Characters.Rows;

namespace Eqnn.Algebra.Characters.Partitions;

/// <summary>One of the two halves of the restriction to A_n of χ^λ, λ = λ': half of it, but for the two classes of one cycle type, where the values are (ε ± √(ε P))/2.</summary>
/// <param name="whole">The restriction.</param>
/// <param name="first">The first of the two classes.</param>
/// <param name="second">The second one.</param>
/// <param name="atFirst">The number of the value there.</param>
/// <param name="atSecond">The number of the value at the second one.</param>
/// <param name="half">1 or -1: which of the two.</param>
internal sealed class SplitRow(IntegerRow whole, int first, int second, long atFirst, long atSecond, int half) : CharacterRow
{
    /// <inheritdoc/>
    public override long Degree => whole.Degree / 2;

    /// <summary>The restriction.</summary>
    public IntegerRow Whole => whole;

    /// <summary>The two classes.</summary>
    public (int First, int Second) Classes => (first, second);

    /// <summary>The other half: that of a complex conjugate pair, if they are not real.</summary>
    public SplitRow Other => new(whole, first, second, atSecond, atFirst, -half);

    /// <summary>1 or -1: which of the two halves.</summary>
    public int Half => half;

    /// <summary>No other row has this key.</summary>
    public override int[] KernelKey => [whole.Place, half];

    /// <inheritdoc/>
    public override long Id(int c) => c == first ? atFirst : c == second ? atSecond : PartitionValues.IdOf(whole.Integer(c) / 2);

    /// <inheritdoc/>
    public override int Conductor(CharacterValues values) => values.Value(atFirst).Conductor;
}
