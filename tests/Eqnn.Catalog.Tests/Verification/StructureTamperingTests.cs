using Eqnn.Catalog.Documents;
using Eqnn.Checking;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Verification;

/// <summary>Documents whose numbers are right and whose form is not, at every record in turn: fields missing, added, twice, under names that look the same; values of another kind or in other spellings. Hashes are put right.</summary>
public sealed class StructureTamperingTests
{
    public static TheoryData<string> Documents => ["C3", "S3@points"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_field_is_needed(string what) => Each(what, (record, field) => record.Remove(field), "left out");

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_field_is_there_under_another_name(string what) => Each(what, (record, field) =>
    {
        // Cyrillic letters that look the same, or a capital.
        var other = field.Replace('e', '\u0435').Replace('a', '\u0430').Replace('o', '\u043e');
        record.Property(field, StringComparison.Ordinal)!.Replace(new JProperty(other == field ? field.ToUpperInvariant() : other, record[field]));
    }, "renamed");

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_field_is_null_or_of_another_kind(string what)
    {
        foreach (var other in new[] { "null", "{}", "[[]]", "1.5", "\"\u0661\"", "\"1\u200b\"" })
        {
            // What is null already stays what it was.
            Each(what, (record, field) => record[field] = record[field]!.Type == JTokenType.Null ? new JValue(7) : JToken.Parse(other), other);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_record_has_a_field_that_nobody_reads(string what)
    {
        foreach (var path in Records(what).Where(path => path.Length > 0).Prepend(""))
        {
            var document = Built.Document(what);
            ((JObject)document.SelectToken(path)!)["remark"] = "every claim was checked by hand";
            Found(what, document, path, "a remark");
        }
    }

    /// <summary>A key that stands twice is seen in the text only: whoever reads it takes one of the two values.</summary>
    [Theory]
    [InlineData("schemaVersion", "1")]
    [InlineData("order", "7")]
    [InlineData("kind", "\"character\"")]
    [InlineData("dimension", "3")]
    public void A_key_that_stands_twice_is_refused(string key, string value)
    {
        var text = Built.Text("S3@points");
        var at = text.IndexOf($"\"{key}\":", StringComparison.Ordinal);
        Assert.True(at > 0);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(text.Insert(at, $"\"{key}\": {value}, ")));
        Assert.Contains("twice", refused.Problem, StringComparison.Ordinal);
        Assert.Contains(key, refused.Where + refused.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("capitals")]
    [InlineData("null")]
    public void A_hash_that_is_not_that_of_the_document_is_refused(string kind)
    {
        var document = Built.Document("C3");
        var hash = (string)document[CanonicalJson.HashField]!;
        document[CanonicalJson.HashField] = kind switch { "" => "", "0" => hash[..^1] + (hash[^1] == '0' ? '1' : '0'), "capitals" => hash.ToUpperInvariant(), _ => null };
        Assert.False(CertificateChecker.Check(Changeable.Print(document)).IsAccepted);
    }

    private static void Each(string what, Action<JObject, string> forge, string how)
    {
        // Records of one shape are alike: the last of each.
        foreach (var shape in Records(what).GroupBy(path => System.Text.RegularExpressions.Regex.Replace(path, "[0-9]+", "#") + string.Join(',', Fields(Built.Document(what), path))))
        {
            foreach (var path in shape.TakeLast(1))
            {
                foreach (var field in Fields(Built.Document(what), path).Where(field => field != CanonicalJson.HashField))
                {
                    var document = Built.Document(what);
                    forge((JObject)document.SelectToken(path)!, field);
                    Found(what, document, path + "." + field, how);
                }
            }
        }
    }

    private static void Found(string what, JObject document, string place, string how)
    {
        var problem = Built.FirstProblem(what, document);
        Assert.True(problem is not null, $"{place} {how}: not found");
        Assert.True((problem.Path.StartsWith('$') || problem.Path.StartsWith("line ", StringComparison.Ordinal)) && !problem.Message.Contains('\n', StringComparison.Ordinal) && problem.Message.Length > 0, $"{place} {how}: {problem.Path}: {problem.Message}");
    }

    private static List<string> Records(string what) => [.. Built.Document(what).DescendantsAndSelf().OfType<JObject>().Select(record => record.Path)];

    private static IEnumerable<string> Fields(JObject document, string path) => ((JObject)document.SelectToken(path)!).Properties().Select(property => property.Name);
}
