using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Chains;

/// <summary>How many entries of written-out representatives a chain may still keep. Beyond the budget representatives are walked in the tree: slower, the same answers.</summary>
internal sealed class ChainMemory(long entries)
{
    /// <summary>The most entries that the arrays without which a chain is none may hold: 400 MB.</summary>
    public const long MaxEntries = 100_000_000;

    private long _left = entries;
    private long _charged;

    /// <summary>Counts entries that are needed.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxEntries"/>.</exception>
    public void Charge(long needed)
    {
        if (Interlocked.Add(ref _charged, needed) > MaxEntries)
        {
            throw TooLong("more");
        }
    }

    /// <summary>Refuses a chain before it is begun: a group of this order has a base of at least log |G| / log n points, and each takes an array of n places and two more for a generator.</summary>
    /// <exception cref="LimitExceededException">That is more than <see cref="MaxEntries"/>.</exception>
    public static void RequireChain(int degree, BigInteger order)
    {
        var least = degree < 2 ? 0 : (long)(BigInteger.Log(order) / Math.Log(degree));
        if (3 * least * degree > MaxEntries)
        {
            throw TooLong(FormattableString.Invariant($"at least {3 * least * degree}, for a base of {least} points in degree {degree}"));
        }
    }

    private static LimitExceededException TooLong(string needed) => new("entries of a stabiliser chain", MaxEntries, needed, "not possible; a group of smaller degree has a shorter one");

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
