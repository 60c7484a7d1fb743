using System.Buffers.Binary;
using OnnxFormat;

namespace Eqnn.Networks.Onnx.Operators;

/// <summary>Reads the tensors stored in an ONNX file, or in a file beside it.</summary>
internal static class OnnxTensors
{
    private delegate double Reader(ReadOnlySpan<byte> bytes);

    /// <summary>The element types of the format by number, with the bytes of an element and how they are read; <c>null</c> where they are not.</summary>
    private static readonly (string Name, int Size, Reader? Read)[] Types =
    [
        ("undefined", 0, null),
        ("float", 4, span => BinaryPrimitives.ReadSingleLittleEndian(span)),
        ("uint8", 1, span => span[0]),
        ("int8", 1, span => unchecked((sbyte)span[0])),
        ("uint16", 2, span => BinaryPrimitives.ReadUInt16LittleEndian(span)),
        ("int16", 2, span => BinaryPrimitives.ReadInt16LittleEndian(span)),
        ("int32", 4, span => BinaryPrimitives.ReadInt32LittleEndian(span)),
        ("int64", 8, span => BinaryPrimitives.ReadInt64LittleEndian(span)),
        ("string", 0, null),
        ("bool", 1, span => span[0] == 0 ? 0 : 1),
        ("half", 2, span => (double)BinaryPrimitives.ReadHalfLittleEndian(span)),
        ("double", 8, span => BinaryPrimitives.ReadDoubleLittleEndian(span)),
        ("uint32", 4, span => BinaryPrimitives.ReadUInt32LittleEndian(span)),
        ("uint64", 8, span => BinaryPrimitives.ReadUInt64LittleEndian(span)),
        ("complex64", 0, null),
        ("complex128", 0, null),
        ("bfloat16", 2, span => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(span) << 16)),
        ("float8 (e4m3fn)", 0, null),
        ("float8 (e4m3fnuz)", 0, null),
        ("float8 (e5m2)", 0, null),
        ("float8 (e5m2fnuz)", 0, null),
        ("uint4", 0, null),
        ("int4", 0, null),
        ("float4", 0, null),
    ];

    /// <summary>Whether values of a type are real numbers and not whole ones: a cast to it rounds at most.</summary>
    public static bool IsReal(long type) => type is 1 or 10 or 11 or 16;

    /// <summary>Whether values of a type are whole numbers or truth values.</summary>
    public static bool IsWhole(long type) => type is (>= 2 and <= 7) or 9 or 12 or 13;

    /// <summary>The name of an element type.</summary>
    public static string NameOf(long type) => type >= 0 && type < Types.Length ? Types[type].Name : FormattableString.Invariant($"number {type}");

    /// <summary>The values as doubles.</summary>
    /// <param name="message">The tensor.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="beside">Where the data are if not inside.</param>
    /// <exception cref="FormatException">Other element types, data that are not there, or a length that does not fit the shape.</exception>
    public static Tensor Read(TensorProto? message, string what, ExternalData beside)
    {
        if (message is null)
        {
            throw new FormatException($"{what}: it holds no tensor");
        }

        if (message.Dims.Any(d => d < 0 || d > int.MaxValue))
        {
            throw new FormatException($"{what}: a length of its shape is out of range");
        }

        int[] shape = [.. message.Dims.Select(d => (int)d)];
        var count = Tensor.CountOf(shape);
        if (message.DataType < 0 || message.DataType >= Types.Length || Types[message.DataType].Read is not { } read)
        {
            throw new FormatException($"{what}: its elements are of type {NameOf(message.DataType)}; {string.Join(", ", Types.Where(type => type.Read is not null).Select(type => type.Name))} are read");
        }

        var outside = message.DataLocation != 0 || message.ExternalData.Count > 0;
        var size = Types[message.DataType].Size;
        var values = outside ? Raw(beside.Read(message, (long)count * size, what), size, read, what)
            : message.RawData.Length > 0 ? Raw(message.RawData.Span, size, read, what)
            : Typed(message, size, read, what);
        if (count != values.Length)
        {
            throw new FormatException($"{what}: shape {Tensor.Text(shape)}, but {values.Length} values; the file may be cut off");
        }

        var bad = FiniteValues.FirstNotFinite(values);
        return bad < 0 ? new(shape, values) { IsWhole = IsWhole(message.DataType) } : throw new FormatException(FormattableString.Invariant($"{what}: value {bad} is {values[bad]}"));
    }

    /// <summary>The values of a tensor that is stored by its entries other than 0: their places stand as one number each, or axis by axis.</summary>
    /// <param name="message">The tensor.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="beside">Where the data are if not inside.</param>
    /// <exception cref="FormatException">As <see cref="Read"/>, or a place is outside the shape.</exception>
    public static Tensor ReadSparse(SparseTensorProto? message, string what, ExternalData beside)
    {
        if (message?.Dims.Any(d => d < 0 || d > int.MaxValue) != false)
        {
            throw new FormatException(message is null ? $"{what}: it holds no tensor" : $"{what}: a length of its shape is out of range");
        }

        var result = Tensor.Zero([.. message.Dims.Select(d => (int)d)]);
        var (values, places) = (Read(message.Values, what, beside), Read(message.Indices, $"the places of {what}", beside));
        var strides = Tensor.Strides(result.Shape);
        if (values.Rank != 1 || (places.Rank == 1 ? places.Values.Length != values.Values.Length : !places.Shape.AsSpan().SequenceEqual([values.Values.Length, result.Rank])))
        {
            throw new FormatException($"{what}: places of shape {Tensor.Text(places.Shape)} for values of shape {Tensor.Text(values.Shape)} in a tensor of shape {Tensor.Text(result.Shape)}");
        }

        for (var i = 0; i < values.Values.Length; i++)
        {
            var place = places.Rank == 1 ? places.Values[i] : 0;
            for (var axis = 0; axis < result.Rank && places.Rank == 2; axis++)
            {
                var k = places.Values[(i * result.Rank) + axis];
                place = k >= 0 && k < result.Shape[axis] ? place + (k * strides[axis]) : -1e300;
            }

            result.Values[place >= 0 && place < result.Values.Length ? (int)place : throw new FormatException(FormattableString.Invariant($"{what}: value {i} has a place outside the shape {Tensor.Text(result.Shape)}"))] = values.Values[i];
        }

        return result with { IsWhole = values.IsWhole };
    }

    /// <summary>The values from the fields of their types: half and bfloat16 as bit patterns, small integers and truth values as themselves, all in the field of int32.</summary>
    private static double[] Typed(TensorProto message, int size, Reader read, string what)
    {
        var (least, most) = BoundsOf(message.DataType);
        foreach (var stored in message.Int32Data)
        {
            if (stored < least || stored > most)
            {
                throw new FormatException(FormattableString.Invariant($"{what}: {stored} in int32_data is no {NameOf(message.DataType)}, which goes from {least} to {most} there"));
            }
        }

        return message.DataType switch
        {
            9 => [.. message.Int32Data.Select(v => v != 0 ? 1.0 : 0.0)],
            1 => [.. message.FloatData.Select(v => (double)v)],
            7 => [.. message.Int64Data.Select(v => (double)v)],
            11 => [.. message.DoubleData],
            12 or 13 => [.. message.Uint64Data.Select(v => (double)v)],
            10 or 16 => [.. message.Int32Data.Select(FromBits)],
            _ => [.. message.Int32Data.Select(v => (double)v)],
        };

        double FromBits(int bits)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, bits);
            return read(bytes[..size]);
        }
    }

    /// <summary>What the field of int32 may hold for a type: its values, or its bits.</summary>
    private static (int Least, int Most) BoundsOf(long type) => type switch
    {
        2 => (byte.MinValue, byte.MaxValue),
        3 => (sbyte.MinValue, sbyte.MaxValue),
        4 or 10 or 16 => (ushort.MinValue, ushort.MaxValue),
        5 => (short.MinValue, short.MaxValue),
        _ => (int.MinValue, int.MaxValue),
    };

    private static double[] Raw(ReadOnlySpan<byte> bytes, int size, Reader read, string what)
    {
        if (bytes.Length % size != 0)
        {
            throw new FormatException($"{what}: {bytes.Length} bytes are no whole number of elements");
        }

        var values = new double[bytes.Length / size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(bytes.Slice(i * size, size));
        }

        return values;
    }
}
