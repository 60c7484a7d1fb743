using System.Numerics;
using Eqnn.Numbers.Modular;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The ring homomorphism ℤ[2cos(2π/n)] → 𝔽_p for a prime p ≡ 1 mod n, on vectors: ζ_n goes to an element of order n.</summary>
internal sealed class ModularImage
{
    /// <summary>Primes are taken above this number, so that few of them are unlucky.</summary>
    public const long Large = 2_000_000_000;

    private readonly ulong[] _basis;

    public ModularImage(RealCyclotomicOrder ring, PrimeField field)
    {
        Field = field;
        _basis = new ulong[ring.Degree];
        _basis[0] = 1;
        var zeta = field.RootOfUnity(ring.Conductor);
        for (var k = 1; k < _basis.Length; k++)
        {
            var power = field.Pow(zeta, (ulong)k);
            _basis[k] = field.Add(power, field.Inverse(power));
        }
    }

    /// <summary>The image in the field of the least prime above a bound that fits the ring.</summary>
    public static ModularImage Above(RealCyclotomicOrder ring, long bound) => new(ring, PrimeField.SplittingExponent(ring.Conductor, bound));

    public PrimeField Field { get; }

    /// <summary>The image of vectors given by coefficients, one after the other.</summary>
    public ulong[] Of(ReadOnlySpan<BigInteger> vector)
    {
        var m = _basis.Length;
        var result = new ulong[vector.Length / m];
        for (var i = 0; i < result.Length; i++)
        {
            var sum = 0UL;
            for (var k = 0; k < m; k++)
            {
                sum = (sum + (Field.FromInteger((long)(vector[i * m + k] % Field.P)) * _basis[k])) % Field.P;
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

        var inverse = Field.Inverse(image[pivot]);
        var key = (ulong)pivot;
        foreach (var value in image)
        {
            key = Bits.Mix(key ^ Field.Multiply(value, inverse));
        }

        return key;
    }

    /// <summary>The first vectors that are independent modulo p, and columns on which they are.</summary>
    public (int[] Rows, int[] Columns) Basis(IEnumerable<BigInteger[]> vectors, int columnCount)
    {
        var span = new ModularSubspace(Field, columnCount);
        var rows = vectors.Select((vector, index) => (vector, index)).TakeWhile(_ => span.Rank < columnCount).Where(pair => span.Add(Of(pair.vector))).Select(pair => pair.index).ToArray();
        return (rows, [.. span.Pivots.Order()]);
    }
}
