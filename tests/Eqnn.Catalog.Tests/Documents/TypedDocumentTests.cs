using Eqnn.Algebra.Characters;
using Eqnn.Catalog.Folders;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.Records.Json;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Catalog.Tests.Documents;

/// <summary>A document as values: what stands in it, and what the library makes of it.</summary>
public sealed class TypedDocumentTests
{
    private static readonly CatalogFolder Folder = new(Path.Combine(Oracles.Repository(), "catalog"));

    [Theory]
    [InlineData("C8")]
    [InlineData("D6")]
    [InlineData("Q8")]
    [InlineData("S4")]
    [InlineData("SL(2,3)")]
    public void Every_verdict_of_a_document_is_decided_anew(string name)
    {
        var document = Folder.Read(name);
        Assert.Equal(name, document.Group.Name);
        Assert.Equal(document.Record.Order, document.Group.Order);
        Assert.Equal(document.Table.Simples.Select(s => (s.Label, s.Type, s.Dimension, s.KernelOrder)), document.Simples.Select(s => (s.Label, s.Type, s.Dimension, s.KernelOrder)));
        Assert.Equal(document.Simples.Count * document.Simples.Count, document.Pairs.Count);
        foreach (var pair in document.Pairs)
        {
            var verdict = document.Decide(pair.Source.Label, pair.Target.Label);
            Assert.Equal(pair.Exists, verdict.IsPossible);
            Assert.Equal(pair.ObstructionClassPosition is null, pair.Exists);
        }

        Assert.Equal(document.Record.Pairs, document.Pairs.Count(pair => pair.Exists));
        Assert.Equal(document.Record.Maps, document.Maps.Count);
        Assert.Equal(document.Record.Sets, document.Sets.Select(set => set.Name));
        foreach (var set in document.Sets)
        {
            Assert.Equal(set.Size, document.SetNamed(set.Name).Size);
            Assert.Equal(set.Size, set.Simples.Zip(set.Multiplicities, (simple, count) => simple.Dimension * count).Sum());
        }
    }

    [Fact]
    public void Values_are_those_of_the_records()
    {
        var document = Folder.Read("C8");
        var maps = document.Maps.Single(maps => maps.Fan.Set.Name == "regular" && (maps.Fan.Source.Label, maps.Target.Label) == ("L1", "L2"));
        Assert.Equal((2, 0, 2), (maps.Dimension, maps.LinearDimension, maps.OneLayerDimension));
        Assert.Equal(Cyclotomic.Parse("-1/4*E(8)+1/4*E(8)^3"), maps.Composites[0][0][0]);
        Assert.Equal((8L, 8L, true), (maps.Fan.Chambers, maps.Fan.Rays, maps.Fan.IsSimplicial));
        Assert.Equal(8, Assert.Single(maps.Fan.RayOrbits).Size);
        Assert.Equal((Cyclotomic)Rational.Of(1, 4), maps.Fourier);
        var witness = document.Pair("L1", "L2").Match(witness => witness.Bias.ToString("R"), _ => "none");
        Assert.Equal("1/8+√2/16", witness);
        Assert.Equal(1, document.Pair("L2", "L1").Match(_ => -1, position => position));
        Assert.Equal([1, null, 0, null, 1], document.Depths.Where(depth => (depth.Set.Name, depth.Activation, depth.Source.Label) == ("regular", "relu", "L2")).Select(depth => depth.Attained));
        Assert.Equal("C8, order 8: cyclic/C008.json", document.ToString());
        Assert.Equal("maps L1 -> L2 on regular: dimension 2, linear 0, one layer 2", maps.ToString());
        Assert.Equal("L2 -> L1: impossible, class 2 acts trivially on L2 and not on L1", document.Pair("L2", "L1").ToString());
    }

    [Fact]
    public void Limits_are_said_in_the_place_of_numbers()
    {
        var limited = Folder.ReadIndex().Where(record => record.Limits > 0).SelectMany(record => Folder.Read(record.Group).Fans).First(fan => fan.Limit is not null);
        Assert.Null(limited.Chambers);
        Assert.Empty(limited.RayOrbits);
        Assert.EndsWith(limited.Limit!, limited.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_refused_by_name()
    {
        var document = Folder.Read("C8");
        Assert.Contains("cyclic/C008.json has no simple 'L9'; it has L0, trivial, L1", Assert.Throws<ArgumentException>(() => document.SimpleNamed("L9")).Message, StringComparison.Ordinal);
        Assert.Contains("does not look at 'points'; it looks at regular", Assert.Throws<ArgumentException>(() => document.SetNamed("points")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\": \"simple\", \"label\": \"L1\"", "\"kind\": \"simple\", \"label\": \"L7\"", "the document has no such simple")]
    [InlineData("\"values\": [\"2\", \"-1\", \"-1\"]}", "\"values\": [\"2\", \"-1\", \"1\"]}", "the library has another L1")]
    [InlineData("\"values\": [3, 2], \"none\"", "\"values\": [3], \"none\"", "1 entries where 2 are expected")]
    [InlineData("\"values\": [3, 2], \"none\"", "\"values\": [3, 99], \"none\"", "a whole number from 1 to 10 is expected")]
    [InlineData("\"values\": [3, 2], \"none\"", "\"values\": [3, 4], \"none\"", "the library decides L1 -> L1 otherwise")]
    [InlineData("\"degree\": 3, \"generators\": [[2, 3, 1]]", "\"degree\": 3, \"generators\": [[2, 3, 4]]", "generator 1 sends 3 to 4")]
    [InlineData("\"degree\": 3, \"generators\": [[2, 3, 1]]", "\"degree\": 3, \"generators\": [[2, 1, 3]]", "field certificates[2]: ")]
    [InlineData("\"type\": \"C\"", "\"type\": \"Z\"", "R, C or H is expected")]
    [InlineData("\"multiplicities\": [1, 1]", "\"multiplicities\": [1]", "1 multiplicities for 2 simples")]
    [InlineData("\"kind\": \"fan\", \"set\": \"regular\", \"source\": \"L0\"", "\"kind\": \"fan\", \"set\": \"points\", \"source\": \"L0\"", "the document has no such set")]
    [InlineData("\"kind\": \"fan\", \"set\": \"regular\", \"source\": \"L0\"", "\"kind\": \"fan\", \"set\": \"regular\", \"source\": \"L1\"", "the document has no fan of this source")]
    public void What_does_not_fit_is_refused_with_line_and_field(string correct, string forged, string problem)
    {
        var text = Folder.Read("C3").Text;
        Assert.Contains(correct, text, StringComparison.Ordinal);
        var at = text.IndexOf(correct, StringComparison.Ordinal);
        var json = JsonItem.ParseFile("document", "C003.json", text[..at] + forged + text[(at + correct.Length)..]);
        var document = new CatalogDocument(Folder.ReadIndex().Single(record => record.Group == "C3"), json);
        var refusal = Assert.ThrowsAny<AlgebraFormatException>(() => (document.Maps.Count, document.Table, document.Decide("L1", "L1"), document.SetNamed("regular")));
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("C003.json, line ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_is_a_value_of_the_library() => Assert.IsType<MapVerdict.Impossible>(Folder.Read("C8").Decide("L2", "L1"));
}
