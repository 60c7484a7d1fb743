using System.Numerics;
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
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Building;

/// <summary>Derives the document of one group, and its figures.</summary>
internal sealed class DocumentBuilder
{
    private readonly CyclicComposites _cyclic = new();

    /// <summary>The document and the figures, by their paths relative to it.</summary>
    /// <exception cref="LimitExceededException">The group is larger than the limits allow.</exception>
    public (JsonItem Document, IReadOnlyList<(string File, string Svg)> Figures) Build(DocumentInputs inputs, CancellationToken cancellationToken)
    {
        var group = GroupFile.ReadOrParse(inputs.Group, cancellationToken: cancellationToken);
        if (group.Order > CatalogLimits.MaxOrder)
        {
            throw new LimitExceededException("order of a group in the catalog", CatalogLimits.MaxOrder, $"{group.Name} has order {LimitExceededException.Shown(group.Order)}", "the catalog lists elements and does not go further; single questions are answered for larger groups");
        }

        var table = CharacterTable.Of(group, null, cancellationToken);
        var numbers = new CatalogNumbers();
        var models = SimpleModels.Of(table);
        IReadOnlyList<Permutation> elements = [.. group.EnumerateElements()];
        var (sets, interaction, fans, vectors, maps, energies) = (new List<JsonItem>(), new List<JsonItem>(), new List<JsonItem>(), new List<JsonItem>(), new List<JsonItem>(), new List<JsonItem>());
        var figures = DocumentFigures.Of(inputs, models, cancellationToken);
        var existence = ExistenceSection.Of(table, numbers);
        var matrices = ModelSection.Of(models, numbers);
        IReadOnlyList<IsotypicDecomposition> decompositions = [.. inputs.Sets.Select(text => IsotypicDecomposition.Of(table, GSetFile.ReadOrParse(group, text), cancellationToken))];
        foreach (var decomposition in decompositions)
        {
            sets.Add(SetRecord(decomposition));
            foreach (var activation in InteractionSection.Activations.Select(Activation.Parse))
            {
                var graph = InteractionGraph.Of(decomposition, activation, null, cancellationToken);
                interaction.AddRange(InteractionSection.Rows(decomposition, graph, cancellationToken));
            }

            var section = new MapSections(decomposition, models, numbers, _cyclic, elements);
            foreach (var component in decomposition.Components)
            {
                cancellationToken.ThrowIfCancellationRequested();
                section.Add(component.Simple, cancellationToken);
            }

            energies.AddRange(EnergySection.Rows(decomposition, cancellationToken));
            fans.AddRange(section.Fans);
            maps.AddRange(section.Maps);
            vectors.AddRange(section.Vectors);
        }

        var answers = AnswerSections.Of(decompositions, elements, cancellationToken);
        var document = JsonItem.Record(json =>
        {
            json.Field("format", Citation.Format);
            json.Field("schemaVersion", Citation.SchemaVersion);
            json.Field(CanonicalJson.HashField, "");
            json.Field("licence", Citation.Licence);
            json.Field("cite", Citation.Of(group.Name, Citation.Version));
            json.Field("theory", Citation.Theory);
            json.Value("inputs", inputs.ToJson());
            json.List(
                "certificates",
                Certificates("group", [GroupSections.Group(group)])
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
                    .Concat(Certificates("universality", answers.Universality)),
                json.Item);
            json.List("answers", answers.Described, json.Item);
            json.Records("figures", figures, figure =>
            {
                json.Field("file", figure.File);
                json.Field("shows", figure.Shows);
                json.Field("hash", CanonicalJson.OfText(figure.Svg));
            });
            json.Value("numbers", numbers.ToJson());
        });
        return (CanonicalJson.Hashed(document), [.. figures.Select(figure => (figure.File, figure.Svg))]);
    }

    /// <summary>The records of one kind, each with the name of the kind before its own fields.</summary>
    private static IEnumerable<JsonItem> Certificates(string kind, IEnumerable<JsonItem> records) => records.Select(record => JsonItem.Record([("kind", JsonItem.Of(kind)), .. record.Fields().Select(field => (field.Name, field))]));

    private static JsonItem SetRecord(IsotypicDecomposition decomposition) => JsonItem.Record(json =>
    {
        json.Field("name", decomposition.Set.Name);
        json.Field("size", decomposition.Set.Size);
        json.Permutations("generators", decomposition.Set.GeneratorActions);
        json.Row("orbits", decomposition.Set.Orbits.Select(orbit => (BigInteger)orbit.Length));
        json.Row("simples", decomposition.Components.Select(component => component.Simple.Label));
        json.Row("multiplicities", decomposition.Components.Select(component => (BigInteger)component.Multiplicity));
    });
}
