using Eqnn.Algebra;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>All chambers of a fan, not only those up to the group: for pictures, formulas and slow second routes.</summary>
internal static class FanChambers
{
    /// <summary>The chambers in the order in which a walk across walls from the first representative meets them.</summary>
    /// <exception cref="CertificateException">Their number is not that of the enumeration: a bug.</exception>
    public static IReadOnlyList<Chamber> All(EquivariantFan fan)
    {
        var list = new List<Chamber> { fan.Chambers.Orbits[0].Representative };
        var seen = new HashSet<Chamber>(list);
        for (var next = 0; next < list.Count; next++)
        {
            list.AddRange(list[next].Walls.Select(list[next].Across).Where(seen.Add));
        }

        return list.Count == fan.ChamberCount ? list : throw new CertificateException("the chambers are connected across walls", FormattableString.Invariant($"{list.Count} of {fan.ChamberCount} met"));
    }
}
