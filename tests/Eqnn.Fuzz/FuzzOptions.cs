using System.Globalization;

namespace Eqnn.Fuzz;

/// <summary>What is asked of the driver.</summary>
/// <param name="Seed">The seed; with the number of a case it determines the case.</param>
/// <param name="From">The first case.</param>
/// <param name="To">One more than the last.</param>
/// <param name="Kind">One kind of input, or null.</param>
/// <param name="Report">The file of the tally, which a stopped run goes on from.</param>
/// <param name="Child">The state file of a child process, or null in the parent.</param>
internal sealed record FuzzOptions(int Seed, long From, long To, InputKind? Kind, string Report, string? Child)
{
    /// <summary>How it is called.</summary>
    public const string Usage = "fuzz [--cases N] [--from I] [--seed S] [--kind K] [--report FILE]   runs cases I to N-1; FILE is gone on from if it is there";

    /// <summary>Reads the words of the command line.</summary>
    /// <exception cref="FormatException">A word has no meaning.</exception>
    public static FuzzOptions Parse(IReadOnlyList<string> words)
    {
        var options = new FuzzOptions(1, 0, 10_000, null, "fuzz.json", null);
        for (var i = 0; i < words.Count; i += 2)
        {
            var value = i + 1 < words.Count ? words[i + 1] : throw new FormatException($"{words[i]} has no value");
            options = words[i] switch
            {
                "--cases" => options with { To = long.Parse(value, CultureInfo.InvariantCulture) },
                "--from" => options with { From = long.Parse(value, CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--kind" => options with { Kind = Enum.Parse<InputKind>(value, ignoreCase: true) },
                "--report" => options with { Report = Path.GetFullPath(value) },
                "--child" => options with { Child = value },
                _ => throw new FormatException($"'{words[i]}' is no option"),
            };
        }

        return options;
    }
}
