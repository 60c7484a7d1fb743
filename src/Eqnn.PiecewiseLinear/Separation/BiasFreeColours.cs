using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>What networks without biases see: exact vectors in place of colours, for positively homogeneous and for real analytic activations.</summary>
/// <remarks>
/// <para>The values before the activation at the points of an orbit are the linear forms of the vectors. Of a point with vector c the next layer sees: for <c>f = αt + β|t|</c> the length of c on its line and, if α ≠ 0, c itself; for real analytic f, f(0) ≠ 0: a constant,
/// f_even no polynomial: which ±c it is, f_odd no polynomial: the same with sign, f_odd = αt: c itself.</para>
/// <para>Source: docs/theory.md#bias-free.</para>
/// </remarks>
internal sealed class BiasFreeColours
{
    private const long MaxEntries = 20_000_000;

    private readonly Func<RealCyclotomic[][], RealCyclotomic[][]> _features;

    private BiasFreeColours(Func<RealCyclotomic[][], RealCyclotomic[][]> features) => _features = features;

    /// <summary>The rule of an activation.</summary>
    /// <exception cref="ArgumentException">Nothing is proved for it.</exception>
    public static BiasFreeColours Of(Activation activation)
    {
        if (activation.PiecewiseLinear is { IsPositivelyHomogeneous: true, IsAffine: false })
        {
            return new(vectors => Homogeneous(vectors, !activation.Odd.IsZero));
        }

        if (activation.IsAnalytic && !(activation.Even.IsPolynomial && activation.Odd.IsPolynomial) && Tame(activation.Even) && Tame(activation.Odd))
        {
            return new(vectors => Analytic(vectors, activation));
        }

        throw new ArgumentException($"without biases what networks with {activation.Name} tell apart is decided for activations that are linear on both sides of 0 and for real analytic ones whose even and odd parts are no polynomials of degree 2 or more; with biases for all that are no polynomials");
    }

    /// <summary>Whether two inputs give different vectors at some point of Z.</summary>
    public bool Separates(IReadOnlyList<GSet> sets, NetworkInput first, NetworkInput second, CancellationToken cancellationToken)
    {
        // By point, first input first.
        RealCyclotomic[][] features = [.. new[] { first, second }.SelectMany(input => Enumerable.Range(0, (int)input.Set.Size).Select(x => input.Channels.Select(channel => channel[x]).ToArray()))];
        for (var i = 1; ; i++)
        {
            var vectors = Sums(ActionImages.Of(sets[i]), ActionImages.Of(sets[i - 1]), features, cancellationToken);
            if (i == sets.Count - 1)
            {
                return Enumerable.Range(0, (int)sets[i].Size).Any(z => !vectors[z].AsSpan().SequenceEqual(vectors[(int)sets[i].Size + z]));
            }

            // Orbit by orbit: weights into one of them say nothing about those into another.
            features = new RealCyclotomic[vectors.Length][];
            foreach (var orbit in sets[i].Orbits)
            {
                var points = orbit.Points.Concat(orbit.Points.Select(y => y + (int)sets[i].Size)).ToArray();
                var own = _features(Array.ConvertAll(points, y => vectors[y]));
                for (var k = 0; k < points.Length; k++)
                {
                    features[points[k]] = own[k];
                }
            }
        }
    }

    private static RealCyclotomic[][] Sums(ActionImages target, ActionImages source, RealCyclotomic[][] features, CancellationToken cancellationToken)
    {
        var vectors = new RealCyclotomic[2 * target.Size][];
        var entries = 0L;
        for (var orbit = 0; orbit < target.Orbits.Length; orbit++)
        {
            var suborbits = Suborbits.Of(target, orbit, source, cancellationToken);
            suborbits = suborbits.RestrictedTo(Enumerable.Range(0, suborbits.Blocks.Length));
            var widths = suborbits.ListedBlocks.Select(b => features[suborbits.Blocks[b].LeastPoint].Length).ToArray();
            var offsets = new int[widths.Length + 1];
            for (var b = 0; b < widths.Length; b++)
            {
                offsets[b + 1] = checked(offsets[b] + widths[b]);
            }

            entries += 2L * offsets[^1] * (target.Starts[orbit + 1] - target.Starts[orbit]);
            if (entries > MaxEntries)
            {
                throw new LimitExceededException("entries of the vectors that points see without biases", MaxEntries, FormattableString.Invariant($"{entries} on {target.Set.Name}"), "not adjustable; choose smaller G-sets or biases");
            }

            suborbits.Walk(
                (point, images) =>
                {
                    for (var copy = 0; copy < 2; copy++)
                    {
                        var vector = new RealCyclotomic[offsets[^1]];
                        for (var b = 0; b < widths.Length; b++)
                        {
                            foreach (var x in images[suborbits.ListedStarts[b]..suborbits.ListedStarts[b + 1]])
                            {
                                var feature = features[(copy * source.Size) + x];
                                for (var k = 0; k < feature.Length; k++)
                                {
                                    vector[offsets[b] + k] += feature[k];
                                }
                            }
                        }

                        vectors[(copy * target.Size) + point] = vector;
                    }
                },
                cancellationToken);
        }

        return vectors;
    }

    private static bool Tame(FunctionPart part) => !part.IsPolynomial || part.Degrees.All(degree => degree <= 1);

    private static RealCyclotomic[][] Homogeneous(RealCyclotomic[][] vectors, bool withVector)
    {
        var lines = Numbered(vectors, vector => FirstEntry(vector) is { IsZero: false } first ? string.Join(",", vector.Select(entry => entry / first)) : null, out var count);
        return [.. vectors.Select((vector, k) =>
        {
            var features = new RealCyclotomic[count + (withVector ? vector.Length : 0)];
            if (lines[k] >= 0)
            {
                // On one line lengths are as the absolute values of the first coordinate that is not 0.
                features[lines[k]] = RealCyclotomic.Abs(FirstEntry(vector));
            }

            if (withVector)
            {
                vector.CopyTo(features, count);
            }

            return features;
        })];
    }

    private static RealCyclotomic[][] Analytic(RealCyclotomic[][] vectors, Activation activation)
    {
        var classes = Numbered(vectors, vector => FirstEntry(vector).Sign is not 0 and var sign ? string.Join(",", vector.Select(entry => sign * entry)) : null, out var count);
        var (even, odd) = (activation.Even.IsPolynomial ? 0 : count, activation.Odd.IsPolynomial ? 0 : count);
        var withVector = activation.Odd.IsPolynomial && !activation.Odd.IsZero;
        return [.. vectors.Select((vector, k) =>
        {
            var features = new RealCyclotomic[even + odd + (withVector ? vector.Length : 0) + (activation.IsNonZeroAtZero ? 1 : 0)];
            if (classes[k] >= 0 && even > 0)
            {
                features[classes[k]] = 1;
            }

            if (classes[k] >= 0 && odd > 0)
            {
                features[even + classes[k]] = FirstEntry(vector).Sign;
            }

            if (withVector)
            {
                vector.CopyTo(features, even + odd);
            }

            if (activation.IsNonZeroAtZero)
            {
                features[^1] = 1;
            }

            return features;
        })];
    }

    private static RealCyclotomic FirstEntry(RealCyclotomic[] vector) => vector.FirstOrDefault(entry => !entry.IsZero);

    /// <summary>For each vector the number of its key in the order of first occurrence; −1 where there is none.</summary>
    private static int[] Numbered(RealCyclotomic[][] vectors, Func<RealCyclotomic[], string?> key, out int count)
    {
        var numbers = new Numbering<string>();
        var result = Array.ConvertAll(vectors, vector => key(vector) is { } text ? numbers.NumberOf(text) : -1);
        count = numbers.Count;
        return result;
    }
}
