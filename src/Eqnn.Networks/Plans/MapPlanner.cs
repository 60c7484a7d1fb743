using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Eqnn.Algebra.GSets;
using Eqnn.Networks.Harmonics;
using Eqnn.Networks.Loops;
using Eqnn.Networks.Orbits;
using Eqnn.Numbers;

namespace Eqnn.Networks.Plans;

/// <summary>Chooses the loop of a linear map, by counting operations.</summary>
internal static class MapPlanner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The largest dense matrix that is expanded.</summary>
    public const long MaxDenseEntries = 50_000_000;

    /// <summary>More taps than this are not tried as a stencil.</summary>
    private const int MaxTaps = 128;

    /// <summary>Relative cost of an operation in a Fourier loop: it moves more data per operation than a product does.</summary>
    private const double FourierWeight = 1.7;

    /// <summary>The same when the planes of one sample do not fit the second cache.</summary>
    private const double FourierWeightBeyondCache = 6;

    /// <summary>The same for blocks of simples, whose matrices are small.</summary>
    private const double BlockWeight = 2.1;

    private const long CacheBytes = 1 << 19;

    /// <summary>Blocks of samples work channel by channel, so they stay fast in the third cache.</summary>
    private const long BlockCacheBytes = 1 << 23;

    /// <summary>Larger groups are not enumerated.</summary>
    private const int MaxGroupOrder = 1024;

    private static readonly ConditionalWeakTable<OrbitalIndex, Lazy<(FreeAction, FreeAction)?>> Free = [];

    private static readonly ConditionalWeakTable<OrbitalIndex, Lazy<(FreeGroupAction, GroupFourier?)?>> Regular = [];

    private static readonly ConditionalWeakTable<PointAction, Lazy<GroupFourier?>> Transforms = [];

    /// <summary>The loop for one map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="kind">The plan asked for.</param>
    /// <param name="units">0 for one sample; else a block has this many times <see cref="LaneProduct{T}.Unit"/> samples (more than 1 only for dense maps).</param>
    /// <param name="finish">Bias and ReLU that the loop may apply itself.</param>
    /// <param name="finished">Whether it does.</param>
    /// <returns><c>null</c> if the plan does not fit the map.</returns>
    public static MapLoop<T>? TryCreate(EquivariantMap map, PlanKind kind, int units, LoopFinish? finish, out bool finished)
    {
        finished = false;
        var samples = units > 0;
        if (kind == PlanKind.Automatic)
        {
            kind = PlanCost.Cheapest(Candidates(map, samples))?.Kind ?? PlanKind.Automatic;
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
                return new SumsLoop<T>(own, sums, map.Source.Points, map.Source.Channels, map.Target.Channels, finish);
            case PlanKind.Stencil when !samples && FreeOf(map) is { } free && TapsOf(map, free) is { } taps:
                finished = finish is not null;
                return new StencilLoop<T>(TapBankOf(map, free, taps), new HaloGrid(free.Source.Dimensions, taps), free.Source.Offsets, free.Source.Orbits, free.Target.Offsets, free.Target.Orbits, finish);
            case PlanKind.Fourier when FreeOf(map) is { } free:
                var bank = BankOf(map, free);
                return samples
                    ? new FourierSamplesLoop<T>(bank, free.Source.Offsets, free.Source.Orbits, free.Target.Offsets, free.Target.Orbits)
                    : new FourierChannelsLoop<T>(bank, free.Source.Offsets, free.Source.Orbits, free.Target.Offsets, free.Target.Orbits);
            case PlanKind.BlockDiagonal when RegularOf(map) is { Fourier: { } fourier } regular:
                finished = finish is not null;
                var filters = GroupBankOf(map, regular.Action);
                var (inputOrbits, outputOrbits) = (regular.Action.BasePoints[0].Length, regular.Action.BasePoints[1].Length);
                return samples
                    ? new BlockSamplesLoop<T>(fourier, filters, regular.Action.Offsets[0], inputOrbits, regular.Action.Offsets[1], outputOrbits, finish)
                    : new BlockChannelsLoop<T>(fourier, filters, regular.Action.Offsets[0], inputOrbits, regular.Action.Offsets[1], outputOrbits, finish);
            case PlanKind.Dense:
                return new DenseLoop<T>(Expand(map), PointLayout.Plain(map.Source.Channels, map.Source.Points), PointLayout.Plain(map.Target.Channels, map.Target.Points), units);
            default:
                return null;
        }
    }

    /// <summary>The estimated cost per sample of each plan that fits.</summary>
    public static IEnumerable<PlanCost> Candidates(EquivariantMap map, bool samples)
    {
        double inputs = map.Source.Dimension;
        double outputs = map.Target.Dimension;
        if (inputs * outputs <= MaxDenseEntries)
        {
            // One sample reads each weight once: memory, not arithmetic, is the limit.
            yield return new(PlanKind.Dense, 2 * inputs * outputs * (samples ? 1 : 2));
        }

        if (!samples && IsPointwise(map))
        {
            yield return new(PlanKind.Sums, 2.2 * map.Source.Channels * outputs);
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
            yield return new(PlanKind.Fourier, weight * order * (((paddedIn + paddedOut) * 2.5 * Math.Max(1, Math.Log2(order))) + (4 * signalsIn * signalsOut)));
            if (!samples && TapsOf(map, free) is { } taps)
            {
                yield return new(PlanKind.Stencil, 2.1 * order * taps.Length * signalsIn * Math.Max(2, signalsOut));
            }
        }

        if (IsNonAbelian(map) && RegularOf(map) is { Fourier: { } fourier } regular)
        {
            var unit = samples ? 1.0 : LaneProduct<T>.Unit;
            double signalsIn = map.Source.Channels * regular.Action.BasePoints[0].Length;
            double signalsOut = map.Target.Channels * regular.Action.BasePoints[1].Length;
            var (paddedIn, paddedOut) = (Math.Ceiling(signalsIn / unit) * unit, Math.Ceiling(signalsOut / unit) * unit);
            var mixed = BlockChannelsLoop<T>.HasFew(signalsOut) ? paddedIn * signalsOut : signalsIn * paddedOut;
            yield return new(PlanKind.BlockDiagonal, 2 * BlockWeight * ((fourier.TransformProducts * (paddedIn + paddedOut)) + (fourier.BlockProducts * mixed)));
        }
    }

    /// <summary>The whole group with its Fourier transform, if it acts freely and is small enough to be enumerated.</summary>
    public static (FreeGroupAction Action, GroupFourier? Fourier)? RegularOf(EquivariantMap map) => Regular.GetValue(map.Orbitals, known => new(() => ComputeRegular(known))).Value;

    private static (FreeGroupAction, GroupFourier?)? ComputeRegular(OrbitalIndex orbitals)
    {
        var (source, target) = (orbitals.Source, orbitals.Target);
        if (source.Images.Count == 0 || target.Images.Count == 0 || FreeGroupAction.TryOf([source.Images, target.Images], MaxGroupOrder) is not { } action)
        {
            return null;
        }

        // The numbering of the group comes from the source alone.
        return (action, Transforms.GetValue(source, _ => new(() => GroupFourier.TryOf(action))).Value);
    }

    /// <summary>The free abelian subgroup of G that is largest among G itself and its generators' cyclic groups.</summary>
    public static (FreeAction Source, FreeAction Target)? FreeOf(EquivariantMap map) => Free.GetValue(map.Orbitals, known => new(() => ComputeFree(known))).Value;

    private static (FreeAction, FreeAction)? ComputeFree(OrbitalIndex orbitals)
    {
        var (source, target) = (orbitals.Source, orbitals.Target);
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
                if (subset.Length == all.Length)
                {
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>Whether two generators do not commute; abelian groups have transforms of their own.</summary>
    private static bool IsNonAbelian(EquivariantMap map)
    {
        var images = map.Orbitals.Source.Images;
        return images.Any(g => images.Any(h => Enumerable.Range(0, g.Length).Any(x => g[h[x]] != h[g[x]])));
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
        var used = map.UsesOrbital();
        var (met, count) = (new bool[free.Target.Order], 0);
        for (var y = 0; y < map.Target.Points; y++)
        {
            var tap = free.Target.Offsets[y] % free.Target.Order;
            foreach (var x in free.Source.BasePoints)
            {
                if (!met[tap] && used[map.Orbitals.PositionOf(y, x)])
                {
                    met[tap] = true;
                    if (++count > MaxTaps)
                    {
                        return null;
                    }
                }
            }
        }

        var (taps, next) = (new int[Math.Max(1, count)], 0);
        for (var tap = 0; tap < met.Length; tap++)
        {
            if (met[tap])
            {
                taps[next++] = tap;
            }
        }

        return taps;
    }

    /// <summary>The filters of a map on a free abelian group.</summary>
    public static FilterBank BankOf(EquivariantMap map, (FreeAction Source, FreeAction Target) free)
    {
        int[] all = [.. Enumerable.Range(0, free.Source.Order)];
        return new(free.Source.Dimensions, map.Target.Channels * free.Target.Orbits, map.Source.Channels * free.Source.Orbits, FiltersOf(map, free, all));
    }

    /// <summary>The filters of a map at some taps only.</summary>
    private static TapBank TapBankOf(EquivariantMap map, (FreeAction Source, FreeAction Target) free, int[] taps) =>
        new(map.Target.Channels * free.Target.Orbits, map.Source.Channels * free.Source.Orbits, FiltersOf(map, free, taps));

    /// <summary>The values of all filters at some elements of the group: of filter oi at element t at <c>(o · inputs + i) · |elements| + t</c>.</summary>
    private static double[] FiltersOf(EquivariantMap map, (FreeAction Source, FreeAction Target) free, int[] elements)
    {
        var (outputs, inputs) = (map.Target.Channels * free.Target.Orbits, map.Source.Channels * free.Source.Orbits);
        CheckFilters(outputs, inputs, elements.Length);
        var values = new double[outputs * inputs * elements.Length];
        var points = free.Target.PointsByOffset();
        for (var j = 0; j < free.Target.Orbits; j++)
        {
            for (var k = 0; k < free.Source.Orbits; k++)
            {
                var orbitals = Array.ConvertAll(elements, a => map.Orbitals.PositionOf(points[(j * free.Target.Order) + a], free.Source.BasePoints[k]));
                for (var o = 0; o < map.Target.Channels; o++)
                {
                    for (var i = 0; i < map.Source.Channels; i++)
                    {
                        var weights = map.WeightsOf(o, i);
                        var filter = values.AsSpan(((((o * free.Target.Orbits) + j) * inputs) + (i * free.Source.Orbits) + k) * elements.Length, elements.Length);
                        for (var t = 0; t < filter.Length; t++)
                        {
                            filter[t] = weights[orbitals[t]];
                        }
                    }
                }
            }
        }

        return values;
    }

    /// <summary>The filters of a map on a group that acts freely.</summary>
    public static GroupFilterBank GroupBankOf(EquivariantMap map, FreeGroupAction action)
    {
        var order = action.Order;
        var (sourceOrbits, targetOrbits) = (action.BasePoints[0].Length, action.BasePoints[1].Length);
        var (outputs, inputs) = (map.Target.Channels * targetOrbits, map.Source.Channels * sourceOrbits);
        CheckFilters(outputs, inputs, order);
        var values = new double[outputs * inputs * order];
        for (var y = 0; y < map.Target.Points; y++)
        {
            var (j, g) = Math.DivRem(action.Offsets[1][y], order);
            for (var k = 0; k < sourceOrbits; k++)
            {
                var orbital = map.Orbitals.PositionOf(y, action.BasePoints[0][k]);
                for (var o = 0; o < map.Target.Channels; o++)
                {
                    for (var i = 0; i < map.Source.Channels; i++)
                    {
                        values[(((((o * targetOrbits) + j) * inputs) + (i * sourceOrbits) + k) * order) + g] = map[o, i, orbital];
                    }
                }
            }
        }

        return new(order, outputs, inputs, values);
    }

    private static void CheckFilters(int outputs, int inputs, int order)
    {
        if ((long)outputs * inputs * order > int.MaxValue / 2)
        {
            throw new LimitExceededException("coefficients of filters", int.MaxValue / 2, $"{(long)outputs * inputs * order}", "use fewer channels or a smaller G-set");
        }
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
