using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Folders;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Verification;

/// <summary>A document whose claims all hold, of something else than it names: the library makes what is named and compares.</summary>
public sealed class NamedThingsTests
{
    /// <summary>Functions on the six cosets of C4 are L0 + L2 + L4, on pairs of points L0 + L2 + L3 (Young).</summary>
    [Theory]
    [InlineData("S4@cosets:(1,2,3,4)", "subsets:2")]
    [InlineData("S4@subsets:2", "cosets:(1,2,3,4)")]
    [InlineData("S3@points", "cosets:(1,2)")]
    public void A_set_under_another_name_is_found(string what, string name)
    {
        var document = Built.Document(what);
        Renamed(document, name);
        var problem = Built.FirstProblem(what, document);
        Assert.NotNull(problem);
        Assert.StartsWith("$.", problem.Path, StringComparison.Ordinal);
        Assert.Contains("$." + Set(document).Path, problem.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pairs")]
    [InlineData("subsets:9")]
    [InlineData("subsets:2 ")]
    public void A_name_that_is_no_notation_is_found(string name)
    {
        var document = Built.Document("S4@subsets:2");
        Renamed(document, name);
        Assert.Contains(Set(document).Path, Built.FirstProblem("S4@subsets:2", document)!.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_a_file_is_a_label_and_said_to_be_one()
    {
        var document = Built.Document("S4@subsets:2");
        Assert.Empty(NamedThings.Labels(Changeable.Item(document)));
        Renamed(document, "@pairs.json");
        Assert.Null(Built.FirstProblem("S4@subsets:2", document));
        Assert.Equal(["$.inputs.sets[0]: \"@pairs.json\""], NamedThings.Labels(Changeable.Item(document)));
        Renamed(document, "@pairs\u202e.json");
        Assert.StartsWith("$.inputs.sets[0]", Built.FirstProblem("S4@subsets:2", document)!.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_under_another_name_is_found()
    {
        // D3 and S3 are isomorphic and have other generators or classes; the name is that of the file as well.
        var document = Built.Document("S3");
        document["inputs"]!["group"] = "D3";
        Changeable.Group(document)["name"] = "D3";
        Assert.NotNull(Built.FirstProblem("S3", document));
    }

    private static JToken Set(JObject document) => Changeable.Of(document, "set").First();

    private static void Renamed(JObject document, string name)
    {
        var old = (string)document["inputs"]!["sets"]![0]!;
        foreach (var value in document.Descendants().OfType<JValue>().Where(value => value.Type == JTokenType.String && (string?)value == old).ToList())
        {
            value.Value = name;
        }
    }
}
