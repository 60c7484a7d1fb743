using Eqnn.Testing;
using PublicApiGenerator;

namespace Eqnn.Architecture.Tests;

/// <summary>What is public is approved: <c>src/*/PublicApi.approved.txt</c>, rewritten by <c>EQNN_UPDATE_GOLDEN=1</c> and read in review like code.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void The_public_surface_is_the_approved_one(string room)
    {
        // What a debugger shows is no promise.
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [], ExcludeAttributes = ["System.Diagnostics.DebuggerDisplayAttribute"] };
        var actual = Product.Load(room).GeneratePublicApi(options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var path = Path.Combine(Oracles.Repository(), "src", Product.FolderOf(room), "PublicApi.approved.txt");
        if (Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(approved == actual, Difference(path, approved, actual));
    }

    private static string Difference(string path, string approved, string actual)
    {
        var before = approved.Split('\n');
        var after = actual.Split('\n');
        var gone = before.Except(after, StringComparer.Ordinal).Select(line => $"- {line.Trim()}");
        var added = after.Except(before, StringComparer.Ordinal).Select(line => $"+ {line.Trim()}");
        return $"The public surface changed; if that is meant, set EQNN_UPDATE_GOLDEN=1 and read the difference in {Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}:\n"
            + string.Join("\n", gone.Concat(added).Take(60));
    }
}
