namespace Eqnn.Numbers;

/// <summary>Lists such as <c>L1,[3,1],L(1,2)</c>, whose members may hold separators of their own inside brackets.</summary>
public static class BracketedList
{
    /// <summary>The members from left to right, each with its position in the text; spaces around them are kept, and a text without separators is one member.</summary>
    /// <param name="text">The list.</param>
    /// <param name="separators">The characters that separate members where they stand outside ( ), [ ] and { }; a bracket that closes more than was opened closes nothing.</param>
    public static IReadOnlyList<(string Member, int Position)> Split(string text, string separators = ",")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(separators);
        var (members, depth, start) = (new List<(string, int)>(), 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (depth == 0 && separators.Contains(text[i], StringComparison.Ordinal)))
            {
                members.Add((text[start..i], start));
                start = i + 1;
            }
            else
            {
                depth = text[i] switch { '(' or '[' or '{' => depth + 1, ')' or ']' or '}' => Math.Max(0, depth - 1), _ => depth };
            }
        }

        return members;
    }
}
