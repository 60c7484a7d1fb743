using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Contents;

/// <summary>The records of a document as values, each read when it is asked for; of either version of the format.</summary>
internal sealed class DocumentContents
{
    private readonly JsonItem _document;
    private readonly Lazy<IReadOnlyList<Cyclotomic>> _numbers;
    private readonly Lazy<IReadOnlyList<CatalogSimple>> _simples;
    private readonly Lazy<IReadOnlyList<CatalogSet>> _sets;
    private readonly Lazy<IReadOnlyList<CatalogPair>> _pairs;
    private readonly Lazy<IReadOnlyList<CatalogDepth>> _depths;
    private readonly Lazy<IReadOnlyList<CatalogFan>> _fans;
    private readonly Lazy<IReadOnlyList<CatalogMaps>> _maps;
    private readonly Lazy<IReadOnlyList<CatalogClass>> _classes;

    public DocumentContents(JsonItem document)
    {
        _document = document;
        _numbers = new(() => [.. document["numbers"].Items().Select(number => number["exact"].Exact())]);
        _simples = new(() => [.. Records("simple").Select(record => new CatalogSimple(record))]);
        _sets = new(() => [.. Records("set").Select(record => new CatalogSet(record, LabelledBy))]);
        _pairs = new(() => [.. Records("existence").SelectMany(PairsOf)]);
        _depths = new(() => [.. Records("interaction").SelectMany(Layers)]);
        _fans = new(() => [.. Records("fan").Select(record => new CatalogFan(record, Set(record["set"]), LabelledBy(record["source"]), Vector)).DistinctBy(fan => (fan.Set, fan.Source))]);
        _maps = new(() => [.. Records("maps").Select(record => new CatalogMaps(record, Fan(record), LabelledBy(record["target"]), Number, Vector)).DistinctBy(maps => (maps.Fan, maps.Target))]);
        _classes = new(() => [.. Records("class").Select(record => new CatalogClass(record))]);
    }

    public IReadOnlyList<CatalogSimple> Simples => _simples.Value;

    public IReadOnlyList<CatalogSet> Sets => _sets.Value;

    public IReadOnlyList<CatalogPair> Pairs => _pairs.Value;

    public IReadOnlyList<CatalogDepth> Depths => _depths.Value;

    public IReadOnlyList<CatalogFan> Fans => _fans.Value;

    public IReadOnlyList<CatalogMaps> Maps => _maps.Value;

    public IReadOnlyList<CatalogClass> Classes => _classes.Value;

    private IEnumerable<JsonItem> Records(string kind) => DocumentRecords.Of(_document, kind);

    private CatalogSimple LabelledBy(JsonItem label) => Simples.FirstOrDefault(simple => simple.Label == label.Text()) ?? throw label.Misfit("the document has no such simple");

    private CatalogSet Set(JsonItem name) => Sets.FirstOrDefault(set => set.Name == name.Text()) ?? throw name.Misfit("the document has no such set");

    private CatalogFan Fan(JsonItem record)
    {
        var (set, source) = (Set(record["set"]), LabelledBy(record["source"]));
        return Fans.FirstOrDefault(fan => fan.Set == set && fan.Source == source) ?? throw record.Misfit("the document has no fan of this source");
    }

    private Cyclotomic Number(JsonItem id) => _numbers.Value[id.Whole(1, _numbers.Value.Count) - 1];

    private ColumnVector<Cyclotomic> Vector(JsonItem ids) => [.. ids.Items().Select(Number)];

    private IEnumerable<CatalogPair> PairsOf(JsonItem record)
    {
        var source = LabelledBy(record["source"]);
        var (targets, none) = (record["targets"].Items(), record["none"].Items());
        RequireAsMany(record["values"], targets);
        RequireAsMany(record["obstructions"], none);
        return targets.Select((target, i) => new CatalogPair(source, LabelledBy(target), new(Number(record["bias"]), Number(record["point"]), Number(record["values"][i])), -1))
            .Concat(none.Select((target, i) => new CatalogPair(source, LabelledBy(target), null, record["obstructions"][i].Whole(1) - 1)));
    }

    private IEnumerable<CatalogDepth> Layers(JsonItem record)
    {
        var (set, source) = (Set(record["set"]), LabelledBy(record["source"]));
        var reaches = record["reaches"].Texts().ToHashSet(StringComparer.Ordinal);
        RequireAsMany(record["least"], set.Simples);
        RequireAsMany(record["attained"], set.Simples);
        return set.Simples.Select((target, i) => new CatalogDepth(set, record["activation"].Text(), source, target, reaches.Contains(target.Label), record["least"][i].WholeOrNone(), record["attained"][i].WholeOrNone()));
    }

    private static void RequireAsMany<T>(JsonItem list, IReadOnlyList<T> things)
    {
        if (list.Items().Count != things.Count)
        {
            throw list.Misfit(FormattableString.Invariant($"{list.Items().Count} entries where {things.Count} are expected"));
        }
    }
}
