using System.IO.Compression;

namespace Eqnn.Networks.Files;

/// <summary>Arrays by name in numpy's <c>.npz</c> format: a zip archive of <c>.npy</c> files.</summary>
public static class NpzFile
{
    private const long MaxBytes = 2_000_000_000;

    /// <summary>Reads all arrays.</summary>
    /// <exception cref="FormatException">It is no archive, or an entry is no array that is read; the message names it.</exception>
    public static IReadOnlyDictionary<string, NpyFile> Parse(IReadOnlyList<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var arrays = new SortedDictionary<string, NpyFile>(StringComparer.Ordinal);
        try
        {
            using var archive = new ZipArchive(new MemoryStream([.. bytes]), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries)
            {
                if (entry.Length > MaxBytes)
                {
                    throw new FormatException(FormattableString.Invariant($"{entry.FullName} in the .npz file has {entry.Length} bytes, more than {MaxBytes}"));
                }

                arrays[Path.GetFileNameWithoutExtension(entry.FullName)] = Read(entry);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or ArgumentException or NotSupportedException or ArithmeticException)
        {
            throw new FormatException("this is no .npz file, or it is cut off: " + OneLine(problem.Message), problem);
        }

        return arrays;
    }

    private static NpyFile Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();

        // No more than the archive announces, whatever the compressed data hold.
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, count);
            if (memory.Length > entry.Length)
            {
                throw new InvalidDataException($"{entry.FullName} is longer than the archive says");
            }
        }

        try
        {
            return NpyFile.Parse(memory.ToArray());
        }
        catch (FormatException problem)
        {
            throw new FormatException($"{OneLine(entry.FullName)} in the .npz file: {problem.Message}", problem);
        }
    }

    private static string OneLine(string text) => new([.. text.Take(200).Select(c => char.IsControl(c) ? ' ' : c)]);

    /// <summary>The bytes of an archive, entries by name, without dates: the same arrays give the same bytes.</summary>
    public static IReadOnlyList<byte> ToBytes(IReadOnlyDictionary<string, NpyFile> arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, array) in arrays.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(name + ".npy", CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write([.. array.ToBytes(asFloat32: false)]);
            }
        }

        return memory.ToArray();
    }
}
