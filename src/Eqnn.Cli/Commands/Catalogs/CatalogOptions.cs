using System.CommandLine;
using System.Globalization;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>The words that the commands of the catalog share.</summary>
internal static class CatalogOptions
{
    /// <summary>The name of the folder where none is given.</summary>
    public const string DefaultFolder = "catalog";

    /// <summary>The variable of the environment that names a catalog for commands that read, where there is none in the current folder.</summary>
    public const string Variable = "EQNN_CATALOG";

    /// <summary>The folder of commands that read.</summary>
    public static Option<string> Folder { get; } = new("--catalog", "-c") { HelpName = "FOLDER", Description = "the catalog (default: catalog, or the folder that EQNN_CATALOG names)" };

    /// <summary>Nothing is written.</summary>
    public static Option<bool> DryRun { get; } = new("--dry-run") { Description = "only say what would be done" };

    /// <summary>The catalog that is read.</summary>
    public static CatalogFolder FolderOf(Query query) => Existing(query.Value(Folder) ?? Known());

    /// <summary>The catalog of this place: the one in the current folder, or that of the environment.</summary>
    public static string Known() => Directory.Exists(DefaultFolder) ? DefaultFolder : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : DefaultFolder;

    /// <summary>A folder that must be there.</summary>
    public static CatalogFolder Existing(string path) => Directory.Exists(path) ? new(path) : throw new InputException($"no such folder: {path}; eqnn catalog build makes a catalog, and --catalog or the variable {Variable} names one elsewhere");

    /// <summary>Reads a document, or says which ones there are.</summary>
    public static CatalogDocument Document(Query query, string group) => Read(() => FolderOf(query).Read(Border.Read("group", () => group)));

    /// <summary>Damage of a file is the input's, not ours.</summary>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            throw new InputException(e.Message, e);
        }
    }

    /// <summary>The G-sets of a list.</summary>
    public static IReadOnlyList<string> SetList(string text) => [.. BracketedList.Split(text).Select(set => set.Member.Trim())];

    /// <summary><c>3 documents</c>.</summary>
    public static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
