using System.Text.Json.Nodes;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>Certificates made to deceive the checker, with what is right for each: tests/cases/forgeries/cases.json.</summary>
public sealed class ForgeryTests
{
    private static string Folder { get; } = Path.Combine(Testing.Oracles.Repository(), "tests", "cases", "forgeries");

    public static TheoryData<string> Certificates()
    {
        var data = new TheoryData<string>();
        foreach (var entry in Cases().Where(entry => entry["command"] is null))
        {
            data.Add((string)entry["file"]!);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Certificates))]
    public void A_forged_certificate_is_refused_at_its_place(string file)
    {
        var entry = Cases().Single(entry => (string?)entry["file"] == file);
        var report = CertificateChecker.Check(File.ReadAllText(Path.Combine(Folder, file)));
        if ((string?)entry["kind"] == "control")
        {
            Assert.True(report.IsAccepted, report.ToString());
            return;
        }

        var refused = Assert.IsType<CertificateReport.Refused>(report);
        var place = (string)entry["place"]!;
        Assert.True(place.StartsWith("the ", StringComparison.Ordinal) || refused.Where.Contains(place, StringComparison.Ordinal), $"{refused.Where}: {refused.Problem}");
        Assert.DoesNotContain(refused.Where + refused.Problem, c => c is < ' ' or > '~');
        Assert.InRange((refused.Where + refused.Problem).Length, 10, 300);
    }

    /// <summary>An order that counts permutations of rows is false; so many linear maps is true.</summary>
    [Theory]
    [InlineData("zero-rows-s4-order-96.json", "96", "24")]
    [InlineData("zero-rows-identity-order-46080.json", "46080", "1")]
    [InlineData("parallel-rows-order-2.json", "2", "1")]
    public void The_order_of_a_symmetry_is_that_of_linear_maps(string file, string claimed, string found) =>
        Assert.Equal($"the certificate says {claimed}, the generators induce {found} linear maps on the span of the rows",
            Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(File.ReadAllText(Path.Combine(Folder, file)))).Problem);

    [Fact]
    public void A_key_that_occurs_twice_is_named_with_its_line()
    {
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(File.ReadAllText(Path.Combine(Folder, "message-key-twice.json"))));
        Assert.Equal(("counts.chambers", "the field occurs twice, the second time on line 1"), (refused.Where, refused.Problem));
    }

    private static IEnumerable<JsonNode> Cases() => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "cases.json")))!.AsArray()!;
}
