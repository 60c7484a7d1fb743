using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>What stands in a catalog in the place of a document that a limit stopped: <c>limits/small-G064-001.json</c>, with the inputs and what the limit says.</summary>
internal static class LimitFile
{
    public const string Folder = "limits";

    /// <summary>Where it lies, relative to the catalog.</summary>
    public static string PathOf(CatalogEntry entry) => $"{Folder}/{entry.Path.Replace('/', '-')}";

    /// <summary>Writes it.</summary>
    public static void Write(string folder, CatalogEntry entry, LimitExceededException limit)
    {
        var content = CanonicalJson.Hashed(JsonItem.Record(json =>
        {
            json.Field("format", "eqnn-catalog-limit");
            json.Field(CanonicalJson.HashField, "");
            json.Value("inputs", entry.Inputs.ToJson());
            json.Object("limit", () =>
            {
                json.Field("name", limit.Limit);
                json.Field("bound", limit.Bound);
                json.Field("needed", limit.Needed);
                json.Field("says", limit.Message);
            });
        }));
        Directory.CreateDirectory(Path.Combine(folder, Folder));
        CatalogBuilding.WriteUnlessSame(Path.Combine(folder, PathOf(entry)), CanonicalJson.Print(content));
    }

    /// <summary>Removes one that a document has made obsolete.</summary>
    public static void Remove(string folder, CatalogEntry entry) => Remove(folder, PathOf(entry));

    /// <summary>Takes the limits of other catalogs over, but for those that have a document now.</summary>
    public static void Merge(string target, IEnumerable<string> folders)
    {
        foreach (var file in folders.Where(folder => folder != target && Directory.Exists(Path.Combine(folder, Folder))).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(folder, Folder), "*.json")).Order(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(Path.Combine(target, Folder));
            CatalogBuilding.WriteUnlessSame(Path.Combine(target, Folder, Path.GetFileName(file)), File.ReadAllText(file));
        }

        foreach (var document in CatalogBuilding.DocumentFiles(target))
        {
            Remove(target, $"{Folder}/{document.Replace('/', '-')}");
        }
    }

    private static void Remove(string folder, string relative)
    {
        if (Directory.Exists(Path.Combine(folder, Folder)))
        {
            File.Delete(Path.Combine(folder, relative));
        }
    }
}
