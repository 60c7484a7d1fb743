using System.Numerics;

namespace Eqnn.Algebra.Characters.Partitions;

/// <summary>A square table of integers χ^λ(μ), λ and μ the partitions of one number, in the narrowest machine integers that hold a bound for each column.</summary>
/// <remarks>Columns stand in blocks, by ascending order z_μ of the centraliser: then the columns of a block have similar bounds.</remarks>
internal sealed class PartitionTable
{
    private readonly ColumnBlock[] _blocks;
    private readonly int[] _order;
    private readonly int[] _position;

    /// <summary>An empty table.</summary>
    /// <param name="partitions">The partitions.</param>
    /// <param name="headroom">How many values of the bound √z_μ can be added without overflow.</param>
    public PartitionTable(PartitionList partitions, int headroom)
    {
        Partitions = partitions;
        var centralizers = Enumerable.Range(0, partitions.Count).Select(partitions.CentralizerOrder).ToArray();
        _order = [.. Enumerable.Range(0, partitions.Count)];
        Array.Sort(centralizers, _order);
        _position = new int[_order.Length];
        foreach (var (position, type) in _order.Index())
        {
            _position[type] = position;
        }

        _blocks = [.. centralizers.Chunk(ColumnBlock.Width).Select(block => ColumnBlock.Of(partitions.Count, Root(block[^1]), headroom))];
    }

    /// <summary>The partitions: they name rows and columns.</summary>
    public PartitionList Partitions { get; }

    /// <summary>The blocks.</summary>
    public IReadOnlyList<ColumnBlock> Blocks => _blocks;

    /// <summary>The cycle types of the columns of a block, in their order.</summary>
    public ReadOnlySpan<int> TypesOf(int block) => _order.AsSpan((block * ColumnBlock.Width)..Math.Min(_order.Length, (block + 1) * ColumnBlock.Width));

    /// <summary>Where the column of a cycle type stands.</summary>
    public (ColumnBlock Block, int Column) Find(int type)
    {
        var (block, column) = Math.DivRem(_position[type], ColumnBlock.Width);
        return (_blocks[block], column);
    }

    /// <summary>χ^λ(μ), λ and μ by their places.</summary>
    public long Value(int partition, int type)
    {
        var (block, column) = Find(type);
        return block.Value(partition, column);
    }

    /// <summary>Copies the values of all characters at one class.</summary>
    public void ReadColumn(int type, Span<long> values)
    {
        var (block, column) = Find(type);
        block.Read(column, values);
    }

    /// <summary>Copies the values of one character at all classes.</summary>
    public void ReadRow(int partition, Span<long> values)
    {
        Span<long> part = stackalloc long[ColumnBlock.Width];
        for (var block = 0; block < _blocks.Length; block++)
        {
            _blocks[block].ReadRow(partition, part);
            foreach (var (column, type) in TypesOf(block).ToArray().Index())
            {
                values[type] = part[column];
            }
        }
    }

    /// <summary>The integer part of the square root.</summary>
    private static BigInteger Root(BigInteger z)
    {
        // Newton's iteration from above.
        var root = BigInteger.One << (int)((z.GetBitLength() + 1) / 2);
        for (var next = (root + (z / root)) / 2; next < root; next = (root + (z / root)) / 2)
        {
            root = next;
        }

        return root;
    }
}
