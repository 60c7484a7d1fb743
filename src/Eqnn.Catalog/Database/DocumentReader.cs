using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Database;

/// <summary>From a document to <see cref="DocumentFacts"/>: the one place where the database knows the format of documents.</summary>
/// <remarks>Takes what the document says, but for two things: the number of the group is asked of the library, which identifies the group from its generators; quotients are abelian iff their subgroup contains the common kernel of the characters of degree 1.</remarks>
internal static class DocumentReader
{
    private static readonly string[] KindsWithLimits = ["model", "fan", "maps", "energies", "separation"];
    private static readonly string[] AnswersWithLimits = ["depth", "separation", "universality"];

    /// <exception cref="InvalidDataException">A field is missing or of another kind.</exception>
    public static DocumentFacts Read(string file, JObject document)
    {
        try
        {
            return ReadTrusted(file, document);
        }
        catch (Exception e) when (e is NullReferenceException or InvalidCastException or ArgumentException or KeyNotFoundException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} is no document of this version: {e.Message.Split('\n')[0]}", e);
        }
    }

    private static DocumentFacts ReadTrusted(string file, JObject document)
    {
        var classes = DocumentRecords.Of(document, "class").Select(row => (Order: (long)row["order"]!, Size: (long)row["size"]!)).ToList();
        var subgroups = DocumentRecords.Of(document, "normal-subgroup").Select(row => (Number: (int)row["subgroup"]!, Order: (long)row["order"]!, Classes: Numbers(row["classes"]!), Covers: Numbers(row["covers"]!))).ToList();
        var numberOf = subgroups.ToDictionary(row => Key(row.Classes), row => row.Number);
        var derived = DocumentRecords.Of(document, "character").Where(row => (long)row["degree"]! == 1).Select(row => Numbers(row["kernel"]!)).Aggregate(Enumerable.Range(1, classes.Count), (common, kernel) => common.Intersect(kernel)).ToHashSet();
        var group = DocumentRecords.Group(document);
        var entry = Identify(group);
        var simples = DocumentRecords.Of(document, "simple").Select(row => new SimpleRow((string)row["label"]!, (string)row["type"]!, (long)row["dimension"]!, numberOf[Key(Numbers(row["kernel"]!))], (long)row["kernelOrder"]!)).ToList();
        var kernelOf = simples.ToDictionary(simple => simple.Label, simple => simple.Kernel);
        var covered = subgroups.SelectMany(row => row.Covers).ToHashSet();
        var sets = DocumentRecords.Of(document, "set").ToDictionary(row => (string)row["name"]!, row => row["simples"]!.Select(label => (string)label!).ToList());
        var answers = new AnswerReader(document);
        return new(
            new((string)group["name"]!, (long)group["order"]!, entry?.Id.Number, entry?.Description, (long)group["exponent"]!, (int)group["degree"]!, classes.Count, classes.TrueForAll(c => c.Size == 1),
                classes.Where(c => c.Size == 1).Sum(c => c.Size), derived.Sum(c => classes[c - 1].Size), file, (string)document[CanonicalJson.HashField]!),
            simples,
            [.. subgroups.Select(row => new NormalSubgroupRow(row.Number, row.Order, derived.IsSubsetOf(row.Classes), row.Covers.Any(lower => subgroups[lower - 1].Order == 1), row.Order < (long)group["order"]! && subgroups.Any(upper => upper.Order == (long)group["order"]! && upper.Covers.Contains(row.Number))))],
            [.. subgroups.SelectMany(row => row.Covers.Select(lower => (lower, row.Number)))],
            [.. DocumentRecords.Of(document, "existence").SelectMany(row => Labels(row["targets"]!).Select(target => (target, true)).Concat(Labels(row["none"]!).Select(target => (target, false)))
                .Select(pair => new PairRow((string)row["source"]!, pair.Item1, pair.Item2, kernelOf[(string)row["source"]!] == kernelOf[pair.Item1])))],
            [.. DocumentRecords.Of(document, "set").Select(row => new SetRow((string)row["name"]!, (long)row["size"]!, row["orbits"]!.Count(), answers.IsComplete((string)row["name"]!)))],
            [.. DocumentRecords.Of(document, "set").SelectMany(row => Labels(row["simples"]!).Zip(row["multiplicities"]!, (simple, multiplicity) => ((string)row["name"]!, simple, (long)multiplicity)))],
            [.. DocumentRecords.Of(document, "interaction").SelectMany(row => Depths(row, sets[(string)row["set"]!], answers))],
            [.. DocumentRecords.Of(document, "fan").Select(row => new FanRow((string)row["set"]!, (string)row["source"]!, (long?)row["hyperplanes"], (long?)row["chambers"], (long?)row["rays"], (bool?)row["simplicial"]))
                .DistinctBy(row => (row.Set, row.Source))],
            [.. DocumentRecords.Of(document, "maps").Select(row => new MapRow((string)row["set"]!, (string)row["source"]!, (string)row["target"]!, (long?)row["dimension"], (long?)row["linear"], (long?)row["oneLayer"])).DistinctBy(row => (row.Set, row.Source, row.Target))],
            answers.Facts(),
            [.. KindsWithLimits.SelectMany(section => DocumentRecords.Of(document, section).Select(row => (section, row))).Concat(AnswersWithLimits.SelectMany(section => DocumentRecords.Answers(document, section).Select(row => (section, row))))
                .Where(pair => pair.row["limit"] is not null)
                .Select(pair => new LimitRow(pair.section, (string?)pair.row["set"], (string?)(pair.row["source"] ?? pair.row["simple"]), (string?)pair.row["target"], (string)pair.row["limit"]!))]);
    }

    private static SmallGroup? Identify(JToken group)
    {
        var generators = group["generators"]!.Select(list => Permutation.FromImages(Numbers(list).Select(image => image - 1)));
        return GroupIdentification.TryOf(FiniteGroup.FromGenerators((string)group["name"]!, (int)group["degree"]!, generators))?.Entry;
    }

    private static IEnumerable<DepthRow> Depths(JToken row, List<string> targets, AnswerReader answers)
    {
        var (least, attained) = (row["least"]!.ToList(), row["attained"]!.ToList());
        return least.Count == targets.Count && attained.Count == targets.Count
            ? targets.Zip(answers.Decided(row, targets)).Select((pair, i) => new DepthRow((string)row["set"]!, (string)row["activation"]!, (string)row["source"]!, pair.First, (int?)least[i], (int?)attained[i], pair.Second.Decided, pair.Second.IsOpen))
            : throw new InvalidDataException(FormattableString.Invariant($"{least.Count} depths for {targets.Count} simples"));
    }

    private static List<int> Numbers(JToken list) => [.. list.Select(number => (int)number!)];

    private static IEnumerable<string> Labels(JToken list) => list.Select(label => (string)label!);

    private static string Key(IEnumerable<int> classes) => string.Join(',', classes.Select(c => c.ToString(CultureInfo.InvariantCulture)));
}
