using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>Properties that groups of a list must have; those left null are not asked for.</summary>
public sealed record SmallGroupFilter
{
    /// <summary>Whether the group is abelian.</summary>
    public bool? IsAbelian { get; init; }

    /// <summary>Whether it is nilpotent.</summary>
    public bool? IsNilpotent { get; init; }

    /// <summary>Whether it is solvable.</summary>
    public bool? IsSolvable { get; init; }

    /// <summary>A type that one of its simple real representations has.</summary>
    public SimpleType? HasSimpleOfType { get; init; }

    /// <summary>A copy with another answer for <see cref="IsAbelian"/>.</summary>
    public SmallGroupFilter WithAbelian(bool? value) => this with { IsAbelian = value };

    /// <summary>A copy with another answer for <see cref="IsNilpotent"/>.</summary>
    public SmallGroupFilter WithNilpotent(bool? value) => this with { IsNilpotent = value };

    /// <summary>A copy with another answer for <see cref="IsSolvable"/>.</summary>
    public SmallGroupFilter WithSolvable(bool? value) => this with { IsSolvable = value };

    /// <summary>A copy with another type for <see cref="HasSimpleOfType"/>.</summary>
    public SmallGroupFilter WithSimpleOfType(SimpleType? value) => this with { HasSimpleOfType = value };

    /// <summary>The groups of some orders that pass, with their invariants, by order and number.</summary>
    /// <remarks>Lazy. A character table for each group that passes what is asked of the group: milliseconds each.</remarks>
    /// <exception cref="LimitExceededException">An order exceeds <see cref="SmallGroupLibrary.MaxOrder"/>.</exception>
    public IEnumerable<(SmallGroup Entry, GroupFacts Facts)> EnumerateGroups(OrderRange orders, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return Enumerate(orders.Groups(), progress, cancellationToken);
    }

    /// <summary>The same beyond <see cref="SmallGroupLibrary.MaxOrder"/>: the groups of larger orders are asked of an installed GAP. Their descriptions are empty.</summary>
    /// <remarks>GAP is asked before the first group is given.</remarks>
    /// <exception cref="GapException">GAP is not there, or does not have groups of such an order.</exception>
    /// <exception cref="LimitExceededException">There are more groups of an order than <see cref="GapLibrary.MaxListed"/>.</exception>
    public IEnumerable<(SmallGroup Entry, GroupFacts Facts)> EnumerateGroups(OrderRange orders, GapLibrary beyond, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(beyond);
        IEnumerable<SmallGroup> carried = orders.First > SmallGroupLibrary.MaxOrder ? [] : new OrderRange(orders.First, Math.Min(orders.Last, SmallGroupLibrary.MaxOrder)).Groups();
        var entries = carried.ToList();
        for (var order = Math.Max(orders.First, SmallGroupLibrary.MaxOrder + 1); order <= orders.Last; order++)
        {
            progress?.Report(new("orders", order - orders.First, orders.Last - orders.First + 1));
            entries.AddRange(beyond.OfOrder(order, cancellationToken));
        }

        return Enumerate(entries, progress, cancellationToken);
    }

    private IEnumerable<(SmallGroup Entry, GroupFacts Facts)> Enumerate(IReadOnlyList<SmallGroup> entries, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("groups", i, entries.Count));
            var group = entries[i].ToGroup();
            if (!Passes(group))
            {
                continue;
            }

            var facts = GroupFacts.Of(CharacterTable.Of(group, null, cancellationToken));
            if (HasSimpleOfType is not { } type || facts.SimplesOf(type).Count > 0)
            {
                yield return (entries[i], facts);
            }
        }
    }

    private bool Passes(FiniteGroup group) => Agrees(IsAbelian, group.IsAbelian) && (IsNilpotent is null || Agrees(IsNilpotent, group.IsNilpotent)) && (IsSolvable is null || Agrees(IsSolvable, group.IsSolvable));

    private static bool Agrees(bool? wanted, bool actual) => wanted is null || wanted == actual;
}
