using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Identification;

/// <summary>Which number an installed GAP gives to a group.</summary>
public static class GapNumbers
{
    /// <summary>The number of a group, with an isomorphism from the group that GAP has under that number.</summary>
    /// <exception cref="GapException">GAP is not there, does not number groups of this order, or its answer is no isomorphism.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GapIdentification Identify(this GapLibrary gap, FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gap);
        ArgumentNullException.ThrowIfNull(group);
        group.ComputeChain(cancellationToken);
        if (group.Order > GapLibrary.MaxOrder)
        {
            throw new LimitExceededException("order of a group that GAP is asked to number", GapLibrary.MaxOrder, FormattableString.Invariant($"{LimitExceededException.Shown(group.Order)} elements"), "not possible: there are no numbers for such groups");
        }

        var essential = group.EssentialGenerators.Where(g => !PermutationArrays.IsIdentity(g)).ToList();
        var lists = string.Join(",", essential.Select(g => "PermList([" + string.Join(",", g.Select(point => (point + 1).ToString(CultureInfo.InvariantCulture))) + "])"));
        var answer = gap.Ask(
            FormattableString.Invariant(
                $$"""
                G := Group([{{lists}}], ());;
                if not IdGroupsAvailable(Size(G)) then Print("EQNN refused groups of order ", Size(G), " have no numbers in its library\n"); QUIT; fi;
                id := IdGroup(G);; S := SmallGroup(id);; P := Image(SmallerDegreePermutationRepresentation(Image(IsomorphismPermGroup(S))));; L := Maximum(1, LargestMovedPoint(P));;
                iso := IsomorphismGroups(P, G);; gens := GeneratorsOfGroup(P);;
                Print("EQNN ", id[1], " ", id[2], " ", L, " ", List(gens, g -> ListPerm(g, L)), " | {{group.Degree}} ", List(gens, g -> ListPerm(g^iso, {{group.Degree}})), "\n");
                """),
            cancellationToken);
        var halves = answer.Split('|');
        var numbers = GapLibrary.Numbers(halves[0]);
        if (halves.Length != 2 || numbers.Count < 3 || numbers[0] < 1 || numbers[1] < 1)
        {
            throw new GapException("GAP's answer has another form than expected");
        }

        var id = new SmallGroupId(numbers[0], numbers[1]);
        var (degree, generators) = GapLibrary.Permutations(numbers, 2);
        var (_, images) = GapLibrary.Permutations(GapLibrary.Numbers(halves[1]), 0);
        var source = FiniteGroup.FromTrusted(id.ToString(), degree, generators, group.Limits);
        if (id.Order != group.Order || images.Length != generators.Length || images.Any(image => image.Degree != group.Degree) || GroupIsomorphism.TryFromImages(source, group, images) is not { } isomorphism)
        {
            throw new GapException(FormattableString.Invariant($"the isomorphism that GAP gives from {id} to {group.Name} is none: its answer is not used"));
        }

        return new GapIdentification(id, isomorphism);
    }
}
