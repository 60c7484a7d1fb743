using Eqnn.Numbers;
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
}
