using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The automorphisms of a character table: permutations of the classes that permute the rows of irreducible characters and commute with all power maps.</summary>
/// <remarks>
/// <para>Every automorphism of the group and every Galois automorphism gives one; others may exist (tables do not determine groups).</para>
/// <para><b>Method.</b> Individualisation and refinement: columns and rows are coloured by what they look like, until nothing changes; a column of the first colour class with several members is then fixed, and so on. Each search for an image ends in a
/// permutation that is checked entry by entry. The generators found level by level are a strong generating set.</para>
/// <para><b>Cost.</b> (classes)³ for each level; tables with up to <see cref="MaxClasses"/> classes.</para>
/// </remarks>
public static class TableAutomorphisms
{
    /// <summary>The largest number of classes.</summary>
    public const int MaxClasses = 400;

    /// <summary>The group of automorphisms, acting on the positions of the classes.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxClasses"/> classes.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FiniteGroup Of(CharacterTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var count = table.Classes.Count;
        if (count > MaxClasses)
        {
            throw new LimitExceededException("classes of a table whose automorphisms are computed", MaxClasses, FormattableString.Invariant($"{count} classes"), "not possible");
        }

        var generators = new AutomorphismSearch(table, cancellationToken).Generators();
        return FiniteGroup.FromGenerators("automorphisms of the table of " + table.Group.Name, count, generators, table.Group.Limits);
    }
}
