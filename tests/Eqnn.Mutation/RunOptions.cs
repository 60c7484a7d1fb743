using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Eqnn.Mutation;

/// <summary>A group of mutants and its tests, from <c>tests/mutation/GROUP.json</c>.</summary>
/// <param name="Mutated">The mutated assembly.</param>
/// <param name="Report">The report of Stryker that lists the mutants.</param>
/// <param name="Folder">Where coverage and results are kept.</param>
/// <param name="Tests">The assemblies of the tests.</param>
/// <param name="Words">The words of which the name of a test holds one.</param>
/// <param name="Alone">The one mutant of this process, or null.</param>
internal sealed record RunOptions(string Mutated, string Report, string Folder, IReadOnlyList<string> Tests, IReadOnlyList<string> Words, int? Alone)
{
    public const string Usage = "mutation GROUP.json REPORT.json FOLDER [--child | --alone ID]   tests the mutants of the report; what has a result in FOLDER is not tested again";

    public string CoverageFile => Path.Combine(Folder, "coverage.json");

    public string ResultFile => Path.Combine(Folder, "results.tsv");

    public string CurrentFile => Path.Combine(Folder, "current");

    public static RunOptions Parse(IReadOnlyList<string> words)
    {
        if (words.Count < 3)
        {
            throw new FormatException("a group, a report and a folder are needed");
        }

        var group = JObject.Parse(File.ReadAllText(words[0]));
        int? alone = words.Count == 5 && words[3] == "--alone" ? int.Parse(words[4], CultureInfo.InvariantCulture) : null;
        return new(
            Path.GetFileNameWithoutExtension((string)group["stryker-config"]!["project"]!),
            words[1],
            words[2],
            [.. group["tests"]!.Select(name => (string)name!)],
            [.. group["words"]!.Select(word => (string)word!)],
            alone);
    }
}
