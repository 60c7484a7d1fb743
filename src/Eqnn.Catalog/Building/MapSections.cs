using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Composites;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>The sections on one G-set: copies of the simples with their fans, the vectors of the composites, and for every pair with a map the space of maps on the fan and the ReLU composites in it.</summary>
internal sealed class MapSections
{
    private readonly IsotypicDecomposition _decomposition;
    private readonly SimpleModels _models;
    private readonly CatalogNumbers _numbers;
    private readonly CyclicComposites _cyclic;
    private readonly IReadOnlyList<Permutation> _elements;
    private readonly Dictionary<(int Target, int Orbit), IReadOnlyList<ColumnVector<Cyclotomic>>> _vectors = [];

    public MapSections(IsotypicDecomposition decomposition, SimpleModels models, CatalogNumbers numbers, CyclicComposites cyclic, IReadOnlyList<Permutation> elements)
    {
        _decomposition = decomposition;
        _models = models;
        _numbers = numbers;
        _cyclic = cyclic;
        _elements = elements;
    }

    public List<JObject> Fans { get; } = [];

    public List<JObject> Maps { get; } = [];

    /// <summary>The vectors that the maps used, after <see cref="Add"/>.</summary>
    public IEnumerable<JObject> Vectors => _vectors.OrderBy(pair => pair.Key).Select(pair => new JObject
    {
        ["set"] = _decomposition.Set.Name,
        ["orbit"] = pair.Key.Orbit + 1,
        ["target"] = _decomposition.Table.Simples[pair.Key.Target].Label,
        ["vectors"] = new JArray(pair.Value.Select(vector => (object)_numbers.Row(vector)).ToArray()),
    });

    /// <summary>Adds the records of one source.</summary>
    public void Add(SimpleRepresentation source, CancellationToken cancellationToken)
    {
        var fan = new JObject { ["set"] = _decomposition.Set.Name, ["source"] = source.Label };
        Fans.Add(fan);
        if (!_models.Has(source) || SimpleCopy.TryFind(_decomposition, source) is not { } copy)
        {
            fan["limit"] = CatalogLimits.NoCopy;
            return;
        }

        var hyperplanes = CopyMaps.HyperplaneCount(copy);
        if (CatalogLimits.TooManyHyperplanes(hyperplanes, copy.Dimension) is { } tooMany)
        {
            fan["limit"] = tooMany;
            return;
        }

        fan["orbit"] = copy.Orbit + 1;
        fan["whole"] = copy.IsWholeComponent;
        fan["form"] = _numbers.Row(copy.FormAt(_decomposition.Set.Orbits[copy.Orbit].BasePoint));
        fan["generators"] = ModelSection.Json(_decomposition.Set.Group.Generators.Select(copy.MatrixOf), _numbers);
        fan["hyperplanes"] = hyperplanes;
        var maps = CopyMaps.Of(copy, _models, _cyclic, _elements, cancellationToken);
        fan["chambers"] = maps.ChamberCount;
        fan["rays"] = maps.RayCount;
        fan["simplicial"] = maps.IsSimplicial;
        fan["rayOrbits"] = new JArray(maps.RayOrbits.Select(orbit => new JObject { ["ray"] = _numbers.Row(orbit.Ray), ["size"] = orbit.Size, ["stabilizer"] = (int)orbit.StabilizerOrder }));
        foreach (var target in maps.Targets)
        {
            var vectors = VectorsFor(target, copy.Orbit);
            Maps.Add(CatalogLimits.TooManyUnknowns(maps.UnknownCount(target)) is { } beyond
                ? new JObject { ["set"] = _decomposition.Set.Name, ["source"] = source.Label, ["target"] = target.Label, ["limit"] = beyond }
                : Pair(source, maps.PairWith(target, vectors, cancellationToken)));
        }
    }

    private void AddPlanar(JObject record, SimpleCopy copy, CancellationToken cancellationToken)
    {
        var fan = PlanarRayOrbits.Of(copy, _elements);
        var stabilizerClasses = fan.Stabilizer.Select(_decomposition.Set.Group.ClassPositionOf).ToList();
        record["chambers"] = fan.RayCount;
        record["rays"] = fan.RayCount;
        record["simplicial"] = true;
        record["rayOrbits"] = new JArray(fan.Representatives.Select(ray => RayOrbit(ray, fan.OrbitSize, fan.Stabilizer.Count)));
        var line = LineStabilizer.TryOf(_decomposition, [copy.Simple], copy.Orbit)!.Line;
        foreach (var target in Targets(copy.Simple))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ofRay = (int)(stabilizerClasses.Aggregate(Cyclotomic.Zero, (sum, c) => sum + target.Character[c]).ToRational() / fan.Stabilizer.Count).ToBigInteger();
            var values = Composites(copy, target, fan.Representatives);
            var fixedVectors = Subspace<Cyclotomic>.FixedBy((int)target.Dimension, fan.Stabilizer.Select(g => _models.MatrixOf(target, g)));
            var same = target.Position == copy.Simple.Position;
            Maps.Add(Pair(copy.Simple, target, fan.Representatives.Count * ofRay, same ? target.EndomorphismDimension : 0,
                (same ? target.EndomorphismDimension : 0) + (int)line.FixedDimension(target), null,
                values, values.Select(value => value.SelectMany(v => fixedVectors.TryCoordinates(v) ?? throw new CertificateException("the value on a ray is fixed by its stabiliser", $"{copy.Simple.Label} -> {target.Label}")))));
        }
    }

    private void AddSpatial(JObject record, SimpleCopy copy, CancellationToken cancellationToken)
    {
        var fan = EquivariantFan.Of(copy, null, null, cancellationToken);
        record["chambers"] = (long)fan.ChamberCount;
        record["rays"] = fan.RayCount;
        record["simplicial"] = fan.IsSimplicial;
        record["rayOrbits"] = new JArray(fan.RayOrbits.Select(orbit => RayOrbit(orbit.Representative, orbit.Size, (int)orbit.Stabilizer.Order)));
        foreach (var target in Targets(copy.Simple))
        {
            var unknowns = fan.RayOrbits.Sum(orbit => Subspace<Cyclotomic>.FixedBy((int)target.Dimension, orbit.Stabilizer.Generators.Select(g => _models.MatrixOf(target, g))).Dimension);
            if (CatalogLimits.TooManyUnknowns(unknowns) is { } tooMany)
            {
                _ = VectorsFor(target, copy.Orbit);
                Maps.Add(new JObject
                {
                    ["set"] = _decomposition.Set.Name,
                    ["source"] = copy.Simple.Label,
                    ["target"] = target.Label,
                    ["limit"] = tooMany,
                });
                continue;
            }

            var space = EquivariantMapSpace.TryOf(fan, target, cancellationToken) ?? throw new CertificateException("a simple with a model has a space of maps", target.Label);
            var values = Composites(copy, target, [.. fan.RayOrbits.Select(orbit => orbit.Representative)]);
            var basis = space.Basis.Select(map => ColumnVector.Of(map.ValuesOnRayOrbits.SelectMany(value => value))).ToList();
            Maps.Add(Pair(copy.Simple, target, space.Dimension, space.LinearDimension, space.OneLayerDimension, fan.IsSimplicial ? null : basis,
                values, values.Select(value => In(basis, [.. value.SelectMany(v => v)]))));
        }
    }

    private JObject Pair(
        SimpleRepresentation source,
        SimpleRepresentation target,
        int dimension,
        int linear,
        int oneLayer,
        IReadOnlyList<ColumnVector<Cyclotomic>>? basis,
        IReadOnlyList<IReadOnlyList<ColumnVector<Cyclotomic>>> values,
        IEnumerable<IEnumerable<Cyclotomic>> coordinates)
    {
        var record = new JObject
        {
            ["set"] = _decomposition.Set.Name,
            ["source"] = source.Label,
            ["target"] = pair.Target.Label,
            ["dimension"] = pair.Dimension,
            ["linear"] = pair.LinearDimension,
            ["oneLayer"] = pair.OneLayerDimension,
            ["values"] = new JArray(pair.Values.Select(composite => (object)new JArray(composite.Select(value => (object)_numbers.Row(value)).ToArray())).ToArray()),
            ["coordinates"] = new JArray(pair.Coordinates.Select(row => (object)_numbers.Row(row)).ToArray()),
        };
        if (pair.Basis is { } basis)
        {
            record["basis"] = new JArray(basis.Select(row => (object)_numbers.Row(row)).ToArray());
        }

        if (CopyMaps.IsCyclicRegular(_decomposition))
        {
            record["fourier"] = _numbers[CyclicComposites.FourierCoefficient((int)_decomposition.Set.Size, source.Position, pair.Target.Position)];
        }

        return record;
    }

    private IReadOnlyList<ColumnVector<Cyclotomic>> VectorsFor(SimpleRepresentation target, int orbit)
    {
        if (!_vectors.TryGetValue((target.Position, orbit), out var vectors))
        {
            _vectors.Add((target.Position, orbit), vectors = _models.VectorsFor(target, _decomposition.Set.Orbits[orbit]));
        }

        return vectors;
    }
}
