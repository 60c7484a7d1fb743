using System.Text;

namespace Eqnn.Catalog.Folders;

/// <summary>Writes a file whole or not at all: as <c>.name.process.tmp</c> in the same folder, flushed to the disk, then renamed.</summary>
/// <remarks>Only a process that is killed in between leaves the other name behind. <b>Not</b> a lock: of two writers the last one stays.</remarks>
public static class AtomicFile
{
    private const string TemporaryEnding = ".tmp";

    /// <summary>Replaces or creates a file, UTF-8 without a mark.</summary>
    /// <exception cref="IOException">The file cannot be written; then the old content stands.</exception>
    public static void Write(string path, string content) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    /// <summary>The same with what is written into a stream.</summary>
    /// <exception cref="IOException">The file cannot be written; then the old content stands.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, FormattableString.Invariant($".{Path.GetFileName(full)}.{Environment.ProcessId}{TemporaryEnding}"));
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                content(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            // After the rename there is nothing under this name: this only clears up after a failure.
            File.Delete(temporary);
        }
    }

    /// <summary>The name of the file that was to stand where a temporary one was left behind, or <c>null</c> if <paramref name="fileName"/> is none of these.</summary>
    internal static string? TryFindTarget(string fileName)
    {
        if (!fileName.StartsWith('.') || !fileName.EndsWith(TemporaryEnding, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = fileName[1..^TemporaryEnding.Length];
        var dot = rest.LastIndexOf('.');
        return dot > 0 && dot + 1 < rest.Length && rest.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? rest[..dot] : null;
    }
}
