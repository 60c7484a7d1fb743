using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>Reports are equal where all that they say is.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Reports_are_equal_by_content()
    {
        var report = Accepted("maps", "s", ["a", "b"], ["l"]);
        var same = Accepted("maps", "s", ["a", "b"], ["l"]);
        Assert.Equal(report, same);
        Assert.Equal(report.GetHashCode(), same.GetHashCode());
        Assert.All(
            new CertificateReport[]
            {
                Accepted("chambers", "s", ["a", "b"], ["l"]), Accepted("maps", "t", ["a", "b"], ["l"]), Accepted("maps", "s", ["a", "c"], ["l"]), Accepted("maps", "s", ["a"], ["l"]), Accepted("maps", "s", ["a", "b"], []),
                new CertificateReport.Refused("maps", "", ""),
            },
            other => Assert.NotEqual<CertificateReport>(report, other));
        Assert.False(report.Equals(null));
    }

    [Fact]
    public void Fields_of_a_document_are_looked_at_without_its_claims()
    {
        var document = File.ReadAllText(Path.Combine(Testing.Oracles.Repository(), "catalog", "alternating", "A004.json"));
        Assert.Null(CertificateChecker.CheckFields(document));

        // A claim that does not hold is no matter of fields.
        Assert.Null(CertificateChecker.CheckFields(document.Replace("\"order\": 12", "\"order\": 13", StringComparison.Ordinal)));
        var refused = CertificateChecker.CheckFields(document.Replace("\"answers\": [", "\"anwsers\": [", StringComparison.Ordinal));
        Assert.Equal("catalog-document", refused?.Kind);
        Assert.False(string.IsNullOrEmpty(refused?.Problem));
    }

    private static CertificateReport.Accepted Accepted(string kind, string statement, string[] claims, string[] labels) => new(kind, statement, claims, labels);
}
