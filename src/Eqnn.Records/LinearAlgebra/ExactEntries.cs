using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Records.LinearAlgebra;

/// <summary>Exact numbers in files: JSON numbers as they are written, and texts with fractions and roots of unity.</summary>
internal static class ExactEntries
{
    /// <summary>A real number.</summary>
    /// <exception cref="AlgebraFormatException">It is none.</exception>
    public static RealCyclotomic Real(JsonItem entry) => Read(entry, RealCyclotomic.Parse);

    /// <summary>A number that <paramref name="parse"/> reads.</summary>
    /// <exception cref="AlgebraFormatException">It is none.</exception>
    public static T Read<T>(JsonItem entry, Func<string, T> parse)
    {
        var text = entry.Kind switch
        {
            JsonKind.Number => entry.ToString(),
            JsonKind.Text => entry.Text(),
            _ => throw entry.Misfit("a number is expected"),
        };
        return entry.Located(() => parse(text));
    }

    /// <summary>A list of numbers as a vector.</summary>
    /// <exception cref="AlgebraFormatException">It is none, or not of the length that is asked for.</exception>
    public static ColumnVector<T> Vector<T>(JsonItem list, Func<string, T> parse, int? length = null)
        where T : IField<T> => length is null || list.Items().Count == length
        ? [.. list.Items().Select(entry => Read(entry, parse))]
        : throw list.Misfit(FormattableString.Invariant($"{list.Items().Count} numbers where {length} are expected"));

    /// <summary>A list of rows of one length as a matrix.</summary>
    /// <exception cref="AlgebraFormatException">It is none.</exception>
    public static Matrix<T> Matrix<T>(JsonItem rows, Func<string, T> parse)
        where T : IField<T>
    {
        if (rows.Items().FirstOrDefault(row => row.Items().Count != rows[0].Items().Count || row.Items().Count == 0) is { } uneven)
        {
            throw uneven.Misfit("the rows of a matrix have one length, and at least one number");
        }

        return rows.Items().Count == 0
            ? throw rows.Misfit("a matrix has at least one row")
            : rows.Located(() => Numbers.LinearAlgebra.Matrix<T>.FromRows(rows.Items().Select(row => Vector(row, parse))));
    }
}
