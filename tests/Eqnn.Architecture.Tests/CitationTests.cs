using System.Xml.Linq;
using Eqnn.Testing;
using YamlDotNet.RepresentationModel;

namespace Eqnn.Architecture.Tests;

/// <summary><c>CITATION.cff</c> is a valid file of the Citation File Format 1.2.0: the fields used, their types, and that they agree with the project.</summary>
public sealed class CitationTests
{
    private static readonly HashSet<string> Fields =
    [
        "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license", "license-url", "message",
        "preferred-citation", "references", "repository", "repository-artifact", "repository-code", "title", "type", "url", "version",
    ];

    private static readonly HashSet<string> ReferenceFields =
        ["type", "title", "authors", "year", "status", "identifiers", "url", "doi", "journal", "volume", "issue", "start", "end", "month", "notes", "abstract", "publisher", "collection-title"];

    private static readonly HashSet<string> Statuses = ["abstract", "advance-online", "in-preparation", "in-press", "preprint", "submitted"];

    private static readonly HashSet<string> IdentifierTypes = ["doi", "other", "swh", "url"];

    private static readonly YamlMappingNode Root = Read();

    [Fact]
    public void Required_fields_are_there_and_no_field_is_unknown()
    {
        Assert.Subset(Names(Root), new HashSet<string> { "cff-version", "message", "title", "authors" });
        Assert.Subset(Fields, Names(Root));
        Assert.Equal("1.2.0", Text(Root, "cff-version"));
        Assert.Equal("software", Text(Root, "type"));
    }

    [Fact]
    public void Texts_are_texts() =>
        Assert.All(["message", "title", "abstract", "version", "license"], field => Assert.NotEmpty(Text(Root, field)));

    [Fact]
    public void Keywords_are_distinct_texts()
    {
        var keywords = List(Root, "keywords").Select(word => Assert.IsType<YamlScalarNode>(word).Value!).ToList();
        Assert.NotEmpty(keywords);
        Assert.Equal(keywords.Distinct().Count(), keywords.Count);
        Assert.All(keywords, Assert.NotEmpty);
    }

    [Fact]
    public void Authors_are_persons_or_entities()
    {
        Assert.NotEmpty(List(Root, "authors"));
        Assert.All(List(Root, "authors"), IsAuthor);
    }

    [Fact]
    public void References_have_type_title_and_authors() =>
        Assert.All(List(Root, "references"), node =>
        {
            var reference = Assert.IsType<YamlMappingNode>(node);
            Assert.Subset(ReferenceFields, Names(reference));
            Assert.NotEmpty(Text(reference, "title"));
            Assert.Equal("article", Text(reference, "type"));
            Assert.All(List(reference, "authors"), IsAuthor);
            Assert.InRange(int.Parse(Text(reference, "year"), System.Globalization.CultureInfo.InvariantCulture), 1800, 2100);
            Assert.Contains(Text(reference, "status"), Statuses);
            Assert.True(Uri.TryCreate(Text(reference, "url"), UriKind.Absolute, out _));
            Assert.All(List(reference, "identifiers"), identifier =>
            {
                Assert.Contains(Text((YamlMappingNode)identifier, "type"), IdentifierTypes);
                Assert.NotEmpty(Text((YamlMappingNode)identifier, "value"));
            });
        });

    [Fact]
    public void The_paper_is_a_reference_and_not_in_the_place_of_the_software()
    {
        Assert.DoesNotContain("preferred-citation", Names(Root));
        Assert.Contains(List(Root, "references").Cast<YamlMappingNode>(), reference => Text(reference, "url").EndsWith("2408.00949", StringComparison.Ordinal));
    }

    [Fact]
    public void Version_licence_and_authors_are_those_of_the_packages()
    {
        var build = XDocument.Load(Path.Combine(Oracles.Repository(), "Directory.Build.props")).Descendants("PropertyGroup").Elements().ToLookup(element => element.Name.LocalName, element => element.Value);
        Assert.Equal(build["Version"].Single(), Text(Root, "version"));
        Assert.Equal(build["PackageLicenseExpression"].Single(), Text(Root, "license"));
        Assert.Equal(build["Authors"].Single(), Text((YamlMappingNode)List(Root, "authors")[0], "name"));
        Assert.Contains($"## {Text(Root, "version")}", File.ReadAllText(Path.Combine(Oracles.Repository(), "CHANGELOG.md")), StringComparison.Ordinal);
    }

    private static void IsAuthor(YamlNode node)
    {
        var author = Assert.IsType<YamlMappingNode>(node);
        Assert.True(Names(author).SetEquals(["name"]) || Names(author).SetEquals(["family-names", "given-names"]), string.Join(", ", Names(author)));
        Assert.All(Names(author), field => Assert.NotEmpty(Text(author, field)));
    }

    private static HashSet<string> Names(YamlMappingNode node) => [.. node.Children.Keys.Select(key => Assert.IsType<YamlScalarNode>(key).Value!)];

    private static string Text(YamlMappingNode node, string field) => Assert.IsType<YamlScalarNode>(node.Children[field]).Value!;

    private static IList<YamlNode> List(YamlMappingNode node, string field) => Assert.IsType<YamlSequenceNode>(node.Children[field]).Children;

    private static YamlMappingNode Read()
    {
        using var reader = File.OpenText(Path.Combine(Oracles.Repository(), "CITATION.cff"));
        var stream = new YamlStream();
        stream.Load(reader);
        return Assert.IsType<YamlMappingNode>(stream.Documents.Single().RootNode);
    }
}
