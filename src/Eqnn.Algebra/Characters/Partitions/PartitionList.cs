using System.Numerics;

namespace Eqnn.Algebra.Characters.Partitions;

/// <summary>The partitions of one number, parts descending, in lexicographic order: first those with the least first part.</summary>
/// <remarks>Each is known by its place and by its beta numbers: with b beads, bead i stands at λ_i + b - i, i = 1 .. b (λ_i = 0 past the last part) [JamesKerber, §2.7]. One b serves for all sizes up to b.</remarks>
internal sealed class PartitionList
{
    /// <summary>The largest number of beads: positions 0 .. 2b-1 are bits of one word.</summary>
    public const int MaximumBeads = 64;

    private readonly int _beads;
    private readonly UInt128[] _diagrams;
    private readonly Dictionary<UInt128, int> _places;

    /// <summary>The partitions of <paramref name="size"/>, with beta numbers for <paramref name="beads"/> ≥ size beads.</summary>
    public PartitionList(int size, int beads)
    {
        Size = size;
        _beads = beads;
        var found = new List<int[]>();
        Enumerate([], size, size, found);
        All = found;
        _diagrams = [.. found.Select(DiagramOf)];
        _places = new Dictionary<UInt128, int>(found.Count);
        for (var place = 0; place < found.Count; place++)
        {
            _places.Add(_diagrams[place], place);
        }
    }

    /// <summary>The number that is partitioned.</summary>
    public int Size { get; }

    /// <summary>The partitions.</summary>
    public IReadOnlyList<int[]> All { get; }

    /// <summary>The number of partitions.</summary>
    public int Count => All.Count;

    /// <summary>The number of partitions of n.</summary>
    public static BigInteger CountFor(int n)
    {
        var ways = new BigInteger[n + 1];
        ways[0] = 1;
        for (var part = 1; part <= n; part++)
        {
            for (var total = part; total <= n; total++)
            {
                ways[total] += ways[total - part];
            }
        }

        return ways[n];
    }

    /// <summary>The beta numbers as bits.</summary>
    public UInt128 Diagram(int place) => _diagrams[place];

    /// <summary>The place of the partition with these beta numbers, or <c>null</c>.</summary>
    public int? PlaceOf(UInt128 diagram) => _places.TryGetValue(diagram, out var place) ? place : null;

    /// <summary>The place of a partition, parts descending.</summary>
    public int PlaceOf(IReadOnlyList<int> parts) => _places[DiagramOf(parts)];

    /// <summary>The place of the conjugate partition.</summary>
    public int Conjugate(int place)
    {
        var parts = All[place];
        return PlaceOf([.. Enumerable.Range(0, parts.Length == 0 ? 0 : parts[0]).Select(j => parts.Count(part => part > j))]);
    }

    /// <summary>z = ∏ m_i! i^m_i: the order of the centraliser of an element of this cycle type.</summary>
    public BigInteger CentralizerOrder(int place) => All[place].CountBy(part => part).Aggregate(BigInteger.One, (product, part) =>
        product * BigInteger.Pow(part.Key, part.Value) * Enumerable.Range(1, part.Value).Aggregate(BigInteger.One, (a, b) => a * b));

    /// <summary>The degree of the irreducible character: n! over the product of the hook lengths [JamesKerber, 2.3.21].</summary>
    public BigInteger Degree(int place)
    {
        var parts = All[place];
        var (factorial, hooks) = (BigInteger.One, BigInteger.One);
        for (var i = 1; i <= Size; i++)
        {
            factorial *= i;
        }

        for (var row = 0; row < parts.Length; row++)
        {
            for (var column = 0; column < parts[row]; column++)
            {
                hooks *= parts[row] - column + parts.Count(part => part > column) - row - 1;
            }
        }

        return factorial / hooks;
    }

    private static void Enumerate(List<int> parts, int rest, int largest, List<int[]> found)
    {
        if (rest == 0)
        {
            found.Add([.. parts]);
            return;
        }

        for (var part = 1; part <= Math.Min(largest, rest); part++)
        {
            parts.Add(part);
            Enumerate(parts, rest - part, part, found);
            parts.RemoveAt(parts.Count - 1);
        }
    }

    private UInt128 DiagramOf(IReadOnlyList<int> parts)
    {
        var diagram = UInt128.Zero;
        for (var i = 0; i < _beads; i++)
        {
            diagram |= UInt128.One << ((i < parts.Count ? parts[i] : 0) + _beads - 1 - i);
        }

        return diagram;
    }
}
