using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>Formulas as plain text, <c>max(v1, v1 + √2 v2) - 1/2 |v2|</c>, and as LaTeX.</summary>
internal sealed class FormulaText(bool latex)
{
    public string Of(MapFormula formula)
    {
        var terms = new List<(bool Negative, string Text)>();
        if (formula.Pieces.Count == 1)
        {
            terms.AddRange(Terms(formula.Pieces[0]));
        }
        else
        {
            var list = string.Join(", ", formula.Pieces.Select(piece => Sum(Terms(piece))));
            var name = formula.IsMinimum ? "min" : "max";
            terms.Add((false, latex ? $"\\{name}\\left({list}\\right)" : $"{name}({list})"));
        }

        terms.AddRange(formula.Folds.Select(fold => Term(fold.Coefficient, latex ? $"\\left|{Sum(Terms(fold.Normal))}\\right|" : $"|{Sum(Terms(fold.Normal))}|")));
        return Sum(terms);
    }

    /// <summary>A linear form in v1, v2, ...</summary>
    public string Of(IReadOnlyList<Cyclotomic> form) => Sum(Terms(form));

    private IEnumerable<(bool Negative, string Text)> Terms(IReadOnlyList<Cyclotomic> form)
    {
        for (var j = 0; j < form.Count; j++)
        {
            if (!form[j].IsZero)
            {
                yield return Term(form[j], latex ? FormattableString.Invariant($"v_{{{j + 1}}}") : FormattableString.Invariant($"v{j + 1}"));
            }
        }
    }

    private (bool Negative, string Text) Term(Cyclotomic coefficient, string factor)
    {
        var number = coefficient.ToString(latex ? "LR" : "R");
        var negative = number.StartsWith('-') && number.IndexOfAny(['+', '-'], 1) < 0;
        if (negative)
        {
            number = number[1..];
        }
        else if (number.IndexOfAny(['+', '-'], 1) > 0)
        {
            number = latex ? $"\\left({number}\\right)" : $"({number})";
        }

        var space = latex ? "\\," : " ";
        return (negative, number == "1" ? factor : number + space + factor);
    }

    private static string Sum(IEnumerable<(bool Negative, string Text)> terms)
    {
        var text = "";
        foreach (var (negative, term) in terms)
        {
            text += text.Length == 0 ? (negative ? "-" : "") + term : (negative ? " - " : " + ") + term;
        }

        return text.Length == 0 ? "0" : text;
    }
}
