using System.Text.RegularExpressions;
using System.Xml.Linq;
using Eqnn.Testing;

namespace Eqnn.Architecture.Tests;

/// <summary>The documents are true: what they cite, link to and show is there.</summary>
public sealed partial class DocumentTests
{
    /// <summary>Documents that are being written.</summary>
    private static readonly string[] Awaited = ["docs/benchmarks.md"];

    /// <summary>Documents that print whole programs, with their <c>using</c> and <c>open</c> lines: compiled and run as printed by tests/packages/run.</summary>
    private static readonly string[] Programs = ["README.md", "docs/testing-laws.md"];

    private static readonly string[] NotCode = ["text", "mermaid", "bibtex"];

    /// <summary>Comments of the sources and prose of the documents, where citations stand.</summary>
    private static IEnumerable<(string Place, string Text)> Citing =>
        Sources.OfProduct.SelectMany(file => Comments(Sources.Short(file), file)).Concat(Sources.Documents.Select(file => (Sources.Short(file), Markdown.Prose(file))));

    private static IReadOnlyList<string> Keys { get; } = [.. BibKey().Matches(File.ReadAllText(InRepository("docs/references.bib"))).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Every_citation_is_an_entry_of_the_bibliography() =>
        Broken.None("a key in brackets stands in docs/references.bib", Citing
            .SelectMany(line => Citation().Matches(line.Text).Select(match => (line.Place, Key: match.Groups[1].Value)))
            .Where(citation => !Keys.Contains(citation.Key))
            .Select(citation => $"{citation.Place}: [{citation.Key}]"));

    [Fact]
    public void Every_entry_of_the_bibliography_is_cited_once_defined_and_sorted()
    {
        var cited = Citing.SelectMany(line => Citation().Matches(line.Text).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        Broken.None("an entry is cited", Keys.Where(key => !cited.Contains(key)));
        Assert.Equal(Keys.Distinct().Order(StringComparer.Ordinal), Keys);
    }

    [Fact]
    public void Every_entry_of_the_bibliography_has_author_title_and_year()
    {
        var entries = File.ReadAllText(InRepository("docs/references.bib")).Split("\n@")[1..];
        Assert.Equal(Keys.Count, entries.Length);
        Broken.None("an entry has author, title and year", entries
            .Where(entry => !new[] { "author", "title", "year" }.All(field => Regex.IsMatch(entry, $@"\n\s+{field}\s+= \{{.+\}}")))
            .Select(entry => entry.Split('\n')[0]));
    }

    [Fact]
    public void Every_reference_to_a_document_leads_somewhere() =>
        Broken.None("docs/*.md#anchor exists", Sources.OfProduct.Concat(Sources.OfTests)
            .SelectMany(file => DocumentReference().Matches(File.ReadAllText(file)).Select(match => (file, match)))
            .Where(pair => !Awaited.Contains("docs/" + pair.match.Groups[1].Value))
            .Where(pair => !Exists(InRepository("docs/" + pair.match.Groups[1].Value), pair.match.Groups[2].Value))
            .Select(pair => $"{Sources.Short(pair.file)}: {pair.match.Value}"));

    [Fact]
    public void Every_link_of_a_document_leads_somewhere() =>
        Broken.None("a relative link exists", Sources.Documents
            .SelectMany(file => Link().Matches(Markdown.Prose(file)).Select(match => (file, target: match.Groups[1].Value.Split('#')[0], anchor: match.Groups[1].Value.Split('#').ElementAtOrDefault(1) ?? "")))
            .Where(link => !link.target.Contains("://", StringComparison.Ordinal))
            .Where(link => !Exists(link.target.Length == 0 ? link.file : Path.Combine(Path.GetDirectoryName(link.file)!, link.target), link.anchor))
            .Select(link => $"{Sources.Short(link.file)}: {link.target}#{link.anchor}"));

    [Fact]
    public void Every_path_that_a_document_names_exists() =>
        Broken.None("a path in backticks exists", Sources.Documents
            .SelectMany(file => PathInCode().Matches(File.ReadAllText(file)).Select(match => (file, path: match.Groups[1].Value.TrimEnd('/'))))
            .Where(pair => !Awaited.Contains(pair.path) && !File.Exists(InRepository(pair.path)) && !Directory.Exists(InRepository(pair.path)))
            .Select(pair => $"{Sources.Short(pair.file)}: {pair.path}"));

    [Fact]
    public void The_anchors_that_doc_comments_rely_on_are_in_the_theory()
    {
        string[] promised = ["objects", "isotypic", "orbitals", "kernel-criterion", "one-layer", "interaction", "stabilisers", "invariants", "depth", "fans", "signs", "witness", "activations", "fourier"];
        Assert.Subset(Markdown.Anchors(InRepository("docs/theory.md")).ToHashSet(), promised.ToHashSet());
    }

    [Fact]
    public void Every_csharp_example_is_part_of_a_test() => ExamplesAreIn("csharp", "*.cs");

    [Fact]
    public void Every_fsharp_example_is_part_of_a_test() => ExamplesAreIn("fsharp", "*.fs");

    /// <summary>Console blocks are replayed by the tests of the tool, shell blocks by <see cref="Every_shell_command_names_what_exists"/>, sessions of F# Interactive by tests/packages/run.</summary>
    [Fact]
    public void Every_block_says_what_it_is() =>
        Broken.None("a fenced block has a language that a test knows", Sources.Documents.SelectMany(Markdown.Blocks)
            .Where(block => !NotCode.Contains(block.Language) && block.Language is not ("csharp" or "fsharp" or "fsi" or "console" or "sh" or "json" or "python" or "javascript"))
            .Select(block => $"{block.Place}: '{block.Language}'"));

    [Fact]
    public void Every_shell_command_names_what_exists() =>
        Broken.None("a file named in a shell block exists", Sources.Documents.SelectMany(Markdown.Blocks).Where(block => block.Language == "sh")
            .SelectMany(block => block.Lines.SelectMany(line => line.Split(' ')).Where(word => word.EndsWith(".sln", StringComparison.Ordinal) || word.StartsWith("src/", StringComparison.Ordinal) || word.StartsWith("tests/", StringComparison.Ordinal))
                .Where(word => !File.Exists(InRepository(word)) && !Directory.Exists(InRepository(word)))
                .Select(word => $"{block.Place}: {word}")));

    [Fact]
    public void Every_package_has_its_sentence_and_no_sentence_is_idle()
    {
        var used = Projects("*.csproj").Concat(Projects("*.fsproj")).SelectMany(project => project.Descendants("PackageReference")).Select(Name).Distinct().Order(StringComparer.Ordinal).ToList();
        var pinned = XDocument.Load(InRepository("Directory.Packages.props")).Descendants("PackageVersion").Select(Name).Order(StringComparer.Ordinal).ToList();
        var text = File.ReadAllText(InRepository("docs/dependencies.md"));
        Assert.Equal(used, PackageRow().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Empty(pinned.Except(used, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Place, string Text)> Comments(string name, string file) =>
        File.ReadLines(file).Select((text, number) => (Place: $"{name}:{number + 1}", Text: text)).Where(line => line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    [Fact]
    public void Whole_programs_are_taken_out_of_their_documents_by_the_test_of_the_packages()
    {
        var script = File.ReadAllText(InRepository("tests/packages/snippets.py"));
        Broken.None("tests/packages/snippets.py names the document", Programs.Where(document => !script.Contains($"\"{document}\", \"csharp\"", StringComparison.Ordinal) || !script.Contains($"\"{document}\", \"fsharp\"", StringComparison.Ordinal)));
    }

    private static void ExamplesAreIn(string language, string pattern)
    {
        var tests = Sources.Files(InRepository("tests"), pattern).Select(file => "\n" + Unindented(File.ReadAllLines(file))).ToList();
        var examples = Sources.Documents.SelectMany(Markdown.Blocks).Where(block => block.Language == language && !Programs.Any(document => block.Place.StartsWith(document + ":", StringComparison.Ordinal))).ToList();
        Broken.None($"a {language} example is, line by line, part of a test", examples
            .Where(example => !tests.Any(test => test.Contains("\n" + Unindented(example.Lines), StringComparison.Ordinal)))
            .Select(example => example.Place));
    }

    // Indentation relative to the test differs by one constant; comparing without it keeps every other byte.
    private static string Unindented(IEnumerable<string> lines) => string.Concat(lines.Select(line => line.TrimStart(' ') + "\n"));

    private static IEnumerable<XDocument> Projects(string pattern) =>
        Sources.Files(InRepository("src"), pattern).Concat(Sources.Files(InRepository("tests"), pattern)).Select(file => XDocument.Load(file));

    private static string Name(XElement package) => package.Attribute("Include")!.Value;

    private static bool Exists(string file, string anchor) =>
        anchor.Length == 0 ? File.Exists(file) || Directory.Exists(file) : File.Exists(file) && Markdown.Anchors(file).Contains(anchor);

    private static string InRepository(string path) => Path.Combine(Oracles.Repository(), path);

    [GeneratedRegex(@"\[([A-Z][A-Za-z]{2,}(?:\d{4})?)(?:[,;] [^\]]+)?\](?![(\[])")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^@\w+\{(\w+),", RegexOptions.Multiline)]
    private static partial Regex BibKey();

    [GeneratedRegex(@"docs/([\w-]+\.md)(?:#([\w-]+))?")]
    private static partial Regex DocumentReference();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|docs|\.ci)/[\w./-]*\w)/?`")]
    private static partial Regex PathInCode();

    [GeneratedRegex(@"^\| `([\w.-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex PackageRow();
}
