using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Building;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Folders;

/// <summary>What only the library can say of a document: that the group, the G-sets and the figures in it are those of their names. Each is made again and compared.</summary>
/// <remarks>A name with <c>@</c> is that of a file, which others do not have: such a name is a label, and <see cref="Labels"/> says so.</remarks>
internal static class NamedThings
{
    /// <summary>The names that nothing proves.</summary>
    public static IEnumerable<string> Labels(JObject document) => document["inputs"]!["sets"]!.Prepend(document["inputs"]!["group"]!).Where(IsLabel).Select(name => $"$.{name.Path}: \"{(string)name!}\"");

    /// <summary>Refuses a document in which something is not what its name says.</summary>
    /// <exception cref="DocumentProblem">Says where.</exception>
    public static void Check(JObject document, Func<string, string?> figure, CancellationToken cancellationToken)
    {
        var inputs = document["inputs"]!;
        var record = DocumentRecords.Group(document);
        var group = IsLabel(inputs["group"]!) ? Listed(record) : Named(record["name"]!, () => FiniteGroup.Parse((string)inputs["group"]!));
        DocumentProblem.Unless(IsLabel(inputs["group"]!) || group.Name == (string?)record["name"], record["name"]!, $"the library writes {group.Name}");
        Same(record["generators"]!, group.Generators, $"these are not the generators of {group.Name}");
        foreach (var (set, name) in DocumentRecords.Of(document, "set").Zip(inputs["sets"]!))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsLabel(name))
            {
                var named = Named(set["name"]!, () => GSet.Parse(group, (string)name!));
                DocumentProblem.Unless(named.Name == (string?)name, set["name"]!, $"the library writes {named.Name}");
                Same(set["generators"]!, named.GeneratorActions, $"this is not the action of {group.Name} on {named.Name}");
            }
        }

        Figures(document, figure, cancellationToken);
    }

    private static void Figures(JObject document, Func<string, string?> read, CancellationToken cancellationToken)
    {
        var inputs = document["inputs"]!;
        var records = document["figures"] ?? throw new DocumentProblem("$", "has no figures");
        DocumentProblem.Unless(inputs["figures"] is JValue { Type: JTokenType.Boolean }, inputs["figures"] ?? inputs, "true or false is expected for figures");
        DocumentProblem.Unless(records is JArray, records, "a list is expected");
        var drawn = inputs["sets"]!.Prepend(inputs["group"]!).Any(IsLabel)
            ? null
            : DocumentFigures.Of(new((string)inputs["group"]!, [.. inputs["sets"]!.Select(set => (string)set!)], (bool)inputs["figures"]!), cancellationToken);
        DocumentProblem.Unless(drawn is null || drawn.Count == records.Count(), records, FormattableString.Invariant($"has {records.Count()} figures, {drawn?.Count} are drawn"));
        foreach (var (i, record) in records.Index())
        {
            var svg = read(DocumentProblem.TextOf(record, "file"));
            DocumentProblem.Unless(svg is not null, record["file"]!, "the figure is missing");
            DocumentProblem.Unless(CanonicalJson.OfText(svg!) == DocumentProblem.TextOf(record, "hash"), record["hash"]!, "the figure is not what its hash says");
            if (drawn is not null)
            {
                DocumentProblem.Unless(drawn[i].File == DocumentProblem.TextOf(record, "file"), record["file"]!, $"the figure here is {drawn[i].File}");
                DocumentProblem.Unless(drawn[i].Shows == DocumentProblem.TextOf(record, "shows"), record["shows"]!, $"it shows: {drawn[i].Shows}");

                // Pictures of version 1 were drawn by earlier programs: what was cited stays as it is.
                DocumentProblem.Unless(DocumentRecords.Version(document) == 1 || drawn[i].Svg == svg, record["file"]!, "drawn again, the figure is another one");
            }
        }
    }

    private static bool IsLabel(JToken name) => ((string)name!).Contains('@', StringComparison.Ordinal);

    private static FiniteGroup Listed(JToken record) =>
        FiniteGroup.FromGenerators((string)record["name"]!, (int)record["degree"]!, record["generators"]!.Select(g => Permutation.FromImages(g.Select(image => (int)image - 1))));

    private static T Named<T>(JToken name, Func<T> make)
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

    private static void Same(JToken claimed, IReadOnlyList<Permutation> found, string otherwise) =>
        DocumentProblem.Unless(claimed.Count() == found.Count && claimed.Zip(found).All(pair => pair.First.Select(image => (int)image - 1).SequenceEqual(pair.Second.Images)), claimed, otherwise);
}
