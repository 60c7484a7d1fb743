using System.Globalization;

namespace Eqnn.Numbers;

/// <summary>Texts of others as messages quote them: one line, in which nothing is invisible or turns the direction of reading.</summary>
public static class VisibleText
{
    /// <summary>True for what people see: no control or format character (marks of direction, joiners), no separator of lines, no half of a surrogate pair.</summary>
    public static bool IsVisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    /// <summary>True if every character is.</summary>
    public static bool IsVisible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.All(IsVisible);
    }

    /// <summary>The text with a space for each character that is not visible.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsVisible(text) ? text : new([.. text.Select(c => IsVisible(c) ? c : ' ')]);
    }
}
