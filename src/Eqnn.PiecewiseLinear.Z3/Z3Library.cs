using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Z3;

namespace Eqnn.PiecewiseLinear.Z3;

/// <summary>Finds libz3: beside the program where the package carries it (Windows, macOS), the system's <c>libz3.so.4</c> or <c>libz3.so</c> on Linux.</summary>
/// <remarks>Only <see cref="Native"/> is used. The managed layer needs <c>Z3_enable_concurrent_dec_ref</c>, which 4.8.12, the version of Debian 12 and Ubuntu 24.04, does not have.</remarks>
internal static class Z3Library
{
    private static readonly Lazy<string?> LoadedVersion = new(Load);

    /// <summary>The version as "4.8.12", or null where no libz3 can be loaded.</summary>
    public static string? Version => LoadedVersion.Value;

    private static string? Load()
    {
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Resolve);
        }
        catch (InvalidOperationException)
        {
            // The host has its own resolver for this assembly: use what it finds.
        }

        try
        {
            uint major = 0;
            uint minor = 0;
            uint build = 0;
            uint revision = 0;
            Native.Z3_get_version(ref major, ref minor, ref build, ref revision);
            return FormattableString.Invariant($"{major}.{minor}.{build}");
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != "libz3" && name != "z3")
        {
            return 0;
        }

        foreach (var candidate in new[] { "libz3.so.4", "libz3.so", "libz3" })
        {
            if (NativeLibrary.TryLoad(candidate, assembly, searchPath, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
