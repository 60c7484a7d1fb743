using System.Text.RegularExpressions;
using Eqnn.Cli.Commands.About;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

/// <summary>The commands about the tool itself.</summary>
public sealed class AboutCommandTests
{
    public static TheoryData<string> Names => [.. CommandList.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_as_a_command_is_the_page_of_the_option(string name) =>
        Assert.Equal(Tool.RunLine($"eqnn {name} --help"), Tool.RunLine($"eqnn help {name}"));

    [Theory]
    [InlineData("", "--help")]
    [InlineData("network", "network")]
    [InlineData("catalog", "catalog")]
    public void Help_of_the_tool_and_of_families(string words, string page) =>
        Assert.Equal(Tool.RunLine($"eqnn {page}"), Tool.RunLine($"eqnn help {words}".TrimEnd()));

    [Theory]
    [InlineData("mapz", "unknown command 'mapz'; did you mean maps?")]
    [InlineData("zzzzzz", "unknown command 'zzzzzz'; eqnn --help lists the commands")]
    [InlineData("network evil", "unknown command 'network evil'; did you mean network eval?")]
    [InlineData("network eval x", "help: 'x' is one word too many; did you mean eqnn help network eval?")]
    [InlineData("maps C8", "help: 'C8' is one word too many; did you mean eqnn help maps?")]
    public void Help_of_what_is_not_there_names_the_near_one(string words, string line) =>
        Assert.Equal(new Outcome(2, "", $"eqnn: {line}\n"), Tool.RunLine($"eqnn help {words}"));

    /// <summary>Every group is answered as the command alone answers it.</summary>
    [Fact]
    public void Each_asks_one_command_for_several_groups()
    {
        var together = JArray.Parse(Tool.RunLine("eqnn each 'S3, SL(2,3);[8,4]' --format json -- interact --activation abs").Output);
        var alone = new[] { "S3", "SL(2,3)", "[8,4]" }.Select(name => JObject.Parse(Tool.RunLine($"eqnn interact '{name}' --activation abs --format json").Output)).ToList();
        alone.ForEach(document => document.Remove("producer"));
        Assert.True(JToken.DeepEquals(new JArray(alone), together));
        Assert.StartsWith("read: V4 is the four-group\n\nC2^2, order 4", Tool.RunLine("eqnn each V4 maps").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("each S3,,A4 maps", "each: a group is missing in 'S3,,A4'; separate names by commas, as S3,A4")]
    [InlineData("each S3 verify", "each: 'verify' is no command that begins with a group")]
    [InlineData("each S3 mapz", "each: 'mapz' is no command that begins with a group")]
    [InlineData("each S3,C0 maps", "group 'C0', character 2: C0 is not a group: the number must be at least 1; did you mean C1?")]
    [InlineData("each S3 maps --format gap", "--format: maps has no format 'gap'")]
    public void Each_refuses_what_the_command_refuses(string words, string line) =>
        Assert.Equal(new Outcome(2, "", $"eqnn: {line}\n"), Tool.RunLine("eqnn " + words));

    [Fact]
    public void Version_as_a_command_is_what_the_option_prints()
    {
        var option = Tool.RunLine("eqnn --version");
        Assert.Matches(@"^eqnn [0-9]+\.[0-9]+\.[0-9]+( \([0-9a-f]{7}\))?\n$", option.Output);
        Assert.Equal(option, Tool.RunLine("eqnn version"));
        var document = JObject.Parse(Tool.RunLine("eqnn version --format json").Output);
        Assert.Equal(option.Output.TrimEnd(), document["commit"] is { } commit ? $"{document["tool"]} {document["version"]} ({commit})" : $"{document["tool"]} {document["version"]}");
        Assert.Equal(["tool", "version", "producer"], document.Properties().Select(property => property.Name).Except(["commit"]));
    }

    /// <summary>The facts are those of the file; nothing else is said about either.</summary>
    [Fact]
    public void Citations_are_made_of_the_citation_file()
    {
        var file = File.ReadAllText(Path.Combine(Oracles.Repository(), "CITATION.cff"));
        var commit = (string?)JObject.Parse(Tool.RunLine("eqnn version --format json").Output)["commit"];
        Assert.Equal(commit is null ? file : file.Replace("\nlicense:", $"\ncommit: {commit}\nlicense:", StringComparison.Ordinal), Tool.RunLine("eqnn cite --style cff").Output);
        Assert.Contains($"\nversion: {Tool.RunLine("eqnn version").Output.TrimEnd().Split(' ')[1]}", file, StringComparison.Ordinal);
        var values = Tool.RunLine("eqnn cite").Output.Split('\n').Where(line => line.Contains(" = {", StringComparison.Ordinal)).Select(line => line[(line.IndexOf('{', StringComparison.Ordinal) + 1)..line.LastIndexOf('}')]).Where(value => value != $"Commit {commit}").ToList();
        var licence = File.ReadAllText(Path.Combine(Oracles.Repository(), "LICENSE"));
        Assert.Contains($"(c) {values[2]} The", licence, StringComparison.Ordinal);
        values.RemoveAt(2);
        Assert.Equal(9, values.Count);
        Assert.All(values.Except(["arXiv"]).SelectMany(value => value.Split(" and ")).SelectMany(value => value.Replace("version ", "", StringComparison.Ordinal).Replace("Computer software, licence ", "", StringComparison.Ordinal).Split(", ")),
            fact => Assert.Contains(fact.Trim('{', '}'), file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cite maps C8 L1 L2", @"eqnn maps C8 L1 L2")]
    [InlineData("cite eqnn maps C8 L1 L2", @"eqnn maps C8 L1 L2")]
    [InlineData("cite -- interact S4 --on points", @"eqnn interact S4 --on points")]
    [InlineData("cite group C2^3", @"eqnn group C2\textasciicircum{}3")]
    [InlineData("cite group 'perm:(1,2);(1,2,3)'", @"eqnn group 'perm:(1,2);(1,2,3)'")]
    [InlineData("cite -- network eval a_b.onnx x#.npy --group C8", @"eqnn network eval a\_b.onnx 'x\#.npy' --group C8")]
    public void Citations_name_the_command(string words, string note)
    {
        Assert.Matches($"  note         = {{(Commit [0-9a-f]{{7}}\\. )?{Regex.Escape($"Computed by \\texttt{{{note}}}")}}}\n}}\n", Tool.RunLine($"eqnn {words}").Output);
        var split = words.Split(' ', 2);
        var document = JObject.Parse(Tool.RunLine($"eqnn {split[0]} --format json {split[1]}").Output);
        Assert.Equal(["tool", "version", "command", "bibtex", "cff", "producer"], document.Properties().Select(property => property.Name));
        Assert.Equal(Tool.RunLine($"eqnn {words}").Output, (string?)document["bibtex"]);
        Assert.StartsWith($"# Computed by: {document["command"]}\n", (string?)document["cff"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cite mapz C8", "unknown command 'mapz'; did you mean maps?")]
    [InlineData("cite network", "cite: 'network' is no command that answers; eqnn --help lists the commands")]
    [InlineData("cite --style apa", "--style: 'apa' is not a style; use bibtex or cff")]
    [InlineData("cite 'maps\nC8'", "cite: a word of the command has a line break or another control character; an entry is made of lines")]
    public void What_has_no_answer_is_not_cited(string words, string line) =>
        Assert.Equal(new Outcome(2, "", $"eqnn: {line}\n"), Tool.RunLine($"eqnn {words}"));

    [Theory]
    [InlineData("title: [a, b]")]
    [InlineData("title: 'a'")]
    [InlineData("title: |")]
    [InlineData("title: \"a \\\" b\"")]
    [InlineData("title: a # remark")]
    [InlineData("title: a\ntitle: b")]
    [InlineData("title: a\n  more: b")]
    [InlineData("a line")]
    public void Other_yaml_in_a_citation_file_is_refused(string text) =>
        Assert.Throws<FormatException>(() => new CitationFile(text));

    [Fact]
    public void Citation_files_are_read_by_path()
    {
        var file = new CitationFile("# remark\ntitle: \"A: b\"\nauthors:\n  - name: \"X Y\"\n  - family-names: Z\n    given-names: W\nkeywords:\n  - one\n  - \"two\"\nreferences:\n  - title: t\n    authors:\n      - name: Q\n    year: 2024\nend: e\n");
        Assert.Equal(["A: b", "two", "t", "2024", "e"], new[] { "title", "keywords[1]", "references[0].title", "references[0].year", "end" }.Select(path => file[path]));
        Assert.Equal("{X Y} and Z, W", file.AuthorsOf("authors"));
        Assert.Equal("{Q}", file.AuthorsOf("references[0].authors"));
        Assert.Throws<FormatException>(() => file["year"]);
    }
}
