using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>All intersections of some sets of class positions, the whole set (the empty intersection) included.</summary>
/// <remarks>The sets stand one after the other in one array of words, with a table of hash values beside it: an intersection that is known already costs no allocation.</remarks>
internal sealed class IntersectionClosure
{
    private readonly int _wordCount;
    private ulong[] _words;
    private int[] _slots;
    private int _count;

    private IntersectionClosure(int wordCount)
    {
        _wordCount = wordCount;
        _words = new ulong[64 * wordCount];
        _slots = new int[256];
        Array.Fill(_slots, -1);
    }

    /// <summary>The closure, in no particular order.</summary>
    /// <param name="whole">The whole set.</param>
    /// <param name="sets">The sets.</param>
    /// <param name="maximumCount">How many there may be.</param>
    /// <param name="progress">Told the number of sets used.</param>
    /// <param name="cancellationToken">Looked at for every few thousand intersections.</param>
    /// <returns><c>null</c> if there are more than <paramref name="maximumCount"/>.</returns>
    public static List<ClassSet>? Of(ClassSet whole, IReadOnlyList<ClassSet> sets, int maximumCount, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var closure = new IntersectionClosure(whole.Words.Length);
        closure.Add(whole.Words);
        var scratch = new ulong[whole.Words.Length];
        for (var k = 0; k < sets.Count; k++)
        {
            progress?.Report(new WorkProgress("normal subgroups", k, sets.Count));
            var set = sets[k].Words;

            // Invariant: closed under intersection, with all sets before k in it.
            for (int i = 0, before = closure._count; i < before; i++)
            {
                if ((i & 0x3FFF) == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (closure.Intersect(i, set, scratch) && closure.Add(scratch) && closure._count > maximumCount)
                {
                    return null;
                }
            }
        }

        var list = new List<ClassSet>(closure._count);
        for (var i = 0; i < closure._count; i++)
        {
            list.Add(ClassSet.FromWords(closure._words.AsSpan(i * closure._wordCount, closure._wordCount)));
        }

        return list;
    }

    /// <summary>Writes the intersection of set i with another; <c>false</c> if that is set i itself.</summary>
    private bool Intersect(int i, ReadOnlySpan<ulong> other, Span<ulong> result)
    {
        var own = _words.AsSpan(i * _wordCount, _wordCount);
        var lost = 0UL;
        for (var w = 0; w < own.Length; w++)
        {
            result[w] = own[w] & other[w];
            lost |= own[w] & ~other[w];
        }

        return lost != 0;
    }

    /// <summary>Adds a set; <c>false</c> if it is there.</summary>
    private bool Add(ReadOnlySpan<ulong> set)
    {
        var mask = _slots.Length - 1;
        var slot = (int)ClassSet.Hash(set) & mask;
        for (; _slots[slot] >= 0; slot = (slot + 1) & mask)
        {
            if (_words.AsSpan(_slots[slot] * _wordCount, _wordCount).SequenceEqual(set))
            {
                return false;
            }
        }

        if ((_count + 1) * _wordCount > _words.Length)
        {
            Array.Resize(ref _words, 2 * _words.Length);
        }

        set.CopyTo(_words.AsSpan(_count * _wordCount));
        _slots[slot] = _count++;
        if (2 * _count > _slots.Length)
        {
            Rehash();
        }

        return true;
    }

    private void Rehash()
    {
        _slots = new int[2 * _slots.Length];
        Array.Fill(_slots, -1);
        var mask = _slots.Length - 1;
        for (var i = 0; i < _count; i++)
        {
            var slot = (int)ClassSet.Hash(_words.AsSpan(i * _wordCount, _wordCount)) & mask;
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = i;
        }
    }
}
