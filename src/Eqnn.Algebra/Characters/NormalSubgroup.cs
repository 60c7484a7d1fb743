using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>A normal subgroup N of a finite group; an element of a <see cref="NormalSubgroupLattice"/>.</summary>
public sealed class NormalSubgroup
{
    // Made when asked for and published once (docs/conventions.md#published-once). There may be a million of these objects, so no Lazy<T> here.
    private ClassSet? _classes;
    private IReadOnlyList<int>? _classPositions;
    private IReadOnlyList<Permutation>? _normalGenerators;
    private FiniteGroup? _group;
    private IReadOnlyList<NormalSubgroup>? _upperCovers;
    private IReadOnlyList<NormalSubgroup>? _lowerCovers;

    internal NormalSubgroup(NormalSubgroupLattice lattice, int position, BigInteger order, ClassSet marks, FiniteGroup? group)
    {
        Lattice = lattice;
        Position = position;
        Order = order;
        Marks = marks;
        _group = group;
    }

    /// <summary>The lattice.</summary>
    public NormalSubgroupLattice Lattice { get; }

    /// <summary>The place in <see cref="NormalSubgroupLattice.Subgroups"/>, from 0.</summary>
    public int Position { get; }

    /// <summary>|N|.</summary>
    public BigInteger Order { get; }

    /// <summary>[G : N], the order of the quotient.</summary>
    public BigInteger Index => Lattice.Group.Order / Order;

    /// <summary>The positions of the classes of which N is the union, ascending.</summary>
    /// <exception cref="LimitExceededException">The group is too large for its classes.</exception>
    public IReadOnlyList<int> ClassPositions => _classPositions ?? LazyInitializer.EnsureInitialized(ref _classPositions, () => Array.AsReadOnly(Classes.Positions()));

    /// <summary>Elements whose normal closure is N: few, chosen (not unique). Empty for the trivial subgroup.</summary>
    /// <remarks>In a lattice from a table representatives of classes, one where one class suffices: the first class of greatest closure inside N is taken until the closure is N. In a lattice from the group generators of subgroups with one maximal normal
    /// subgroup of the group inside, chosen in the same way; in one of an abelian group by theory a basis in Hermite normal form.</remarks>
    public IReadOnlyList<Permutation> NormalGenerators => _normalGenerators ?? LazyInitializer.EnsureInitialized(ref _normalGenerators, () => Lattice.GroupAt is null ? Array.AsReadOnly(ChooseNormalGenerators()) : Generators);

    /// <summary>Generators of N as a group: the normal generators and conjugates of them by generators of G, as many as are needed. Chosen; empty for the trivial subgroup.</summary>
    public IReadOnlyList<Permutation> Generators => ToGroup().Generators;

    /// <summary>The minimal normal subgroups above N, by position.</summary>
    public IReadOnlyList<NormalSubgroup> UpperCovers => _upperCovers ?? LazyInitializer.EnsureInitialized(ref _upperCovers, () => Lattice.UpperCoversOf(this));

    /// <summary>The maximal normal subgroups of G below N, by position.</summary>
    public IReadOnlyList<NormalSubgroup> LowerCovers => _lowerCovers ?? LazyInitializer.EnsureInitialized(ref _lowerCovers, () => Lattice.LowerCoversOf(this));

    /// <summary>N as a permutation group on the points of G.</summary>
    public FiniteGroup ToGroup() => ComputeGroup(CancellationToken.None);

    /// <summary><see cref="ToGroup"/>, stopped by a token.</summary>
    internal FiniteGroup ComputeGroup(CancellationToken cancellationToken) => _group ?? LazyInitializer.EnsureInitialized(ref _group, () => Lattice.GroupAt is { } known ? known(Position) : GenerateGroup(cancellationToken));

    /// <summary>Whether every element of N commutes with every element of the group. The greatest such N is the centre.</summary>
    public bool IsCentral => Generators.All(x => Lattice.Group.EssentialGenerators.All(g => PermutationArrays.Commute(x.RawImages, g)));

    /// <summary>Whether an element of the group lies in N.</summary>
    /// <exception cref="ArgumentException"><paramref name="element"/> is not an element of the group.</exception>
    public bool Contains(Permutation element)
    {
        if (Lattice.HasClassesAsMarks)
        {
            return Marks.Contains(Lattice.Group.ClassPositionOf(element));
        }

        ArgumentNullException.ThrowIfNull(element);
        return Lattice.Group.Contains(element) ? ToGroup().Contains(element) : throw new ArgumentException($"{element} is not an element of {Lattice.Group.Name}", nameof(element));
    }

    /// <summary>Whether N ≤ <paramref name="other"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="other"/> belongs to another lattice.</exception>
    public bool IsSubgroupOf(NormalSubgroup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(other.Lattice, Lattice)
            ? Marks.IsSubsetOf(other.Marks)
            : throw new ArgumentException($"normal subgroups of two lattices are compared, of {Lattice.Group.Name} and of {other.Lattice.Group.Name}", nameof(other));
    }

    /// <summary>Number and order in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"normal subgroup N{Position + 1} of order {Order} of {Lattice.Group.Name}");

    /// <summary>The marks of the lattice that N contains, as bits.</summary>
    internal ClassSet Marks { get; }

    /// <summary>The classes as bits.</summary>
    internal ClassSet Classes => Lattice.HasClassesAsMarks ? Marks : _classes ?? LazyInitializer.EnsureInitialized(ref _classes, () => NormalSubgroupLattice.ClassesIn(Lattice.Group, ToGroup()));

    private Permutation[] ChooseNormalGenerators()
    {
        var chosen = new List<int>();
        var closure = Lattice.Trivial;
        while (closure.Order != Order)
        {
            var best = Lattice.FirstOfGreatestClosure(closure, this);
            chosen.Add(best);
            closure = Lattice.Closure(closure, best);
        }

        return [.. chosen.Select(Lattice.Mark)];
    }

    private FiniteGroup GenerateGroup(CancellationToken cancellationToken)
    {
        // All that is found lies in N, so reaching the order of N proves that nothing is missing; a chain that grows never shows more than there is.
        var whole = Lattice.Group;
        var generators = NormalGenerators.ToList();
        var chain = SchreierSims.Growing(whole.Degree, [], cancellationToken);
        foreach (var generator in generators)
        {
            chain.TryGrow(generator.RawImages);
        }

        for (var at = 0; at < generators.Count && chain.OrbitProduct() != Order; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Closed under conjugation by the generators of G once every conjugate was tried: then it is the normal closure.
            foreach (var conjugator in whole.Generators)
            {
                var conjugate = generators[at].ConjugateBy(conjugator);
                if (chain.TryGrow(conjugate.RawImages))
                {
                    generators.Add(conjugate);
                }
            }
        }

        var group = whole.Subgroup(generators);
        return group.KnownOrder is null && chain.OrbitProduct() == Order ? FiniteGroup.OfKnownOrder(group.Name, whole.Degree, [.. generators], Order, whole.Limits) : group;
    }
}
