using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Eqnn.Architecture.Tests;

/// <summary>Every exported member says what it is, in the XML file that is shipped.</summary>
public sealed partial class XmlDocumentationTests
{
    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void Every_exported_member_has_a_summary(string room)
    {
        var documented = Documentation(room).Where(HasSummary).Select(member => PlainName(member.Attribute("name")!.Value)).ToLookup(name => name, StringComparer.Ordinal);
        Broken.None("an exported member has a summary", Product.PublicTypes(room)
            .SelectMany(Exported)
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(name => documented[name.Key].Count() < name.Count())
            .Select(name => $"{name.Key} ({documented[name.Key].Count()} of {name.Count()} documented)"));
    }

    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void A_summary_is_a_sentence(string room) =>
        Broken.None("a summary is not empty and ends like a sentence", Documentation(room)
            .Where(member => member.Attribute("name")!.Value[1..].StartsWith(":Eqnn", StringComparison.Ordinal))
            .Where(member => member.Element("summary") is { } summary && !EndsWell(summary))
            .Select(member => member.Attribute("name")!.Value));

    private static IEnumerable<XElement> Documentation(string room) => XDocument.Load(Path.ChangeExtension(Product.PathOf(room), ".xml")).Descendants("member");

    private static bool HasSummary(XElement member) => member.Element("inheritdoc") is not null || (member.Element("summary") is { } summary && (summary.Value.Trim().Length > 0 || summary.HasElements));

    private static bool EndsWell(XElement summary) => summary.LastNode is not XText text || text.Value.TrimEnd() is [.., '.' or ':' or '?' or ')' or ';'] || text.Value.Trim().Length == 0;

    // The names of XML documentation without parameters and numbers of type parameters: overloads are counted, not told apart.
    private static string PlainName(string name) => Arity().Replace(name.Split('(')[0].Split('~')[0], "");

    private static IEnumerable<string> Exported(Type type)
    {
        const BindingFlags Flags = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var name = Arity().Replace(type.FullName!.Replace('+', '.'), "");
        yield return $"T:{name}";
        foreach (var member in type.GetMembers(Flags))
        {
            var prefix = member switch
            {
                ConstructorInfo constructor when !IsImplicit(constructor) => $"M:{name}.#ctor",
                MethodInfo { IsSpecialName: false } method when !IsSynthesised(method) => $"M:{name}.{method.Name}",
                MethodInfo method when method.Name.StartsWith("op_", StringComparison.Ordinal) && !IsSynthesised(method) => $"M:{name}.{method.Name}",
                PropertyInfo property when !Product.IsGenerated(property) && !IsSynthesised(property.GetMethod!) => $"P:{name}.{property.Name}",
                FieldInfo { IsSpecialName: false } field => $"F:{name}.{field.Name}",
                _ => null,
            };
            if (prefix is not null)
            {
                yield return prefix;
            }
        }
    }

    // The default constructor of a record or static class body, and what the compiler adds to records.
    private static bool IsImplicit(ConstructorInfo constructor) => constructor.GetParameters().Length == 0 || IsPositionalRecord(constructor);

    private static bool IsPositionalRecord(ConstructorInfo constructor) => constructor.DeclaringType!.GetMethod("Deconstruct")?.GetParameters().Length == constructor.GetParameters().Length;

    private static bool IsSynthesised(MethodInfo method) => method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false) && !method.IsSpecialName
        || (method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false) && method.Name is "op_Equality" or "op_Inequality");

    [GeneratedRegex(@"``?\d+")]
    private static partial Regex Arity();
}
