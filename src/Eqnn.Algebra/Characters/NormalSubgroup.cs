using System.Numerics;
using Eqnn.Algebra.Groups;

namespace Eqnn.Algebra.Characters;

/// <summary>A normal subgroup N of a finite group, as a union of conjugacy classes; an element of a <see cref="NormalSubgroupLattice"/>.</summary>
public sealed class NormalSubgroup
{
    // Made when asked for and published once; made twice at the same moment they are equal. There may be a million of these objects, so no Lazy<T> here.
    private IReadOnlyList<int>? _classPositions;
    private IReadOnlyList<Permutation>? _normalGenerators;
    private FiniteGroup? _group;
    private IReadOnlyList<NormalSubgroup>? _upperCovers;
    private IReadOnlyList<NormalSubgroup>? _lowerCovers;

    internal NormalSubgroup(NormalSubgroupLattice lattice, int position, UInt128 order, ClassSet set)
    {
        Lattice = lattice;
        Position = position;
        Order = order;
        Set = set;
    }

    /// <summary>The lattice.</summary>
    public NormalSubgroupLattice Lattice { get; }

    /// <summary>The place in <see cref="NormalSubgroupLattice.Subgroups"/>, from 0.</summary>
    public int Position { get; }

    /// <summary>|N|.</summary>
    public BigInteger Order { get; }

    /// <summary>[G : N], the order of the quotient.</summary>
    public BigInteger Index => Lattice.Table.Group.Order / Order;

    /// <summary>The positions of the classes of which N is the union, ascending.</summary>
    public IReadOnlyList<int> ClassPositions => _classPositions ??= Array.AsReadOnly(Set.Positions());

    /// <summary>Class representatives whose normal closure is N: few, chosen (not unique). Empty for the trivial subgroup.</summary>
    /// <remarks>The first class of greatest closure inside N is taken until the closure is N; so one where one class suffices.</remarks>
    public IReadOnlyList<Permutation> NormalGenerators => _normalGenerators ??= ChooseNormalGenerators();

    /// <summary>Generators of N as a group: the normal generators and conjugates of them by generators of G, as many as are needed. Chosen; empty for the trivial subgroup.</summary>
    public IReadOnlyList<Permutation> Generators => ToGroup().Generators;

    /// <summary>The minimal normal subgroups above N, by position.</summary>
    public IReadOnlyList<NormalSubgroup> UpperCovers => _upperCovers ??= Lattice.UpperCoversOf(this);

    /// <summary>The maximal normal subgroups of G below N, by position.</summary>
    public IReadOnlyList<NormalSubgroup> LowerCovers => _lowerCovers ??= Lattice.LowerCoversOf(this);

    /// <summary>N as a permutation group on the points of G.</summary>
    public FiniteGroup ToGroup() => _group ??= GenerateGroup();

    /// <summary>Whether an element of the group lies in N.</summary>
    /// <exception cref="ArgumentException"><paramref name="element"/> is not an element of the group.</exception>
    public bool Contains(Permutation element) => Set.Contains(Lattice.Table.Group.ClassPositionOf(element));

    /// <summary>Whether N ≤ <paramref name="other"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="other"/> belongs to another lattice.</exception>
    public bool IsSubgroupOf(NormalSubgroup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(other.Lattice, Lattice)
            ? Set.IsSubsetOf(other.Set)
            : throw new ArgumentException($"normal subgroups of two lattices are compared, of {Lattice.Table.Group.Name} and of {other.Lattice.Table.Group.Name}", nameof(other));
    }

    /// <summary>Order and classes, numbered from 1, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"normal subgroup of order {Order}, classes {string.Join(",", ClassPositions.Select(c => c + 1))}");

    /// <summary>The classes as bits.</summary>
    internal ClassSet Set { get; }

    private Permutation[] ChooseNormalGenerators()
    {
        var chosen = new List<int>();
        var closure = Lattice.Trivial;
        while (closure.Order != Order)
        {
            var best = ClassPositions.Where(c => !closure.Set.Contains(c)).MaxBy(c => Lattice.NormalClosure([.. chosen, c]).Order);
            chosen.Add(best);
            closure = Lattice.NormalClosure(chosen);
        }

        return [.. chosen.Select(c => Lattice.Table.Classes[c].Representative)];
    }

    private FiniteGroup GenerateGroup()
    {
        var whole = Lattice.Table.Group;
        var generators = NormalGenerators.ToList();
        var group = whole.Subgroup(generators);
        for (var at = 0; group.Order != Order; at++)
        {
            // Closed under conjugation by the generators of G once every conjugate was tried: then it is the normal closure.
            foreach (var conjugator in whole.Generators)
            {
                var conjugate = generators[at].ConjugateBy(conjugator);
                if (!group.Contains(conjugate))
                {
                    generators.Add(conjugate);
                    group = whole.Subgroup(generators);
                }
            }
        }

        return group;
    }
}
