using System.Text.RegularExpressions;

namespace Eqnn.Architecture.Tests;

/// <summary>What no compiler checks in the sources.</summary>
public sealed partial class SourceTests
{
    [GeneratedRegex(@"LimitExceededException\([^;]*\{[A-Za-z.]*Order( \* [A-Za-z.]+)?\}")]
    private static partial Regex DigitsOfAnOrder();

    private static IEnumerable<string> All => Sources.OfProduct.Concat(Sources.OfTests).Concat(Sources.Documents);

    [Fact]
    public void No_path_of_a_machine_stands_in_a_file() =>
        Broken.None("paths are relative to the repository", Lines(All).Where(line => MachinePath().IsMatch(line.Text)).Select(line => line.Place));

    [Fact]
    public void Lines_end_in_a_line_feed_and_files_in_one() =>
        Broken.None("UTF-8, line feeds, a final line feed", All.Where(file => File.ReadAllText(file) is var text && (text.Contains('\r', StringComparison.Ordinal) || !text.EndsWith('\n')))
            .Select(Sources.Short));

    [Fact]
    public void No_work_is_left_for_later() =>
        Broken.None("no stubs and no notes to do something later", Lines(Sources.OfProduct).Where(line => Later().IsMatch(line.Text)).Select(line => line.Place));

    [Fact]
    public void A_file_is_one_concept() =>
        Broken.None("a file of the product has at most 400 lines", Sources.OfProduct.Where(file => File.ReadLines(file).Count() > 400).Select(Sources.Short));

    /// <summary>What stands beside the C# files of a folder, as the scripts of a page, counts.</summary>
    [Fact]
    public void A_folder_of_two_files_goes_into_its_neighbour() =>
        Broken.None("a folder inside a room holds three files at least", Sources.OfProduct.Select(file => Path.GetDirectoryName(file)!).Distinct()
            .Where(folder => Sources.Short(folder).Count(c => c == '/') > 1 && Directory.EnumerateFileSystemEntries(folder).Count() < 3).Select(Sources.Short));

    /// <summary>Objects that one thread makes and drops, or fields behind a lock: there <c>??=</c> hands out no second object.</summary>
    private static readonly IReadOnlyDictionary<string, string> OneThread = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["src/Eqnn.Algebra/Groups/FiniteGroup.cs _chain"] = "behind a lock",
        ["src/Eqnn.Algebra/Chains/StabilizerNode.cs _random"] = "a builder",
        ["src/Eqnn.PiecewiseLinear/Arrangements/ChamberEngine.cs _describer"] = "behind a lock",
        ["src/Eqnn.Checking/Documents/FanClaim.cs _active"] = "the check of one document",
    };

    [Fact]
    public void What_is_computed_once_is_published_once()
    {
        var assigned = Lines(Sources.OfProduct).Select(line => (File: line.Place.Split(':')[0], Match: AssignedOnce().Match(line.Text))).Where(line => line.Match.Success).Select(line => $"{line.File} {line.Match.Groups[1].Value}").ToHashSet(StringComparer.Ordinal);
        Broken.None("Lazy<T>, or _field ?? LazyInitializer.EnsureInitialized(ref _field, Make): docs/conventions.md#published-once", assigned.Where(place => !OneThread.ContainsKey(place)));
        Broken.None("an entry of OneThread that nothing needs goes", OneThread.Keys.Where(place => !assigned.Contains(place)));
    }

    [Fact]
    public void A_suppression_has_a_reason() =>
        Broken.None("a pragma or SuppressMessage says why", Lines(Sources.OfProduct)
            .Where(line => (line.Text.Contains("#pragma warning disable", StringComparison.Ordinal) && !line.Text.Contains("//", StringComparison.Ordinal))
                || (line.Text.Contains("SuppressMessage(", StringComparison.Ordinal) && !line.Text.Contains("Justification", StringComparison.Ordinal)))
            .Select(line => line.Place));

    /// <summary>The order of S100000 has 456,574 digits, whose writing takes half a minute: a refusal within a second does not write them.</summary>
    [Fact]
    public void Limits_give_orders_of_groups_by_their_size() =>
        Broken.None("an order in a limit is written by LimitExceededException.Shown", Sources.OfProduct
            .Where(file => DigitsOfAnOrder().IsMatch(File.ReadAllText(file))).Select(Sources.Short));

    /// <remarks>The limits that documents of the catalog state are text of the documents, which those that stand on disk carry; a page for readers names the command that shows more; job files call the tool; GAP, a program of others, has options of its own.</remarks>
    [Fact]
    public void Only_the_tool_speaks_of_options() =>
        Broken.None("messages of the libraries name limits and values; the options are added by the tool, in Hosting/LimitMessage.cs", Lines(Sources.OfProduct.Where(file => !Sources.Short(file).StartsWith("src/Eqnn.Cli/", StringComparison.Ordinal) && Path.GetFileName(file) is not ("CatalogLimits.cs" or "DocumentLimits.cs" or "Exploration.cs" or "GapProcess.cs" or "JobFiles.cs")))
            .Where(line => !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && OptionInText().IsMatch(line.Text)).Select(line => line.Place));

    private static IEnumerable<(string Place, string Text)> Lines(IEnumerable<string> files) =>
        files.SelectMany(file => Numbered(Sources.Short(file), file));

    private static IEnumerable<(string Place, string Text)> Numbered(string name, string file) => File.ReadLines(file).Select((text, number) => ($"{name}:{number + 1}", text));

    // The expressions are written so that they do not find themselves.
    [GeneratedRegex(@"[""'`(\s=](/(home|root|work|tmp|Users|usr|opt|var)/|[A-Za-z]:\\(?!u))")]
    private static partial Regex MachinePath();

    [GeneratedRegex("\"[^\"]*(?<![-!<])--[a-z][a-z-]+[^\"]*\"")]
    private static partial Regex OptionInText();

    [GeneratedRegex(@"(?<![\w.])(_\w+) \?\?=(?:\s|$)")]
    private static partial Regex AssignedOnce();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|NotImplemented" + @"Exception)\b")]
    private static partial Regex Later();
}
