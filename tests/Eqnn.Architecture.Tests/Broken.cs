namespace Eqnn.Architecture.Tests;

/// <summary>The places where a rule is broken, all of them in one message.</summary>
internal static class Broken
{
    public static void None(string rule, IEnumerable<string> places)
    {
        var all = places.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{rule}\n  broken at {all.Count} places:\n  {string.Join("\n  ", all)}");
    }
}
