using System.Numerics;

namespace Eqnn.Algebra.Characters;

/// <summary>All normal subgroups of a finite group, ordered by inclusion, as unions of conjugacy classes.</summary>
/// <remarks>
/// <para><b>Method.</b> Every normal subgroup is an intersection of kernels of irreducible characters (N is the kernel of the regular character of G/N) [Isaacs, Lemma 2.21], so the lattice is the closure of the
/// kernels under intersection, read off the character table.</para>
/// <para><b>Order of the list.</b> Ascending order, then ascending list of class positions: the trivial subgroup first, the whole group last.</para>
/// <para><b>Cost.</b> Number of subgroups times number of different kernels. C2^6 and the extraspecial groups of order 128 have about 2,800 (milliseconds); the number can be exponential in the number of
/// classes, hence the limit.</para>
/// </remarks>
public sealed class NormalSubgroupLattice
{
    /// <summary>The number of normal subgroups at which <see cref="Of"/> stops if not told otherwise.</summary>
    public const int DefaultMaximumCount = 1_000_000;

    private readonly ClassSet[] _kernels;
    private readonly Lazy<Dictionary<ClassSet, int>> _positions;

    private NormalSubgroupLattice(CharacterTable table, ClassSet[] kernels, List<ClassSet> sets)
    {
        Table = table;
        _kernels = kernels;
        var ordered = Orders(table, sets);
        Array.Sort(ordered, (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Set.CompareListTo(b.Set));
        var subgroups = new NormalSubgroup[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            subgroups[i] = new NormalSubgroup(this, i, ordered[i].Order, ordered[i].Set);
        }

        Subgroups = Array.AsReadOnly(subgroups);
        _positions = new Lazy<Dictionary<ClassSet, int>>(() => Subgroups.ToDictionary(subgroup => subgroup.Set, subgroup => subgroup.Position));
    }

    /// <summary>The table the lattice was read from.</summary>
    public CharacterTable Table { get; }

    /// <summary>All normal subgroups, by ascending order, then ascending list of class positions.</summary>
    public IReadOnlyList<NormalSubgroup> Subgroups { get; }

    /// <summary>The trivial subgroup.</summary>
    public NormalSubgroup Trivial => Subgroups[0];

    /// <summary>The whole group.</summary>
    public NormalSubgroup Whole => Subgroups[^1];

    /// <summary>The normal subgroups of the group of a character table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="maximumCount">The number of subgroups at which the work stops.</param>
    /// <param name="progress">Told the number of kernels used.</param>
    /// <param name="cancellationToken">Looked at for every few thousand intersections.</param>
    /// <exception cref="LimitExceededException">There are more than <paramref name="maximumCount"/> normal subgroups.</exception>
    public static NormalSubgroupLattice Of(CharacterTable table, int maximumCount = DefaultMaximumCount, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumCount, 1);
        var kernels = table.Simples.Select(simple => simple.Constituents[0]).DistinctBy(chi => chi.Row.KernelKey, SequenceComparer.Instance).Select(chi => chi.Kernel).Distinct().ToArray();
        var whole = ClassSet.Where(table.Classes.Count, _ => true);
        var list = IntersectionClosure.Of(whole, kernels, maximumCount, progress, cancellationToken)
            ?? throw new LimitExceededException("normal subgroups", maximumCount, FormattableString.Invariant($"more for {table.Group.Name}"), "call NormalSubgroupLattice.Of with a larger maximumCount");
        return new NormalSubgroupLattice(table, kernels, list);
    }

    /// <summary>The intersection A ∩ B.</summary>
    /// <exception cref="ArgumentException">One of them belongs to another lattice.</exception>
    public NormalSubgroup Meet(NormalSubgroup a, NormalSubgroup b)
    {
        RequireOwn(a);
        RequireOwn(b);
        return Subgroups[_positions.Value[a.Set.Intersect(b.Set)]];
    }

    /// <summary>The product AB, the least normal subgroup that contains both.</summary>
    /// <exception cref="ArgumentException">One of them belongs to another lattice.</exception>
    public NormalSubgroup Join(NormalSubgroup a, NormalSubgroup b)
    {
        RequireOwn(a);
        RequireOwn(b);
        return Closure(set => a.Set.IsSubsetOf(set) && b.Set.IsSubsetOf(set));
    }

    /// <summary>The normal closure of some classes: the least normal subgroup that contains them.</summary>
    /// <param name="classPositions">Positions in <see cref="CharacterTable.Classes"/>; none gives the trivial subgroup.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is not that of a class.</exception>
    public NormalSubgroup NormalClosure(IEnumerable<int> classPositions)
    {
        ArgumentNullException.ThrowIfNull(classPositions);
        var positions = classPositions.ToArray();
        foreach (var c in positions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(c, nameof(classPositions));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(c, Table.Classes.Count, nameof(classPositions));
        }

        return Closure(set => Array.TrueForAll(positions, set.Contains));
    }

    /// <summary>The covering relation of the lattice: all pairs (lower, upper) of positions with lower &lt; upper and nothing between, sorted.</summary>
    /// <remarks>The edges of the Hasse diagram. Cost: (classes)·(kernels) for each subgroup.</remarks>
    public IReadOnlyList<(int Lower, int Upper)> Covers() =>
        [.. Subgroups.SelectMany(lower => UpperCoversOf(lower).Select(upper => (lower.Position, upper.Position)))];

    internal IReadOnlyList<NormalSubgroup> UpperCoversOf(NormalSubgroup lower)
    {
        // The minimal ones among the N·(closure of c): every larger normal subgroup contains one of these.
        var candidates = new SortedSet<int>();
        for (var c = 0; c < Table.Classes.Count; c++)
        {
            if (!lower.Set.Contains(c))
            {
                var closure = Closure(set => set.Contains(c) && lower.Set.IsSubsetOf(set));
                candidates.Add(closure.Position);
            }
        }

        var covers = new List<NormalSubgroup>();
        foreach (var position in candidates)
        {
            if (!covers.Exists(cover => cover.Set.IsSubsetOf(Subgroups[position].Set)))
            {
                covers.Add(Subgroups[position]);
            }
        }

        return covers;
    }

    internal IReadOnlyList<NormalSubgroup> LowerCoversOf(NormalSubgroup upper)
    {
        // The maximal ones among the intersections with one kernel: every smaller normal subgroup lies in one of these.
        var candidates = new SortedSet<int>();
        foreach (var kernel in _kernels)
        {
            if (!upper.Set.IsSubsetOf(kernel))
            {
                candidates.Add(_positions.Value[upper.Set.Intersect(kernel)]);
            }
        }

        var covers = new List<NormalSubgroup>();
        foreach (var position in candidates.Reverse())
        {
            if (!covers.Exists(cover => Subgroups[position].Set.IsSubsetOf(cover.Set)))
            {
                covers.Add(Subgroups[position]);
            }
        }

        covers.Reverse();
        return covers;
    }

    private static (UInt128 Order, ClassSet Set)[] Orders(CharacterTable table, List<ClassSet> sets)
    {
        // Groups with a table have an order far below 2^128 (class sizes are 63-bit numbers in every method).
        var sizes = table.Classes.Select(c => (UInt128)c.Size).ToArray();
        var ordered = new (UInt128 Order, ClassSet Set)[sets.Count];
        for (var i = 0; i < ordered.Length; i++)
        {
            var order = UInt128.Zero;
            var words = sets[i].Words;
            for (var w = 0; w < words.Length; w++)
            {
                for (var word = words[w]; word != 0; word &= word - 1)
                {
                    order += sizes[(64 * w) + BitOperations.TrailingZeroCount(word)];
                }
            }

            ordered[i] = (order, sets[i]);
        }

        return ordered;
    }

    /// <summary>The intersection of the kernels with a property; as every normal subgroup is an intersection of kernels, the least normal subgroup inside all of them.</summary>
    private NormalSubgroup Closure(Func<ClassSet, bool> contains)
    {
        var closure = Subgroups[^1].Set;
        foreach (var kernel in _kernels)
        {
            if (contains(kernel))
            {
                closure = closure.Intersect(kernel);
            }
        }

        return Subgroups[_positions.Value[closure]];
    }

    private void RequireOwn(NormalSubgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        if (!ReferenceEquals(subgroup.Lattice, this))
        {
            throw new ArgumentException($"the normal subgroup belongs to another lattice, of {subgroup.Lattice.Table.Group.Name}, not to this one, of {Table.Group.Name}", nameof(subgroup));
        }
    }
}
