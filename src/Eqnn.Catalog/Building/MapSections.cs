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
    public IEnumerable<JsonItem> Vectors => _vectors.OrderBy(pair => pair.Key).Select(pair => JsonItem.Record(
    [
        ("set", JsonItem.Of(_decomposition.Set.Name)),
        ("orbit", JsonItem.Of(pair.Key.Orbit + 1)),
        ("target", JsonItem.Of(_decomposition.Table.Simples[pair.Key.Target].Label)),
        ("vectors", _numbers.Rows(pair.Value)),
    ]));

    /// <summary>Adds the records of one source.</summary>
    public void Add(SimpleRepresentation source, CancellationToken cancellationToken)
    {
        if (!_models.Has(source) || SimpleCopy.TryFind(_decomposition, source, cancellationToken: cancellationToken) is not { } copy)
        {
            AddFan(source, ("limit", JsonItem.Of(CatalogLimits.NoCopy)));
            return;
        }

        var hyperplanes = CopyMaps.HyperplaneCount(copy);
        if (CatalogLimits.TooManyHyperplanes(hyperplanes, copy.Dimension) is { } tooMany)
        {
            AddFan(source, ("limit", JsonItem.Of(tooMany)));
            return;
        }

        var (form, generators) = (_numbers.Row(copy.FormAt(_decomposition.Set.Orbits[copy.Orbit].BasePoint)), ModelSection.Json(_decomposition.Set.Group.Generators.Select(copy.MatrixOf), _numbers));
        var maps = CopyMaps.Of(copy, _models, _cyclic, _elements, cancellationToken);
        AddFan(
            source,
            ("orbit", JsonItem.Of(copy.Orbit + 1)),
            ("whole", JsonItem.Of(copy.IsWholeComponent)),
            ("form", form),
            ("generators", generators),
            ("hyperplanes", JsonItem.Of(hyperplanes)),
            ("chambers", JsonItem.Of(maps.ChamberCount)),
            ("rays", JsonItem.Of(maps.RayCount)),
            ("simplicial", JsonItem.Of(maps.IsSimplicial)),
            ("rayOrbits", JsonItem.List(maps.RayOrbits.Select(orbit => JsonItem.Record([("ray", _numbers.Row(orbit.Ray)), ("size", JsonItem.Of(orbit.Size)), ("stabilizer", JsonItem.Of(orbit.StabilizerOrder))])))));
        foreach (var target in maps.Targets)
        {
            var vectors = VectorsFor(target, copy.Orbit);
            Maps.Add(CatalogLimits.TooManyUnknowns(maps.UnknownCount(target)) is { } beyond
                ? JsonItem.Record([("set", JsonItem.Of(_decomposition.Set.Name)), ("source", JsonItem.Of(source.Label)), ("target", JsonItem.Of(target.Label)), ("limit", JsonItem.Of(beyond))])
                : Pair(source, maps.PairWith(target, vectors, cancellationToken)));
        }
    }

    /// <summary>Adds a fan, once its numbers are numbered.</summary>
    private void AddFan(SimpleRepresentation source, params (string Name, JsonItem Value)[] fields) =>
        Fans.Add(JsonItem.Record([("set", JsonItem.Of(_decomposition.Set.Name)), ("source", JsonItem.Of(source.Label)), .. fields]));

    private JsonItem Pair(SimpleRepresentation source, CopyMapPair pair)
    {
        List<(string, JsonItem)> record =
        [
            ("set", JsonItem.Of(_decomposition.Set.Name)),
            ("source", JsonItem.Of(source.Label)),
            ("target", JsonItem.Of(pair.Target.Label)),
            ("dimension", JsonItem.Of(pair.Dimension)),
            ("linear", JsonItem.Of(pair.LinearDimension)),
            ("oneLayer", JsonItem.Of(pair.OneLayerDimension)),
            ("values", JsonItem.List(pair.Values.Select(_numbers.Rows))),
            ("coordinates", _numbers.Rows(pair.Coordinates)),
        ];
        if (pair.Basis is { } basis)
        {
            record.Add(("basis", _numbers.Rows(basis)));
        }

        if (CopyMaps.IsCyclicRegular(_decomposition))
        {
            record.Add(("fourier", _numbers.Number(CyclicComposites.FourierCoefficient((int)_decomposition.Set.Size, source.Position, pair.Target.Position))));
        }

        return JsonItem.Record(record);
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
