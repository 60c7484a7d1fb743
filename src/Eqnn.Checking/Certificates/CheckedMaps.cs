using Eqnn.Checking.Fans;
using Eqnn.Checking.Maps;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Certificates;

/// <summary>The check of a certificate of kind <c>maps</c>: the verdict on L → K and, if it is there, the space of all maps on a fan.</summary>
internal static class CheckedMaps
{
    public static string Check(Claim root, CertificateCheckOptions options, List<string> claims, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        CertificateShape.RequireMaps(root);
        _ = root["group"]["name"].Label();
        var group = GroupClaim.Check(root["group"], options, claims, cancellationToken);
        var source = SimpleClaim.Check(root["source"], 0, group, claims, cancellationToken);
        var target = SimpleClaim.Check(root["target"], 1, group, claims, cancellationToken);
        var verdict = CheckedVerdict.Check(root["verdict"], source, target, claims);
        if (!root.Has("fan"))
        {
            return verdict;
        }

        var fan = CheckedFan.Check(root["fan"], options, claims, progress, cancellationToken);
        var space = new CheckedMapSpace(root, group, fan, cancellationToken);
        return FormattableString.Invariant($"{verdict}; on the fan of {fan.Chambers.Count} chambers the maps have dimension {space.Check(source, target, claims)}");
    }
}
