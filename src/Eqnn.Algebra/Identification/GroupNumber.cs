using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;

namespace Eqnn.Algebra.Identification;

/// <summary>The number of a group and the isomorphism that shows it, from the library, or from GAP where the library does not go so far.</summary>
public sealed class GroupNumber
{
    private GroupNumber(SmallGroupId id, string? description, GroupIsomorphism isomorphism, IReadOnlyList<SmallGroupId> candidates, bool isFromGap)
    {
        Id = id;
        Description = description;
        Isomorphism = isomorphism;
        Candidates = candidates;
        IsFromGap = isFromGap;
    }

    /// <summary>Order and number.</summary>
    public SmallGroupId Id { get; }

    /// <summary>GAP's description; null where GAP gave the number only.</summary>
    public string? Description { get; }

    /// <summary>From the group under that number.</summary>
    public GroupIsomorphism Isomorphism { get; }

    /// <summary>The numbers that invariants left over.</summary>
    public IReadOnlyList<SmallGroupId> Candidates { get; }

    /// <summary>Whether the number is GAP's word; the isomorphism is checked either way.</summary>
    public bool IsFromGap { get; }

    /// <summary>The number of a group; null where its order is beyond the library and no GAP is given.</summary>
    /// <param name="group">The group.</param>
    /// <param name="gap">The GAP to ask for orders beyond the library; null for none.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="GapException">GAP is not there, or its answer is no isomorphism.</exception>
    public static GroupNumber? TryOf(FiniteGroup group, GapLibrary? gap = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (GroupIdentification.TryOf(group, cancellationToken) is { } known)
        {
            return new(known.Id, known.Entry.Description, known.Isomorphism, known.Candidates, false);
        }

        if (gap is null)
        {
            return null;
        }

        var asked = gap.Identify(group, cancellationToken);
        return new(asked.Id, null, asked.Isomorphism, [asked.Id], true);
    }

    /// <summary>One line: the number, and on whose word.</summary>
    public override string ToString() => IsFromGap ? $"{Id}: on GAP's word, the isomorphism is checked" : $"{Id}, {Description} in GAP's description";
}
