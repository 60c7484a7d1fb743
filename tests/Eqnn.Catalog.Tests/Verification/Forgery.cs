using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Eqnn.Catalog.Documents;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Verification;

/// <summary>A document changed at one place, every way in turn, as somebody would who can seal it again.</summary>
/// <param name="Shape">The place with the kind of the record for its number: <c>class.order</c>.</param>
/// <param name="Change">What was done there.</param>
/// <param name="Document">The document.</param>
internal sealed partial record Forgery(string Shape, string Change, JObject Document)
{
    /// <summary>What stands outside the certificates, with the fields of the document that it is made of.</summary>
    public const string Head = "head";

    private const string Limit = "no matrices: see models";
    private const int MostOfAShape = 3;

    /// <summary>The parts of a document, in the order in which they stand.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        Head, "group", "class", "character", "simple", "normal-subgroup", "existence", "model", "set", "interaction", "fan", "vectors", "maps", "energies", "separation", "universality", "answers", "numbers",
    ];

    /// <summary>All forgeries in one part. Of places of one shape (the same field of records of one kind, set and activation) those with different values, three at most; values of another kind and fields more or less at one of them.</summary>
    public static IEnumerable<Forgery> Of(JObject original, string part, bool withForms)
    {
        foreach (var shape in Tokens(original, part).GroupBy(token => ShapeOf(original, token.Path) + Kin(original, token) + token.Type))
        {
            List<JToken> different = [.. shape.DistinctBy(token => token.ToString(Formatting.None))];
            foreach (var i in Spread(different.Count))
            {
                var token = different[i];
                foreach (var (label, change) in Changes(token, different[(i + 1) % different.Count]).Concat(withForms && i == 0 ? Forms(token) : []))
                {
                    var document = (JObject)original.DeepClone();
                    change(token.Path.Length == 0 ? document : document.SelectToken(token.Path)!);
                    if (JToken.DeepEquals(document, original))
                    {
                        continue;
                    }

                    yield return new(ShapeOf(original, token.Path), label, document);
                }
            }
        }

        foreach (var (label, change) in Lists(original, part))
        {
            var document = (JObject)original.DeepClone();
            var list = (JArray)document["certificates"]!;
            change(list, [.. list.Where(record => (string?)record["kind"] == part)]);
            yield return new(part, label, document);
        }
    }

    /// <summary>The text with the hash that is due.</summary>
    public string Sealed()
    {
        Document.Remove(CanonicalJson.HashField);
        var text = Changeable.Print(Document);
        return $"{{\n  \"{CanonicalJson.HashField}\": \"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\",\n{text[2..]}";
    }

    /// <summary>A path with the kind of the record for its number in the list of certificates, and without the other numbers.</summary>
    public static string ShapeOf(JObject document, string path)
    {
        var kinds = document["certificates"] as JArray;
        var named = Record().Replace(path, match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is var place && kinds?.Count > place && kinds[place] is JObject record && record["kind"] is JValue { Value: string kind } ? kind : match.Value);
        return Place().Replace(named, "[]");
    }

    private static IEnumerable<JToken> Tokens(JObject document, string part) => part switch
    {
        Head => document.Properties().Where(property => property.Name is not ("certificates" or "answers" or "numbers" or "hash")).SelectMany(property => All(property.Value)).Prepend(document),
        "answers" or "numbers" => All(document[part]!),
        _ => document["certificates"]!.Where(record => (string?)record["kind"] == part).SelectMany(All),
    };

    private static IEnumerable<JToken> All(JToken token) => token is JContainer container ? container.DescendantsAndSelf().Where(inner => inner is not JProperty) : [token];

    /// <summary>What sets records of one kind apart.</summary>
    private static string Kin(JObject document, JToken token)
    {
        var record = token.AncestorsAndSelf().OfType<JObject>().LastOrDefault(ancestor => ancestor != document);
        return string.Join(' ', new[] { "kind", "set", "activation", "separated", "simplicial", "type" }.Select(field => record?[field] is JValue value ? value.ToString(CultureInfo.InvariantCulture) : ""))
            + string.Join(' ', token is JObject inner ? inner.Properties().Select(property => property.Name) : []);
    }

    private static IEnumerable<int> Spread(int count) => Enumerable.Range(0, MostOfAShape).Select(i => i * (count - 1) / (MostOfAShape - 1)).Distinct();

    /// <summary>Other values of the same kind.</summary>
    private static IEnumerable<(string Label, Action<JToken> Change)> Changes(JToken token, JToken other)
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
            case JValue { Type: JTokenType.String } text:
                foreach (var match in Digits().Matches((string)text!).Take(2))
                {
                    var larger = long.Parse(match.Value[^Math.Min(match.Length, 18)..], CultureInfo.InvariantCulture) + 1;
                    yield return To("another number in it", ((string)text!)[..match.Index] + larger + ((string)text!)[(match.Index + match.Length)..]);
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
            case JObject record when record["kind"] is not null && (record["set"] is not null || (string?)record["kind"] == "model"):
                yield return ("a limit more", at => at["limit"] = Limit);
                yield return ("a limit only", at => at.Replace(new JObject(record.Properties().Where(property => property.Name is "kind" or "set" or "simple" or "source" or "target").Append(new JProperty("limit", Limit)))));
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
            case JValue { Type: JTokenType.String } text:
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
                foreach (var name in record.Properties().Select(property => property.Name).Where(name => name != CanonicalJson.HashField || record.Parent is not null))
                {
                    yield return ($"without {name}", at => ((JObject)at).Remove(name));
                }

                break;
        }
    }

    private static (string Label, Action<JToken> Change) To(string label, JToken? value) => (label, at => at.Replace(value ?? JValue.CreateNull()));

    /// <summary>Records of one kind that are missing, too many, in another order.</summary>
    private static IEnumerable<(string Label, Action<JArray, List<JToken>> Change)> Lists(JObject original, string part)
    {
        var count = original["certificates"]!.Count(record => (string?)record["kind"] == part);
        if (count == 0)
        {
            yield break;
        }

        yield return ("the first is missing", (_, own) => own[0].Remove());
        yield return ("the last is missing", (_, own) => own[^1].Remove());
        yield return ("the first stands twice", (_, own) => own[0].AddAfterSelf(own[0].DeepClone()));
        yield return ("the last stands twice", (_, own) => own[^1].AddAfterSelf(own[^1].DeepClone()));
        yield return ("the last stands first of all", (list, own) => Move(own[^1], list.AddFirst));
        if (count > 1)
        {
            yield return ("the last two in the other order", (_, own) => Move(own[^1], own[^2].AddBeforeSelf));
        }

        static void Move(JToken record, Action<object> to)
        {
            record.Remove();
            to(record);
        }
    }

    [GeneratedRegex(@"certificates\[([0-9]+)\]")]
    private static partial Regex Record();

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Place();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
