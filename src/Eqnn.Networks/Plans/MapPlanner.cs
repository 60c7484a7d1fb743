using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Eqnn.Algebra;
using Eqnn.Networks.Kernels;
using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Plans;

/// <summary>Chooses the kernel of a linear map, by counting operations.</summary>
internal static class MapPlanner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The largest dense matrix that is expanded.</summary>
    public const long MaxDenseEntries = 50_000_000;

    /// <summary>More taps than this are not tried as a stencil.</summary>
    private const int MaxTaps = 128;

    /// <summary>Relative cost of an operation in a Fourier kernel: it moves more data per operation than a product does.</summary>
    private const double FourierWeight = 1.7;

    /// <summary>The same when the planes of one sample do not fit the second cache.</summary>
    private const double FourierWeightBeyondCache = 6;

    private const long CacheBytes = 1 << 19;

    /// <summary>Blocks of samples work channel by channel, so they stay fast in the third cache.</summary>
    private const long BlockCacheBytes = 1 << 23;

    private static readonly ConditionalWeakTable<EquivariantMap, Lazy<(FreeAction, FreeAction)?>> Free = [];

    /// <summary>The kernel for one map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="kind">The plan asked for.</param>
    /// <param name="samples">Whether a block of samples is computed at once; <c>null</c> from the caller's side means that kernels for one sample are wanted.</param>
    /// <param name="finish">Bias and ReLU that the kernel may apply itself.</param>
    /// <param name="finished">Whether it does.</param>
    /// <returns><c>null</c> if the plan does not fit the map.</returns>
    public static MapKernel<T>? TryCreate(EquivariantMap map, PlanKind kind, bool samples, KernelFinish? finish, out bool finished)
    {
        finished = false;
        if (kind == PlanKind.Automatic)
        {
            var best = Candidates(map, samples).OrderBy(candidate => candidate.Cost).FirstOrDefault();
            kind = best.Kind;
            if (kind == PlanKind.Automatic)
            {
                return null;
            }
        }

        switch (kind)
        {
            case PlanKind.Sums when !samples && IsPointwise(map):
                finished = finish is not null;
                var (own, sums) = SumWeights(map);
                return new SumsKernel<T>(own, sums, map.Source.Points, map.Source.Channels, map.Target.Channels, finish);
            case PlanKind.Stencil when !samples && FreeOf(map) is { } free && TapsOf(map, free) is { } taps:
                finished = finish is not null;
                return new StencilKernel<T>(BankOf(map, free), new HaloGrid(free.Source.Dimensions, taps), free.Source.Offsets, free.Source.Orbits, free.Target.Offsets, free.Target.Orbits, finish);
            case PlanKind.Fourier when FreeOf(map) is { } free:
                var bank = BankOf(map, free);
                return samples
                    ? new FourierSamplesKernel<T>(bank, free.Source.Offsets, free.Source.Orbits, free.Target.Offsets, free.Target.Orbits)
                    : new FourierChannelsKernel<T>(bank, free.Source.Offsets, free.Source.Orbits, free.Target.Offsets, free.Target.Orbits);
            case PlanKind.Dense:
                return new DenseKernel<T>(Expand(map), PointLayout.Plain(map.Source.Channels, map.Source.Points), PointLayout.Plain(map.Target.Channels, map.Target.Points), samples);
            default:
                return null;
        }
    }

    /// <summary>The estimated cost per sample of each plan that fits.</summary>
    public static IEnumerable<(PlanKind Kind, double Cost)> Candidates(EquivariantMap map, bool samples)
    {
        double inputs = map.Source.Dimension;
        double outputs = map.Target.Dimension;
        if (inputs * outputs <= MaxDenseEntries)
        {
            // One sample reads each weight once: memory, not arithmetic, is the limit.
            yield return (PlanKind.Dense, 2 * inputs * outputs * (samples ? 1 : 2));
        }

        if (!samples && IsPointwise(map))
        {
            yield return (PlanKind.Sums, 2.2 * map.Source.Channels * outputs);
        }

        if (FreeOf(map) is { } free)
        {
            var order = free.Source.Order;
            double signalsIn = map.Source.Channels * free.Source.Orbits;
            double signalsOut = map.Target.Channels * free.Target.Orbits;
            var lanes = 2.0 * Vector256<T>.Count;
            var (paddedIn, paddedOut) = samples ? (signalsIn, signalsOut) : (Math.Ceiling(signalsIn / lanes) * lanes, Math.Ceiling(signalsOut / lanes) * lanes);
            var bytes = order * (paddedIn + paddedOut) * Unsafe.SizeOf<T>() * (samples ? lanes : 1);
            var weight = bytes > (samples ? BlockCacheBytes : CacheBytes) ? FourierWeightBeyondCache : FourierWeight;
            yield return (PlanKind.Fourier, weight * order * (((paddedIn + paddedOut) * 2.5 * Math.Max(1, Math.Log2(order))) + (4 * signalsIn * signalsOut)));
            if (!samples && TapsOf(map, free) is { } taps)
            {
                yield return (PlanKind.Stencil, 2.1 * order * taps.Length * signalsIn * (signalsOut == 1 ? 2 : Math.Ceiling(signalsOut / PlaneTiles<T>.Rows) * PlaneTiles<T>.Rows));
            }
        }
    }

    /// <summary>The free abelian subgroup of G that is largest among G itself and its generators' cyclic groups.</summary>
    public static (FreeAction Source, FreeAction Target)? FreeOf(EquivariantMap map) => Free.GetValue(map, known => new(() => ComputeFree(known))).Value;

    private static (FreeAction, FreeAction)? ComputeFree(EquivariantMap map)
    {
        var (source, target) = (map.Orbitals.Source, map.Orbitals.Target);
        if (source.Images.Count == 0 || target.Images.Count == 0)
        {
            return null;
        }

        (FreeAction, FreeAction)? best = null;
        var order = 1;
        var all = Enumerable.Range(0, source.Images.Count).ToArray();
        foreach (var subset in new[] { all }.Concat(all.Select(g => new[] { g })))
        {
            int[][] left = [.. subset.Select(g => source.Images[g])];
            int[][] right = [.. subset.Select(g => target.Images[g])];
            if (FreeAction.TryOf(ReferenceEquals(source, target) ? [left] : [left, right]) is { } free && free[0].Order > order)
            {
                order = free[0].Order;
                best = (free[0], free[^1]);
            }
        }

        return best;
    }

    private static bool IsPointwise(EquivariantMap map) =>
        ReferenceEquals(map.Source.Set, map.Target.Set) && map.OrbitalCount == 2 && map.Orbitals.Source.BasePoints.Length == 1 && map.Orbitals.PairCounts().Contains(map.Source.Points);

    private static (double[] Own, double[] Sums) SumWeights(EquivariantMap map)
    {
        var equal = map.Orbitals.PositionOf(0, 0);
        var (rows, columns) = (map.Target.Channels, map.Source.Channels);
        var (own, sums) = (new double[rows * columns], new double[rows * columns]);
        for (var i = 0; i < own.Length; i++)
        {
            sums[i] = map.WeightSpan[(2 * i) + 1 - equal];
            own[i] = map.WeightSpan[(2 * i) + equal] - sums[i];
        }

        return (own, sums);
    }

    private static int[]? TapsOf(EquivariantMap map, (FreeAction Source, FreeAction Target) free)
    {
        var used = new bool[map.OrbitalCount];
        var weights = map.WeightSpan;
        for (var i = 0; i < weights.Length; i++)
        {
            used[i % used.Length] |= weights[i] != 0;
        }

        var taps = new SortedSet<int>();
        for (var y = 0; y < map.Target.Points; y++)
        {
            foreach (var x in free.Source.BasePoints)
            {
                if (used[map.Orbitals.PositionOf(y, x)] && taps.Add(free.Target.Offsets[y] % free.Target.Order) && taps.Count > MaxTaps)
                {
                    return null;
                }
            }
        }

        return taps.Count == 0 ? [0] : [.. taps];
    }

    private static FilterBank BankOf(EquivariantMap map, (FreeAction Source, FreeAction Target) free)
    {
        var order = free.Source.Order;
        var (outputs, inputs) = (map.Target.Channels * free.Target.Orbits, map.Source.Channels * free.Source.Orbits);
        if ((long)outputs * inputs * order > int.MaxValue / 2)
        {
            throw new LimitExceededException("coefficients of filters", int.MaxValue / 2, $"{(long)outputs * inputs * order}", "use fewer channels or a smaller G-set");
        }

        var values = new double[outputs * inputs * order];
        for (var y = 0; y < map.Target.Points; y++)
        {
            var (j, a) = Math.DivRem(free.Target.Offsets[y], order);
            for (var k = 0; k < free.Source.Orbits; k++)
            {
                var orbital = map.Orbitals.PositionOf(y, free.Source.BasePoints[k]);
                for (var o = 0; o < map.Target.Channels; o++)
                {
                    for (var i = 0; i < map.Source.Channels; i++)
                    {
                        var row = (o * free.Target.Orbits) + j;
                        var column = (i * free.Source.Orbits) + k;
                        values[(((row * inputs) + column) * order) + a] = map[o, i, orbital];
                    }
                }
            }
        }

        return new(free.Source.Dimensions, outputs, inputs, values);
    }

    private static double[] Expand(EquivariantMap map)
    {
        long entries = (long)map.Source.Dimension * map.Target.Dimension;
        if (entries > MaxDenseEntries)
        {
            throw new LimitExceededException("entries of a dense matrix", MaxDenseEntries, $"{entries} ({map.Target} by {map.Source})", "let the plan be chosen automatically");
        }

        var (n, m) = (map.Source.Points, map.Target.Points);
        var matrix = new double[entries];
        for (var y = 0; y < m; y++)
        {
            for (var x = 0; x < n; x++)
            {
                var orbital = map.Orbitals.PositionOf(y, x);
                for (var o = 0; o < map.Target.Channels; o++)
                {
                    for (var i = 0; i < map.Source.Channels; i++)
                    {
                        matrix[((((o * m) + y) * (long)map.Source.Channels) + i) * n + x] = map[o, i, orbital];
                    }
                }
            }
        }

        return matrix;
    }
}
