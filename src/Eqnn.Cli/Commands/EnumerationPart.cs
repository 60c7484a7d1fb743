using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Arrangements;
using Eqnn.Records.LinearAlgebra;
using Eqnn.Records.Maps;

namespace Eqnn.Cli.Commands;

/// <summary>The part of <c>eqnn maps G L K --enumerate</c> that lists all maps on the ReLU fan.</summary>
internal sealed class EnumerationPart(MapEnumeration enumeration, CancellationToken cancellationToken)
{
    private const int LongestFormula = 200;

    private readonly EquivariantFan _fan = enumeration.Fan;
    private readonly EquivariantMapSpace _maps = enumeration.Maps;
    private readonly IReadOnlyList<MapLayer> _layers = enumeration.Layers;

    private string SetName => enumeration.Space.Decomposition.Set.Name;

    /// <summary>The enumeration: a heading with what follows it, and the fields <c>fan</c> and <c>mapSpace</c>.</summary>
    public void Describe(Outline outline)
    {
        var (from, to) = (_fan.Space.ToString()!, _maps.TargetModel.Simple.Label);
        outline.Heading($"All maps to {to} that are linear on the chambers of the ReLU fan of {from}");
        if (enumeration.OneOfSeveral is { } copy)
        {
            outline.Fact("copy", copy.IsSpecial
                ? $"special: it lies in orbit {copy.Orbit + 1} alone, and {copy.Simple.Label} occurs on others, too; other copies can have more hyperplanes, and activations send them to more simples (--isotypic takes them all)"
                : "generic: its hyperplanes coincide only where those of all copies do; special copies have fewer");
        }

        outline.Fact("fan", $"{_fan.ChamberCount} chambers in {OrbitWords.Count(_fan.ChamberOrbits.Count)}, {_fan.Chambers.WallCount} walls, {_fan.RayCount} rays in {OrbitWords.Count(_fan.RayOrbits.Count)}, {(_fan.IsSimplicial ? "simplicial" : "not simplicial")}", json => json.Object("fan", () =>
        {
            json.Field("space", from);
            json.Field("copy", enumeration.OneOfSeveral is not { } one ? "whole component" : one.IsSpecial ? "special" : "generic");
            json.Fan(_fan);
        }));
        outline.Object("mapSpace", DescribeSpace);
    }

    private void DescribeSpace(Outline space)
    {
        var to = _maps.TargetModel.Simple.Label;
        space.Fact("dimension", _maps.Dimension, "dimension", _maps.Dimension);
        space.Fact("ray formula", $"Σ dim {to}^Stab(ray) = {_maps.RayBound}: {(_fan.IsSimplicial ? "equal, the fan being simplicial" : _maps.RayBound == _maps.Dimension ? "an upper bound, attained" : "an upper bound")}", "raySum", _maps.RayBound);
        space.Fact("rigid", _maps.RigidDimension is { } rigid ? (Prose)$"{Prose.YesOrNo(true)}: every map is linear + Σ c |⟨r, v⟩|, and Theorem 4 gives {rigid}, the same" : $"{Prose.YesOrNo(false)}: {NotRigid()}", "rigid", _maps.RigidDimension is not null);
        space.Field("rigidDimension", _maps.RigidDimension);
        space.Field("linearDimension", _maps.LinearDimension);
        space.Fact("linear", Part(_maps.LinearPart), json => json.ExactRows("linear", _maps.LinearPart));
        space.Field("oneLayerDimension", _maps.OneLayerDimension);
        space.Fact("one layer", Part(_maps.OneLayerPart), json => json.ExactRows("oneLayer", _maps.OneLayerPart));
        space.Fact("only deeper", _maps.Dimension - _maps.OneLayerDimension);
        space.InDocument(json => json.Basis(_maps));
        if (_maps.TryFindWitness() is { } witness)
        {
            var (point, value) = (_fan.RayOrbits[witness.RayOrbit].Representative, _maps.Basis[witness.Element].ValuesOnRayOrbits[witness.RayOrbit]);
            space.Fact("nonzero", $"F{witness.Element + 1} at the ray {Matrices.Vector(point)} is {Matrices.Vector(value)}", json => json.Record("witness", () =>
            {
                json.Field("basisElement", witness.Element + 1);
                json.ExactRow("point", point);
                json.ExactRow("value", value);
            }));
        }
        else
        {
            space.Fact("nonzero", "no map but 0 on this fan; what the kernel criterion promises lives on finer ones", json => json.Null("witness"));
        }

        space.Line($"a map is given by its values on one ray of each orbit; coordinates of {to}: {_maps.TargetModel.Description}");
        space.Table("basis", _fan.RayOrbits.Index(), columns => columns
            .Right("ray orbit", entry => entry.Index + 1)
            .Right("rays", entry => entry.Item.Size)
            .Left("a ray", entry => Matrices.Vector(entry.Item.Representative))
            .LeftOfEach(_maps.Basis.Index(), map => $"F{map.Index + 1}", (entry, map) => Matrices.Vector(map.Item.ValuesOnRayOrbits[entry.Index])));
        space.OnPage(DescribeFormulas);
        space.OnPage(DescribeLayers);
        space.InDocument(json => json.List("activations", _layers, layer => json.Object(() =>
        {
            json.Field("name", layer.Activation.Name);
            json.Field("nonzero", layer.IsNonzero);
            json.Records("maps", layer.Maps, map => json.OneLayer(map.Orbit, map.Vector, map.Coordinates));
        })));
    }

    private void DescribeFormulas(Page page)
    {
        foreach (var (j, map) in _maps.Basis.Index())
        {
            if (map.TryFormulas(cancellationToken) is { } parts && string.Join(", ", parts) is { Length: <= LongestFormula } formula)
            {
                page.Fact(FormattableString.Invariant($"F{j + 1}(v)"), _maps.TargetModel.Dimension == 1 ? formula : $"({formula})");
            }
        }
    }

    private void DescribeLayers(Page page)
    {
        if (_layers[0].Maps.Count == 0)
        {
            page.Line($"one layer: {_maps.TargetModel.Simple.Label} does not occur in the functions on {SetName}");
            return;
        }

        page.Line($"one layer v ↦ T f(v), with T: functions on {SetName} → {_maps.TargetModel.Simple.Label}, T e_x = u at a point x of an orbit, for a basis of the vectors u fixed by the stabiliser of x:");
        foreach (var (i, map) in _layers[0].Maps.Index())
        {
            page.Fact(FormattableString.Invariant($"T{i + 1}"), $"orbit {map.Orbit + 1}, u = {Matrices.Vector(map.Vector)}");
        }

        page.Table(new RecordColumns<(string Name, int Through, ColumnVector<Cyclotomic> Coordinates)>()
            .Left("layer", row => row.Through == 0 ? row.Name : "")
            .Left("through", row => FormattableString.Invariant($"T{row.Through + 1}"))
            .Left("coordinates in F1, F2, ...", row => _maps.Dimension == 0 ? "0" : Matrices.Vector(row.Coordinates))
            .TableOf("layers", _layers.SelectMany(layer => layer.Maps.Select((map, i) => (layer.Activation.Name, i, map.Coordinates)))));
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
}
