using System.Text.Json.Nodes;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>Issue 12, section 1, item 5, as a forger would go about it: at every place of a certificate another spelling, another kind of value, a field too many or too few, digests made fresh. All is refused, at a place.</summary>
public sealed class TemptingChangeTests
{
    /// <summary>Fields that may be missing or null, where nothing was counted; a number that stands in them is read.</summary>
    private static readonly string[] Optional = ["zaslavsky"];

    public static TheoryData<string> Kinds => ["maps on a fan", "none", "chambers", "chambers, listed in full", "told apart", "not told apart"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_other_spelling_and_every_other_field_is_refused(string kind)
    {
        var certificate = Certificate(kind);
        Assert.True(CertificateChecker.Check(certificate).IsAccepted);
        var accepted = new List<string>();
        var count = 0;
        foreach (var (what, document) in Changes(certificate))
        {
            count++;
            var report = CertificateChecker.Check(document);
            if (report is not CertificateReport.Refused { Where.Length: > 0, Problem.Length: > 0 and < 400 })
            {
                accepted.Add(what);
            }
        }

        Assert.InRange(count, 100, 100_000);
        Assert.Empty(accepted);
    }

    private static string Certificate(string kind) => kind switch
    {
        "maps on a fan" => MapCertificateTests.Certificate("C4", "L1", "L1", "regular", isotypic: false),
        "none" => File.ReadAllText(Path.Combine(Testing.Oracles.Repository(), "tests", "cases", "forgeries", "true-none.json")),
        "chambers" => ChamberCertificateTests.Certificate("braid-4"),
        "chambers, listed in full" => File.ReadAllText(Path.Combine(Testing.Oracles.Repository(), "tests", "cases", "forgeries", "true-chambers.json")),
        _ => RefusalTests.SeparationCertificateOf(isEqual: kind == "not told apart"),
    };

    private static IEnumerable<(string What, string Document)> Changes(string certificate)
    {
        foreach (var path in Paths(JsonNode.Parse(certificate)!, []).Where(path => path is not [.., "digest"]).ToList())
        {
            foreach (var (name, change) in Of(At(JsonNode.Parse(certificate)!, path)).Where(change => change.Name != "null" || path is not [.., string last] || !Optional.Contains(last)))
            {
                JsonNode? root = JsonNode.Parse(certificate)!;
                var place = At(root, path);
                var changed = change(place.DeepClone());
                if (path.Length == 0)
                {
                    root = changed;
                }
                else if (path[^1] is string field)
                {
                    At(root, path[..^1])[field] = changed;
                }
                else
                {
                    At(root, path[..^1])[(int)path[^1]] = changed;
                }

                yield return ($"{string.Join('.', path)}: {name}", root is null ? "null" : Tampering.Sealed(root));
            }
        }
    }

    private static IEnumerable<(string Name, Func<JsonNode, JsonNode?> Change)> Of(JsonNode node)
    {
        yield return ("null", _ => null);
        switch (node)
        {
            case JsonObject record:
                yield return ("a list", _ => new JsonArray());
                yield return ("a field too many", copy => With(copy, "theorem", "proved"));
                yield return ("a field without a name", copy => With(copy, "", 0));
                foreach (var name in record.Select(field => field.Key).Except(Optional).ToList())
                {
                    yield return ("without " + name, copy => Without(copy, name));
                    yield return (name + " in capitals", copy => With(Without(copy, name), name.ToUpperInvariant(), record[name]!.DeepClone()));
                }

                break;
            case JsonArray:
                yield return ("a record", _ => new JsonObject());
                yield return ("a null too many", copy => Longer(copy));
                yield return ("a list in a list", copy => new JsonArray(copy));
                break;
            default:
                yield return ("a record", _ => new JsonObject());
                yield return ("a list", copy => new JsonArray(copy));
                if (node.GetValueKind() == System.Text.Json.JsonValueKind.Number)
                {
                    var text = node.ToJsonString();
                    foreach (var spelling in new[] { text + ".0", text + "e0", $"\"{text}\"", $"\"+{text}\"", $"\"000{text}\"", "true" })
                    {
                        yield return (spelling, _ => JsonNode.Parse(spelling));
                    }
                }
                else if (node.GetValueKind() == System.Text.Json.JsonValueKind.String)
                {
                    var text = (string)node!;
                    foreach (var spelling in new[] { "", text + "\u200B", "\u202E" + text, text + "\u00A0", text + "\n", text + "\u001B[31m", new string('x', 5000) })
                    {
                        yield return ($"\"{text}\" changed", _ => JsonValue.Create(spelling));
                    }

                    yield return ("a number", _ => JsonValue.Create(7));
                }
                else
                {
                    yield return ("a number", _ => JsonValue.Create(1));
                    yield return ("a text", copy => JsonValue.Create(copy.ToJsonString()));
                }

                break;
        }
    }

    private static JsonNode With(JsonNode record, string name, JsonNode value)
    {
        // The digest stays last.
        record.AsObject().Insert(0, name, value);
        return record;
    }

    private static JsonNode Without(JsonNode record, string name)
    {
        record.AsObject().Remove(name);
        return record;
    }

    private static JsonNode Longer(JsonNode list)
    {
        list.AsArray().Add(null);
        return list;
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path) => node switch
    {
        JsonObject record => record.Where(field => field.Value is not null).SelectMany(field => Paths(field.Value!, [.. path, field.Key])).Prepend(path),
        JsonArray list => list.Take(3).SelectMany((item, i) => item is null ? [] : Paths(item, [.. path, i])).Prepend(path),
        _ => [path],
    };

    private static JsonNode At(JsonNode root, object[] path) => path.Aggregate(root, (node, step) => step is string field ? node[field]! : node[(int)step]!);
}
