using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Cli.Commands;

/// <summary>The part of <c>eqnn maps G L K --enumerate</c> that lists all maps on the ReLU fan.</summary>
internal sealed class MapEnumeration
{
    private readonly EquivariantFan _fan;
    private readonly EquivariantMapSpace _maps;

    private MapEnumeration(EquivariantFan fan, EquivariantMapSpace maps)
    {
        _fan = fan;
        _maps = maps;
    }

    /// <summary>Enumerates the fan of L and the maps to K on it.</summary>
    public static MapEnumeration Of(IsotypicDecomposition decomposition, SimpleRepresentation source, SimpleRepresentation target, Query query)
    {
        var limits = ChambersCommand.LimitsOf(query);
        var space = Inputs.Space(decomposition, [source], query.Has(ChambersCommand.Isotypic));
        var fan = EquivariantFan.Of(space, limits, query.Progress, query.CancellationToken);
        return new(fan, EquivariantMapSpace.TryOf(fan, target, query.CancellationToken)
            ?? throw new LimitExceededException("index of a subgroup", SimpleCopy.MaxModelIndex, $"a larger one, to write {target.Label} as exact matrices", "choose another target"));
    }

    /// <summary>Lays the enumeration out for people.</summary>
    public void Describe(Page page)
    {
        var (from, to) = (_fan.Space.ToString()!, _maps.TargetModel.Simple.Label);
        page.Heading($"All maps to {to} that are linear on the chambers of the ReLU fan of {from}");
        var chambers = _fan.Chambers;
        page.Fact("fan", $"{_fan.ChamberCount} chambers in {Orbits(_fan.ChamberOrbits.Count)}, {chambers.WallCount} walls, {_fan.RayCount} rays in {Orbits(_fan.RayOrbits.Count)}, {(_fan.IsSimplicial ? "simplicial" : "not simplicial")}");
        page.Fact("dimension", $"{_maps.Dimension} ({(_fan.IsSimplicial ? "the" : "at most the")} ray sum {_maps.RayBound})");
        page.Fact("linear", $"{_maps.LinearDimension}");
        page.Fact("one layer", $"{_maps.OneLayerDimension} (linear maps and Σ |v_x| u_x)");
        page.Line($"a map is given by its values on one ray of each orbit; coordinates of {to}: P e_y / P_yy at y = {string.Join(", ", _maps.TargetModel.Points.Select(Matrices.Number))} of {_maps.TargetModel.Decomposition.Set.Name}");
        var rays = new PageTable().Right("ray orbit").Right("rays").Left("a ray");
        for (var j = 1; j <= _maps.Dimension; j++)
        {
            rays.Left($"F{j}");
        }

        for (var i = 0; i < _fan.RayOrbits.Count; i++)
        {
            rays.Row([i + 1, _fan.RayOrbits[i].Size, Matrices.Vector(_fan.RayOrbits[i].Representative), .. _maps.Basis.Select(map => Matrices.Vector(map.ValuesOnRayOrbits[i]))]);
        }

        page.Table(rays);
    }

    /// <summary>Writes the fields <c>fan</c> and <c>mapSpace</c>.</summary>
    public void WriteJson(JsonOutput json)
    {
        json.Object("fan", () =>
        {
            json.Field("space", _fan.Space.ToString());
            json.Field("dimension", _fan.Space.Dimension);
            json.Field("hyperplanes", _fan.Chambers.Arrangement.Hyperplanes.Count);
            json.Field("chambers", _fan.ChamberCount);
            json.Records("chamberOrbits", _fan.Chambers.Orbits, orbit =>
            {
                json.Row("representative", orbit.Representative.RowSigns);
                json.Field("size", orbit.Size);
                json.Field("stabiliserOrder", _fan.Group.Order / orbit.Size);
            });
            json.Field("walls", _fan.Chambers.WallCount);
            json.Field("rays", _fan.RayCount);
            json.Records("rayOrbits", _fan.RayOrbits, orbit =>
            {
                Shapes.Values(json, "representative", orbit.Representative);
                json.Field("size", orbit.Size);
                json.Field("stabiliserOrder", orbit.Stabilizer.Order);
            });
            json.Field("simplicial", _fan.IsSimplicial);
        });
        json.Object("mapSpace", () =>
        {
            json.Field("dimension", _maps.Dimension);
            json.Field("raySum", _maps.RayBound);
            json.Field("linearDimension", _maps.LinearDimension);
            json.Field("oneLayerDimension", _maps.OneLayerDimension);
            json.Record("targetBasis", () =>
            {
                json.Field("model", _maps.TargetModel.Decomposition.Set.Name);
                json.Row("points", Shapes.FromOne(_maps.TargetModel.Points));
            });
            json.List("basis", _maps.Basis, map => json.Object(() =>
            {
                json.List("valuesOnRayOrbits", map.ValuesOnRayOrbits, value => json.Row(value.Select(Shapes.Gap)));
                json.Records("chamberOrbits", _fan.ChamberOrbits.Select(map.MatrixOn), matrix => Matrices.WriteJson(json, "matrix", matrix));
            }));
        });
    }

    private static string Orbits(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "orbit" : "orbits")}");
}
