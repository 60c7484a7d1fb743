using System.Globalization;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Output;

/// <summary>Exact matrices on a page and in JSON.</summary>
internal static class Matrices
{
    /// <summary>A table with numbered rows and columns: row y, column x, from 1.</summary>
    public static PageTable Table(Matrix<Cyclotomic> matrix)
    {
        var table = new PageTable { Name = "matrix" }.Left("");
        for (var column = 1; column <= matrix.ColumnCount; column++)
        {
            table.Right(column);
        }

        for (var row = 0; row < matrix.RowCount; row++)
        {
            table.Row([(Prose)(row + 1), .. matrix.Row(row).Select(value => (Prose)value)]);
        }

        return table;
    }

    /// <summary>A vector on one line, <c>(1, -1/2)</c>.</summary>
    public static Prose Vector(IEnumerable<Cyclotomic> values) => $"({Prose.Join(", ", values.Select(value => (Prose)value))})";

    /// <summary>A small matrix on one line, rows separated by semicolons: <c>[1, 0; 0, 1]</c>.</summary>
    public static Prose Inline(Matrix<Cyclotomic> matrix) => new InlineMatrix(matrix);

    /// <summary>A list of rows, each a list of numbers in GAP's notation.</summary>
    public static void WriteJson(JsonOutput json, string name, Matrix<Cyclotomic> matrix) =>
        json.List(name, Enumerable.Range(0, matrix.RowCount), row => json.Row(matrix.Row(row).Select(Shapes.Gap)));

    /// <summary>The fields <c>origin, orthonormal, gram, generators</c> of a simple by matrices; no <c>gram</c> in an orthonormal basis.</summary>
    public static void WriteJson(JsonOutput json, SimpleMatrices matrices)
    {
        json.Field("origin", matrices.Origin);
        json.Field("orthonormal", matrices.IsOrthonormal);
        if (!matrices.IsOrthonormal)
        {
            WriteJson(json, "gram", matrices.Gram);
        }

        json.List("generators", matrices.Group.Generators, g => json.List(matrices.MatrixOf(g).Rows(), row => json.Row(row.Select(Shapes.Gap))));
    }

    /// <summary>The field <c>units[{name, matrix}]</c> of a simple by matrices.</summary>
    public static void WriteJson(JsonOutput json, EndomorphismUnits units) => json.List("units", Enumerable.Range(0, units.Matrices.Count), i => json.Object(() =>
    {
        json.Field("name", EndomorphismUnits.NameOf(i));
        WriteJson(json, "matrix", units.Matrices[i]);
    }));

    /// <summary>A number from 1 as text.</summary>
    public static string Number(int position) => (position + 1).ToString(CultureInfo.InvariantCulture);
}
