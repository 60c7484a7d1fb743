namespace Eqnn.Numbers;

/// <summary>Files read whole, up to a bound that is looked at before memory is taken.</summary>
public static class BoundedFile
{
    /// <summary>The most bytes that are read from what has no length of its own: pipes and devices.</summary>
    public const int MaxUnsized = 128 << 20;

    /// <summary>The bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes; for what has no length <see cref="MaxUnsized"/> if that is less.</param>
    /// <exception cref="LimitExceededException">There are more bytes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ReadOnlyMemory<byte> Read(string path, long most)
    {
        ArgumentNullException.ThrowIfNull(path);
        var length = new FileInfo(path).Length;
        if (length > most)
        {
            throw new LimitExceededException("bytes of a file", most, FormattableString.Invariant($"{length} for {path}"), "not possible; split the question");
        }

        if (length > 0)
        {
            return File.ReadAllBytes(path);
        }

        // No length: it is empty, or a pipe or a device, which may have no end.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        using var read = new MemoryStream();
        var bound = Math.Min(most, MaxUnsized);
        var chunk = new byte[1 << 16];
        for (var count = stream.Read(chunk); count > 0; count = stream.Read(chunk))
        {
            if (read.Length + count > bound)
            {
                throw new LimitExceededException("bytes of a file without a length", bound, $"more for {path}", "not possible; write it to a file");
            }

            read.Write(chunk, 0, count);
        }

        return read.ToArray();
    }
}
