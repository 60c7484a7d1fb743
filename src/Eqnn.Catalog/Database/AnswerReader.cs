using System.Globalization;
using Eqnn.Catalog.Contents;
using Eqnn.Catalog.Documents;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Database;

/// <summary>From a document to <see cref="AnswerFacts"/>, and to the layers that are decided on chambers.</summary>
internal sealed class AnswerReader(JsonItem document)
{
    private readonly Dictionary<(string Set, string Activation, string Source), JsonItem> _depths = DocumentRecords.Answers(document, "depth").ToDictionary(row => (row["set"].Text(), row["activation"].Text(), row["source"].Text()));
    private readonly Dictionary<string, bool?> _complete = DocumentRecords.Answers(document, "separation").ToDictionary(row => row["set"].Text(), row => row["complete"].TruthOrNone());

    /// <summary>Whether one layer on a set tells all orbits of inputs apart; null where that is not known.</summary>
    public bool? IsComplete(string set) => _complete.GetValueOrDefault(set);

    /// <summary>The decided number of layers for each simple of the set: what the rules prove if nothing more is said of the row.</summary>
    public IEnumerable<(int? Decided, bool IsOpen)> Decided(JsonItem interaction, DocumentContents contents)
    {
        if (!_depths.TryGetValue((interaction["set"].Text(), interaction["activation"].Text(), interaction["source"].Text()), out var row))
        {
            return interaction["least"].Items().Zip(interaction["attained"].Items(), (bound, reached) => (reached.WholeOrNone(), IsOpen: !bound.Equals(reached)));
        }

        var open = row.Find("open") is { } labels ? labels.Texts().ToHashSet(StringComparer.Ordinal) : [];
        var targets = contents.Sets.First(set => set.Name == interaction["set"].Text()).Simples;
        return row["layers"].Items().Zip(targets, (layers, target) => (layers.WholeOrNone(), open.Contains(target.Label)));
    }

    /// <summary>The rows of the tables of answers.</summary>
    public AnswerFacts Facts()
    {
        var reaches = DocumentRecords.Of(document, "interaction").Where(row => row["activation"].Text() == "relu").ToDictionary(row => (row["set"].Text(), row["source"].Text()), row => row["reaches"].Texts());
        return new(
            [.. Unlimited("energies").SelectMany(row => row["shares"].Texts().Zip(reaches[(row["set"].Text(), row["source"].Text())], (share, target) =>
                new EnergyShareRow(row["set"].Text(), row["source"].Text(), target, double.Parse(share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), share)))],
            [.. Unlimited("separation").Select(row => new SeparationRow(row["set"].Text(), row["tuples"].Whole(), row["layers"].Whole(), Values(row["inputs"][0]), Values(row["inputs"][1]), row["separated"].Truth(), row.Find("everyDepth")?.Truth() ?? false))],
            [.. DocumentRecords.Of(document, "universality").GroupBy(row => row["set"].Text()).SelectMany(HiddenLayers)]);
    }

    private IEnumerable<HiddenLayerRow> HiddenLayers(IGrouping<string, JsonItem> records)
    {
        var said = DocumentRecords.Answers(document, "universality").First(row => row["set"].Text() == records.Key);
        return records.Select((row, i) => new HiddenLayerRow(records.Key, i + 1, row["points"].Long(), row["closure"].Long(), row["normal"].Truth(), row["universal"].Truth(), said["separates"][i].TruthOrNone(), said.Find("missed") is { } missed ? missed[i].WholeOrNone() : null));
    }

    private IEnumerable<JsonItem> Unlimited(string kind) => DocumentRecords.Of(document, kind).Where(row => row.Find("limit") is null);

    private static string Values(JsonItem copy) => string.Join(' ', copy[0].Items().Select(value => value.Kind == JsonKind.Text ? value.Text() : value.ToString()));
}
