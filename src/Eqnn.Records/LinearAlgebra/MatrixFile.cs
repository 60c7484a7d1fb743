using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Records.LinearAlgebra;

/// <summary>Square matrices from files: a list of matrices, each a list of rows of integers or texts with exact numbers, <c>[[[0,-1],[1,0]], [["1/2",0],[0,2]]]</c>.</summary>
public static class MatrixFile
{
    private const string What = "matrix file";
    private const string Form = "[[[0,-1],[1,0]], [[\"1/2\",0],[0,2]]]";
    private const string NamedForm = "{\"matrices\": [[[0,-1],[1,0]], [[\"E(4)\",0],[0,\"1/2\"]]]}";

    /// <summary>The real matrices of a file; null if it holds a record, as files of groups do.</summary>
    /// <exception cref="AlgebraFormatException">There is no such file, or it has another form.</exception>
    public static IReadOnlyList<Matrix<RealCyclotomic>>? TryRead(string path)
    {
        var root = JsonFile.Read(What, path, Form);
        return root.Kind == JsonKind.Record ? null : Matrices(root, Form, RealCyclotomic.Parse);
    }

    /// <summary>The matrices over the cyclotomic numbers of a file, also under the field <c>matrices</c> of a record; null if it holds a record with permutations.</summary>
    /// <exception cref="AlgebraFormatException">There is no such file, or it has another form.</exception>
    public static IReadOnlyList<Matrix<Cyclotomic>>? TryReadCyclotomic(string path)
    {
        var root = JsonFile.Read(What, path, NamedForm);
        if (root.Kind != JsonKind.Record)
        {
            return Matrices(root, NamedForm, Cyclotomic.Parse);
        }

        if (root.Find("matrices") is { } matrices)
        {
            return root.Find("generators") is { } both ? throw both.Wrong("generators and matrices in one file: which are meant?") : Matrices(root.Only("matrices")["matrices"], NamedForm, Cyclotomic.Parse);
        }

        return root.Find("generators") is null && root.Find("degree") is null
            ? throw root.Wrong($"neither generators nor matrices; expected {NamedForm}, or permutations {{\"degree\": 3, \"generators\": [[2,3,1]]}}")
            : null;
    }

    private static List<Matrix<T>> Matrices<T>(JsonItem list, string form, Func<string, T> parse)
        where T : IField<T> => list.Kind == JsonKind.List && list.Items().Count > 0 ? [.. list.Items().Select((matrix, i) => Square(matrix, i + 1, form, parse))] : throw list.Wrong("a list of matrices is expected", form);

    private static Matrix<T> Square<T>(JsonItem matrix, int number, string form, Func<string, T> parse)
        where T : IField<T>
    {
        if (matrix.Kind != JsonKind.List || matrix.Items().Count == 0 || matrix.Items().Any(row => row.Kind != JsonKind.List || row.Items().Count != matrix.Items().Count))
        {
            throw matrix.Wrong(FormattableString.Invariant($"matrix {number} is not a list of rows of a square matrix"), form);
        }

        T[][] rows = [.. matrix.Items().Select(row => row.Items().Select(entry => ExactEntries.Read(entry, parse)).ToArray())];
        return matrix.Located(() => Matrix<T>.FromRows(rows));
    }
}
