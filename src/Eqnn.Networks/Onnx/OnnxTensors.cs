using System.Buffers.Binary;
using OnnxFormat;

namespace Eqnn.Networks.Onnx;

/// <summary>Reads the tensors stored in an ONNX file.</summary>
internal static class OnnxTensors
{
    private const int Float = 1;
    private const int Int32 = 6;
    private const int Int64 = 7;
    private const int Bool = 9;
    private const int Half = 10;
    private const int Double = 11;

    /// <summary>The values as doubles.</summary>
    /// <exception cref="FormatException">Other element types, external data, or a length that does not fit the shape.</exception>
    public static Tensor Read(TensorProto? message, string what)
    {
        if (message is null)
        {
            throw new FormatException($"{what}: it holds no tensor");
        }

        if (message.DataLocation != 0 || message.ExternalData.Count > 0)
        {
            throw new FormatException($"{what}: its data are in another file; save the model in one file");
        }

        if (message.Dims.Any(d => d < 0 || d > int.MaxValue))
        {
            throw new FormatException($"{what}: a length of its shape is out of range");
        }

        int[] shape = [.. message.Dims.Select(d => (int)d)];
        double[] values = message.DataType switch
        {
            Float => message.RawData.Length > 0 ? Raw(message, 4, span => BinaryPrimitives.ReadSingleLittleEndian(span), what) : [.. message.FloatData.Select(v => (double)v)],
            Double => message.RawData.Length > 0 ? Raw(message, 8, span => BinaryPrimitives.ReadDoubleLittleEndian(span), what) : [.. message.DoubleData],
            Half when message.RawData.Length > 0 => Raw(message, 2, span => (double)BinaryPrimitives.ReadHalfLittleEndian(span), what),
            Int64 => message.RawData.Length > 0 ? Raw(message, 8, span => BinaryPrimitives.ReadInt64LittleEndian(span), what) : [.. message.Int64Data.Select(v => (double)v)],
            Int32 => message.RawData.Length > 0 ? Raw(message, 4, span => BinaryPrimitives.ReadInt32LittleEndian(span), what) : [.. message.Int32Data.Select(v => (double)v)],
            Bool => message.RawData.Length > 0 ? Raw(message, 1, span => span[0], what) : [.. message.Int32Data.Select(v => (double)v)],
            _ => throw new FormatException(FormattableString.Invariant($"{what}: element type {message.DataType} is not supported; float, double, half, int32 and int64 are")),
        };
        if (shape.Aggregate(1.0, (product, n) => product * n) != values.Length)
        {
            throw new FormatException($"{what}: shape {Tensor.Text(shape)}, but {values.Length} values; the file may be cut off");
        }

        var bad = Array.FindIndex(values, value => !double.IsFinite(value));
        return bad < 0 || message.DataType is Int64 or Int32
            ? new(shape, values)
            : throw new FormatException(FormattableString.Invariant($"{what}: value {bad} is {values[bad]}"));
    }

    private delegate double Reader(ReadOnlySpan<byte> bytes);

    private static double[] Raw(TensorProto message, int size, Reader read, string what)
    {
        var bytes = message.RawData.Span;
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
