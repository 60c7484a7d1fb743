using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;
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
    public static IReadOnlyList<RealCyclotomic> Read(string option, string text, long count, string what)
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

    /// <summary>The channels of <c>@file.json</c>: a list of numbers is one channel, a list of lists one for each.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="text">What was written after it.</param>
    /// <param name="points">How many numbers a channel has.</param>
    /// <exception cref="InputException">The file is missing or has another form.</exception>
    public static IReadOnlyList<IReadOnlyList<RealCyclotomic>> ReadChannels(string option, string text, long points)
    {
        var path = text.StartsWith('@') ? text[1..] : throw new InputException($"{option}: '{text}' is no file; write @x.json");
        try
        {
            using var reader = new JsonTextReader(new StringReader(InputFile.Read(path, option))) { MaxDepth = 4, FloatParseHandling = FloatParseHandling.Decimal };
            var list = JToken.ReadFrom(reader) as JArray ?? throw new InputException($"{option}: {path} is no list; expected {Form}");
            IReadOnlyList<JArray> channels = list.Count > 0 && list.All(entry => entry is JArray) ? [.. list.Cast<JArray>()] : [list];
            return [.. channels.Select((channel, c) => channel.Count == points
                ? (IReadOnlyList<RealCyclotomic>)[.. channel.Select((entry, i) => Border.Read(FormattableString.Invariant($"{option}: {path}, channel {c + 1}, number {i + 1}"), () => Number(entry)))]
                : throw new InputException(FormattableString.Invariant($"{option}: {path}: channel {c + 1} has {channel.Count} numbers for {points} points")))];
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
