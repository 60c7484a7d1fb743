using System.Text;
using System.Text.RegularExpressions;

namespace Eqnn.Architecture.Tests;

/// <summary>A fenced block of a document.</summary>
/// <param name="Language">The word after the fence, or an empty string.</param>
/// <param name="Lines">The lines between the fences.</param>
/// <param name="Place">File and line of the fence.</param>
internal sealed record CodeBlock(string Language, IReadOnlyList<string> Lines, string Place);

/// <summary>The little of Markdown that the rules need.</summary>
internal static partial class Markdown
{
    public static IReadOnlyList<CodeBlock> Blocks(string file)
    {
        var blocks = new List<CodeBlock>();
        string? language = null;
        var start = 0;
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            if (language is null)
            {
                (language, start) = (lines[i][3..].Trim(), i);
            }
            else
            {
                blocks.Add(new CodeBlock(language, lines[(start + 1)..i], $"{Sources.Short(file)}:{start + 1}"));
                language = null;
            }
        }

        Assert.True(language is null, $"{Sources.Short(file)}:{start + 1}: a fence is not closed");
        return blocks;
    }

    /// <summary>The text without fenced blocks and inline code: what a reader sees as prose.</summary>
    public static string Prose(string file)
    {
        var prose = new StringBuilder();
        var inside = false;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (!inside)
            {
                prose.Append(InlineCode().Replace(line, "")).Append('\n');
            }
        }

        return prose.ToString();
    }

    /// <summary>What a link to this file may name after <c>#</c>: explicit anchors, and headings as they are rendered.</summary>
    public static IReadOnlySet<string> Anchors(string file) =>
        ExplicitAnchor().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
            .Concat(File.ReadLines(file).Where(line => line.StartsWith('#')).Select(line => NotInSlug().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-')))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex("<a id=\"([^\"]+)\">")]
    private static partial Regex ExplicitAnchor();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInSlug();
}
