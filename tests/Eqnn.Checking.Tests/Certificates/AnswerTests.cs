using System.Security.Cryptography;
using System.Text;
using Eqnn.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>Small certificates of every kind, changed at one place after the other and sealed again: what the checker answers, place and words, as <c>tests/oracles/refusals</c> has it beside the certificates.</summary>
/// <remarks>That a check answers where it stands, and none further down in its place, is the point: a check that is switched off is missed here also where a later one would notice. What is accepted is another true statement.</remarks>
public sealed class AnswerTests
{
    private const string Folder = "certificates";
    private const string Lines = " in lines";
    private const string Rest = "rest";

    private static readonly string[] MapParts = ["group", "source", "target", "verdict", "sourceMatrices", "targetMatrices", "fan", "mapSpace", Rest];
    private static readonly string[] ChamberParts = ["arrangement", "symmetry", "counts", "rays", "rayOrbits", "chamberOrbits", Rest];
    private static readonly string[] SeparationParts = ["sets", "inputs", "network", "colours", Rest];
    private static readonly string[] LineParts = ["header", "orbits"];

    private static readonly (string Name, string[] Parts)[] Certificates =
    [
        ("C4 L1 L1", MapParts),
        ("C4 L2 L1", ["source", "target", "verdict"]),
        ("S3 2 copies", ["sourceMatrices", "mapSpace"]),
        ("S3 points", ["source", "verdict", "targetMatrices", "fan", "mapSpace"]),
        ("S4 points", ["group", "fan", "mapSpace"]),
        ("resonance-3", ChamberParts),
        ("braid-4", ["arrangement", "symmetry", "counts", "rays", "chamberOrbits"]),
        ("empty", ["arrangement", "symmetry", "counts", "chamberOrbits"]),
        ("told apart", SeparationParts[..3]),
        ("told apart at points", ["network", Rest]),
        ("not told apart", ["sets", "inputs", "colours", Rest]),
        ("resonance-3" + Lines, LineParts),
        ("braid-4" + Lines, LineParts),
        ("sumzero-4" + Lines, LineParts),
        ("fano" + Lines, LineParts),
        ("cyclic-5-L1L2" + Lines, LineParts),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (name, part) in Certificates.SelectMany(pair => pair.Parts, (pair, part) => (pair.Name, part)))
            {
                cases.Add(name, part);
            }

            return cases;
        }
    }

    public static TheoryData<string> Names => [.. Certificates.Select(pair => pair.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_true_is_said_in_these_words(string name)
    {
        var accepted = Assert.IsType<CertificateReport.Accepted>(CertificateChecker.Check(TextOf(name)));
        string[] said = [accepted.Kind, accepted.Statement, .. accepted.Claims, .. accepted.Labels];
        Assert.Equal(KnownAnswers.Of(Folder, name, "what is said", said), said);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_changed_is_refused_at_its_place(string name, string part)
    {
        List<string> found =
        [
            .. Changed(name, part)
                .Select(change => $"{change.What}: {CertificateChecker.Check(change.Certificate).Match(accepted => "accepted, " + accepted.Statement, refused => $"{refused.Where}: {refused.Problem}")}")
                .Distinct(),
        ];
        Assert.NotEmpty(found);
        Assert.Equal(KnownAnswers.Of(Folder, name, part, found), found);
    }

    /// <summary>Every change of a certificate, sealed again, with the kind of place and the change; also in parts that are not kept with their answers.</summary>
    internal static IEnumerable<(string What, string Certificate)> Changed(string name) =>
        (name.EndsWith(Lines, StringComparison.Ordinal) ? LineParts : [.. MapParts, .. ChamberParts, .. SeparationParts]).Distinct().Where(part => part == Rest || Tree(name).ContainsKey(part)).SelectMany(part => Changed(name, part));

    private static IEnumerable<(string What, string Certificate)> Changed(string name, string part)
    {
        var original = Tree(name);
        return JsonChanges.Of(original, Places(original, part).Where(place => !place.Path.EndsWith("digest", StringComparison.Ordinal)), place => JsonChanges.WithoutPlaces(place.Path) + place.Type, withForms: true)
            .Select(change => ($"{JsonChanges.WithoutPlaces(change.Path)} {change.Label}", Sealed(change.Document)));
    }

    private static IEnumerable<JToken> Places(JObject certificate, string part)
    {
        var parts = certificate.ContainsKey("header") ? LineParts : [.. MapParts, .. ChamberParts, .. SeparationParts];
        return part == Rest
            ? certificate.Properties().Where(property => !parts.Contains(property.Name)).SelectMany(property => JsonChanges.Places(property.Value)).Prepend(certificate)
            : JsonChanges.Places(certificate[part]!);
    }

    /// <summary>The certificate as it is kept beside the answers, so that these do not change with its maker.</summary>
    private static string TextOf(string name)
    {
        var file = KnownAnswers.FileOf(Folder, name, "json");
        if (KnownAnswers.IsUpdate && !File.Exists(file))
        {
            File.WriteAllText(file, name.EndsWith(Lines, StringComparison.Ordinal) ? ChamberOrbitCertificateTests.Certificate(name[..^Lines.Length]) : RefusalTests.Sources[name].Value);
        }

        return File.ReadAllText(file);
    }

    /// <summary>A certificate in one record as it is; of one in lines the first and the list of the others, without the last.</summary>
    private static JObject Tree(string name)
    {
        var text = TextOf(name);
        if (!name.EndsWith(Lines, StringComparison.Ordinal))
        {
            return JObject.Parse(text);
        }

        var lines = text.TrimEnd('\n').Split('\n');
        return new JObject(new JProperty("header", JObject.Parse(lines[0])), new JProperty("orbits", new JArray(lines[1..^1].Select(JObject.Parse))));
    }

    private static string Sealed(JObject certificate)
    {
        if (certificate["header"] is { } header && certificate["orbits"] is { } orbits)
        {
            return OrbitLines.Seal([header.ToString(Formatting.None), .. orbits is JArray list ? list.Select(orbit => orbit.ToString(Formatting.None)) : [orbits.ToString(Formatting.None)]]);
        }

        foreach (var record in certificate.DescendantsAndSelf().OfType<JObject>().Where(record => record["digest"]?.Type == JTokenType.String).Reverse().ToList())
        {
            record.Remove("digest");
            record["digest"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.ToString(Formatting.None))))[..16];
        }

        return certificate.ToString(Formatting.None);
    }
}
