using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Documents;

/// <summary>The maps of one G-set: the vectors of the composites, the dimensions by the ray orbits, the composites by direct evaluation, their coordinates, the Fourier coefficients.</summary>
internal sealed class MapCheck
{
    private readonly ListedGroup _group;
    private readonly ListedSet _set;
    private readonly IReadOnlyList<LineClaims> _lines;
    private readonly IReadOnlyList<ListedRepresentation?> _models;
    private readonly NumberClaims _numbers;
    private readonly ReluSums _sums = new();
    private readonly bool _isCyclic;
    private readonly Lazy<(Cyclotomic Wave, Cyclotomic Positive)[]> _waves;
    private readonly Dictionary<(int Target, int Orbit), IReadOnlyList<ColumnVector<Cyclotomic>>> _vectors = [];
    private readonly Dictionary<(int Target, int Orbit), IReadOnlyList<int[][]>> _images = [];

    public MapCheck(ListedGroup group, ListedSet set, IReadOnlyList<LineClaims> lines, IReadOnlyList<ListedRepresentation?> models, NumberClaims numbers, bool isCyclic)
    {
        _group = group;
        _set = set;
        _lines = lines;
        _models = models;
        _numbers = numbers;
        _isCyclic = isCyclic && set.Name == "regular";
        _waves = new(() => [.. Enumerable.Range(0, group.Order).Select(x => (Cyclotomic.E(group.Order, x) + Cyclotomic.E(group.Order, -x)) / 2).Select(wave => (wave, Cyclotomic.Max(wave, Cyclotomic.Zero)))]);
    }

    /// <summary>Checks the vectors of all targets on all orbits that carry a copy, in the order of the document.</summary>
    public void CheckVectors(RecordReader records, IEnumerable<FanClaim> fans, IReadOnlyList<RealSimple> simples)
    {
        var needed = fans.SelectMany(fan => simples.Where(target => _models[target.Position] is not null && fan.Source.MapsTo(target)).Select(target => (target.Position, fan.Orbit))).Distinct().Order();
        foreach (var (target, orbit) in needed)
        {
            var record = records.Next();
            record["set"].Is(_set.Name);
            record["target"].Is(simples[target].Label);
            record["orbit"].Is(orbit + 1);
            var model = _models[target]!;
            var count = _set.MultiplicityOn(orbit, simples[target]);
            var stabilizer = _set.Stabilizer(_set.Orbits[orbit][0]);
            var vectors = count == 0 ? [] : FixedVectorClaims.OverEndomorphisms(model, _group, FixedVectorClaims.Of(model, stabilizer), simples[target].Endomorphisms);
            var scale = new Rational(simples[target].Dimension, _set.Orbits[orbit].Length);
            var scaled = vectors.Select(vector => vector * scale).ToList();
            record["vectors"].Each(scaled, _numbers.Is);
            record["vectors"].Require(scaled.Count == count, FormattableString.Invariant($"{simples[target].Label} occurs {count} times on the orbit"));
            _vectors.Add((target, orbit), scaled);
        }
    }

    /// <summary>Checks the record of one pair.</summary>
    public void Check(Claim record, FanClaim fan, RealSimple target)
    {
        record["set"].Is(_set.Name);
        record["source"].Is(fan.Source.Label);
        record["target"].Is(target.Label);
        var model = _models[target.Position]!;
        var bases = fan.Stabilizers.Select(elements => FixedVectorClaims.Of(model, elements)).ToList();
        var unknowns = bases.Sum(basis => basis.Count);
        if (fan.Source.Dimension > 2 && DocumentLimits.TooManyUnknowns(unknowns) is { } limit)
        {
            record.Require(record.Find("limit") is not null, $"should state the limit '{limit}'");
            record["limit"].Is(limit);
            return;
        }

        record.Require(record.Find("limit") is null, "states a limit that does not apply");
        record.Require((record.Find("basis") is not null) == !fan.Record["simplicial"].Truth(), "a basis is listed iff the fan is not simplicial");
        var solutions = Solutions(fan, bases, unknowns, model);
        record["dimension"].Is(solutions?.Count ?? unknowns);
        var linear = fan.Source.Position == target.Position ? target.Endomorphisms : 0;
        record["linear"].Is(linear);
        record["oneLayer"].Is(linear + target.FixedDimension(fan.LineClasses));
        var values = Composites(fan, target).ToList();
        record["values"].Each(values, (claim, composite) => claim.Each(composite, _numbers.Is));
        var basisValues = solutions?.Select(solution => Expand(bases, solution, target.Dimension)).ToList();
        if (basisValues is not null)
        {
            record["basis"].Each(basisValues, _numbers.Is);
        }

        record["coordinates"].Each(values, (claim, composite) => CheckCoordinates(claim, ColumnVector.Of(composite.SelectMany(value => value)), basisValues ?? Unit(bases, unknowns, target.Dimension)));
        record.Require((record.Find("fourier") is not null) == _isCyclic, "a Fourier coefficient is listed iff the group is cyclic and the set regular");
        if (_isCyclic)
        {
            _numbers.Is(record["fourier"], Fourier(_group.Order, fan.Source.Position, target.Position));
        }
    }

    /// <summary>The coordinates in reduced form: null where every choice of values on rays is a map.</summary>
    private static IReadOnlyList<ColumnVector<Cyclotomic>>? Solutions(FanClaim fan, List<IReadOnlyList<ColumnVector<Cyclotomic>>> bases, int unknowns, ListedRepresentation model)
    {
        if (fan.Record["simplicial"].Truth())
        {
            return null;
        }

        if (unknowns == 0)
        {
            return [];
        }

        var offsets = new int[bases.Count];
        for (var i = 1; i < offsets.Length; i++)
        {
            offsets[i] = offsets[i - 1] + bases[i - 1].Count;
        }

        var rows = new List<Cyclotomic[]>();
        foreach (var relation in fan.Relations)
        {
            var equations = Enumerable.Range(0, model.Matrices[0].RowCount).Select(_ => new Cyclotomic[unknowns]).ToArray();
            foreach (var (orbit, element, coefficient) in relation)
            {
                foreach (var (j, vector) in bases[orbit].Index())
                {
                    foreach (var (k, c) in (model.Matrices[element] * vector).Index())
                    {
                        equations[k][offsets[orbit] + j] += coefficient * c;
                    }
                }
            }

            rows.AddRange(equations);
        }

        return Matrix<Cyclotomic>.FromRows(rows).NullSpace();
    }

    private static ColumnVector<Cyclotomic> Expand(List<IReadOnlyList<ColumnVector<Cyclotomic>>> bases, ColumnVector<Cyclotomic> coordinates, int dimension)
    {
        var (values, next) = (new List<Cyclotomic>(), 0);
        foreach (var basis in bases)
        {
            values.AddRange(ColumnVector.Combination(dimension, [.. coordinates.Skip(next).Take(basis.Count)], basis));
            next += basis.Count;
        }

        return [.. values];
    }

    private static List<ColumnVector<Cyclotomic>> Unit(List<IReadOnlyList<ColumnVector<Cyclotomic>>> bases, int unknowns, int dimension) =>
        [.. Enumerable.Range(0, unknowns).Select(i => Expand(bases, ColumnVector<Cyclotomic>.Unit(unknowns, i), dimension))];

    private void CheckCoordinates(Claim claim, ColumnVector<Cyclotomic> values, IReadOnlyList<ColumnVector<Cyclotomic>> basis)
    {
        var coordinates = _numbers.Row(claim);
        claim.Require(coordinates.Count == basis.Count, FormattableString.Invariant($"{coordinates.Count} coordinates in dimension {basis.Count}"));
        var sum = ColumnVector.Combination(values.Count, coordinates, basis);
        for (var i = 0; i < values.Count; i++)
        {
            claim.Require(sum[i] == values[i], FormattableString.Invariant($"do not give the composite (value {i + 1})"));
        }
    }

    private IEnumerable<IReadOnlyList<ColumnVector<Cyclotomic>>> Composites(FanClaim fan, RealSimple target)
    {
        var active = fan.ActiveCoordinates(_sums.Id);
        foreach (var images in Images(fan, target))
        {
            yield return [.. active.Select(terms => (ColumnVector<Cyclotomic>)[.. Enumerable.Range(0, target.Dimension).Select(i => _sums.Of([.. terms.Select(term => (term.Value, images[term.Point][i]))]))])];
        }
    }

    /// <summary>For each vector w and each point y of the orbit the coordinates of g_y w, as numbers of values.</summary>
    private IReadOnlyList<int[][]> Images(FanClaim fan, RealSimple target)
    {
        if (!_images.TryGetValue((target.Position, fan.Orbit), out var images))
        {
            var elements = _set.ElementsTo(fan.Orbit);
            images = [.. _vectors[(target.Position, fan.Orbit)].Select(w => _set.Orbits[fan.Orbit].Select(y => (_models[target.Position]!.Matrices[elements[y]] * w).Select(_sums.Id).ToArray()).ToArray())];
            _images.Add((target.Position, fan.Orbit), images);
        }

        return images;
    }

    private Cyclotomic Fourier(int n, int k, int m)
    {
        var waves = _waves.Value;
        var sum = Enumerable.Range(0, n).Select(x => waves[(int)((long)k * x % n)].Positive * waves[(int)((long)m * x % n)].Wave).Aggregate((total, product) => total + product);
        return (m == 0 || 2 * m == n ? sum : sum * 2) / n;
    }
}
