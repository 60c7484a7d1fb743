using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;
using Eqnn.Records.Maps;

namespace Eqnn.Cli.Commands;

/// <summary>The part of <c>eqnn maps G L K --enumerate --bias B</c> that lists all maps that are affine on the regions cut with the bias.</summary>
internal sealed class AffineMapEnumeration
{
    private readonly AffineMapSpace _maps;
    private readonly IReadOnlyList<Cyclotomic> _biases;
    private readonly IReadOnlyList<(int Orbit, ColumnVector<Cyclotomic> Vector, ColumnVector<Cyclotomic> Coordinates)> _relu;

    private AffineMapEnumeration(AffineMapSpace maps, IReadOnlyList<Cyclotomic> biases)
    {
        _maps = maps;
        _biases = biases;
        _relu = maps.Apply(Activation.Relu);
    }

    /// <summary>The enumeration, or null where no bias was asked for, or 0.</summary>
    public static AffineMapEnumeration? TryOf(IsotypicDecomposition decomposition, SimpleRepresentation source, SimpleRepresentation target, Query query)
    {
        if (query.Value(ChamberOptions.Bias) is not { } text)
        {
            return null;
        }

        if (PictureFiles.AreWanted(query) || query.Value(ChamberOptions.Certificate) is not null)
        {
            throw new InputException("--bias: maps that are affine on regions have neither a picture (--svg) nor a certificate of their own (--certificate); eqnn chambers --bias --certificate certifies the regions");
        }

        var space = Inputs.Space(decomposition, [source], query.Has(ChamberOptions.Isotypic));
        var biases = ChamberOptions.BiasesOf(text, space);
        if (biases.All(b => b.IsZero))
        {
            return null;
        }

        var maps = AffineMapSpace.Of(space, biases, target, ChamberOptions.LimitsOf(query), query.Progress, query.CancellationToken);
        return new(maps, biases);
    }

    /// <summary>The enumeration: a heading with what follows it, and the fields <c>bias</c>, <c>regions</c> and <c>affineMapSpace</c>.</summary>
    public void Describe(Outline outline)
    {
        var (from, to) = (_maps.Space.ToString()!, _maps.TargetModel.Simple.Label);
        var regions = _maps.Regions;
        outline.Heading($"All maps to {to} that are affine on the regions of the ReLU fan of {from}, with bias {string.Join(", ", _biases.Distinct())}");
        outline.InDocument(json => json.ExactRow("bias", _biases));
        outline.Fact("regions", $"{regions.RegionCount} in {OrbitWords.Count(regions.Orbits.Count)}, {regions.BoundedRegionCount ?? 0} of them bounded, {regions.VertexCount} vertices in {OrbitWords.Count(regions.VertexOrbitCount)}, {(_maps.IsSimple ? "all simple" : "not all simple")}", json => json.Object("regions", () =>
        {
            json.Field("dimension", regions.Arrangement.Dimension);
            json.Field("hyperplanes", regions.Arrangement.Hyperplanes.Count);
            json.Field("regions", regions.RegionCount);
            json.Field("regionOrbits", regions.Orbits.Count);
            json.Field("vertices", regions.VertexCount);
            json.Field("simple", _maps.IsSimple);
        }));
        outline.Object("affineMapSpace", DescribeSpace);
    }

    private void DescribeSpace(Outline space)
    {
        var to = _maps.TargetModel.Simple.Label;
        space.Fact("dimension", _maps.Dimension, "dimension", _maps.Dimension);
        space.Fact("ray formula", $"Σ dim {to}^Stab over vertices and directions = {_maps.RayBound}: {(_maps.IsSimple ? "equal, the regions being simple" : _maps.RayBound == _maps.Dimension ? "an upper bound, attained" : "an upper bound")}", "raySum", _maps.RayBound);
        space.Fact("affine", _maps.AffineDimension, "affineDimension", _maps.AffineDimension);
        space.Fact("one layer", _maps.OneLayerDimension, "oneLayerDimension", _maps.OneLayerDimension);
        space.Fact("only deeper", _maps.Dimension - _maps.OneLayerDimension);
        space.Line($"a map is given by its values at one vertex, and its slopes along one direction, of each orbit; coordinates of {to}: {_maps.TargetModel.Description}");
        space.Records("basis", "rayOrbits", _maps.RayOrbits.Index(), columns => columns
            .Right("orbit", entry => entry.Index + 1)
            .Right("size", entry => entry.Item.Size)
            .Text("kind", "kind", entry => Place(entry.Index).Height.IsZero ? "direction" : "vertex")
            .Vector("vector", "representative", entry => Place(entry.Index).Vector)
            .Fields((json, entry) => json.Field("size", entry.Item.Size))
            .LeftOfEach(_maps.Basis.Index(), map => $"F{map.Index + 1}", (entry, map) => Matrices.Vector(Value(map.Item[entry.Index], Place(entry.Index).Height))));
        space.InDocument(json => json.List("basis", _maps.Basis, map => json.List(Enumerable.Range(0, map.Count), i => json.ExactRow(Value(map[i], Place(i).Height)))));
        space.Records("layers", "relu", _relu, columns => columns
            .Left("one relu layer", layer => $"orbit {layer.Orbit + 1}, u = {string.Join(", ", layer.Vector)}")
            .Left("coordinates in F1, F2, ...", layer => _maps.Dimension == 0 ? "0" : Matrices.Vector(layer.Coordinates))
            .Fields((json, layer) => json.OneLayer(layer.Orbit, layer.Vector, layer.Coordinates)), _relu.Count > 0);
    }

    /// <summary>A vertex with its height in the cone, or a direction with height 0.</summary>
    private (ColumnVector<Cyclotomic> Vector, Cyclotomic Height) Place(int orbit)
    {
        var ray = _maps.RayOrbits[orbit].Representative;
        return ([.. ray.SkipLast(1).Select(x => ray[^1].IsZero ? x : x / ray[^1])], ray[^1]);
    }

    private static ColumnVector<Cyclotomic> Value(ColumnVector<Cyclotomic> value, Cyclotomic height) => height.IsZero ? value : [.. value.Select(x => x / height)];
}
