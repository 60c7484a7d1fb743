using System.Text;
using System.Text.Json;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Names;

/// <summary>Reads JSON objects <c>{"degree": n, "generators": [...]}</c> whose generators are lists of the images 1..n or texts of disjoint cycles; other keys are skipped.</summary>
/// <remarks>System.Text.Json of the framework: no package to load, a token reader that knows where each token stands, so errors name the character.</remarks>
internal static class PermutationListFile
{
    /// <summary>Files above this size are refused unread.</summary>
    private const long MaxBytes = 256L << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="what">What the file should be, for messages.</param>
    /// <param name="path">The path; a missing or unreadable file is an <see cref="AlgebraFormatException"/> too.</param>
    /// <param name="sizeKey">The key of the number of points.</param>
    /// <param name="limits">The bound on the number of points.</param>
    public static PermutationList Load(string what, string path, string sizeKey, GroupLimits limits)
    {
        if (path.Length == 0)
        {
            throw new AlgebraFormatException(what, "@" + path, 1, "the name of a file is missing after '@'", "@group.json");
        }

        byte[] bytes;
        try
        {
            if (Directory.Exists(path))
            {
                throw new AlgebraFormatException(what, "@" + path, 1, "this is a folder, not a file");
            }

            bytes = BoundedFile.Read(path, MaxBytes).ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var problem = error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "the file cannot be read";
            throw new AlgebraFormatException(what, "@" + path, 1, problem);
        }

        return Read(what, path, bytes, sizeKey, limits);
    }

    /// <summary>Reads the bytes of such a file.</summary>
    public static PermutationList Read(string what, string path, byte[] bytes, string sizeKey, GroupLimits limits)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var shape = FormattableString.Invariant($"{{\"{sizeKey}\": 3, \"generators\": [[2, 3, 1], \"(1,2)\"]}}");
        return new Cursor(what, path, bytes.AsMemory(start), sizeKey, shape, limits).ReadAll();
    }

    private sealed class Cursor(string what, string path, ReadOnlyMemory<byte> bytes, string sizeKey, string shape, GroupLimits limits)
    {
        private string _field = "";

        public PermutationList ReadAll()
        {
            if (string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, 1000)])) && bytes.Length < 1000)
            {
                throw Fail(0, "the file is empty", shape);
            }

            var reader = new Utf8JsonReader(bytes.Span);
            try
            {
                return ReadObject(ref reader);
            }
            catch (JsonException error)
            {
                throw Fail(Offset(error), "this is not JSON: " + FirstSentence(error.Message), shape);
            }
        }

        private PermutationList ReadObject(ref Utf8JsonReader reader)
        {
            reader.Read();
            Expect(ref reader, JsonTokenType.StartObject, "an object { ... }");
            int? size = null;
            var sizeAt = 0L;
            List<(long At, object Value)>? generators = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var at = reader.TokenStartIndex;
                _field = "";
                var key = ReadText(ref reader);
                _field = key ?? "";
                reader.Read();
                if (key == sizeKey)
                {
                    if (size is not null)
                    {
                        throw Fail(at, FormattableString.Invariant($"the key \"{sizeKey}\" occurs twice"));
                    }

                    sizeAt = reader.TokenStartIndex;
                    size = ReadPoint(ref reader, sizeKey);
                }
                else if (key == "generators")
                {
                    if (generators is not null)
                    {
                        throw Fail(at, "the key \"generators\" occurs twice");
                    }

                    generators = ReadGenerators(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            // Reading on past the object reports whatever follows it.
            while (reader.Read())
            {
            }

            if (size is not { } degree)
            {
                throw Fail(0, FormattableString.Invariant($"the key \"{sizeKey}\" is missing"), shape);
            }

            if (degree < 1)
            {
                throw Fail(sizeAt, FormattableString.Invariant($"\"{sizeKey}\" must be at least 1"));
            }

            limits.RequireDegree(degree);
            if (generators is null)
            {
                throw Fail(0, "the key \"generators\" is missing", shape);
            }

            var permutations = new Permutation[generators.Count];
            for (var i = 0; i < permutations.Length; i++)
            {
                permutations[i] = generators[i].Value is List<(int Image, long At)> images ? FromImages(images, degree, i, generators[i].At) : FromCycles((string)generators[i].Value, degree, i, generators[i].At);
            }

            return new PermutationList(degree, permutations);
        }

        private List<(long At, object Value)> ReadGenerators(ref Utf8JsonReader reader)
        {
            Expect(ref reader, JsonTokenType.StartArray, "\"generators\" to be a list [ ... ]");
            var generators = new List<(long At, object Value)>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var at = reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.String)
                {
                    generators.Add((at, ReadText(ref reader)));
                    continue;
                }

                Expect(ref reader, JsonTokenType.StartArray, "a generator to be a list of images or a text of cycles");
                var images = new List<(int Image, long At)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    images.Add((ReadPoint(ref reader, "an image"), reader.TokenStartIndex));
                }

                generators.Add((at, images));
            }

            return generators;
        }

        private Permutation FromImages(List<(int Image, long At)> list, int size, int index, long at)
        {
            if (list.Count != size)
            {
                throw Fail(at, FormattableString.Invariant($"generator {index + 1} lists {list.Count} images for {size} points"));
            }

            var images = new int[size];
            var seen = new bool[size];
            for (var i = 0; i < size; i++)
            {
                var (image, imageAt) = list[i];
                if (image < 1 || image > size)
                {
                    throw Fail(imageAt, FormattableString.Invariant($"generator {index + 1} sends {i + 1} to {image}, which is not one of 1..{size}"));
                }

                if (seen[image - 1])
                {
                    throw Fail(imageAt, FormattableString.Invariant($"generator {index + 1} is not a bijection: {image} is the image of two points"));
                }

                seen[image - 1] = true;
                images[i] = image - 1;
            }

            return PermutationArrays.ToPermutation(images);
        }

        private Permutation FromCycles(string cycles, int size, int index, long at)
        {
            try
            {
                return CycleNotation.Read("permutation", cycles, 0, cycles.Length, size, limits.MaxDegree);
            }
            catch (AlgebraFormatException error)
            {
                throw Fail(at, FormattableString.Invariant($"generator {index + 1}: {error.Message}"));
            }
        }

        /// <summary>A text or a key. An escape can name half of a character beyond 16 bits, which is no text.</summary>
        private string ReadText(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // The token reader finds a text well formed that cannot be decoded.
                throw Fail(reader.TokenStartIndex, _field.Length == 0 ? "a key holds half of a surrogate pair" : $"a text in the field \"{_field}\" holds half of a surrogate pair");
            }
        }

        private int ReadPoint(ref Utf8JsonReader reader, string name)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var value))
            {
                throw Fail(reader.TokenStartIndex, "expected " + name + " to be a whole number of moderate size");
            }

            return value;
        }

        private void Expect(ref Utf8JsonReader reader, JsonTokenType type, string name)
        {
            if (reader.TokenType != type)
            {
                throw Fail(reader.TokenStartIndex, "expected " + name, shape);
            }
        }

        private AlgebraFormatException Fail(long byteAt, string problem, string nearest = "")
        {
            // Positions count characters, the reader counts bytes.
            var at = Encoding.UTF8.GetCharCount(bytes.Span[..(int)Math.Min(byteAt, bytes.Length)]);
            return AlgebraFormatException.InFile(what, path, Encoding.UTF8.GetString(bytes.Span), at, problem, nearest);
        }

        private long Offset(JsonException error)
        {
            // The reader reports line and byte in the line.
            var line = error.LineNumber ?? 0;
            var at = 0;
            while (line > 0 && at < bytes.Length)
            {
                if (bytes.Span[at++] == (byte)'\n')
                {
                    line--;
                }
            }

            return at + (error.BytePositionInLine ?? 0);
        }

        private static string FirstSentence(string message)
        {
            var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
            return (end > 0 ? message[..end] : message).TrimEnd('.', ' ');
        }
    }
}

/// <summary>A list of permutations of one degree as read from a file.</summary>
/// <param name="Size">The number of points.</param>
/// <param name="Generators">The permutations, in the order of the file.</param>
internal sealed record PermutationList(int Size, Permutation[] Generators);
