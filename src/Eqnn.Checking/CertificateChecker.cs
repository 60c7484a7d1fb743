using System.Collections.ObjectModel;
using System.Text;
using Eqnn.Checking.Certificates;
using Eqnn.Checking.Documents;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking;

/// <summary>Checks the certificates of Eqnn.Records.Certificates (of chambers, of maps, of inputs told apart) with none of the code that made them.</summary>
/// <remarks>
/// <para><b>Trusted:</b> exact numbers, permutations, matrices over exact numbers, and the code of the assembly <c>Eqnn.Checking</c>, which refers to Eqnn.Numbers alone.</para>
/// <para><b>Method.</b> docs/certificates.md: for every claim the theorem it rests on.</para>
/// </remarks>
public static class CertificateChecker
{
    /// <summary>The value of the field <c>format</c>.</summary>
    public const string Format = "eqnn-certificate";

    /// <summary>The version of certificates in one record that name no producer; those that name one, and those in lines, are of version 2.</summary>
    public const int Version = 1;

    private const long MaxBytes = 1L << 30;
    private const string DocumentKind = "catalog-document";

    /// <summary>Checks every claim of a certificate, or of a document of the catalog, which is a set of certificates. Names are no claims: see <see cref="CertificateReport.Accepted.Labels"/>.</summary>
    /// <exception cref="LimitExceededException">The check needs more than the options allow.</exception>
    public static CertificateReport Check(string json, CertificateCheckOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        options ??= CertificateCheckOptions.Default;
        if (CheckedChamberOrbits.IsOfLines(Encoding.UTF8.GetBytes(json[..Math.Min(json.Length, CheckedChamberOrbits.HeadLength)])))
        {
            return CheckLines([], new MemoryStream(Encoding.UTF8.GetBytes(json)), options, progress, cancellationToken);
        }

        var kind = "";
        return Refusing(() => kind, () =>
        {
            var root = ClaimReader.Read(json);
            if (root["format"].Text() == DocumentShape.Format)
            {
                kind = DocumentKind;
                return CheckDocument(json, root, cancellationToken);
            }

            root["format"].Require(root["format"].Text() == Format, $"this is no certificate of eqnn: the format is '{Format}' or '{DocumentShape.Format}'");
            var version = root["version"].Number(int.MinValue, int.MaxValue);
            root["version"].Require(version is Version or CheckedChamberOrbits.Version, () => FormattableString.Invariant($"version {version} is not known; this program reads the versions {Version} and {CheckedChamberOrbits.Version}"));
            kind = root["kind"].Text() is "chambers" or "maps" or "separation" ? root["kind"].Text() : throw root["kind"].Refuse($"{Quoted.Of(root["kind"].Text())} is not a kind of certificate: chambers, maps or separation, or {CheckedChamberOrbits.Kind} in lines that begin to the letter as docs/certificates.md says");
            CertificateShape.RequireProducer(root, version == CheckedChamberOrbits.Version);
            var claims = new List<string>();
            var statement = kind switch
            {
                "maps" => CheckedMaps.Check(root, options, claims, progress, cancellationToken),
                "separation" => CheckedSeparation.Check(root, claims, cancellationToken),
                _ => CheckedChambers.Check(root, options, claims, progress, cancellationToken),
            };
            Digests.Require(root);
            return new CertificateReport.Accepted(kind, statement, claims.AsReadOnly(), Labels(root, kind));
        });
    }

    /// <summary>The same for a file that is read as it is needed: a certificate of chambers by orbits goes by line for line, its text is never held; of any other the text is read whole.</summary>
    /// <exception cref="LimitExceededException">The check needs more than the options allow, or the text of another certificate is longer than 2^30 bytes.</exception>
    public static CertificateReport Check(Stream file, CertificateCheckOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        options ??= CertificateCheckOptions.Default;
        var head = new byte[CheckedChamberOrbits.HeadLength];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (CheckedChamberOrbits.IsOfLines(head))
        {
            return CheckLines(head, file, options, progress, cancellationToken);
        }

        using var text = new MemoryStream();
        text.Write(head);
        var buffer = new byte[1 << 16];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (text.Length + count > MaxBytes)
            {
                throw new LimitExceededException("bytes of a certificate in one record", MaxBytes, "more", "not adjustable; certificates of chambers by orbits have no such bound");
            }

            text.Write(buffer, 0, count);
        }

        try
        {
            return Check(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(text.GetBuffer(), 0, (int)text.Length).TrimStart('\uFEFF'), options, progress, cancellationToken);
        }
        catch (DecoderFallbackException problem)
        {
            return new CertificateReport.Refused("", "the document", FormattableString.Invariant($"no text: byte {problem.Index + 1} is not UTF-8"));
        }
    }

    /// <summary>Whether a document of the catalog has the fields of its format and no others, its claims unread; null if so.</summary>
    public static CertificateReport.Refused? CheckFields(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            DocumentSections.Of(ClaimReader.Read(json));
            return null;
        }
        catch (RefusedException refusal)
        {
            return new CertificateReport.Refused(DocumentKind, refusal.Where, refusal.Message);
        }
    }

    private static CertificateReport CheckLines(byte[] head, Stream file, CertificateCheckOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) => Refusing(() => CheckedChamberOrbits.Kind, () =>
    {
        var claims = new List<string>();
        var (statement, labels) = CheckedChamberOrbits.Check(head, file, options, claims, progress, cancellationToken);
        return new CertificateReport.Accepted(CheckedChamberOrbits.Kind, statement, claims.AsReadOnly(), Said(labels));
    });

    private static CertificateReport Refusing(Func<string> kind, Func<CertificateReport> check)
    {
        try
        {
            return check();
        }
        catch (RefusedException refusal)
        {
            return new CertificateReport.Refused(kind(), refusal.Where, refusal.Message);
        }
        catch (Exception problem) when (problem is ArgumentException or ArithmeticException or FormatException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // Shapes that fit nothing, or numbers that no field of the format can hold; a computation with them ended before a claim could be compared.
            return new CertificateReport.Refused(kind(), "the document", "cannot be checked: its numbers or their shapes fit no computation");
        }
    }

    private static CertificateReport.Accepted CheckDocument(string json, Claim root, CancellationToken cancellationToken)
    {
        var document = DocumentSections.Of(root);
        DocumentCheck.Check(document, cancellationToken);
        root["hash"].Require(root["hash"].Text() == DocumentHash.Of(json), "the content is not what the hash says");
        var sets = root["inputs"]["sets"].Items();
        Claim[] places = [root["inputs"]["group"], .. sets];
        return new(
            DocumentKind,
            FormattableString.Invariant($"all claims on {Quoted.Of(document.Group["name"].Text())} of order {document.Group["order"].Int()} and {sets.Count} of its sets"),
            Array.AsReadOnly(DocumentSections.Counted.Select(pair => FormattableString.Invariant($"{document.Count(pair.Kind)} {pair.Plural}")).ToArray()),
            Array.AsReadOnly(Array.ConvertAll(places, place => $"{place.Path}: {Quoted.Of(place.Text())}")));
    }

    private static IReadOnlyList<string> Labels(Claim root, string kind)
    {
        Claim[] places = kind switch
        {
            "maps" => [root["group"]["name"], root["source"]["label"], root["target"]["label"]],
            "separation" => [root["group"], root["architecture"]],
            _ => [root["solver"]],
        };
        return Said([.. places, .. CertificateShape.Producer(root)]);
    }

    /// <summary>Names, in quotation marks: nothing proves them.</summary>
    private static ReadOnlyCollection<string> Said(Claim[] places) => Array.AsReadOnly(Array.ConvertAll(places, place => $"{place.Path}: {Quoted.Of(place.Label())}"));
}
