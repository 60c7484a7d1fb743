using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Records.LinearAlgebra;

/// <summary>How exact numbers, vectors and matrices are written in every document: as texts in GAP's notation; a vector on one line, a matrix by its rows.</summary>
public static class ExactJson
{
    /// <summary>A field that is an exact number; null where there is none.</summary>
    public static void Exact(this JsonOutput json, string name, Cyclotomic? value) => Given(json).Field(name, value?.ToString());

    /// <summary>A field that is a vector.</summary>
    public static void ExactRow(this JsonOutput json, string name, IEnumerable<Cyclotomic> vector) => Given(json).Row(name, vector.Select(value => value.ToString()));

    /// <summary>A vector, as an element of a list.</summary>
    public static void ExactRow(this JsonOutput json, IEnumerable<Cyclotomic> vector) => Given(json).Row(vector.Select(value => value.ToString()));

    /// <summary>A field that is a list of vectors, or a matrix by its rows.</summary>
    public static void ExactRows(this JsonOutput json, string name, IEnumerable<IEnumerable<Cyclotomic>> rows) => Given(json).List(name, rows, json.ExactRow);

    /// <summary>A matrix by its rows, as an element of a list.</summary>
    public static void ExactRows(this JsonOutput json, IEnumerable<IEnumerable<Cyclotomic>> rows) => Given(json).List(rows, json.ExactRow);

    /// <summary>A field that is a list of matrices.</summary>
    public static void ExactMatrices(this JsonOutput json, string name, IEnumerable<Matrix<Cyclotomic>> matrices) => Given(json).List(name, matrices, matrix => json.ExactRows(matrix.Rows()));

    private static JsonOutput Given(JsonOutput json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json;
    }
}
