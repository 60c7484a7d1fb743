using System.Text;
using System.Text.Json.Nodes;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Tests.Arrangements;
using Eqnn.Records.Certificates;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>What made a certificate is a label: quoted, never checked, and sealed with the rest.</summary>
public sealed class ProducerTests
{
    private const string Producer = "another program 7";

    /// <summary>A certificate of each kind that names its producer.</summary>
    public static TheoryData<string> Kinds => ["chambers", "chamber-orbits", "maps"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_reported_as_a_label(string kind)
    {
        var accepted = Assert.IsType<CertificateReport.Accepted>(CertificateChecker.Check(Certificate(kind)));
        Assert.Equal(kind, accepted.Kind);
        Assert.Contains($"producer: \"{Producer}\"", accepted.Labels);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Certificate(kind)));
        Assert.True(CertificateChecker.Check(file).IsAccepted);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_sealed_as_all_else(string kind)
    {
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Certificate(kind).Replace("program 7", "program 8", StringComparison.Ordinal)));
        Assert.Contains("does not match its digest", refused.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_it_nothing_else_changes(string kind)
    {
        var (named, plain) = (Certificate(kind).Split('\n'), Certificate(kind, null).Split('\n'));
        Assert.Equal(kind == "chamber-orbits" ? plain.Length : plain.Length + 1, named.Length);

        // The version of certificates in one record, and the digest of the whole, are other ones.
        Assert.Equal(kind == "chamber-orbits" ? 2 : 3, named.Except(plain).Count());
    }

    [Fact]
    public void A_certificate_in_one_record_may_be_written_without_spaces()
    {
        foreach (var kind in new[] { "chambers", "maps" })
        {
            var compact = JsonNode.Parse(Certificate(kind))!.ToJsonString();
            Assert.StartsWith("{\"format\":\"eqnn-certificate\",\"version\":2,", compact, StringComparison.Ordinal);
            Assert.True(CertificateChecker.Check(compact).IsAccepted);
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(compact));
            Assert.True(CertificateChecker.Check(file).IsAccepted);
        }
    }

    internal static string Certificate(string kind, string? producer = Producer)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S3"));
        return kind switch
        {
            "maps" => MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed("standard"), table.SimpleNamed("sign")), producer),
            "chambers" => ChamberCertificate.Of(ChamberEnumeration.Of(Families.Resonance(3)), producer),
            _ => ChamberOrbitCertificate.Of(ChamberEnumeration.Of(Families.Resonance(3)), producer),
        };
    }
}
