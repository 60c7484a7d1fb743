namespace Eqnn.Drawing.Typesetting;

/// <summary>About how wide a piece of LaTeX is, in points of Computer Modern at 10 points; rather too wide than too narrow.</summary>
public static class LatexWidth
{
    /// <summary>The width of the lines of the class <c>article</c> at 10 points, a little less.</summary>
    public const double OfPage = 338;

    /// <summary>The width of the whole in one line.</summary>
    public static double Of(string latex)
    {
        var at = 0;
        return Measure(latex, ref at, '\0', out _);
    }

    /// <summary>The width of the widest part that TeX does not break: between spaces and places that allow it.</summary>
    public static double OfWidestPart(string latex)
    {
        var at = 0;
        Measure(latex, ref at, '\0', out var widest);
        return widest;
    }

    private static double Measure(string latex, ref int at, char end, out double widest)
    {
        var (width, part, isMath) = (0.0, 0.0, false);
        widest = 0;
        while (at < latex.Length)
        {
            var c = latex[at];
            if (c == end)
            {
                at++;
                break;
            }

            if (c == ' ')
            {
                at++;
                widest = Math.Max(widest, part);
                (width, part) = (width + (isMath ? 0 : 3.4), 0);
                continue;
            }

            var size = Piece(latex, ref at, ref isMath, out var breaks);
            if (breaks)
            {
                widest = Math.Max(widest, part);
                part = 0;
            }

            (width, part) = (width + size, part + size);
        }

        widest = Math.Max(widest, part);
        return width;
    }

    private static double Piece(string latex, ref int at, ref bool isMath, out bool breaks)
    {
        breaks = false;
        var c = latex[at];
        switch (c)
        {
            case '$':
                isMath = !isMath;
                at++;
                return 0;
            case '{':
                at++;
                var inner = Measure(latex, ref at, '}', out _);
                return inner;
            case '_' or '^':
                at++;
                return 0.75 * (at < latex.Length ? Piece(latex, ref at, ref isMath, out _) : 0);
            case '\\':
                return Command(latex, ref at, ref isMath, out breaks);
            default:
                at++;
                return OfLetter(c, isMath);
        }
    }

    private static double Command(string latex, ref int at, ref bool isMath, out bool breaks)
    {
        breaks = false;
        at++;
        if (at < latex.Length && !char.IsAsciiLetter(latex[at]))
        {
            // \, \{ \_ and accents.
            at++;
            return latex[at - 1] is ',' ? 1.7 : 5.6;
        }

        var start = at;
        while (at < latex.Length && char.IsAsciiLetter(latex[at]))
        {
            at++;
        }

        var name = latex[start..at];
        switch (name)
        {
            case "frac":
                var over = Argument(latex, ref at);
                return Math.Max(over, Argument(latex, ref at)) * 0.72 + 2.5;
            case "sqrt":
                return 9 + Argument(latex, ref at);
            case "texttt":
                return Argument(latex, ref at) * 1.1;
            case "operatorname" or "mathbb":
                return Argument(latex, ref at) + 2;
            case "allowbreak":
                breaks = true;
                return 0;
            case "begin" or "end":
                Argument(latex, ref at);
                return name == "begin" ? Matrix(latex, ref at) : 0;
            case "le" or "ge" or "ne" or "to" or "in" or "times" or "cdot" or "circ" or "pm" or "mid" or "cap" or "cup" or "equiv" or "cong" or "mapsto":
                return 14;
            case "sum" or "prod":
                return 13;
            case "max" or "min" or "sin" or "cos" or "tan" or "exp" or "dim" or "ker" or "gcd":
                return 19;
            case "tanh" or "textbackslash" or "textasciicircum" or "textasciitilde" or "leftrightarrow":
                return 24;
            default:
                return 7;
        }
    }

    /// <summary>A pmatrix from its first entry to its end.</summary>
    private static double Matrix(string latex, ref int at)
    {
        var end = latex.IndexOf(@"\end{pmatrix}", at, StringComparison.Ordinal);
        end = end < 0 ? latex.Length : end;
        var rows = latex[at..end].Split(@"\\").Select(row => row.Replace("[3pt]", "", StringComparison.Ordinal).Split('&').Select(entry => Of("$" + entry.Trim() + "$")).ToList()).ToList();
        at = Math.Min(latex.Length, end + @"\end{pmatrix}".Length);
        var columns = rows.Max(row => row.Count);
        return 18 + (10.2 * (columns - 1)) + Enumerable.Range(0, columns).Sum(column => rows.Where(row => column < row.Count).Max(row => row[column]));
    }

    private static double Argument(string latex, ref int at)
    {
        if (at >= latex.Length || latex[at] != '{')
        {
            return 0;
        }

        at++;
        return Measure(latex, ref at, '}', out _);
    }

    private static double OfLetter(char c, bool isMath) => c switch
    {
        'm' or 'M' or 'W' => 9.6,
        'w' => 7.4,
        >= 'A' and <= 'Z' => 7.9,
        'i' or 'j' or 'l' or ',' or '.' or ':' or ';' or '\'' or '|' => isMath ? 4.4 : 3,
        'f' or 't' or 'r' or 's' => 4.4,
        '+' or '=' or '<' or '>' => isMath ? 12.6 : 7.9,
        '-' => isMath ? 12.6 : 3.5,
        '(' or ')' or '[' or ']' => 4,
        '&' or '%' or '@' => 8,
        >= '0' and <= '9' => 5.1,
        _ => isMath ? 6 : 5.4,
    };
}
