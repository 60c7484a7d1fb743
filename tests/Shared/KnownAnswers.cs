namespace Eqnn.Testing;

/// <summary>Files in <c>tests/oracles/refusals</c>: under a heading for each part what is answered. <c>EQNN_UPDATE_GOLDEN=1</c> writes them; the change is then read like code.</summary>
internal static class KnownAnswers
{
    private const string Heading = "# ";

    /// <summary>The lines of a part; written first where that is asked for.</summary>
    public static IReadOnlyList<string> Of(string folder, string name, string part, IReadOnlyList<string> found)
    {
        var (file, head) = (FileOf(folder, name), Heading + part);
        if (IsUpdate)
        {
            var before = File.Exists(file) ? File.ReadAllLines(file) : [];
            File.WriteAllLines(file, [.. before.TakeWhile(line => line != head), head, .. found, .. before.SkipWhile(line => line != head).Skip(1).SkipWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal))]);
        }

        return [.. File.ReadAllLines(file).SkipWhile(line => line != head).Skip(1).TakeWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal))];
    }

    /// <summary>Whether the files are to be written.</summary>
    public static bool IsUpdate => Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1";

    /// <summary>The file of a name in a folder.</summary>
    public static string FileOf(string folder, string name, string kind = "txt") => Oracles.File(Path.Combine("refusals", folder), $"{string.Join('-', name.Split([' ', '@', ',', '*', ':', '#'], StringSplitOptions.RemoveEmptyEntries))}.{kind}");
}
