using System.Text;
using Eqnn.Catalog.Folders;

namespace Eqnn.Cli.Hosting;

/// <summary>The files that belong to one answer: named while it is found, written after everything stands, all or none.</summary>
/// <remarks>
/// <para><b>Order.</b> <see cref="Add(string, string, string)"/> while the command works; <see cref="Stage"/> writes everything under temporary names once the whole answer stands;
/// the answer goes to stdout; <see cref="Commit"/> gives the files their names. Whatever fails before leaves every file as it was; a name that cannot be given takes those before it back.</para>
/// <para><b>Devices and pipes</b>, as <c>/dev/stdout</c>, are written to by <see cref="Commit"/>, before any file gets its name: what went there cannot be taken back.</para>
/// </remarks>
internal sealed class AnswerFiles : IDisposable
{
    private readonly List<(string Full, string Path, string Option, Action<Stream> Content)> _files = [];
    private readonly List<(StagedFile File, string Path, string Option)> _staged = [];
    private readonly List<(FileStream Stream, string Path, string Option, Action<Stream> Content)> _devices = [];
    private readonly Lock _gate = new();

    /// <summary>A file of the answer, UTF-8 without a mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="option">The option that named the file, for messages.</param>
    /// <exception cref="InputException">No file can stand there, or another option names it, too.</exception>
    public void Add(string path, string content, string option) => Add(path, Encoding.UTF8.GetBytes(content), option);

    /// <summary>The same for bytes.</summary>
    public void Add(string path, byte[] content, string option) => AddStreamed(path, stream => stream.Write(content), option);

    /// <summary>The same with text that is written piece by piece, in <see cref="Stage"/>.</summary>
    public void Add(string path, Action<TextWriter> content, string option) => AddStreamed(
        path,
        stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            content(text);
        },
        option);

    /// <summary>The same with bytes that are written piece by piece, in <see cref="Stage"/>.</summary>
    public void AddStreamed(string path, Action<Stream> content, string option)
    {
        var full = RequirePlace(path, option);

        // Also where only the case differs, which some file systems leave aside. Several answers may go to one device.
        if (_files.Find(file => string.Equals(file.Full, full, StringComparison.OrdinalIgnoreCase)) is { Full: not null } other && !full.StartsWith("/dev/", StringComparison.Ordinal))
        {
            throw new InputException($"{other.Option} and {option} both name the file {path}");
        }

        _files.Add((full, path, option, content));
    }

    /// <summary>Refuses a place where no file can stand, before any work is done for it.</summary>
    /// <returns>The full path.</returns>
    /// <exception cref="InputException">The name is empty or that of a folder, or its folder does not exist.</exception>
    public static string RequirePlace(string path, string option)
    {
        RequireName(path, option, "file");
        var full = Border.Read(option, () => Path.GetFullPath(path));
        if (Directory.Exists(full))
        {
            throw new InputException($"{option}: {path} is a folder");
        }

        return Path.GetDirectoryName(full) is { } folder && Directory.Exists(folder) ? full : throw new InputException($"{option}: the folder of {path} does not exist");
    }

    /// <summary>Refuses an empty name, which would stand for the current folder.</summary>
    /// <param name="path">The name.</param>
    /// <param name="option">The option that gives it.</param>
    /// <param name="what">What it names: a file or a folder.</param>
    /// <exception cref="InputException">It is empty.</exception>
    public static void RequireName(string path, string option, string what)
    {
        if (path.Length == 0)
        {
            throw new InputException($"{option}: the name of the {what} is empty");
        }
    }

    /// <summary>Writes every file under its temporary name.</summary>
    /// <exception cref="InputException">One cannot be written; <see cref="Dispose"/> removes the others.</exception>
    public void Stage()
    {
        foreach (var (full, path, option, content) in _files)
        {
            Named(path, option, () =>
            {
                if (File.Exists(full) && TryOpenDevice(full) is { } device)
                {
                    // It stays open: the reader of a pipe would take a close for the end.
                    _devices.Add((device, path, option, content));
                    return;
                }

                var file = new StagedFile(full);
                lock (_gate)
                {
                    _staged.Add((file, path, option));
                }

                file.Write(content);
            });
        }
    }

    /// <summary>Gives every file its name.</summary>
    /// <exception cref="InputException">One cannot have its name; then everything is as it was before.</exception>
    public void Commit()
    {
        // A device is written to; renaming a file over it would take it away from everybody.
        foreach (var (stream, path, option, content) in _devices)
        {
            Named(path, option, () => content(stream));
        }

        if (_staged.Count > 0)
        {
            var names = string.Join(" and ", _staged.Select(file => file.Path));
            Named(names, string.Join(" and ", _staged.Select(file => file.Option).Distinct()), () => StagedFile.CommitAll([.. _staged.Select(file => file.File)]));
        }
    }

    /// <summary>Removes what was written and has no name: nothing after <see cref="Commit"/> has succeeded.</summary>
    public void Dispose()
    {
        // A thread that was given up may still be writing one of them.
        lock (_gate)
        {
            foreach (var (file, _, _) in _staged)
            {
                file.Dispose();
            }

            foreach (var (device, _, _, _) in _devices)
            {
                device.Dispose();
            }
        }
    }

    private static void Named(string path, string option, Action write)
    {
        try
        {
            write();
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
