using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Identification;

/// <summary>Which group a permutation group is: its number among the groups of its order, with an isomorphism from the group that the library carries under that number.</summary>
/// <remarks>
/// Invariants choose the candidates, an isomorphism decides; it is checked from generators alone. That the number is the only one rests on the entries of one order being pairwise not isomorphic, which is tested for all of them. docs/theory.md#identification.
/// </remarks>
public sealed class GroupIdentification
{
    private GroupIdentification(FiniteGroup group, SmallGroup entry, GroupIsomorphism isomorphism, IReadOnlyList<SmallGroupId> candidates)
    {
        Group = group;
        Entry = entry;
        Isomorphism = isomorphism;
        Candidates = candidates;
    }

    /// <summary>The group that was identified.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The group of the library.</summary>
    public SmallGroup Entry { get; }

    /// <summary>Order and number.</summary>
    public SmallGroupId Id => Entry.Id;

    /// <summary>From the group of the library to <see cref="Group"/>.</summary>
    public GroupIsomorphism Isomorphism { get; }

    /// <summary>The numbers that invariants left over, ascending; <see cref="Id"/> is one of them.</summary>
    public IReadOnlyList<SmallGroupId> Candidates { get; }

    /// <summary>Identifies a group of order at most <see cref="SmallGroupLibrary.MaxOrder"/>.</summary>
    /// <remarks>Milliseconds for any order; nothing depends on the generators but which isomorphism is found.</remarks>
    /// <exception cref="LimitExceededException">The order exceeds <see cref="SmallGroupLibrary.MaxOrder"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GroupIdentification Of(FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.ComputeChain(cancellationToken);
        if (group.Order > SmallGroupLibrary.MaxOrder)
        {
            throw SmallGroupLibrary.Beyond(FormattableString.Invariant($"{group.Order} elements"));
        }

        return Among(group, SmallGroupLibrary.OfOrder((int)group.Order), cancellationToken);
    }

    /// <summary>Identifies a group among entries of its order; that they are all of that order is what the check says.</summary>
    internal static GroupIdentification Among(FiniteGroup group, IEnumerable<SmallGroup> entries, CancellationToken cancellationToken)
    {
        var table = new ElementTable(group, cancellationToken);
        var colouring = ElementColouring.Of(table, cancellationToken);
        var candidates = entries.Where(entry => entry.Fingerprint == colouring.Fingerprint).ToList();
        foreach (var entry in candidates)
        {
            var known = entry.ToGroup();
            var knownTable = new ElementTable(known, cancellationToken);
            if (Isomorphisms.TryFind(known, knownTable, ElementColouring.Of(knownTable, cancellationToken), group, table, colouring, cancellationToken) is { } isomorphism)
            {
                return new GroupIdentification(group, entry, isomorphism, Array.AsReadOnly(candidates.Select(candidate => candidate.Id).ToArray()));
            }
        }

        throw new CertificateException("every group of order at most 127 is in the library", group.Name);
    }

    /// <summary>The number, or null if the order exceeds <see cref="SmallGroupLibrary.MaxOrder"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GroupIdentification? TryOf(FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Order <= SmallGroupLibrary.MaxOrder ? Of(group, cancellationToken) : null;
    }

    /// <summary>Checks the isomorphism again, and that its source is the group of the library under this number.</summary>
    public bool Verify() => SmallGroupLibrary.TryFind(Id) is { } entry && entry.Generators.SequenceEqual(Isomorphism.Source.Generators) && ReferenceEquals(Isomorphism.Target, Group) && Isomorphism.Verify();

    /// <summary>Id and description.</summary>
    public override string ToString() => Entry.ToString();
}
