using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>Documents of the catalog as certificates: inputs that networks tell apart, checked on sets that the document does not write out.</summary>
public sealed class DocumentTests
{
    private static readonly Lazy<string> A4 = new(() => File.ReadAllText(Path.Combine(Oracles.Repository(), "catalog", "alternating", "A004.json")));

    [Fact]
    public void A_document_with_networks_is_accepted()
    {
        Assert.Contains("\"separated\": true", A4.Value, StringComparison.Ordinal);
        Assert.Contains("\"separated\": false", A4.Value, StringComparison.Ordinal);
        Assert.StartsWith("all claims on \"A4\" of order 12 and ", Assert.IsType<CertificateReport.Accepted>(CertificateChecker.Check(A4.Value)).Statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("network", true)]
    [InlineData("colours", false)]
    public void What_stands_beside_it_is_refused(string field, bool separated)
    {
        var document = JObject.Parse(A4.Value);
        var (own, other) = (Record(document, separated), Record(document, !separated));
        own[separated ? "colours" : "network"] = other[separated ? "colours" : "network"]!.DeepClone();
        Assert.NotNull(own[field]);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(document.ToString()));
        Assert.Equal((own.Path + (separated ? ".colours" : ".network"), "the format has no such field"), (refused.Where, refused.Problem));
    }

    private static JObject Record(JObject document, bool separated) => (JObject)document["certificates"]!.First(record => (string?)record["kind"] == "separation" && record["separated"] is JValue value && (bool)value == separated);
}
