using System.Text;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Maps;

public sealed partial class PiecewiseLinearMap
{
    /// <summary>A closed formula for each coordinate of the value in the coordinates v1, v2, ... of the source: linear, with absolute values, as max or min of linear forms, or a max and absolute values together.</summary>
    /// <returns><c>null</c> if the map has more than 600 chambers after <see cref="Simplify"/>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<string>? TryFormulas(CancellationToken cancellationToken = default) => MapFormula.TryOf(this, cancellationToken)?.Select(new FormulaText(latex: false).Of).ToArray().AsReadOnly();

    /// <summary>The map in LaTeX: the formulas as a column where they exist, else <see cref="ToLatexCases"/>.</summary>
    public string ToLatex()
    {
        if (MapFormula.TryOf(this) is not { } formulas)
        {
            return ToLatexCases();
        }

        var lines = formulas.Select(new FormulaText(latex: true).Of).ToList();
        return lines.Count == 1 ? lines[0] : $"\\begin{{pmatrix}} {string.Join(" \\\\ ", lines)} \\end{{pmatrix}}";
    }

    /// <summary>The map in LaTeX by cases: the matrix on the representative of each orbit of chambers, with the inequalities of its walls.</summary>
    public string ToLatexCases()
    {
        var text = new FormulaText(latex: true);
        var cases = Cases().Select(c => $"{Latex(c.Matrix)} v & \\text{{if }} {string.Join(",\\ ", c.Conditions.Select(form => text.Of(form) + " \\ge 0"))}");
        return $"\\begin{{cases}} {string.Join(" \\\\ ", cases)} \\end{{cases}}";
    }

    /// <summary>The cases in plain text, one line for the representative of each orbit of chambers: <c>F(v) = [1, 0; 0, 1] v if v1 ≥ 0, v2 ≥ 0</c>. On the other chambers F(gv) = g F(v).</summary>
    public string ToCases()
    {
        var text = new FormulaText(latex: false);
        var lines = new StringBuilder();
        foreach (var (matrix, conditions) in Cases())
        {
            var rows = string.Join("; ", matrix.Rows().Select(row => string.Join(", ", row.Select(c => c.ToString("R")))));
            lines.Append("F(v) = [").Append(rows).Append("] v if ").AppendJoin(", ", conditions.Select(form => text.Of(form) + " ≥ 0")).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>The formulas where they exist, <c>(max(v1, v2), v1)</c>; else a short description.</summary>
    public override string ToString() => TryFormulas() is { } formulas
        ? formulas.Count == 1 ? formulas[0] : $"({string.Join(", ", formulas)})"
        : FormattableString.Invariant($"a piecewise linear map from dimension {Source.Dimension} to dimension {Target.Dimension} on {Fan.ChamberCount} chambers");

    private IEnumerable<(Matrix<Cyclotomic> Matrix, IReadOnlyList<ColumnVector<Cyclotomic>> Conditions)> Cases()
    {
        foreach (var orbit in Fan.ChamberOrbits)
        {
            var chamber = orbit.Orbit.Representative;
            var hyperplanes = Fan.Chambers.Arrangement.Hyperplanes;
            yield return (MatrixOn(orbit), [.. chamber.Walls.Select(wall => chamber.Signs[wall] * hyperplanes[wall].Normal)]);
        }
    }

    private static string Latex(Matrix<Cyclotomic> matrix) =>
        $"\\begin{{pmatrix}} {string.Join(" \\\\ ", matrix.Rows().Select(row => string.Join(" & ", row.Select(c => c.ToString("LR")))))} \\end{{pmatrix}}";
}
