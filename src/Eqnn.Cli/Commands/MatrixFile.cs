using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Commands;

/// <summary>Reads <c>@matrices.json</c>: a list of matrices, each a list of rows of integers or texts with exact real numbers.</summary>
internal static class MatrixFile
{
    private const string Form = "a list of matrices, as [[[0,-1],[1,0]], [[\"1/2\",0],[0,2]]]";

    /// <summary>The matrices, or null if the text is no file of matrices: it does not begin with @, or the file is an object (a group).</summary>
    /// <exception cref="InputException">The file is missing or has another form.</exception>
    public static IReadOnlyList<Matrix<RealCyclotomic>>? TryRead(string text)
    {
        if (!text.StartsWith('@'))
        {
            return null;
        }

        var path = text[1..];
        try
        {
            using var reader = new JsonTextReader(new StringReader(InputFile.Read(path))) { MaxDepth = 8, FloatParseHandling = FloatParseHandling.Decimal };
            return JToken.ReadFrom(reader) switch
            {
                JObject => null,
                JArray { Count: > 0 } list => [.. list.Select((matrix, i) => Read(matrix, path, i + 1))],
                _ => throw new InputException($"{path}: expected {Form}"),
            };
        }
        catch (JsonReaderException e)
        {
            throw new InputException($"{path} is not JSON at {Border.Place(e)}; expected {Form}", e);
        }
    }

    private static Matrix<RealCyclotomic> Read(JToken matrix, string path, int number)
    {
        if (matrix is not JArray { Count: > 0 } rows || rows.Any(row => row is not JArray list || list.Count != rows.Count))
        {
            throw new InputException(FormattableString.Invariant($"{path}: matrix {number} is not a list of rows of a square matrix; expected {Form}"));
        }

        return Border.Read(FormattableString.Invariant($"{path}: matrix {number}"), () => Matrix<RealCyclotomic>.FromRows(rows.Select(row => row.Select(Entry))));
    }

    private static RealCyclotomic Entry(JToken entry) => entry.Type is JTokenType.Integer or JTokenType.Float or JTokenType.String
        ? RealCyclotomic.Parse(Convert.ToString(((JValue)entry).Value, CultureInfo.InvariantCulture)!)
        : throw new FormatException($"'{entry}' is not a number");
}
