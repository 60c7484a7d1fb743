using System.Runtime.InteropServices;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>Numbers lists of whole numbers in the order in which they are met: equal lists, and only those, have one number. Lists are compared entry by entry; a hash only finds them.</summary>
internal sealed class KeyNumbering
{
    /// <summary>The most entries of lists that are kept.</summary>
    public const long MaxEntries = 150_000_000;

    private readonly Dictionary<long[], int> _numbers = new(new Comparer());
    private readonly Dictionary<long[], int>.AlternateLookup<ReadOnlySpan<long>> _lookup;
    private long _entries;

    public KeyNumbering() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<long>>();

    /// <summary>How many different lists were met.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number of a list.</summary>
    /// <exception cref="LimitExceededException">More than <see cref="MaxEntries"/> would have to be kept.</exception>
    public int NumberOf(ReadOnlySpan<long> key)
    {
        if (!_lookup.TryGetValue(key, out var number))
        {
            number = _numbers.Count;
            _entries += key.Length;
            if (_entries > MaxEntries)
            {
                throw new LimitExceededException("entries of different colours", MaxEntries, FormattableString.Invariant($"more, at {number} colours of {key.Length} entries"), "not adjustable; choose smaller G-sets");
            }

            _lookup[key] = number;
        }

        return number;
    }

    private sealed class Comparer : IEqualityComparer<long[]>, IAlternateEqualityComparer<ReadOnlySpan<long>, long[]>
    {
        public bool Equals(long[]? left, long[]? right) => left.AsSpan().SequenceEqual(right);

        public bool Equals(ReadOnlySpan<long> alternate, long[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(long[] key) => GetHashCode(key.AsSpan());

        public int GetHashCode(ReadOnlySpan<long> key)
        {
            var hash = 0x9E3779B97F4A7C15UL;
            foreach (var entry in MemoryMarshal.Cast<long, ulong>(key))
            {
                hash = unchecked((hash ^ entry) * 0xD6E8FEB86659FD93UL);
                hash ^= hash >> 32;
            }

            return unchecked((int)hash);
        }

        public long[] Create(ReadOnlySpan<long> alternate) => alternate.ToArray();
    }
}
