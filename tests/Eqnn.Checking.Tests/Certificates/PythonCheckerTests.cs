using System.Diagnostics;
using System.Text.Json.Nodes;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Tests.Arrangements;
using Eqnn.Records.Certificates;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>The second checker, docs/examples/verify_certificate.py: it accepts what is true and refuses what is false, with nothing of this library.</summary>
public sealed class PythonCheckerTests
{
    /// <summary>Groups of certificates, each a name and a text; one process checks a group.</summary>
    private static readonly Dictionary<string, Func<IEnumerable<(string Name, string Certificate)>>> Groups = new()
    {
        ["by orbits"] = () => Rational().Select(entry => (entry.Id, ChamberOrbitCertificate.Of(ChamberEnumeration.Of(entry.Arrangement)))),
        ["listed"] = () => Rational().Where(entry => entry.Chambers <= 500).Select(entry => (entry.Id, ChamberCertificate.Of(ChamberEnumeration.Of(entry.Arrangement)))),
        ["many chambers"] = () => new[] { "sumzero-30", "braid-10", "coordinates-40", "fano" }.Select(name => (name, ChamberOrbitCertificateTests.Certificate(name))),
        ["verdicts of maps"] = () =>
        [
            ("S3 to the sign", MapCertificateTests.Certificate("S3", "L2", "L1", "regular", isotypic: true)),
            ("S3 to itself", MapCertificateTests.Certificate("S3", "L2", "L2", "points", isotypic: false)),
            ("S4, standard", MapCertificateTests.Certificate("S4", "standard", "standard", "points", isotypic: false)),
            ("none", None()),
            ("Q8, a type H", Verdict("Q8", "L4", "L1")),
            ("with a fan", File.ReadAllText(Path.Combine(Oracles.Repository(), "docs", "certificate-s4.json"))),
        ],
        ["with a producer"] = () => new[] { "chambers", "chamber-orbits", "maps" }.SelectMany(kind => new[] { (kind, ProducerTests.Certificate(kind)), (kind + " on one line", kind == "chamber-orbits" ? ProducerTests.Certificate(kind) : JsonNode.Parse(ProducerTests.Certificate(kind))!.ToJsonString()) }),
        ["forged by orbits"] = () => ChamberOrbitCertificateTests.Forgeries.Select(row => ((string)row[0], ChamberOrbitCertificateTests.Forged((string)row[0]))),
        ["forged lists"] = RefusalTests.OfChambers,
        ["forged verdicts"] = ForgedVerdicts,
    };

    [InterpreterTheory("python3")]
    [InlineData("by orbits", "holds")]
    [InlineData("listed", "holds")]
    [InlineData("many chambers", "holds")]
    [InlineData("verdicts of maps", "holds")]
    [InlineData("with a producer", "holds")]
    [InlineData("forged by orbits", "refused at ")]
    [InlineData("forged lists", "refused at ")]
    [InlineData("forged verdicts", "refused at ")]
    public void It_accepts_what_is_true_and_refuses_what_is_false(string group, string answer)
    {
        var certificates = Groups[group]().ToList();
        Assert.NotEmpty(certificates);
        var lines = Run([.. certificates.Select(item => item.Certificate)], out var code);
        Assert.Equal(certificates.Count, lines.Length);

        // A number that is not rational is not decided, true or false.
        Assert.DoesNotContain(certificates.Zip(lines, (item, line) => $"{item.Name}: {line}"), line => !line.Contains(": " + answer, StringComparison.Ordinal) && (answer == "holds" || !line.Contains(": not decided at ", StringComparison.Ordinal)));
        Assert.Equal(answer == "holds", code == 0);
    }

    [InterpreterTheory("python3")]
    [InlineData("cyclic-5-L1L2")]
    public void What_it_does_not_decide_it_does_not_accept(string name)
    {
        var lines = Run([ChamberOrbitCertificateTests.Certificate(name)], out var code);
        Assert.Equal(2, code);
        Assert.Contains("not decided at arrangement.rows", Assert.Single(lines), StringComparison.Ordinal);
    }

    /// <summary>What the checker of the library refuses this one does not accept: it refuses, does not decide, or says that it did not look there.</summary>
    [InterpreterTheory("python3")]
    [MemberData(nameof(AnswerTests.Names), MemberType = typeof(AnswerTests))]
    [Trait("speed", "slow")]
    public void What_is_changed_is_accepted_only_where_it_is_true(string name)
    {
        var changed = AnswerTests.Changed(name).ToList();
        var lines = Run([.. changed.Select(change => change.Certificate)], out _);
        Assert.Equal(changed.Count, lines.Length);
        foreach (var (change, line) in changed.Zip(lines).Where(pair => pair.Second.Contains(": holds: ", StringComparison.Ordinal)))
        {
            if (CertificateChecker.Check(change.Certificate) is CertificateReport.Refused refused)
            {
                Assert.Contains("not checked by this program: " + LeftOut, line, StringComparison.Ordinal);
                Assert.True(refused.Where.StartsWith("fan.symmetry.generators", StringComparison.Ordinal) || LeftOut.Split(", ").Any(section => refused.Where.StartsWith(section, StringComparison.Ordinal)), $"{change.What}: {refused.Where}: {refused.Problem}");
            }
        }
    }

    private const string LeftOut = "sourceMatrices, targetMatrices, mapSpace";

    private static IEnumerable<(string Name, string Certificate)> ForgedVerdicts()
    {
        foreach (var (name, part, field, value) in new (string, string, string, JsonNode)[]
        {
            ("another bias", "witness", "bias", "1/2"),
            ("another value", "witness", "valueAtIdentity", "1/64"),
            ("another point", "witness", "pointByClass", new JsonArray("3/8", "1/8", "0", "-1/8", "1/8")),
        })
        {
            var root = JsonNode.Parse(MapCertificateTests.Certificate("S4", "standard", "standard", "points", isotypic: false))!;
            root["verdict"]![part]![field] = value;
            yield return (name, Tampering.Sealed(root));
        }

        foreach (var version in new[] { 1, 3 })
        {
            var produced = JsonNode.Parse(ProducerTests.Certificate("maps"))!;
            produced["version"] = version;
            yield return ("a producer in another version", Tampering.Sealed(produced));
        }

        var none = JsonNode.Parse(None())!;
        none["verdict"]!["exists"] = true;
        yield return ("exists after all", Tampering.Sealed(none));
        var character = JsonNode.Parse(MapCertificateTests.Certificate("S3", "L2", "L2", "points", isotypic: false))!;
        character["source"]!["constituent"] = new JsonArray("1", "1", "1");
        yield return ("another character", Tampering.Sealed(character));
        var order = JsonNode.Parse(MapCertificateTests.Certificate("S3", "L2", "L2", "points", isotypic: false))!;
        order["group"]!["order"] = 12;
        yield return ("another order", Tampering.Sealed(order));
    }

    private static string None() => Verdict("S4", "L2", "L3");

    private static string Verdict(string group, string source, string target)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        return MapCertificate.Of(KernelCriterion.Decide(table.SimpleNamed(source), table.SimpleNamed(target)));
    }

    private static IEnumerable<(string Id, Arrangement Arrangement, int Chambers)> Rational() =>
        JsonNode.Parse(File.ReadAllText(Oracles.File("chambers", "small.json")))!["arrangements"]!.AsArray()
            .Where(entry => entry!["vectors"] is not null && (int)entry["dimension"]! > 0 && (int)entry["chambers"]! <= 2000)
            .Select(entry => ((string)entry!["id"]!, ChamberEntries.ArrangementOf(entry), (int)entry["chambers"]!))
            .Where(entry => entry.Item2.Conductor == 1);

    /// <summary>One line for each certificate.</summary>
    private static string[] Run(IReadOnlyList<string> certificates, out int code)
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-certificates");
        try
        {
            var files = certificates.Select((text, i) =>
            {
                var file = Path.Combine(folder.FullName, FormattableString.Invariant($"{i}.cert"));
                File.WriteAllText(file, text);
                return file;
            }).ToList();
            var start = new ProcessStartInfo("python3", [Path.Combine(Oracles.Repository(), "docs", "examples", "verify_certificate.py"), .. files.Select(Path.GetFileName).OfType<string>()]) { RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
            start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            code = process.ExitCode;
            return output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
