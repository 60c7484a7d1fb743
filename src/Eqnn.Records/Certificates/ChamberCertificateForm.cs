using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.Records.Certificates;

/// <summary>The two forms of a certificate of chambers.</summary>
public enum ChamberCertificateForm
{
    /// <summary><see cref="Listed"/> up to <see cref="ChamberCertificateForms.MostListed"/> chambers, <see cref="Orbits"/> beyond.</summary>
    Auto,

    /// <summary>With all rays and their orbits; the check lists every chamber (<see cref="ChamberCertificate"/>).</summary>
    Listed,

    /// <summary>One line for each orbit; the check follows the orbits (<see cref="ChamberOrbitCertificate"/>).</summary>
    Orbits,
}

/// <summary>Writes certificates of chambers in either form.</summary>
public static class ChamberCertificateForms
{
    /// <summary>The most chambers that <see cref="ChamberCertificateForm.Auto"/> lists.</summary>
    public const int MostListed = 20_000;

    /// <summary>Writes a certificate. An arrangement without hyperplanes has one only in the listed form, and gets it.</summary>
    /// <param name="chambers">The enumeration.</param>
    /// <param name="form">The form.</param>
    /// <param name="output">Where to.</param>
    /// <param name="producer">What makes a certificate by orbits, as in <see cref="ChamberOrbitCertificate.Write"/>; one of listed chambers stays in version 1, to the byte what was cited.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Eqnn.Numbers.LimitExceededException">Listed: more rays than can be.</exception>
    public static void Write(ChamberEnumeration chambers, ChamberCertificateForm form, Stream output, string? producer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chambers);
        ArgumentNullException.ThrowIfNull(output);
        if (chambers.Arrangement.Dimension > 0 && (form == ChamberCertificateForm.Orbits || (form == ChamberCertificateForm.Auto && chambers.ChamberCount > MostListed)))
        {
            ChamberOrbitCertificate.Write(chambers, output, producer, cancellationToken);
            return;
        }

        using var text = new StreamWriter(output, leaveOpen: true);
        ChamberCertificate.Write(chambers, text, null, cancellationToken);
    }
}
