using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>Invariants of a group that isomorphic groups share: numbers that tables of groups list.</summary>
/// <remarks>They do not identify a group: the smallest groups that agree in all of them are SmallGroup(32,27) and SmallGroup(32,34). Lists of pairs are ascending by the first entry.</remarks>
public sealed class GroupFacts
{
    private GroupFacts(CharacterTable table)
    {
        Table = table;
        var group = table.Group;
        ClassCount = table.Classes.Count;
        Degrees = Counted(table.Irreducibles.Select(character => character.Degree));
        RealSimples = Counted(table.Simples.Where(simple => simple.Type == SimpleType.Real).Select(simple => simple.Dimension));
        ComplexSimples = Counted(table.Simples.Where(simple => simple.Type == SimpleType.Complex).Select(simple => simple.Dimension));
        QuaternionicSimples = Counted(table.Simples.Where(simple => simple.Type == SimpleType.Quaternionic).Select(simple => simple.Dimension));
        AbelianInvariants = group.AbelianInvariants;
        CentreOrder = group.Centre.Order;
        DerivedOrder = group.DerivedSubgroup.Order;
        DerivedLength = group.IsSolvable ? group.DerivedSeries.Count - 1 : null;
        NilpotencyClass = group.IsNilpotent ? group.LowerCentralSeries.Count - 1 : null;
        Exponent = group.Exponent;
        ElementOrders = Array.AsReadOnly(table.Classes.GroupBy(c => c.ElementOrder).OrderBy(orders => orders.Key).Select(orders => (orders.Key, orders.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Size))).ToArray());
    }

    /// <summary>The character table that the facts were read from.</summary>
    public CharacterTable Table { get; }

    /// <summary>The number of conjugacy classes and of complex irreducible characters.</summary>
    public int ClassCount { get; }

    /// <summary>Degrees of complex irreducible characters, and how many have each.</summary>
    public IReadOnlyList<(long Degree, int Count)> Degrees { get; }

    /// <summary>Real dimensions of the simple representations over ℝ of type R, and how many have each.</summary>
    public IReadOnlyList<(long Dimension, int Count)> RealSimples { get; }

    /// <summary>The same for type C.</summary>
    public IReadOnlyList<(long Dimension, int Count)> ComplexSimples { get; }

    /// <summary>The same for type H.</summary>
    public IReadOnlyList<(long Dimension, int Count)> QuaternionicSimples { get; }

    /// <summary>The number of normal subgroups, the trivial one and the whole group included.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="GroupLimits.MaxNormalSubgroups"/>.</exception>
    public int NormalSubgroupCount => Table.NormalSubgroups.Subgroups.Count;

    /// <summary>The orders of the cyclic factors of G/G', prime powers.</summary>
    public IReadOnlyList<long> AbelianInvariants { get; }

    /// <summary>The order of the centre.</summary>
    public BigInteger CentreOrder { get; }

    /// <summary>The order of the derived subgroup.</summary>
    public BigInteger DerivedOrder { get; }

    /// <summary>0 for the trivial group, 1 for other abelian ones, …; null if the group is not solvable.</summary>
    public int? DerivedLength { get; }

    /// <summary>0 for the trivial group, 1 for other abelian ones, …; null if the group is not nilpotent.</summary>
    public int? NilpotencyClass { get; }

    /// <summary>The least common multiple of the orders of the elements.</summary>
    public BigInteger Exponent { get; }

    /// <summary>Orders of elements, and how many elements have each.</summary>
    public IReadOnlyList<(long Order, BigInteger Count)> ElementOrders { get; }

    /// <summary>The facts of the group of a table.</summary>
    public static GroupFacts Of(CharacterTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new GroupFacts(table);
    }

    /// <summary>The simples of a type: dimensions and how many have each.</summary>
    public IReadOnlyList<(long Dimension, int Count)> SimplesOf(SimpleType type) => type switch
    {
        SimpleType.Real => RealSimples,
        SimpleType.Complex => ComplexSimples,
        SimpleType.Quaternionic => QuaternionicSimples,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no such type"),
    };

    private static IReadOnlyList<(long Value, int Count)> Counted(IEnumerable<long> values) => Array.AsReadOnly(values.GroupBy(value => value).OrderBy(equal => equal.Key).Select(equal => (equal.Key, equal.Count())).ToArray());
}
