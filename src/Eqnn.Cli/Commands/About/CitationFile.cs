namespace Eqnn.Cli.Commands.About;

/// <summary>The facts of <c>CITATION.cff</c>, the one place where they are kept: the tool carries the file itself.</summary>
/// <remarks>Read is the part of YAML that the file uses: mappings and lists in blocks, values on one line, plain or between double quotes. Anything else is refused, so that no fact is misread.</remarks>
internal sealed class CitationFile
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    private static readonly Lazy<CitationFile> Tool = new(() =>
    {
        using var stream = typeof(CitationFile).Assembly.GetManifestResourceStream("CITATION.cff") ?? throw new InvalidOperationException("the tool was built without CITATION.cff");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd());
    });

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is not of the part of YAML that is read.</exception>
    public CitationFile(string text)
    {
        Text = text.ReplaceLineEndings("\n");
        var open = new Stack<Block>([new Block(0, "")]);
        string? awaited = null;
        foreach (var line in Text.Split('\n').Where(line => line.Trim().Length > 0 && line.TrimStart()[0] != '#'))
        {
            var rest = line.TrimStart(' ');
            var indent = line.Length - rest.Length;
            while (open.Peek().Indent > indent)
            {
                open.Pop();
            }

            if (awaited is not null && indent > open.Peek().Indent)
            {
                open.Push(new Block(indent, awaited));
            }

            awaited = null;
            Require(open.Peek().Indent == indent, line);
            while (rest.StartsWith("- ", StringComparison.Ordinal))
            {
                (indent, rest) = (indent + 2, rest[2..]);
                open.Push(new Block(indent, FormattableString.Invariant($"{open.Peek().Path}[{open.Peek().Items++}]")));
            }

            var colon = rest[0] == '"' ? -1 : rest.IndexOf(':', StringComparison.Ordinal);
            var key = colon < 0 ? "" : rest[..colon];
            var path = open.Peek().Path + (colon < 0 || open.Peek().Path.Length == 0 ? "" : ".") + key;
            var value = rest[(colon + 1)..].Trim();
            Require(colon < 0 ? path.EndsWith(']') : key.All(c => char.IsAsciiLetter(c) || c == '-') && (value.Length == 0 || rest[colon + 1] == ' '), line);
            if (value.Length == 0)
            {
                awaited = path;
            }
            else
            {
                Require(_facts.TryAdd(path, Scalar(value, line)), line);
            }
        }
    }

    /// <summary>The file of this tool.</summary>
    public static CitationFile OfTheTool => Tool.Value;

    /// <summary>The whole file, with line feeds.</summary>
    public string Text { get; }

    /// <summary>The value at <paramref name="path"/>, as <c>references[0].title</c>.</summary>
    public string this[string path] => _facts.TryGetValue(path, out var value) ? value : throw new FormatException($"CITATION.cff has no {path}");

    /// <summary>The names of the authors below <paramref name="path"/>, as BibTeX joins them: a whole name in braces, or the family name before the given one.</summary>
    public string AuthorsOf(string path) => string.Join(" and ", Enumerable.Range(0, int.MaxValue).Select(i => FormattableString.Invariant($"{path}[{i}]"))
        .TakeWhile(author => _facts.Keys.Any(key => key.StartsWith(author + ".", StringComparison.Ordinal)))
        .Select(author => _facts.TryGetValue(author + ".name", out var name) ? $"{{{name}}}" : $"{this[author + ".family-names"]}, {this[author + ".given-names"]}"));

    private static string Scalar(string value, string line)
    {
        var quoted = value.Length > 1 && value[0] == '"' && value[^1] == '"';
        var scalar = quoted ? value[1..^1] : value;
        Require(quoted ? scalar.AsSpan().IndexOfAny('"', '\\') < 0 : !"\"'[{&*!|>%@`".Contains(scalar[0], StringComparison.Ordinal) && !scalar.Contains(": ", StringComparison.Ordinal) && !scalar.Contains(" #", StringComparison.Ordinal), line);
        return scalar;
    }

    private static void Require(bool holds, string line)
    {
        if (!holds)
        {
            throw new FormatException($"CITATION.cff: this line is not read: {line}");
        }
    }

    private sealed class Block(int indent, string path)
    {
        public int Indent { get; } = indent;

        public string Path { get; } = path;

        public int Items { get; set; }
    }
}
