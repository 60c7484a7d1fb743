using System.Text;

namespace Eqnn.Cli.Hosting;

/// <summary>Writes a file that the user named, whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces or creates <paramref name="path"/> with <paramref name="content"/>, UTF-8 without a mark.</summary>
    /// <exception cref="InputException">The folder does not exist, or the path is a folder.</exception>
    /// <exception cref="IOException">The file cannot be written; then the old content stands.</exception>
    /// <param name="path">The file.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="option">The option that named the file, for messages.</param>
    public static void Write(string path, string content, string option = "--out") => Write(path, Encoding.UTF8.GetBytes(content), option);

    /// <summary>The same for bytes.</summary>
    public static void Write(string path, byte[] content, string option = "--out") => Write(path, stream => stream.Write(content), option);

    /// <summary>The same with text that is written piece by piece, for <c>--out</c>.</summary>
    public static void Write(string path, Action<TextWriter> content) => Write(
        path,
        stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            content(text);
        },
        "--out");

    private static void Write(string path, Action<Stream> content, string option)
    {
        if (path.Length == 0)
        {
            throw new InputException($"{option}: the name of the file is empty");
        }

        var full = Border.Read(option, () => Path.GetFullPath(path));
        var folder = Path.GetDirectoryName(full);
        if (Directory.Exists(full))
        {
            throw new InputException($"{option}: {path} is a folder");
        }

        if (folder is null || !Directory.Exists(folder))
        {
            throw new InputException($"{option}: the folder of {path} does not exist");
        }

        try
        {
            // A device or a pipe, as /dev/stdout, is written to; renaming a file over it would take it away from everybody.
            if (File.Exists(full) && TryOpenDevice(full) is { } device)
            {
                using (device)
                {
                    content(device);
                }

                return;
            }

            Eqnn.Catalog.Folders.AtomicFile.Write(full, content);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"{option}: {path} cannot be written: permission denied", problem);
        }
        catch (IOException problem)
        {
            // The system's message may name the file that stands in until all is written.
            throw new InputException($"{option}: {path} cannot be written{Reason(problem)}", problem);
        }
    }

    /// <summary>The file open for writing if it is none that holds bytes: only those let their length be set, here to what it is.</summary>
    private static FileStream? TryOpenDevice(string path)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.SetLength(stream.Length);
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
        catch (Exception e) when (stream is not null && e is IOException or NotSupportedException or ArgumentException)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }

    /// <summary>What the system says where it names no file.</summary>
    private static string Reason(IOException problem)
    {
        var message = problem.Message.Split(" : '", 2)[0].TrimEnd('.', ' ');
        return problem is FileNotFoundException or DirectoryNotFoundException ? " there" : problem is PathTooLongException ? ": the name is too long" : message.Contains('\'', StringComparison.Ordinal) ? "" : ": " + message;
    }
}
