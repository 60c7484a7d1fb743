using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Catalog.Contents;
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
        var contents = new DocumentContents(document);
        var classes = contents.Classes;
        var subgroups = DocumentRecords.Of(document, "normal-subgroup").Select(row => (Number: row["subgroup"].Whole(), Order: row["order"].Long(), Classes: row["classes"].Wholes(), Covers: row["covers"].Wholes())).ToList();
        var numberOf = subgroups.ToDictionary(row => Key(row.Classes), row => row.Number);
        var derived = DocumentRecords.Of(document, "character").Where(row => row["degree"].Long() == 1).Select(row => row["kernel"].Wholes()).Aggregate(Enumerable.Range(1, classes.Count), (common, kernel) => common.Intersect(kernel)).ToHashSet();
        var group = DocumentRecords.Group(document);
        var entry = Identify(group);
        var kernelOf = contents.Simples.ToDictionary(simple => simple, simple => numberOf[Key(simple.KernelClassPositions.Select(c => c + 1))]);
        var covered = subgroups.SelectMany(row => row.Covers).ToHashSet();
        var answers = new AnswerReader(document);
        return new(
            new(group["name"].Text(), group["order"].Long(), entry?.Id.Number, entry?.Description, group["exponent"].Long(), group["degree"].Whole(), classes.Count, classes.All(c => c.Size == 1),
                classes.Where(c => c.Size == 1).Sum(c => c.Size), derived.Sum(c => classes[c - 1].Size), file, document[CanonicalJson.HashField].Text()),
            [.. contents.Simples.Select(simple => new SimpleRow(simple.Label, $"{simple.TypeLetter}", simple.Dimension, kernelOf[simple], (long)simple.KernelOrder))],
            [.. subgroups.Select(row => new NormalSubgroupRow(row.Number, row.Order, derived.IsSubsetOf(row.Classes), row.Covers.Any(lower => subgroups[lower - 1].Order == 1), row.Order < group["order"].Long() && subgroups.Any(upper => upper.Order == group["order"].Long() && upper.Covers.Contains(row.Number))))],
            [.. subgroups.SelectMany(row => row.Covers.Select(lower => (lower, row.Number)))],
            [.. contents.Pairs.Select(pair => new PairRow(pair.Source.Label, pair.Target.Label, pair.Exists, kernelOf[pair.Source] == kernelOf[pair.Target]))],
            [.. contents.Sets.Select(set => new SetRow(set.Name, set.Size, set.OrbitLengths.Count, answers.IsComplete(set.Name)))],
            [.. contents.Sets.SelectMany(set => set.Simples.Zip(set.Multiplicities, (simple, multiplicity) => (set.Name, simple.Label, (long)multiplicity)))],
            [.. contents.Depths.Zip(DocumentRecords.Of(document, "interaction").SelectMany(row => answers.Decided(row, contents)), (depth, decision) =>
                new DepthRow(depth.Set.Name, depth.Activation, depth.Source.Label, depth.Target.Label, depth.Least, depth.Attained, decision.Decided, decision.IsOpen))],
            [.. contents.Fans.Select(fan => new FanRow(fan.Set.Name, fan.Source.Label, fan.Hyperplanes, fan.Chambers, fan.Rays, fan.IsSimplicial))],
            [.. contents.Maps.Select(maps => new MapRow(maps.Fan.Set.Name, maps.Fan.Source.Label, maps.Target.Label, maps.Dimension, maps.LinearDimension, maps.OneLayerDimension))],
            answers.Facts(),
            [.. KindsWithLimits.SelectMany(section => DocumentRecords.Of(document, section).Select(row => (section, row))).Concat(AnswersWithLimits.SelectMany(section => DocumentRecords.Answers(document, section).Select(row => (section, row))))
                .Where(pair => pair.row.Find("limit") is not null)
                .Select(pair => new LimitRow(pair.section, pair.row.Find("set")?.Text(), (pair.row.Find("source") ?? pair.row.Find("simple"))?.Text(), pair.row.Find("target")?.Text(), pair.row["limit"].Text()))]);
    }

    private static SmallGroup? Identify(JsonItem group) =>
        GroupIdentification.TryOf(FiniteGroup.FromGenerators(group["name"].Text(), group["degree"].Whole(), group["generators"].Permutations()))?.Entry;

    private static string Key(IEnumerable<int> classes) => string.Join(',', classes.Select(c => c.ToString(CultureInfo.InvariantCulture)));
}
