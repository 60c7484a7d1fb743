using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Eqnn.Catalog.Database;

/// <summary>The native library of SQLite where a program of one file carries it as the resource <c>e_sqlite3</c>: written to a folder of its own, loaded, and on Unix unlinked at once.</summary>
/// <remarks>Elsewhere, where the library lies beside the program, nothing happens here.</remarks>
internal static class CarriedLibrary
{
    private const string Resource = "e_sqlite3";

    private static readonly Lazy<bool> Prepared = new(Prepare);

    /// <summary>Makes the library findable; whether this program carries one.</summary>
    public static bool Require() => Prepared.Value;

    private static bool Prepare()
    {
        if (Assembly.GetEntryAssembly() is not { } program || program.GetManifestResourceInfo(Resource) is null)
        {
            return false;
        }

        var handle = new Lazy<nint>(() => Load(program));
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == Resource ? handle.Value : 0);
        return true;
    }

    private static nint Load(Assembly program)
    {
        using var stream = program.GetManifestResourceStream(Resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return OperatingSystem.IsWindows() ? LoadKept(bytes) : LoadUnlinked(bytes);
    }

    private static nint LoadUnlinked(byte[] bytes)
    {
        // Readable by this user alone, gone when it is loaded.
        var folder = Directory.CreateTempSubdirectory("eqnn-");
        try
        {
            var file = Path.Combine(folder.FullName, "libe_sqlite3");
            File.WriteAllBytes(file, bytes);
            return NativeLibrary.Load(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static nint LoadKept(byte[] bytes)
    {
        // A library in use cannot be removed there: it is kept for the next run, under the digest of its content.
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "eqnn");
        var file = Path.Combine(folder, $"e_sqlite3-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}.dll");
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes))
        {
            Directory.CreateDirectory(folder);
            var fresh = file + "." + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            File.WriteAllBytes(fresh, bytes);
            File.Move(fresh, file, overwrite: true);
        }

        return NativeLibrary.Load(file);
    }
}
