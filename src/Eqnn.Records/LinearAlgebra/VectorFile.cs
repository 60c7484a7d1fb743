using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Records.LinearAlgebra;

/// <summary>Vectors from files: a list of exact real numbers, <c>[1, "1/2", "E(5)+E(5)^4"]</c>, or a list of such rows.</summary>
public static class VectorFile
{
    private const string What = "vector file";
    private const string Form = "[1, \"1/2\", \"E(5)+E(5)^4\"]";

    /// <summary>The numbers of a file, rows one after the other.</summary>
    /// <param name="path">The file.</param>
    /// <param name="count">How many numbers there must be.</param>
    /// <param name="what">What they are, for messages: <c>points</c>.</param>
    /// <exception cref="AlgebraFormatException">There is no such file, it is not of the form above, or it has another number of numbers.</exception>
    public static ColumnVector<RealCyclotomic> Read(string path, long count, string what)
    {
        var list = List(path);
        List<JsonItem> entries = [.. list.Items().SelectMany(entry => entry.Kind == JsonKind.List ? entry.Items() : [entry])];
        return entries.Count == count
            ? [.. entries.Select(ExactEntries.Real)]
            : throw list.Wrong(FormattableString.Invariant($"the file has {entries.Count} numbers for {count} {what}"));
    }

    /// <summary>The vectors of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">How many numbers each must have.</param>
    /// <exception cref="AlgebraFormatException">There is no such file, it is not of the form above, or a vector has another length.</exception>
    public static IReadOnlyList<ColumnVector<RealCyclotomic>> ReadRows(string path, int length)
    {
        var list = List(path);
        IReadOnlyList<JsonItem> rows = list.Items().Count > 0 && list.Items().All(entry => entry.Kind == JsonKind.List) ? list.Items() : [list];
        return [.. rows.Select((row, r) => row.Items().Count == length
            ? (ColumnVector<RealCyclotomic>)[.. row.Items().Select(ExactEntries.Real)]
            : throw row.Wrong(FormattableString.Invariant($"vector {r + 1} has {row.Items().Count} numbers for {length} coordinates")))];
    }

    private static JsonItem List(string path)
    {
        var root = JsonFile.Read(What, path, Form);
        return root.Kind == JsonKind.List ? root : throw root.Wrong("a list [ ... ] is expected", Form);
    }
}
