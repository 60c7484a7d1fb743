using System.Text.Json;
using System.Text.Json.Nodes;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Certificates;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Separation;

/// <summary>Separation certificates of which one place is forged, every place in turn and each in all ways that its kind allows; seals are put right, so that they are not what refuses it.</summary>
public sealed class SeparationStructureTests
{
    public static TheoryData<string> Kinds => ["separated", "equal"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_is_needed_and_no_other_one_is_read(string which)
    {
        foreach (var path in Records(Fresh(which), []))
        {
            foreach (var (name, _) in At(Fresh(which), path).AsObject().Where(field => field.Key != "digest"))
            {
                Refused(which, path, record => record.AsObject().Remove(name), "without " + name);
                Refused(which, path, record => record.AsObject()[name] = null, name + " null");

                // Another letter that looks the same, and the name in capitals.
                Refused(which, path, record => Renamed(record.AsObject(), name, name.Replace('e', '\u0435').Replace('a', '\u0430').Replace('o', '\u043e')), name + " in Cyrillic");
                Refused(which, path, record => Renamed(record.AsObject(), name, name.ToUpperInvariant()), name + " in capitals");
            }

            Refused(which, path, record => record.AsObject()["remark"] = "checked by hand", "with a remark");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_key_that_stands_twice_is_named(string which)
    {
        var text = SeparationCertificate.Of(Answer(which));
        foreach (var key in new[] { "kind", "group", "separated", "sets", "inputs", "size" })
        {
            var at = text.IndexOf($"\"{key}\":", StringComparison.Ordinal);
            var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(text.Insert(at, $"\"{key}\": 1, ")));
            Assert.Contains(key, refused.Where + refused.Problem, StringComparison.Ordinal);
            Assert.Contains("twice", refused.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_value_of_another_kind_is_refused(string which)
    {
        // Names are labels, which may be any short text.
        foreach (var path in Leaves(Fresh(which), []).Where(path => path[0] is not ("group" or "architecture")))
        {
            foreach (var other in new[] { "[]", "{}", "1.5", "-1", "1e3", "9007199254740993", "\"\u0663\"", "\"1 \"", "\"+1\"", "\"01\"", "\"\u00bd\"", "\"\\u202e1\"", "\"\"", "null" })
            {
                // A list or record in the place of a value has to be refused, whatever it would mean; numbers and texts only where they are not the same statement.
                Refused(which, path[..^1], record => Put(record, path[^1], JsonNode.Parse(other)), path[^1] + " as " + other);
            }
        }
    }

    /// <summary>A whole number one larger, a truth value turned: found, unless the statement is true all the same: inputs that the network sees with weight 0, a channel that nothing uses, another pair or point of the same orbit, another point at which the outputs differ.</summary>
    [Theory]
    [InlineData("separated", "inputs[0]", "inputs[1]", ".channels", ".pair[", "point")]
    [InlineData("equal")]
    public void Every_number_that_is_changed_alone_is_found(string which, params string[] mayHold)
    {
        var missed = new List<string>();
        foreach (var path in Leaves(Fresh(which), []))
        {
            var value = At(Fresh(which), path).AsValue();
            JsonNode? next = value.GetValueKind() switch
            {
                JsonValueKind.Number => JsonValue.Create(value.GetValue<int>() + 1),
                JsonValueKind.True => JsonValue.Create(false),
                JsonValueKind.False => JsonValue.Create(true),
                JsonValueKind.String when Cyclotomic.TryParse(value.GetValue<string>(), out var number) => JsonValue.Create((number + 1).ToString()),
                _ => null,
            };
            var document = Fresh(which);
            Put(At(document, path[..^1]), path[^1], next);
            if (next is not null && CertificateChecker.Check(SealedCertificates.Sealed(document)).IsAccepted)
            {
                missed.Add(string.Concat(path.Select(step => int.TryParse(step, out _) ? $"[{step}]" : "." + step)).TrimStart('.'));
            }
        }

        Assert.DoesNotContain(missed, place => !mayHold.Any(part => place.Contains(part, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789")]
    public void A_seal_that_is_not_that_of_the_document_is_refused(string digest)
    {
        var document = Fresh("equal");
        document["digest"] = digest;
        Assert.Equal("the document", Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(SealedCertificates.Text(document))).Where.Replace("digest", "the document", StringComparison.Ordinal));
        document.Remove("digest");
        Assert.False(CertificateChecker.Check(SealedCertificates.Text(document)).IsAccepted);
    }

    /// <summary>Names are labels: quoted, and of restricted letters.</summary>
    [Fact]
    public void Names_are_labels()
    {
        var document = Fresh("equal");
        document["group"] = "A5";
        Assert.Contains("group: \"A5\"", Assert.IsType<CertificateReport.Accepted>(CertificateChecker.Check(SealedCertificates.Sealed(document))).Labels);
        foreach (var name in new[] { "S4\nevery claim holds", "S4\u202e", "S\u200d4", new string('x', 5000), "" })
        {
            document["group"] = name;
            Assert.Contains(Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(SealedCertificates.Sealed(document))).Where, new[] { "group", "the document" });
        }
    }

    private static void Refused(string which, string[] path, Action<JsonNode> forge, string what)
    {
        var document = Fresh(which);
        forge(At(document, path));
        var report = CertificateChecker.Check(SealedCertificates.Sealed(document));
        var refused = report as CertificateReport.Refused;
        Assert.True(refused is not null, $"{string.Join('/', path)}: {what} passes");
        Assert.True(refused.Where.Length > 0 && refused.Problem.Length > 0 && !refused.Problem.Contains('\n', StringComparison.Ordinal), $"{string.Join('/', path)}: {what}: {refused.Where}: {refused.Problem}");
    }

    private static JsonObject Fresh(string which) => JsonNode.Parse(SeparationCertificate.Of(Answer(which)))!.AsObject();

    private static PairSeparation Answer(string which)
    {
        var group = FiniteGroup.Parse("S3");
        var x = GSet.Points(group);
        NetworkInput Input(params int[] values) => NetworkInput.Of(x, values.Select(value => (RealCyclotomic)value));
        return PairSeparation.Of(Architecture.Of(x, [x], x), Input(0, 1, 5), which == "equal" ? Input(0, 1, 5) : Input(0, 1, 7));
    }

    private static JsonNode At(JsonNode node, string[] path) => path.Aggregate(node, (at, step) => int.TryParse(step, out var place) && at is JsonArray ? at[place]! : at[step]!);

    private static void Put(JsonNode record, string step, JsonNode? value)
    {
        if (record is JsonArray list)
        {
            list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            record[step] = value;
        }
    }

    private static void Renamed(JsonObject record, string from, string to)
    {
        var value = record[from]!.DeepClone();
        record.Remove(from);
        record[to == from ? from + "\u0131" : to] = value;
    }

    private static IEnumerable<string[]> Records(JsonNode node, string[] path) => node switch
    {
        JsonObject record => record.Where(field => field.Value is not null).SelectMany(field => Records(field.Value!, [.. path, field.Key])).Prepend(path),
        JsonArray list => list.SelectMany((item, i) => Records(item!, [.. path, i.ToString(System.Globalization.CultureInfo.InvariantCulture)])),
        _ => [],
    };

    private static IEnumerable<string[]> Leaves(JsonNode node, string[] path) => node switch
    {
        JsonObject record => record.Where(field => field.Key != "digest").SelectMany(field => Leaves(field.Value!, [.. path, field.Key])),
        JsonArray list => list.SelectMany((item, i) => Leaves(item!, [.. path, i.ToString(System.Globalization.CultureInfo.InvariantCulture)])),
        _ => [path],
    };
}
