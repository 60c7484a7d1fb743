using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Eqnn.Networks.Files;

/// <summary>The SHA-256 digest of a file of weights.</summary>
/// <remarks>
/// For short files in code of our own: the system's needs a library of a few megabytes, and to load it takes longer than to run a network of usual size once. Long files go to the system, which is faster by the byte.
/// <b>Source.</b> FIPS 180-4, §4.1.2, §5.1.1, §6.2.
/// </remarks>
internal static class Sha256Digest
{
    /// <summary>Above, the system's code is loaded.</summary>
    public const int MostBytes = 1 << 20;

    private const int BlockBytes = 64;

    private static readonly uint[] Constants = FractionsOfRoots(3, 64);

    private static readonly uint[] Start = FractionsOfRoots(2, 8);

    /// <summary>The digest of some bytes, 32 of them.</summary>
    public static byte[] Of(ReadOnlySpan<byte> bytes) => bytes.Length > MostBytes ? SHA256.HashData(bytes) : OfShort(bytes);

    /// <summary>The same, always in our own code.</summary>
    public static byte[] OfShort(ReadOnlySpan<byte> bytes)
    {
        Span<uint> state = stackalloc uint[8];
        Start.CopyTo(state);
        var whole = bytes.Length / BlockBytes * BlockBytes;
        for (var i = 0; i < whole; i += BlockBytes)
        {
            Mix(state, bytes.Slice(i, BlockBytes));
        }

        // A bit 1, zeros, and the number of bits: one block more, or two.
        Span<byte> last = stackalloc byte[2 * BlockBytes];
        last.Clear();
        var rest = bytes[whole..];
        rest.CopyTo(last);
        last[rest.Length] = 0x80;
        var length = rest.Length < BlockBytes - 8 ? BlockBytes : 2 * BlockBytes;
        BinaryPrimitives.WriteUInt64BigEndian(last[(length - 8)..], 8UL * (ulong)bytes.Length);
        for (var i = 0; i < length; i += BlockBytes)
        {
            Mix(state, last.Slice(i, BlockBytes));
        }

        var digest = new byte[32];
        for (var i = 0; i < 8; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(4 * i), state[i]);
        }

        return digest;
    }

    private static void Mix(Span<uint> state, ReadOnlySpan<byte> block)
    {
        unchecked
        {
            Span<uint> w = stackalloc uint[64];
            for (var t = 0; t < 16; t++)
            {
                w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * t)..]);
            }

            for (var t = 16; t < 64; t++)
            {
                var (u, v) = (w[t - 15], w[t - 2]);
                w[t] = w[t - 16] + w[t - 7] + (BitOperations.RotateRight(u, 7) ^ BitOperations.RotateRight(u, 18) ^ (u >> 3)) + (BitOperations.RotateRight(v, 17) ^ BitOperations.RotateRight(v, 19) ^ (v >> 10));
            }

            uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
            for (var t = 0; t < 64; t++)
            {
                var one = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25)) + ((e & f) ^ (~e & g)) + Constants[t] + w[t];
                var two = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
                h = g;
                g = f;
                f = e;
                e = d + one;
                d = c;
                c = b;
                b = a;
                a = one + two;
            }

            state[0] += a;
            state[1] += b;
            state[2] += c;
            state[3] += d;
            state[4] += e;
            state[5] += f;
            state[6] += g;
            state[7] += h;
        }
    }

    /// <summary>The first 32 bits of the fractional parts of the square or cube roots of the first primes, by whole numbers: ⌊(2^(32 k) p)^(1/k)⌋ modulo 2³².</summary>
    private static uint[] FractionsOfRoots(int root, int count)
    {
        var fractions = new uint[count];
        var (found, p) = (0, 2);
        for (; found < count; p++)
        {
            var isPrime = true;
            for (var d = 2; d * d <= p; d++)
            {
                isPrime &= p % d != 0;
            }

            if (isPrime)
            {
                // In doubles the root is off by less than 1; the comparison in whole numbers decides.
                var wanted = (UInt128)p << (32 * root);
                var candidate = (ulong)(Math.Pow(p, 1.0 / root) * (1L << 32)) + 2;
                while (Power(candidate, root) > wanted)
                {
                    candidate--;
                }

                fractions[found++] = unchecked((uint)candidate);
            }
        }

        return fractions;

        static UInt128 Power(UInt128 number, int exponent) => exponent == 1 ? number : number * Power(number, exponent - 1);
    }
}
