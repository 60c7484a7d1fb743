using Eqnn.Catalog.Documents;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>Every claim of one document, in the order in which each rests on those before it.</summary>
internal static class DocumentCheck
{
    /// <exception cref="CheckFailure">A claim does not hold.</exception>
    public static void Check(JObject document, Func<string, string?> figure, CancellationToken cancellationToken)
    {
        Envelope(document);
        var numbers = new NumberClaims((JArray)document["numbers"]!);
        var group = ListedGroup.Read(document);
        group.ReadClasses(document);
        var simples = SimpleCheck.Read(document, group, CharacterCheck.Read(document, group, cancellationToken));
        LatticeCheck.Check(document, group, simples);
        ExistenceCheck.Check(document, group, simples, numbers);
        var models = Models(document, group, simples, numbers);
        var isCyclic = document.Items("classes").Any(record => record.Int("order") == group.Order);
        var (interaction, fans, vectors, maps, figures) = (Reader("interaction"), Reader("fans"), Reader("vectors"), Reader("maps"), Reader("figures"));
        var inputs = document["inputs"]!;
        document["sets"]!.Require(document["sets"]!.Count() == inputs["sets"]!.Count(), "one record for each of the sets of the inputs");
        foreach (var (record, input) in document.Items("sets").Zip(inputs.Texts("sets")))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var set = ListedSet.Read(record, input, document, group, simples);
            IReadOnlyList<LineClaims> lines = [.. set.Orbits.Select((_, orbit) => new LineClaims(set, orbit, group, simples))];
            var check = new InteractionCheck(set, lines);
            foreach (var activation in InteractionCheck.Activations)
            {
                foreach (var source in set.Simples)
                {
                    check.Check(interaction.Next(), activation, source);
                }

                if ((bool)inputs["figures"]!)
                {
                    Figure(figures.Next(), FigureNames.Interaction(document["group"]!.Text("name"), set.Name, activation), $"interaction graph of {activation} on {set.Name}", figure);
                }
            }

            var claims = new List<FanClaim>();
            foreach (var source in set.Simples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (FanClaim.Read(fans.Next(), source, set, lines, group, models[source.Position] is not null, numbers) is { } fan)
                {
                    if (source.Dimension <= 2)
                    {
                        PlanarFanCheck.Check(fan, group, numbers);
                        if ((bool)inputs["figures"]! && source.Dimension == 2)
                        {
                            Figure(figures.Next(), FigureNames.Maps(document["group"]!.Text("name"), set.Name, source.Label), $"ReLU composites of {source.Label} on {set.Name}", figure);
                        }
                    }
                    else
                    {
                        SpatialFanCheck.Check(fan, group, numbers, cancellationToken);
                    }

                    claims.Add(fan);
                }
            }

            var mapCheck = new MapCheck(group, set, lines, models, numbers, isCyclic);
            mapCheck.CheckVectors(vectors, claims, simples);
            foreach (var fan in claims)
            {
                foreach (var target in simples.Where(target => fan.Source.MapsTo(target) && models[target.Position] is not null))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    mapCheck.Check(maps.Next(), fan, target);
                }
            }
        }

        foreach (var reader in new[] { interaction, fans, vectors, maps, figures })
        {
            reader.End();
        }

        numbers.AllUsed();

        RecordReader Reader(string section) => new(document[section]!);
    }

    private static void Envelope(JObject document)
    {
        document["format"].Is(Citation.Format);
        document["schemaVersion"].Is(Citation.SchemaVersion);
        document["licence"].Is(Citation.Licence);
        document["cite"].Is(Citation.Of(document["group"]!.Text("name"), document["inputs"]!.Text("version")));
        document["theory"].Is(Citation.Theory);
        document["inputs"]!["tool"].Is("eqnn");
    }

    private static ListedRepresentation?[] Models(JObject document, ListedGroup group, IReadOnlyList<RealSimple> simples, NumberClaims numbers)
    {
        var models = new ListedRepresentation?[simples.Count];
        Claims.Each(document["models"]!, simples, (record, simple) =>
        {
            record["simple"].Is(simple.Label);
            if (record["limit"] is { } limit)
            {
                limit.Is(CatalogLimits.NoModel(simple.Label, Algebra.Representations.SimpleCopy.MaxModelIndex));
            }
            else
            {
                models[simple.Position] = ListedRepresentation.Read(record["generators"]!, group, simple, numbers);
            }
        });
        return models;
    }

    private static void Figure(JToken record, string file, string shows, Func<string, string?> read)
    {
        record["file"].Is(file);
        record["shows"].Is(shows);
        var svg = read(file);
        record["file"]!.Require(svg is not null, "the figure is missing");
        record["hash"].Is(CanonicalJson.OfText(svg!));
    }
}
