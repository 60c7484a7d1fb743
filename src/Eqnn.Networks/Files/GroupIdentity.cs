using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Groups;

namespace Eqnn.Networks.Files;

/// <summary>The group that a network file gives back: the named one where that has the same points and generators, for then its elements and simples have their usual names; else the one that the generators generate.</summary>
internal static class GroupIdentity
{
    /// <summary>The group as a reader of its file will have it.</summary>
    public static FiniteGroup AsRead(FiniteGroup group) => AsRead(group.Name, group.Degree, group.Generators);

    /// <exception cref="ArgumentException">The generators are no permutations of the points 0 .. degree - 1.</exception>
    public static FiniteGroup AsRead(string name, int degree, IReadOnlyList<Permutation> generators) =>
        TryFindNamed(name, degree, generators) ?? FiniteGroup.FromGenerators(name, degree, generators);

    /// <summary>The group of a name, if it is given on these points by these generators in this order.</summary>
    public static FiniteGroup? TryFindNamed(string name, int degree, IReadOnlyList<Permutation> generators)
    {
        try
        {
            var named = GroupFile.ReadOrParse(name);
            return named.Degree == degree && named.Generators.SequenceEqual(generators) ? named : null;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or LimitExceededException)
        {
            return null;
        }
    }
}
