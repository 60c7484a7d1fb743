using Eqnn.Algebra;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations.MatrixGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Maps;

/// <summary>From the document of a piecewise linear map to the map: the fan is made anew of its hyperplanes, the map of its values on rays, and the matrices of the document are compared with those of the map.</summary>
internal sealed class MapRecordReader
{
    private readonly JsonItem _root;
    private readonly EquivariantFan _fan;
    private readonly GivenRepresentation _target;

    private MapRecordReader(JsonItem root, EquivariantFan fan, GivenRepresentation target) => (_root, _fan, _target) = (root, fan, target);

    /// <exception cref="AlgebraFormatException">It is no such document, or no such map exists; the message names line and field.</exception>
    public static PiecewiseLinearMap Read(string json, GroupLimits? limits, CancellationToken cancellationToken)
    {
        var root = JsonItem.Parse("map", json).Only("format", "group", "source", "target", "hyperplanes", "rayOrbits", "chamberOrbits");
        if (root["format"].Text() != MapRecord.Format)
        {
            throw root["format"].Misfit($"\"{MapRecord.Format}\" is expected");
        }

        var group = GroupRecord.Read(root["group"], limits);
        var (source, target) = (Representation(root["source"], group, cancellationToken), Representation(root["target"], group, cancellationToken));
        var normals = root["hyperplanes"].Items().Select(normal => ExactEntries.Vector(normal, Cyclotomic.Parse, source.Dimension)).ToList();
        var fan = root["hyperplanes"].Located(() => EquivariantFan.FromForms(source, normals, null, null, cancellationToken));
        if (fan.Chambers.Arrangement.Hyperplanes.Count != normals.Count)
        {
            throw root["hyperplanes"].Misfit(FormattableString.Invariant($"{normals.Count} hyperplanes stand here; with their images under the group, and as many as meet only in 0, they are {fan.Chambers.Arrangement.Hyperplanes.Count}"));
        }

        var reader = new MapRecordReader(root, fan, target);
        var map = reader.FromRays();
        reader.RequireMatrices(map, normals);
        return map;
    }

    private static GivenRepresentation Representation(JsonItem item, FiniteGroup group, CancellationToken cancellationToken)
    {
        item.Only("dimension", "generators", "gram");
        return item.Located(() => GivenRepresentation.FromGenerators(
            item.Find("name")?.Text() ?? item.Name,
            group,
            item["dimension"].Whole(1),
            item["generators"].Items().Select(matrix => ExactEntries.Matrix(matrix, Cyclotomic.Parse)),
            ExactEntries.Matrix(item["gram"], Cyclotomic.Parse),
            cancellationToken));
    }

    /// <summary>The map with the values of the document: on each ray of the fan that of its orbit, moved; and on each chamber the matrix that has them.</summary>
    private PiecewiseLinearMap FromRays()
    {
        var list = _root["rayOrbits"];
        var values = new ColumnVector<Cyclotomic>?[_fan.RayOrbits.Count];
        foreach (var item in list.Items())
        {
            item.Only("ray", "value");
            var (vector, value) = (ExactEntries.Vector(item["ray"], Cyclotomic.Parse, _fan.Space.Dimension), ExactEntries.Vector(item["value"], Cyclotomic.Parse, _target.Dimension));
            var ray = item["ray"].Located(() => _fan.TryFindRay(vector)) ?? throw item["ray"].Misfit("this is no ray of the fan of the hyperplanes");
            if (values[ray.Orbit] is not null)
            {
                throw item["ray"].Misfit("the orbit of this ray has a value before");
            }

            // The ray is c g ρ with c > 0, so the value at ρ is g⁻¹ of the value, divided by c.
            var place = Enumerable.Range(0, vector.Count).First(i => !vector[i].IsZero);
            values[ray.Orbit] = (ray.Direction[place] / vector[place]) * (_target.MatrixOf(ray.Element.Inverse()) * value);
        }

        if (Array.FindIndex(values, value => value is null) is >= 0 and var missing)
        {
            throw list.Misfit($"there is no value for the orbit of the ray ({string.Join(", ", _fan.RayOrbits[missing].Representative)})");
        }

        return list.Located(() => PiecewiseLinearMap.FromRayValues(_fan, _target, values!));
    }

    /// <summary>Compares the matrices of the document with those of the map.</summary>
    private void RequireMatrices(PiecewiseLinearMap map, List<ColumnVector<Cyclotomic>> normals)
    {
        var list = _root["chamberOrbits"];
        if (list.Items().Count != _fan.ChamberOrbits.Count)
        {
            throw list.Misfit(FormattableString.Invariant($"{list.Items().Count} orbits of chambers stand here, the fan has {_fan.ChamberOrbits.Count}"));
        }

        foreach (var item in list.Items())
        {
            var signs = item.Only("signs", "matrix")["signs"].Wholes(-1, 1);
            if (signs.Count != normals.Count || signs.Contains(0))
            {
                throw item["signs"].Misfit(FormattableString.Invariant($"a chamber has one of the signs 1 and -1 for each of the {normals.Count} hyperplanes"));
            }

            // The rays of the fan on these sides span the chamber; their sum lies inside it.
            var inside = _fan.Rays.Where(ray => normals.Zip(signs).All(pair => pair.First.Dot(ray.Direction).Sign * pair.Second >= 0)).Aggregate(ColumnVector<Cyclotomic>.Zero(_fan.Space.Dimension), (sum, ray) => sum + ray.Direction);
            if (normals.Zip(signs).Any(pair => pair.First.Dot(inside).Sign != pair.Second))
            {
                throw item["signs"].Misfit("no chamber has these signs");
            }

            var matrix = map.MatrixOn(_fan.Chambers.ChamberAt(inside));
            if (ExactEntries.Matrix(item["matrix"], Cyclotomic.Parse) != matrix)
            {
                throw item["matrix"].Misfit($"on the rays of this chamber the map is {matrix}");
            }
        }
    }
}
