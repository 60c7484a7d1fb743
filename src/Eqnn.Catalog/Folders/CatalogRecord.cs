using Eqnn.Catalog.Documents;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Folders;

/// <summary>A line of the index of a catalog: what a document is about, where it lies and how much is in it.</summary>
/// <param name="Group">The name of the group.</param>
/// <param name="Order">Its order.</param>
/// <param name="File">The path relative to the catalog, with slashes.</param>
/// <param name="Hash">The hash of the content, <c>sha256:...</c>.</param>
/// <param name="Version">The version of the software that built it.</param>
/// <param name="Sets">The names of the G-sets.</param>
/// <param name="Simples">The number of simple real representations.</param>
/// <param name="NormalSubgroups">The number of normal subgroups.</param>
/// <param name="Pairs">The number of ordered pairs of simples with a nonzero piecewise linear map.</param>
/// <param name="Maps">The number of records of maps, over all G-sets.</param>
/// <param name="Limits">The number of records that state a limit in the place of a result.</param>
/// <param name="Figures">The number of figures.</param>
public sealed record CatalogRecord(
    string Group, int Order, string File, string Hash, string Version, IReadOnlyList<string> Sets, int Simples, int NormalSubgroups, int Pairs, int Maps, int Limits, int Figures)
{
    /// <summary>Whether all fields agree.</summary>
    public bool Equals(CatalogRecord? other) => other is not null && JToken.DeepEquals(ToJson(), other.ToJson());

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);

    internal static CatalogRecord Of(string file, JObject document)
    {
        var inputs = document["inputs"]!;
        string[] kinds = ["model", "fan", "maps"];
        var group = DocumentRecords.Group(document);
        return new(
            (string)group["name"]!, (int)group["order"]!, file, (string)document[CanonicalJson.HashField]!, (string)inputs["version"]!, [.. inputs["sets"]!.Select(set => (string)set!)],
            Count("simple"), Count("normal-subgroup"), DocumentRecords.Of(document, "existence").Sum(row => row["targets"]!.Count()), Count("maps"),
            kinds.Sum(kind => DocumentRecords.Of(document, kind).Count(record => record["limit"] is not null)), document["figures"]!.Count());

        int Count(string kind) => DocumentRecords.Of(document, kind).Count();
    }

    internal JObject ToJson() => new()
    {
        ["group"] = Group,
        ["order"] = Order,
        ["file"] = File,
        ["hash"] = Hash,
        ["version"] = Version,
        ["sets"] = new JArray(Sets),
        ["simples"] = Simples,
        ["normalSubgroups"] = NormalSubgroups,
        ["pairs"] = Pairs,
        ["maps"] = Maps,
        ["limits"] = Limits,
        ["figures"] = Figures,
    };
}
