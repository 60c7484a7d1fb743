using Eqnn.PiecewiseLinear.Fans;
using Eqnn.Records.Json;

namespace Eqnn.Records.Arrangements;

/// <summary>How fans are written in every answer.</summary>
public static class FanJson
{
    /// <summary>The fields <c>dimension, hyperplanes, chambers, chamberOrbits, walls, rays, rayOrbits, simplicial</c> of a fan.</summary>
    public static void Fan(this JsonOutput json, EquivariantFan fan)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(fan);
        json.Field("dimension", fan.Space.Dimension);
        json.Field("hyperplanes", fan.Chambers.Arrangement.Hyperplanes.Count);
        json.Field("chambers", fan.ChamberCount);
        json.Records("chamberOrbits", fan.Chambers.Orbits, orbit => json.ChamberOrbit(orbit.Representative.RowSigns, orbit.Size, fan.Group.Order));
        json.Field("walls", fan.Chambers.WallCount);
        json.Field("rays", fan.RayCount);
        json.Records("rayOrbits", fan.RayOrbits, orbit => json.RayOrbit(orbit.Representative, orbit.Size, fan.Group.Order));
        json.Field("simplicial", fan.IsSimplicial);
    }
}
