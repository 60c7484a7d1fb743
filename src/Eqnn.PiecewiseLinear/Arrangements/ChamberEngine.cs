using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>What the public types need of the machinery, whatever the width of the bit sets; hyperplanes by internal places.</summary>
internal interface IChamberEngine
{
    /// <summary>The rays (coefficients of the essential coordinates) and facet hyperplanes of a chamber.</summary>
    (BigInteger[][] Rays, int[] Facets) Describe(ulong[] positive);

    /// <summary>All chambers up to symmetry; at the limit what was found so far, marked as partial.</summary>
    EnumerationData Enumerate(long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken);

    /// <summary>One chamber of each orbit with its stabiliser, its walls and where they lead, handed over one after another; under -1 where there is no other symmetry.</summary>
    /// <param name="start">Told the base by which elements are given, as signed hyperplanes from 1, before the first orbit.</param>
    /// <param name="visit">Told each orbit.</param>
    /// <param name="cancellationToken">Stops it.</param>
    void Journal(Action<IReadOnlyList<int>> start, Action<OrbitRecord> visit, CancellationToken cancellationToken);

    /// <summary>Hands over the chambers one by one, symmetry or not, in memory that does not grow with their number (but with that of the rays); stops when told false.</summary>
    void Visit(Func<ulong[], bool> visit);
}

/// <summary>What an enumeration found, in internal terms.</summary>
internal sealed record EnumerationData(
    string Origin,
    int OrbitCount,
    Func<int, ulong[]> Positive,
    Func<int, BigInteger> StabiliserInImage,
    BigInteger Chambers,
    BigInteger Walls,
    BigInteger WallOrbits,
    int RayOrbitCount,
    Func<int, (ulong[] Positive, ulong[] Negative)> RaySigns,
    Func<int, BigInteger[]> RayCoordinates,
    Func<int, BigInteger> RayStabiliserInImage,
    BigInteger Rays,
    bool IsSimplicial,
    Func<ulong[], int> OrbitOf)
{
    /// <summary>Whether the limit stopped the search.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>The machinery for one width of bit sets.</summary>
internal sealed class ChamberEngine<TBits>(Arrangement arrangement) : IChamberEngine
    where TBits : struct, IBits<TBits>
{
    private readonly Lock _lock = new();
    private (RayTable<TBits> Rays, ChamberSplitter<TBits> Splitter)? _describer;

    public (BigInteger[][] Rays, int[] Facets) Describe(ulong[] positive)
    {
        lock (_lock)
        {
            var (table, splitter) = _describer ??= Build();
            var rays = splitter.Descend(TBits.FromWords(positive));
            var facets = new List<int>();
            for (var rest = splitter.Facets(rays); !rest.IsEmpty; rest ^= Bits.Single<TBits>(rest.Lowest))
            {
                facets.Add(rest.Lowest);
            }

            var coordinates = new BigInteger[rays.Length][];
            for (var i = 0; i < coordinates.Length; i++)
            {
                coordinates[i] = table.LargeCoordinates(rays[i]);
            }

            return (coordinates, [.. facets]);
        }
    }

    public EnumerationData Enumerate(long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        arrangement.Action is { } action && !action.ImageOrder.IsOne
            ? UpToSymmetry(action, limit, progress, cancellationToken)
            : OneByOne(limit, progress, cancellationToken);

    public void Visit(Func<ulong[], bool> visit)
    {
        var (table, splitter) = Build();
        splitter.VisitHalf((positive, _) => visit(Words(positive)) && visit(Words(table.All & ~positive)));
    }

    public void Journal(Action<IReadOnlyList<int>> start, Action<OrbitRecord> visit, CancellationToken cancellationToken)
    {
        var (table, splitter) = Build();
        var journal = new OrbitJournal<TBits>(arrangement, table, splitter, visit, cancellationToken);
        if (arrangement.Action is { } action && !action.ImageOrder.IsOne)
        {
            var search = SymmetryReduction.Search<TBits>(action, cancellationToken);
            start([.. search.BasePoints.Select(journal.Signed)]);
            journal.UpToSymmetry(search);
        }
        else
        {
            start([journal.Signed(0)]);
            journal.UpToSign();
        }
    }

    private (RayTable<TBits> Rays, ChamberSplitter<TBits> Splitter) Build()
    {
        var table = new RayTable<TBits>(arrangement.Integer);
        return (table, new ChamberSplitter<TBits>(arrangement.Integer, table));
    }

    private EnumerationData OneByOne(long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var found = new HalfSpaceChambers<TBits>(arrangement.Integer, Build).Find(limit, progress, cancellationToken);
        var half = found.Half;
        var walls = (BigInteger)found.Facets;
        var simplicial = found.IsSimplicial;
        var partial = found.IsPartial;

        // The tables hold the rays of one closed half space: those inside it have their negatives outside.
        var rays = new List<(RayTable<TBits> Table, int Ray, bool Negated)>();
        foreach (var (table, ray) in found.Rays)
        {
            if (table.Negative[ray].Contains(0))
            {
                continue;
            }

            rays.Add((table, ray, false));
            if (table.Positive[ray].Contains(0))
            {
                rays.Add((table, ray, true));
            }
        }

        var all = Bits.First<TBits>(arrangement.Hyperplanes.Count);
        var index = new Lazy<Dictionary<TBits, int>>(() => half.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i));
        return new EnumerationData(
            "hyperplanes inserted one at a time, rays kept exactly",
            2 * half.Count,
            i => Words(i < half.Count ? half[i] : all & ~half[i - half.Count]),
            _ => BigInteger.One,
            2 * (BigInteger)half.Count,
            walls,
            walls,
            rays.Count,
            i => rays[i].Negated ? (Words(rays[i].Table.Negative[rays[i].Ray]), Words(rays[i].Table.Positive[rays[i].Ray])) : (Words(rays[i].Table.Positive[rays[i].Ray]), Words(rays[i].Table.Negative[rays[i].Ray])),
            i => rays[i].Negated ? Array.ConvertAll(rays[i].Table.LargeCoordinates(rays[i].Ray), c => -c) : rays[i].Table.LargeCoordinates(rays[i].Ray),
            _ => BigInteger.One,
            rays.Count,
            simplicial,
            words =>
            {
                var positive = TBits.FromWords(words);
                return index.Value.TryGetValue(positive, out var i) ? i : index.Value.TryGetValue(all & ~positive, out i) ? i + half.Count : -1;
            })
        { IsPartial = partial };
    }

    private EnumerationData UpToSymmetry(SignedAction action, long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var (table, splitter) = Build();
        var empty = SymmetryReduction.Create<TBits>(arrangement.Integer, action, progress, cancellationToken);
        var walk = new OrbitWalk<TBits>(table, splitter, Build, empty);
        var isComplete = walk.Run(
            (done, met) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                if ((done & 255) == 0)
                {
                    progress?.Report(new WorkProgress("chamber orbits", done, met));
                }

                return met <= limit;
            },
            cancellationToken);
        var known = (int)Math.Min(limit, walk.Chambers.Count);
        var order = action.ImageOrder;
        var chambers = BigInteger.Zero;
        var facets = BigInteger.Zero;
        for (var i = 0; i < known; i++)
        {
            var size = order / walk.Chambers.StabiliserOrder(i);
            chambers += size;

            // At the limit the last orbits have been met, but not crossed.
            facets += i < walk.FacetCounts.Count ? size * walk.FacetCounts[i] : 0;
        }

        var rays = BigInteger.Zero;
        for (var i = 0; i < walk.Rays.Count; i++)
        {
            rays += order / walk.Rays.StabiliserOrder(i);
        }

        var dimension = arrangement.Dimension;
        return new EnumerationData(
            empty is SortedFaceOrbits<TBits> ? "wall crossings up to symmetry, sorted coordinates" : "wall crossings up to symmetry, least images",
            known,
            i => Words(walk.Chambers.Representative(i).Positive),
            walk.Chambers.StabiliserOrder,
            chambers,
            facets / 2,
            walk.Walls.Count,
            walk.Rays.Count,
            i => (Words(walk.Rays.Representative(i).Positive), Words(walk.Rays.Representative(i).Negative)),
            i => CoordinatesOf(table, walk.Rays.Representative(i)),
            walk.Rays.StabiliserOrder,
            rays,
            walk.RayCounts.TrueForAll(c => c == dimension),
            words =>
            {
                // The search keeps its work space: one caller at a time. A chamber of no known orbit would be a new one.
                var positive = TBits.FromWords(words);
                lock (_lock)
                {
                    var found = walk.Chambers.FindOrAdd(positive, table.All & ~positive);
                    return found < known ? found : -1;
                }
            })
        { IsPartial = !isComplete };
    }

    /// <summary>The ray with given signs: some chamber orbit has a ray in its orbit, but the canonical ray itself may not have been met; it spans the intersection of the hyperplanes where its signs are 0.</summary>
    private BigInteger[] CoordinatesOf(RayTable<TBits> table, (TBits Positive, TBits Negative) signs)
    {
        var zero = table.All & ~(signs.Positive | signs.Negative);
        var rows = new int[Math.Max(0, arrangement.Dimension - 1)];
        new ModularRank(arrangement.Integer).Independent(zero, rows.Length, rows);
        var ray = FieldElimination.PrimitiveKernel(arrangement.Integer, rows);
        var test = signs.Positive.IsEmpty ? signs.Negative.Lowest : signs.Positive.Lowest;
        var sign = arrangement.Integer.Sign(test, ray);
        return sign > 0 == signs.Positive.Contains(test) ? ray : Array.ConvertAll(ray, c => -c);
    }

    private static ulong[] Words(TBits bits)
    {
        var words = new ulong[(TBits.Capacity + 63) / 64];
        for (var w = 0; w < words.Length; w++)
        {
            words[w] = bits.Word(w);
        }

        return words;
    }
}

/// <summary>Chooses the width; states the limits.</summary>
internal static class ChamberLimits
{
    public static IChamberEngine EngineFor(Arrangement arrangement) => arrangement.Hyperplanes.Count switch
    {
        <= 64 => new ChamberEngine<Bits64>(arrangement),
        <= 128 => new ChamberEngine<Bits128>(arrangement),
        <= 512 => new ChamberEngine<Bits512>(arrangement),
        <= 4096 => new ChamberEngine<Bits4096>(arrangement),
        var count => throw TooManyHyperplanes(count),
    };

    public static LimitExceededException TooManyHyperplanes(int count) => new("hyperplanes", 4096, FormattableString.Invariant($"{count} hyperplanes"), "not adjustable; use a region solver for single regions");

    public static LimitExceededException Reached(long limit, long found, string what) =>
        new(what, limit, FormattableString.Invariant($"more; partial count when stopped: {found} {what}"), "ChamberSearchOptions.MaxOrbits", Tenfold(limit), "time and memory grow with the number");

    /// <summary>A bound to try next.</summary>
    public static long Tenfold(long limit) => limit > long.MaxValue / 10 ? long.MaxValue : limit * 10;
}
