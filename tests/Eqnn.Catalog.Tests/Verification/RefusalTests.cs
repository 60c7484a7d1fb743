using Eqnn.Checking;
using Eqnn.Testing;

namespace Eqnn.Catalog.Tests.Verification;

/// <summary>Small documents that together have everything, changed at one place after the other and sealed again: what the checker answers, place and words, as <c>tests/oracles/refusals</c> has it.</summary>
/// <remarks>That a check answers where it stands, and none further down in its place, is the point: a check that is switched off is missed here also where a later one would notice.</remarks>
public sealed class RefusalTests
{
    private const string Folder = "documents";
    private const string Accepted = "accepted";

    /// <summary>The documents, with the parts that are forged in each: a part is not forged again where it holds nothing new.</summary>
    private static readonly (string What, string[] Parts)[] Documents =
    [
        ("S3@points", [.. Forgery.Parts.Except(["separation"])]),
        ("S3@regular,points", ["set", "vectors", "energies"]),
        ("A4@points", ["set", "fan", "maps", "energies", "separation", "universality", "answers"]),
        ("C4", ["character", "simple", "normal-subgroup", "existence", "maps"]),
        ("C5", ["character", "existence", "fan", "maps", "energies", "numbers"]),
        ("Q8@regular", ["character", "simple", "model", "fan", "vectors", "maps", "universality"]),
        ("D4@points", ["simple", "normal-subgroup", "interaction", "fan", "maps", "energies", "universality"]),
        ("C3@3*regular", ["set", "interaction", "fan", "vectors", "maps", "separation"]),
        ("D8@points+cosets:#4", ["interaction"]),
        ("S4@cosets:#2", ["answers"]),
        ("A4xC2@points", ["separation"]),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (what, part) in Documents.SelectMany(pair => pair.Parts, (pair, part) => (pair.What, part)))
            {
                cases.Add(what, part);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_forgery_is_refused_at_its_place(string what, string part)
    {
        List<string> found = [.. Forgery.Of(Built.Document(what), part, withForms: what == Documents[0].What || part == "separation").Select(Answer).Distinct()];
        Assert.NotEmpty(found);
        Assert.Equal(KnownAnswers.Of(Folder, what, part, found), found);
    }

    /// <summary>What the checker takes as it stands, since it proves nothing: descriptions, figures and answers, which the catalog makes again and compares; the names of sets; which pairs of inputs, which hidden layers are looked at, by which generators, in which order.</summary>
    [Fact]
    public void What_is_accepted_is_free()
    {
        string[] free = ["answers", "cite", "figures", "inputs", "licence", "theory", "separation", "universality"];
        var accepted = Documents.Select(pair => KnownAnswers.FileOf(Folder, pair.What)).SelectMany(File.ReadAllLines).Where(line => line.EndsWith(": " + Accepted, StringComparison.Ordinal)).ToHashSet();
        Assert.All(accepted.Where(line => !free.Contains(line.Split('.', '[', ' ')[0])), line => Assert.Contains(line, Same));
    }

    /// <summary>Changes that leave a true document: a record that stands first already; matrices and permutations that are an action in the other order as well.</summary>
    private static readonly string[] Same = ["group the last stands first of all: accepted", "model.generators two in the other order: accepted", "fan.generators two in the other order: accepted", "set.generators two in the other order: accepted"];

    private static string Answer(Forgery forgery)
    {
        return $"{forgery.Shape} {forgery.Change}: " + (CertificateChecker.Check(forgery.Sealed()) is CertificateReport.Refused refused
            ? $"{Forgery.ShapeOf(forgery.Document, refused.Where)}: {refused.Problem}"
            : Accepted);
    }
}
