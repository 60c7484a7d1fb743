using System.Collections.Concurrent;
using Eqnn.Catalog.Building;
using Eqnn.Catalog.Documents;
using Eqnn.Catalog.Folders;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests;

/// <summary>Documents that tests share, each built once.</summary>
internal static class Built
{
    private static readonly ConcurrentDictionary<string, Lazy<(string Text, IReadOnlyList<(string File, string Svg)> Figures)>> Cache = new(StringComparer.Ordinal);

    /// <summary>The text of the document of a plan with one group, as <c>S3@regular,points</c>.</summary>
    public static string Text(string what) => Get(what).Text;

    /// <summary>A fresh copy of the document.</summary>
    public static JObject Document(string what) => Changeable.Parse(Text(what));

    /// <summary>The first problem that verification finds in a document, its hash made right first; <c>null</c> if it passes.</summary>
    public static DocumentProblem? FirstProblem(string what, JObject document)
    {
        document[CanonicalJson.HashField] = Changeable.HashOf(document);
        return CatalogVerification.Problem(Changeable.Item(document), file => Get(what).Figures.Where(figure => figure.File == file).Select(figure => figure.Svg).FirstOrDefault(), Entry(what).Path);
    }

    /// <summary>The document as version 1 of the format has it: a section for each kind of certificate.</summary>
    public static JObject FirstVersion(string what)
    {
        var document = Document(what);
        (string Kind, string Section)[] kinds =
        [
            ("group", "group"), ("class", "classes"), ("character", "characters"), ("simple", "simples"), ("normal-subgroup", "normalSubgroups"), ("existence", "existence"), ("model", "models"),
            ("set", "sets"), ("interaction", "interaction"), ("fan", "fans"), ("vectors", "vectors"), ("maps", "maps"),
        ];
        var sections = kinds.Select(pair => (pair.Section, Records: Changeable.Of(document, pair.Kind).Select(record => new JObject(((JObject)record).Properties().Where(property => property.Name != "kind"))).ToList()));
        var first = new JObject(document.Properties().TakeWhile(property => property.Name != "certificates")
            .Concat(sections.Select(section => new JProperty(section.Section, section.Section == "group" ? section.Records[0] : new JArray(section.Records))))
            .Concat(document.Properties().SkipWhile(property => property.Name != "certificates").Skip(1)));
        first["schemaVersion"] = 1;
        return Earlier(first);
    }

    /// <summary>A document of version 2 as it was built before there were answers.</summary>
    public static JObject BeforeAnswers(string what)
    {
        var document = Document(what);
        document["certificates"] = new JArray(document["certificates"]!.Where(record => (string?)record["kind"] is not ("energies" or "separation" or "universality")));
        return Earlier(document);
    }

    private static JObject Earlier(JObject document)
    {
        document.Remove("answers");
        ((JObject)document["inputs"]!).Remove("answers");
        return document;
    }

    public static CatalogEntry Entry(string what)
    {
        var parts = what.Split('@');
        return Assert.Single(CatalogPlan.Parse(parts[0], parts.Length == 1 ? ["regular"] : parts[1].Contains('(', StringComparison.Ordinal) ? [parts[1]] : parts[1].Split(','), 16).Entries);
    }

    private static (string Text, IReadOnlyList<(string File, string Svg)> Figures) Get(string what) => Cache.GetOrAdd(what, key => new(() =>
    {
        var (document, figures) = new DocumentBuilder().Build(Entry(key).Inputs, default);
        return (CanonicalJson.Print(document), figures);
    })).Value;
}
