using Eqnn.Cli.Hosting;
using Eqnn.Drawing.Typesetting;

namespace Eqnn.Cli.Commands.About;

/// <summary>The software and the paper as entries of a bibliography, made of the facts of <see cref="CitationFile"/>, the version, its year and its commit.</summary>
internal static class Citations
{
    private const string Paper = "references[0]";
    private const string ArXiv = "arXiv:";

    /// <summary>Two entries for BibTeX; that of the software names <paramref name="command"/> where one is given, and the commit where the tool was built from a clone.</summary>
    public static string BibTeX(string? command)
    {
        var facts = CitationFile.OfTheTool;
        List<(string Name, string Value)> software =
        [
            ("author", facts.AuthorsOf("authors")),
            ("title", $"{{{facts["title"]}}}, version {ToolVersion.Text}"),
            ("year", ToolVersion.Year),
            ("howpublished", $"Computer software, licence {facts["license"]}"),
        ];
        string[] notes = [.. ToolVersion.Commit is { } commit ? [$"Commit {commit}"] : (string[])[], .. command is null ? (string[])[] : [$"Computed by \\texttt{{{LatexText.Escape(command)}}}"]];
        if (notes.Length > 0)
        {
            software.Add(("note", string.Join(". ", notes)));
        }

        List<(string Name, string Value)> paper =
        [
            ("author", facts.AuthorsOf(Paper + ".authors")),
            ("title", facts[Paper + ".title"]),
            ("year", facts[Paper + ".year"]),
        ];
        if (facts[Paper + ".identifiers[0].value"] is var identifier && identifier.StartsWith(ArXiv, StringComparison.Ordinal))
        {
            paper.AddRange([("eprint", identifier[ArXiv.Length..]), ("archiveprefix", "arXiv")]);
        }

        paper.Add(("url", facts[Paper + ".url"]));
        return Entry($"{facts["title"]}-{ToolVersion.Text}", software) + "\n" + Entry(KeyOf(facts[Paper + ".year"], facts.AuthorsOf(Paper + ".authors")), paper);
    }

    /// <summary>The file <c>CITATION.cff</c>, which names the paper among its references, with the commit; <paramref name="command"/> stands above it as a remark, for which the format has no field.</summary>
    public static string Cff(string? command)
    {
        var version = $"\nversion: {ToolVersion.Text}\n";
        var text = CitationFile.OfTheTool.Text.TrimEnd('\n') + "\n";
        return (command is null ? "" : $"# Computed by: {command}\n") + (ToolVersion.Commit is { } commit ? text.Replace(version, $"{version}commit: {commit}\n", StringComparison.Ordinal) : text);
    }

    private static string KeyOf(string year, string authors) => string.Concat(authors.Split(" and ").Select(author => author.Split(',')[0])) + year;

    private static string Entry(string key, List<(string Name, string Value)> fields)
    {
        var width = fields.Max(field => field.Name.Length);
        return $"@misc{{{key},\n" + string.Join(",\n", fields.Select(field => $"  {field.Name.PadRight(width)} = {{{field.Value}}}")) + "\n}\n";
    }
}
