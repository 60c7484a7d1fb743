using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Arrangements;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The part of <c>eqnn maps G L K --enumerate</c> that lists all maps on the ReLU fan.</summary>
internal sealed class EnumerationPart(MapEnumeration enumeration)
{
    private const int LongestFormula = 200;

    private readonly EquivariantFan _fan = enumeration.Fan;
    private readonly EquivariantMapSpace _maps = enumeration.Maps;
    private readonly IReadOnlyList<MapLayer> _layers = enumeration.Layers;

    private string SetName => enumeration.Space.Decomposition.Set.Name;

    /// <summary>Lays the enumeration out for people.</summary>
    public void Describe(Page page)
    {
        var (from, to) = (_fan.Space.ToString()!, _maps.TargetModel.Simple.Label);
        page.Heading($"All maps to {to} that are linear on the chambers of the ReLU fan of {from}");
        var chambers = _fan.Chambers;
        if (enumeration.OneOfSeveral is { } copy)
        {
            page.Fact("copy", copy.IsSpecial
                ? $"special: it lies in orbit {copy.Orbit + 1} alone, and {copy.Simple.Label} occurs on others, too; other copies can have more hyperplanes, and activations send them to more simples (--isotypic takes them all)"
                : "generic: its hyperplanes coincide only where those of all copies do; special copies have fewer");
        }

        page.Fact("fan", $"{_fan.ChamberCount} chambers in {Orbits(_fan.ChamberOrbits.Count)}, {chambers.WallCount} walls, {_fan.RayCount} rays in {Orbits(_fan.RayOrbits.Count)}, {(_fan.IsSimplicial ? "simplicial" : "not simplicial")}");
        page.Fact("dimension", $"{_maps.Dimension}");
        page.Fact("ray formula", $"Σ dim {to}^Stab(ray) = {_maps.RayBound}: {(_fan.IsSimplicial ? "equal, the fan being simplicial" : _maps.RayBound == _maps.Dimension ? "an upper bound, attained" : "an upper bound")}");
        page.Fact("rigid", _maps.RigidDimension is { } rigid ? (Prose)$"{Prose.YesOrNo(true)}: every map is linear + Σ c |⟨r, v⟩|, and Theorem 4 gives {rigid}, the same" : $"{Prose.YesOrNo(false)}: {NotRigid()}");
        page.Fact("linear", Part(_maps.LinearPart));
        page.Fact("one layer", Part(_maps.OneLayerPart));
        page.Fact("only deeper", $"{_maps.Dimension - _maps.OneLayerDimension}");
        if (_maps.TryFindWitness() is { } witness)
        {
            page.Fact("nonzero", $"F{witness.Element + 1} at the ray {Matrices.Vector(_fan.RayOrbits[witness.RayOrbit].Representative)} is {Matrices.Vector(_maps.Basis[witness.Element].ValuesOnRayOrbits[witness.RayOrbit])}");
        }
        else
        {
            page.Fact("nonzero", "no map but 0 on this fan; what the kernel criterion promises lives on finer ones");
        }

        DescribeRays(page, to);
        DescribeLayers(page);
    }

    /// <summary>Writes the fields <c>fan</c> and <c>mapSpace</c>.</summary>
    public void WriteJson(JsonOutput json)
    {
        json.Object("fan", () =>
        {
            json.Field("space", _fan.Space.ToString());
            json.Field("copy", enumeration.OneOfSeveral is not { } copy ? "whole component" : copy.IsSpecial ? "special" : "generic");
            json.Field("dimension", _fan.Space.Dimension);
            json.Field("hyperplanes", _fan.Chambers.Arrangement.Hyperplanes.Count);
            json.Field("chambers", _fan.ChamberCount);
            json.Records("chamberOrbits", _fan.Chambers.Orbits, orbit => json.ChamberOrbit(orbit.Representative.RowSigns, orbit.Size, _fan.Group.Order));
            json.Field("walls", _fan.Chambers.WallCount);
            json.Field("rays", _fan.RayCount);
            json.Records("rayOrbits", _fan.RayOrbits, orbit => json.RayOrbit(orbit.Representative, orbit.Size, _fan.Group.Order));
            json.Field("simplicial", _fan.IsSimplicial);
        });
        json.Object("mapSpace", () =>
        {
            json.Field("dimension", _maps.Dimension);
            json.Field("raySum", _maps.RayBound);
            json.Field("rigid", _maps.RigidDimension is not null);
            json.Field("rigidDimension", _maps.RigidDimension);

            json.Field("linearDimension", _maps.LinearDimension);
            json.ExactRows("linear", _maps.LinearPart);
            json.Field("oneLayerDimension", _maps.OneLayerDimension);
            json.ExactRows("oneLayer", _maps.OneLayerPart);
            json.Record("targetBasis", () =>
            {
                json.Field("model", _maps.TargetModel.Decomposition.Set.Name);
                json.Positions("points", _maps.TargetModel.Points);
                if (_maps.TargetModel.IsMonomial)
                {
                    json.Positions("partners", _maps.TargetModel.Partners);
                }
            });
            json.List("basis", _maps.Basis, map => json.Object(() =>
            {
                json.ExactRows("valuesOnRayOrbits", map.ValuesOnRayOrbits);
                json.Records("chamberOrbits", map.MatricesOnChamberOrbits, matrix => json.ExactRows("matrix", matrix.Rows()));
            }));
            if (_maps.TryFindWitness() is { } witness)
            {
                json.Record("witness", () =>
                {
                    json.Field("basisElement", witness.Element + 1);
                    json.ExactRow("point", _fan.RayOrbits[witness.RayOrbit].Representative);
                    json.ExactRow("value", _maps.Basis[witness.Element].ValuesOnRayOrbits[witness.RayOrbit]);
                });
            }
            else
            {
                json.Null("witness");
            }

            json.List("activations", _layers, layer => json.Object(() =>
            {
                json.Field("name", layer.Activation.Name);
                json.Field("nonzero", layer.IsNonzero);
                json.Records("maps", layer.Maps, map =>
                {
                    json.Field("orbit", map.Orbit + 1);
                    json.ExactRow("vector", map.Vector);
                    json.ExactRow("coordinates", map.Coordinates);
                });
            }));
        });
    }

    private void DescribeRays(Page page, string to)
    {
        page.Line($"a map is given by its values on one ray of each orbit; coordinates of {to}: {_maps.TargetModel.Description}");
        var rays = new PageTable { Name = "basis" }.Right("ray orbit").Right("rays").Left("a ray");
        for (var j = 1; j <= _maps.Dimension; j++)
        {
            rays.Left($"F{j}");
        }

        for (var i = 0; i < _fan.RayOrbits.Count; i++)
        {
            rays.Row([i + 1, _fan.RayOrbits[i].Size, Matrices.Vector(_fan.RayOrbits[i].Representative), .. _maps.Basis.Select(map => Matrices.Vector(map.ValuesOnRayOrbits[i]))]);
        }

        page.Table(rays);
        var formulas = _maps.Basis.Select(map => map.TryFormulas() is { } parts ? string.Join(", ", parts) : null).ToList();
        for (var j = 0; j < formulas.Count; j++)
        {
            if (formulas[j] is { Length: <= LongestFormula } formula)
            {
                page.Fact(FormattableString.Invariant($"F{j + 1}(v)"), _maps.TargetModel.Dimension == 1 ? formula : $"({formula})");
            }
        }
    }

    private void DescribeLayers(Page page)
    {
        var layers = new PageTable { Name = "layers" }.Left("layer").Left("through").Left("coordinates in F1, F2, ...");
        foreach (var layer in _layers)
        {
            for (var i = 0; i < layer.Maps.Count; i++)
            {
                layers.Row(i == 0 ? layer.Activation.Name : "", FormattableString.Invariant($"T{i + 1}"), _maps.Dimension == 0 ? "0" : Matrices.Vector(layer.Maps[i].Coordinates));
            }
        }

        if (_layers[0].Maps.Count == 0)
        {
            page.Line($"one layer: {_maps.TargetModel.Simple.Label} does not occur in the functions on {SetName}");
            return;
        }

        page.Line($"one layer v ↦ T f(v), with T: functions on {SetName} → {_maps.TargetModel.Simple.Label}, T e_x = u at a point x of an orbit, for a basis of the vectors u fixed by the stabiliser of x:");
        for (var i = 0; i < _layers[0].Maps.Count; i++)
        {
            page.Fact(FormattableString.Invariant($"T{i + 1}"), $"orbit {_layers[0].Maps[i].Orbit + 1}, u = {Matrices.Vector(_layers[0].Maps[i].Vector)}");
        }

        page.Table(layers);
    }

    private Prose Part(IReadOnlyList<ColumnVector<Cyclotomic>> rows)
    {
        if (rows.Count == 0 || rows.Count == _maps.Dimension)
        {
            return rows.Count == 0 ? (Prose)0 : $"{rows.Count}: all of them";
        }

        return $"{rows.Count}: spanned by {Prose.Join(", ", rows.Select(Matrices.Vector))} in F1, F2, ...";
    }

    private string NotRigid() => _fan.Space.Dimension < 3 ? "the dimension is below 3" : "some flat of codimension 2 lies on three hyperplanes";

    private static string Orbits(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "orbit" : "orbits")}");
}
