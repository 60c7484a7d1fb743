using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Networks.Files;

/// <summary>The layers of a sidecar: a text for each, or an object that also says which unit stands where.</summary>
internal static class SidecarLayers
{
    private const string Form = "a layer is a text such as \"8*regular\", or an object with set (or generators), order and scales";

    /// <summary>Reads them; equal G-sets become one object.</summary>
    /// <param name="group">The group.</param>
    /// <param name="isActing">Whether it is given by its action on the points of the model: then <c>regular</c>, where the action is regular, are its points.</param>
    /// <param name="layers">The entries.</param>
    public static (IReadOnlyList<FeatureSpace> Spaces, IReadOnlyList<UnitOrder?> Orders) Read(FiniteGroup group, bool isActing, JsonItem layers)
    {
        var regularIsPoints = isActing && group.Order == group.Degree && GSet.Points(group).IsTransitive;
        var (spaces, orders, sets) = (new List<FeatureSpace>(), new List<UnitOrder?>(), new Dictionary<string, GSet>(StringComparer.Ordinal));
        foreach (var layer in layers.Items())
        {
            var entry = layer.Kind == JsonKind.Record ? layer.Only("set", "generators", "order", "scales") : null;
            var named = entry is null ? layer : entry.Find("set") ?? entry.Find("generators") ?? throw entry.Misfit(Form);
            if (named.Kind == JsonKind.Text)
            {
                var text = regularIsPoints ? named.Text().Replace("regular", "points", StringComparison.Ordinal) : named.Text();
                foreach (var space in named.Located(() => FeatureSpace.ParseList(group, text)))
                {
                    sets.TryAdd(space.Set.Name, space.Set);
                    spaces.Add(new(sets[space.Set.Name], space.Channels));
                }
            }
            else
            {
                var images = (named.Kind == JsonKind.List ? named : throw named.Misfit(Form)).Permutations();
                spaces.Add(new(named.Located(() => GSet.FromGeneratorActions(group, FormattableString.Invariant($"units of state {spaces.Count}"), images)), 1));
            }

            while (orders.Count < spaces.Count)
            {
                orders.Add(null);
            }

            if (entry?.Find("order") is { } order)
            {
                int[] units = [.. order.Items().Select(unit => unit.Whole(1) - 1)];
                if (units.Length != spaces[^1].Dimension)
                {
                    throw order.Misfit(FormattableString.Invariant($"the order names {units.Length} units, {spaces[^1]} has {spaces[^1].Dimension}"));
                }

                double[]? scales = entry.Find("scales") is { } given ? [.. given.Items().Select(scale => scale.Measure())] : null;
                orders[^1] = order.Located(() => new UnitOrder(units, scales));
            }
            else if (entry?.Find("scales") is { } alone)
            {
                throw alone.Misfit("scales need an order: which unit stands at each place");
            }
        }

        return (spaces, orders);
    }

    /// <summary>Writes a sidecar with the order of every hidden layer.</summary>
    public static string Write(EquivariantNetwork network, IReadOnlyList<UnitOrder> orders)
    {
        using var json = new JsonOutput(JsonLayout.Tight);
        var names = new SetNames(network.States, GroupIdentity.AsRead(network.Group));
        json.Object(() =>
        {
            json.Field("group", GroupIdentity.NotationOf(network.Group));
            json.Field("axes", NetworkJson.AxesName(network.InputAxes.PointsBefore > 1 ? AxisOrder.PointChannel : AxisOrder.ChannelPoint));
            json.List("layers", Enumerable.Range(0, orders.Count), i => WriteLayer(json, network, names, i, orders[i], i > 0 && i < orders.Count - 1));
        });
        return json.Finish();
    }

    private static void WriteLayer(JsonOutput json, EquivariantNetwork network, SetNames names, int position, UnitOrder order, bool isHidden)
    {
        var set = network.States[position].Set;
        var isNamed = names.Explicit.All(named => !ReferenceEquals(named.Set, set));
        if (isNamed && !isHidden && order.IsPlain)
        {
            json.Item(names.Of(network.States[position]));
            return;
        }

        json.Object(() =>
        {
            if (isNamed)
            {
                json.Field("set", names.Of(network.States[position]));
            }
            else
            {
                json.Row("generators", set.GeneratorActions, json.Permutation);
            }

            json.Positions("order", order.Units);
            if (!order.IsPlain)
            {
                json.MeasuredRow("scales", order.Scales);
            }
        });
    }
}
