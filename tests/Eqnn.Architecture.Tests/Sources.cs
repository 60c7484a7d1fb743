using System.Text.RegularExpressions;
using Eqnn.Testing;

namespace Eqnn.Architecture.Tests;

/// <summary>The files of the repository, without what a build puts there.</summary>
internal static partial class Sources
{
    /// <summary>All C# files under a folder.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*.cs") =>
        !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split('/', '\\').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> OfProduct { get; } = Files(Path.Combine(Oracles.Repository(), "src"));

    public static IReadOnlyList<string> OfTests { get; } =
        [.. Files(Path.Combine(Oracles.Repository(), "tests")), .. Files(Path.Combine(Oracles.Repository(), "tests"), "*.fs")];

    /// <summary>The documents: Markdown files at the top and under docs.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        [.. Directory.GetFiles(Oracles.Repository(), "*.md").Concat(Files(Path.Combine(Oracles.Repository(), "docs"), "*.md")).Order(StringComparer.Ordinal)];

    /// <summary>The path from the root of the repository, with slashes.</summary>
    public static string Short(string file) => Path.GetRelativePath(Oracles.Repository(), file).Replace('\\', '/');

    public static string? NamespaceOf(string file) => NamespaceLine().Match(File.ReadAllText(file)) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
