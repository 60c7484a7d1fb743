using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Groups;

namespace Eqnn.Networks.Files;

/// <summary>The group that a network file gives back: the named one where that has the same points and generators, for then its elements and simples have their usual names; else the one that the generators generate.</summary>
internal static class GroupIdentity
{
    /// <summary>The group as a reader of its file will have it.</summary>
    public static FiniteGroup AsRead(FiniteGroup group) => AsRead(NotationOf(group), group.Degree, group.Generators);

    /// <exception cref="ArgumentException">The generators are no permutations of the points 0 .. degree - 1.</exception>
    public static FiniteGroup AsRead(string name, int degree, IReadOnlyList<Permutation> generators) =>
        TryFindNamed(name, degree, generators) ?? FiniteGroup.FromGenerators(name, degree, generators);

    /// <summary>What a file calls a group: its name, or its generators where the name is that of a file, which another machine does not have.</summary>
    public static string NotationOf(FiniteGroup group) => group.Name.Contains('@', StringComparison.Ordinal) ? NotationOf(group.Generators) : group.Name;

    /// <summary>The notation by generators.</summary>
    public static string NotationOf(IReadOnlyList<Permutation> generators) => generators.Count == 0 ? "C1" : "perm:" + string.Join(';', generators);

    /// <summary>Whether a group has a notation that gives it back on the same points by the same generators.</summary>
    public static bool HasNotation(FiniteGroup group) => TryFindNamed(NotationOf(group), group.Degree, group.Generators) is not null;

    /// <summary>The group of a name, if it is given on these points by these generators in this order; names of files are not followed.</summary>
    public static FiniteGroup? TryFindNamed(string name, int degree, IReadOnlyList<Permutation> generators) =>
        TryParse(name) is { } named && named.Degree == degree && named.Generators.SequenceEqual(generators) ? named : null;

    /// <summary>The group that some permutations generate, under the name of another one that it has to be, as a group.</summary>
    /// <param name="named">The group of the name.</param>
    /// <param name="generators">At least one permutation of the points.</param>
    /// <exception cref="ArgumentException">It is another group, or that it is the same is not known: then the generators are to be listed as images of those of the named group.</exception>
    public static FiniteGroup Acting(FiniteGroup named, IReadOnlyList<Permutation> generators)
    {
        var group = FiniteGroup.FromGenerators(named.Name, generators[0].Degree, generators);
        return group.Order != named.Order ? throw new ArgumentException($"the generators generate a group of order {group.Order}, {named.Name} has order {named.Order}")
            : AreSame(named, group) switch
            {
                true => group,
                false => throw new ArgumentException($"the generators generate a group of order {group.Order} that is not {named.Name}: the two are not isomorphic"),
                null => throw new ArgumentException($"it is not known whether the generators generate {named.Name}: beyond order {SmallGroupLibrary.MaxOrder} list the images of its own generators in their order, which are {NotationOf(named.Generators)["perm:".Length..]}"),
            };
    }

    /// <summary>The group of a file that says name, points and generators; the name is kept only if the group is the one that it names.</summary>
    /// <exception cref="ArgumentException">The generators are no permutations of the points, or they generate another group than the name says.</exception>
    public static FiniteGroup FromFile(string? name, int degree, IReadOnlyList<Permutation> generators)
    {
        if (name is null || name.Contains('@', StringComparison.Ordinal))
        {
            return AsRead(NotationOf(generators), degree, generators);
        }

        var group = AsRead(name, degree, generators);
        return TryParse(name) is not { } named || ReferenceEquals(named, group) ? group
            : named.Order != group.Order ? throw new ArgumentException($"the generators generate a group of order {group.Order}, {named.Name} has order {named.Order}")
            : AreSame(named, group) switch
            {
                true => group,
                false => throw new ArgumentException($"the generators generate a group of order {group.Order} that is not {named.Name}: the two are not isomorphic"),
                null => FiniteGroup.FromGenerators(NotationOf(generators), degree, generators),
            };
    }

    /// <summary>Whether two groups of one order are isomorphic: decided for equal ones, abelian ones, orders up to 127, and where the generators correspond; <c>null</c> where none of these helps.</summary>
    private static bool? AreSame(FiniteGroup named, FiniteGroup group)
    {
        if (named.Degree == group.Degree && group.Generators.All(named.Contains))
        {
            return true;
        }

        if (named.IsAbelian || group.IsAbelian)
        {
            return named.IsAbelian && group.IsAbelian && named.AbelianInvariants.SequenceEqual(group.AbelianInvariants);
        }

        if (named.Order <= SmallGroupLibrary.MaxOrder)
        {
            return Isomorphisms.TryFind(named, group) is not null;
        }

        return named.Generators.Count == group.Generators.Count && GroupIsomorphism.TryFromImages(named, group, group.Generators) is not null ? true
            : named.AbelianInvariants.SequenceEqual(group.AbelianInvariants) ? null
            : false;
    }

    private static FiniteGroup? TryParse(string name)
    {
        try
        {
            return name.Contains('@', StringComparison.Ordinal) ? null : GroupFile.ReadOrParse(name);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or LimitExceededException)
        {
            return null;
        }
    }
}
