using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Eqnn.Networks.Files;

/// <summary>An array in numpy's <c>.npy</c> format. Read are floating point numbers of 16, 32 and 64 bits, whole numbers and truth values, either order of bytes, C and Fortran order; written are float32 and float64 in C order.</summary>
public sealed class NpyFile
{
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];
    private readonly double[] _values;

    /// <summary>An array.</summary>
    /// <exception cref="ArgumentException">The number of values is not the product of the lengths.</exception>
    public NpyFile(IEnumerable<int> shape, IEnumerable<double> values)
        : this(shape, values.ToArray())
    {
    }

    /// <summary>The same without a copy of the values: arrays may be large.</summary>
    private NpyFile(IEnumerable<int> shape, double[] values)
    {
        Shape = Array.AsReadOnly(shape.ToArray());
        _values = values;
        if (Shape.Aggregate(1.0, (product, n) => product * n) != _values.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"shape ({string.Join(", ", Shape)}) and {_values.Length} values"), nameof(values));
        }
    }

    /// <summary>The lengths of the axes.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>A shape as numpy writes it; the first axes of very many.</summary>
    public static string ShapeText(IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return NpyHeader.Text(shape);
    }

    /// <summary>The values, the last axis fastest.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>The values without a copy; not to be written to.</summary>
    internal double[] OwnValues => _values;

    /// <summary>Whether float32 holds every value of the type in the file; an array that was not read from a file counts as float64.</summary>
    public bool IsFloat32 { get; private init; }

    /// <summary>Whether the type in the file is of whole numbers or truth values.</summary>
    internal bool IsWhole { get; private init; }

    /// <summary>An array of a file of another format.</summary>
    internal static NpyFile Of(IEnumerable<int> shape, double[] values, bool isFloat32, bool isWhole) => new(shape, values) { IsFloat32 = isFloat32, IsWhole = isWhole };

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no <c>.npy</c> file, is cut off, holds other types, or holds a number that is not finite.</exception>
    public static NpyFile Parse(IReadOnlyList<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var data = bytes as byte[] ?? [.. bytes];
        using var stream = new MemoryStream(data, writable: false);
        var header = NpyHeader.Of(stream);
        var rest = data.Length - header.Start;
        return header.Length == rest ? Read(header, stream)
            : throw new FormatException(FormattableString.Invariant($"the .npy file has {rest} bytes of data, its shape {NpyHeader.Text(header.Shape)} needs {header.Length:F0}{(header.Length > rest ? "; it may be cut off" : "")}"));
    }

    /// <summary>Reads the data behind a header, no more than it announces.</summary>
    internal static NpyFile Read(NpyHeader header, Stream stream)
    {
        const int Piece = 1 << 13;
        var values = new double[(int)header.Count];
        var inPlace = header is { Type: "f8", Reversed: false } && BitConverter.IsLittleEndian;
        var buffer = inPlace ? [] : new byte[Piece * header.Size];
        for (var first = 0; first < values.Length; first += Piece)
        {
            var count = Math.Min(Piece, values.Length - first);
            var span = inPlace ? MemoryMarshal.AsBytes(values.AsSpan(first, count)) : buffer.AsSpan(0, count * header.Size);
            if (stream.ReadAtLeast(span, span.Length, throwOnEndOfStream: false) < span.Length)
            {
                throw new FormatException("the .npy file is cut off");
            }

            if (inPlace || CopyFloats(header, span, values.AsSpan(first, count)))
            {
                if (FiniteValues.FirstNotFinite(values.AsSpan(first, count)) is >= 0 and var bad)
                {
                    throw new FormatException(FormattableString.Invariant($"value {first + bad} of the .npy file is {values[first + bad]}"));
                }

                continue;
            }

            for (var i = 0; i < count; i++)
            {
                var element = span.Slice(i * header.Size, header.Size);
                if (header.Reversed)
                {
                    element.Reverse();
                }

                var value = Value(header.Type, element);
                values[first + i] = double.IsFinite(value) ? value : throw new FormatException(FormattableString.Invariant($"value {first + i} of the .npy file is {value}"));
            }
        }

        return new(header.Shape, header.Fortran ? InCOrder(values, header.Shape) : values) { IsFloat32 = header.IsShort, IsWhole = header.IsWhole };
    }

    /// <summary>What nearly all files hold, without a look at the type for each number.</summary>
    private static bool CopyFloats(NpyHeader header, Span<byte> bytes, Span<double> values)
    {
        if (header is not { Type: "f4", Reversed: false } || !BitConverter.IsLittleEndian)
        {
            return false;
        }

        var floats = MemoryMarshal.Cast<byte, float>(bytes);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = floats[i];
        }

        return true;
    }

    private static double Value(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "f4" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        "f8" => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        "f2" => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        "i1" => unchecked((sbyte)bytes[0]),
        "i2" => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        "i4" => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        "i8" => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        "u1" => bytes[0],
        "u2" => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        "u4" => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        "u8" => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        _ => bytes[0] == 0 ? 0 : 1,
    };

    /// <summary>From the first axis fastest to the last axis fastest.</summary>
    private static double[] InCOrder(double[] values, int[] shape)
    {
        var result = new double[values.Length];
        var index = new int[shape.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var (from, stride) = (0, 1);
            for (var axis = 0; axis < shape.Length; axis++)
            {
                from += index[axis] * stride;
                stride *= shape[axis];
            }

            result[i] = values[from];
            for (var axis = shape.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
            {
                index[axis] = 0;
            }
        }

        return result;
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
        var data = bytes.AsSpan(total);
        if (!asFloat32 && BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(_values.AsSpan()).CopyTo(data);
            return bytes;
        }

        for (var i = 0; i < _values.Length; i++)
        {
            if (asFloat32)
            {
                BinaryPrimitives.WriteSingleLittleEndian(data[(4 * i)..], (float)_values[i]);
            }
            else
            {
                BinaryPrimitives.WriteDoubleLittleEndian(data[(8 * i)..], _values[i]);
            }
        }

        return bytes;
    }
}
