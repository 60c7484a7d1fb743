using System.Text;

namespace Eqnn.Catalog.Folders;

/// <summary>Writes a file whole or not at all: under another name in the same folder, flushed to the disk, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>The ending of the other name.</summary>
    public const string TemporaryEnding = ".tmp";

    /// <summary>Replaces or creates a file, UTF-8 without a mark.</summary>
    /// <exception cref="IOException">The file cannot be written; then the old content stands.</exception>
    public static void Write(string path, string content) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    /// <summary>The same with what is written into a stream.</summary>
    public static void Write(string path, Action<Stream> content)
    {
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
}
