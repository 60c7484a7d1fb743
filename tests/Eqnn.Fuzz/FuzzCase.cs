namespace Eqnn.Fuzz;

/// <summary>One run of the tool: its words, and the file that was changed for it.</summary>
/// <param name="Index">The number of the case; with the seed it determines everything else.</param>
/// <param name="Kind">What was changed.</param>
/// <param name="Words">The words after <c>eqnn</c>.</param>
/// <param name="File">The name of the changed file, or null.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FuzzCase(long Index, InputKind Kind, IReadOnlyList<string> Words, string? File = null, byte[]? Content = null)
{
    /// <summary>For a report: the line as a shell would take it, cut where it is long.</summary>
    public string Describe()
    {
        var line = "eqnn " + string.Join(' ', Words.Select(word => word.Length == 0 || word.Any(c => c is ' ' or '(' or ')' or ';' or '"' or '*' or '<' or '>' or '&' or '|' || char.IsControl(c)) ? $"'{word}'" : word));
        line = string.Concat(line.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString()));
        return line.Length <= 300 ? line : line[..300] + "...";
    }
}
