using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers;
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
        if (!_models.Has(source) || SimpleCopy.TryFind(_decomposition, source, cancellationToken: cancellationToken) is not { } copy)
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

    private JObject Pair(SimpleRepresentation source, CopyMapPair pair)
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
