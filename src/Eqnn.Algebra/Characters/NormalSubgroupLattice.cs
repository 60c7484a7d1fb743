using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>All normal subgroups of a finite group, ordered by inclusion.</summary>
/// <remarks>
/// <para><b>Several routes to one list.</b> From a character table: every normal subgroup is an intersection of kernels of irreducible characters (N is the kernel of the regular character of G/N) [Isaacs, Lemma 2.21], so the lattice is the closure of
/// the kernels under intersection. From the group alone: down a chief series found through orbits and blocks, where for each chief factor the normal subgroups that do not contain it are solutions of linear equations or centralisers
/// [Hulpke1998], docs/theory.md#normal-subgroups. For groups of some dozens of elements from the classes alone, closed under multiplication; for large abelian groups by Hermite normal forms. <see cref="Origin"/> names the route.</para>
/// <para><b>Order of the list.</b> Ascending order, then ascending list of class positions: the trivial subgroup first, the whole group last. Where the classes are beyond the limits of the group, subgroups of equal order stand by the ascending
/// lists of their elements, these being ordered by image lists.</para>
/// <para><b>Cost.</b> From a table: number of subgroups times number of different kernels. C2^6 and the extraspecial groups of order 128 have about 2,800 (milliseconds); the number can be exponential in the number of
/// classes, hence the limit. From the group: a few stabiliser chains for each chief factor and subgroup. Sizes: docs/benchmarks.md#tables.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class NormalSubgroupLattice
{
    private readonly Lazy<CharacterTable> _table;
    private readonly NormalSubgroup[] _meetIrreducible;
    private readonly int _markCount;
    private readonly Func<int, Permutation> _markAt;
    private readonly Lazy<ClassSetIndex> _places;
    private readonly Lazy<long[]> _sizes;
    private readonly Lazy<(long Order, int[] Positions)?[]> _closures;

    private NormalSubgroupLattice(FiniteGroup group, CharacterTable? table, string origin, int markCount, Func<int, Permutation> markAt, IReadOnlyList<Entry> entries, IEnumerable<int> meetIrreducible)
    {
        Group = group;
        Origin = origin;
        _table = table is null ? new Lazy<CharacterTable>(() => CharacterTable.Of(group)) : new Lazy<CharacterTable>(table);
        _markCount = markCount;
        _markAt = markAt;
        var subgroups = new NormalSubgroup[entries.Count];
        for (var i = 0; i < subgroups.Length; i++)
        {
            subgroups[i] = new NormalSubgroup(this, i, entries[i].Order, entries[i].Marks, entries[i].Group);
        }

        Subgroups = Array.AsReadOnly(subgroups);
        _meetIrreducible = [.. meetIrreducible.Select(i => subgroups[i])];
        _sizes = new Lazy<long[]>(() => [.. group.ConjugacyClasses.Select(c => (long)c.Size)]);
        _places = new Lazy<ClassSetIndex>(() => new ClassSetIndex([.. Subgroups.Select(subgroup => subgroup.Marks)]));
        _closures = new Lazy<(long Order, int[] Positions)?[]>(ClosuresOfMarks);
    }

    /// <summary>A normal subgroup as a route found it.</summary>
    /// <param name="Order">Its order.</param>
    /// <param name="Marks">Which of the marks it contains.</param>
    /// <param name="Group">The group; null where it is made when it is asked for.</param>
    private sealed record Entry(BigInteger Order, ClassSet Marks, FiniteGroup? Group);

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The character table of the group: the one the lattice was read from, or else computed when it is first asked for.</summary>
    /// <exception cref="LimitExceededException">The group is too large for a table.</exception>
    public CharacterTable Table => _table.Value;

    /// <summary>The route that found the lattice.</summary>
    public string Origin { get; }

    /// <summary>All normal subgroups, in the order stated above.</summary>
    public IReadOnlyList<NormalSubgroup> Subgroups { get; }

    /// <summary>The trivial subgroup.</summary>
    public NormalSubgroup Trivial => Subgroups[0];

    /// <summary>The whole group.</summary>
    public NormalSubgroup Whole => Subgroups[^1];

    /// <summary>Whether the marks are the classes, in their order: so in a lattice read from a table.</summary>
    internal bool HasClassesAsMarks { get; private init; }

    /// <summary>Makes the subgroup at a position with few generators, where the route that found it knows them; else null, and generators are chosen among the marks.</summary>
    internal Func<int, FiniteGroup>? GroupAt { get; private init; }

    /// <summary>The intersection A ∩ B.</summary>
    /// <exception cref="ArgumentException">One of them belongs to another lattice.</exception>
    public NormalSubgroup Meet(NormalSubgroup a, NormalSubgroup b)
    {
        RequireOwn(a);
        RequireOwn(b);
        return Subgroups[_places.Value.Find(a.Marks.Intersect(b.Marks).Words)];
    }

    /// <summary>The product AB, the least normal subgroup that contains both.</summary>
    /// <exception cref="ArgumentException">One of them belongs to another lattice.</exception>
    public NormalSubgroup Join(NormalSubgroup a, NormalSubgroup b)
    {
        RequireOwn(a);
        RequireOwn(b);
        return Closure(subgroup => a.Marks.IsSubsetOf(subgroup.Marks) && b.Marks.IsSubsetOf(subgroup.Marks));
    }

    /// <summary>The normal closure of some classes: the least normal subgroup that contains them.</summary>
    /// <param name="classPositions">Positions in <see cref="FiniteGroup.ConjugacyClasses"/>; none gives the trivial subgroup.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is not that of a class.</exception>
    public NormalSubgroup NormalClosure(IEnumerable<int> classPositions)
    {
        ArgumentNullException.ThrowIfNull(classPositions);
        var positions = classPositions.ToArray();
        foreach (var c in positions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(c, nameof(classPositions));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(c, Group.ConjugacyClasses.Count, nameof(classPositions));
        }

        return Closure(subgroup => Array.TrueForAll(positions, subgroup.Classes.Contains));
    }

    /// <summary>The covering relation of the lattice: all pairs (lower, upper) of positions with lower &lt; upper and nothing between, sorted.</summary>
    /// <remarks>The edges of the Hasse diagram. Cost: the number of meet-irreducible subgroups for each subgroup, times that of marks where these are fewer.</remarks>
    public IReadOnlyList<(int Lower, int Upper)> Covers() => _meetIrreducible.Length <= _markCount
        ? [.. Subgroups.SelectMany(upper => LowerCoversOf(upper).Select(lower => (lower.Position, upper.Position))).Order()]
        : [.. Subgroups.SelectMany(lower => UpperCoversOf(lower).Select(upper => (lower.Position, upper.Position)))];

    /// <summary>Makes generators and lower covers of all subgroups, which are otherwise made one by one when they are asked for: for lists of many, so that the work can be stopped.</summary>
    /// <param name="progress">Told the number of subgroups done.</param>
    /// <param name="cancellationToken">Looked at for each subgroup.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void ComputeGenerators(IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        foreach (var subgroup in Subgroups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("generators of normal subgroups", subgroup.Position, Subgroups.Count));
            _ = subgroup.ComputeGroup(cancellationToken);
            _ = subgroup.LowerCovers;
        }
    }

    internal IReadOnlyList<NormalSubgroup> UpperCoversOf(NormalSubgroup lower)
    {
        // The minimal ones among the N·(closure of a mark): every larger normal subgroup contains one of these.
        var candidates = new SortedSet<int>();
        for (var mark = 0; mark < _markCount; mark++)
        {
            if (!lower.Marks.Contains(mark))
            {
                candidates.Add(Closure(lower, mark).Position);
            }
        }

        var covers = new List<NormalSubgroup>();
        foreach (var position in candidates)
        {
            if (!covers.Exists(cover => cover.Marks.IsSubsetOf(Subgroups[position].Marks)))
            {
                covers.Add(Subgroups[position]);
            }
        }

        return covers;
    }

    internal IReadOnlyList<NormalSubgroup> LowerCoversOf(NormalSubgroup upper)
    {
        // The maximal ones among the intersections with a meet-irreducible one: every smaller normal subgroup lies in one of these.
        var words = upper.Marks.Words;
        var meet = new ulong[words.Length];
        var candidates = new HashSet<int>();
        foreach (var kernel in _meetIrreducible)
        {
            var other = kernel.Marks.Words;
            var smaller = 0UL;
            for (var i = 0; i < meet.Length; i++)
            {
                meet[i] = words[i] & other[i];
                smaller |= words[i] ^ meet[i];
            }

            if (smaller != 0)
            {
                candidates.Add(_places.Value.Find(meet));
            }
        }

        // By descending order. Of one order none contains another, so only covers of larger order are looked at: none where all chief factors below have one order.
        var covers = new List<NormalSubgroup>();
        var (larger, order) = (0, BigInteger.Zero);
        foreach (var position in candidates.OrderDescending())
        {
            var candidate = Subgroups[position];
            if (candidate.Order != order)
            {
                (larger, order) = (covers.Count, candidate.Order);
            }

            var isBelow = false;
            for (var i = 0; i < larger && !isBelow; i++)
            {
                isBelow = candidate.Marks.IsSubsetOf(covers[i].Marks);
            }

            if (!isBelow)
            {
                covers.Add(candidate);
            }
        }

        covers.Reverse();
        return covers;
    }

    /// <summary>An element whose normal closure is the least normal subgroup with that mark.</summary>
    internal Permutation Mark(int mark) => _markAt(mark);

    /// <summary>The least normal subgroup that contains another and a mark.</summary>
    internal NormalSubgroup Closure(NormalSubgroup below, int mark) => Closure(subgroup => subgroup.Marks.Contains(mark) && below.Marks.IsSubsetOf(subgroup.Marks));

    /// <summary>The first mark inside a normal subgroup whose closure with a smaller one has the greatest order.</summary>
    internal int FirstOfGreatestClosure(NormalSubgroup below, NormalSubgroup within)
    {
        var marks = within.Marks.Positions();
        if (!HasClassesAsMarks || Group.Order > long.MaxValue)
        {
            return marks.Where(mark => !below.Marks.Contains(mark)).MaxBy(mark => Closure(below, mark).Order);
        }

        // The order of NM is |N||M|/|N ∩ M|, M the closure of the class, and N ∩ M is counted by classes. Classes with one closure tie: the first of them counts.
        var (best, greatest, most) = (-1, 0L, (long)(within.Order / below.Order));
        for (var i = 0; i < marks.Length && greatest < most; i++)
        {
            if (below.Marks.Contains(marks[i]) || _closures.Value[marks[i]] is not var (order, positions))
            {
                continue;
            }

            var common = 0L;
            foreach (var c in positions)
            {
                common += below.Marks.Contains(c) ? _sizes.Value[c] : 0;
            }

            if (order / common > greatest)
            {
                (best, greatest) = (marks[i], order / common);
            }
        }

        return best;
    }

    /// <summary>For each class the order and the classes of its normal closure; null where an earlier class has the same one.</summary>
    private (long Order, int[] Positions)?[] ClosuresOfMarks()
    {
        var closures = new (long Order, int[] Positions)?[_markCount];
        var seen = new HashSet<int>();
        for (var mark = 0; mark < closures.Length; mark++)
        {
            var own = mark;
            var closure = Closure(subgroup => subgroup.Marks.Contains(own));
            closures[mark] = seen.Add(closure.Position) ? ((long)closure.Order, closure.Marks.Positions()) : null;
        }

        return closures;
    }

    /// <summary>The intersection of the meet-irreducible subgroups with a property; as every normal subgroup is an intersection of these, the least normal subgroup inside all of them.</summary>
    private NormalSubgroup Closure(Func<NormalSubgroup, bool> contains)
    {
        var closure = Subgroups[^1].Marks;
        foreach (var kernel in _meetIrreducible)
        {
            if (contains(kernel))
            {
                closure = closure.Intersect(kernel.Marks);
            }
        }

        return Subgroups[_places.Value.Find(closure.Words)];
    }

    private void RequireOwn(NormalSubgroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        if (!ReferenceEquals(subgroup.Lattice, this))
        {
            throw new ArgumentException($"the normal subgroup belongs to another lattice, of {subgroup.Lattice.Group.Name}, not to this one, of {Group.Name}", nameof(subgroup));
        }
    }

    /// <summary>In one line: the orders of the normal subgroups.</summary>
    public override string ToString() => FormattableString.Invariant($"normal subgroups of orders {string.Join(", ", Subgroups.Take(12).Select(subgroup => subgroup.Order))}{(Subgroups.Count > 12 ? FormattableString.Invariant($", ... ({Subgroups.Count})") : "")}");
}
