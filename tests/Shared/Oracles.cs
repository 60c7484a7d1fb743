namespace Eqnn.Testing;

/// <summary>The ground truth computed by other software, kept under <c>tests/oracles</c>. Compiled into every test project: the package Eqnn.Testing knows no repository.</summary>
internal static class Oracles
{
    /// <summary>The files <c>tests/oracles/<paramref name="folder"/>/*.json</c> in ordinal order of their names.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Root(), folder), "*.json");
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    /// <summary>The full path of <c>tests/oracles/<paramref name="folder"/>/<paramref name="file"/></c>.</summary>
    public static string File(string folder, string file) => Path.Combine(Root(), folder, file);

    /// <summary>The root folder of the repository.</summary>
    public static string Repository() => Path.GetFullPath(Path.Combine(Root(), "..", ".."));

    private static string Root()
    {
        // From the test assembly upwards: works in a clone at any place, whatever the output folder is called.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "oracles");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"no folder tests/oracles above {AppContext.BaseDirectory}");
    }
}
