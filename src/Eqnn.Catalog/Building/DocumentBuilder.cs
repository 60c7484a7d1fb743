using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Building;

/// <summary>Derives the document of one group, and its figures.</summary>
internal sealed class DocumentBuilder
{
    private readonly CyclicComposites _cyclic = new();

    /// <summary>The document and the figures, by their paths relative to it.</summary>
    /// <exception cref="LimitExceededException">The group is larger than the limits allow.</exception>
    public (JObject Document, IReadOnlyList<(string File, string Svg)> Figures) Build(DocumentInputs inputs, CancellationToken cancellationToken)
    {
        var group = GroupFile.ReadOrParse(inputs.Group, cancellationToken: cancellationToken);
        if (group.Order > CatalogLimits.MaxOrder)
        {
            throw new LimitExceededException("order of a group in the catalog", CatalogLimits.MaxOrder, $"{group.Name} has order {group.Order}", "the catalog lists elements and does not go further; single questions are answered for larger groups");
        }

        var table = CharacterTable.Of(group, null, cancellationToken);
        var numbers = new CatalogNumbers();
        var models = SimpleModels.Of(table);
        IReadOnlyList<Permutation> elements = [.. group.EnumerateElements()];
        var (sets, interaction, fans, vectors, maps) = (new JArray(), new JArray(), new JArray(), new JArray(), new JArray());
        var figures = DocumentFigures.Of(inputs, models, cancellationToken);
        var existence = ExistenceSection.Of(table, numbers);
        var matrices = ModelSection.Of(models, numbers);
        IReadOnlyList<IsotypicDecomposition> decompositions = [.. inputs.Sets.Select(text => IsotypicDecomposition.Of(table, GSetFile.ReadOrParse(group, text), cancellationToken))];
        var energies = new JArray();
        foreach (var decomposition in decompositions)
        {
            sets.Add(SetRecord(decomposition));
            foreach (var activation in InteractionSection.Activations.Select(Activation.Parse))
            {
                var graph = InteractionGraph.Of(decomposition, activation, null, cancellationToken);
                foreach (var row in InteractionSection.Rows(decomposition, graph, cancellationToken))
                {
                    interaction.Add(row);
                }
            }

            var section = new MapSections(decomposition, models, numbers, _cyclic, elements);
            foreach (var component in decomposition.Components)
            {
                cancellationToken.ThrowIfCancellationRequested();
                section.Add(component.Simple, cancellationToken);
            }

            foreach (var row in EnergySection.Rows(decomposition, cancellationToken))
            {
                energies.Add(row);
            }

            section.Fans.ForEach(fans.Add);
            section.Maps.ForEach(maps.Add);
            foreach (var record in section.Vectors)
            {
                vectors.Add(record);
            }
        }

        var answers = AnswerSections.Of(decompositions, elements, cancellationToken);
        var document = new JObject
        {
            ["format"] = Citation.Format,
            ["schemaVersion"] = Citation.SchemaVersion,
            [CanonicalJson.HashField] = "",
            ["licence"] = Citation.Licence,
            ["cite"] = Citation.Of(group.Name, Citation.Version),
            ["theory"] = Citation.Theory,
            ["inputs"] = inputs.ToJson(),
            ["certificates"] = new JArray(
                Certificates("group", new JArray(GroupSections.Group(group)))
                    .Concat(Certificates("class", GroupSections.Classes(table)))
                    .Concat(Certificates("character", GroupSections.Characters(table)))
                    .Concat(Certificates("simple", GroupSections.Simples(table)))
                    .Concat(Certificates("normal-subgroup", GroupSections.NormalSubgroups(table)))
                    .Concat(Certificates("existence", existence))
                    .Concat(Certificates("model", matrices))
                    .Concat(Certificates("set", sets))
                    .Concat(Certificates("interaction", interaction))
                    .Concat(Certificates("fan", fans))
                    .Concat(Certificates("vectors", vectors))
                    .Concat(Certificates("maps", maps))
                    .Concat(Certificates("energies", energies))
                    .Concat(Certificates("separation", answers.Separations))
                    .Concat(Certificates("universality", answers.Universality))),
            ["answers"] = answers.Described,
            ["figures"] = new JArray(figures.Select(figure => new JObject { ["file"] = figure.File, ["shows"] = figure.Shows, ["hash"] = CanonicalJson.OfText(figure.Svg) })),
            ["numbers"] = numbers.ToJson(),
        };
        document[CanonicalJson.HashField] = CanonicalJson.HashOf(document);
        return (document, [.. figures.Select(figure => (figure.File, figure.Svg))]);
    }

    /// <summary>The records of one kind, each with the name of the kind before its own fields.</summary>
    private static IEnumerable<JObject> Certificates(string kind, JArray records) => records.Cast<JObject>().Select(record => new JObject(record.Properties().Prepend(new JProperty("kind", kind))));

    private static JObject SetRecord(IsotypicDecomposition decomposition) => new()
    {
        ["name"] = decomposition.Set.Name,
        ["size"] = decomposition.Set.Size,
        ["generators"] = new JArray(decomposition.Set.GeneratorActions.Select(GroupSections.Images)),
        ["orbits"] = new JArray(decomposition.Set.Orbits.Select(orbit => orbit.Length)),
        ["simples"] = new JArray(decomposition.Components.Select(component => component.Simple.Label)),
        ["multiplicities"] = new JArray(decomposition.Components.Select(component => component.Multiplicity)),
    };
}
