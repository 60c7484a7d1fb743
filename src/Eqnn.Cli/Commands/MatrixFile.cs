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

    private const string NamedForm = "{\"matrices\": [[[0,-1],[1,0]], [[\"E(4)\",0],[0,\"1/2\"]]]}";

    /// <summary>The matrices, or null if the text is no file of matrices: it does not begin with @, or the file is an object (a group).</summary>
    /// <exception cref="InputException">The file is missing or has another form.</exception>
    public static IReadOnlyList<Matrix<RealCyclotomic>>? TryRead(string text) => Load(text) switch
    {
        JObject or null => null,
        var list => Matrices(list, text[1..], Form, RealCyclotomic.Parse),
    };

    /// <summary>The matrices over the cyclotomic numbers, also under the key <c>matrices</c> of an object; null if the text does not begin with @, or the file is an object that has <c>generators</c>.</summary>
    /// <exception cref="InputException">The file is missing or has another form.</exception>
    public static IReadOnlyList<Matrix<Cyclotomic>>? TryReadCyclotomic(string text)
    {
        switch (Load(text))
        {
            case null:
                return null;
            case JObject file when file["matrices"] is { } matrices:
                return file["generators"] is null ? Matrices(matrices, text[1..], NamedForm, Cyclotomic.Parse) : throw new InputException($"{text[1..]}: generators and matrices in one file: which are meant?");
            case JObject file:
                return file["generators"] is null && file["degree"] is null ? throw new InputException($"{text[1..]}: neither generators nor matrices; expected {NamedForm}, or permutations {{\"degree\": 3, \"generators\": [[2,3,1]]}}") : null;
            case var list:
                return Matrices(list, text[1..], NamedForm, Cyclotomic.Parse);
        }
    }

    private static JToken? Load(string text)
    {
        if (!text.StartsWith('@'))
        {
            return null;
        }

        var path = text[1..];
        try
        {
            using var reader = new JsonTextReader(new StringReader(InputFile.Read(path))) { MaxDepth = 8, FloatParseHandling = FloatParseHandling.Decimal };
            return JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        }
        catch (JsonReaderException e)
        {
            throw new InputException($"{path} is not JSON at {Border.Place(e)}; expected {Form}", e);
        }
    }

    private static List<Matrix<T>> Matrices<T>(JToken token, string path, string form, Func<string, T> parse)
        where T : IField<T> => token is JArray { Count: > 0 } list ? [.. list.Select((matrix, i) => Read(matrix, path, i + 1, form, parse))] : throw new InputException($"{path}: expected {form}");

    private static Matrix<T> Read<T>(JToken matrix, string path, int number, string form, Func<string, T> parse)
        where T : IField<T>
    {
        if (matrix is not JArray { Count: > 0 } rows || rows.Any(row => row is not JArray list || list.Count != rows.Count))
        {
            throw new InputException(FormattableString.Invariant($"{path}: matrix {number} is not a list of rows of a square matrix; expected {form}"));
        }

        return Border.Read(FormattableString.Invariant($"{path}: matrix {number}"), () => Matrix<T>.FromRows(rows.Select(row => row.Select(entry => Entry(entry, parse)))));
    }

    private static T Entry<T>(JToken entry, Func<string, T> parse) => entry.Type is JTokenType.Integer or JTokenType.Float or JTokenType.String
        ? parse(Convert.ToString(((JValue)entry).Value, CultureInfo.InvariantCulture)!)
        : throw new FormatException($"'{entry}' is not a number");
}
