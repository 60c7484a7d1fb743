using System.Globalization;
using Eqnn.Catalog.Documents;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Database;

/// <summary>From a document to <see cref="AnswerFacts"/>, and to the layers that are decided on chambers.</summary>
internal sealed class AnswerReader(JObject document)
{
    private readonly Dictionary<(string Set, string Activation, string Source), JToken> _depths = DocumentRecords.Answers(document, "depth").ToDictionary(row => ((string)row["set"]!, (string)row["activation"]!, (string)row["source"]!));
    private readonly Dictionary<string, bool?> _complete = DocumentRecords.Answers(document, "separation").ToDictionary(row => (string)row["set"]!, row => (bool?)row["complete"]);

    /// <summary>Whether one layer on a set tells all orbits of inputs apart; null where that is not known.</summary>
    public bool? IsComplete(string set) => _complete.GetValueOrDefault(set);

    /// <summary>The decided number of layers for each simple of the set: what the rules prove if nothing more is said of the row.</summary>
    public IEnumerable<(int? Decided, bool IsOpen)> Decided(JToken interaction, List<string> targets)
    {
        var (least, attained) = (interaction["least"]!.ToList(), interaction["attained"]!.ToList());
        if (!_depths.TryGetValue(((string)interaction["set"]!, (string)interaction["activation"]!, (string)interaction["source"]!), out var row))
        {
            return least.Zip(attained, (bound, reached) => ((int?)reached, IsOpen: !JToken.DeepEquals(bound, reached)));
        }

        var open = row["open"]?.Select(label => (string)label!).ToHashSet() ?? [];
        return row["layers"]!.Zip(targets, (layers, target) => ((int?)layers, open.Contains(target)));
    }

    /// <summary>The rows of the tables of answers.</summary>
    public AnswerFacts Facts()
    {
        var reaches = DocumentRecords.Of(document, "interaction").Where(row => (string?)row["activation"] == "relu").ToDictionary(row => ((string)row["set"]!, (string)row["source"]!), row => row["reaches"]!);
        return new(
            [.. Unlimited("energies").SelectMany(row => row["shares"]!.Zip(reaches[((string)row["set"]!, (string)row["source"]!)], (share, target) =>
                new EnergyShareRow((string)row["set"]!, (string)row["source"]!, (string)target!, double.Parse((string)share!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), (string)share!)))],
            [.. Unlimited("separation").Select(row => new SeparationRow((string)row["set"]!, (int)row["tuples"]!, (int)row["layers"]!, Values(row["inputs"]![0]!), Values(row["inputs"]![1]!), (bool)row["separated"]!, (bool?)row["everyDepth"] ?? false))],
            [.. DocumentRecords.Of(document, "universality").GroupBy(row => (string)row["set"]!).SelectMany(HiddenLayers)]);
    }

    private IEnumerable<HiddenLayerRow> HiddenLayers(IGrouping<string, JToken> records)
    {
        var said = DocumentRecords.Answers(document, "universality").First(row => (string?)row["set"] == records.Key);
        return records.Select((row, i) => new HiddenLayerRow(records.Key, i + 1, (long)row["points"]!, (long)row["closure"]!, (bool)row["normal"]!, (bool)row["universal"]!, (bool?)said["separates"]![i], (int?)said["missed"]?[i]));
    }

    private IEnumerable<JToken> Unlimited(string kind) => DocumentRecords.Of(document, kind).Where(row => row["limit"] is null);

    private static string Values(JToken copy) => string.Join(' ', copy[0]!.Select(value => (string)value!));
}
