using System.Reflection;

namespace Eqnn.Cli.Hosting;

/// <summary>The version of the tool.</summary>
internal static class ToolVersion
{
    /// <summary>As <c>eqnn --version</c> prints it, e.g. <c>0.2.0</c>.</summary>
    public static string Text { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
