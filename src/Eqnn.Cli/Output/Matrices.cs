using System.Globalization;
using Eqnn.Algebra.Representations.Products;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

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

    /// <summary>The fields <c>origin, orthonormal, gram, generators</c> of a simple by matrices; no <c>gram</c> in an orthonormal basis.</summary>
    public static void WriteJson(JsonOutput json, SimpleMatrices matrices)
    {
        json.Field("origin", matrices.Origin);
        json.Field("orthonormal", matrices.IsOrthonormal);
        if (!matrices.IsOrthonormal)
        {
            json.ExactRows("gram", matrices.Gram.Rows());
        }

        json.ExactMatrices("generators", matrices.Group.Generators.Select(matrices.MatrixOf));
    }

    /// <summary>The field <c>units[{name, matrix}]</c> of a simple by matrices.</summary>
    public static void WriteJson(JsonOutput json, EndomorphismUnits units) => json.List("units", Enumerable.Range(0, units.Matrices.Count), i => json.Object(() =>
    {
        json.Field("name", EndomorphismUnits.NameOf(i));
        json.ExactRows("matrix", units.Matrices[i].Rows());
    }));

    /// <summary>A number from 1 as text.</summary>
    public static string Number(int position) => (position + 1).ToString(CultureInfo.InvariantCulture);
}
