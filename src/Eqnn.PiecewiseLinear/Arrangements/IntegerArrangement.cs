using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The essential arrangement in coordinates that the loops use: N pairwise non-parallel normals in d coordinates over ℤ[2cos(2π/n)], of rank d; the first d of them independent.</summary>
/// <remarks>Coefficient k of coordinate i of normal j stands at <c>(j·d + i)·m + k</c>.</remarks>
internal sealed class IntegerArrangement
{
    /// <summary>2⁻⁵³, the relative error of one rounding.</summary>
    private const double Unit = 1.1102230246251565e-16;

    public IntegerArrangement(RealCyclotomicOrder ring, int dimension, IReadOnlyList<BigInteger[]> normals)
    {
        Ring = ring;
        Dimension = dimension;
        Count = normals.Count;
        Stride = dimension * ring.Degree;
        Big = new BigInteger[Count * Stride];
        for (var j = 0; j < Count; j++)
        {
            normals[j].CopyTo(Big, j * Stride);
        }

        if (Big.All(c => BigInteger.Abs(c) < (BigInteger.One << 53)))
        {
            Small = Array.ConvertAll(Big, c => (long)c);
        }

        PaddedCount = (Count + 3) & ~3;
        Columns = new double[Math.Max(1, dimension) * PaddedCount];
        ErrorFactors = new double[PaddedCount];
        var largest = 0.0;
        for (var j = 0; j < Count; j++)
        {
            var total = 0.0;
            for (var i = 0; i < dimension; i++)
            {
                var value = 0.0;
                for (var k = 0; k < ring.Degree; k++)
                {
                    var c = (double)Big[j * Stride + i * ring.Degree + k];
                    value += c * ring.Values[k];
                    total += Math.Abs(c);
                }

                Columns[i * PaddedCount + j] = value;
            }

            // With A, B the sums of |coefficients| of one coordinate of the point and of the normal: |x| <= 2A, each approximation errs by at most (28 + 2m) u A,
            // products and sums by (d + 2) u · 4AB; in all (4 (28 + 2m) + 4 (d + 2)) u ΣAB to first order, doubled here.
            ErrorFactors[j] = (256 + 16 * ring.Degree + 8 * dimension) * Unit * total;
            largest = Math.Max(largest, total);
        }

        // Integers whose dot products stay below 2^53 are exact in doubles.
        ExactBound = ring.Degree == 1 && Small is not null && largest > 0 ? Math.Floor(9007199254740992.0 / largest) - 1 : -1;
        LargestSum = largest;
    }

    public RealCyclotomicOrder Ring { get; }

    public int Dimension { get; }

    public int Count { get; }

    public int Stride { get; }

    /// <summary>The coefficients.</summary>
    public BigInteger[] Big { get; }

    /// <summary>The coefficients as machine integers, where all are below 2^53.</summary>
    public long[]? Small { get; }

    public int PaddedCount { get; }

    /// <summary>Approximate coordinate i of normal j at <c>i·PaddedCount + j</c>.</summary>
    public double[] Columns { get; }

    /// <summary>Times the largest sum of |coefficients| over the coordinates of a point: a bound for the error of the approximate product with normal j.</summary>
    public double[] ErrorFactors { get; }

    /// <summary>Rational only: where all coordinates of an integer point are at most this in absolute value, the double products are exact. Negative otherwise.</summary>
    public double ExactBound { get; }

    /// <summary>The largest sum of |coefficients| of a normal.</summary>
    public double LargestSum { get; }

    /// <summary>⟨normal j, point⟩ in the ring.</summary>
    public void Product(int j, ReadOnlySpan<BigInteger> point, Span<BigInteger> result)
    {
        var m = Ring.Degree;
        result.Clear();
        for (var i = 0; i < Dimension; i++)
        {
            Ring.AddProduct(Big.AsSpan(j * Stride + i * m, m), point.Slice(i * m, m), result);
        }
    }

    /// <summary>The exact sign of ⟨normal j, point⟩.</summary>
    public int Sign(int j, ReadOnlySpan<long> point)
    {
        var m = Ring.Degree;
        if (Small is not null)
        {
            try
            {
                Span<long> sum = stackalloc long[m];
                sum.Clear();
                for (var i = 0; i < Dimension; i++)
                {
                    Ring.AddProduct<long>(Small.AsSpan(j * Stride + i * m, m), point.Slice(i * m, m), sum);
                }

                return Ring.Sign<long>(sum);
            }
            catch (OverflowException)
            {
                // Decided below with large integers.
            }
        }

        var large = new BigInteger[point.Length];
        for (var i = 0; i < large.Length; i++)
        {
            large[i] = point[i];
        }

        return Sign(j, large);
    }

    /// <summary>The exact sign of ⟨normal j, point⟩.</summary>
    public int Sign(int j, ReadOnlySpan<BigInteger> point)
    {
        var sum = new BigInteger[Ring.Degree];
        Product(j, point, sum);
        return Ring.Sign<BigInteger>(sum);
    }
}
