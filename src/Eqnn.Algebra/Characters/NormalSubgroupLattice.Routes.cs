using System.Numerics;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <content>The routes: from the group, from a character table.</content>
public sealed partial class NormalSubgroupLattice
{
    /// <summary>For groups of smaller order the table is the shorter way, unless they are seen to be almost simple (measured, docs/benchmarks.md#tables).</summary>
    private const int WorthDescending = 20_000;

    /// <summary>And for still smaller ones always.</summary>
    private const int WorthLooking = 500;

    /// <summary>With more normal subgroups than this the table is the shorter way, if there can be one.</summary>
    private const int ManySubgroups = 100;

    /// <summary>More normal subgroups than this are not searched for: the subgroups of C2^8 alone are 417,199.</summary>
    private const int MostSearched = 1_000;

    /// <summary>Abelian groups of larger order are left to theory: their tables take as many classes as the group has elements.</summary>
    private const int LargestAbelianTable = 5_000;

    /// <summary>G/G' needs as many generators as its largest elementary abelian quotient has factors: with fewer it seldom has too many subgroups, and they are not counted beforehand.</summary>
    private const int ManyGenerators = 5;

    /// <summary>The normal subgroups of a group.</summary>
    /// <remarks>Cyclic groups have one for each divisor of the order; those of other abelian groups of order above 5000 are found by Hermite normal forms. Small groups and groups with many normal subgroups by way of the character table; the others, and those too large for a table, by a chief series: order and number of classes are no obstacle there, but groups that act on blocks by insolvable groups of affine,
    /// diagonal or product type are left to the table.</remarks>
    /// <param name="group">The group.</param>
    /// <param name="progress">Told the stages of the table, if there is one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LimitExceededException">There are more than <see cref="GroupLimits.MaxNormalSubgroups"/>; or a table is needed and the group is too large for one.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NormalSubgroupLattice Of(FiniteGroup group, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        cancellationToken.ThrowIfCancellationRequested();
        RequireFewAbove(group, cancellationToken);
        var maximumCount = group.Limits.MaxNormalSubgroups;
        if (group.Order <= long.MaxValue && group.IsCyclic)
        {
            return OfCyclic(group);
        }

        if (group.Order > LargestAbelianTable && group.Order <= Math.Min(group.Limits.MaxEnumeratedOrder, group.Limits.MaxClasses) && group.IsAbelian)
        {
            return OfAbelian(group, cancellationToken);
        }

        if ((group.Order >= WorthDescending || (group.Order >= WorthLooking && PrimitiveGroups.IsSeenToBeAlmostSimple(group, cancellationToken))) && TrySearch(group, Math.Min(maximumCount, ManySubgroups), cancellationToken) is { } few)
        {
            return few;
        }

        if (group.Order < WorthLooking && ClassClosures.TryOf(group, cancellationToken) is { } closed)
        {
            return FromClosures(group, closed);
        }

        try
        {
            return FromTable(CharacterTable.Of(group, progress, cancellationToken), progress, cancellationToken);
        }
        catch (LimitExceededException)
        {
            if (TrySearch(group, Math.Min(maximumCount, MostSearched), cancellationToken) is { } many)
            {
                return many;
            }

            throw;
        }
    }

    /// <summary>The normal subgroups of the group of a character table, read off the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="progress">Told the number of kernels used.</param>
    /// <param name="cancellationToken">Looked at for every few thousand intersections.</param>
    /// <exception cref="LimitExceededException">There are more than <see cref="GroupLimits.MaxNormalSubgroups"/>.</exception>
    public static NormalSubgroupLattice Of(CharacterTable table, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireFewAbove(table.Group, cancellationToken);
        return FromTable(table, progress, cancellationToken);
    }

    /// <summary>The normal subgroups by a chief series alone, for groups too large for classes and tables; null where that does not find them, or there are more than 1000.</summary>
    /// <remarks>Subgroups of equal order stand by their elements, whatever the limits: numbers may differ from those of <see cref="Of(FiniteGroup, IProgress{WorkProgress}?, CancellationToken)"/>, orders and inclusions do not.</remarks>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LimitExceededException">The abelian quotient alone has more subgroups than <see cref="GroupLimits.MaxNormalSubgroups"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NormalSubgroupLattice? TryWithoutTable(FiniteGroup group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        cancellationToken.ThrowIfCancellationRequested();
        RequireFewAbove(group, cancellationToken);
        if (group.Order <= long.MaxValue && group.IsCyclic)
        {
            return OfCyclic(group);
        }

        var most = Math.Min(group.Limits.MaxNormalSubgroups, MostSearched);
        if (group.IsAbelian && AbelianSubgroupCount.Of(group.ComputeAbelianInvariants(cancellationToken)) > most)
        {
            return null;
        }

        return NormalSubgroupSearch.TryOf(group, most, cancellationToken) is { } found ? FromSearch(group, found, ElementListOrder.Compare) : null;
    }

    /// <summary>One subgroup for each divisor d of the order, generated by an element of order d: the marks. It is an intersection of others unless its index is a power of a prime.</summary>
    private static NormalSubgroupLattice OfCyclic(FiniteGroup group)
    {
        var order = (long)group.Order;
        var divisors = NumberTheory.Divisors(order);
        if (divisors.Count > group.Limits.MaxNormalSubgroups)
        {
            throw group.Limits.TooManyNormalSubgroups(divisors.Count, group.Name);
        }

        var marks = divisors.Where(d => d > 1).ToArray();
        var entries = divisors.Select(d => new Entry(d, ClassSet.Where(marks.Length, mark => d % marks[mark] == 0), null));
        var meet = Enumerable.Range(0, divisors.Count).Where(i => NumberTheory.PrimeFactors(order / divisors[i]).Count == 1);
        return new NormalSubgroupLattice(group, null, "divisors of the order of a cyclic group", marks.Length, mark => ElementOfOrder(group, marks[mark]), [.. entries], meet);
    }

    /// <summary>Marks are the cyclic subgroups of prime power order, the join-irreducible ones, in the order in which their least generators stand among the classes: so lists of marks order the subgroups as lists of classes do.</summary>
    internal static NormalSubgroupLattice OfAbelian(FiniteGroup group, CancellationToken cancellationToken)
    {
        var count = AbelianSubgroupCount.Of(group.ComputeAbelianInvariants(cancellationToken));
        if (count > group.Limits.MaxNormalSubgroups)
        {
            throw group.Limits.TooManyNormalSubgroups(count, group.Name);
        }

        var found = AbelianSubgroups.Of(group, cancellationToken);
        var sorted = new (long Order, ClassSet Marks, int Place)[found.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sorted[i] = (found.OrderOf(i), ClassSet.Where(found.MarkCount, mark => found.Contains(i, mark)), i);
        }

        Array.Sort(sorted, (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Marks.CompareListTo(b.Marks));
        return new NormalSubgroupLattice(
            group, null, "subgroups of an abelian group by Hermite normal forms", found.MarkCount, found.Mark, [.. sorted.Select(entry => new Entry(entry.Order, entry.Marks, null))],
            Enumerable.Range(0, sorted.Length).Where(i => found.IsMeetIrreducible(sorted[i].Place)))
        {
            GroupAt = position => found.GroupOf(sorted[position].Place),
        };
    }

    /// <summary>An element of a given order in a cyclic group: for each prime some generator has the whole power of it in its order.</summary>
    private static Permutation ElementOfOrder(FiniteGroup group, long order)
    {
        var element = group.Identity;
        foreach (var prime in NumberTheory.PrimeFactors(order))
        {
            var part = prime;
            while (order / part % prime == 0)
            {
                part *= prime;
            }

            var generator = group.Generators.First(g => (g.Order % part).IsZero);
            element *= generator.Power((long)(generator.Order / part));
        }

        return element;
    }

    private static NormalSubgroupLattice FromClosures(FiniteGroup group, List<ClassSet> sets)
    {
        var classes = group.ConjugacyClasses;
        var ordered = Ordered(group, sets);

        // Meet-irreducible: among those above there is one that lies in all the others.
        var above = Enumerable.Range(0, ordered.Length).Select(i => Enumerable.Range(i + 1, ordered.Length - i - 1).Where(j => ordered[i].Set.IsSubsetOf(ordered[j].Set)).ToArray()).ToArray();
        var meet = Enumerable.Range(0, ordered.Length).Where(i => above[i].Length > 0 && Array.TrueForAll(above[i], j => ordered[above[i][0]].Set.IsSubsetOf(ordered[j].Set)));
        return new NormalSubgroupLattice(group, null, "closures of conjugacy classes", classes.Count, c => classes[c].Representative, [.. ordered.Select(entry => new Entry(entry.Order, entry.Set, null))], meet)
        {
            HasClassesAsMarks = true,
        };
    }

    private static NormalSubgroupLattice FromTable(CharacterTable table, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var limits = table.Group.Limits;
        var kernels = table.Simples.Select(simple => simple.Constituents[0]).DistinctBy(chi => chi.Row.KernelKey, SequenceComparer<int>.Instance).Select(chi => cancellationToken.IsCancellationRequested ? throw new OperationCanceledException(cancellationToken) : chi.Kernel).Distinct().ToArray();
        var whole = ClassSet.Where(table.Classes.Count, _ => true);
        var sets = IntersectionClosure.Of(whole, kernels, limits.MaxNormalSubgroups, progress, cancellationToken)
            ?? throw limits.TooManyNormalSubgroups((BigInteger)limits.MaxNormalSubgroups + 1, table.Group.Name);
        var ordered = Ordered(table.Group, sets);
        var isKernel = kernels.ToHashSet();
        return new NormalSubgroupLattice(
            table.Group, table, "kernels of " + table.Origin, table.Classes.Count, c => table.Classes[c].Representative, [.. ordered.Select(entry => new Entry(entry.Order, entry.Set, null))],
            Enumerable.Range(0, ordered.Length).Where(i => isKernel.Contains(ordered[i].Set)))
        {
            HasClassesAsMarks = true,
        };
    }

    /// <summary>Refuses, before any work, groups whose abelian quotient alone has too many subgroups.</summary>
    private static void RequireFewAbove(FiniteGroup group, CancellationToken cancellationToken)
    {
        if (group.Generators.Count >= ManyGenerators && AbelianSubgroupCount.Of(group.ComputeAbelianInvariants(cancellationToken)) is var count && count > group.Limits.MaxNormalSubgroups)
        {
            throw group.Limits.TooManyNormalSubgroups(count, group.Name);
        }
    }

    /// <summary>The lattice without a table; null where the chief series cannot be proved to be one, or there are more normal subgroups than a number.</summary>
    internal static NormalSubgroupLattice? TrySearch(FiniteGroup group, int maximumCount, CancellationToken cancellationToken) =>
        NormalSubgroupSearch.TryOf(group, maximumCount, cancellationToken) is { } found ? FromSearch(group, found, TieBreak(group, found.Groups)) : null;

    /// <summary>Marks are elements whose normal closures are the join-irreducible subgroups: a normal subgroup is the join of those that it contains.</summary>
    private static NormalSubgroupLattice FromSearch(FiniteGroup group, FoundSubgroups found, Comparison<FiniteGroup> compare)
    {
        var count = found.Groups.Count;
        var order = Enumerable.Range(0, count).ToArray();
        Array.Sort(order, (a, b) => found.Groups[a].Order != found.Groups[b].Order ? found.Groups[a].Order.CompareTo(found.Groups[b].Order) : a == b ? 0 : compare(found.Groups[a], found.Groups[b]));
        var place = new int[count];
        for (var i = 0; i < count; i++)
        {
            place[order[i]] = i;
        }

        var above = order.Select(i => found.Above[i].Select(j => place[j]).ToHashSet()).ToArray();
        var below = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, i + 1).Where(j => above[j].Contains(i)).ToArray()).ToArray();

        // Join-irreducible: one maximal subgroup, below which are all the others. Meet-irreducible: the same upwards.
        var join = Enumerable.Range(0, count).Where(i => below[i].Any(j => below[j].Length == below[i].Length - 1)).ToArray();
        var meet = Enumerable.Range(0, count).Where(i => above[i].Any(j => above[j].Count == above[i].Count - 1));
        var marks = join.Select(i =>
        {
            var maximal = found.Groups[order[below[i].First(j => below[j].Length == below[i].Length - 1)]];
            return found.Groups[order[i]].Generators.First(g => !maximal.Contains(g));
        }).ToArray();
        var entries = Enumerable.Range(0, count).Select(i => new Entry(found.Groups[order[i]].Order, ClassSet.Where(join.Length, mark => above[join[mark]].Contains(i)), found.Groups[order[i]]));
        return new NormalSubgroupLattice(group, null, "chief series through orbits and blocks", marks.Length, mark => marks[mark], [.. entries], meet);
    }

    /// <summary>The order of subgroups of equal order: by classes, where these are within the limits of the group, else by elements.</summary>
    private static Comparison<FiniteGroup> TieBreak(FiniteGroup group, IReadOnlyList<FiniteGroup> subgroups)
    {
        try
        {
            var classes = subgroups.GroupBy(subgroup => subgroup.Order).Where(equal => equal.Count() > 1).SelectMany(equal => equal).ToDictionary(subgroup => subgroup, subgroup => ClassesIn(group, subgroup));
            return (a, b) => classes[a].CompareListTo(classes[b]);
        }
        catch (LimitExceededException)
        {
            return ElementListOrder.Compare;
        }
    }

    /// <summary>The classes of a group inside a normal subgroup.</summary>
    internal static ClassSet ClassesIn(FiniteGroup group, FiniteGroup normal)
    {
        var classes = group.ConjugacyClasses;
        return ClassSet.Where(classes.Count, c => normal.Contains(classes[c].Representative));
    }

    /// <summary>The sets in the documented order, with the sums of their class sizes, in machine integers where the order of the group is one.</summary>
    private static (BigInteger Order, ClassSet Set)[] Ordered(FiniteGroup group, List<ClassSet> sets)
    {
        var classes = group.ConjugacyClasses;
        var ordered = group.Order <= UInt128.MaxValue
            ? Orders(classes.Select(c => (UInt128)c.Size).ToArray(), sets, order => (BigInteger)order)
            : Orders(classes.Select(c => c.Size).ToArray(), sets, order => order);
        Array.Sort(ordered, (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Set.CompareListTo(b.Set));
        return ordered;
    }

    private static (BigInteger Order, ClassSet Set)[] Orders<T>(T[] sizes, List<ClassSet> sets, Func<T, BigInteger> toBig)
        where T : INumber<T>
    {
        var ordered = new (BigInteger Order, ClassSet Set)[sets.Count];
        for (var i = 0; i < ordered.Length; i++)
        {
            var order = T.Zero;
            var words = sets[i].Words;
            for (var w = 0; w < words.Length; w++)
            {
                for (var word = words[w]; word != 0; word &= word - 1)
                {
                    order += sizes[(64 * w) + BitOperations.TrailingZeroCount(word)];
                }
            }

            ordered[i] = (toBig(order), sets[i]);
        }

        return ordered;
    }
}
