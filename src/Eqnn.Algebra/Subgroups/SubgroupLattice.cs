using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Subgroups;

/// <summary>All subgroups of a small group, up to conjugacy; so all transitive G-sets up to isomorphism, since G/H ≅ G/K iff H and K are conjugate.</summary>
/// <remarks>
/// <para><b>Not</b> the lattice of normal subgroups of large groups: that is read off the character table, without any subgroup that is not normal.</para>
/// <para><b>Order of the classes.</b> Ascending by (order, number of conjugates, representative); representatives are compared by the ascending lists of their cyclic subgroups of prime power order, those sorted by (order, least generator).
/// Does not depend on the generators of the group.</para>
/// <para><b>Cost.</b> Orders to 65,536, and <see cref="GroupLimits.MaxSubgroups"/> subgroups, all of which are kept as bits. S₆ (1455 subgroups) takes tens of milliseconds; docs/benchmarks.md#subgroups.</para>
/// <para><b>Source.</b> [Holt, §10.4]; docs/theory.md#subgroups.</para>
/// </remarks>
public sealed class SubgroupLattice
{
    private readonly SubgroupSearch _search;
    private readonly Dictionary<SubgroupSearch.Found, SubgroupClass> _classOfFound;
    private readonly Lazy<TableOfMarks> _marks;
    private readonly Lazy<SubgroupsByOrder> _byOrder;
    private readonly Lazy<int[]> _classOfElement;

    private SubgroupLattice(FiniteGroup group, SubgroupSearch search)
    {
        Group = group;
        _search = search;
        SubgroupSearch.Found[] found = [.. search.ClassOf.Values.Distinct()];
        var list = Array.ConvertAll(found, f => (Found: f, Representative: f.Conjugates.Aggregate((a, b) => SubgroupBits.Compare(a, b) <= 0 ? a : b)));
        Array.Sort(list, (a, b) =>
        {
            var byOrder = a.Found.Elements.Length.CompareTo(b.Found.Elements.Length);
            var byCount = byOrder != 0 ? byOrder : a.Found.Conjugates.Count.CompareTo(b.Found.Conjugates.Count);
            return byCount != 0 ? byCount : SubgroupBits.Compare(a.Representative, b.Representative);
        });
        var classes = new SubgroupClass[list.Length];
        _classOfFound = new(classes.Length);
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = new SubgroupClass(this, i, list[i].Found, list[i].Representative);
            _classOfFound.Add(list[i].Found, classes[i]);
        }

        Classes = Array.AsReadOnly(classes);
        _marks = new Lazy<TableOfMarks>(() => new TableOfMarks(this));
        _byOrder = new Lazy<SubgroupsByOrder>(() => new SubgroupsByOrder(this));
        _classOfElement = new Lazy<int[]>(() => Array.ConvertAll(search.Table.Elements, group.ClassPositionOf));
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The conjugacy classes of subgroups, the trivial subgroup first, the group last.</summary>
    public IReadOnlyList<SubgroupClass> Classes { get; }

    /// <summary>The number of subgroups, conjugates counted.</summary>
    public int SubgroupCount => _search.ClassOf.Count;

    /// <summary>The table of marks; computed when first asked for.</summary>
    public TableOfMarks TableOfMarks => _marks.Value;

    /// <summary>The subgroups of a group. <see cref="KnownSubgroups.ComputeSubgroups"/> keeps the result.</summary>
    /// <exception cref="LimitExceededException">The order exceeds 65,536, or there are more subgroups than <see cref="GroupLimits.MaxSubgroups"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SubgroupLattice Of(FiniteGroup group, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        Require(group, cancellationToken);
        return new SubgroupLattice(group, new SubgroupSearch(group, group.Limits.MaxSubgroups, progress, cancellationToken));
    }

    /// <summary>Each subgroup of G/G′ is one of G, and there is a formula for their number: what is known before the search is said before it.</summary>
    internal static void Require(FiniteGroup group, CancellationToken cancellationToken)
    {
        ElementTable.RequireRoom(group);
        var invariants = group.ComputeAbelianInvariants(cancellationToken);
        var least = AbelianSubgroupCount.Of(invariants);
        if (least <= group.Limits.MaxSubgroups)
        {
            return;
        }

        // A cyclic subgroup of the quotient is the image of one of the group.
        var needed = FormattableString.Invariant($"{(group.IsAbelian ? "" : "at least ")}{least} subgroups of {group.Name}");
        var words = (AbelianSubgroupCount.CyclicOfPrimePowerOrder(invariants) + 63) / 64;
        throw least * words > SubgroupSearch.MaxWords
            ? new LimitExceededException("words of memory for all subgroups", SubgroupSearch.MaxWords, FormattableString.Invariant($"{needed} with {words} words each"), "not possible; a smaller group has fewer subgroups")
            : new LimitExceededException("subgroups", group.Limits.MaxSubgroups, needed, "GroupLimits.MaxSubgroups", (long)least);
    }

    /// <summary>The class of a subgroup.</summary>
    /// <exception cref="ArgumentException">Not a subgroup of the group.</exception>
    public SubgroupClass ClassOf(FiniteGroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(subgroup);
        if (!subgroup.IsSubgroupOf(Group))
        {
            throw new ArgumentException(FormattableString.Invariant($"{subgroup.Name} is not a subgroup of {Group.Name}"), nameof(subgroup));
        }

        var elements = subgroup.EnumerateElements().Select(g => (ushort)_search.Table.PlaceOf(g)).ToArray();
        return _classOfFound[_search.ClassOf[_search.Cyclic.BitsOf(elements)]];
    }

    internal ElementTable Table => _search.Table;

    internal PrimePowerSubgroups Cyclic => _search.Cyclic;

    internal SubgroupsByOrder ByOrder => _byOrder.Value;

    /// <summary>For each element of the table the position of its conjugacy class.</summary>
    internal int[] ClassOfElement => _classOfElement.Value;

    /// <summary>In one line: the number of subgroups and of their classes.</summary>
    public override string ToString() => FormattableString.Invariant($"{Group.Name}: {SubgroupCount} subgroups in {Classes.Count} classes");
}
