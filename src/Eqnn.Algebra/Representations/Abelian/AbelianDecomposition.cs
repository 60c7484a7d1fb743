using System.Numerics;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Representations.Abelian;

/// <summary>The decomposition of <c>Fun(X, ℝ)</c> for an abelian group by frequencies: only the simples that occur are made, whatever the order of the group.</summary>
/// <remarks>
/// <para>On an orbit G/H the characters that are 1 on H occur once each, and no others. For a cyclic group and an orbit of length ℓ these are the frequencies k·n/ℓ: a simple with image of order m occurs once in each orbit whose length m divides.</para>
/// <para><b>Order.</b> Components by frequency for cyclic groups, else by (dimension, frequencies). <b>Cost.</b> Linear in points times generators; then what is asked for. <b>Source.</b> docs/theory.md#frequencies.</para>
/// </remarks>
public sealed class AbelianDecomposition
{
    /// <summary>The largest number of simples that are listed one by one.</summary>
    public const int MaxComponents = 2_000_000;

    /// <summary>The largest number of characters of a group that is not cyclic: they are found one by one.</summary>
    public const int MaxCharacters = 300_000;

    internal AbelianDecomposition(AbelianDual dual, GSet set, IReadOnlyList<(AbelianRelations Relations, BigInteger Count)> kinds, IReadOnlyList<AbelianKernelClass> classes)
    {
        Dual = dual;
        Set = set;
        Kinds = kinds;
        KernelClasses = classes;
    }

    /// <summary>The characters of the group.</summary>
    public AbelianDual Dual { get; }

    /// <summary>The G-set X.</summary>
    public GSet Set { get; }

    /// <summary>The simples that occur, in classes of one kernel, ascending in the order of the image (for one order: in the order of first simples).</summary>
    public IReadOnlyList<AbelianKernelClass> KernelClasses { get; }

    /// <summary>The number of simples that occur.</summary>
    public BigInteger ComponentCount => KernelClasses.Aggregate(BigInteger.Zero, (sum, c) => sum + c.SimpleCount);

    /// <summary>The lengths of the orbits with the number of orbits of each, in the order in which they are met; isomorphic orbits stand together.</summary>
    public IReadOnlyList<KeyValuePair<BigInteger, BigInteger>> OrbitLengths => [.. Kinds.Select(kind => KeyValuePair.Create(kind.Relations.Index, kind.Count))];

    /// <summary>The dimension of the equivariant linear maps of the functions to themselves: the number of orbitals, Σ dim End(L) [V : L]².</summary>
    public BigInteger OrbitalCount => KernelClasses.Aggregate(BigInteger.Zero, (sum, c) => sum + (c.SimpleCount * c.First.Dimension * c.Multiplicity * c.Multiplicity));

    /// <summary>Decomposes <c>Fun(X, ℝ)</c>.</summary>
    /// <exception cref="ArgumentException">The group is not abelian, or the set belongs to another group.</exception>
    /// <exception cref="LimitExceededException">The group is not cyclic and more than <see cref="MaxCharacters"/> characters occur.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static AbelianDecomposition Of(AbelianDual dual, GSet set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dual);
        ArgumentNullException.ThrowIfNull(set);
        set.RequireSameGroup(dual.Group);
        var counts = new Dictionary<AbelianRelations, BigInteger>();
        var order = new List<AbelianRelations>();
        foreach (var (relations, count) in set.Summands().SelectMany(part => OrbitsOf(dual, part.Summand).Select(kind => (kind.Relations, part.Count * kind.Count))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!counts.TryAdd(relations, count))
            {
                counts[relations] += count;
                continue;
            }

            order.Add(relations);
        }

        var kinds = order.Select(relations => (relations, counts[relations])).ToList();
        return Checked(new(dual, set, kinds, dual.IsCyclic ? ByDivisors(dual, kinds, cancellationToken) : Enumerated(dual, kinds, cancellationToken)));
    }

    /// <summary>A decomposition whose dimensions add up to the number of points.</summary>
    /// <exception cref="CertificateException">They do not: a bug.</exception>
    internal static AbelianDecomposition Checked(AbelianDecomposition decomposition)
    {
        var dimension = decomposition.KernelClasses.Aggregate(BigInteger.Zero, (sum, c) => sum + (c.SimpleCount * c.Multiplicity * c.First.Dimension));
        return dimension == decomposition.Set.Size ? decomposition : throw new CertificateException("isotypic dimensions add up", FormattableString.Invariant($"{dimension} for {decomposition.Set.Size} points"));
    }

    /// <summary>The simples that occur with their multiplicities, in order; lazy after sorting.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxComponents"/>.</exception>
    public IEnumerable<KeyValuePair<AbelianSimple, BigInteger>> EnumerateComponents()
    {
        if (ComponentCount > MaxComponents)
        {
            throw new LimitExceededException("simples listed one by one", MaxComponents, ComponentCount.ToString(System.Globalization.CultureInfo.InvariantCulture), "ask for the classes of simples with one kernel");
        }

        var all = KernelClasses.SelectMany(c => c.EnumerateSimples().Select(simple => KeyValuePair.Create(simple, c.Multiplicity)));
        return Dual.IsCyclic
            ? all.Select(pair => (Pair: pair, Key: pair.Key.Frequency!.Value)).OrderBy(entry => entry.Key).Select(entry => entry.Pair)
            : all.OrderBy(pair => pair.Key.Dimension).ThenBy(pair => pair.Key.Frequencies, Comparer<IReadOnlyList<Rational>>.Create(AbelianDual.Compare));
    }

    /// <summary>For each simple that occurs the position of its class in <see cref="KernelClasses"/>.</summary>
    public IReadOnlyDictionary<AbelianSimple, int> ClassPositions() => KernelClasses.Index().SelectMany(c => c.Item.EnumerateSimples().Select(simple => (simple, c.Index))).ToDictionary(pair => pair.simple, pair => pair.Index);

    /// <summary>[V : L]; 0 if the simple does not occur.</summary>
    /// <exception cref="ArgumentException">The simple belongs to another dual.</exception>
    public BigInteger Multiplicity(AbelianSimple simple)
    {
        ArgumentNullException.ThrowIfNull(simple);
        return ReferenceEquals(simple.Dual, Dual)
            ? Kinds.Aggregate(BigInteger.Zero, (sum, kind) => kind.Relations.AnnihilatedBy(simple.Frequencies) ? sum + kind.Count : sum)
            : throw new ArgumentException($"{simple.Label} belongs to another group", nameof(simple));
    }

    /// <summary>The kinds of orbits by the words that fix their points, with the number of orbits.</summary>
    internal IReadOnlyList<(AbelianRelations Relations, BigInteger Count)> Kinds { get; }

    private static IEnumerable<(AbelianRelations Relations, long Count)> OrbitsOf(AbelianDual dual, GSet part)
    {
        if (part.IsRegular)
        {
            return [(dual.OfGroup, 1)];
        }

        return part.IsNatural
            ? AbelianRelations.OrbitsOf(dual.Group.Degree, [.. dual.Group.Generators.Select(g => (Func<int, int>)(x => g[x]))])
            : AbelianRelations.OrbitsOf(checked((int)part.Size), [.. part.GeneratorActions.Select(g => (Func<int, int>)(x => g[x]))]);
    }

    private static List<AbelianKernelClass> ByDivisors(AbelianDual dual, IReadOnlyList<(AbelianRelations Relations, BigInteger Count)> kinds, CancellationToken cancellationToken)
    {
        var lengths = new SortedDictionary<long, BigInteger>();
        foreach (var (relations, count) in kinds)
        {
            var length = (long)relations.Index;
            lengths[length] = lengths.GetValueOrDefault(length) + count;
        }

        var multiplicities = new SortedDictionary<long, BigInteger>();
        foreach (var (length, count) in lengths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var m in NumberTheory.Divisors(length))
            {
                multiplicities[m] = multiplicities.GetValueOrDefault(m) + count;
            }
        }

        return [.. multiplicities.Select(pair =>
        {
            var (m, multiplicity) = pair;
            var step = dual.Group.Order / m;
            return new AbelianKernelClass(dual.AtFrequency(step % dual.Group.Order), m <= 2 ? 1 : NumberTheory.EulerPhi(m) / 2, multiplicity, Units(dual, m, step));
        })];
    }

    private static IEnumerable<AbelianSimple> Units(AbelianDual dual, long m, BigInteger step)
    {
        for (var k = m == 1 ? 0L : 1L; k <= m / 2; k++)
        {
            if (NumberTheory.Gcd(k, m) == 1)
            {
                yield return dual.AtFrequency(k * step);
            }
        }
    }

    private static List<AbelianKernelClass> Enumerated(AbelianDual dual, IReadOnlyList<(AbelianRelations Relations, BigInteger Count)> kinds, CancellationToken cancellationToken)
    {
        var total = kinds.Aggregate(BigInteger.Zero, (sum, kind) => sum + kind.Relations.Index);
        if (total > MaxCharacters)
        {
            throw new LimitExceededException("characters of an abelian group that is not cyclic, listed one by one", MaxCharacters, total.ToString(System.Globalization.CultureInfo.InvariantCulture), "choose a smaller G-set");
        }

        var multiplicities = new Dictionary<AbelianSimple, BigInteger>();
        foreach (var (relations, count) in kinds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var simple in relations.Characters().Select(dual.SimpleAt).Distinct())
            {
                cancellationToken.ThrowIfCancellationRequested();
                multiplicities[simple] = multiplicities.GetValueOrDefault(simple) + count;
            }
        }

        var classes = multiplicities.Keys.OrderBy(simple => simple.Frequencies, Comparer<IReadOnlyList<Rational>>.Create(AbelianDual.Compare)).GroupBy(simple => simple.Kernel);
        return [.. classes
            .Select(members => (Members: members.ToList(), members.First().ImageOrder))
            .OrderBy(entry => entry.ImageOrder)
            .Select(entry => new AbelianKernelClass(entry.Members[0], entry.Members.Count, multiplicities[entry.Members[0]], entry.Members))];
    }
}
