using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.Checking.Tests.Documents;

/// <summary>That a limit stopped a document is a claim: it is stated where it applies, in the words that are due, and nowhere else.</summary>
public sealed class StatedLimitTests
{
    private const string NoLimit = "states a limit that does not apply";

    /// <summary>S5 has fans with too many hyperplanes; spaces of maps of SL(2,3) have too many coordinates.</summary>
    public static TheoryData<string, string> Documents => new() { { "symmetric/S005", "fan" }, { "other/SL-2-3", "maps" } };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_limit_is_stated_where_it_applies(string name, string kind)
    {
        var text = TextOf(name);
        Assert.True(CertificateChecker.Check(text).IsAccepted);
        var due = (string)Limited(JObject.Parse(text), kind)["limit"]!;
        Assert.Equal(("", $"should state the limit '{due}'"), Refusal(text, kind, record => record.ReplaceAll(Free(record, kind).Properties().Select(property => new JProperty(property.Name, (record[property.Name] ?? property.Value).DeepClone())).ToList())));
        Assert.Equal(".limit", Refusal(text, kind, record => record["limit"] = due + ".").Where);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_limit_is_not_stated_where_it_does_not_apply(string name, string kind)
    {
        var document = JObject.Parse(TextOf(name));
        var limited = Limited(document, kind);
        var free = Free(limited, kind);
        var brief = new JObject(limited.Properties().Where(property => property.Name is "kind" or "set" or "source" or "target").Select(property => new JProperty(property.Name, free[property.Name]!.DeepClone())).Append(new JProperty("limit", limited["limit"]!.DeepClone())));
        var path = free.Path;
        free.Replace(brief);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(document.ToString()));
        Assert.Equal((path, NoLimit), (refused.Where, refused.Problem));
    }

    /// <summary>Where a changed record is refused, from the record on, and why.</summary>
    private static (string Where, string Problem) Refusal(string text, string kind, Action<JObject> change)
    {
        var document = JObject.Parse(text);
        var record = Limited(document, kind);
        change(record);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(document.ToString()));
        Assert.StartsWith(record.Path, refused.Where, StringComparison.Ordinal);
        return (refused.Where[record.Path.Length..], refused.Problem);
    }

    private static JObject Limited(JObject document, string kind) => (JObject)document["certificates"]!.First(record => (string?)record["kind"] == kind && record["limit"] is not null);

    private static JObject Free(JObject limited, string kind) => (JObject)limited.Parent!.First(record => (string?)record["kind"] == kind && record["limit"] is null);

    private static string TextOf(string name) => File.ReadAllText(Path.Combine(Oracles.Repository(), "catalog", name + ".json"));
}
