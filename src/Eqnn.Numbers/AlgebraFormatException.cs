namespace Eqnn.Numbers;

/// <summary>A text could not be read: what was read, where reading failed, and the nearest valid form.</summary>
public sealed class AlgebraFormatException : FormatException
{
    /// <summary>Describes a text that could not be read.</summary>
    /// <param name="what">What was to be read: <c>group</c>, <c>cyclotomic</c>, <c>G-set</c>.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="position">Where reading failed, from 0 in <paramref name="text"/>.</param>
    /// <param name="problem">What is wrong there, in one clause.</param>
    /// <param name="nearest">The nearest valid form, or an empty string where none is near.</param>
    public AlgebraFormatException(string what, string text, int position, string problem, string nearest = "")
        : this(Describe(what, text, position, problem, nearest), what, text, position, problem, nearest)
    {
    }

    private AlgebraFormatException(string message, string what, string text, int position, string problem, string nearest)
        : base(message)
    {
        What = what;
        Text = text;
        Position = position;
        Problem = problem;
        Nearest = nearest;
    }

    /// <summary>Describes a file whose text could not be read: the message names its path, with line and character from 1, in place of its text.</summary>
    /// <param name="what">What was to be read: <c>arrangement</c>.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">Its whole text.</param>
    /// <param name="position">Where reading failed, from 0 in <paramref name="text"/>; 0 where the problem is with the whole.</param>
    /// <param name="problem">What is wrong there, in one clause.</param>
    /// <param name="nearest">The nearest valid form, or an empty string where none is near.</param>
    public static AlgebraFormatException InFile(string what, string path, string text, int position, string problem, string nearest = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var before = text.AsSpan(0, Math.Min(position, text.Length));
        var place = position == 0 ? "" : FormattableString.Invariant($", line {before.Count('\n') + 1}, character {before.Length - before.LastIndexOf('\n')}");
        var hint = nearest.Length == 0 ? "" : $"; did you mean {nearest}?";
        return new(FormattableString.Invariant($"{what} {path}{place}: {problem}{hint}"), what, text, position, problem, nearest);
    }

    /// <summary>What was to be read.</summary>
    public string What { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Where reading failed, from 0.</summary>
    public int Position { get; }

    /// <summary>What is wrong there, in one clause.</summary>
    public string Problem { get; }

    /// <summary>The nearest valid form, or an empty string.</summary>
    public string Nearest { get; }

    private static string Describe(string what, string text, int position, string problem, string nearest)
    {
        // One line whatever was typed: what is invisible in the input is not echoed.
        var shown = VisibleText.Of(text);
        if (shown.Length > 80)
        {
            shown = string.Concat(shown.AsSpan(0, 77), "...");
        }

        var hint = nearest.Length == 0 ? "" : $"; did you mean {nearest}?";
        return FormattableString.Invariant($"{what} '{shown}', character {position + 1}: {problem}{hint}");
    }
}
