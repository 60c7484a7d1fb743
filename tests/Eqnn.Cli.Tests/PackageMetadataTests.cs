using System.Xml.Linq;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>What a feed shows of each package: of every room its own words, and the same frame for all.</summary>
public sealed class PackageMetadataTests
{
    private static readonly string Source = Path.Combine(Oracles.Repository(), "src");

    private static readonly string[] Names = [.. Directory.GetDirectories(Source).Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Rooms => [.. Names];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_package_says_what_it_holds_and_by_which_words_it_is_found(string room)
    {
        var description = PropertyOf(room, "Description");
        Assert.EndsWith(".", description, StringComparison.Ordinal);
        Assert.InRange(description.Length, 40, 300);
        var tags = PropertyOf(room, "PackageTags").Split(';');
        Assert.Equal(tags.Distinct(), tags);
        Assert.All(tags, tag => Assert.Matches("^[a-z0-9-]+$", tag));
    }

    [Fact]
    public void No_two_packages_share_a_description() => Assert.Distinct(Names.Select(room => PropertyOf(room, "Description")));

    [Fact]
    public void All_packages_carry_readme_changes_and_symbols()
    {
        var props = XDocument.Load(Path.Combine(Source, "Directory.Build.props"));
        Assert.Equal(["README.md", "icon.png", "true", "snupkg", "true"], new[] { "PackageReadmeFile", "PackageIcon", "IncludeSymbols", "SymbolPackageFormat", "IsAotCompatible" }.Select(name => props.Descendants(name).Single().Value));
        var packed = props.Descendants("None").Single(item => (string?)item.Attribute("Pack") == "true").Attribute("Include")!.Value.Split(';').Select(file => Path.GetFullPath(file.Replace("$(MSBuildThisFileDirectory)", Source + "/", StringComparison.Ordinal)));
        Assert.Equal(["README.md", "CHANGELOG.md", "icon.png"], packed.Select(Path.GetFileName));
        Assert.All(packed, file => Assert.True(File.Exists(file), file));
    }

    private static string PropertyOf(string room, string name) =>
        XDocument.Load(Path.Combine(Source, room, room + ".csproj")).Descendants("PropertyGroup").Elements(name).Single().Value;
}
