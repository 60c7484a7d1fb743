using System.Text;

namespace Eqnn.Cli.Output;

/// <summary>Running text in LaTeX: formulas in math mode, words of the command line in typewriter, and places where long words may be broken.</summary>
internal sealed class LatexProse(Func<IFormattable, string> number)
{
    /// <summary>Longer words may be broken; shorter ones stand in one piece.</summary>
    private const int LongWord = 18;

    /// <summary>A formula that is wider, in points, may be broken after a comma.</summary>
    private const double WideFormula = 90;

    /// <summary>The widest matrix, in points, that is laid out; wider ones stand in a line that may be broken.</summary>
    private const double WidestMatrix = 300;

    /// <summary>The most columns of a pmatrix that amsmath takes unasked.</summary>
    private const int MostColumns = 10;

    /// <summary>The text.</summary>
    public string Of(Prose prose)
    {
        var values = new List<IFormattable>();
        var flat = new StringBuilder();
        foreach (var run in prose.Runs)
        {
            if (run.Number is null)
            {
                flat.Append(run.Text);
            }
            else if (run.Number is InlineMatrix matrix && !IsLaidOut(matrix))
            {
                // Its numbers stay numbers.
                flat.Append('[');
                for (var row = 0; row < matrix.Rows.Count; row++)
                {
                    flat.Append(row > 0 ? "; " : "");
                    for (var column = 0; column < matrix.Rows[row].Count; column++)
                    {
                        flat.Append(column > 0 ? ", " : "").Append(Placeholder(values, matrix.Rows[row][column]));
                    }
                }

                flat.Append(']');
            }
            else
            {
                flat.Append(Placeholder(values, run.Number));
            }
        }

        return Set(flat.ToString(), c => Number(values[c - LatexFormula.FirstNumber]));
    }

    private static char Placeholder(List<IFormattable> values, IFormattable value)
    {
        // Some thousand numbers in one text are far more than a page holds; the area has room for 6400.
        values.Add(value);
        return (char)(LatexFormula.FirstNumber + Math.Min(values.Count - 1, 6399));
    }

    /// <summary>Plain text.</summary>
    public static string Of(string text) => Set(text, _ => "");

    private bool IsLaidOut(InlineMatrix matrix) => matrix.Rows.Count > 0 && matrix.Rows[0].Count <= MostColumns && LatexWidth.Of(Number(matrix)) <= WidestMatrix;

    private string Number(IFormattable value)
    {
        if (value is not InlineMatrix matrix)
        {
            return number(value);
        }

        var rows = matrix.Rows.Select(row => string.Join(" & ", row.Select(entry => number(entry)))).ToList();
        var end = rows.Exists(row => row.Contains("\\frac", StringComparison.Ordinal)) ? @" \\[3pt] " : @" \\ ";
        return @"\begin{pmatrix} " + string.Join(end, rows) + @" \end{pmatrix}";
    }

    private static string Set(string text, Func<char, string> numbers)
    {
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

            if (text[at] >= LatexFormula.FirstNumber && text[at] < '\uF8FF')
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
