using System.Text;
using Eqnn.Drawing.Typesetting;

namespace Eqnn.Cli.Output;

/// <summary>Running text in LaTeX: formulas in math mode, words of the command line in typewriter, and places where long words may be broken.</summary>
internal sealed class LatexProse(Func<IFormattable, string> number)
{
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

        return LatexText.Of(flat.ToString(), c => Number(values[c - LatexText.FirstNumber]));
    }

    private static char Placeholder(List<IFormattable> values, IFormattable value)
    {
        // Some thousand numbers in one text are far more than a page holds; the area has room for 6400.
        values.Add(value);
        return (char)(LatexText.FirstNumber + Math.Min(values.Count - 1, 6399));
    }

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
}
