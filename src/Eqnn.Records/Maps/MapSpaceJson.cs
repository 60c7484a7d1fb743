using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Maps;

/// <summary>How spaces of maps and their elements are written: in answers, in certificates, in records.</summary>
public static class MapSpaceJson
{
    /// <summary>The fields <c>targetBasis, basis</c> of a space of maps: the vectors of its coordinates, and each map by its values and its matrices.</summary>
    public static void Basis(this JsonOutput json, EquivariantMapSpace maps)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(maps);
        var model = maps.TargetModel;
        json.ModelBasis("targetBasis", model.Decomposition.Set.Name, model.Points, model.IsMonomial ? model.Partners : null);
        json.List("basis", maps.Basis, map => json.Object(() =>
        {
            json.ValuesOnRayOrbits(map);
            json.Records("chamberOrbits", map.MatricesOnChamberOrbits, matrix => json.ExactRows("matrix", matrix.Rows()));
        }));
    }

    /// <summary>The field <c>valuesOnRayOrbits</c> of a map.</summary>
    public static void ValuesOnRayOrbits(this JsonOutput json, PiecewiseLinearMap map)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(map);
        json.ExactRows("valuesOnRayOrbits", map.ValuesOnRayOrbits);
    }

    /// <summary>A field that says which vectors coordinates belong to, <c>{model, points}</c>: those of the simple in the functions on the G-set <c>model</c> at these points; with <c>partners</c> in a monomial representation.</summary>
    public static void ModelBasis(this JsonOutput json, string name, string model, IEnumerable<int> points, IEnumerable<int>? partners = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Record(name, () =>
        {
            json.Field("model", model);
            json.Positions("points", points);
            if (partners is not null)
            {
                json.Positions("partners", partners);
            }
        });
    }

    /// <summary>The fields <c>orbit, vector, coordinates</c> of a map of one layer in a basis of a space: the orbit of points and the fixed vector of its weights.</summary>
    public static void OneLayer(this JsonOutput json, int orbit, IEnumerable<Cyclotomic> vector, IEnumerable<Cyclotomic> coordinates)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Field("orbit", orbit + 1);
        json.ExactRow("vector", vector);
        json.ExactRow("coordinates", coordinates);
    }
}
