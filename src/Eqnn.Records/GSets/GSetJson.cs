using System.Numerics;
using Eqnn.Algebra.GSets;
using Eqnn.Records.Json;

namespace Eqnn.Records.GSets;

/// <summary>How G-sets are written in every answer.</summary>
public static class GSetJson
{
    /// <summary>A field that is a G-set on one line, <c>{name, size, orbits}</c>, the orbits by their lengths.</summary>
    public static void Set(this JsonOutput json, string name, GSet set)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(set);
        json.Record(name, () =>
        {
            json.Field("name", set.Name);
            json.Field("size", set.Size);
            json.Row("orbits", set.Orbits.Select(orbit => (BigInteger)orbit.Length));
        });
    }
}
