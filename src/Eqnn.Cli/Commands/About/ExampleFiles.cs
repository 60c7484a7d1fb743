using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Commands.About;

/// <summary>The files that the examples of the help read, as the tool carries them: by their paths in a clone of the repository.</summary>
internal static class ExampleFiles
{
    private const string Prefix = "examples/";

    /// <summary>The paths, with slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. typeof(ExampleFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The bytes of a file.</summary>
    public static byte[] Read(string path)
    {
        using var stream = typeof(ExampleFiles).Assembly.GetManifestResourceStream(Prefix + path) ?? throw new InvalidOperationException("the tool was built without " + path);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Hands all files to a folder; it and its folders are made, and a file that is there with other bytes is left alone.</summary>
    /// <exception cref="InputException">A file is there with other bytes, or a folder cannot be made.</exception>
    public static void WriteTo(string folder, AnswerFiles files)
    {
        var places = Paths.Select(path => (Path: path, Place: System.IO.Path.Combine(folder, path.Replace('/', System.IO.Path.DirectorySeparatorChar)))).ToList();
        try
        {
            if (places.FirstOrDefault(file => File.Exists(file.Place) && !File.ReadAllBytes(file.Place).AsSpan().SequenceEqual(Read(file.Path))) is { Place: { } other })
            {
                throw new InputException($"--out: {other} is there and is another file; name an empty folder");
            }

            foreach (var (path, place) in places)
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
                files.Add(place, Read(path), "--out");
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--out: the files cannot be written to {folder}", problem);
        }
    }
}
