using System.Numerics;
using System.Runtime.CompilerServices;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The words of a wide set: eight for up to 512 hyperplanes.</summary>
[InlineArray(8)]
internal struct EightWords
{
    private ulong _first;
}

/// <summary>The words of a very wide set: 64 for up to 4096 hyperplanes.</summary>
[InlineArray(64)]
internal struct SixtyFourWords
{
    private ulong _first;
}

/// <summary>A set within 0 .. 511.</summary>
internal readonly struct Bits512 : IBits<Bits512>
{
    private readonly EightWords _words;

    private Bits512(EightWords words) => _words = words;

    public static int Capacity => 512;

    public bool IsEmpty => WideWords.IsEmpty(_words);

    public int Count => WideWords.Count(_words);

    public int Lowest => WideWords.Lowest(_words);

    public static Bits512 operator &(Bits512 left, Bits512 right)
    {
        var words = default(EightWords);
        WideWords.And(left._words, right._words, words);
        return new Bits512(words);
    }

    public static Bits512 operator |(Bits512 left, Bits512 right)
    {
        var words = default(EightWords);
        WideWords.Or(left._words, right._words, words);
        return new Bits512(words);
    }

    public static Bits512 operator ^(Bits512 left, Bits512 right)
    {
        var words = default(EightWords);
        WideWords.Xor(left._words, right._words, words);
        return new Bits512(words);
    }

    public static Bits512 operator ~(Bits512 value)
    {
        var words = default(EightWords);
        WideWords.Not(value._words, words);
        return new Bits512(words);
    }

    public static Bits512 FromWords(ReadOnlySpan<ulong> words)
    {
        var copy = default(EightWords);
        words.CopyTo(copy);
        return new Bits512(copy);
    }

    public bool Contains(int index) => ((_words[index >> 6] >> (index & 63)) & 1) != 0;

    public ulong Word(int index) => _words[index];

    public bool IsSubsetOf(Bits512 other) => WideWords.IsSubset(_words, other._words);

    public bool Equals(Bits512 other) => WideWords.Compare(_words, other._words) == 0;

    public override bool Equals(object? obj) => obj is Bits512 other && Equals(other);

    public override int GetHashCode() => WideWords.Hash(_words);

    public int CompareTo(Bits512 other) => WideWords.Compare(_words, other._words);
}

/// <summary>A set within 0 .. 4095: for low dimensions with very many hyperplanes.</summary>
internal readonly struct Bits4096 : IBits<Bits4096>
{
    private readonly SixtyFourWords _words;

    private Bits4096(SixtyFourWords words) => _words = words;

    public static int Capacity => 4096;

    public bool IsEmpty => WideWords.IsEmpty(_words);

    public int Count => WideWords.Count(_words);

    public int Lowest => WideWords.Lowest(_words);

    public static Bits4096 operator &(Bits4096 left, Bits4096 right)
    {
        var words = default(SixtyFourWords);
        WideWords.And(left._words, right._words, words);
        return new Bits4096(words);
    }

    public static Bits4096 operator |(Bits4096 left, Bits4096 right)
    {
        var words = default(SixtyFourWords);
        WideWords.Or(left._words, right._words, words);
        return new Bits4096(words);
    }

    public static Bits4096 operator ^(Bits4096 left, Bits4096 right)
    {
        var words = default(SixtyFourWords);
        WideWords.Xor(left._words, right._words, words);
        return new Bits4096(words);
    }

    public static Bits4096 operator ~(Bits4096 value)
    {
        var words = default(SixtyFourWords);
        WideWords.Not(value._words, words);
        return new Bits4096(words);
    }

    public static Bits4096 FromWords(ReadOnlySpan<ulong> words)
    {
        var copy = default(SixtyFourWords);
        words.CopyTo(copy);
        return new Bits4096(copy);
    }

    public bool Contains(int index) => ((_words[index >> 6] >> (index & 63)) & 1) != 0;

    public ulong Word(int index) => _words[index];

    public bool IsSubsetOf(Bits4096 other) => WideWords.IsSubset(_words, other._words);

    public bool Equals(Bits4096 other) => WideWords.Compare(_words, other._words) == 0;

    public override bool Equals(object? obj) => obj is Bits4096 other && Equals(other);

    public override int GetHashCode() => WideWords.Hash(_words);

    public int CompareTo(Bits4096 other) => WideWords.Compare(_words, other._words);
}

/// <summary>Word by word operations on spans of equal length.</summary>
internal static class WideWords
{
    public static bool IsEmpty(ReadOnlySpan<ulong> words) => words.IndexOfAnyExcept(0UL) < 0;

    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    public static int Lowest(ReadOnlySpan<ulong> words)
    {
        var at = words.IndexOfAnyExcept(0UL);
        return at < 0 ? 64 * words.Length : 64 * at + BitOperations.TrailingZeroCount(words[at]);
    }

    public static void And(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = left[i] & right[i];
        }
    }

    public static void Or(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = left[i] | right[i];
        }
    }

    public static void Xor(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = left[i] ^ right[i];
        }
    }

    public static void Not(ReadOnlySpan<ulong> value, Span<ulong> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = ~value[i];
        }
    }

    public static bool IsSubset(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if ((left[i] & ~right[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public static int Compare(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        for (var i = left.Length - 1; i >= 0; i--)
        {
            if (left[i] != right[i])
            {
                return left[i].CompareTo(right[i]);
            }
        }

        return 0;
    }

    public static int Hash(ReadOnlySpan<ulong> words)
    {
        var hash = 0UL;
        foreach (var word in words)
        {
            hash = Bits.Mix(hash ^ word);
        }

        return unchecked((int)hash);
    }
}
