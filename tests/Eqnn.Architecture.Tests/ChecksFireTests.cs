using System.Text.RegularExpressions;

namespace Eqnn.Architecture.Tests;

/// <summary>A check that never fires is unproved code: every check that throws a <c>CertificateException</c> is named by a test that feeds it something false (<c>Fires.With</c>), or stands here with the reason.</summary>
public sealed partial class ChecksFireTests
{
    /// <summary>Checks that no test has seen to fire; docs/testing.md#checks says what each would need.</summary>
    private static readonly IReadOnlyDictionary<string, string> NotSeen = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["every group of order at most 127 is in the library"] = "needs a library with a group left out",
        ["generators and images generate a group of the common order"] = "needs a false isomorphism inside the search",
        ["the copies of a simple fill its component"] = "needs a false splitting",
        ["the traces of a matrix group are a character"] = "needs false matrices of a group that was read",
        ["degrees are positive"] = "follows from the checks before it: the adjoints of rim hooks fix all signs",
        ["a new ray lies between its two neighbours"] = "needs a false table of rays in the middle of an enumeration",
        ["a group acts on the cosets of a normal subgroup with that kernel"] = "needs a false quotient; a kernel of a false order does not come so far",
        ["orbit-stabiliser on rays"] = "needs false matrices of a representation, which nobody can make any more",
        ["the rays of every chamber belong to the fan"] = "needs a fan with a ray left out",
        ["the chambers are connected across walls"] = "needs an enumeration with a false count inside a fan",
        ["energies vanish exactly where the theorem says"] = "needs a false theorem inside the rounding of energies",
        ["what the interaction theorem excludes is 0"] = "needs a false theorem inside the transport",
        ["random elements of the group ring separate the copies of a simple"] = "happens with probability 0; needs false random elements",
        ["an enclosure meets the range of its number"] = "needs a false enclosure",
        ["the elements of a cyclic group are powers of a generator"] = "needs a false generator of a cyclic group",
        ["periods span their field"] = "needs a false basis of a real cyclotomic field",
        ["no network populates what level sets exclude"] = "needs a false theorem inside the decision of depth",
        ["what level sets on chambers populate lies in the bound J_t"] = "needs a false bound inside the decision of depth",
        ["the outputs of a separating network differ"] = "needs false weights inside the search for a separating network",
        ["the catalog's verification "] = "needs a builder of false documents",
        ["a simple with a model has a space of maps"] = "needs a false model in the builder of the catalog",
        ["the ReLU composite lies in the space of maps"] = "needs a false space of maps in the builder of the catalog",
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
