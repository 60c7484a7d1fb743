using Eqnn.Checking;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Catalog.Building;
using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Folders;
using Eqnn.PiecewiseLinear.Composites;
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

    /// <summary>The checker itself knows two names: the group on itself and on its points.</summary>
    [Theory]
    [InlineData("S3@points", "regular", "the regular set has one orbit, as long as the group is large")]
    [InlineData("S3@2*points", "regular", "the regular set has one orbit, as long as the group is large")]
    [InlineData("S3@regular", "points", "the action on points is the group itself")]
    [InlineData("S3@2*points", "points", "the action on points is the group itself")]
    public void The_checker_knows_regular_and_points(string what, string name, string problem)
    {
        var document = Built.Document(what);
        Renamed(document, name);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Changeable.Print(document)));
        Assert.Equal((Set(document).Path + ".name", problem), (refused.Where, refused.Problem));
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

    /// <summary>A set with the name of a file has figures as any other: they are drawn again from its permutations.</summary>
    [Theory]
    [InlineData("svg")]
    [InlineData("shows")]
    [InlineData("file")]
    [InlineData("count")]
    public void A_false_figure_of_a_set_with_the_name_of_a_file_is_found(string what)
    {
        var document = Built.Document("S3@points");
        Renamed(document, "@three.json");
        var group = FiniteGroup.Parse("S3");
        var set = GSet.FromGeneratorActions(group, "@three.json", 3, group.Generators);
        var drawn = DocumentFigures.Of([set], SimpleModels.Of(CharacterTable.Of(group)), default);
        document["figures"] = new JArray(drawn.Select(figure => new JObject { ["file"] = figure.File, ["shows"] = figure.Shows, ["hash"] = CanonicalJson.OfText(figure.Svg) }));
        document["inputs"]!["figures"] = true;
        List<(string File, string Svg)> figures = [.. drawn.Select(figure => (figure.File, figure.Svg))];
        Assert.NotEmpty(figures);
        Assert.Null(Problem(figures));
        var records = (JArray)document["figures"]!;
        var first = figures[0];
        switch (what)
        {
            case "svg":
                first = (first.File, first.Svg.Replace("</svg>", "<text>all maps exist</text></svg>", StringComparison.Ordinal));
                records[0]["hash"] = CanonicalJson.OfText(first.Svg);
                Assert.Equal("drawn again, the figure is another one", Problem([first, .. figures.Skip(1)])!.Message);
                break;
            case "shows":
                records[0]["shows"] = "all maps";
                Assert.StartsWith("it shows: ", Problem(figures)!.Message, StringComparison.Ordinal);
                break;
            case "file":
                records[0]["file"] = "figures/all-maps.svg";
                Assert.StartsWith("the figure here is ", Problem([("figures/all-maps.svg", first.Svg), .. figures.Skip(1)])!.Message, StringComparison.Ordinal);
                break;
            default:
                records.RemoveAt(0);
                Assert.StartsWith("has ", Problem(figures)!.Message, StringComparison.Ordinal);
                break;
        }

        DocumentProblem? Problem(IEnumerable<(string File, string Svg)> pictures)
        {
            document[CanonicalJson.HashField] = Changeable.HashOf(document);
            return CatalogVerification.Problem(Changeable.Item(document), file => pictures.Where(picture => picture.File == file).Select(picture => picture.Svg).FirstOrDefault());
        }
    }

    /// <summary>Pictures of version 1 are as they were cited: the report says that they were not drawn again.</summary>
    [Fact]
    public void Figures_of_the_first_version_are_said_to_be_compared_by_hash_alone()
    {
        Assert.Equal(0, NamedThings.HashedFigures(Changeable.Item(Built.Document("S3"))));
        var first = Built.FirstVersion("S3");
        var count = ((JArray)first["figures"]!).Count;
        Assert.Equal(count, NamedThings.HashedFigures(Changeable.Item(first)));
        Assert.InRange(count, 1, 100);
    }

    /// <summary>What a document says of itself is read by the checker, too: nothing stands there unread.</summary>
    [Theory]
    [InlineData("licence", "MIT")]
    [InlineData("cite", "anyone")]
    [InlineData("theory", "proved by nobody")]
    [InlineData("tool", "another")]
    [InlineData("theory", null)]
    [InlineData("tool", null)]
    public void A_descriptive_field_that_says_something_else_is_found(string field, string? text)
    {
        var document = Built.Document("S3");
        var record = field == "tool" ? document["inputs"]! : document;
        record[field] = text;
        document[CanonicalJson.HashField] = Changeable.HashOf(document);
        var refused = Assert.IsType<Checking.CertificateReport.Refused>(Checking.CertificateChecker.Check(Changeable.Print(document)));
        Assert.EndsWith(field, refused.Where, StringComparison.Ordinal);
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
