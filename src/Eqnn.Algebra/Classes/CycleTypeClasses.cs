using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>The classes of S_n and A_n in their natural action, by cycle types; nothing is enumerated but the partitions of n.</summary>
/// <remarks>
/// <para>The class of cycle type λ in S_n has n!/∏ m_i! i^m_i elements, m_i the number of cycles of length i. In A_n (n ≥ 2) it is one class if λ is even, two of half the size if moreover the parts of λ are odd and distinct
/// (then all elements commuting with it are even).</para>
/// <para>The least image list of cycle type λ has its cycles in ascending length on consecutive points, each x ↦ x + 1 until it closes: closing a cycle of the wanted least length is always the smallest choice. For a split class the
/// other half starts with the next larger list of the type, where the last three images are those of (… a c b) in place of (… a b c): the conjugating element is one transposition.</para>
/// </remarks>
internal sealed class CycleTypeClasses : ClassPartition
{
    private readonly int _degree;
    private readonly Entry[] _classes;
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);
    private readonly bool _alternating;

    public CycleTypeClasses(int degree, bool alternating, GroupLimits limits)
    {
        _degree = degree;
        _alternating = alternating;
        // p(n) first: the list itself may be astronomically long.
        limits.RequireClasses(PartitionCount(degree, limits.MaxClasses));
        var found = new List<Entry>();
        foreach (var parts in Partitions(degree))
        {
            if (alternating && !IsEven(parts))
            {
                continue;
            }

            var size = SymmetricClassSize(parts);
            var order = LeastCommonMultiple(parts);
            if (alternating && degree > 1 && IsSplit(parts))
            {
                found.Add(new Entry(parts, size / 2, order, false));
                found.Add(new Entry(parts, size / 2, order, true));
            }
            else
            {
                found.Add(new Entry(parts, size, order, false));
            }
        }

        _classes = found.ToArray();
        var images = new Dictionary<Entry, int[]>();
        foreach (var entry in _classes)
        {
            images[entry] = LeastImages(entry);
        }

        Array.Sort(_classes, (a, b) =>
        {
            var byOrder = a.ElementOrder.CompareTo(b.ElementOrder);
            var bySize = byOrder != 0 ? byOrder : a.Size.CompareTo(b.Size);
            return bySize != 0 ? bySize : images[a].AsSpan().SequenceCompareTo(images[b]);
        });
        for (var i = _classes.Length - 1; i >= 0; i--)
        {
            // The half with the smaller representative stands first and owns the key; the other follows at once or later in the same (order, size).
            if (!_classes[i].SecondHalf)
            {
                _first[Key(_classes[i].Parts)] = i;
            }
            else
            {
                _second[Key(_classes[i].Parts)] = i;
            }
        }
    }

    private readonly Dictionary<string, int> _second = new(StringComparer.Ordinal);

    public override string Origin => "cycle types";

    public override int Count => _classes.Length;

    /// <summary>The cycle type of a class, parts ascending, fixed points included.</summary>
    public int[] CycleType(int position) => _classes[position].Parts;

    public override BigInteger Size(int position) => _classes[position].Size;

    public override long ElementOrder(int position) => _classes[position].ElementOrder;

    public override Permutation Representative(int position) => PermutationArrays.ToPermutation(LeastImages(_classes[position]));

    public override int PositionOf(int[] images)
    {
        var parts = PermutationArrays.CycleLengths(images);
        Array.Sort(parts);
        var key = Key(parts);
        var first = _first[key];
        if (!_alternating || !_second.TryGetValue(key, out var second))
        {
            return first;
        }

        return ConjugatorIsEven(LeastImages(_classes[first]), images) ? first : second;
    }

    /// <summary>A power x^k cuts each cycle of length l into gcd(l, k) ones. In A_n a split class goes to itself exactly if the Jacobi symbol of k and the product of the lengths is 1: the sign of i ↦ ki on the cycles.</summary>
    public override int PowerPosition(int position, long k)
    {
        var entry = _classes[position];
        var reduced = (int)(((k % entry.ElementOrder) + entry.ElementOrder) % entry.ElementOrder);
        if (reduced == 0)
        {
            return 0;
        }

        if (NumberTheory.Gcd(entry.ElementOrder, reduced) == 1)
        {
            // The same cycle type; only a split class has another one of its type.
            var key = Key(entry.Parts);
            var stays = !_second.TryGetValue(key, out var second) || NumberTheory.Kronecker(reduced, entry.Parts.Aggregate(1L, (product, part) => product * part)) > 0;
            return stays ? position : position == second ? _first[key] : second;
        }

        var parts = new List<int>();
        foreach (var part in entry.Parts)
        {
            var pieces = (int)NumberTheory.Gcd(reduced, part);
            parts.AddRange(Enumerable.Repeat(part / pieces, pieces));
        }

        // Some cycle is cut, into equal ones, so this type does not split.
        parts.Sort();
        return _first[Key([.. parts])];
    }

    /// <inheritdoc/>
    public override int[] PowerPositions(int position)
    {
        // The class depends on the greatest common divisor with the order only, but for split classes.
        var order = checked((int)ElementOrder(position));
        var powers = new int[order];
        var known = new Dictionary<int, int>();
        var isSplit = _second.ContainsKey(Key(_classes[position].Parts));
        for (var k = 1; k < order; k++)
        {
            var divisor = (int)NumberTheory.Gcd(order, k);
            if (divisor == 1 && isSplit)
            {
                powers[k] = PowerPosition(position, k);
            }
            else
            {
                if (!known.TryGetValue(divisor, out var power))
                {
                    power = PowerPosition(position, divisor);
                    known.Add(divisor, power);
                }

                powers[k] = power;
            }
        }

        return powers;
    }

    /// <summary>The number of partitions of n, or a number above the bound once that is certain.</summary>
    private static BigInteger PartitionCount(int n, int bound)
    {
        // p grows with n, so one small n above the bound decides; the recurrence is the coin counting one.
        var cap = Math.Min(n, 400);
        var ways = new BigInteger[cap + 1];
        ways[0] = 1;
        for (var part = 1; part <= cap; part++)
        {
            for (var total = part; total <= cap; total++)
            {
                ways[total] += ways[total - part];
            }
        }

        return ways[cap] > bound || cap == n ? ways[cap] : throw new LimitExceededException("degree for cycle types", 400, FormattableString.Invariant($"degree {n}"), "not possible");
    }

    /// <summary>All partitions, parts ascending.</summary>
    private static IEnumerable<int[]> Partitions(int n)
    {
        // Ascending compositions (Kelleher): each partition once, no recursion.
        var parts = new int[n + 1];
        var k = n == 0 ? 0 : 1;
        if (n == 0)
        {
            yield return [];
            yield break;
        }

        parts[1] = n;
        while (k != 0)
        {
            var x = parts[k - 1] + 1;
            var y = parts[k] - 1;
            k--;
            while (x <= y)
            {
                parts[k] = x;
                y -= x;
                k++;
            }

            parts[k] = x + y;
            yield return parts.AsSpan(0, k + 1).ToArray();
        }
    }

    private static string Key(int[] parts)
    {
        Span<char> key = parts.Length <= 256 ? stackalloc char[parts.Length] : new char[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            key[i] = (char)parts[i];
        }

        return new string(key);
    }

    private static bool IsEven(int[] parts)
    {
        var even = true;
        foreach (var part in parts)
        {
            even ^= (part & 1) == 0;
        }

        return even;
    }

    private static bool IsSplit(int[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if ((parts[i] & 1) == 0 || (i > 0 && parts[i] == parts[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private BigInteger SymmetricClassSize(int[] parts)
    {
        var size = NumberTheory.Factorial(_degree);
        var multiplicity = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            multiplicity = i > 0 && parts[i] == parts[i - 1] ? multiplicity + 1 : 1;
            size /= (BigInteger)parts[i] * multiplicity;
        }

        return size;
    }

    private static long LeastCommonMultiple(int[] parts)
    {
        var order = 1L;
        foreach (var part in parts)
        {
            order = NumberTheory.Lcm(order, part);
        }

        return order;
    }

    private static int[] LeastImages(Entry entry)
    {
        var total = 0;
        foreach (var part in entry.Parts)
        {
            total += part;
        }

        var images = new int[total];
        var start = 0;
        foreach (var part in entry.Parts)
        {
            for (var i = 0; i < part; i++)
            {
                images[start + i] = i + 1 < part ? start + i + 1 : start;
            }

            start += part;
        }

        if (entry.SecondHalf)
        {
            // The last cycle (…, a, b, c) with its last two points exchanged.
            var last = entry.Parts[^1];
            var (a, b, c) = (total - 3, total - 2, total - 1);
            images[a] = c;
            images[c] = b;
            images[b] = total - last;
        }

        return images;
    }

    /// <summary>Whether some (then every) g with g a g⁻¹ = b is even, for a, b of one cycle type with odd distinct parts.</summary>
    private static bool ConjugatorIsEven(int[] a, int[] b)
    {
        var starts = new Dictionary<int, int>();
        foreach (var (start, length) in PermutationArrays.Cycles(a))
        {
            starts[length] = start;
        }

        var g = new int[a.Length];
        foreach (var (start, length) in PermutationArrays.Cycles(b))
        {
            var x = starts[length];
            var y = start;
            for (var i = 0; i < length; i++)
            {
                g[x] = y;
                x = a[x];
                y = b[y];
            }
        }

        return PermutationArrays.Sign(g) > 0;
    }

    private sealed record Entry(int[] Parts, BigInteger Size, long ElementOrder, bool SecondHalf)
    {
        public bool Equals(Entry? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
