using System.Numerics;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>A set of nodes of an interaction graph as bits: rows of the graph, sets of simples reached.</summary>
internal sealed class NodeSet : IEquatable<NodeSet>
{
    private readonly ulong[] _words;

    private NodeSet(int count, ulong[] words)
    {
        Capacity = count;
        _words = words;
    }

    /// <summary>The number of nodes there are.</summary>
    public int Capacity { get; }

    /// <summary>The number of nodes in the set.</summary>
    public int Count => _words.Sum(BitOperations.PopCount);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Array.TrueForAll(_words, word => word == 0);

    /// <summary>The positions, ascending.</summary>
    public IEnumerable<int> Positions => Enumerable.Range(0, Capacity).Where(Contains);

    public static NodeSet Empty(int count) => new(count, new ulong[(count + 63) / 64]);

    public static NodeSet Where(int count, Func<int, bool> contains)
    {
        var words = new ulong[(count + 63) / 64];
        for (var i = 0; i < count; i++)
        {
            if (contains(i))
            {
                words[i >> 6] |= 1UL << (i & 63);
            }
        }

        return new(count, words);
    }

    public bool Contains(int node) => ((_words[node >> 6] >> (node & 63)) & 1) != 0;

    public NodeSet With(int node) => Combine(Where(Capacity, i => i == node), (a, b) => a | b);

    public NodeSet Union(NodeSet other) => Combine(other, (a, b) => a | b);

    public NodeSet Intersect(NodeSet other) => Combine(other, (a, b) => a & b);

    public NodeSet Except(NodeSet other) => Combine(other, (a, b) => a & ~b);

    public bool IsSubsetOf(NodeSet other) => Except(other).IsEmpty;

    public bool Equals(NodeSet? other) => other is not null && Capacity == other.Capacity && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as NodeSet);

    public override int GetHashCode() => _words.Aggregate(Capacity, HashCode.Combine);

    private NodeSet Combine(NodeSet other, Func<ulong, ulong, ulong> combine)
    {
        if (Capacity != other.Capacity)
        {
            throw new ArgumentException($"sets of {Capacity} and of {other.Capacity} nodes are combined");
        }

        return new(Capacity, [.. _words.Zip(other._words, combine)]);
    }
}
