using Eqnn.Numbers;

namespace Eqnn.Algebra.SmallGroups;

/// <summary>All groups of order 1 to 127 up to isomorphism, one of each, by generators: 1,268 groups under the numbers of the SmallGroups Library.</summary>
/// <remarks>
/// That no two of an order are isomorphic and that none is missing is tested (by invariants, isomorphism search, and the known numbers of groups); the numbers themselves are the convention of [BescheEickOBrien2002].
/// A table of an order is read on first use and kept.
/// </remarks>
public static class SmallGroupLibrary
{
    /// <summary>The largest order that is carried.</summary>
    public const int MaxOrder = 127;

    private static readonly Lazy<IReadOnlyList<SmallGroup>>[] Orders = [.. Enumerable.Range(1, MaxOrder).Select(order => new Lazy<IReadOnlyList<SmallGroup>>(() => Array.AsReadOnly(SmallGroupTable.Read(order))))];

    /// <summary>The groups of an order, by number: entry i has the number i + 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is below 1.</exception>
    /// <exception cref="LimitExceededException">The order exceeds <see cref="MaxOrder"/>.</exception>
    public static IReadOnlyList<SmallGroup> OfOrder(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        return order <= MaxOrder ? Orders[order - 1].Value : throw Beyond(FormattableString.Invariant($"order {order}"));
    }

    /// <summary>The group of this number, or null if there are fewer of its order.</summary>
    /// <exception cref="LimitExceededException">The order exceeds <see cref="MaxOrder"/>.</exception>
    public static SmallGroup? TryFind(SmallGroupId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var groups = OfOrder(id.Order);
        return id.Number <= groups.Count ? groups[id.Number - 1] : null;
    }

    internal static LimitExceededException Beyond(string needed) => new("order of a group with a number", MaxOrder, needed, "not in this library; name the group or give its generators, or have GAP asked where it is installed");
}
