using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;

namespace Eqnn.Checking.Certificates;

/// <summary>The group of a certificate, listed within the bounds of the check.</summary>
internal static class GroupClaim
{
    private const int MaxDegree = 1_000_000;

    public static ListedGroup Check(Claim record, CertificateCheckOptions options, List<string> claims, CancellationToken cancellationToken)
    {
        var degree = record["degree"].Number(0, MaxDegree);
        var claimed = record["order"].Count();
        if (claimed > options.MaxGroupOrder)
        {
            throw CheckLimit.Reached("group elements that the checker lists", options.MaxGroupOrder, claimed, "CertificateCheckOptions.MaxGroupOrder");
        }

        if (claimed * degree > options.MaxImages)
        {
            throw CheckLimit.Reached("images of points that the checker lists, order times degree", options.MaxImages, claimed * degree, "CertificateCheckOptions.MaxImages", "fewer points for the same group cost less");
        }

        var group = ListedGroup.Close([.. record["generators"].Items().Select(item => item.Permutation(degree))], degree, record["order"], cancellationToken);
        group.ReadClasses(Section.Of(record["classes"]));
        claims.Add(FormattableString.Invariant($"the generators generate {group.Order} permutations in {group.Classes.Count} conjugacy classes"));
        return group;
    }
}
