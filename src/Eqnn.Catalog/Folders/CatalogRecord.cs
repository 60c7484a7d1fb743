using Eqnn.Catalog.Documents;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>A line of the index of a catalog: what a document is about, where it lies and how much is in it.</summary>
public sealed record CatalogRecord
{
    internal CatalogRecord(string group, int order, string file, string hash, string version, IReadOnlyList<string> sets, int simples, int normalSubgroups, int pairs, int maps, int limits, int figures)
    {
        Group = group;
        Order = order;
        File = file;
        Hash = hash;
        Version = version;
        Sets = sets;
        Simples = simples;
        NormalSubgroups = normalSubgroups;
        Pairs = pairs;
        Maps = maps;
        Limits = limits;
        Figures = figures;
    }

    /// <summary>The name of the group.</summary>
    public string Group { get; }

    /// <summary>Its order.</summary>
    public int Order { get; }

    /// <summary>The path relative to the catalog, with slashes.</summary>
    public string File { get; }

    /// <summary>The hash of the content, <c>sha256:...</c>.</summary>
    public string Hash { get; }

    /// <summary>The version of the software that built it.</summary>
    public string Version { get; }

    /// <summary>The names of the G-sets.</summary>
    public IReadOnlyList<string> Sets { get; }

    /// <summary>The number of simple real representations.</summary>
    public int Simples { get; }

    /// <summary>The number of normal subgroups.</summary>
    public int NormalSubgroups { get; }

    /// <summary>The number of ordered pairs of simples with a nonzero piecewise linear map.</summary>
    public int Pairs { get; }

    /// <summary>The number of records of maps, over all G-sets.</summary>
    public int Maps { get; }

    /// <summary>The number of records that state a limit in the place of a result.</summary>
    public int Limits { get; }

    /// <summary>The number of figures.</summary>
    public int Figures { get; }

    /// <summary>Whether all fields agree.</summary>
    public bool Equals(CatalogRecord? other) => other is not null && ToJson().Equals(other.ToJson());

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);

    internal static CatalogRecord Of(string file, JsonItem document)
    {
        var inputs = document["inputs"];
        string[] kinds = ["model", "fan", "maps", "energies", "separation"];
        var group = DocumentRecords.Group(document);
        return new(
            group["name"].Text(), group["order"].Whole(), file, document[CanonicalJson.HashField].Text(), inputs["version"].Text(), inputs["sets"].Texts(),
            Count("simple"), Count("normal-subgroup"), DocumentRecords.Of(document, "existence").Sum(row => row["targets"].Items().Count), Count("maps"),
            kinds.Sum(kind => DocumentRecords.Of(document, kind).Count(IsLimited)) + (document.Find("answers")?.Items().Count(IsLimited) ?? 0), document["figures"].Items().Count);

        static bool IsLimited(JsonItem record) => record.Find("limit") is not null;

        int Count(string kind) => DocumentRecords.Of(document, kind).Count();
    }

    /// <summary>The record of a line of an index.</summary>
    internal static CatalogRecord Read(JsonItem line) => new(
        line["group"].Text(), line["order"].Whole(), line["file"].Text(), line["hash"].Text(), line["version"].Text(), line["sets"].Texts(),
        line["simples"].Whole(), line["normalSubgroups"].Whole(), line["pairs"].Whole(), line["maps"].Whole(), line["limits"].Whole(), line["figures"].Whole());

    internal JsonItem ToJson() => JsonItem.Record(json =>
    {
        json.Field("group", Group);
        json.Field("order", Order);
        json.Field("file", File);
        json.Field("hash", Hash);
        json.Field("version", Version);
        json.Row("sets", Sets);
        json.Field("simples", Simples);
        json.Field("normalSubgroups", NormalSubgroups);
        json.Field("pairs", Pairs);
        json.Field("maps", Maps);
        json.Field("limits", Limits);
        json.Field("figures", Figures);
    });
}
