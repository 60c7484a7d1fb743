using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Catalog.Documents;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Database;

/// <summary>From a document to <see cref="DocumentFacts"/>: the one place where the database knows the format of documents.</summary>
/// <remarks>Takes what the document says, but for two things: the number of the group is asked of the library, which identifies the group from its generators; quotients are abelian iff their subgroup contains the common kernel of the characters of degree 1.</remarks>
internal static class DocumentReader
{
    private static readonly string[] KindsWithLimits = ["model", "fan", "maps", "energies", "separation"];
    private static readonly string[] AnswersWithLimits = ["depth", "separation", "universality"];

    /// <exception cref="InvalidDataException">A field is missing or of another kind.</exception>
    public static DocumentFacts Read(string file, JsonItem document)
    {
        try
        {
            return ReadTrusted(file, document);
        }
        catch (Exception e) when (e is ArgumentException or KeyNotFoundException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} is no document of this version: {e.Message.Split('\n')[0]}", e);
        }
    }

    private static DocumentFacts ReadTrusted(string file, JsonItem document)
    {
        var classes = DocumentRecords.Of(document, "class").Select(row => (Order: row["order"].Long(), Size: row["size"].Long())).ToList();
        var subgroups = DocumentRecords.Of(document, "normal-subgroup").Select(row => (Number: row["subgroup"].Whole(), Order: row["order"].Long(), Classes: row["classes"].Wholes(), Covers: row["covers"].Wholes())).ToList();
        var numberOf = subgroups.ToDictionary(row => Key(row.Classes), row => row.Number);
        var derived = DocumentRecords.Of(document, "character").Where(row => row["degree"].Long() == 1).Select(row => row["kernel"].Wholes()).Aggregate(Enumerable.Range(1, classes.Count), (common, kernel) => common.Intersect(kernel)).ToHashSet();
        var group = DocumentRecords.Group(document);
        var entry = Identify(group);
        var simples = DocumentRecords.Of(document, "simple").Select(row => new SimpleRow(row["label"].Text(), row["type"].Text(), row["dimension"].Long(), numberOf[Key(row["kernel"].Wholes())], row["kernelOrder"].Long())).ToList();
        var kernelOf = simples.ToDictionary(simple => simple.Label, simple => simple.Kernel);
        var covered = subgroups.SelectMany(row => row.Covers).ToHashSet();
        var sets = DocumentRecords.Of(document, "set").ToDictionary(row => row["name"].Text(), row => row["simples"].Texts());
        var answers = new AnswerReader(document);
        return new(
            new(group["name"].Text(), group["order"].Long(), entry?.Id.Number, entry?.Description, group["exponent"].Long(), group["degree"].Whole(), classes.Count, classes.TrueForAll(c => c.Size == 1),
                classes.Where(c => c.Size == 1).Sum(c => c.Size), derived.Sum(c => classes[c - 1].Size), file, document[CanonicalJson.HashField].Text()),
            simples,
            [.. subgroups.Select(row => new NormalSubgroupRow(row.Number, row.Order, derived.IsSubsetOf(row.Classes), row.Covers.Any(lower => subgroups[lower - 1].Order == 1), row.Order < group["order"].Long() && subgroups.Any(upper => upper.Order == group["order"].Long() && upper.Covers.Contains(row.Number))))],
            [.. subgroups.SelectMany(row => row.Covers.Select(lower => (lower, row.Number)))],
            [.. DocumentRecords.Of(document, "existence").SelectMany(row => row["targets"].Texts().Select(target => (target, true)).Concat(row["none"].Texts().Select(target => (target, false)))
                .Select(pair => new PairRow(row["source"].Text(), pair.Item1, pair.Item2, kernelOf[row["source"].Text()] == kernelOf[pair.Item1])))],
            [.. DocumentRecords.Of(document, "set").Select(row => new SetRow(row["name"].Text(), row["size"].Long(), row["orbits"].Items().Count, answers.IsComplete(row["name"].Text())))],
            [.. DocumentRecords.Of(document, "set").SelectMany(row => row["simples"].Texts().Zip(row["multiplicities"].Items(), (simple, multiplicity) => (row["name"].Text(), simple, multiplicity.Long())))],
            [.. DocumentRecords.Of(document, "interaction").SelectMany(row => Depths(row, sets[row["set"].Text()], answers))],
            [.. DocumentRecords.Of(document, "fan").Select(row => new FanRow(row["set"].Text(), row["source"].Text(), Count(row.Find("hyperplanes")), Count(row.Find("chambers")), Count(row.Find("rays")), row.Find("simplicial")?.Truth()))
                .DistinctBy(row => (row.Set, row.Source))],
            [.. DocumentRecords.Of(document, "maps").Select(row => new MapRow(row["set"].Text(), row["source"].Text(), row["target"].Text(), Count(row.Find("dimension")), Count(row.Find("linear")), Count(row.Find("oneLayer")))).DistinctBy(row => (row.Set, row.Source, row.Target))],
            answers.Facts(),
            [.. KindsWithLimits.SelectMany(section => DocumentRecords.Of(document, section).Select(row => (section, row))).Concat(AnswersWithLimits.SelectMany(section => DocumentRecords.Answers(document, section).Select(row => (section, row))))
                .Where(pair => pair.row.Find("limit") is not null)
                .Select(pair => new LimitRow(pair.section, pair.row.Find("set")?.Text(), (pair.row.Find("source") ?? pair.row.Find("simple"))?.Text(), pair.row.Find("target")?.Text(), pair.row["limit"].Text()))]);
    }

    private static SmallGroup? Identify(JsonItem group) =>
        GroupIdentification.TryOf(FiniteGroup.FromGenerators(group["name"].Text(), group["degree"].Whole(), group["generators"].Permutations()))?.Entry;

    private static IEnumerable<DepthRow> Depths(JsonItem row, IReadOnlyList<string> targets, AnswerReader answers)
    {
        var (least, attained) = (row["least"].Items(), row["attained"].Items());
        return least.Count == targets.Count && attained.Count == targets.Count
            ? targets.Zip(answers.Decided(row, targets)).Select((pair, i) => new DepthRow(row["set"].Text(), row["activation"].Text(), row["source"].Text(), pair.First, least[i].WholeOrNone(), attained[i].WholeOrNone(), pair.Second.Decided, pair.Second.IsOpen))
            : throw new InvalidDataException(FormattableString.Invariant($"{least.Count} depths for {targets.Count} simples"));
    }

    /// <summary>A number of layers; null where none reach.</summary>
    /// <summary>A count; null where a limit stopped it.</summary>
    private static long? Count(JsonItem? count) => count?.Long();

    private static string Key(IEnumerable<int> classes) => string.Join(',', classes.Select(c => c.ToString(CultureInfo.InvariantCulture)));
}
