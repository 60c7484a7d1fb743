using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Eqnn.Mutation;

/// <summary>A group of mutants and its tests, from <c>tests/mutation/GROUP.json</c>.</summary>
/// <param name="Mutated">The mutated assembly.</param>
/// <param name="Report">The report of Stryker that lists the mutants.</param>
/// <param name="Folder">Where coverage and results are kept.</param>
/// <param name="Tests">The assemblies of the tests.</param>
/// <param name="Words">The words of which the name of a test holds one.</param>
/// <param name="Drawn">Which of the mutants of the report are tested.</param>
/// <param name="IsChild">Whether this process tests mutants, and does not only start the processes that do.</param>
/// <param name="Alone">The one mutant of this process, or null.</param>
internal sealed record RunOptions(string Mutated, string Report, string Folder, IReadOnlyList<string> Tests, IReadOnlyList<string> Words, MutantSample Drawn, bool IsChild, int? Alone)
{
    public const string Usage = """
        mutation GROUP.json REPORT.json FOLDER [--in WORD] [--sample N] [--seed S] [--again]
        tests the mutants of the report; what has a result in FOLDER is not tested again
          --in WORD     only mutants in files whose path holds WORD; !WORD: does not hold it
          --sample N    N of them, drawn at random
          --seed S      the seed of the draw, 1 if it is not given
          --again       there are new tests: those that live so far are tested again
        """;

    /// <summary>What the parent says to a process that tests mutants one after the other.</summary>
    public const string Child = "--child";

    /// <summary>What the parent says to a process for one mutant.</summary>
    public const string Single = "--alone";

    /// <summary>What a caller says when there are new tests.</summary>
    public const string Again = "--again";

    public string CoverageFile => Path.Combine(Folder, "coverage.json");

    public string ResultFile => Path.Combine(Folder, "results.tsv");

    public string CurrentFile => Path.Combine(Folder, "current");

    public static RunOptions Parse(IReadOnlyList<string> words)
    {
        if (words.Count < 3)
        {
            throw new FormatException("a group, a report and a folder are needed");
        }

        var (place, count, seed) = ("", (int?)null, 1);
        var (child, alone) = (false, (int?)null);
        for (var i = 3; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--in":
                    place = Value();
                    break;
                case "--sample":
                    count = Number();
                    break;
                case "--seed":
                    seed = Number();
                    break;
                case Again:
                    break;
                case Child:
                    child = true;
                    break;
                case Single:
                    (child, alone) = (true, Number());
                    break;
                default:
                    throw new FormatException($"unknown option {words[i]}");
            }

            string Value() => ++i < words.Count ? words[i] : throw new FormatException($"{words[i - 1]} needs a value");

            int Number() => int.Parse(Value(), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var group = JObject.Parse(File.ReadAllText(words[0]));
        return new(
            Path.GetFileNameWithoutExtension((string)group["stryker-config"]!["project"]!),
            words[1],
            words[2],
            [.. group["tests"]!.Select(name => (string)name!)],
            [.. group["words"]!.Select(word => (string)word!)],
            new(place, count, seed),
            child,
            alone);
    }
}
