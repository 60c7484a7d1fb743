using System.Text.Json.Nodes;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Certificates;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

public sealed class MapCertificateTests
{
    [Theory]
    [InlineData("C1")]
    [InlineData("C8")]
    [InlineData("D4")]
    [InlineData("Q8")]
    [InlineData("S4")]
    [InlineData("C7:C3")]
    [InlineData("SL(2,3)")]
    [InlineData("A5")]
    public void Every_verdict_is_accepted(string group)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        foreach (var source in table.Simples)
        {
            foreach (var target in table.Simples)
            {
                var report = CertificateChecker.Check(MapCertificate.Of(KernelCriterion.Decide(source, target)));
                Assert.True(report.IsAccepted, $"{source.Label} {target.Label}: {report}");
            }
        }
    }

    [Theory]
    [InlineData("C8", "L1", "L2", "regular", false)]
    [InlineData("C5", "L1", "L2", "regular", false)]
    [InlineData("S3", "L2", "L1", "regular", true)]
    [InlineData("S4", "standard", "L2", "points", false)]
    [InlineData("S4", "standard", "standard", "points", false)]
    [InlineData("S5", "standard", "trivial", "points", false)]
    [InlineData("S4", "L4", "L1", "cosets:(1,2)", false)]
    [InlineData("D4", "L4", "L1", "points+regular", false)]
    [InlineData("A5", "L1", "L4", "cosets:(1,2,3)", false)]
    public void The_space_of_maps_is_accepted(string group, string source, string target, string on, bool isotypic)
    {
        var report = CertificateChecker.Check(Certificate(group, source, target, on, isotypic));
        Assert.True(report.IsAccepted, report.ToString());
    }

    [Theory]
    [InlineData("C4", "L1", "L2")]
    [InlineData("S3", "L1", "L2")]
    [InlineData("Q8", "L4", "L1")]
    public void Any_single_change_of_a_verdict_is_refused(string group, string source, string target)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var certificate = MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed(source), table.SimpleNamed(target)));
        foreach (var (where, document) in Tampering.Of(certificate, reseal: false))
        {
            Assert.False(CertificateChecker.Check(document).IsAccepted, where);
        }

        foreach (var (where, document) in Tampering.Of(certificate, reseal: true))
        {
            // Another element of the kernel, another representative of a class, another bias are as good.
            var mayBeTrue = where.Contains("generators", StringComparison.Ordinal) || where.Contains("representative", StringComparison.Ordinal) || where.Contains("element", StringComparison.Ordinal);
            Assert.False(CertificateChecker.Check(document).IsAccepted && !mayBeTrue, where);
        }
    }

    [Theory]
    [InlineData("C4", "L1", "L2", "regular")]
    [InlineData("S3", "standard", "standard", "points")]
    [InlineData("S4", "standard", "standard", "points")]
    public void Any_single_change_of_a_space_of_maps_is_refused(string group, string source, string target, string on)
    {
        var certificate = Certificate(group, source, target, on, isotypic: false);
        foreach (var (where, document) in Tampering.Of(certificate, reseal: false))
        {
            Assert.False(CertificateChecker.Check(document).IsAccepted, where);
        }

        foreach (var (where, document) in Tampering.Of(certificate, reseal: true))
        {
            if (where.StartsWith(".mapSpace", StringComparison.Ordinal) || where.StartsWith(".sourceMatrices", StringComparison.Ordinal) || where.StartsWith(".fan.counts", StringComparison.Ordinal))
            {
                Assert.False(CertificateChecker.Check(document).IsAccepted, where);
            }
        }
    }

    [Fact]
    public void A_basis_that_misses_a_map_is_refused_by_the_equations_across_the_walls()
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(Certificate("C8", "L1", "L2", "regular", isotypic: false))!;
        root["mapSpace"]!["basis"]!.AsArray().RemoveAt(0);
        root["mapSpace"]!["dimension"] = root["mapSpace"]!["dimension"]!.GetValue<int>() - 1;
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Tampering.Sealed(root)));
        Assert.Equal("mapSpace.dimension", refused.Where);
        Assert.Contains("across the walls", refused.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C1", "L0", "L0", "regular")]
    [InlineData("S3", "standard", "standard", "points")]
    public void The_rows_of_the_fan_are_forms_on_the_source_and_nothing_larger(string group, string source, string target, string on)
    {
        var root = JsonNode.Parse(Certificate(group, source, target, on, isotypic: false))!;
        var fan = root["fan"]!;
        foreach (var list in new[] { fan["arrangement"]!["rows"]!.AsArray(), fan["rays"]!.AsArray() })
        {
            foreach (var vector in list)
            {
                vector!.AsArray().Add("0");
            }
        }

        foreach (var (record, field) in new[] { (fan["arrangement"]!, "columns"), (fan["counts"]!, "lineality") })
        {
            record[field] = record[field]!.GetValue<int>() + 1;
        }

        Assert.Equal("fan.arrangement.columns", Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Tampering.Sealed(root))).Where);
    }

    [Fact]
    public void Names_are_reported_as_labels_that_are_not_proved()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S3"));
        var root = JsonNode.Parse(MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed("standard"), table.SimpleNamed("sign"))))!;
        root["group"]!["name"] = "the Monster";
        root["source"]!["label"] = "spin";
        var report = Assert.IsType<CertificateReport.Accepted>(CertificateChecker.Check(Tampering.Sealed(root)));
        Assert.Equal(["group.name: \"the Monster\"", "source.label: \"spin\"", "target.label: \"L1\""], report.Labels);
        Assert.DoesNotContain(report.Claims.Append(report.Statement), claim => claim.Contains("Monster", StringComparison.Ordinal));
        root["source"]!["label"] = "L2\nproved   everything";
        Assert.Equal("source.label", Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Tampering.Sealed(root))).Where);
    }

    internal static string Certificate(string group, string source, string target, string on, bool isotypic)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var (from, to) = (table.SimpleNamed(source), table.SimpleNamed(target));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, on));
        Subrepresentation space = isotypic ? IsotypicSubspace.Of(decomposition, [from]) : SimpleCopy.TryFind(decomposition, from)!;
        return MapCertificate.Of(KernelCriterion.Decide(from, to), EquivariantMapSpace.TryOf(EquivariantFan.Of(space), to)!);
    }
}
