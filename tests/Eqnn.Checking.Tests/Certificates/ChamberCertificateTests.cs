using System.Text.Json.Nodes;
using Eqnn.Checking.Fans;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Tests.Arrangements;
using Eqnn.Records.Certificates;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

public sealed class ChamberCertificateTests
{
    private const string Lineality = """{"vectors": [[1, 0, 0, 1], [0, 0, 0, 0], [-2, 0, 0, -2], [0, 1, 0, 0], [1, 1, 0, 1], ["E(5)+E(5)^4", 1, 0, "E(5)+E(5)^4"]]}""";

    /// <summary>The arrangements of tests/oracles/chambers that list their vectors.</summary>
    public static TheoryData<string> WithVectors => [.. Entries().Where(entry => entry["vectors"] is not null).Select(entry => (string)entry["id"]!)];

    public static TheoryData<string> Small => ["sumzero-4", "cyclic-5-L1L2", "resonance-3", "braid-4", "lineality", "empty"];

    [Theory]
    [MemberData(nameof(WithVectors))]
    public void The_checker_accepts_what_was_found(string id)
    {
        var report = CertificateChecker.Check(ChamberCertificate.Of(ChamberEnumeration.Of(ChamberEntries.ArrangementOf(Entries().Single(entry => (string?)entry["id"] == id)))));
        Assert.True(report.IsAccepted, report.ToString());
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Any_single_change_is_refused(string name)
    {
        foreach (var (where, document) in Tampering.Of(Certificate(name), reseal: false))
        {
            Assert.False(CertificateChecker.Check(document).IsAccepted, where);
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void With_fresh_digests_only_another_true_statement_passes(string name)
    {
        foreach (var (where, document) in Tampering.Of(Certificate(name), reseal: true))
        {
            // A longer vector on the same ray, another ray of an orbit, another row with the same hyperplane: true as well. No count, sign, wall, size or generator is.
            var mayBeTrue = where.StartsWith(".arrangement.rows", StringComparison.Ordinal) || where.StartsWith(".rays", StringComparison.Ordinal) || where.EndsWith("].ray", StringComparison.Ordinal);
            Assert.False(CertificateChecker.Check(document).IsAccepted && !mayBeTrue, where);
        }
    }

    [Fact]
    public void A_missing_orbit_is_noticed_at_the_wall_that_leads_to_it()
    {
        // All counts that follow are made to fit: only the crossing shows it.
        var root = JsonNode.Parse(Certificate("resonance-3"))!;
        var size = root["chamberOrbits"]![2]!["size"]!.GetValue<int>();
        root["chamberOrbits"]!.AsArray().RemoveAt(2);
        root["counts"]!["chambers"] = root["counts"]!["chambers"]!.GetValue<int>() - size;
        root["counts"]!["chamberOrbits"] = root["counts"]!["chamberOrbits"]!.GetValue<int>() - 1;
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Tampering.Sealed(root)));
        Assert.Matches("^chamberOrbits.*walls$", refused.Where);
        Assert.Contains("beyond hyperplane", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_ray_is_noticed_at_the_edge_that_leads_to_it()
    {
        var root = JsonNode.Parse(Certificate("cyclic-5-L1L2"))!;
        root["chamberOrbits"]![0]!["rays"]!.AsArray().RemoveAt(0);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Tampering.Sealed(root)));
        Assert.Equal("chamberOrbits[0].rays", refused.Where);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\"format\": \"eqnn-certificate\"}", "version")]
    [InlineData("{\"format\": \"eqnn-certificate\", \"version\": 2}", "kind")]
    [InlineData("{\"format\": \"eqnn-certificate\", \"version\": 3}", "version")]
    [InlineData("[1]", "format")]
    [InlineData("{\"format\": \"eqnn-certificate\", \"version\": 1, \"kind\": \"chambers\"}", "arrangement")]
    public void What_is_no_certificate_is_refused_with_the_place(string text, string where) =>
        Assert.StartsWith(where, Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(text)).Where, StringComparison.Ordinal);

    [Fact]
    public void The_list_of_cones_has_a_limit() =>
        Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(Certificate("sumzero-4"), CertificateCheckOptions.Default.WithMaxCones(10)));

    [Fact]
    public void Listing_the_edges_at_a_ray_has_a_limit_and_can_be_stopped()
    {
        var root = ClaimReader.Read(Certificate("resonance-4"));
        var forms = CheckedForms.Of(root["arrangement"]);
        string[] signs = [.. root["rays"].Items().Select(ray => forms.SignsAt(ray.RealVector(4)))];
        var crowded = root["chamberOrbits"].Items().First(orbit => orbit["rays"].Items().Any(ray => signs[ray.Position(signs.Length)].Count(c => c == '0') > forms.Dimension - 1));
        int[] rays = [.. crowded["rays"].Items().Select(ray => ray.Position(signs.Length))];
        Assert.Null(new ConeSkeleton(forms, signs, CertificateCheckOptions.Default, default).FirstOpenEnd(crowded["signs"].Text(), rays));
        Assert.Contains("flats through the rays", Assert.Throws<LimitExceededException>(() => new ConeSkeleton(forms, signs, CertificateCheckOptions.Default.WithMaxCones(3), default).FirstOpenEnd(crowded["signs"].Text(), rays)).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => new ConeSkeleton(forms, signs, CertificateCheckOptions.Default, new CancellationToken(canceled: true)).FirstOpenEnd(crowded["signs"].Text(), rays));
    }

    /// <summary>Of every chamber each ray is left out in turn, at crowded rays and others.</summary>
    [Theory]
    [InlineData("resonance-3")]
    [InlineData("resonance-4")]
    [InlineData("braid-4")]
    [InlineData("cyclic-5-L1L2")]
    public void Every_ray_that_is_missing_leaves_an_open_end(string family)
    {
        var root = ClaimReader.Read(Certificate(family));
        var forms = CheckedForms.Of(root["arrangement"]);
        string[] signs = [.. root["rays"].Items().Select(ray => forms.SignsAt(ray.RealVector(forms.Rows[0].Length)))];
        var skeleton = new ConeSkeleton(forms, signs, CertificateCheckOptions.Default, default);
        foreach (var orbit in root["chamberOrbits"].Items())
        {
            int[] rays = [.. orbit["rays"].Items().Select(ray => ray.Position(signs.Length))];
            Assert.Null(skeleton.FirstOpenEnd(orbit["signs"].Text(), rays));
            Assert.All(rays, missing => Assert.NotNull(skeleton.FirstOpenEnd(orbit["signs"].Text(), [.. rays.Where(ray => ray != missing)])));
        }
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(5_000_000, true)]
    public void The_second_count_has_a_budget_that_the_report_names(long budget, bool isCounted)
    {
        var report = Assert.IsType<CertificateReport.Accepted>(CertificateChecker.Check(Certificate("resonance-4"), CertificateCheckOptions.Default.WithCountBudget(budget)));
        Assert.Equal(isCounted, report.Claims.Any(claim => claim.EndsWith("by deletion and restriction, is 370 as well", StringComparison.Ordinal)));
        Assert.Equal(!isCounted, report.Claims.Any(claim => claim.Contains("more than 20 products (CertificateCheckOptions.CountBudget)", StringComparison.Ordinal)));
    }

    private static IEnumerable<JsonNode> Entries() => JsonNode.Parse(File.ReadAllText(Testing.Oracles.File("chambers", "small.json")))!["arrangements"]!.AsArray()!;

    internal static string Certificate(string name) => ChamberCertificate.Of(ChamberEnumeration.Of(name switch
    {
        "sumzero-4" => Families.SumZero(4),
        "cyclic-5-L1L2" => Families.Cyclic(5, 1, 2),
        "resonance-3" => Families.Resonance(3),
        "resonance-4" => Families.Resonance(4),
        "braid-4" => Families.Braid(4),
        "lineality" => ChamberEntries.ArrangementOf(JsonNode.Parse(Lineality)!),
        _ => Arrangement.FromRows(new[] { new[] { (Rational)0, 0 } }),
    }));
}
