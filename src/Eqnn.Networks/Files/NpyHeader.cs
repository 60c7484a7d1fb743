using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Eqnn.Numbers;

namespace Eqnn.Networks.Files;

/// <summary>What the first bytes of a <c>.npy</c> file say: element type, order, shape, and where the data begin.</summary>
/// <param name="Type">The element type without the order of bytes, such as <c>f4</c>.</param>
/// <param name="Reversed">Whether the highest byte comes first.</param>
/// <param name="Fortran">Whether the first axis is the fastest.</param>
/// <param name="Shape">The lengths of the axes.</param>
/// <param name="Start">The number of bytes before the data.</param>
internal sealed record NpyHeader(string Type, bool Reversed, bool Fortran, int[] Shape, int Start)
{
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The most bytes of a header that is read.</summary>
    private const int Longest = 1 << 16;

    /// <summary>The most axes of a shape that are named in a message.</summary>
    private const int MostShown = 16;

    private static readonly string[] Read = ["b1", "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"];

    /// <summary>The bytes of an element.</summary>
    public int Size => Type[1] - '0';

    /// <summary>The number of elements, as far as a double holds it.</summary>
    public double Count => Shape.Aggregate(1.0, (product, n) => product * n);

    /// <summary>The bytes of the data, as far as a double holds it.</summary>
    public double Length => Size * Count;

    /// <summary>Whether float32 holds all values of the type.</summary>
    public bool IsShort => Type is "f2" or "f4" or "b1" or "i1" or "u1" or "i2" or "u2";

    /// <summary>Whether the type is of whole numbers or truth values.</summary>
    public bool IsWhole => Type[0] is not 'f';

    /// <summary>Reads the header from a stream and no further.</summary>
    /// <exception cref="FormatException">It is none, is cut off, or names what is not read.</exception>
    public static NpyHeader Of(Stream stream)
    {
        var first = Bytes(stream, 10);
        if (!first.AsSpan(0, 6).SequenceEqual(Magic))
        {
            throw new FormatException("this is no .npy file");
        }

        var wide = first[6] > 1 ? Bytes(stream, 2) : [];
        long length = first[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(first.AsSpan(8)) : BinaryPrimitives.ReadUInt32LittleEndian((byte[])[first[8], first[9], .. wide]);
        if (first[6] is 0 or > 3 || length > Longest)
        {
            throw new FormatException("the header of the .npy file is too long or of an unknown version");
        }

        var header = Encoding.UTF8.GetString(Bytes(stream, (int)length));
        var type = Quoted(header, "descr");
        var order = type.Length == 3 ? type[0] : ' ';
        if (order is not ('<' or '>' or '|' or '=') || !Read.Contains(type[1..]))
        {
            throw new FormatException($"the .npy file holds {OneLine(type)}; {string.Join(", ", Read.Select(known => "<" + known))} are read; save x.astype('<f4')");
        }

        var shape = ShapeOf(header);
        return new(type[1..], order == '>', Value(header, "fortran_order").StartsWith("True", StringComparison.Ordinal), shape, first.Length + wide.Length + (int)length);
    }

    /// <summary>The shape as numpy writes it; the first axes of very many.</summary>
    public static string Text(IReadOnlyList<int> shape) => $"({string.Join(", ", shape.Take(MostShown))}{(shape.Count > MostShown ? FormattableString.Invariant($", ... {shape.Count} axes") : "")})";

    public static string OneLine(string text) => VisibleText.Of(text.Length > 40 ? text[..40] : text);

    private static byte[] Bytes(Stream stream, int count)
    {
        var bytes = new byte[count];
        var met = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return met == count ? bytes
            : count == 10 && !Magic.AsSpan().StartsWith(bytes.AsSpan(0, Math.Min(6, met))) && !bytes.AsSpan(0, met).StartsWith(Magic) ? throw new FormatException("this is no .npy file")
            : throw new FormatException("the .npy file is cut off");
    }

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
        return end < 0 ? throw new FormatException("the .npy file holds records; arrays of numbers are read") : value[1..end];
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
