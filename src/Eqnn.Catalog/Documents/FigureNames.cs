namespace Eqnn.Catalog.Documents;

/// <summary>Where figures lie, relative to their document.</summary>
internal static class FigureNames
{
    /// <summary>Their folder.</summary>
    public const string Folder = "figures";

    /// <summary>The interaction graph of an activation on a G-set.</summary>
    public static string Interaction(string group, string set, string activation) => $"{Folder}/{DocumentPath.StemOf(group)}-{DocumentPath.Plain(set)}-{activation}.svg";

    /// <summary>The ReLU composites of a simple of dimension 2 on a G-set.</summary>
    public static string Maps(string group, string set, string source) => $"{Folder}/{DocumentPath.StemOf(group)}-{DocumentPath.Plain(set)}-maps-{source}.svg";
}
