using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>A set of small numbers (hyperplanes), held in a fixed number of machine words, so that loops over chambers specialise to the size at hand.</summary>
internal interface IBits<T> : IEquatable<T>, IComparable<T>
    where T : struct, IBits<T>
{
    /// <summary>Members lie in <c>0 .. Capacity - 1</c>.</summary>
    static abstract int Capacity { get; }

    static abstract T operator &(T left, T right);

    static abstract T operator |(T left, T right);

    static abstract T operator ^(T left, T right);

    static abstract T operator ~(T value);

    /// <summary>The set whose words, lowest first, are given; missing words are empty.</summary>
    static abstract T FromWords(ReadOnlySpan<ulong> words);

    bool IsEmpty { get; }

    int Count { get; }

    /// <summary>The least member of a nonempty set.</summary>
    int Lowest { get; }

    bool Contains(int index);

    ulong Word(int index);

    bool IsSubsetOf(T other);
}

/// <summary>What all sizes share.</summary>
internal static class Bits
{
    public static T Single<T>(int index)
        where T : struct, IBits<T>
    {
        Span<ulong> words = stackalloc ulong[(T.Capacity + 63) / 64];
        words.Clear();
        words[index >> 6] = 1UL << (index & 63);
        return T.FromWords(words);
    }

    /// <summary>The set 0 .. count - 1.</summary>
    public static T First<T>(int count)
        where T : struct, IBits<T>
    {
        Span<ulong> words = stackalloc ulong[(T.Capacity + 63) / 64];
        for (var w = 0; w < words.Length; w++)
        {
            var here = Math.Clamp(count - 64 * w, 0, 64);
            words[w] = here == 64 ? ulong.MaxValue : (1UL << here) - 1;
        }

        return T.FromWords(words);
    }

    public static ulong LowMask(int count) => count >= 64 ? ulong.MaxValue : (1UL << count) - 1;

    public static ulong Mix(ulong x)
    {
        // The finaliser of splitmix64: wraps on purpose.
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}

/// <summary>A set within 0 .. 63.</summary>
internal readonly struct Bits64(ulong word) : IBits<Bits64>
{
    private readonly ulong _word = word;

    public static int Capacity => 64;

    public bool IsEmpty => _word == 0;

    public int Count => BitOperations.PopCount(_word);

    public int Lowest => BitOperations.TrailingZeroCount(_word);

    public static Bits64 operator &(Bits64 left, Bits64 right) => new(left._word & right._word);

    public static Bits64 operator |(Bits64 left, Bits64 right) => new(left._word | right._word);

    public static Bits64 operator ^(Bits64 left, Bits64 right) => new(left._word ^ right._word);

    public static Bits64 operator ~(Bits64 value) => new(~value._word);

    public static Bits64 FromWords(ReadOnlySpan<ulong> words) => new(words[0]);

    public bool Contains(int index) => ((_word >> index) & 1) != 0;

    public ulong Word(int index) => _word;

    public bool IsSubsetOf(Bits64 other) => (_word & ~other._word) == 0;

    public bool Equals(Bits64 other) => _word == other._word;

    public override bool Equals(object? obj) => obj is Bits64 other && Equals(other);

    public override int GetHashCode() => unchecked((int)Bits.Mix(_word));

    public int CompareTo(Bits64 other) => _word.CompareTo(other._word);
}

/// <summary>A set within 0 .. 127.</summary>
internal readonly struct Bits128(ulong low, ulong high) : IBits<Bits128>
{
    private readonly ulong _low = low;
    private readonly ulong _high = high;

    public static int Capacity => 128;

    public bool IsEmpty => (_low | _high) == 0;

    public int Count => BitOperations.PopCount(_low) + BitOperations.PopCount(_high);

    public int Lowest => _low != 0 ? BitOperations.TrailingZeroCount(_low) : 64 + BitOperations.TrailingZeroCount(_high);

    public static Bits128 operator &(Bits128 left, Bits128 right) => new(left._low & right._low, left._high & right._high);

    public static Bits128 operator |(Bits128 left, Bits128 right) => new(left._low | right._low, left._high | right._high);

    public static Bits128 operator ^(Bits128 left, Bits128 right) => new(left._low ^ right._low, left._high ^ right._high);

    public static Bits128 operator ~(Bits128 value) => new(~value._low, ~value._high);

    public static Bits128 FromWords(ReadOnlySpan<ulong> words) => new(words[0], words.Length > 1 ? words[1] : 0);

    public bool Contains(int index) => (((index < 64 ? _low : _high) >> (index & 63)) & 1) != 0;

    public ulong Word(int index) => index == 0 ? _low : _high;

    public bool IsSubsetOf(Bits128 other) => ((_low & ~other._low) | (_high & ~other._high)) == 0;

    public bool Equals(Bits128 other) => _low == other._low && _high == other._high;

    public override bool Equals(object? obj) => obj is Bits128 other && Equals(other);

    public override int GetHashCode() => unchecked((int)Bits.Mix(_low ^ Bits.Mix(_high)));

    public int CompareTo(Bits128 other) => _high != other._high ? _high.CompareTo(other._high) : _low.CompareTo(other._low);
}
