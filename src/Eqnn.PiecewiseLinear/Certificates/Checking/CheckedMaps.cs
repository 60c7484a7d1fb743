using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Certificates.Checking;

/// <summary>The check of a certificate of kind <c>maps</c>: the verdict on L → K and, if it is there, the space of all maps on a fan.</summary>
internal static class CheckedMaps
{
    public static string Check(CertificateNode root, CertificateCheckOptions options, List<string> claims, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var group = CheckedGroup.Check(root["group"], options, claims, cancellationToken);
        var source = CheckedSimple.Check(root["source"], group, claims, cancellationToken);
        var target = CheckedSimple.Check(root["target"], group, claims, cancellationToken);
        var verdict = CheckedVerdict.Check(root["verdict"], source, target, claims);
        if (!root.Has("fan"))
        {
            root.Require(!root.Has("mapSpace"), () => "a space of maps without its fan");
            return verdict;
        }

        var fan = CheckedFan.Check(root["fan"], options, claims, progress, cancellationToken);
        var space = new CheckedMapSpace(root, group, fan, cancellationToken);
        return FormattableString.Invariant($"{verdict}; on the fan of {fan.Chambers.Count} chambers the maps have dimension {space.Check(source, target, claims)}");
    }
}
