using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>The spaces of maps of a page, source by source, and the pairs that were left out.</summary>
internal static class MapPart
{
    /// <summary>The activations whose coordinates in a space of maps are written.</summary>
    private static readonly string[] CoordinatesOf = ["relu", "abs"];

    /// <summary>All spaces.</summary>
    public static void Write(JsonOutput json, PageNumbers numbers, ExploredMaps maps)
    {
        json.List("sources", maps.Spaces.GroupBy(SourceOf), group => json.Object(() =>
        {
            var rays = group.First().Fan.Rays.ToList();
            json.Field("source", group.Key.Label);
            json.List("rays", rays, ray => numbers.Row(ray.Direction));
            json.List("targets", group, space => json.Object(() => Write(json, numbers, space)));
        }));
        json.List("omitted", maps.Omitted, omitted => json.Object(() =>
        {
            json.Field("reason", omitted.Reason);
            json.List("pairs", omitted.Pairs, pair => json.Row([pair.Source.Position, pair.Target.Position]));
        }));
    }

    private static void Write(JsonOutput json, PageNumbers numbers, EquivariantMapSpace space)
    {
        json.Field("target", space.TargetModel.Simple.Label);
        json.Field("model", space.TargetModel.Description);
        json.Field("dimension", space.Dimension);
        json.List("gram", space.TargetModel.Gram.Rows(), row => json.MeasuredRow(row.Select(c => c.ToDouble())));

        // Of each map its values on the rays where they are not 0.
        json.List("basis", space.Basis, map => json.List(
            space.Fan.Rays.Select(ray => map.ValueOn(ray)).Index().Where(pair => !pair.Item.IsZero),
            pair => json.Row<Action>([() => json.Item(pair.Index), () => numbers.Row(pair.Item)], write => write())));
        json.List("linearPart", space.LinearPart, numbers.Row);
        json.List("oneLayerPart", space.OneLayerPart, numbers.Row);
        json.Object("activations", () =>
        {
            foreach (var name in CoordinatesOf)
            {
                json.List(name, space.Apply(Activation.Parse(name)), map => numbers.Row(map.Coordinates));
            }
        });
    }

    private static SimpleRepresentation SourceOf(EquivariantMapSpace space) => ((Subrepresentation)space.Fan.Space).Simples[0];
}
