using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The chambers on the positive side of the first hyperplane, one by one, on all processors: each orthant of the first d hyperplanes is cut by one of them, and the results stand in the order of the orthants.</summary>
internal sealed class HalfSpaceChambers<TBits>(IntegerArrangement arrangement, Func<(RayTable<TBits> Rays, ChamberSplitter<TBits> Splitter)> tables)
    where TBits : struct, IBits<TBits>
{
    /// <summary>With fewer chambers than this in general position threads are not worth their start.</summary>
    private const double WorthSharing = 20_000;

    /// <summary>2^19 orthants are kept apart at most.</summary>
    private const int LargestShared = 20;

    /// <summary>The chambers, their facets and rays; at the limit the first of them, marked as partial.</summary>
    public Found Find(long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        // What a limit leaves is the beginning of the list, whoever worked on it: found alone.
        return (SharedWork.Workers > 1 && arrangement.Dimension is > 3 and <= LargestShared && Generic() > WorthSharing ? Shared(limit, progress, cancellationToken) : null)
            ?? Alone(limit, progress, cancellationToken);
    }

    /// <summary>Without threads.</summary>
    internal Found Alone(long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var (rays, splitter) = tables();
        var part = new Part();
        var partial = false;
        splitter.VisitHalf((positive, own) =>
        {
            // Chambers come in opposite pairs.
            if (2L * part.Half.Count + 2 > limit)
            {
                partial = true;
                return false;
            }

            part.Add(positive, splitter.Facets(own).Count, own.Length == arrangement.Dimension);
            cancellationToken.ThrowIfCancellationRequested();
            if ((part.Half.Count & 1023) == 0)
            {
                progress?.Report(new WorkProgress("chambers", 2L * part.Half.Count, 0));
            }

            return true;
        });
        return new Found(part.Half, part.Facets, part.IsSimplicial, partial, [.. Enumerable.Range(0, rays.Count).Select(ray => (rays, ray))]);
    }

    /// <summary>Orthant by orthant; null at the limit.</summary>
    internal Found? Shared(long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var workers = new (RayTable<TBits> Rays, ChamberSplitter<TBits> Splitter)?[SharedWork.Workers];
        var orthants = 1 << (arrangement.Dimension - 1);
        var parts = new Part[orthants];
        var count = 0L;
        var done = SharedWork.Run(
            orthants,
            1,
            (number, orthant) =>
            {
                var (rays, splitter) = workers[number] ??= tables();
                var part = parts[orthant] = new Part { Table = rays, FirstRay = rays.Count };
                var inside = splitter.VisitOrthant(orthant, (positive, own) =>
                {
                    part.Add(positive, splitter.Facets(own).Count, own.Length == arrangement.Dimension);
                    cancellationToken.ThrowIfCancellationRequested();
                    if ((part.Half.Count & 1023) != 0)
                    {
                        return true;
                    }

                    progress?.Report(new WorkProgress("chambers", 2 * (Volatile.Read(ref count) + part.Half.Count), 0));
                    return 2 * (Volatile.Read(ref count) + part.Half.Count) <= limit;
                });
                part.LastRay = rays.Count;
                return inside && 2 * Interlocked.Add(ref count, part.Half.Count) <= limit;
            },
            cancellationToken);
        if (!done)
        {
            return null;
        }

        // A worker meets orthants in ascending order, so a ray that it does not make anew was met in an earlier one: the first maker of each ray in this order is the first in the order of one worker alone.
        var met = new HashSet<(TBits, TBits)>();
        var list = new List<(RayTable<TBits> Table, int Ray)>();
        var all = new Part();
        var first = parts[0].Table!;
        void Meet(RayTable<TBits> table, int from, int to)
        {
            for (var ray = from; ray < to; ray++)
            {
                if (met.Add((table.Positive[ray], table.Negative[ray])))
                {
                    list.Add((table, ray));
                }
            }
        }

        Meet(first, 0, 2 * arrangement.Dimension);
        foreach (var part in parts)
        {
            Meet(part.Table!, part.FirstRay, part.LastRay);
            all.Half.AddRange(part.Half);
            all.Facets += part.Facets;
            all.IsSimplicial &= part.IsSimplicial;
        }

        return new Found(all.Half, all.Facets, all.IsSimplicial, false, list);
    }

    /// <summary>The number of chambers if the normals were in general position.</summary>
    private double Generic()
    {
        var (sum, term) = (0.0, 2.0);
        for (var k = 0; k < arrangement.Dimension && k < arrangement.Count; k++)
        {
            sum += term;
            term = term * (arrangement.Count - 1 - k) / (k + 1);
        }

        return sum;
    }

    /// <summary>The result: half of the chambers, the facets of these in all, and the rays of the closed half space, in the order in which one worker alone would meet them.</summary>
    internal sealed record Found(List<TBits> Half, long Facets, bool IsSimplicial, bool IsPartial, IReadOnlyList<(RayTable<TBits> Table, int Ray)> Rays);

    private sealed class Part
    {
        public List<TBits> Half { get; } = [];

        public long Facets { get; set; }

        public bool IsSimplicial { get; set; } = true;

        public RayTable<TBits>? Table { get; init; }

        public int FirstRay { get; init; }

        public int LastRay { get; set; }

        public void Add(TBits positive, int facets, bool simplicial)
        {
            Half.Add(positive);
            Facets += facets;
            IsSimplicial &= simplicial;
        }
    }
}
