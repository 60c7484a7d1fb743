using System.Text.RegularExpressions;

namespace Eqnn.Architecture.Tests;

/// <summary>A check that never fires is unproved code: every check that throws a <c>CertificateException</c> is named by a test that feeds it something false (<c>Fires.With</c>).</summary>
public sealed partial class ChecksFireTests
{
    [Fact]
    public void Every_check_is_seen_to_fire() =>
        Broken.None("a test feeds the check something false and names it", Checks().Where(check => !Tests.Contains($"\"{check.Name}", StringComparison.Ordinal)).Select(check => $"{check.File}: {check.Name}"));

    [Fact]
    public void The_checks_are_found() => Assert.True(Checks().Count() > 40);

    private static string Tests { get; } = string.Concat(Sources.OfTests.Where(file => Path.GetFileName(file) != "ChecksFireTests.cs").Select(File.ReadAllText));

    private static IEnumerable<(string File, string Name)> Checks() => Sources.OfProduct.SelectMany(file =>
        Name().Matches(File.ReadAllText(file)).Concat(file.Contains("Eqnn.Algebra", StringComparison.Ordinal) ? Required().Matches(File.ReadAllText(file)) : []).Select(match => (Sources.Short(file), match.Groups[1].Value)));

    [GeneratedRegex("""new (?:Eqnn\.Numbers\.)?CertificateException\(\$?"([^"({]+)""")]
    private static partial Regex Name();

    /// <summary>Proofs with many checks have a word of their own for them.</summary>
    [GeneratedRegex("""Require\([^;]*?,\s*(?:FormattableString\.Invariant\(\$)?"([^"({]+)[^"\n]*"\)?, (?:algebra|group|size)\)""")]
    private static partial Regex Required();
}
