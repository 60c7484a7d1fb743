using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Eqnn.Catalog.Documents;
using Eqnn.Testing;
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

    /// <summary>The parts of a document, in the order in which they stand.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        Head, "group", "class", "character", "simple", "normal-subgroup", "existence", "model", "set", "interaction", "fan", "vectors", "maps", "energies", "separation", "universality", "answers", "numbers",
    ];

    /// <summary>All forgeries in one part; values of another kind and fields more or less only where they are asked for.</summary>
    public static IEnumerable<Forgery> Of(JObject original, string part, bool withForms) => JsonChanges.Of(original, Tokens(original, part), token => ShapeOf(original, token.Path) + Kin(original, token) + token.Type, withForms, Limits)
        .Where(change => (change.Path, change.Label) != ("", $"without {CanonicalJson.HashField}"))
        .Select(change => new Forgery(ShapeOf(original, change.Path), change.Label, change.Document)).Concat(Lists(original, part));

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
        return JsonChanges.WithoutPlaces(named);
    }

    private static IEnumerable<JToken> Tokens(JObject document, string part) => part switch
    {
        Head => document.Properties().Where(property => property.Name is not ("certificates" or "answers" or "numbers" or "hash")).SelectMany(property => JsonChanges.Places(property.Value)).Prepend(document),
        "answers" or "numbers" => JsonChanges.Places(document[part]!),
        _ => document["certificates"]!.Where(record => (string?)record["kind"] == part).SelectMany(JsonChanges.Places),
    };

    /// <summary>What sets records of one kind apart.</summary>
    private static string Kin(JObject document, JToken token)
    {
        var record = token.AncestorsAndSelf().OfType<JObject>().LastOrDefault(ancestor => ancestor != document);
        return string.Join(' ', new[] { "kind", "set", "activation", "separated", "simplicial", "type" }.Select(field => record?[field] is JValue value ? value.ToString(CultureInfo.InvariantCulture) : ""))
            + string.Join(' ', token is JObject inner ? inner.Properties().Select(property => property.Name) : []);
    }

    /// <summary>A limit stated where none applies.</summary>
    private static IEnumerable<(string Label, Action<JToken> Change)> Limits(JToken token)
    {
        if (token is JObject record && record["kind"] is not null && (record["set"] is not null || (string?)record["kind"] == "model"))
        {
            yield return ("a limit more", at => at["limit"] = Limit);
            yield return ("a limit only", at => at.Replace(new JObject(record.Properties().Where(property => property.Name is "kind" or "set" or "simple" or "source" or "target").Append(new JProperty("limit", Limit)))));
        }
    }

    /// <summary>Records of one kind that are missing, too many, in another order.</summary>
    private static IEnumerable<Forgery> Lists(JObject original, string part)
    {
        var count = original["certificates"]!.Count(record => (string?)record["kind"] == part);
        (string Label, Action<JArray, List<JToken>> Change)[] changes =
        [
            ("the first is missing", (_, own) => own[0].Remove()),
            ("the last is missing", (_, own) => own[^1].Remove()),
            ("the first stands twice", (_, own) => own[0].AddAfterSelf(own[0].DeepClone())),
            ("the last stands twice", (_, own) => own[^1].AddAfterSelf(own[^1].DeepClone())),
            ("the last stands first of all", (list, own) => Move(own[^1], list.AddFirst)),
            ("the last two in the other order", (_, own) => Move(own[^1], own[^Math.Min(2, count)].AddBeforeSelf)),
        ];
        foreach (var (label, change) in count == 0 ? [] : count == 1 ? changes[..^1] : changes)
        {
            var document = (JObject)original.DeepClone();
            var list = (JArray)document["certificates"]!;
            change(list, [.. list.Where(record => (string?)record["kind"] == part)]);
            yield return new(part, label, document);
        }

        static void Move(JToken record, Action<object> to)
        {
            record.Remove();
            to(record);
        }
    }

    [GeneratedRegex(@"certificates\[([0-9]+)\]")]
    private static partial Regex Record();
}
