using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Commands;

/// <summary>Reads a JSON file with a list of exact real numbers, or of rows of them that are read one after the other.</summary>
internal static class VectorFile
{
    private const string Form = "a list of numbers, as [1, \"1/2\", \"E(5)+E(5)^4\"], or a list of such rows";

    /// <summary>The <paramref name="count"/> numbers of <c>@file.json</c>.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="text">What was written after it.</param>
    /// <param name="count">How many numbers there must be.</param>
    /// <param name="what">What they are, for messages: <c>points</c>.</param>
    /// <exception cref="InputException">The file is missing or has another form.</exception>
    public static ColumnVector<RealCyclotomic> Read(string option, string text, long count, string what)
    {
        var path = text.StartsWith('@') ? text[1..] : throw new InputException($"{option}: '{text}' is no file; write @vector.json");
        try
        {
            using var reader = new JsonTextReader(new StringReader(InputFile.Read(path, option))) { MaxDepth = 4, FloatParseHandling = FloatParseHandling.Decimal };
            var list = JToken.ReadFrom(reader) as JArray ?? throw new InputException($"{option}: {path} is no list; expected {Form}");
            var entries = list.SelectMany(entry => entry is JArray row ? row : Enumerable.Repeat(entry, 1)).ToList();
            return entries.Count == count
                ? [.. entries.Select((entry, i) => Border.Read(FormattableString.Invariant($"{option}: {path}, number {i + 1}"), () => Number(entry)))]
                : throw new InputException(FormattableString.Invariant($"{option}: {path} has {entries.Count} numbers for {count} {what}"));
        }
        catch (JsonReaderException e)
        {
            throw new InputException($"{option}: {path} is not JSON at {Border.Place(e)}; expected {Form}", e);
        }
    }

    /// <summary>The vectors of <c>@file.json</c>: a list of <paramref name="length"/> numbers, or a list of such lists.</summary>
    /// <exception cref="InputException">The file is missing or has another form.</exception>
    public static IReadOnlyList<ColumnVector<RealCyclotomic>> ReadRows(string option, string text, int length)
    {
        var path = text.StartsWith('@') ? text[1..] : throw new InputException($"{option}: '{text}' is no file; write @vector.json");
        try
        {
            using var reader = new JsonTextReader(new StringReader(InputFile.Read(path, option))) { MaxDepth = 4, FloatParseHandling = FloatParseHandling.Decimal };
            var list = JToken.ReadFrom(reader) as JArray ?? throw new InputException($"{option}: {path} is no list; expected {Form}");
            IReadOnlyList<JArray> rows = list.Count > 0 && list.All(entry => entry is JArray) ? [.. list.Cast<JArray>()] : [list];
            return [.. rows.Select((row, r) => row.Count == length
                ? (ColumnVector<RealCyclotomic>)[.. row.Select((entry, i) => Border.Read(FormattableString.Invariant($"{option}: {path}, vector {r + 1}, number {i + 1}"), () => Number(entry)))]
                : throw new InputException(FormattableString.Invariant($"{option}: {path}, vector {r + 1} has {row.Count} numbers for {length} coordinates")))];
        }
        catch (JsonReaderException e)
        {
            throw new InputException($"{option}: {path} is not JSON at {Border.Place(e)}; expected {Form}", e);
        }
    }

    private static RealCyclotomic Number(JToken entry) => entry.Type is JTokenType.Integer or JTokenType.Float or JTokenType.String
        ? RealCyclotomic.Parse(Convert.ToString(((JValue)entry).Value, CultureInfo.InvariantCulture)!)
        : throw new FormatException($"'{entry}' is not a number");
}
