using Eqnn.Algebra;
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
            var root = ClaimReader.Read(json);
            root["format"].Require(root["format"].Text() == Format, $"this is no certificate of eqnn: the format is '{Format}'");
            var version = root["version"].Number(int.MinValue, int.MaxValue);
            root["version"].Require(version == Version, () => FormattableString.Invariant($"version {version} is not known; this program reads version {Version}"));
            kind = root["kind"].Text() is "chambers" or "maps" ? root["kind"].Text() : throw root["kind"].Refuse($"{Quoted.Of(root["kind"].Text())} is not a kind of certificate: chambers or maps");
            var claims = new List<string>();
            var statement = kind == "maps" ? CheckedMaps.Check(root, options, claims, progress, cancellationToken) : CheckedChambers.Check(root, options, claims, progress, cancellationToken);
            Digests.Require(root);
            return new CertificateReport.Accepted(kind, statement, claims.AsReadOnly(), Labels(root, kind));
        }
        catch (RefusedException refusal)
        {
            return new CertificateReport.Refused(kind, refusal.Where, refusal.Message);
        }
        catch (Exception problem) when (problem is ArgumentException or ArithmeticException or FormatException)
        {
            // Shapes that fit nothing, or numbers that no field of the format can hold; a computation with them ended before a claim could be compared.
            return new CertificateReport.Refused(kind, "the document", "cannot be checked: its numbers or their shapes fit no computation");
        }
    }

    private static IReadOnlyList<string> Labels(Claim root, string kind)
    {
        Claim[] places = kind == "maps" ? [root["group"]["name"], root["source"]["label"], root["target"]["label"]] : [root["solver"]];
        return Array.AsReadOnly(Array.ConvertAll(places, place => $"{place.Path}: {Quoted.Of(place.Label())}"));
    }
}
