using Eqnn.Catalog.Documents;

namespace Eqnn.Catalog.Folders;

/// <summary>What a killed build left behind: half-written files of a catalog, in the folders and under the names that only a build gives.</summary>
internal static class TemporaryFiles
{
    /// <summary>Removes them; other hidden or temporary files of the folder stay, whoever they belong to.</summary>
    public static void RemoveFrom(string folder)
    {
        Remove(folder, name => name == CatalogFolder.IndexFile);
        Remove(Path.Combine(folder, CatalogFolder.SchemaFolder), DocumentSchema.IsName);
        foreach (var family in DocumentPath.Folders)
        {
            Remove(Path.Combine(folder, family), name => name.EndsWith(".json", StringComparison.Ordinal));
            Remove(Path.Combine(folder, family, FigureNames.Folder), name => name.EndsWith(".svg", StringComparison.Ordinal));
        }
    }

    private static void Remove(string folder, Func<string, bool> isOwn)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, ".*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
        {
            if (AtomicFile.TryFindTarget(Path.GetFileName(file)) is { } target && isOwn(target))
            {
                File.Delete(file);
            }
        }
    }
}
