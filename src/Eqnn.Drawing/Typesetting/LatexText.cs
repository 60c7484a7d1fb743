using System.Text;

namespace Eqnn.Drawing.Typesetting;

/// <summary>Running text in LaTeX, ASCII: formulas in math mode, words of the command line in typewriter, and places where long words may be broken.</summary>
public static class LatexText
{
    /// <summary>The letter that stands for formula 0; the following ones for the next.</summary>
    public const char FirstNumber = '\uE000';

    /// <summary>Longer words may be broken; shorter ones stand in one piece.</summary>
    private const int LongWord = 18;

    /// <summary>A formula that is wider, in points, may be broken after a comma.</summary>
    private const double WideFormula = 90;

    /// <summary>Plain text.</summary>
    public static string Of(string text) => Of(text, _ => "");

    /// <summary>Text letter by letter, without looking for formulas.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(LatexLetters.Text));
    }

    /// <summary>Text in which letters of the private use area stand for formulas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="numbers">The formula of a letter, in math mode and without dollars.</param>
    public static string Of(string text, Func<char, string> numbers)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(numbers);
        var latex = new StringBuilder();
        var formula = new LatexFormula(text, numbers);
        var (at, word) = (0, 0);
        while (at < text.Length)
        {
            var isStart = at == 0 || text[at - 1] is ' ' or '(' or '[' or '{' or ',' or ';' or ':';
            if (isStart && formula.TryAt(at, out var end) is { } found)
            {
                latex.Append('$').Append(Breakable(found)).Append('$');
                (at, word) = (end, word + 1);
                continue;
            }

            if (isStart && Typed(text, at) is > 0 and var length)
            {
                // Signs and options: typewriter has no ligatures.
                latex.Append("\\texttt{");
                for (var i = 0; i < length; i++)
                {
                    latex.Append(LatexLetters.Text(text[at + i])).Append(i % 12 == 11 ? "\\allowbreak{}" : "");
                }

                latex.Append('}');
                (at, word) = (at + length, 0);
                continue;
            }

            if (text[at] >= FirstNumber && text[at] < '\uF8FF')
            {
                latex.Append('$').Append(Breakable(numbers(text[at]))).Append('$');
                at++;
                continue;
            }

            var c = text[at];
            latex.Append(c == '-' && at + 1 < text.Length && text[at + 1] == '-' ? "-{}" : LatexLetters.Text(c));
            word = c == ' ' ? 0 : word + 1;
            at++;
            if (word > 0 && at < text.Length && text[at] != ' ' && WordLength(text, at) > LongWord && (c is ',' or ';' or ')' or '/' or ':' or '=' or ']' or '.' or '_' || word % LongWord == 0))
            {
                latex.Append("\\allowbreak{}");
            }
        }

        return latex.ToString();
    }

    /// <summary>The length of the word of the command line, or of signs, that begins at a place; 0 where none does.</summary>
    private static int Typed(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is '+' or '-')
        {
            end++;
        }

        if (end > at && (end == text.Length || text[end] is ' ' or ',' or ';' or ')'))
        {
            return end - at;
        }

        if (end - at is 1 or 2 && text[at] == '-' && end < text.Length && char.IsAsciiLetterLower(text[end]))
        {
            while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || text[end] == '-'))
            {
                end++;
            }

            return end - at;
        }

        return 0;
    }

    private static int WordLength(string text, int at)
    {
        var (from, to) = (text.LastIndexOf(' ', at) + 1, text.IndexOf(' ', at));
        return (to < 0 ? text.Length : to) - from;
    }

    private static string Breakable(string formula) => LatexWidth.Of(formula) <= WideFormula || formula.Contains("pmatrix", StringComparison.Ordinal) ? formula : formula.Replace(", ", @", \allowbreak ", StringComparison.Ordinal);
}
