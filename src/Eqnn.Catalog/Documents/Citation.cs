using System.Reflection;

namespace Eqnn.Catalog.Documents;

/// <summary>What every document says about itself.</summary>
internal static class Citation
{
    public const string Format = "eqnn-catalog-document";

    /// <summary>The version of the format that is written.</summary>
    public const int SchemaVersion = 2;

    /// <summary>The version of the index, whose format is that of the first.</summary>
    public const int IndexVersion = 1;

    public const string Licence = "CC-BY-4.0";

    public const string Authors = "The Eqnn.Algebra authors";

    public const string Theory = "J. Gibson, D. Tubbenhauer, G. Williamson, Equivariant neural networks and piecewise linear representation theory, arXiv:2408.00949";

    /// <summary>The version of the software, without the revision it was built from.</summary>
    public static string Version { get; } = typeof(Citation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The fields that say the same in every document of a group and a version.</summary>
    public static IReadOnlyList<(string Field, string Text)> Fields(string group, string version) => [("licence", Licence), ("cite", Of(group, version)), ("theory", Theory)];

    /// <summary>How to cite the document of a group.</summary>
    public static string Of(string group, string version) => $"{Authors}, {group} in the catalog of Eqnn.Algebra, version {version}, with the hash of this document";

    /// <summary>A BibTeX entry. No year: the hash says which document is meant.</summary>
    public static string BibTeX(string group, int order, string file, string version, string hash) =>
        $"@misc{{eqnn-catalog-{DocumentPath.StemOf(group)}-{hash.Split(':')[1][..12]},\n"
        + $"  author       = {{{{{Authors}}}}},\n"
        + $"  title        = {{The group {{{group.Replace("^", "\\^{}", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}}} of order {order} in the catalog of {{Eqnn.Algebra}}}},\n"
        + $"  howpublished = {{catalog document {file}, made by eqnn {version}}},\n"
        + $"  note         = {{{hash}; data under {Licence}; theory: {Theory}}}\n"
        + "}\n";
}
