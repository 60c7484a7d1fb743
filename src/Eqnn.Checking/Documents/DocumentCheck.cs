using Eqnn.Checking.Groups;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;

namespace Eqnn.Checking.Documents;

/// <summary>Every claim of one catalog document, in the order in which each rests on those before it.</summary>
internal static class DocumentCheck
{
    /// <exception cref="RefusedException">A claim does not hold.</exception>
    public static void Check(DocumentSections document, CancellationToken cancellationToken)
    {
        var numbers = new NumberClaims(document.Root["numbers"]);
        var group = Group(document, cancellationToken);
        var simples = SimpleCheck.Read(document, group, CharacterCheck.Read(document, group, cancellationToken));
        LatticeCheck.Check(document, group, simples);
        ExistenceCheck.Check(document, simples, numbers);
        var models = Models(document, group, simples, numbers, cancellationToken);
        var isCyclic = group.Elements.Any(element => element.Order == group.Order);
        var (interaction, fans, vectors, maps) = (Reader("interaction"), Reader("fan"), Reader("vectors"), Reader("maps"));
        var energies = Reader("energies");
        var names = document.Root["inputs"]["sets"].Texts();
        document["set"].Each(names, (record, name) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var set = ListedSet.Read(record, name, group, simples);
            IReadOnlyList<LineClaims> lines = [.. set.Orbits.Select((_, orbit) => new LineClaims(set, orbit, group, simples))];
            var check = new InteractionCheck(set, lines);
            foreach (var activation in InteractionCheck.Activations)
            {
                foreach (var source in set.Simples)
                {
                    check.Check(interaction.Next(), activation, source);
                }
            }

            if (document.Answers is not null)
            {
                new EnergyCheck(set, lines).Check(energies.Next, source => check.ReachedBy("relu", source), cancellationToken);
                SeparationClaims.Check(document["separation"].Records.Where(claim => claim["set"].Text() == name), set, group.Order, cancellationToken);
                var universality = new UniversalityCheck(group, set);
                document["universality"].Records.Where(claim => claim["set"].Text() == name).ToList().ForEach(universality.Check);
            }

            var claims = new List<FanClaim>();
            foreach (var source in set.Simples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (FanClaim.Read(fans.Next(), source, set, lines, group, models[source.Position] is not null, numbers, cancellationToken) is { } fan)
                {
                    if (source.Dimension <= 2)
                    {
                        PlanarFanCheck.Check(fan, group, numbers);
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
        });

        foreach (var reader in new[] { interaction, fans, vectors, maps, energies })
        {
            reader.End();
        }

        foreach (var record in document["separation"].Records.Concat(document["universality"].Records))
        {
            record["set"].Require(names.Contains(record["set"].Text()), "the document has no such set");
        }

        DescribedAnswers.Check(document);
        numbers.AllUsed();

        RecordReader Reader(string kind) => new(document[kind]);
    }

    private static ListedGroup Group(DocumentSections document, CancellationToken cancellationToken)
    {
        var record = document.Group;
        record["name"].Is(document.Root["inputs"]["group"].Label());
        var degree = record["degree"].Number(0, int.MaxValue);
        var order = record["order"].Number(1, DocumentLimits.MaxOrder);
        record["degree"].Require((long)order * degree <= DocumentLimits.MaxImages, FormattableString.Invariant($"order times degree is at most {DocumentLimits.MaxImages}"));
        var group = ListedGroup.Close([.. record["generators"].Items().Select(item => item.Permutation(degree))], degree, record["order"], cancellationToken);
        group.ReadClasses(document["class"]);
        foreach (var (c, claim) in document["class"].Records.Index())
        {
            claim["class"].Is(c + 1);
            claim["order"].Is((long)group.Elements[group.Representative(c)].Order);
        }

        record["exponent"].Is(group.Elements.Aggregate(1L, (exponent, element) => NumberTheory.Lcm(exponent, (long)element.Order)));
        return group;
    }

    private static ListedRepresentation?[] Models(DocumentSections document, ListedGroup group, IReadOnlyList<RealSimple> simples, NumberClaims numbers, CancellationToken cancellationToken)
    {
        var models = new ListedRepresentation?[simples.Count];
        document["model"].Each(simples, (record, simple) =>
        {
            record["simple"].Is(simple.Label);
            if (record.Find("limit") is { } limit)
            {
                limit.Is(DocumentLimits.NoModel(simple.Label));
            }
            else
            {
                models[simple.Position] = numbers.Representation(record["generators"], group, simple, cancellationToken);
            }
        });
        return models;
    }
}
