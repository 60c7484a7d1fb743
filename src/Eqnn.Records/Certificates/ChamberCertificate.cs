using System.Globalization;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Certificates;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Certificates;

/// <summary>The certificate of an enumeration of chambers: what was found and what makes it checkable, as one JSON document for Eqnn.Checking.CertificateChecker.</summary>
/// <remarks>It holds the arrangement, its symmetry, one chamber of each orbit with all its rays and its walls, and the orbits of rays. The format is docs/certificates.md.</remarks>
public static class ChamberCertificate
{
    /// <summary>The document.</summary>
    /// <param name="chambers">The enumeration.</param>
    /// <param name="producer">What makes the certificate, e.g. <c>eqnn 0.2.0</c>: a label, which nobody checks. Where it is named the version is 2.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LimitExceededException">More rays than can be listed.</exception>
    public static string Of(ChamberEnumeration chambers, string? producer = null, CancellationToken cancellationToken = default)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(chambers, text, producer, cancellationToken);
        return text.ToString();
    }

    /// <summary>Writes the document while it grows.</summary>
    internal static void Write(ChamberEnumeration chambers, TextWriter text, string? producer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chambers);
        var listed = ListedChambers.Of(chambers, null, cancellationToken);
        CertificateOutput.Write(
            text,
            output =>
            {
                output.Head("chambers", producer);
                output.Json.Field("solver", CertificateOutput.Label(chambers.Origin));
                Parts(output, listed, isInner: false);
            },
            cancellationToken);
    }

    /// <summary>The fields of the arrangement and its chambers.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="listed">The chambers.</param>
    /// <param name="isInner">Whether they are those of a record inside the document, whose records stand on one line.</param>
    internal static void Parts(CertificateOutput output, ListedChambers listed, bool isInner)
    {
        var chambers = listed.Chambers;
        var arrangement = chambers.Arrangement;
        Action<string, Action> record = isInner ? output.Record : output.Object;
        record("arrangement", () =>
        {
            output.Json.Field("columns", arrangement.AmbientDimension);
            output.Json.ExactRows("rows", arrangement.Rows);
        });
        record("symmetry", () =>
        {
            output.Json.Field("order", listed.Order);
            output.Numbers("generators", listed.Generators);
        });
        output.Record("counts", () => Counts(output, chambers));
        output.Json.ExactRows("rays", listed.Rays);
        output.Records("rayOrbits", listed.RayOrbits, orbit =>
        {
            output.Json.Field("ray", orbit.Ray + 1);
            output.Json.Field("size", orbit.Size);
            output.Json.Field("stabiliserOrder", orbit.StabiliserOrder);
        });
        output.Records("chamberOrbits", chambers.Orbits.Zip(listed.RaysOfOrbits), pair =>
        {
            var (orbit, rays) = pair;
            output.Json.Field("signs", orbit.Representative.ToString());
            output.Json.Field("size", orbit.Size);
            output.Json.Field("stabiliserOrder", listed.Order / orbit.Size);
            output.Json.Positions("rays", rays);
            output.Json.Positions("walls", orbit.Representative.Walls);
        });
    }

    private static void Counts(CertificateOutput output, ChamberEnumeration chambers)
    {
        var (json, arrangement) = (output.Json, chambers.Arrangement);
        CertificateOutput.Sizes(json, arrangement);
        json.Field("chambers", chambers.ChamberCount);
        json.Field("chamberOrbits", chambers.Orbits.Count);
        json.Field("walls", chambers.WallCount);
        json.Field("wallOrbits", chambers.WallOrbitCount);
        json.Field("rays", chambers.RayCount);
        json.Field("rayOrbits", chambers.RayOrbits.Count);
        json.Field("simplicial", chambers.IsSimplicial);
        output.Json.Field("zaslavsky", chambers.Completeness.Zaslavsky);
    }
}
