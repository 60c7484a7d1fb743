using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The Betti numbers b_k = Σ |μ(X)| over the flats X of rank k, from the flats of rank at most d - 2 up to symmetry.</summary>
/// <remarks>
/// <para><b>Weisner's theorem, averaged.</b> Let n(X) be the number of hyperplanes that contain X. For each of them, H, |μ(X)| = Σ |μ(Y)| over the Y covered by X that H does not contain; summed over H:
/// n(X) |μ(X)| = Σ_{Y covered by X} (n(X) - n(Y)) |μ(Y)|. Summed over an orbit of flats X, the right side needs one member of each orbit of flats Y and its covers only: neither sizes of orbits nor stabilisers.</para>
/// <para><b>The last two ranks.</b> b_{d-1} needs no flats of rank d - 1 apart, only their n: the sums with one n are divided by it. b_d is that of the one flat of rank d. So no flat above rank d - 2 is kept.</para>
/// <para><b>Checks.</b> Every division leaves no rest, and Σ (-1)^k b_k = 0: an arrangement of hyperplanes through one point has χ(1) = 0. Source: docs/theory.md#characteristic.</para>
/// </remarks>
internal sealed class FlatWalk<TBits>
    where TBits : struct, IBits<TBits>
{
    private const int Block = 16;
    private readonly IntegerArrangement _arrangement;
    private readonly FlatSymmetry<TBits>? _symmetry;
    private readonly ModularImage[] _images;
    private readonly long _limit;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _cancellationToken;

    private FlatWalk(IntegerArrangement arrangement, FlatSymmetry<TBits>? symmetry, ModularImage[] images, long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        _arrangement = arrangement;
        _symmetry = symmetry;
        _images = images;
        _limit = limit;
        _progress = progress;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The Betti numbers b_0 … b_d, or null if more than <paramref name="limit"/> orbits of flats of one rank were needed.</summary>
    public static BigInteger[]? TryBettiNumbers(Arrangement arrangement, long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var symmetry = FlatSymmetry<TBits>.TryOf(arrangement, cancellationToken);
        return MinorPrimes.Do(arrangement.Integer, images => new FlatWalk<TBits>(arrangement.Integer, symmetry, images, limit, progress, cancellationToken).Run());
    }

    private BigInteger[]? Run()
    {
        var d = _arrangement.Dimension;
        var betti = new BigInteger[d + 1];
        if (d < 2)
        {
            Array.Fill(betti, BigInteger.One);
            return betti;
        }

        // The sum of |μ| over each orbit of flats of rank k.
        var level = new KeyValuePair<TBits, BigInteger>[] { new(default, BigInteger.One) };
        for (var k = 0; ; k++)
        {
            betti[k] = Sum(level.Select(pair => pair.Value));
            if (k == d - 2)
            {
                break;
            }

            if (Step(level, k) is not { } weighted)
            {
                return null;
            }

            level = new KeyValuePair<TBits, BigInteger>[weighted.Count];
            var at = 0;
            foreach (var (flat, weight) in weighted)
            {
                level[at++] = new(flat, WhitneyNumbers.Divided(weight, flat.Count));
            }
        }

        return WhitneyNumbers.Completed(betti, LastStep(level));
    }

    private static BigInteger Sum(IEnumerable<BigInteger> terms) => terms.Aggregate(BigInteger.Zero, (sum, term) => sum + term);

    /// <summary>The orbits of flats of the next rank, each with Σ n(X) |μ(X)|; null at the limit.</summary>
    private Dictionary<TBits, BigInteger>? Step(KeyValuePair<TBits, BigInteger>[] level, int rank)
    {
        var parts = Share<Dictionary<TBits, BigInteger>>(level.Length, () => [], (worker, next, at) =>
        {
            var (flat, total) = level[at];
            foreach (var (above, weight) in worker.Covers(flat, rank))
            {
                next[above] = next.GetValueOrDefault(above) + total * weight;
            }

            return next.Count <= _limit;
        });
        if (parts is null)
        {
            return null;
        }

        // A level has flats, so some worker had something to do.
        var whole = parts[0];
        foreach (var (flat, weight) in parts.Skip(1).SelectMany(part => part))
        {
            whole[flat] = whole.GetValueOrDefault(flat) + weight;
        }

        return whole.Count <= _limit ? whole : null;
    }

    /// <summary>For each n the sum of n |μ(X)| over the flats X of rank d - 1 in n hyperplanes.</summary>
    private BigInteger[] LastStep(KeyValuePair<TBits, BigInteger>[] level)
    {
        var parts = Share(level.Length, () => new BigInteger[_arrangement.Count + 1], (worker, sums, at) =>
        {
            var (flat, total) = level[at];
            worker.AddCovers(flat, total, sums);
            return true;
        });
        return [.. Enumerable.Range(0, _arrangement.Count + 1).Select(n => Sum(parts!.Select(part => part[n])))];
    }

    /// <summary>Visits 0 … count - 1 with as many workers as there are processors, each with a part of the result of its own; null once a visit says so. The parts together do not depend on who did what.</summary>
    private TPart[]? Share<TPart>(int count, Func<TPart> empty, Func<Worker, TPart, int, bool> visit)
        where TPart : class
    {
        var workers = new Worker?[SharedWork.Workers];
        var parts = new TPart?[workers.Length];
        var done = SharedWork.Run(
            count,
            Block,
            (number, at) =>
            {
                if (at % 256 == 0)
                {
                    _progress?.Report(new WorkProgress("flats up to symmetry", at, count));
                }

                return visit(workers[number] ??= new Worker(_arrangement, _images, _symmetry?.Copy()), parts[number] ??= empty(), at);
            },
            _cancellationToken);
        return done ? [.. parts.Where(part => part is not null).Select(part => part!)] : null;
    }

    /// <summary>The work space of a thread.</summary>
    private sealed class Worker(IntegerArrangement arrangement, ModularImage[] images, FlatSymmetry<TBits>? symmetry)
    {
        private readonly FlatCovers _covers = new(arrangement, images);
        private readonly TBits[] _members = new TBits[arrangement.Count];

        /// <summary>The covers of a flat, up to its stabiliser and in canonical form, each with the number of hyperplanes it adds, summed over its orbit.</summary>
        public IEnumerable<(TBits Flat, BigInteger Weight)> Covers(TBits flat, int rank)
        {
            _covers.Of(flat, rank);
            Array.Clear(_members, 0, _covers.Count);
            for (var j = 0; j < arrangement.Count; j++)
            {
                if (_covers.ClassOf[j] >= 0)
                {
                    _members[_covers.ClassOf[j]] |= Bits.Single<TBits>(j);
                }
            }

            var copies = new int[_covers.Count];
            if (symmetry is null)
            {
                Array.Fill(copies, 1);
            }
            else
            {
                var classes = new DisjointSets(_covers.Count);
                symmetry.JoinClasses(flat, _covers, classes);
                for (var c = 0; c < copies.Length; c++)
                {
                    copies[classes.Find(c)]++;
                }
            }

            for (var c = 0; c < copies.Length; c++)
            {
                if (copies[c] > 0)
                {
                    var above = flat | _members[c];
                    yield return (symmetry?.Canonical(above) ?? above, (BigInteger)copies[c] * _covers.Size[c]);
                }
            }
        }

        /// <summary>Adds the covers of a flat of rank d - 2 to the sums by n.</summary>
        public void AddCovers(TBits flat, BigInteger total, BigInteger[] sums)
        {
            _covers.Of(flat, arrangement.Dimension - 2);
            var below = flat.Count;
            for (var c = 0; c < _covers.Count; c++)
            {
                sums[below + _covers.Size[c]] += total * _covers.Size[c];
            }
        }
    }
}
