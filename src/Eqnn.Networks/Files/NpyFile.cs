using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Eqnn.Networks.Files;

/// <summary>An array in numpy's <c>.npy</c> format: float32 or float64, in C order.</summary>
public sealed class NpyFile
{
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];
    private readonly double[] _values;

    /// <summary>An array.</summary>
    /// <exception cref="ArgumentException">The number of values is not the product of the lengths.</exception>
    public NpyFile(IEnumerable<int> shape, IEnumerable<double> values)
    {
        Shape = Array.AsReadOnly(shape.ToArray());
        _values = values.ToArray();
        if (Shape.Aggregate(1.0, (product, n) => product * n) != _values.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"shape ({string.Join(", ", Shape)}) and {_values.Length} values"), nameof(values));
        }
    }

    /// <summary>The lengths of the axes.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The values, the last axis fastest.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Whether the file held float32; an array that was not read from a file counts as float64.</summary>
    public bool IsFloat32 { get; private init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no <c>.npy</c> file, is cut off, holds other types, is in Fortran order, or holds a number that is not finite.</exception>
    public static NpyFile Parse(IReadOnlyList<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        byte[] data = [.. bytes];
        if (data.Length < 10 || !data.AsSpan(0, 6).SequenceEqual(Magic))
        {
            throw new FormatException(data.Length > 0 && Magic.AsSpan().StartsWith(data.AsSpan(0, Math.Min(6, data.Length))) ? "the .npy file is cut off" : "this is no .npy file");
        }

        var version = data[6];
        var (start, length) = version == 1 ? (10, BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(8))) : (12, data.Length >= 12 ? BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(8)) : uint.MaxValue);
        if (version is 0 or > 3 || start + (long)length > data.Length)
        {
            throw new FormatException("the header of the .npy file is cut off or of an unknown version");
        }

        var header = Encoding.UTF8.GetString(data, start, (int)length);
        var type = Quoted(header, "descr");
        if (Value(header, "fortran_order").StartsWith("True", StringComparison.Ordinal))
        {
            throw new FormatException("the .npy file is in Fortran order; save numpy.ascontiguousarray(x)");
        }

        var size = type switch
        {
            "<f4" => 4,
            "<f8" => 8,
            ">f4" or ">f8" => throw new FormatException($"the .npy file holds {type}, highest byte first; save x.astype('<{type[1..]}')"),
            _ => throw new FormatException($"the .npy file holds {OneLine(type)}; float32 (<f4) and float64 (<f8) are read; save x.astype('<f4')"),
        };
        var shape = ShapeOf(header);
        var body = data.AsSpan(start + (int)length);
        var needed = shape.Aggregate((double)size, (product, n) => product * n);
        if (needed != body.Length)
        {
            throw new FormatException(FormattableString.Invariant($"the .npy file has {body.Length} bytes of data, its shape ({string.Join(", ", shape)}) needs {needed:F0}{(needed > body.Length ? "; it may be cut off" : "")}"));
        }

        var count = body.Length / size;

        var values = new double[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = size == 4 ? BinaryPrimitives.ReadSingleLittleEndian(body[(4 * i)..]) : BinaryPrimitives.ReadDoubleLittleEndian(body[(8 * i)..]);
            if (!double.IsFinite(values[i]))
            {
                throw new FormatException(FormattableString.Invariant($"value {i} of the .npy file is {values[i]}"));
            }
        }

        return new(shape, values) { IsFloat32 = size == 4 };
    }

    /// <summary>The bytes of a file.</summary>
    /// <param name="asFloat32">Whether to write float32 instead of float64.</param>
    public IReadOnlyList<byte> ToBytes(bool asFloat32)
    {
        var shape = Shape.Count == 1 ? $"({Shape[0]},)" : $"({string.Join(", ", Shape)})";
        var header = $"{{'descr': '{(asFloat32 ? "<f4" : "<f8")}', 'fortran_order': False, 'shape': {shape}, }}";
        var total = (10 + header.Length + 1 + 63) / 64 * 64;
        var size = asFloat32 ? 4 : 8;
        var bytes = new byte[total + (_values.Length * size)];
        Magic.CopyTo(bytes, 0);
        bytes[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)(total - 10));
        Encoding.ASCII.GetBytes(header.PadRight(total - 11) + "\n").CopyTo(bytes, 10);
        for (var i = 0; i < _values.Length; i++)
        {
            if (asFloat32)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(total + (4 * i)), (float)_values[i]);
            }
            else
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(total + (8 * i)), _values[i]);
            }
        }

        return bytes;
    }

    private static string OneLine(string text) => new([.. text.Take(40).Select(c => char.IsControl(c) ? ' ' : c)]);

    private static string Value(string header, string key)
    {
        var at = header.IndexOf($"'{key}'", StringComparison.Ordinal);
        var colon = at < 0 ? -1 : header.IndexOf(':', at);
        return colon < 0 ? throw new FormatException($"the header of the .npy file has no {key}") : header[(colon + 1)..].TrimStart();
    }

    private static string Quoted(string header, string key)
    {
        var value = Value(header, key);
        var end = value.Length > 0 && value[0] == '\'' ? value.IndexOf('\'', 1) : -1;
        return end < 0 ? throw new FormatException("the .npy file holds records; float32 and float64 are read") : value[1..end];
    }

    private static int[] ShapeOf(string header)
    {
        var value = Value(header, "shape");
        var end = value.IndexOf(')', StringComparison.Ordinal);
        if (!value.StartsWith('(') || end < 0)
        {
            throw new FormatException("the header of the .npy file has no shape");
        }

        var shape = new List<int>();
        foreach (var piece in value[1..end].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            shape.Add(int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw new FormatException($"the shape of the .npy file holds {OneLine(piece)}"));
        }

        return [.. shape];
    }
}
