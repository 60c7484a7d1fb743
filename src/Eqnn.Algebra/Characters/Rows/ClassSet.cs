using System.Numerics;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>A set of class positions as bits, with equality by content: the inner form of normal subgroups.</summary>
internal sealed class ClassSet : IEquatable<ClassSet>
{
    private readonly ulong[] _words;
    private readonly int _hash;

    private ClassSet(ulong[] words)
    {
        _words = words;
        _hash = (int)Hash(words);
    }

    /// <summary>The words of the bits.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>A hash of some words, 31 bits.</summary>
    public static uint Hash(ReadOnlySpan<ulong> words)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in words)
        {
            // Multiplicative mixing; wraps modulo 2^64 on purpose.
            hash = unchecked((hash ^ word) * 0x9E3779B97F4A7C15UL);
            hash ^= hash >> 29;
        }

        return (uint)(hash >> 32) & 0x7FFFFFFF;
    }

    /// <summary>The set with the given bits.</summary>
    public static ClassSet FromWords(ReadOnlySpan<ulong> words) => new(words.ToArray());

    /// <summary>The set of the positions 0 .. count-1 for which <paramref name="contains"/> holds.</summary>
    public static ClassSet Where(int count, Func<int, bool> contains)
    {
        var words = new ulong[(count + 63) / 64];
        for (var c = 0; c < count; c++)
        {
            if (contains(c))
            {
                words[c >> 6] |= 1UL << (c & 63);
            }
        }

        return new ClassSet(words);
    }

    /// <summary>Whether a position is in the set.</summary>
    public bool Contains(int c) => (uint)c < (uint)(_words.Length * 64) && ((_words[c >> 6] >> (c & 63)) & 1) != 0;

    /// <summary>The intersection.</summary>
    public ClassSet Intersect(ClassSet other)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _words[i] & other._words[i];
        }

        return new ClassSet(words);
    }

    /// <summary>Whether every position is in <paramref name="other"/>.</summary>
    public bool IsSubsetOf(ClassSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The positions, ascending.</summary>
    public int[] Positions()
    {
        var positions = new int[_words.Sum(BitOperations.PopCount)];
        var at = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1)
            {
                positions[at++] = (64 * i) + BitOperations.TrailingZeroCount(word);
            }
        }

        return positions;
    }

    /// <summary>Order of the lists of positions: at the first position that is in only one of the sets, the set that has it comes first; a list that begins another comes first.</summary>
    public int CompareListTo(ClassSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            var difference = _words[i] ^ other._words[i];
            if (difference != 0)
            {
                var bit = BitOperations.TrailingZeroCount(difference);
                var mine = ((_words[i] >> bit) & 1) != 0;
                var (_, shorter) = mine ? (this, other) : (other, this);
                var shorterEnds = shorter.IsEmptyAbove(i, bit);
                return mine != shorterEnds ? -1 : 1;
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    public bool Equals(ClassSet? other) => other is not null && _hash == other._hash && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClassSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    private bool IsEmptyAbove(int word, int bit)
    {
        if (bit < 63 && _words[word] >> (bit + 1) != 0)
        {
            return false;
        }

        for (var i = word + 1; i < _words.Length; i++)
        {
            if (_words[i] != 0)
            {
                return false;
            }
        }

        return true;
    }
}
