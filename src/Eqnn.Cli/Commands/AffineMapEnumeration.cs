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
        if (query.Value(ChambersCommand.Bias) is not { } text)
        {
            return null;
        }

        if (PictureFiles.AreWanted(query) || query.Value(ChambersCommand.Certificate) is not null)
        {
            throw new InputException("--bias: maps that are affine on regions have neither a picture (--svg) nor a certificate of their own (--certificate); eqnn chambers --bias --certificate certifies the regions");
        }

        var space = Inputs.Space(decomposition, [source], query.Has(ChambersCommand.Isotypic));
        var biases = ChambersCommand.BiasesOf(text, space);
        if (biases.All(b => b.IsZero))
        {
            return null;
        }

        var maps = AffineMapSpace.Of(space, biases, target, ChambersCommand.LimitsOf(query), query.Progress, query.CancellationToken);
        return new(maps, biases);
    }

    /// <summary>Lays the enumeration out for people.</summary>
    public void Describe(Page page)
    {
        var (from, to) = (_maps.Space.ToString()!, _maps.TargetModel.Simple.Label);
        var regions = _maps.Regions;
        page.Heading($"All maps to {to} that are affine on the regions of the ReLU fan of {from}, with bias {string.Join(", ", _biases.Distinct())}");
        page.Fact("regions", $"{regions.RegionCount} in {Orbits(regions.Orbits.Count)}, {regions.BoundedRegionCount ?? 0} of them bounded, {regions.VertexCount} vertices in {Orbits(regions.VertexOrbitCount)}, {(_maps.IsSimple ? "all simple" : "not all simple")}");
        page.Fact("dimension", _maps.Dimension);
        page.Fact("ray formula", $"Σ dim {to}^Stab over vertices and directions = {_maps.RayBound}: {(_maps.IsSimple ? "equal, the regions being simple" : _maps.RayBound == _maps.Dimension ? "an upper bound, attained" : "an upper bound")}");
        page.Fact("affine", _maps.AffineDimension);
        page.Fact("one layer", _maps.OneLayerDimension);
        page.Fact("only deeper", _maps.Dimension - _maps.OneLayerDimension);
        page.Line($"a map is given by its values at one vertex, and its slopes along one direction, of each orbit; coordinates of {to}: {_maps.TargetModel.Description}");
        var rays = new PageTable { Name = "basis" }.Right("orbit").Right("size").Left("kind").Left("vector");
        for (var j = 1; j <= _maps.Dimension; j++)
        {
            rays.Left($"F{j}");
        }

        for (var i = 0; i < _maps.RayOrbits.Count; i++)
        {
            var (vector, height) = Place(i);
            rays.Row([i + 1, _maps.RayOrbits[i].Size, height.IsZero ? "direction" : "vertex", Matrices.Vector(vector), .. _maps.Basis.Select(map => Matrices.Vector(Value(map[i], height)))]);
        }

        page.Table(rays);
        var layers = new PageTable { Name = "layers" }.Left("one relu layer").Left("coordinates in F1, F2, ...");
        foreach (var (orbit, vector, coordinates) in _relu)
        {
            layers.Row($"orbit {orbit + 1}, u = {string.Join(", ", vector)}", _maps.Dimension == 0 ? "0" : Matrices.Vector(coordinates));
        }

        if (_relu.Count > 0)
        {
            page.Table(layers);
        }
    }

    /// <summary>Writes the fields <c>regions</c> and <c>affineMapSpace</c>.</summary>
    public void WriteJson(JsonOutput json)
    {
        var regions = _maps.Regions;
        json.ExactRow("bias", _biases);
        json.Object("regions", () =>
        {
            json.Field("dimension", regions.Arrangement.Dimension);
            json.Field("hyperplanes", regions.Arrangement.Hyperplanes.Count);
            json.Field("regions", regions.RegionCount);
            json.Field("regionOrbits", regions.Orbits.Count);
            json.Field("vertices", regions.VertexCount);
            json.Field("simple", _maps.IsSimple);
        });
        json.Object("affineMapSpace", () =>
        {
            json.Field("dimension", _maps.Dimension);
            json.Field("raySum", _maps.RayBound);
            json.Field("affineDimension", _maps.AffineDimension);
            json.Field("oneLayerDimension", _maps.OneLayerDimension);
            json.List("rayOrbits", Enumerable.Range(0, _maps.RayOrbits.Count), i => json.Record(() =>
            {
                var (vector, height) = Place(i);
                json.Field("kind", height.IsZero ? "direction" : "vertex");
                json.ExactRow("representative", vector);
                json.Field("size", _maps.RayOrbits[i].Size);
            }));
            json.List("basis", _maps.Basis, map => json.List(Enumerable.Range(0, map.Count), i => json.ExactRow(Value(map[i], Place(i).Height))));
            json.Records("relu", _relu, layer =>
            {
                json.Field("orbit", layer.Orbit + 1);
                json.ExactRow("vector", layer.Vector);
                json.ExactRow("coordinates", layer.Coordinates);
            });
        });
    }

    /// <summary>A vertex with its height in the cone, or a direction with height 0.</summary>
    private (IReadOnlyList<Cyclotomic> Vector, Cyclotomic Height) Place(int orbit)
    {
        var ray = _maps.RayOrbits[orbit].Representative;
        return ([.. ray.SkipLast(1).Select(x => ray[^1].IsZero ? x : x / ray[^1])], ray[^1]);
    }

    private static IReadOnlyList<Cyclotomic> Value(IReadOnlyList<Cyclotomic> value, Cyclotomic height) => height.IsZero ? value : [.. value.Select(x => x / height)];

    private static string Orbits(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "orbit" : "orbits")}");
}
