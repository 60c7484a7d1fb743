using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Testing;

/// <summary>A document changed at one place after the other, every way in turn: other values of the same kind, values of another kind, entries and fields more and less, values of another place.</summary>
internal static partial class JsonChanges
{
    private const int MostOfAShape = 3;

    /// <summary>The changed documents. Of places of one shape those with different values, three at most.</summary>
    /// <param name="original">The document, which stays as it is.</param>
    /// <param name="places">Its values, lists and records that are changed.</param>
    /// <param name="shape">What places that are alike have in common.</param>
    /// <param name="withForms">Whether one place of each shape gets values of another kind and fields more and less.</param>
    /// <param name="more">Further changes of a place.</param>
    public static IEnumerable<(string Path, string Label, JObject Document)> Of(JObject original, IEnumerable<JToken> places, Func<JToken, string> shape, bool withForms, Func<JToken, IEnumerable<(string Label, Action<JToken> Change)>>? more = null)
    {
        foreach (var alike in places.GroupBy(shape))
        {
            List<JToken> different = [.. alike.DistinctBy(place => place.ToString(Formatting.None))];
            foreach (var i in Enumerable.Range(0, MostOfAShape).Select(i => i * (different.Count - 1) / (MostOfAShape - 1)).Distinct())
            {
                var place = different[i];
                foreach (var (label, change) in Values(place, different[(i + 1) % different.Count]).Concat(more?.Invoke(place) ?? []).Concat(withForms && i == 0 ? Forms(place) : []))
                {
                    var document = (JObject)original.DeepClone();
                    change(place.Path.Length == 0 ? document : document.SelectToken(place.Path)!);
                    if (!JToken.DeepEquals(document, original))
                    {
                        yield return (place.Path, label, document);
                    }
                }
            }
        }
    }

    /// <summary>All values, lists and records in a token, itself first.</summary>
    public static IEnumerable<JToken> Places(JToken token) => token is JContainer container ? container.DescendantsAndSelf().Where(inner => inner is not JProperty) : [token];

    /// <summary>A path without the places in lists.</summary>
    public static string WithoutPlaces(string path) => InList().Replace(path, "[]");

    /// <summary>Other values of the same kind.</summary>
    private static IEnumerable<(string Label, Action<JToken> Change)> Values(JToken token, JToken other)
    {
        switch (token)
        {
            case JValue { Type: JTokenType.Integer } number:
                yield return To("one more", (long)number + 1);
                yield return To("one less", (long)number - 1);
                break;
            case JValue { Type: JTokenType.Boolean } truth:
                yield return To("the opposite", !(bool)truth);
                break;
            case JValue { Type: JTokenType.Null }:
                yield return To("1 for null", 1);
                yield return To("true for null", true);
                break;
            case JValue { Value: string { Length: > 0 } signs } when signs.All(c => c is '+' or '-'):
                yield return To("the first sign turned", (signs[0] == '+' ? "-" : "+") + signs[1..]);
                yield return To("the last sign turned", signs[..^1] + (signs[^1] == '+' ? "-" : "+"));
                yield return To("without the last sign", signs[..^1]);
                break;
            case JValue { Value: string text }:
                foreach (var match in Digits().Matches(text).Take(2))
                {
                    var larger = long.Parse(match.Value[^Math.Min(match.Length, 18)..], CultureInfo.InvariantCulture) + 1;
                    yield return To("another number in it", text[..match.Index] + larger + text[(match.Index + match.Length)..]);
                }

                break;
            case JArray list:
                yield return ("one more", at => ((JArray)at).Add(list.Last?.DeepClone() ?? new JValue(1)));
                if (list.Count > 0)
                {
                    yield return ("without the first", at => at.First!.Remove());
                    yield return ("without the last", at => at.Last!.Remove());
                }

                if (Enumerable.Range(1, Math.Max(list.Count - 1, 0)).Cast<int?>().FirstOrDefault(i => !JToken.DeepEquals(list[i!.Value], list[i.Value - 1])) is { } place)
                {
                    yield return ("two in the other order", at => (at[place], at[place - 1]) = (list[place - 1].DeepClone(), list[place].DeepClone()));
                }

                break;
        }

        if (token is JValue or JArray && !JToken.DeepEquals(token, other))
        {
            yield return To("what another has", other.DeepClone());
        }
    }

    /// <summary>Values of another kind; fields more and less.</summary>
    private static IEnumerable<(string Label, Action<JToken> Change)> Forms(JToken token)
    {
        switch (token)
        {
            case JValue { Value: string text }:
                yield return To("a letter more", text + "x");
                yield return To("empty", "");
                yield return To("a number", 1);
                break;
            case JValue value:
                yield return To("a text", value.ToString(CultureInfo.InvariantCulture));
                yield return To(value.Type == JTokenType.Null ? "0 for null" : "null", value.Type == JTokenType.Null ? 0 : null);
                break;
            case JArray:
                yield return To("no list", 1);
                yield return To("empty", new JArray());
                break;
            case JObject record:
                yield return ("a field more", at => at["remark"] = 1);
                foreach (var name in record.Properties().Select(property => property.Name))
                {
                    yield return ($"without {name}", at => ((JObject)at).Remove(name));
                }

                break;
        }
    }

    private static (string Label, Action<JToken> Change) To(string label, JToken? value) => (label, at => at.Replace(value ?? JValue.CreateNull()));

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex InList();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
