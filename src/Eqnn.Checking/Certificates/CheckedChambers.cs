using Eqnn.Checking.Fans;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Certificates;

/// <summary>The check of a certificate of kind <c>chambers</c>.</summary>
internal static class CheckedChambers
{
    public static string Check(Claim root, CertificateCheckOptions options, List<string> claims, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        CertificateShape.RequireChambers(root);
        _ = root["solver"].Label();
        var fan = CheckedFan.Check(root, options, claims, progress, cancellationToken);
        return FormattableString.Invariant($"{fan.Chambers.Count} chambers in {CheckedFan.Orbits(fan.Chambers.Sizes.Count)}, {fan.RayOrbits.Count} rays in {CheckedFan.Orbits(fan.RayOrbits.Sizes.Count)}");
    }
}
