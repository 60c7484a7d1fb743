using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands;

/// <summary>The number of a group and the isomorphism that shows it, from the library or from GAP.</summary>
/// <param name="Id">Order and number.</param>
/// <param name="Description">GAP's description; null where GAP gave the number only.</param>
/// <param name="Isomorphism">From the group under that number.</param>
/// <param name="Candidates">The numbers that invariants left over.</param>
/// <param name="IsFromGap">Whether the number is GAP's word.</param>
internal sealed record Identified(SmallGroupId Id, string? Description, GroupIsomorphism Isomorphism, IReadOnlyList<SmallGroupId> Candidates, bool IsFromGap)
{
    /// <summary>One line for people.</summary>
    public string Text => IsFromGap ? $"{Id}: on GAP's word, the isomorphism is checked" : $"{Id}, {Description} in GAP's description";

    /// <summary>The number of a group; null where its order is beyond the library and GAP is not to be asked.</summary>
    public static Identified? TryOf(FiniteGroup group, Query query)
    {
        if (GroupIdentification.TryOf(group, query.CancellationToken) is { } known)
        {
            return new(known.Id, known.Entry.Description, known.Isomorphism, known.Candidates, false);
        }

        if (!query.Has(CommonOptions.WithGap))
        {
            return null;
        }

        var asked = new GapLibrary().Identify(group, query.CancellationToken);
        return new(asked.Id, null, asked.Isomorphism, [asked.Id], true);
    }
}
