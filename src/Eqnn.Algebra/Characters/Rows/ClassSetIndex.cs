namespace Eqnn.Algebra.Characters.Rows;

/// <summary>The places of different class sets in a list, found from their words: an intersection in a work space needs no set of its own.</summary>
internal sealed class ClassSetIndex
{
    private readonly ClassSet[] _sets;
    private readonly int[] _slots;

    public ClassSetIndex(ClassSet[] sets)
    {
        _sets = sets;
        var size = 4;
        while (size < 2 * sets.Length)
        {
            size *= 2;
        }

        _slots = new int[size];
        for (var place = 0; place < sets.Length; place++)
        {
            var at = SlotOf(sets[place].Words);
            while (_slots[at] != 0)
            {
                at = (at + 1) & (_slots.Length - 1);
            }

            _slots[at] = place + 1;
        }
    }

    /// <summary>The place of a set that is in the list.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public int Find(ReadOnlySpan<ulong> words)
    {
        for (var at = SlotOf(words); _slots[at] != 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (_sets[_slots[at] - 1].Words.SequenceEqual(words))
            {
                return _slots[at] - 1;
            }
        }

        throw new KeyNotFoundException("the set is not in the list");
    }

    private int SlotOf(ReadOnlySpan<ulong> words) => (int)(ClassSet.Hash(words) & (uint)(_slots.Length - 1));
}
