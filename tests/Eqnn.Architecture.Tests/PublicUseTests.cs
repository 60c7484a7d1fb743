using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Eqnn.Testing;
using Mono.Cecil;

namespace Eqnn.Architecture.Tests;

/// <summary>Nothing is public by accident: a public member is named by another room, by the tests in F#, which use the library as a stranger would, or by the documents.</summary>
public sealed partial class PublicUseTests
{
    /// <summary>Public members that nothing names yet, one a line: the list may only become shorter.</summary>
    private static readonly string KnownFile = Path.Combine(Oracles.Repository(), "tests", "Eqnn.Architecture.Tests", "PublicUse.known.txt");

    [Fact]
    public void Public_members_are_named_outside_their_room()
    {
        var unused = Unused().Order(StringComparer.Ordinal).Distinct().ToList();
        if (Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllLines(KnownFile, unused);
        }

        var known = File.ReadAllLines(KnownFile);
        Broken.None("a public member is named by another room, the tests in F# or a document; else it is internal or goes", unused.Except(known));
        Broken.None("members of PublicUse.known.txt that are used, or gone, leave the list", known.Except(unused));
    }

    [Fact]
    public void Two_public_types_never_share_a_name() =>
        Broken.None("one name, one type", Product.PublicTypes().Where(type => !type.IsNested)
            .GroupBy(type => type.Name.Split('`')[0], StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Select(type => type.Namespace).Distinct().Count() > 1)
            .Select(group => string.Join(", ", group.Select(Product.NameOf))));

    [Fact]
    public void Every_pinned_package_is_used()
    {
        var root = Oracles.Repository();
        var projects = string.Concat(Directory.EnumerateFiles(root, "*.*proj", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(root, "*.props", SearchOption.AllDirectories))
            .Where(file => !file.Contains("packages", StringComparison.OrdinalIgnoreCase)).Select(File.ReadAllText));
        Broken.None("a version of Directory.Packages.props belongs to a reference", XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(pin => pin.Attribute("Include")!.Value).Where(name => !projects.Contains($"PackageReference Include=\"{name}\"", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Unused()
    {
        var named = Product.Rooms.ToDictionary(room => room, ReferencesOf);
        var words = Words();
        foreach (var room in Product.Rooms.Where(room => room != "eqnn"))
        {
            var used = Product.Rooms.Where(other => other != room).SelectMany(other => named[other]).ToHashSet();
            foreach (var type in Product.PublicTypes(room))
            {
                foreach (var member in Product.PublicMembers(type).Where(member => !IsForced(member)))
                {
                    var name = Accessor().Replace(member.Name, "");
                    if (!used.Contains($"{type.FullName}::{member.Name}") && !words.Contains(member.IsConstructor ? type.Name.Split('`')[0] : name))
                    {
                        yield return Product.NameOf(type) + "." + name;
                    }
                }
            }
        }
    }

    /// <summary>What is there for the sake of an interface, of the base class, of records or of operators is not counted, and neither are indexers, which nobody calls by a name.</summary>
    private static bool IsForced(MethodBase member) =>
        member.Name.StartsWith("op_", StringComparison.Ordinal) || member.Name is "Deconstruct" or "Equals" or "<Clone>$" or "get_Item"
        || (member is MethodInfo method && (method.GetBaseDefinition() != method || Implements(method)));

    private static bool Implements(MethodInfo method) => method.DeclaringType is { IsInterface: false } type
        && type.GetInterfaces().Any(face => face.GetMethods().Any(wanted => wanted.Name == method.Name));

    private static HashSet<string> ReferencesOf(string room)
    {
        using var module = ModuleDefinition.ReadModule(Product.PathOf(room));
        return [.. module.GetMemberReferences().Select(member => $"{member.DeclaringType.GetElementType().FullName.Replace('/', '+')}::{member.Name}")];
    }

    /// <summary>The words of the tests in F# and of the documents.</summary>
    private static HashSet<string> Words() =>
    [
        .. Sources.OfTests.Where(file => file.EndsWith(".fs", StringComparison.Ordinal)).Concat(Sources.Documents)
            .SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(match => match.Value)),
    ];

    [GeneratedRegex("^[gs]et_")]
    private static partial Regex Accessor();

    [GeneratedRegex("[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex Word();
}
