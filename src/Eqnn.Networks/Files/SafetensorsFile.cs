using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Networks.Files;

/// <summary>Arrays by name in the <c>.safetensors</c> format: the length of a JSON header in 8 bytes, the header (for each array <c>dtype</c>, <c>shape</c>, <c>data_offsets</c>), the data.</summary>
/// <remarks>Read are F64, F32, F16, BF16, whole numbers and BOOL; written is F64. Ranges that overlap, leave gaps or leave the file are refused, as the format asks.</remarks>
public static class SafetensorsFile
{
    private const int LongestHeader = 100_000_000;

    private static readonly Dictionary<string, (int Size, Func<byte[], int, double> Read)> Types = new(StringComparer.Ordinal)
    {
        ["BOOL"] = (1, (b, i) => b[i] == 0 ? 0 : 1),
        ["U8"] = (1, (b, i) => b[i]),
        ["I8"] = (1, (b, i) => unchecked((sbyte)b[i])),
        ["I16"] = (2, (b, i) => BinaryPrimitives.ReadInt16LittleEndian(b.AsSpan(i))),
        ["U16"] = (2, (b, i) => BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(i))),
        ["F16"] = (2, (b, i) => (double)BinaryPrimitives.ReadHalfLittleEndian(b.AsSpan(i))),
        ["BF16"] = (2, (b, i) => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(b.AsSpan(i)) << 16)),
        ["I32"] = (4, (b, i) => BinaryPrimitives.ReadInt32LittleEndian(b.AsSpan(i))),
        ["U32"] = (4, (b, i) => BinaryPrimitives.ReadUInt32LittleEndian(b.AsSpan(i))),
        ["F32"] = (4, (b, i) => BinaryPrimitives.ReadSingleLittleEndian(b.AsSpan(i))),
        ["I64"] = (8, (b, i) => BinaryPrimitives.ReadInt64LittleEndian(b.AsSpan(i))),
        ["U64"] = (8, (b, i) => BinaryPrimitives.ReadUInt64LittleEndian(b.AsSpan(i))),
        ["F64"] = (8, (b, i) => BinaryPrimitives.ReadDoubleLittleEndian(b.AsSpan(i))),
    };

    /// <summary>Reads all arrays.</summary>
    /// <exception cref="FormatException">It is no such file, or holds what is not read; the message names the array.</exception>
    public static IReadOnlyDictionary<string, NpyFile> Parse(IReadOnlyList<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var data = bytes as byte[] ?? [.. bytes];
        var length = data.Length < 8 ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(data);
        if (length > LongestHeader || length > (ulong)(data.Length - 8))
        {
            throw new FormatException("this is no .safetensors file, or it is cut off");
        }

        var start = 8 + (int)length;
        var arrays = new SortedDictionary<string, NpyFile>(StringComparer.Ordinal);
        var ranges = new List<(long Begin, long End, string Name)>();
        foreach (var (name, type, shape, begin, end) in Header(data.AsSpan(8, (int)length)))
        {
            ranges.Add((begin, end, name));
            var count = shape.Aggregate(1.0, (product, n) => product * n);
            if (begin > end || end > data.Length - start || (end - begin) != count * Types[type].Size)
            {
                throw new FormatException(FormattableString.Invariant($"{JsonItem.Short(name)}: bytes {begin} to {end} of {data.Length - start} do not hold shape ({string.Join(", ", shape)}) of {type}"));
            }

            var (size, read) = Types[type];
            var values = new double[(int)count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = read(data, start + (int)begin + (i * size));
                if (!double.IsFinite(values[i]))
                {
                    throw new FormatException(FormattableString.Invariant($"{JsonItem.Short(name)}: value {i} is {values[i]}"));
                }
            }

            arrays.Add(name, NpyFile.Of(shape, values, size < 4 || type == "F32", type[0] is 'I' or 'U' || type == "BOOL"));
        }

        var at = 0L;
        foreach (var (begin, end, name) in ranges.Order())
        {
            at = begin == at ? end : throw new FormatException($"{JsonItem.Short(name)}: its data do not follow those before");
        }

        return at == data.Length - start ? arrays : throw new FormatException("the .safetensors file holds data that no array names");
    }

    /// <summary>Reads one array.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name; <c>null</c> for the only one.</param>
    /// <exception cref="FormatException">It is no such file, or there is no such array, or none is named and there are several.</exception>
    public static NpyFile ParseMember(IReadOnlyList<byte> bytes, string? name)
    {
        var arrays = Parse(bytes);
        var names = string.Join(", ", arrays.Keys.Take(20).Select(JsonItem.Short)) + (arrays.Count > 20 ? ", ..." : "");
        return name is not null ? arrays.GetValueOrDefault(name) ?? throw new FormatException($"the .safetensors file has no array {JsonItem.Short(name)}; it has {names}")
            : arrays.Count == 1 ? arrays.Values.Single()
            : throw new FormatException($"the .safetensors file has {arrays.Count} arrays ({names}); name one of them");
    }

    /// <summary>The bytes of a file, arrays by name in float64: the same arrays give the same bytes.</summary>
    public static IReadOnlyList<byte> ToBytes(IReadOnlyDictionary<string, NpyFile> arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        var ordered = arrays.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        using var json = new JsonOutput(JsonLayout.Compact);
        json.Object(() =>
        {
            var at = 0L;
            foreach (var (name, array) in ordered)
            {
                json.Object(name, () =>
                {
                    json.Field("dtype", "F64");
                    json.Row("shape", array.Shape);
                    json.Row("data_offsets", [at, (BigInteger)(at += 8L * array.Values.Count)]);
                });
            }
        });

        // The data begin at a multiple of 8.
        var header = json.Finish().TrimEnd('\n');
        header = header.PadRight((header.Length + 7) / 8 * 8);
        using var memory = new MemoryStream();
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, Encoding.UTF8.GetByteCount(header));
        memory.Write(number);
        memory.Write(Encoding.UTF8.GetBytes(header));
        foreach (var (_, array) in ordered)
        {
            foreach (var value in array.Values)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(number, value);
                memory.Write(number);
            }
        }

        return memory.ToArray();
    }

    private static List<(string Name, string Type, int[] Shape, long Begin, long End)> Header(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return [.. JsonItem.Parse("header", new UTF8Encoding(false, true).GetString(bytes).TrimEnd()).Fields().Where(field => field.Name != "__metadata__").Select(Entry)];
        }
        catch (DecoderFallbackException problem)
        {
            throw new FormatException("the header of the .safetensors file is no text", problem);
        }
        catch (AlgebraFormatException problem)
        {
            // The place is one in the middle of a file that nobody reads as text.
            throw new FormatException($"the header of the .safetensors file: {problem.Problem}", problem);
        }
    }

    private static (string Name, string Type, int[] Shape, long Begin, long End) Entry(JsonItem entry)
    {
        entry.Only("dtype", "shape", "data_offsets");
        var (type, offsets) = (entry["dtype"].Text(), entry["data_offsets"].Items());
        if (!Types.ContainsKey(type))
        {
            throw entry.Misfit($"elements of type {JsonItem.Short(type)} are not read; {string.Join(", ", Types.Keys)} are");
        }

        return offsets.Count == 2 && offsets.All(n => n.IsWhole(0))
            ? (entry.Name, type, [.. entry["shape"].Items().Select(n => n.Whole(0))], offsets[0].Long(), offsets[1].Long())
            : throw entry.Misfit("data_offsets are two numbers, where the data begin and end");
    }
}
