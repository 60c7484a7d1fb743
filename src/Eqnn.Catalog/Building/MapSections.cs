using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.Records.Json;

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

    public List<JsonItem> Fans { get; } = [];

    public List<JsonItem> Maps { get; } = [];

    /// <summary>The vectors that the maps used, after <see cref="Add"/>.</summary>
    public IEnumerable<JsonItem> Vectors => _vectors.OrderBy(pair => pair.Key).Select(pair => JsonItem.Record(json =>
    {
        json.Field("set", _decomposition.Set.Name);
        json.Field("orbit", pair.Key.Orbit + 1);
        json.Field("target", _decomposition.Table.Simples[pair.Key.Target].Label);
        _numbers.Rows(json, "vectors", pair.Value);
    }));

    /// <summary>Adds the records of one source.</summary>
    public void Add(SimpleRepresentation source, CancellationToken cancellationToken)
    {
        if (!_models.Has(source) || SimpleCopy.TryFind(_decomposition, source, cancellationToken: cancellationToken) is not { } copy)
        {
            AddFan(source, json => json.Field("limit", CatalogLimits.NoCopy));
            return;
        }

        var hyperplanes = CopyMaps.HyperplaneCount(copy);
        if (CatalogLimits.TooManyHyperplanes(hyperplanes, copy.Dimension) is { } tooMany)
        {
            AddFan(source, json => json.Field("limit", tooMany));
            return;
        }

        var maps = CopyMaps.Of(copy, _models, _cyclic, _elements, cancellationToken);
        AddFan(source, json =>
        {
            json.Field("orbit", copy.Orbit + 1);
            json.Field("whole", copy.IsWholeComponent);
            _numbers.Row(json, "form", copy.FormAt(_decomposition.Set.Orbits[copy.Orbit].BasePoint));
            _numbers.Matrices(json, "generators", _decomposition.Set.Group.Generators.Select(g => copy.MatrixOf(g).Rows()));
            json.Field("hyperplanes", hyperplanes);
            json.Field("chambers", maps.ChamberCount);
            json.Field("rays", maps.RayCount);
            json.Field("simplicial", maps.IsSimplicial);
            json.Records("rayOrbits", maps.RayOrbits, orbit =>
            {
                _numbers.Row(json, "ray", orbit.Ray);
                json.Field("size", orbit.Size);
                json.Field("stabilizer", orbit.StabilizerOrder);
            });
        });
        foreach (var target in maps.Targets)
        {
            var vectors = VectorsFor(target, copy.Orbit);
            var beyond = CatalogLimits.TooManyUnknowns(maps.UnknownCount(target));
            var pair = beyond is null ? maps.PairWith(target, vectors, cancellationToken) : null;
            Maps.Add(JsonItem.Record(json =>
            {
                json.Field("set", _decomposition.Set.Name);
                json.Field("source", source.Label);
                json.Field("target", target.Label);
                if (pair is null)
                {
                    json.Field("limit", beyond);
                }
                else
                {
                    WritePair(json, source, pair);
                }
            }));
        }
    }

    /// <summary>Adds a fan, once its numbers are numbered.</summary>
    private void AddFan(SimpleRepresentation source, Action<JsonOutput> fields) => Fans.Add(JsonItem.Record(json =>
    {
        json.Field("set", _decomposition.Set.Name);
        json.Field("source", source.Label);
        fields(json);
    }));

    private void WritePair(JsonOutput json, SimpleRepresentation source, CopyMapPair pair)
    {
        json.Field("dimension", pair.Dimension);
        json.Field("linear", pair.LinearDimension);
        json.Field("oneLayer", pair.OneLayerDimension);
        _numbers.Matrices(json, "values", pair.Values);
        _numbers.Rows(json, "coordinates", pair.Coordinates);
        if (pair.Basis is { } basis)
        {
            _numbers.Rows(json, "basis", basis);
        }

        if (CopyMaps.IsCyclicRegular(_decomposition))
        {
            json.Field("fourier", _numbers[CyclicComposites.FourierCoefficient((int)_decomposition.Set.Size, source.Position, pair.Target.Position)]);
        }
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
