using System.Text.Json;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Certificates.Checking;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>Checks the certificates of <see cref="ChamberCertificate"/> and <see cref="MapCertificate"/> with none of the code that made them.</summary>
/// <remarks>
/// <para><b>Trusted:</b> exact numbers, permutations, matrices over exact numbers, and the code of the namespace <c>Eqnn.PiecewiseLinear.Certificates.Checking</c>, which knows nothing of arrangements, enumerations, character tables or map spaces (a test reads that off the compiled code).</para>
/// <para><b>Method.</b> docs/certificates.md: for every claim the theorem it rests on.</para>
/// </remarks>
public static class CertificateChecker
{
    /// <summary>The value of the field <c>format</c>.</summary>
    public const string Format = "eqnn-certificate";

    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    /// <summary>Checks every claim of a document. Names are no claims: see <see cref="CertificateReport.Accepted.Labels"/>.</summary>
    /// <exception cref="LimitExceededException">The check needs more than the options allow.</exception>
    public static CertificateReport Check(string json, CertificateCheckOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        options ??= CertificateCheckOptions.Default;
        var kind = "";
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = new CertificateNode(document.RootElement, "");
            root["format"].Require(root["format"].Text() == Format, () => $"this is no certificate of eqnn: the format is '{Format}'");
            root["version"].Require(root["version"].Count() == Version, () => FormattableString.Invariant($"version {root["version"].Count()} is not known; this program reads version {Version}"));
            kind = root["kind"].Text();
            var claims = new List<string>();
            var statement = kind switch
            {
                "chambers" => CheckedChambers.Check(root, options, claims, progress, cancellationToken),
                "maps" => CheckedMaps.Check(root, options, claims, progress, cancellationToken),
                "separation" => CheckedSeparation.Check(root, claims, cancellationToken),
                _ => throw root["kind"].Refuse($"'{kind}' is not a kind of certificate: chambers, maps or separation"),
            };
            Digests.Require(root);
            root.Require(root.Has(Digests.Field), () => "the digest is missing");
            return new CertificateReport.Accepted(kind, statement, claims.AsReadOnly(), Labels(root, kind));
        }
        catch (RefusedException refusal)
        {
            return new CertificateReport.Refused(kind, refusal.Where, refusal.Message);
        }
        catch (Exception problem) when (problem is ArgumentException or ArithmeticException or FormatException)
        {
            // Shapes or numbers with which nothing can be computed.
            return new CertificateReport.Refused(kind, "$", "cannot be checked: " + problem.Message.ReplaceLineEndings(" "));
        }
        catch (JsonException problem)
        {
            return new CertificateReport.Refused(kind, FormattableString.Invariant($"line {(problem.LineNumber ?? 0) + 1}, character {(problem.BytePositionInLine ?? 0) + 1}"), "not JSON");
        }
    }

    private static IReadOnlyList<string> Labels(CertificateNode root, string kind)
    {
        CertificateNode[] places = kind switch
        {
            "maps" => [root["group"]["name"], root["source"]["label"], root["target"]["label"]],
            "separation" => [root["group"], root["architecture"]],
            _ => [root["solver"]],
        };
        return Array.AsReadOnly(Array.ConvertAll(places, place => $"{place.Path}: {place.Label()}"));
    }
}
