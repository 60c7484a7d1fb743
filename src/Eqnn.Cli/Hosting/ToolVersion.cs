using System.Reflection;

namespace Eqnn.Cli.Hosting;

/// <summary>The version of the tool.</summary>
internal static class ToolVersion
{
    private static readonly string[] Parts = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');

    /// <summary>The release alone, as answers and citations name it, e.g. <c>0.2.0</c>.</summary>
    public static string Text { get; } = Parts[0];

    /// <summary>The commit that it was built from, seven digits; null where it was not built from a clone.</summary>
    public static string? Commit { get; } = Parts.Length > 1 && Parts[1].Length >= 7 ? Parts[1][..7] : null;

    /// <summary>The year of this version, that of the copyright.</summary>
    public static string Year { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyCopyrightAttribute>()!.Copyright.Split(' ')[2];

    /// <summary>What JSON answers name as their producer: the release, the same for every build of it.</summary>
    public static string Producer { get; } = "eqnn " + Text;

    /// <summary>As <c>eqnn --version</c> prints it, e.g. <c>eqnn 0.2.0 (3a648a3)</c>.</summary>
    public static string Line { get; } = Commit is null ? $"eqnn {Text}" : $"eqnn {Text} ({Commit})";
}
