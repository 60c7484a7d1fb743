using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Eqnn.Numbers.Modular;

/// <summary>Sums of products over a prime field with p &lt; 2^31 without a division per term.</summary>
/// <remarks>
/// Accumulators stay below p² by one conditional subtraction per term: acc + a·b &lt; 2p² &lt; 2^63, so nothing overflows, which is why the loops are unchecked;
/// one division per accumulator at the end.
/// </remarks>
public static class ModularVector
{
    /// <summary>acc += c · v, entry by entry; entries of <paramref name="acc"/> below p² before and after.</summary>
    public static void AddScaled(PrimeField field, Span<ulong> acc, ulong c, ReadOnlySpan<ulong> v)
    {
        var square = field.P * field.P;
        var start = 0;
        unchecked
        {
            if (Avx2.IsSupported && v.Length >= 8)
            {
                var factor = Vector256.Create(c).AsUInt32();
                var bound = Vector256.Create((long)square);
                var target = MemoryMarshal.Cast<ulong, Vector256<long>>(acc[..v.Length]);
                var source = MemoryMarshal.Cast<ulong, Vector256<uint>>(v);
                for (var i = 0; i < target.Length; i++)
                {
                    // The low 32 bits of each lane hold the whole entry, as p < 2^31.
                    var sum = target[i] + Avx2.Multiply(source[i], factor).AsInt64();
                    target[i] = sum - Vector256.AndNot(bound, Vector256.GreaterThan(bound, sum));
                }

                start = target.Length * 4;
            }

            for (var i = start; i < v.Length; i++)
            {
                var sum = acc[i] + (c * v[i]);
                acc[i] = sum >= square ? sum - square : sum;
            }
        }
    }

    /// <summary>Σ a_i b_i modulo p.</summary>
    public static ulong Dot(PrimeField field, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var square = field.P * field.P;
        var sum = 0UL;
        var start = 0;
        unchecked
        {
            if (Avx2.IsSupported && a.Length >= 8)
            {
                var bound = Vector256.Create((long)square);
                var total = Vector256<long>.Zero;
                var left = MemoryMarshal.Cast<ulong, Vector256<uint>>(a);
                var right = MemoryMarshal.Cast<ulong, Vector256<uint>>(b);
                for (var i = 0; i < left.Length; i++)
                {
                    total += Avx2.Multiply(left[i], right[i]).AsInt64();
                    total -= Vector256.AndNot(bound, Vector256.GreaterThan(bound, total));
                }

                for (var lane = 0; lane < 4; lane++)
                {
                    sum = (sum + (ulong)total[lane]) % field.P;
                }

                start = left.Length * 4;
            }

            for (var i = start; i < a.Length; i++)
            {
                sum += a[i] * b[i];
                sum = sum >= square ? sum - square : sum;
            }
        }

        return sum % field.P;
    }

    /// <summary>Brings every entry into 0 .. p-1.</summary>
    public static void Reduce(PrimeField field, Span<ulong> acc)
    {
        for (var i = 0; i < acc.Length; i++)
        {
            acc[i] %= field.P;
        }
    }

    /// <summary>v -= x w, reduced.</summary>
    public static void SubtractMultiple(PrimeField field, ulong[] v, long x, ulong[] w)
    {
        if (x != 0)
        {
            AddScaled(field, v, field.FromInteger(-x), w);
            Reduce(field, v);
        }
    }
}
