using System.Globalization;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.SmallGroups;

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
        var answer = Ask(
            FormattableString.Invariant(
                $$"""
                if not SmallGroupsAvailable({{n}}) then Print("EQNN refused groups of order {{n}} are not in its library\n"); QUIT; fi;
                if {{i}} > NumberSmallGroups({{n}}) then Print("EQNN refused there are ", NumberSmallGroups({{n}}), " groups of order {{n}}\n"); QUIT; fi;
                G := SmallGroup({{n}},{{i}});; P := Image(SmallerDegreePermutationRepresentation(Image(IsomorphismPermGroup(G))));; L := Maximum(1, LargestMovedPoint(P));;
                Print("EQNN ", L, " ", List(GeneratorsOfGroup(P), g -> ListPerm(g, L)), "\n");
                """),
            cancellationToken);
        return Checked(id, Numbers(answer), cancellationToken);
    }

    /// <summary>The most groups of one order that are asked for together.</summary>
    internal const int MaxListed = 500;

    /// <summary>All groups of an order, by permutations, in the order of their numbers; that there are so many is GAP's word.</summary>
    /// <exception cref="GapException">GAP is not there, does not have groups of this order, or gives generators of a group of another order.</exception>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxListed"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<SmallGroup> OfOrder(int order, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        var parts = Ask(
            FormattableString.Invariant(
                $$"""
                if not SmallGroupsAvailable({{order}}) then Print("EQNN refused groups of order {{order}} are not in its library\n"); QUIT; fi;
                N := NumberSmallGroups({{order}});; M := N;; if N > {{MaxListed}} then M := 0;; fi;
                Print("EQNN ", N);
                for i in [1..M] do
                P := Image(SmallerDegreePermutationRepresentation(Image(IsomorphismPermGroup(SmallGroup({{order}},i)))));; L := Maximum(1, LargestMovedPoint(P));;
                Print(" | ", L, " ", List(GeneratorsOfGroup(P), g -> ListPerm(g, L)));
                od;
                Print("\n");
                """),
            cancellationToken).Split('|');
        var counted = Numbers(parts[0]);
        if (counted.Count != 1 || (counted[0] <= MaxListed && counted[0] != parts.Length - 1))
        {
            throw new GapException("GAP's answer has another form than expected");
        }

        return counted[0] <= MaxListed
            ? Array.AsReadOnly(parts.Skip(1).Select((part, i) => Checked(new SmallGroupId(order, i + 1), Numbers(part), cancellationToken)).ToArray())
            : throw new LimitExceededException("groups of one order that GAP is asked for", MaxListed, FormattableString.Invariant($"{counted[0]} groups of order {order}"), "not adjustable; ask for them one by one, by their numbers");
    }

    /// <summary>What this GAP answers to a program.</summary>
    internal string Ask(string program, CancellationToken cancellationToken) => GapProcess.Run(_program, program, cancellationToken);

    /// <summary>The group that GAP's generators generate, whose order must be that of the number.</summary>
    private static SmallGroup Checked(SmallGroupId id, List<int> numbers, CancellationToken cancellationToken)
    {
        var (degree, generators) = Permutations(numbers, 0);
        var order = StabilizerChain.Of(degree, Array.ConvertAll(generators, g => g.RawImages), null, cancellationToken).Order;
        return order == id.Order
            ? new SmallGroup(id, "", 0, degree, generators)
            : throw new GapException(FormattableString.Invariant($"the generators that GAP gives for {id} generate a group of order {order}: its answer is not used"));
    }

    internal static List<int> Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var word in text.Split([' ', ',', '[', ']', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            numbers.Add(int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new GapException("GAP's answer has another form than expected"));
        }

        return numbers;
    }

    /// <summary>A degree and image lists from 1, one behind the other.</summary>
    internal static (int Degree, Permutation[] Permutations) Permutations(List<int> numbers, int at)
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
