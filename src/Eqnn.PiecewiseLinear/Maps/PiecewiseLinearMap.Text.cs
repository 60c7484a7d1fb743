using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Maps;

public sealed partial class PiecewiseLinearMap
{
    /// <summary>A closed formula for each coordinate of the value in the coordinates v1, v2, ... of the source: linear, with absolute values, as max or min of linear forms, or a max and absolute values together.</summary>
    /// <returns><c>null</c> if the map has more than 600 chambers after <see cref="Simplify"/>.</returns>
    public IReadOnlyList<string>? TryFormulas() => MapFormula.TryOf(this)?.Select(new FormulaText(latex: false).Of).ToArray().AsReadOnly();

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

    /// <summary>
    /// The map as JSON: <c>source</c> and <c>target</c> with the matrices of the generators and the invariant inner product, <c>hyperplanes</c> by their normals,
    /// <c>rayOrbits[{ray, value}]</c> and <c>chamberOrbits[{signs, matrix}]</c>. Exact numbers are texts in GAP's notation.
    /// </summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", "eqnn-map/1");
            json.WriteStartObject("group");
            json.WriteString("name", Source.Group.Name);
            json.WriteNumber("degree", Source.Group.Degree);
            json.WriteStartArray("generators");
            foreach (var g in Source.Group.Generators)
            {
                json.WriteStringValue(g.ToString());
            }

            json.WriteEndArray();
            json.WriteEndObject();
            WriteRepresentation(json, "source", Source);
            WriteRepresentation(json, "target", Target);
            json.WriteStartArray("hyperplanes");
            foreach (var normal in Fan.Normals)
            {
                WriteVector(json, null, normal);
            }

            json.WriteEndArray();
            json.WriteStartArray("rayOrbits");
            for (var i = 0; i < Fan.RayOrbits.Count; i++)
            {
                json.WriteStartObject();
                WriteVector(json, "ray", Fan.RayOrbits[i].Representative);
                WriteVector(json, "value", ValuesOnRayOrbits[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("chamberOrbits");
            foreach (var orbit in Fan.ChamberOrbits)
            {
                json.WriteStartObject();
                json.WriteStartArray("signs");
                foreach (var sign in orbit.Orbit.Representative.Signs)
                {
                    json.WriteNumberValue(sign);
                }

                json.WriteEndArray();
                WriteMatrix(json, "matrix", MatrixOn(orbit));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
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

    private static void WriteRepresentation(Utf8JsonWriter json, string name, MatrixRepresentation space)
    {
        json.WriteStartObject(name);
        json.WriteString("name", space.ToString());
        json.WriteNumber("dimension", space.Dimension);
        json.WriteStartArray("generators");
        foreach (var g in space.Group.Generators)
        {
            WriteMatrix(json, null, space.MatrixOf(g));
        }

        json.WriteEndArray();
        WriteMatrix(json, "gram", space.Gram);
        json.WriteEndObject();
    }

    private static void WriteMatrix(Utf8JsonWriter json, string? name, Matrix<Cyclotomic> matrix)
    {
        Begin(json, name);
        foreach (var row in matrix.Rows())
        {
            WriteVector(json, null, row);
        }

        json.WriteEndArray();
    }

    private static void WriteVector(Utf8JsonWriter json, string? name, ColumnVector<Cyclotomic> vector)
    {
        Begin(json, name);
        foreach (var c in vector)
        {
            json.WriteStringValue(c.ToString());
        }

        json.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter json, string? name)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }
    }
}
