using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>The discrete Fourier transform of one length, in place, of many signals at once: one signal in each lane of a vector.</summary>
/// <remarks>
/// <para><b>Layout.</b> Element j of the transform is at <c>origin + j · stride</c> and holds <c>units</c> pairs of vectors (real parts, imaginary parts). All lanes do the same, so no lane is ever shuffled
/// and every length is as good as a power of two.</para>
/// <para><b>Order.</b> <see cref="Forward"/> takes natural order to digit-reversed order, decimating in frequency; <see cref="Inverse"/> takes it back, decimating in time, without the factor 1/n.
/// Position p holds frequency <see cref="Frequencies"/>[p]. A convolution never needs the natural order of its spectrum, so nothing is reordered and no second buffer is used.</para>
/// <para><b>Cost.</b> About 5 n log₂ n operations a lane; radices 4, 2, 3, 5 have their own butterflies, other primes r cost r² (callers avoid large ones by padding).</para>
/// </remarks>
internal sealed class LaneFourier<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Below this many bytes a sub-transform runs level by level in the first cache; above it recursion splits it.</summary>
    private const int CacheBytes = 16 * 1024;

    private readonly int[] _radices;
    private readonly T[][] _twiddles;
    private readonly T[][] _roots;

    public LaneFourier(int length)
    {
        Length = length;
        _radices = RadicesOf(length);
        _twiddles = new T[_radices.Length][];
        _roots = new T[_radices.Length][];
        var rest = length;
        for (var level = 0; level < _radices.Length; level++)
        {
            var radix = _radices[level];
            _twiddles[level] = TwiddlesOf(rest, radix);
            _roots[level] = RootsOf(radix);
            rest /= radix;
        }

        Frequencies = FrequenciesOf(_radices);
    }

    /// <summary>n.</summary>
    public int Length { get; }

    /// <summary>The frequency at each position of the spectrum.</summary>
    public int[] Frequencies { get; }

    /// <summary>The radices, the outermost first; their product is the length.</summary>
    public ReadOnlySpan<int> Radices => _radices;

    /// <summary>The largest prime factor that has no butterfly of its own, or 1.</summary>
    public static int AwkwardFactor(int length)
    {
        foreach (var prime in (ReadOnlySpan<int>)[2, 3, 5])
        {
            while (length % prime == 0)
            {
                length /= prime;
            }
        }

        var largest = 1;
        for (var prime = 7; length > 1; prime++)
        {
            while (length % prime == 0)
            {
                length /= prime;
                largest = prime;
            }
        }

        return largest;
    }

    /// <summary>x_j ↦ Σ_j x_j e^(−2πi jk/n), natural order to the order of <see cref="Frequencies"/>.</summary>
    public void Forward(ref T origin, nint stride, int units) => ForwardFrom(ref origin, 0, Length, stride, units);

    /// <summary>X_k ↦ Σ_k X_k e^(2πi jk/n), the order of <see cref="Frequencies"/> to natural order.</summary>
    public void Inverse(ref T origin, nint stride, int units) => InverseFrom(ref origin, 0, Length, stride, units);

    private static int[] RadicesOf(int length)
    {
        var radices = new List<int>();
        foreach (var radix in (ReadOnlySpan<int>)[5, 3])
        {
            while (length % radix == 0)
            {
                radices.Add(radix);
                length /= radix;
            }
        }

        var large = new List<int>();
        var powersOfTwo = BitOperations.TrailingZeroCount(length);
        var odd = length >> powersOfTwo;
        for (var prime = 7; odd > 1; prime += 2)
        {
            while (odd % prime == 0)
            {
                large.Add(prime);
                odd /= prime;
            }
        }

        // The last level has no twiddles, so it is best a 4.
        if (powersOfTwo % 2 == 1)
        {
            radices.Add(2);
        }

        return [.. large, .. radices, .. Enumerable.Repeat(4, powersOfTwo / 2)];
    }

    private static T[] TwiddlesOf(int length, int radix)
    {
        var m = length / radix;
        var table = new T[m * (radix - 1) * 2];
        for (int j = 0, at = 0; j < m; j++)
        {
            for (var p = 1; p < radix; p++)
            {
                var (sin, cos) = Math.SinCos(-2 * Math.PI * ((long)j * p % length) / length);
                table[at++] = T.CreateChecked(cos);
                table[at++] = T.CreateChecked(sin);
            }
        }

        return table;
    }

    private static T[] RootsOf(int radix)
    {
        var table = new T[radix * 2];
        for (var q = 0; q < radix; q++)
        {
            var (sin, cos) = Math.SinCos(-2 * Math.PI * q / radix);
            table[2 * q] = T.CreateChecked(cos);
            table[(2 * q) + 1] = T.CreateChecked(sin);
        }

        return table;
    }

    private static int[] FrequenciesOf(int[] radices)
    {
        // Position p·m + p' of a transform of length r·m holds the frequency p + r·k', k' that of p' in the transform of length m.
        int[] frequencies = [0];
        foreach (var radix in radices.Reverse())
        {
            var m = frequencies.Length;
            var next = new int[radix * m];
            for (var p = 0; p < radix; p++)
            {
                for (var i = 0; i < m; i++)
                {
                    next[(p * m) + i] = p + (radix * frequencies[i]);
                }
            }

            frequencies = next;
        }

        return frequencies;
    }

    private void ForwardFrom(ref T origin, int level, int length, nint stride, int units)
    {
        // Unchecked index arithmetic in the whole class: every offset is below the length of the plane, which is an array length.
        unchecked
        {
            if (level == _radices.Length)
            {
                return;
            }

            if (length * units * 2 * Vector256<T>.Count * Unsafe.SizeOf<T>() > CacheBytes && length > _radices[level])
            {
                Pass(ref origin, level, 1, length, stride, units, forward: true);
                var m = length / _radices[level];
                for (var p = 0; p < _radices[level]; p++)
                {
                    ForwardFrom(ref Unsafe.Add(ref origin, p * m * stride), level + 1, m, stride, units);
                }

                return;
            }

            var blocks = 1;
            for (var inner = level; inner < _radices.Length; inner++)
            {
                Pass(ref origin, inner, blocks, length, stride, units, forward: true);
                blocks *= _radices[inner];
                length /= _radices[inner];
            }
        }
    }

    private void InverseFrom(ref T origin, int level, int length, nint stride, int units)
    {
        unchecked
        {
            if (level == _radices.Length)
            {
                return;
            }

            if (length * units * 2 * Vector256<T>.Count * Unsafe.SizeOf<T>() > CacheBytes && length > _radices[level])
            {
                var m = length / _radices[level];
                for (var p = 0; p < _radices[level]; p++)
                {
                    InverseFrom(ref Unsafe.Add(ref origin, p * m * stride), level + 1, m, stride, units);
                }

                Pass(ref origin, level, 1, length, stride, units, forward: false);
                return;
            }

            var total = length;
            length = 1;
            for (var inner = _radices.Length - 1; inner >= level; inner--)
            {
                length *= _radices[inner];
                Pass(ref origin, inner, total / length, length, stride, units, forward: false);
            }
        }
    }

    private void Pass(ref T origin, int level, int blocks, int length, nint stride, int units, bool forward)
    {
        var radix = _radices[level];
        var m = length / radix;
        ref var twiddles = ref _twiddles[level][0];
        switch (radix)
        {
            case 4 when m == 1:
                Butterflies<T>.Last4(ref origin, blocks, stride, units, forward);
                break;
            case 4 when forward:
                Butterflies<T>.Forward4(ref origin, blocks, m, stride, units, ref twiddles);
                break;
            case 4:
                Butterflies<T>.Inverse4(ref origin, blocks, m, stride, units, ref twiddles);
                break;
            case 2:
                Butterflies<T>.Radix2(ref origin, blocks, m, stride, units, ref twiddles, forward);
                break;
            default:
                Butterflies<T>.RadixOdd(ref origin, blocks, m, stride, units, radix, ref twiddles, ref _roots[level][0], forward);
                break;
        }
    }
}
