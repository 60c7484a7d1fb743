using Eqnn.Catalog.Documents;
using Eqnn.Checking;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>Copies documents and figures of several catalogs into one; refuses where they disagree, before anything is copied.</summary>
internal static class CatalogMerge
{
    public static void Into(string target, IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        foreach (var (file, (folder, _)) in Origins(target, folders, cancellationToken).Where(origin => origin.Value.Folder != target))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Copy(folder, target, file);
        }
    }

    /// <summary>Where each document of the result comes from, and its hash.</summary>
    /// <exception cref="InvalidDataException">A document is damaged, or two folders have different documents of one group.</exception>
    public static IReadOnlyDictionary<string, (string Folder, string Hash)> Origins(string target, IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        var origins = new SortedDictionary<string, (string Folder, string Hash)>(StringComparer.Ordinal);
        var conflicts = new List<string>();
        foreach (var folder in Directory.Exists(target) ? folders.Prepend(target) : folders)
        {
            if (!Directory.Exists(folder))
            {
                throw new DirectoryNotFoundException($"no such folder: {folder}");
            }

            foreach (var file in CatalogBuilding.DocumentFiles(folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var path = Path.Combine(folder, file);
                var document = DocumentFile.TryRead(path, out var problem) ?? throw new InvalidDataException($"{path} {problem}");
                if (CertificateChecker.CheckFields(CanonicalJson.Print(document)) is { } refused)
                {
                    throw new InvalidDataException($"{path}: {refused.Where}: {refused.Problem}");
                }

                if (!DocumentFile.HasItsFigures(path, document))
                {
                    throw new InvalidDataException($"{path}: a figure is missing or not what the document says");
                }

                var hash = document[CanonicalJson.HashField].Text();
                if (!origins.TryAdd(file, (folder, hash)) && origins[file].Hash != hash)
                {
                    conflicts.Add($"{file} in {origins[file].Folder} and {folder}");
                }
            }
        }

        return conflicts.Count == 0 ? origins : throw new InvalidDataException($"conflicting documents, nothing is merged: {string.Join("; ", conflicts)}");
    }

    private static void Copy(string from, string to, string file)
    {
        var text = File.ReadAllText(Path.Combine(from, file));
        var place = Path.GetDirectoryName(file)!;
        foreach (var figure in CanonicalJson.Parse("document", text, file)["figures"].Items())
        {
            var relative = Path.Combine(place, figure["file"].Text());
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, relative))!);
            CatalogBuilding.WriteUnlessSame(Path.Combine(to, relative), File.ReadAllText(Path.Combine(from, relative)));
        }

        Directory.CreateDirectory(Path.Combine(to, place));
        CatalogBuilding.WriteUnlessSame(Path.Combine(to, file), text);
    }
}
