using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Building;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Folders;

/// <summary>What only the library can say of a document: that the group, the G-sets and the figures in it are those of their names. Each is made again and compared.</summary>
/// <remarks>A name with <c>@</c> is that of a file, which others do not have: such a name is a label, and <see cref="Labels"/> says so.</remarks>
internal static class NamedThings
{
    /// <summary>The names that nothing proves.</summary>
    public static IEnumerable<string> Labels(JsonItem document) => document["inputs"]["sets"].Items().Prepend(document["inputs"]["group"]).Where(IsLabel).Select(name => $"$.{name.Path}: \"{name.Text()}\"");

    /// <summary>Refuses a document in which something is not what its name says.</summary>
    /// <exception cref="DocumentProblem">Says where.</exception>
    public static void Check(JsonItem document, Func<string, string?> figure, CancellationToken cancellationToken)
    {
        var inputs = document["inputs"];
        var record = DocumentRecords.Group(document);
        var group = IsLabel(inputs["group"]) ? Listed(record) : Named(record["name"], () => FiniteGroup.Parse(inputs["group"].Text()));
        DocumentProblem.Unless(IsLabel(inputs["group"]) || group.Name == record["name"].Text(), record["name"], $"the library writes {group.Name}");
        Same(record["generators"], group.Generators, $"these are not the generators of {group.Name}");
        var sets = new List<GSet>();
        foreach (var (set, name) in DocumentRecords.Of(document, "set").Zip(inputs["sets"].Items()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sets.Add(GSet.FromGeneratorActions(group, name.Text(), set["size"].Whole(), set["generators"].Permutations()));
            if (!IsLabel(name))
            {
                var named = Named(set["name"], () => GSet.Parse(group, name.Text()));
                DocumentProblem.Unless(named.Name == name.Text(), set["name"], $"the library writes {named.Name}");
                Same(set["generators"], named.GeneratorActions, $"this is not the action of {group.Name} on {named.Name}");
                sets[^1] = named;
            }
        }

        var table = new Lazy<CharacterTable>(() => CharacterTable.Of(group, null, cancellationToken));
        Answers(document, table, sets, cancellationToken);
        Figures(document, figure, table, sets, cancellationToken);
    }

    /// <summary>What no certificate proves is said again; documents that were built before there were answers have none.</summary>
    private static void Answers(JsonItem document, Lazy<CharacterTable> table, IReadOnlyList<GSet> sets, CancellationToken cancellationToken)
    {
        if (document["inputs"].Find("answers") is null)
        {
            return;
        }

        var again = AnswerSections.Of([.. sets.Select(set => IsotypicDecomposition.Of(table.Value, set, cancellationToken))], [.. table.Value.Group.EnumerateElements()], cancellationToken);
        var said = document["answers"];
        DocumentProblem.Unless(said.Items().Count == again.Described.Count, said, FormattableString.Invariant($"has {said.Items().Count} records, the library has {again.Described.Count}"));
        foreach (var (record, found) in said.Items().Zip(again.Described))
        {
            DocumentProblem.Unless(record.Equals(found), record, $"the library says {found}");
        }

        // Certificates hold whatever was chosen; that they are on the pairs of inputs and the subgroups of their descriptions, and on all of them, is said again.
        foreach (var (kind, found) in new[] { ("separation", again.Separations), ("universality", again.Universality) })
        {
            var claimed = DocumentRecords.Of(document, kind).ToList();
            DocumentProblem.Unless(claimed.Count == found.Count, document["certificates"], FormattableString.Invariant($"has {claimed.Count} certificates of kind {kind}, the library has {found.Count}"));
            foreach (var (record, other) in claimed.Zip(found))
            {
                var different = other.Fields().FirstOrDefault(field => !field.Equals(record.Find(field.Name)));
                DocumentProblem.Unless(different is null, different is null ? record : record.Find(different.Name) ?? record, "the library has another one");
            }
        }
    }

    /// <summary>Draws again what is there: a set that bears the name of a file is drawn from its permutations.</summary>
    private static void Figures(JsonItem document, Func<string, string?> read, Lazy<CharacterTable> table, IReadOnlyList<GSet> sets, CancellationToken cancellationToken)
    {
        var inputs = document["inputs"];
        var records = document.Find("figures") ?? throw new DocumentProblem("$", "has no figures");
        DocumentProblem.Unless(inputs.Find("figures") is { Kind: JsonKind.Truth }, inputs.Find("figures") ?? inputs, "true or false is expected for figures");
        DocumentProblem.Unless(records.Kind == JsonKind.List, records, "a list is expected");
        var drawn = inputs["figures"].Truth() ? DocumentFigures.Of(sets, SimpleModels.Of(table.Value), cancellationToken) : [];
        DocumentProblem.Unless(drawn.Count == records.Items().Count, records, FormattableString.Invariant($"has {records.Items().Count} figures, {drawn.Count} are drawn"));
        foreach (var (i, record) in records.Items().Index())
        {
            var svg = read(DocumentProblem.TextOf(record, "file"));
            DocumentProblem.Unless(svg is not null, record["file"], "the figure is missing");
            DocumentProblem.Unless(CanonicalJson.OfText(svg!) == DocumentProblem.TextOf(record, "hash"), record["hash"], "the figure is not what its hash says");
            DocumentProblem.Unless(drawn[i].File == DocumentProblem.TextOf(record, "file"), record["file"], $"the figure here is {drawn[i].File}");
            DocumentProblem.Unless(drawn[i].Shows == DocumentProblem.TextOf(record, "shows"), record["shows"], $"it shows: {drawn[i].Shows}");
            DocumentProblem.Unless(IsHashedOnly(document) || drawn[i].Svg == svg, record["file"], "drawn again, the figure is another one");
        }
    }

    /// <summary>How many figures of a document are compared with their hash and not drawn again: pictures of version 1 were drawn by earlier programs, and what was cited stays as it is.</summary>
    public static int HashedFigures(JsonItem document) => IsHashedOnly(document) ? document["figures"].Items().Count : 0;

    private static bool IsHashedOnly(JsonItem document) => DocumentRecords.Version(document) == 1;

    private static bool IsLabel(JsonItem name) => name.Text().Contains('@', StringComparison.Ordinal);

    private static FiniteGroup Listed(JsonItem record) =>
        FiniteGroup.FromGenerators(record["name"].Text(), record["degree"].Whole(), record["generators"].Permutations());

    private static T Named<T>(JsonItem name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is AlgebraFormatException or ArgumentException)
        {
            throw new DocumentProblem("$." + name.Path, "no notation that the library reads: " + e.Message.Split('\n')[0]);
        }
    }

    private static void Same(JsonItem claimed, IReadOnlyList<Permutation> found, string otherwise) =>
        DocumentProblem.Unless(claimed.Items().Count == found.Count && claimed.Items().Zip(found).All(pair => pair.First.Wholes().Select(image => image - 1).SequenceEqual(pair.Second.Images)), claimed, otherwise);
}
