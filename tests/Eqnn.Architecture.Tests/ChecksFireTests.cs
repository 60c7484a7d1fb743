using System.Text.RegularExpressions;

namespace Eqnn.Architecture.Tests;

/// <summary>A check that never fires is unproved code: every check that throws a <c>CertificateException</c> is named by a test that feeds it something false (<c>Fires.With</c>), or stands here with the reason.</summary>
public sealed partial class ChecksFireTests
{
    /// <summary>Checks that no test has seen to fire; docs/testing.md#checks says what each would need.</summary>
    private static readonly IReadOnlyDictionary<string, string> NotSeen = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["degrees are positive"] = "follows from the checks before it: the adjoints of rim hooks fix all signs",
        ["a new ray lies between its two neighbours"] = "needs a false table of rays in the middle of an enumeration",
        ["orbit-stabiliser on rays"] = "needs false matrices of a representation, which nobody can make any more",
        ["what the interaction theorem excludes is 0"] = "needs a false theorem inside the transport",
        ["random elements of the group ring separate the copies of a simple"] = "happens with probability 0; needs false random elements",
        ["a simple with a model has a space of maps"] = "needs a false model in the builder of the catalog",
    };

    [Fact]
    public void Every_check_is_seen_to_fire() =>
        Broken.None("a test feeds the check something false and names it", Checks().Where(check => !NotSeen.ContainsKey(check.Name) && !Tests.Contains($"\"{check.Name}", StringComparison.Ordinal)).Select(check => $"{check.File}: {check.Name}"));

    [Fact]
    public void The_list_holds_only_checks_that_no_test_names() =>
        Broken.None("a check that fires leaves the list", NotSeen.Keys.Where(name => Tests.Contains($"With(\"{name}", StringComparison.Ordinal) || Checks().All(check => check.Name != name)));

    [Fact]
    public void The_checks_are_found() => Assert.True(Checks().Count() > 40);

    private static string Tests { get; } = string.Concat(Sources.OfTests.Where(file => Path.GetFileName(file) != "ChecksFireTests.cs").Select(File.ReadAllText));

    private static IEnumerable<(string File, string Name)> Checks() => Sources.OfProduct.SelectMany(file =>
        Name().Matches(File.ReadAllText(file)).Concat(file.Contains("Eqnn.Algebra", StringComparison.Ordinal) ? Required().Matches(File.ReadAllText(file)) : []).Select(match => (Sources.Short(file), match.Groups[1].Value)));

    [GeneratedRegex("""new (?:Eqnn\.Numbers\.)?CertificateException\(\$?"([^"({]+)""")]
    private static partial Regex Name();

    /// <summary>Proofs with many checks have a word of their own for them.</summary>
    [GeneratedRegex("""Require\([^\n]*, "([^"({]+)", (?:algebra|group|size)\)""")]
    private static partial Regex Required();
}
