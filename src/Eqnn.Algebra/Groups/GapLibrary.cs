using System.Globalization;
using Eqnn.Algebra.Identification;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Groups;

/// <summary>The SmallGroups Library of an installed GAP, asked as a process for groups beyond those carried here.</summary>
/// <remarks>
/// What GAP answers is checked: generators must generate a group of the order that was asked for, a claimed isomorphism must be one (<see cref="GroupIsomorphism"/>). The <b>numbers</b> are GAP's word. Nothing of the command line or the environment is passed on but the generators.
/// </remarks>
public sealed class GapLibrary
{
    /// <summary>The largest order of the library that numbers all groups, but for order 1024.</summary>
    public const int MaxOrder = 2000;

    private readonly string _program;

    /// <summary>GAP under the name or path of its program.</summary>
    public GapLibrary(string program = "gap")
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        _program = program;
    }

    /// <summary>The group of this number, by permutations.</summary>
    /// <exception cref="GapException">There is no such group, GAP is not there, or its generators generate a group of another order.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SmallGroup Find(SmallGroupId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        var (n, i) = (id.Order, id.Number);
        var answer = GapProcess.Run(
            _program,
            FormattableString.Invariant(
                $$"""
                if not SmallGroupsAvailable({{n}}) then Print("EQNN refused groups of order {{n}} are not in its library\n"); QUIT; fi;
                if {{i}} > NumberSmallGroups({{n}}) then Print("EQNN refused there are ", NumberSmallGroups({{n}}), " groups of order {{n}}\n"); QUIT; fi;
                G := SmallGroup({{n}},{{i}});; P := Image(SmallerDegreePermutationRepresentation(Image(IsomorphismPermGroup(G))));; L := Maximum(1, LargestMovedPoint(P));;
                Print("EQNN ", L, " ", List(GeneratorsOfGroup(P), g -> ListPerm(g, L)), "\n");
                """),
            cancellationToken);
        var numbers = Numbers(answer);
        var (degree, generators) = Permutations(numbers, 0);
        var order = StabilizerChain.Of(degree, Array.ConvertAll(generators, g => g.RawImages), null, cancellationToken).Order;
        return order == n
            ? new SmallGroup(id, "", 0, degree, generators)
            : throw new GapException(FormattableString.Invariant($"the generators that GAP gives for {id} generate a group of order {order}: its answer is not used"));
    }

    /// <summary>The number of a group, with an isomorphism from the group that GAP has under that number.</summary>
    /// <exception cref="GapException">GAP is not there, does not number groups of this order, or its answer is no isomorphism.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public GapIdentification Identify(FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.ComputeChain(cancellationToken);
        if (group.Order > MaxOrder)
        {
            throw new LimitExceededException("order of a group that GAP is asked to number", MaxOrder, FormattableString.Invariant($"{group.Order} elements"), "not possible: there are no numbers for such groups");
        }

        var essential = group.EssentialGenerators.Where(g => !PermutationArrays.IsIdentity(g)).ToList();
        var lists = string.Join(",", essential.Select(g => "PermList([" + string.Join(",", g.Select(point => (point + 1).ToString(CultureInfo.InvariantCulture))) + "])"));
        var answer = GapProcess.Run(
            _program,
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
        var numbers = Numbers(halves[0]);
        if (halves.Length != 2 || numbers.Count < 3 || numbers[0] < 1 || numbers[1] < 1)
        {
            throw new GapException("GAP's answer has another form than expected");
        }

        var id = new SmallGroupId(numbers[0], numbers[1]);
        var (degree, generators) = Permutations(numbers, 2);
        var (_, images) = Permutations(Numbers(halves[1]), 0);
        var source = FiniteGroup.FromTrusted(id.ToString(), degree, generators, group.Limits);
        if (id.Order != group.Order || images.Length != generators.Length || images.Any(image => image.Degree != group.Degree) || GroupIsomorphism.TryFromImages(source, group, images) is not { } isomorphism)
        {
            throw new GapException(FormattableString.Invariant($"the isomorphism that GAP gives from {id} to {group.Name} is none: its answer is not used"));
        }

        return new GapIdentification(id, isomorphism);
    }

    private static List<int> Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var word in text.Split([' ', ',', '[', ']', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            numbers.Add(int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new GapException("GAP's answer has another form than expected"));
        }

        return numbers;
    }

    /// <summary>A degree and image lists from 1, one behind the other.</summary>
    private static (int Degree, Permutation[] Permutations) Permutations(List<int> numbers, int at)
    {
        var degree = at < numbers.Count ? numbers[at] : 0;
        if (degree < 1 || (numbers.Count - at - 1) % degree != 0)
        {
            throw new GapException("GAP's answer has another form than expected");
        }

        try
        {
            return (degree, [.. numbers.Skip(at + 1).Chunk(degree).Select(images => Permutation.FromImages(images.Select(image => image - 1)))]);
        }
        catch (ArgumentException error)
        {
            throw new GapException("GAP's answer holds a list that is no permutation", error);
        }
    }
}
