using System.Buffers.Binary;

namespace Eqnn.Fuzz;

/// <summary>Changes bytes a little: flips, cuts, repeats, lengths that promise too much, parts of another file.</summary>
internal static class ByteMutator
{
    private static readonly long[] Corners = [0, 1, 2, 127, 128, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue, (long)int.MaxValue + 1, uint.MaxValue, long.MaxValue, -1, -2, long.MinValue];

    /// <summary>The bytes after one to eight changes.</summary>
    public static byte[] Mutate(byte[] bytes, Random random, IReadOnlyList<byte[]> others)
    {
        for (var count = 1 + random.Next(random.Next(1, 9)); count > 0; count--)
        {
            bytes = Once(bytes, random, others);
        }

        return bytes.Length <= 1 << 20 ? bytes : bytes[..(1 << 20)];
    }

    private static byte[] Once(byte[] bytes, Random random, IReadOnlyList<byte[]> others)
    {
        // Headers decide more than numbers do: half of the changes fall into the first part.
        var reach = random.Next(2) == 0 ? bytes.Length : Math.Min(bytes.Length, 160);
        var at = random.Next(reach + 1);
        var to = Math.Min(bytes.Length, at + 1 + random.Next(16));
        switch (random.Next(8))
        {
            case 0 when bytes.Length > 0:
                var flipped = (byte[])bytes.Clone();
                flipped[Math.Min(at, bytes.Length - 1)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1 when bytes.Length > 0:
                var set = (byte[])bytes.Clone();
                set[Math.Min(at, bytes.Length - 1)] = (byte)random.Next(256);
                return set;
            case 2:
                return bytes[..at];
            case 3:
                return [.. bytes[..at], .. bytes[to..]];
            case 4:
                return [.. bytes[..to], .. bytes[at..]];
            case 5:
                return Overwritten(bytes, at, random);
            case 6:
                var other = others[random.Next(others.Count)];
                return [.. bytes[..at], .. other[random.Next(other.Length + 1)..]];
            default:
                var inserted = new byte[1 + random.Next(8)];
                random.NextBytes(inserted);
                return [.. bytes[..at], .. inserted, .. bytes[at..]];
        }
    }

    private static byte[] Overwritten(byte[] bytes, int at, Random random)
    {
        var number = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, Corners[random.Next(Corners.Length)]);
        var length = Math.Min(1 << random.Next(4), bytes.Length - at);
        var changed = (byte[])bytes.Clone();
        number.AsSpan(0, length).CopyTo(changed.AsSpan(at));
        return changed;
    }
}
