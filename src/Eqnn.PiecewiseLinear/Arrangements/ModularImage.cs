using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The ring homomorphism ℤ[2cos(2π/n)] → 𝔽_p for a prime p ≡ 1 mod n, on vectors.</summary>
internal sealed class ModularImage
{
    private readonly ulong[] _basis;

    public ModularImage(RealCyclotomicOrder ring, ulong prime)
    {
        Prime = prime;
        _basis = ModularPrimes.BasisImage(ring, prime);
    }

    public ulong Prime { get; }

    /// <summary>The image of a vector given by coefficients.</summary>
    public ulong[] Of(ReadOnlySpan<BigInteger> vector)
    {
        var m = _basis.Length;
        var result = new ulong[vector.Length / m];
        for (var i = 0; i < result.Length; i++)
        {
            var sum = 0UL;
            for (var k = 0; k < m; k++)
            {
                var residue = (long)(vector[i * m + k] % Prime);
                sum = (sum + (ulong)(residue < 0 ? residue + (long)Prime : residue) * _basis[k]) % Prime;
            }

            result[i] = sum;
        }

        return result;
    }

    /// <summary>A number that agrees for parallel vectors with a nonzero entry at the pivot; null if that entry is 0 modulo p, where nothing can be said.</summary>
    public ulong? DirectionKey(ReadOnlySpan<BigInteger> vector, int pivot)
    {
        var image = Of(vector);
        if (image[pivot] == 0)
        {
            return null;
        }

        var inverse = ModularPrimes.Power(image[pivot], Prime - 2, Prime);
        var key = (ulong)pivot;
        foreach (var value in image)
        {
            key = Bits.Mix(key ^ (value * inverse % Prime));
        }

        return key;
    }

    /// <summary>The first vectors that are independent modulo p, and columns on which they are.</summary>
    public (int[] Rows, int[] Columns) Basis(IEnumerable<BigInteger[]> vectors, int columnCount)
    {
        var rows = new List<int>();
        var columns = new List<int>();
        var reduced = new List<ulong[]>();
        var index = 0;
        foreach (var vector in vectors)
        {
            if (rows.Count == columnCount)
            {
                break;
            }

            var image = Of(vector);
            for (var r = 0; r < reduced.Count; r++)
            {
                var factor = image[columns[r]];
                for (var i = 0; factor != 0 && i < columnCount; i++)
                {
                    image[i] = (image[i] + (Prime - factor) * reduced[r][i]) % Prime;
                }
            }

            var lead = Array.FindIndex(image, x => x != 0);
            if (lead >= 0)
            {
                var inverse = ModularPrimes.Power(image[lead], Prime - 2, Prime);
                reduced.Add(Array.ConvertAll(image, x => x * inverse % Prime));
                rows.Add(index);
                columns.Add(lead);
            }

            index++;
        }

        return ([.. rows], [.. columns.Order()]);
    }
}
