using System.Text.Json.Nodes;
using Eqnn.Testing;
using NJsonSchema;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>The published schema holds for every line of every certificate of version 2 that is written here, and refuses what it can see to be wrong.</summary>
public sealed class CertificateSchemaTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromFileAsync(Path.Combine(Oracles.Repository(), "docs", "schema", "certificate-2.schema.json")).GetAwaiter().GetResult());

    public static TheoryData<string> Names => ["sumzero-4", "resonance-3", "braid-4", "random", "fano", "cyclic-5-L1L2", "coordinates-40", "sumzero-30"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_fits(string name)
    {
        foreach (var line in Lines(name))
        {
            Assert.Empty(Schema.Value.Validate(line));
        }
    }

    [Theory]
    [InlineData("other field")]
    [InlineData("other kind")]
    [InlineData("no hyperplane below")]
    [InlineData("no signed hyperplane")]
    [InlineData("order below 0")]
    [InlineData("field left out")]
    [InlineData("crossing without element")]
    [InlineData("digest of another length")]
    public void What_has_another_form_does_not(string what)
    {
        var lines = Lines("resonance-3").ConvertAll(line => JsonNode.Parse(line)!.AsObject());
        var (line, orbit) = (1, lines[3]);
        switch (what)
        {
            case "other field":
                orbit["rays"] = 5;
                line = 3;
                break;
            case "other kind":
                lines[0]["kind"] = "chambers";
                line = 0;
                break;
            case "no hyperplane below":
                orbit["walls"]![0] = 0;
                line = 3;
                break;
            case "no signed hyperplane":
                orbit["crossings"]![0]![2]![0] = 0;
                line = 3;
                break;
            case "order below 0":
                orbit["order"] = -1;
                line = 3;
                break;
            case "field left out":
                orbit.Remove("stabiliser");
                line = 3;
                break;
            case "crossing without element":
                orbit["crossings"]![0]!.AsArray().RemoveAt(2);
                line = 3;
                break;
            case "digest of another length":
                line = lines.Count - 1;
                lines[line]["digest"] = "0123";
                break;
            default:
                throw new ArgumentException(what, nameof(what));
        }

        Assert.NotEmpty(Schema.Value.Validate(lines[line].ToJsonString()));
    }

    private static List<string> Lines(string name) => [.. ChamberOrbitCertificateTests.Certificate(name).TrimEnd('\n').Split('\n')];
}
