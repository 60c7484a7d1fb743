using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>A subgroup H ≤ G with both character tables: in which class of G each class of H lies. Restricts and induces class functions.</summary>
/// <remarks>Unique, since H is given as a subgroup and not up to isomorphism. <b>Source.</b> [Isaacs, §5]; docs/theory.md#arithmetic.</remarks>
public sealed class ClassFusion
{
    internal ClassFusion(CharacterTable subgroup, CharacterTable group, IReadOnlyList<int> map)
    {
        Subgroup = subgroup;
        Group = group;
        Map = map;
    }

    /// <summary>The table of H.</summary>
    public CharacterTable Subgroup { get; }

    /// <summary>The table of G.</summary>
    public CharacterTable Group { get; }

    /// <summary>For each class of H the position of the class of G that contains it.</summary>
    public IReadOnlyList<int> Map { get; }

    /// <summary>The fusion of a subgroup, given as a group of permutations of the same points.</summary>
    /// <exception cref="ArgumentException">The group of the first table is not a subgroup of the group of the second.</exception>
    public static ClassFusion Of(CharacterTable subgroup, CharacterTable group)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        ArgumentNullException.ThrowIfNull(group);
        return subgroup.Group.IsSubgroupOf(group.Group)
            ? new(subgroup, group, Array.AsReadOnly(subgroup.Classes.Select(c => group.Group.ClassPositionOf(c.Representative)).ToArray()))
            : throw new ArgumentException($"{subgroup.Group.Name} is not a subgroup of {group.Group.Name}", nameof(subgroup));
    }

    /// <summary>The fusion of a subgroup whose table is computed here.</summary>
    /// <exception cref="ArgumentException">Not a subgroup.</exception>
    /// <exception cref="LimitExceededException">The subgroup is too large for its limits.</exception>
    public static ClassFusion Of(FiniteGroup subgroup, CharacterTable group, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Of(CharacterTable.Of(subgroup, progress, cancellationToken), group);

    /// <summary>The restriction to H of a class function of G.</summary>
    /// <exception cref="ArgumentException">The function belongs to another table than G's.</exception>
    public ClassFunction Restrict(ClassFunction function)
    {
        Require(function, Group);
        return ClassFunction.FromValues(Subgroup, Map.Select(c => function[c]));
    }

    /// <summary>The class function of G induced from one of H: g ↦ |C_G(g)| Σ φ(h)/|C_H(h)| over the classes of H inside the class of g.</summary>
    /// <exception cref="ArgumentException">The function belongs to another table than H's.</exception>
    public ClassFunction Induce(ClassFunction function)
    {
        Require(function, Subgroup);
        var sums = new Cyclotomic[Group.Classes.Count];
        for (var c = 0; c < Map.Count; c++)
        {
            if (!function[c].IsZero)
            {
                sums[Map[c]] += function[c] / (Cyclotomic)Subgroup.Classes[c].CentralizerOrder;
            }
        }

        return ClassFunction.FromValues(Group, sums.Select((sum, c) => sum * (Cyclotomic)Group.Classes[c].CentralizerOrder));
    }

    /// <summary>The permutation character of G on the cosets of H: the trivial character induced.</summary>
    public ClassFunction PermutationCharacter() => Induce(Subgroup.Simples[0].Character);

    /// <summary>How often the irreducible character of H at position <paramref name="lower"/> occurs in the restriction of that of G at position <paramref name="upper"/>; by Frobenius reciprocity also how often the latter occurs in the former induced.</summary>
    public BigInteger Multiplicity(int upper, int lower)
    {
        var product = Restrict(Group.Irreducibles[upper].Values).InnerProduct(Subgroup.Irreducibles[lower].Values);
        return product.IsInteger ? product.ToRational().Numerator : throw new CertificateException("a restriction is a character", $"{Group.Irreducibles[upper].Label} of {Group.Group.Name} to {Subgroup.Group.Name}: {product}");
    }

    /// <summary>How often each simple of H, in their order, occurs in the restriction of a simple of G.</summary>
    public IReadOnlyList<BigInteger> RestrictionOf(SimpleRepresentation simple)
    {
        ArgumentNullException.ThrowIfNull(simple);
        var restricted = Restrict(simple.Character);
        return [.. Subgroup.Simples.Select(lower => lower.MultiplicityIn(restricted))];
    }

    private static void Require(ClassFunction function, CharacterTable table)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!ReferenceEquals(function.Table, table))
        {
            throw new ArgumentException($"the class function belongs to {function.Table.Group.Name}, expected one of {table.Group.Name}", nameof(function));
        }
    }
}
