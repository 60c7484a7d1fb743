using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Catalog.Contents;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>A document of a catalog, its hash checked: what it says as values, and its text, the JSON of docs/catalog.md.</summary>
/// <remarks>
/// <para><b>As it stands:</b> <see cref="Simples"/>, <see cref="Pairs"/>, <see cref="Sets"/>, <see cref="Depths"/>, <see cref="Fans"/>, <see cref="Maps"/> are read, nothing is computed; <see cref="CatalogFolder.Verify"/> proves them.</para>
/// <para><b>To compute with:</b> <see cref="Group"/>, <see cref="Table"/>, <see cref="SetNamed"/> and <see cref="Decide"/> give the values of the library, compared with what the document says.</para>
/// <para>What is missing or of another kind is an <see cref="AlgebraFormatException"/> that names line and field.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CatalogDocument
{
    /// <summary>The digits after the point of the decimals beside the exact numbers of a document.</summary>
    public const int DecimalDigits = CatalogNumbers.Digits;

    private readonly DocumentContents _contents;
    private readonly Lazy<FiniteGroup> _group;
    private readonly Lazy<CharacterTable> _table;

    internal CatalogDocument(CatalogRecord record, JsonItem json)
    {
        (Record, Json, _contents) = (record, json, new(json));
        _group = new(() => GroupOf(DocumentRecords.Group(json)));
        _table = new(TableOf);
    }

    /// <summary>What the document is about.</summary>
    public CatalogRecord Record { get; }

    /// <summary>The document as text, byte for byte that of the file.</summary>
    public string Text => CanonicalJson.Print(Json);

    /// <summary>The whole document.</summary>
    public JsonItem Json { get; }

    /// <summary>The conjugacy classes, in their order.</summary>
    public IReadOnlyList<CatalogClass> Classes => _contents.Classes;

    /// <summary>The simples, in their order.</summary>
    public IReadOnlyList<CatalogSimple> Simples => _contents.Simples;

    /// <summary>All ordered pairs of simples, source by source: those with a map first.</summary>
    public IReadOnlyList<CatalogPair> Pairs => _contents.Pairs;

    /// <summary>The G-sets.</summary>
    public IReadOnlyList<CatalogSet> Sets => _contents.Sets;

    /// <summary>The numbers of layers, for each G-set, activation and pair.</summary>
    public IReadOnlyList<CatalogDepth> Depths => _contents.Depths;

    /// <summary>The fans, one for each G-set and source.</summary>
    public IReadOnlyList<CatalogFan> Fans => _contents.Fans;

    /// <summary>The spaces of maps, one for each fan and target with a map.</summary>
    public IReadOnlyList<CatalogMaps> Maps => _contents.Maps;

    /// <summary>The group, by the generators of the document.</summary>
    public FiniteGroup Group => _group.Value;

    /// <summary>The character table of <see cref="Group"/>: computed, and its simples compared with those of the document.</summary>
    public CharacterTable Table => _table.Value;

    /// <summary>The simple with a label or alias, in any case.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that are there.</exception>
    public CatalogSimple SimpleNamed(string labelOrAlias) => Simples.FirstOrDefault(simple => simple.IsNamed(labelOrAlias))
        ?? throw new ArgumentException($"{Record.File} has no simple '{labelOrAlias}'; it has {string.Join(", ", Simples.SelectMany(simple => simple.Aliases.Prepend(simple.Label)))}", nameof(labelOrAlias));

    /// <summary>The pair of two simples, by labels or aliases.</summary>
    /// <exception cref="ArgumentException">There is no such simple.</exception>
    public CatalogPair Pair(string source, string target)
    {
        var (from, to) = (SimpleNamed(source), SimpleNamed(target));
        return Pairs.First(pair => pair.Source == from && pair.Target == to);
    }

    /// <summary>The verdict on a pair, decided anew and compared with what the document says.</summary>
    /// <exception cref="ArgumentException">There is no such simple.</exception>
    /// <exception cref="AlgebraFormatException">The document says otherwise.</exception>
    public MapVerdict Decide(string source, string target)
    {
        var pair = Pair(source, target);
        var verdict = KernelCriterion.Decide(Table.SimpleNamed(pair.Source.Label), Table.SimpleNamed(pair.Target.Label));
        var isSame = verdict.Match(
            exists => pair.Match(said => said.Bias == exists.Witness.Bias && said.PointAtIdentity == exists.Witness.PointAtIdentity && said.ValueAtIdentity == exists.Witness.ValueAtIdentity, _ => false),
            impossible => pair.Match(_ => false, position => position == impossible.Obstruction.ClassPosition));
        return isSame ? verdict : throw pair.Source.Record.Misfit($"the library decides {verdict.Source.Label} -> {verdict.Target.Label} otherwise: {verdict}");
    }

    /// <summary>A G-set of the document as one of the library, by the permutations of the document.</summary>
    /// <exception cref="ArgumentException">There is no such set.</exception>
    public GSet SetNamed(string name)
    {
        var record = (Sets.FirstOrDefault(set => set.Name == name) ?? throw new ArgumentException($"{Record.File} does not look at '{name}'; it looks at {string.Join(", ", Record.Sets)}", nameof(name))).Record;
        return record.Located(() => GSetRecord.Read(Group, Taken(record, "name", "size", "generators")));
    }

    /// <summary>The certificates of a kind, each as the text of a JSON record: <c>group</c>, <c>class</c>, <c>character</c>, <c>simple</c>, <c>normal-subgroup</c>, <c>existence</c>, <c>model</c>, <c>set</c>, <c>interaction</c>, <c>fan</c>, <c>vectors</c>, <c>maps</c>; of a document of version 1 the records of the section.</summary>
    public IReadOnlyList<string> Certificates(string kind) => [.. Records(kind).Select(record => record.ToString())];

    /// <summary>The same as records.</summary>
    public IReadOnlyList<JsonItem> Records(string kind) => [.. DocumentRecords.Of(Json, kind)];

    /// <summary>A BibTeX entry with the hash of the document.</summary>
    public string ToBibTeX() => Citation.BibTeX(Record.Group, Record.Order, Record.File, Record.Version, Record.Hash);

    /// <summary>In one line: the group, its order and the file.</summary>
    public override string ToString() => FormattableString.Invariant($"{Record.Group}, order {Record.Order}: {Record.File}");

    private static FiniteGroup GroupOf(JsonItem record) => record.Located(() => GroupRecord.Read(Taken(record, "name", "degree", "generators")));

    private static string Taken(JsonItem record, params string[] fields) => JsonItem.Record(fields.Select(field => (field, record[field]))).ToString();

    private CharacterTable TableOf()
    {
        var table = CharacterTable.Of(Group);
        if (table.Simples.Count != Simples.Count)
        {
            throw DocumentRecords.Group(Json).Misfit(FormattableString.Invariant($"the group has {table.Simples.Count} simples, the document {Simples.Count}"));
        }

        // By representatives: the library may list classes in another order.
        IReadOnlyList<int> positions = [.. Classes.Select(c => c.Record.Located(() => Group.ClassPositionOf(c.Representative)))];
        foreach (var (simple, said) in table.Simples.Zip(Simples))
        {
            if (simple.Label != said.Label || said.Character.Count != positions.Count || positions.Zip(said.Character).Any(pair => simple.Character[pair.First] != pair.Second))
            {
                throw said.Record.Misfit($"the library has another {simple.Label}");
            }
        }

        return table;
    }
}
