using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>A finite set X = {0, ..., |X| - 1} with a left action of a group; its permutation representation is <c>Fun(X, ℝ)</c> with <c>g e_x = e_{gx}</c>.</summary>
/// <remarks>
/// <para><b>Not</b> a representation by itself: for the decomposition of <c>Fun(X, ℝ)</c> see <see cref="Representations.IsotypicDecomposition"/>.</para>
/// <para><b>Order.</b> Points are numbered as the factory says; orbits are sorted by their least points (in a sum: summand by summand).</para>
/// <para><b>Source.</b> [GTW, §2]; docs/theory.md#objects.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class GSet
{
    /// <summary>The largest number of points of a G-set whose points are listed. A regular G-set may be larger as long as only its classes are asked for.</summary>
    public const long MaxPoints = 2_000_000;

    /// <summary>The largest number of images kept for the elements that move a base point to all others.</summary>
    internal const long MaxTransversalEntries = 200_000_000;

    private readonly GroupAction _action;
    private readonly Lazy<IReadOnlyList<GSetOrbit>> _orbits;
    private readonly Lazy<IReadOnlyList<Permutation>> _generatorActions;
    private readonly Lazy<(IReadOnlyList<(int First, int Count)> Kinds, int[] FirstOf)> _kinds;

    private GSet(FiniteGroup group, string name, GroupAction action)
    {
        Group = group;
        Name = name;
        _action = action;
        _orbits = new(() => _action is RegularAction or SumAction ? _action.ComputeOrbits(Group) : Listed().ComputeOrbits(Group));
        _kinds = new(ComputeKinds);
        _generatorActions = new(() => [.. Group.Generators.Select(ActionOf)]);
    }

    /// <summary>The group that acts.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The name in the notation of <see cref="Parse(FiniteGroup, string)"/>, in its shortest form.</summary>
    public string Name { get; }

    /// <summary>The number of points |X|.</summary>
    public long Size => _action.Size;

    /// <summary>The orbits, in ascending order of their least points; in a sum, summand by summand.</summary>
    public IReadOnlyList<GSetOrbit> Orbits => _orbits.Value;

    /// <summary>The orbits by kinds (<see cref="GSetOrbit.Kind"/>): for each kind the position of its first orbit and the number of its orbits, in the order of first orbits.</summary>
    internal IReadOnlyList<(int First, int Count)> OrbitKinds => _kinds.Value.Kinds;

    /// <summary>The summands that are no sums, each with the number of its copies, in order.</summary>
    internal IEnumerable<(GSet Summand, BigInteger Count)> Summands()
    {
        if (_action is not SumAction sum)
        {
            return [(this, 1)];
        }

        // Copies are one object.
        return sum.Parts.GroupBy(part => part, (IEqualityComparer<GSet>)ReferenceEqualityComparer.Instance).SelectMany(copies => copies.Key.Summands().Select(part => (part.Summand, part.Count * copies.Count())));
    }

    /// <summary>Whether this is the group acting on itself.</summary>
    internal bool IsRegular => _action is RegularAction;

    /// <summary>Whether these are the points of the permutation group.</summary>
    internal bool IsNatural => _action is PointsAction;

    /// <summary>The position of the first orbit that is known to look like the one at a position: isomorphic, with the same stabiliser of the base point, so that characters cannot tell them apart.</summary>
    /// <remarks>Isomorphic orbits may be missed, where their least points do not correspond; of the orbits of one isomorphism type at most as many stay apart as an orbit has points.</remarks>
    public int FirstOrbitLike(int orbit) => _kinds.Value.FirstOf[orbit];

    /// <summary>Whether there is exactly one orbit.</summary>
    public bool IsTransitive => Orbits.Count == 1;

    /// <summary>The action of each generator of the group, in its order.</summary>
    public IReadOnlyList<Permutation> GeneratorActions => _generatorActions.Value;

    /// <summary>The quotient X/N by a normal subgroup: the orbits of N, numbered by their least points, with the map from X.</summary>
    /// <exception cref="ArgumentException"><paramref name="normal"/> belongs to another group.</exception>
    /// <exception cref="LimitExceededException">X has too many points to be listed.</exception>
    public GSetQuotient QuotientBy(NormalSubgroup normal)
    {
        ArgumentNullException.ThrowIfNull(normal);
        return ReferenceEquals(normal.Lattice.Group, Group)
            ? QuotientBy(normal.Generators, string.Create(CultureInfo.InvariantCulture, $"N{normal.Position + 1}"))
            : throw new ArgumentException($"the normal subgroup belongs to another group, {normal.Lattice.Group.Name}", nameof(normal));
    }

    /// <summary>The quotient X/N by a normal subgroup that is given as a group; no lattice is computed.</summary>
    /// <exception cref="ArgumentException"><paramref name="normal"/> is not a normal subgroup of the group.</exception>
    /// <exception cref="LimitExceededException">X has too many points to be listed.</exception>
    public GSetQuotient QuotientBy(FiniteGroup normal)
    {
        ArgumentNullException.ThrowIfNull(normal);
        return normal.IsSubgroupOf(Group) && normal.Generators.All(n => Group.Generators.All(g => normal.Contains(n.ConjugateBy(g))))
            ? QuotientBy(normal.Generators, normal.Name)
            : throw new ArgumentException($"{normal.Name} is not a normal subgroup of {Group.Name}", nameof(normal));
    }

    private GSetQuotient QuotientBy(IEnumerable<Permutation> normal, string name)
    {
        _ = Listed();
        var action = new QuotientAction(this, normal);
        return new(this, new(Group, $"({Name})/{name}", action), action.OrbitOf);
    }

    /// <summary>The point g x.</summary>
    public int Apply(Permutation g, int point) => _action.Apply(g, point);

    /// <summary>The permutation x ↦ g x of the points.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxPoints"/> points.</exception>
    public Permutation ActionOf(Permutation g)
    {
        if (Listed().TryImageOf(g) is { } whole)
        {
            return whole;
        }

        var images = new int[_action.Size];
        for (var x = 0; x < images.Length; x++)
        {
            images[x] = _action.Apply(g, x);
        }

        return Permutation.FromImages(images);
    }

    /// <summary>The permutation character π(g) = number of fixed points of g, the character of <c>Fun(X, ℂ)</c>.</summary>
    /// <exception cref="ArgumentException">The table belongs to another group.</exception>
    public ClassFunction PermutationCharacter(CharacterTable table)
    {
        RequireSameGroup(table.Group);
        return ClassFunction.FromValues(table, FixedPointCounts().Select(count => (Cyclotomic)count));
    }

    /// <summary>For each class position the number of points fixed by an element of that class.</summary>
    public IReadOnlyList<BigInteger> FixedPointCounts()
    {
        var classes = Group.ConjugacyClasses;
        var counts = new BigInteger[classes.Count];
        foreach (var (first, alike) in OrbitKinds)
        {
            var orbit = Orbits[first];
            // π(g) = |C(g)| · #(H ∩ g^G) / |H|, and the piece around the base point counts H ∩ g^G.
            var stabilizerOrder = Group.Order / orbit.Length;
            foreach (var (position, count) in orbit.Pieces[0].ClassCounts)
            {
                counts[position] += alike * (classes[position].CentralizerOrder * count / stabilizerOrder);
            }
        }

        return counts;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal void RequireSameGroup(FiniteGroup group)
    {
        if (!ReferenceEquals(group, Group))
        {
            throw new ArgumentException($"the G-set belongs to {Group.Name}, the table to {group.Name}");
        }
    }

    private (IReadOnlyList<(int First, int Count)> Kinds, int[] FirstOf) ComputeKinds()
    {
        var orbits = Orbits;
        var numbers = new Numbering<object>(ReferenceEqualityComparer.Instance);
        var kinds = new List<(int First, int Count)>();
        var firstOf = new int[orbits.Count];
        for (var i = 0; i < firstOf.Length; i++)
        {
            var number = numbers.NumberOf(orbits[i].Kind);
            if (number == kinds.Count)
            {
                kinds.Add((i, 0));
            }

            kinds[number] = (kinds[number].First, kinds[number].Count + 1);
            firstOf[i] = kinds[number].First;
        }

        return (kinds, firstOf);
    }

    private GroupAction Listed() => Size <= MaxPoints
        ? _action
        : throw new LimitExceededException("points of a G-set", MaxPoints, string.Create(CultureInfo.InvariantCulture, $"{Size} points ({Name} of {Group.Name})"), "choose a smaller G-set");
}
