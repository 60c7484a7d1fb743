using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Certificates;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Records.Tests.Certificates;

/// <summary>Verdicts and spaces of maps come back from their certificates; whatever is changed in one is refused with its place.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)])]
public sealed class MapCertificateReadingLaws
{
    [Law(Cases = 30)]
    public void Verdicts_come_back(FiniteGroup group, NonNegativeInt first, NonNegativeInt second)
    {
        var simples = CharacterTable.Of(group).Simples;
        var verdict = KernelCriterion.Decide(simples[first.Get % simples.Count], simples[second.Get % simples.Count]);
        foreach (var producer in new[] { null, "a test 1.0" })
        {
            var text = MapCertificate.Of(verdict, producer);
            var again = MapCertificate.Read(text);
            Assert.Equal(text, MapCertificate.Of(again.Verdict, producer));
            Assert.Equal(verdict.ToString(), again.Verdict.ToString());
            Assert.Equal((verdict.IsPossible, producer), (again.Verdict.IsPossible, again.Producer));
            Assert.True(again.Verdict.Verify());
            Assert.Null(again.Maps);
        }
    }

    [Theory]
    [InlineData("C4", "regular", "L1", "L2", false)]
    [InlineData("C5", "regular", "L1", "L1", false)]
    [InlineData("S3", "regular", "L2", "L1", true)]
    [InlineData("S4", "points", "standard", "standard", false)]
    [InlineData("Q8", "regular", "L1", "L0", false)]
    [InlineData("A4", "points", "L2", "L2", false)]
    public void Spaces_of_maps_come_back(string group, string set, string source, string target, bool isWhole)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var split = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set));
        var maps = EquivariantMapSpace.Of(EquivariantFan.Of(Subrepresentation.Of(split, [table.SimpleNamed(source)], isWhole)), table.SimpleNamed(target));
        var text = MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed(source), table.SimpleNamed(target)), maps, "eqnn 1");
        var again = MapCertificate.Read(text);
        Assert.Equal((maps.Dimension, maps.LinearDimension, maps.OneLayerDimension), (again.Maps!.Dimension, again.Maps.LinearDimension, again.Maps.OneLayerDimension));
        Assert.Equal(maps.Basis, again.Maps.Basis);
        Assert.Equal(text, MapCertificate.Of(again.Verdict, again.Maps, again.Producer));
    }

    [Fact]
    public void The_certificate_of_the_documents_is_read()
    {
        var again = MapCertificate.Read(File.ReadAllText(Path.Combine(Oracles.Repository(), "docs", "certificate-s4.json")));
        Assert.Null(again.Producer);
        Assert.Equal(2, again.Maps!.Dimension);
        Assert.StartsWith("L3 -> L3: exists, F(v) = P_L3 ReLU(v - β), β = 1/4", again.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"order\": 4", "\"order\": 8", "field group.order: the library finds 4")]
    [InlineData("\"label\": \"L2\"", "\"label\": \"L7\"", "field target.label: the library finds \"L2\"")]
    [InlineData("\"kernelOrder\": 2", "\"kernelOrder\": 1", "field target.kernelOrder: the library finds 2")]
    [InlineData("\"bias\":\"1/4\"", "\"bias\":\"1/8\"", "field verdict.witness.bias: the library finds \"1/4\"")]
    [InlineData("\"exists\": true", "\"exists\": false", "field verdict.exists: the library finds true")]
    [InlineData("\"kind\": \"maps\"", "\"kind\": \"chambers\"", "field kind: \"maps\" is expected")]
    [InlineData("\"format\": \"eqnn-certificate\"", "\"format\": \"other\"", "field format: \"eqnn-certificate\" is expected")]
    [InlineData("\"version\": 1", "\"version\": 2", "field version: the library finds 1")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"colour\": 3,", "field colour: the format has no such field here")]
    [InlineData("\"linearExists\": false,", "", "field verdict: the field \"linearExists\" is missing")]
    [InlineData("[\"1\",\"1\",\"-1\",\"-1\"]", "[\"1\",\"0\",\"-1\",\"-1\"]", "field target.character: no simple of C4 has this character")]
    public void Whatever_is_changed_is_refused_with_its_place(string correct, string forged, string problem)
    {
        var table = CharacterTable.Of(FiniteGroup.Cyclic(4));
        var text = MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed("L1"), table.SimpleNamed("L2")));
        Assert.Contains(correct, text, StringComparison.Ordinal);
        var at = text.LastIndexOf(correct, StringComparison.Ordinal);
        Assert.Contains(problem, Assert.Throws<AlgebraFormatException>(() => MapCertificate.Read(text[..at] + forged + text[(at + correct.Length)..])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_producer_is_a_label_that_the_checker_quotes()
    {
        var table = CharacterTable.Of(FiniteGroup.Cyclic(4));
        var text = MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed("L1"), table.SimpleNamed("L2")), "eqnn \"x\"\n1");
        var accepted = Assert.IsType<CertificateReport.Accepted>(CertificateChecker.Check(text));
        Assert.Contains("producer: \"eqnn ?x??1\"", accepted.Labels);
    }
}
