using Eqnn.Algebra.Characters.Rows;

namespace Eqnn.Algebra.Characters.Partitions;

/// <summary>The character χ^λ of S_n, or its restriction to A_n, read from the table of integers.</summary>
/// <param name="table">The table.</param>
/// <param name="place">The place of λ.</param>
/// <param name="typeOfClass">For each class the place of its cycle type.</param>
internal sealed class IntegerRow(PartitionTable table, int place, int[] typeOfClass) : CharacterRow
{
    /// <inheritdoc/>
    public override long Degree { get; } = table.Value(place, typeOfClass[0]);

    /// <summary>λ.</summary>
    public int[] Partition => table.Partitions.All[place];

    /// <summary>The place of λ.</summary>
    public int Place => place;

    /// <summary>λ = (n), which stands last.</summary>
    public override bool IsTrivial => place == table.Partitions.Count - 1;

    /// <summary>No other row has this key.</summary>
    public override int[] KernelKey => [place, 0];

    /// <summary>The value at a class.</summary>
    public long Integer(int c) => table.Value(place, typeOfClass[c]);

    /// <inheritdoc/>
    public override long Id(int c) => PartitionValues.IdOf(Integer(c));

    /// <inheritdoc/>
    public override ClassSet Kernel(int classCount, CharacterValues values)
    {
        // One row read in the order in which it is stored.
        var row = new long[table.Partitions.Count];
        table.ReadRow(place, row);
        return ClassSet.Where(classCount, c => row[typeOfClass[c]] == Degree);
    }

    /// <inheritdoc/>
    public override int Conductor(CharacterValues values) => 1;
}
