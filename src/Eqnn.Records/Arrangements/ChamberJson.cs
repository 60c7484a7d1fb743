using System.Numerics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Arrangements;

/// <summary>How chambers, rays and the hyperplanes that cut them are written in every answer.</summary>
public static class ChamberJson
{
    /// <summary>The fields <c>representative, size, stabiliserOrder</c> of an orbit of chambers or regions, by the signs of its rows.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="rowSigns">The signs of a representative, row by row.</param>
    /// <param name="size">The size of the orbit.</param>
    /// <param name="groupOrder">The order of the group that acts.</param>
    public static void ChamberOrbit(this JsonOutput json, IEnumerable<int> rowSigns, BigInteger size, BigInteger groupOrder)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Row("representative", rowSigns);
        Sizes(json, size, groupOrder);
    }

    /// <summary>The fields <c>representative, size, stabiliserOrder</c> of an orbit of rays, by a vector on one of them.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="direction">A vector on a representative.</param>
    /// <param name="size">The size of the orbit.</param>
    /// <param name="groupOrder">The order of the group that acts.</param>
    public static void RayOrbit(this JsonOutput json, IEnumerable<Cyclotomic> direction, BigInteger size, BigInteger groupOrder)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.ExactRow("representative", direction);
        Sizes(json, size, groupOrder);
    }

    /// <summary>A field that is a list of those hyperplanes that several rows define: their rows from 1, negative where they point to the other side.</summary>
    public static void MergedRows(this JsonOutput json, string name, IEnumerable<Hyperplane> hyperplanes)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.List(name, hyperplanes.Where(h => h.Rows.Count > 1), h => json.Row(h.Rows.Select(r => r.Sign * (r.Row + 1))));
    }

    /// <summary><c>"completeness": {found, zaslavsky}</c>.</summary>
    public static void Completeness(this JsonOutput json, CompletenessCertificate completeness)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(completeness);
        json.Record("completeness", () =>
        {
            json.Field("found", completeness.Found);
            json.Field("zaslavsky", completeness.Zaslavsky);
        });
    }

    private static void Sizes(JsonOutput json, BigInteger size, BigInteger groupOrder)
    {
        json.Field("size", size);
        json.Field("stabiliserOrder", groupOrder / size);
    }
}
