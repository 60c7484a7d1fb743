using System.Buffers.Binary;

namespace Eqnn.Networks.Files;

/// <summary>The checksum of zip archives: CRC-32 with the polynomial 0xEDB88320 (reversed), as in ISO 3309. .NET reads members of archives without a look at theirs.</summary>
internal static class Crc32
{
    private const int Lanes = 8;

    /// <summary>Table k: what a byte becomes that stands k bytes before the end.</summary>
    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The checksum of more bytes behind others.</summary>
    /// <param name="before">That of the bytes before; 0 at the beginning.</param>
    /// <param name="bytes">The bytes.</param>
    public static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        var crc = ~before;
        for (; bytes.Length >= Lanes; bytes = bytes[Lanes..])
        {
            var (low, high) = (crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
            crc = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
        }

        foreach (var next in bytes)
        {
            crc = (crc >> 8) ^ Tables[0][(crc ^ next) & 0xFF];
        }

        return ~crc;
    }

    private static uint[][] MakeTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, Lanes).Select(_ => new uint[256])];
        for (var n = 0u; n < 256; n++)
        {
            var crc = n;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
            }

            tables[0][n] = crc;
        }

        for (var k = 1; k < Lanes; k++)
        {
            for (var n = 0; n < 256; n++)
            {
                tables[k][n] = (tables[k - 1][n] >> 8) ^ tables[0][tables[k - 1][n] & 0xFF];
            }
        }

        return tables;
    }
}
