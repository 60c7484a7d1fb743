using System.Numerics;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>The smallest integer vector of a subspace with a property: first by the largest absolute value, then by the sum of absolute values, then the lexicographically largest.</summary>
internal static class SmallestPair
{
    private const long Budget = 400_000;

    /// <summary>The vector, and whether all smaller ones were tried; else one that was met first.</summary>
    /// <param name="echelon">A basis in reduced echelon form, primitive integer rows.</param>
    /// <param name="isWanted">The property; some vector of the subspace has it, and all outside a finite union of proper subspaces.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static (int[] Vector, bool IsSmallest) Find(BigInteger[][] echelon, Func<int[], bool> isWanted, CancellationToken cancellationToken)
    {
        var dimension = echelon.Length;
        var pivots = Array.ConvertAll(echelon, row => Array.FindIndex(row, entry => !entry.IsZero));
        var tried = 0L;
        for (var bound = 1; tried < Budget; bound++)
        {
            var candidates = new List<int[]>();
            var complete = true;
            var choice = new int[dimension];
            Enumerate(0);
            if (Best(candidates) is { } best)
            {
                return (best, complete);
            }

            if (!complete)
            {
                break;
            }

            void Enumerate(int at)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!complete)
                {
                    return;
                }

                if (at == dimension)
                {
                    if (++tried > Budget)
                    {
                        complete = false;
                    }
                    else if (TryVector(choice, bound) is { } vector)
                    {
                        candidates.Add(vector);
                    }

                    return;
                }

                // Small values first: where the budget ends, simple vectors were met.
                for (var value = 0; value <= bound; value++)
                {
                    choice[at] = value;
                    Enumerate(at + 1);
                    if (value > 0)
                    {
                        choice[at] = -value;
                        Enumerate(at + 1);
                    }
                }
            }
        }

        // Outside finitely many proper subspaces: combinations with quickly growing coefficients leave each of them.
        for (var step = 1; ; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new Random(step);
            var sum = new BigInteger[echelon[0].Length];
            foreach (var row in echelon)
            {
                var coefficient = random.Next(-step, step + 1);
                for (var k = 0; k < sum.Length; k++)
                {
                    sum[k] += coefficient * row[k];
                }
            }

            var content = sum.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
            if (!content.IsZero)
            {
                var vector = Array.ConvertAll(sum, entry => checked((int)(entry / content)));
                if (isWanted(vector))
                {
                    return (vector, false);
                }
            }
        }

        int[]? Best(List<int[]> candidates) => candidates
            .OrderBy(vector => vector.Sum(entry => (long)Math.Abs(entry)))
            .ThenByDescending(vector => vector, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .FirstOrDefault(isWanted);

        int[]? TryVector(int[] choice, int bound)
        {
            var vector = new int[echelon[0].Length];
            var largest = 0;
            for (var k = 0; k < vector.Length; k++)
            {
                // Σ choice_i row_i[k] / row_i[pivot_i], over the common denominator of the rows that enter.
                var (numerator, denominator) = (BigInteger.Zero, BigInteger.One);
                for (var i = 0; i < choice.Length; i++)
                {
                    if (choice[i] != 0 && !echelon[i][k].IsZero)
                    {
                        var pivot = echelon[i][pivots[i]];
                        numerator = (numerator * pivot) + (choice[i] * echelon[i][k] * denominator);
                        denominator *= pivot;
                    }
                }

                var entry = BigInteger.DivRem(numerator, denominator, out var remainder);
                if (!remainder.IsZero || BigInteger.Abs(entry) > bound)
                {
                    return null;
                }

                vector[k] = (int)entry;
                largest = Math.Max(largest, Math.Abs(vector[k]));
            }

            return largest == bound ? vector : null;
        }
    }
}
