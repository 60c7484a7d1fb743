using System.Text;

namespace Eqnn.Catalog.Folders;

/// <summary>Writes a file whole or not at all: as <c>.name.process.tmp</c> in the same folder, flushed to the disk, then renamed (<see cref="StagedFile"/>).</summary>
/// <remarks>Only a process that is killed in between leaves the other name behind. <b>Not</b> a lock: of two writers the last one stays.</remarks>
internal static class AtomicFile
{
    /// <summary>Replaces or creates a file, UTF-8 without a mark.</summary>
    /// <exception cref="IOException">The file cannot be written; then the old content stands.</exception>
    public static void Write(string path, string content) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    /// <summary>The same with what is written into a stream.</summary>
    /// <exception cref="IOException">The file cannot be written; then the old content stands.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        using var file = new StagedFile(path);
        file.Write(content);
        StagedFile.CommitAll([file]);
    }

    /// <summary>The name of the file that was to stand where a temporary one was left behind, or <c>null</c> if <paramref name="fileName"/> is none of these.</summary>
    internal static string? TryFindTarget(string fileName)
    {
        if (!fileName.StartsWith('.') || !fileName.EndsWith(StagedFile.TemporaryEnding, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = fileName[1..^StagedFile.TemporaryEnding.Length];
        var dot = rest.LastIndexOf('.');
        return dot > 0 && dot + 1 < rest.Length && rest.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? rest[..dot] : null;
    }
}
