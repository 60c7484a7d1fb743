using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;

namespace Eqnn.Algebra.Identification;

/// <summary>A number that GAP gave to a group, and the isomorphism that shows it: from the group that GAP has under that number.</summary>
public sealed class GapIdentification
{
    internal GapIdentification(SmallGroupId id, GroupIsomorphism isomorphism)
    {
        Id = id;
        Isomorphism = isomorphism;
    }

    /// <summary>Order and number, on GAP's word.</summary>
    public SmallGroupId Id { get; }

    /// <summary>From the group that GAP has under this number, checked.</summary>
    public GroupIsomorphism Isomorphism { get; }
}
