using System.Diagnostics;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Records.Certificates;

/// <summary>What a certificate of maps says, read back by <see cref="MapCertificate.Read"/>.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CertifiedMaps
{
    internal CertifiedMaps(string? producer, MapVerdict verdict, EquivariantMapSpace? maps) => (Producer, Verdict, Maps) = (producer, verdict, maps);

    /// <summary>What made the certificate, as it says itself; null where it says nothing.</summary>
    public string? Producer { get; }

    /// <summary>The verdict.</summary>
    public MapVerdict Verdict { get; }

    /// <summary>The space of all maps on a fan, in the coordinates of the certificate; null where the certificate is on the verdict alone.</summary>
    public EquivariantMapSpace? Maps { get; }

    /// <summary>In one line: the verdict, and the space where it is there.</summary>
    public override string ToString() => Maps is null ? Verdict.ToString() : $"{Verdict}; {Maps}";
}
