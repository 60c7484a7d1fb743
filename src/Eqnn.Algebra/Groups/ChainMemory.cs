namespace Eqnn.Algebra.Groups;

/// <summary>How many entries of written-out representatives a chain may still keep. Beyond the budget representatives are walked in the tree: slower, the same answers.</summary>
internal sealed class ChainMemory(long entries)
{
    private long _left = entries;

    /// <summary>Takes <paramref name="entries"/> from the budget, if they are there.</summary>
    public bool TryReserve(int entries)
    {
        // A race can only make the budget a little smaller or larger: it is a budget, not an invariant.
        if (_left < entries)
        {
            return false;
        }

        Interlocked.Add(ref _left, -entries);
        return true;
    }

    /// <summary>Gives entries back.</summary>
    public void Release(int entries) => Interlocked.Add(ref _left, entries);
}
