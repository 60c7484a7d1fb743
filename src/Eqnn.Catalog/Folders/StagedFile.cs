namespace Eqnn.Catalog.Folders;

/// <summary>A file that is written and flushed to the disk, as <c>.name.process.tmp</c> beside the place where it is to stand, and gets its name later: alone or together with others.</summary>
/// <remarks>
/// <para><b>All or none.</b> <see cref="CommitAll"/> gives several files their names; if one of them cannot have it, those before it are taken back and what stood there before stands again.</para>
/// <para><b>Not</b> a transaction of the file system: a process that is killed between two renames leaves the first file without the second, and the old content of the first as <c>.name.process.old</c>.</para>
/// </remarks>
public sealed class StagedFile : IDisposable
{
    internal const string TemporaryEnding = ".tmp";

    private readonly string _full;
    private readonly string _temporary;
    private readonly string _old;
    private State _state;

    /// <summary>A file for <paramref name="path"/>. Nothing is written yet.</summary>
    public StagedFile(string path)
    {
        _full = Path.GetFullPath(path);
        _temporary = Beside(TemporaryEnding);
        _old = Beside(".old");
    }

    private enum State
    {
        /// <summary>Under the temporary name, if at all.</summary>
        Staged,

        /// <summary>Under its name, where nothing stood.</summary>
        Created,

        /// <summary>Under its name, and what stood there is kept aside.</summary>
        Replaced,

        /// <summary>Under its name for good.</summary>
        Kept,

        /// <summary>Gone.</summary>
        Removed,
    }

    /// <summary>Writes the whole content under the temporary name.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The file was given up in the meantime, by another thread.</exception>
    public void Write(Action<Stream> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ObjectDisposedException.ThrowIf(_state != State.Staged, this);
        using var stream = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.Delete);
        content(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Gives all files their names, or none.</summary>
    /// <exception cref="IOException">A file cannot have its name; then everything is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of permission.</exception>
    public static void CommitAll(IReadOnlyList<StagedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        try
        {
            foreach (var file in files)
            {
                file.Commit(alone: files.Count == 1);
            }
        }
        catch
        {
            foreach (var file in files.Reverse())
            {
                file.TakeBack();
            }

            throw;
        }

        foreach (var file in files)
        {
            file.Keep();
        }
    }

    /// <summary>Removes what does not stand under its name for good. Does nothing after <see cref="CommitAll"/> has succeeded.</summary>
    public void Dispose()
    {
        TakeBack();
        if (_state == State.Staged)
        {
            _state = State.Removed;
            if (File.Exists(_temporary))
            {
                File.Delete(_temporary);
            }
        }
    }

    private string Beside(string ending) => Path.Combine(Path.GetDirectoryName(_full) ?? _full, FormattableString.Invariant($".{Path.GetFileName(_full)}.{Environment.ProcessId}{ending}"));

    private void Commit(bool alone)
    {
        if (alone || !Path.Exists(_full))
        {
            File.Move(_temporary, _full, overwrite: alone);
            _state = alone ? State.Kept : State.Created;
            return;
        }

        File.Replace(_temporary, _full, _old);
        _state = State.Replaced;
    }

    private void TakeBack()
    {
        if (_state == State.Created)
        {
            File.Move(_full, _temporary);
            _state = State.Staged;
        }
        else if (_state == State.Replaced)
        {
            File.Move(_old, _full, overwrite: true);
            _state = State.Removed;
        }
    }

    private void Keep()
    {
        if (_state == State.Replaced)
        {
            File.Delete(_old);
        }

        _state = State.Kept;
    }
}
