using System.IO.Compression;
using Eqnn.Numbers;

namespace Eqnn.Networks.Files;

/// <summary>Arrays by name in numpy's <c>.npz</c> format: a zip archive of <c>.npy</c> files.</summary>
public static class NpzFile
{
    /// <summary>The largest number of entries of all arrays together.</summary>
    public const long MaxEntries = 1 << 27;

    /// <summary>Reads all arrays.</summary>
    /// <exception cref="FormatException">It is no archive, or an entry is no array that is read; the message names it.</exception>
    /// <exception cref="LimitExceededException">The arrays have more than <see cref="MaxEntries"/> entries.</exception>
    public static IReadOnlyDictionary<string, NpyFile> Parse(IReadOnlyList<byte> bytes) => Parse(bytes, null);

    /// <summary>Reads arrays of known names and shapes. What is not expected is refused before it is inflated.</summary>
    /// <param name="bytes">The archive.</param>
    /// <param name="expected">For each array the lengths of its axes; <c>null</c> takes all as they are.</param>
    /// <exception cref="FormatException">It is no archive, an array is missing or has another shape, or there is one that is not expected; the message names it.</exception>
    public static IReadOnlyDictionary<string, NpyFile> Parse(IReadOnlyList<byte> bytes, IReadOnlyDictionary<string, IReadOnlyList<int>>? expected)
    {
        var arrays = new SortedDictionary<string, NpyFile>(StringComparer.Ordinal);
        Visit(bytes, entries =>
        {
            // Names and headers of all first: then nothing is inflated of an archive that is refused.
            var entriesInAll = 0.0;
            foreach (var (name, entry) in entries)
            {
                if (expected is not null && !expected.ContainsKey(name))
                {
                    throw new FormatException($"the array {name} is not expected; there should be {string.Join(", ", expected.Keys.Take(8))}{(expected.Count > 8 ? ", ..." : "")}");
                }

                var header = HeaderOf(entry);
                if (expected is not null && !expected[name].SequenceEqual(header.Shape))
                {
                    throw new FormatException($"{name} has shape {NpyHeader.Text(header.Shape)}, the network needs {NpyHeader.Text(expected[name])}");
                }

                entriesInAll += header.Count;
                if (entriesInAll > MaxEntries)
                {
                    throw new LimitExceededException("entries of the arrays of an .npz file", MaxEntries, FormattableString.Invariant($"{entriesInAll:F0}"), "take fewer arrays, or .npy files");
                }
            }

            foreach (var (name, entry) in entries)
            {
                arrays.Add(name, Read(entry));
            }
        });
        return expected?.Keys.FirstOrDefault(name => !arrays.ContainsKey(name)) is { } missing ? throw new FormatException($"the array {missing} is missing") : arrays;
    }

    /// <summary>Reads one array.</summary>
    /// <param name="bytes">The archive.</param>
    /// <param name="name">Its name; <c>null</c> for the only one.</param>
    /// <exception cref="FormatException">It is no archive, or there is no such array, or none is named and there are several.</exception>
    /// <exception cref="LimitExceededException">The array has more than <see cref="MaxEntries"/> entries.</exception>
    public static NpyFile ParseMember(IReadOnlyList<byte> bytes, string? name) => ParseMember(bytes, name, _ => { });

    /// <summary>Reads one array whose shape is looked at first: a small archive may hold a large one.</summary>
    /// <param name="bytes">The archive.</param>
    /// <param name="name">Its name; <c>null</c> for the only one.</param>
    /// <param name="require">Is told the shape before the data are inflated; what it throws refuses the array.</param>
    /// <exception cref="FormatException">As above.</exception>
    /// <exception cref="LimitExceededException">The array has more than <see cref="MaxEntries"/> entries.</exception>
    public static NpyFile ParseMember(IReadOnlyList<byte> bytes, string? name, Action<IReadOnlyList<int>> require)
    {
        ArgumentNullException.ThrowIfNull(require);
        NpyFile? found = null;
        Visit(bytes, entries =>
        {
            var names = string.Join(", ", entries.Keys.Take(20)) + (entries.Count > 20 ? ", ..." : "");
            var entry = name is not null ? entries.GetValueOrDefault(name) ?? throw new FormatException($"the .npz file has no array {name}; it has {names}")
                : entries.Count == 1 ? entries.Values.Single()
                : throw new FormatException($"the .npz file has {entries.Count} arrays ({names}); name one of them");
            var header = HeaderOf(entry);
            require(header.Shape);
            found = header.Count <= MaxEntries ? Read(entry) : throw new LimitExceededException("entries of the arrays of an .npz file", MaxEntries, FormattableString.Invariant($"{header.Count:F0}"), "take fewer at once");
        });
        return found!;
    }

    private static void Visit(IReadOnlyList<byte> bytes, Action<SortedDictionary<string, ZipArchiveEntry>> read)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes as byte[] ?? [.. bytes], writable: false), ZipArchiveMode.Read);
            var entries = new SortedDictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
            foreach (var entry in archive.Entries)
            {
                var name = entry.FullName.EndsWith(".npy", StringComparison.Ordinal) ? entry.FullName[..^4] : entry.FullName;
                if (!entries.TryAdd(OneLine(name), entry))
                {
                    throw new FormatException($"the .npz file holds {OneLine(name)} twice");
                }
            }

            read(entries);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or ArgumentException or NotSupportedException or ArithmeticException)
        {
            throw new FormatException("this is no .npz file, or it is cut off or damaged", problem);
        }
    }

    private static NpyHeader HeaderOf(ZipArchiveEntry entry) => Located(entry, stream =>
    {
        var header = NpyHeader.Of(stream);
        return header.Start + header.Length == entry.Length ? header
            : throw new FormatException(FormattableString.Invariant($"it has {entry.Length - header.Start} bytes of data, its shape {NpyHeader.Text(header.Shape)} needs {header.Length:F0}"));
    });

    /// <summary>The array, its bytes compared with the checksum of the archive: a damaged member would give other numbers.</summary>
    private static NpyFile Read(ZipArchiveEntry entry) => Located(entry, stream =>
    {
        using var counted = new CheckedStream(stream);
        var array = NpyFile.Read(NpyHeader.Of(counted), counted);
        return counted.ReadByte() < 0 && counted.Checksum == entry.Crc32 ? array : throw new FormatException("its bytes do not have the checksum that the archive names; it is damaged");
    });

    private static T Located<T>(ZipArchiveEntry entry, Func<Stream, T> read)
    {
        try
        {
            using var stream = entry.Open();
            return read(stream);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"{OneLine(entry.FullName)} in the .npz file: {problem.Message}", problem);
        }
    }

    private static string OneLine(string text) => VisibleText.Of(text.Length > 200 ? text[..200] : text);

    /// <summary>Whether compression saves a quarter. Weights that fill their digits do not shrink, and to inflate them would take longer than to run them.</summary>
    private static bool Shrinks(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return compressed.Length < content.Length / 4 * 3;
    }

    /// <summary>The bytes of an archive, entries by name, without dates: the same arrays give the same bytes.</summary>
    public static IReadOnlyList<byte> ToBytes(IReadOnlyDictionary<string, NpyFile> arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, array) in arrays.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                byte[] content = [.. array.ToBytes(asFloat32: false)];
                var entry = archive.CreateEntry(name + ".npy", Shrinks(content) ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }
}
