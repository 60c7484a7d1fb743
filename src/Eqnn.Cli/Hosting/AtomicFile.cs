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

    /// <summary>The same with text that is written piece by piece.</summary>
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

        Eqnn.Catalog.Folders.AtomicFile.Write(full, content);
    }
}
