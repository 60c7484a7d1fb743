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
public sealed class GSet
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

    /// <summary>The group acting on itself from the left; point i is element i of <see cref="FiniteGroup.EnumerateElements"/>, so point 0 is the identity.</summary>
    /// <exception cref="LimitExceededException">The order exceeds 64 bits.</exception>
    public static GSet Regular(FiniteGroup group) => new(group, "regular", new RegularAction(group));

    /// <summary>The points the permutation group is given on.</summary>
    public static GSet Points(FiniteGroup group) => new(group, "points", new PointsAction(group.Degree));

    /// <summary>One point, fixed by all elements: its permutation representation is trivial.</summary>
    public static GSet OnePoint(FiniteGroup group) => new(group, "trivial", new OnePointAction());

    /// <summary>The subsets of <paramref name="size"/> points, in lexicographic order of their sorted lists.</summary>
    /// <exception cref="ArgumentException"><paramref name="size"/> is negative or larger than the degree.</exception>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxPoints"/>.</exception>
    public static GSet Subsets(FiniteGroup group, int size)
    {
        RequireBetween(size, group, "subsets");
        return Limited(group, string.Create(CultureInfo.InvariantCulture, $"subsets:{size}"), SubsetsAction.Binomials(group.Degree, size)[group.Degree, size], () => new SubsetsAction(group.Degree, size));
    }

    /// <summary>The ordered tuples of <paramref name="length"/> distinct points, in lexicographic order.</summary>
    /// <exception cref="ArgumentException"><paramref name="length"/> is negative or larger than the degree.</exception>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxPoints"/>.</exception>
    public static GSet Tuples(FiniteGroup group, int length)
    {
        RequireBetween(length, group, "tuples");
        long count = 1;
        for (var i = 0; i < length && count <= MaxPoints; i++)
        {
            count *= group.Degree - i;
        }

        return Limited(group, string.Create(CultureInfo.InvariantCulture, $"tuples:{length}"), count, () => new TuplesAction(group.Degree, length));
    }

    /// <summary>The left cosets gH of the subgroup H generated by <paramref name="subgroupGenerators"/>; point 0 is H.</summary>
    /// <remarks>Other points are numbered in the order of a breadth-first walk along the generators of the group.</remarks>
    /// <exception cref="ArgumentException">An element does not belong to the group.</exception>
    /// <exception cref="LimitExceededException">The index exceeds <see cref="MaxPoints"/>.</exception>
    public static GSet Cosets(FiniteGroup group, IEnumerable<Permutation> subgroupGenerators)
    {
        Permutation[] generators = [.. subgroupGenerators];
        if (Array.Find(generators, g => !group.Contains(g)) is { } stranger)
        {
            throw new ArgumentException($"{stranger} is not an element of {group.Name}", nameof(subgroupGenerators));
        }

        var subgroup = group.Subgroup(generators);
        var index = group.Order / subgroup.Order;
        var name = "cosets:" + (generators.Length == 0 ? "()" : string.Join(";", generators.Select(g => g.ToString())));
        return Limited(group, name, index > long.MaxValue ? long.MaxValue : (long)index, () => new CosetAction(group, subgroup));
    }

    /// <summary>The left cosets of the representative H of a class of subgroups; every transitive G-set is isomorphic to exactly one of these. Named <c>cosets:#k</c>, k the number of the class from 1.</summary>
    /// <remarks>Points as in <see cref="Cosets(FiniteGroup, IEnumerable{Permutation})"/>; for the trivial subgroup as in <see cref="Regular"/>.</remarks>
    public static GSet Cosets(SubgroupClass subgroups)
    {
        ArgumentNullException.ThrowIfNull(subgroups);
        var group = subgroups.Lattice.Group;
        return new(group, "cosets:" + subgroups.Label, subgroups.Order == 1 ? new RegularAction(group) : new CosetAction(group, subgroups.Representative));
    }

    /// <summary>The blocks of the finest block system of the natural action in which the given points (from 0) lie in one block.</summary>
    /// <exception cref="ArgumentException">No point is given, one is outside 0 .. degree - 1, or the points lie in different orbits.</exception>
    public static GSet Blocks(FiniteGroup group, IEnumerable<int> pointsTogether)
    {
        int[] points = [.. pointsTogether];
        if (points.Length == 0 || Array.Exists(points, point => point < 0 || point >= group.Degree))
        {
            throw new ArgumentException($"a block needs points between 1 and {group.Degree}", nameof(pointsTogether));
        }

        var orbit = PointOrbits.PointsOfOrbit(group, new PointsAction(group.Degree), points[0]);
        if (Array.Exists(points, point => !orbit.Contains(point)))
        {
            throw new ArgumentException("the points of a block must lie in one orbit", nameof(pointsTogether));
        }

        var name = "blocks:" + string.Join(",", points.Select(point => (point + 1).ToString(CultureInfo.InvariantCulture)));
        return new(group, name, new BlocksAction(group, points));
    }

    /// <summary>The action given by the images of the group's generators, in their order; checked to be a homomorphism.</summary>
    /// <exception cref="ArgumentException">The number or size of the images is wrong, or they do not define an action.</exception>
    public static GSet FromGeneratorActions(FiniteGroup group, string name, IEnumerable<Permutation> images)
    {
        Permutation[] list = [.. images];
        var size = list.Length == 0 ? 1 : list[0].Degree;
        return list.All(image => image.Degree == size)
            ? new(group, name, new ExplicitAction(group, list, size))
            : throw new ArgumentException("all images of generators must permute the same points", nameof(images));
    }

    /// <summary>The same for a stated number of points: a group without generators may act on any number.</summary>
    /// <exception cref="ArgumentException">As there, or an image has another degree.</exception>
    public static GSet FromGeneratorActions(FiniteGroup group, string name, int size, IEnumerable<Permutation> images)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        Permutation[] list = [.. images];
        return list.All(image => image.Degree == size)
            ? new(group, name, new ExplicitAction(group, list, size))
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"all images of generators must permute the same {size} points"), nameof(images));
    }

    /// <summary>The disjoint union: the points of the first set, then those of the second, and so on.</summary>
    /// <exception cref="ArgumentException">There is no summand, or two belong to different groups.</exception>
    public static GSet Sum(IEnumerable<GSet> summands)
    {
        GSet[] parts = [.. summands];
        if (parts.Length == 0)
        {
            throw new ArgumentException("a sum of G-sets needs at least one summand", nameof(summands));
        }

        return parts.Length == 1 ? parts[0] : new(CommonGroup(parts), string.Join("+", parts.Select(part => part.Name)), new SumAction(parts));
    }

    /// <summary>The disjoint union of <paramref name="count"/> copies.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static GSet Multiple(int count, GSet set)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (count > MaxPoints)
        {
            throw new LimitExceededException("points of a G-set", MaxPoints, $"at least {count} points", "take fewer copies");
        }

        var name = set._action is SumAction ? $"({set.Name})" : set.Name;
        return count == 1 ? set : new(set.Group, string.Create(CultureInfo.InvariantCulture, $"{count}*{name}"), new SumAction([.. Enumerable.Repeat(set, count)]));
    }

    /// <summary>The pairs (x, y) with the diagonal action, numbered <c>x · |Y| + y</c>.</summary>
    /// <exception cref="ArgumentException">The sets belong to different groups.</exception>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxPoints"/> pairs.</exception>
    public static GSet Product(GSet left, GSet right)
    {
        var group = CommonGroup([left, right]);
        var size = (decimal)left.Size * right.Size;
        return Limited(group, $"{Factor(left)}*{Factor(right)}", size > long.MaxValue ? long.MaxValue : (long)size, () => new ProductAction(left, right));

        static string Factor(GSet set) => set._action is SumAction ? $"({set.Name})" : set.Name;
    }

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

    /// <summary>Reads <c>regular</c>, <c>points</c>, <c>trivial</c>, <c>subsets:k</c>, <c>tuples:k</c>, <c>cosets:(1,2);(3,4)</c>, <c>cosets:#3</c>, <c>blocks:1,2</c>, sums <c>a+b</c>, multiples <c>3*a</c>, products <c>a*b</c> and parentheses.</summary>
    /// <exception cref="AlgebraFormatException">The text is none of these.</exception>
    /// <exception cref="ArgumentException">The parts do not fit the group.</exception>
    /// <exception cref="LimitExceededException">The set has more than <see cref="MaxPoints"/> points.</exception>
    public static GSet Parse(FiniteGroup group, string text) => new GSetParser(group, text, null).Parse();

    /// <summary>As <see cref="Parse(FiniteGroup, string)"/>, with <c>@file</c> for a set from elsewhere.</summary>
    /// <param name="group">The group that acts.</param>
    /// <param name="text">The text.</param>
    /// <param name="file">The set that is named by what follows <c>@</c>, up to <c>+</c> or <c>*</c>: this room reads no files.</param>
    public static GSet Parse(FiniteGroup group, string text, Func<string, GSet> file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new GSetParser(group, text, file).Parse();
    }

    /// <summary>The point g x.</summary>
    public int Apply(Permutation g, int point) => _action.Apply(g, point);

    /// <summary>The permutation x ↦ g x of the points.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxPoints"/> points.</exception>
    public Permutation ActionOf(Permutation g)
    {
        var images = new int[Listed().Size];
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

    private static FiniteGroup CommonGroup(GSet[] sets)
    {
        foreach (var set in sets)
        {
            set.RequireSameGroup(sets[0].Group);
        }

        return sets[0].Group;
    }

    private static void RequireBetween(int value, FiniteGroup group, string form)
    {
        if (value < 0 || value > group.Degree)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{form}:{value} needs a number between 0 and {group.Degree}, the degree of {group.Name}"));
        }
    }

    private static GSet Limited(FiniteGroup group, string name, long size, Func<GroupAction> action) => size <= MaxPoints
        ? new(group, name, action())
        : throw new LimitExceededException("points of a G-set", MaxPoints, $"{(size == long.MaxValue ? "more than 10^18" : size.ToString(CultureInfo.InvariantCulture))} points ({name})", "choose a smaller G-set");

    private GroupAction Listed() => Size <= MaxPoints
        ? _action
        : throw new LimitExceededException("points of a G-set", MaxPoints, string.Create(CultureInfo.InvariantCulture, $"{Size} points ({Name} of {Group.Name})"), "choose a smaller G-set");
}
