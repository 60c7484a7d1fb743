using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Files;

/// <summary>The layers of a sidecar: a text for each, or an object that also says which unit stands where.</summary>
internal static class SidecarLayers
{
    private const string Form = "a layer is a text such as \"8*regular\", or an object with set (or generators), order and scales";

    /// <summary>Reads them; equal G-sets become one object.</summary>
    /// <param name="group">The group.</param>
    /// <param name="isActing">Whether it is given by its action on the points of the model: then <c>regular</c>, where the action is regular, are its points.</param>
    /// <param name="layers">The entries.</param>
    public static (IReadOnlyList<FeatureSpace> Spaces, IReadOnlyList<UnitOrder?> Orders) Read(FiniteGroup group, bool isActing, JArray layers)
    {
        var regularIsPoints = isActing && group.Order == group.Degree && GSet.Points(group).IsTransitive;
        var (spaces, orders, sets) = (new List<FeatureSpace>(), new List<UnitOrder?>(), new Dictionary<string, GSet>(StringComparer.Ordinal));
        foreach (var layer in layers)
        {
            var entry = layer as JObject;
            if (entry?.Properties().FirstOrDefault(property => property.Name is not ("set" or "generators" or "order" or "scales")) is { } unknown)
            {
                throw JsonText.Mistake(unknown, $"a layer has no field {unknown.Name}; {Form}");
            }

            JToken named = entry is null ? layer : entry["set"] ?? entry["generators"] ?? throw JsonText.Mistake(entry, Form);
            JsonText.Located(named, () =>
            {
                if (named is JValue { Type: JTokenType.String })
                {
                    var text = (string)named!;
                    foreach (var space in FeatureSpace.ParseList(group, regularIsPoints ? text.Replace("regular", "points", StringComparison.Ordinal) : text))
                    {
                        sets.TryAdd(space.Set.Name, space.Set);
                        spaces.Add(new(sets[space.Set.Name], space.Channels));
                    }

                    return spaces.Count;
                }

                Permutation[] images = [.. (named as JArray ?? throw new FormatException(Form)).Select(list => Permutation.FromImages(Numbers(list).Select(image => image - 1)))];
                spaces.Add(new(GSet.FromGeneratorActions(group, FormattableString.Invariant($"units of state {spaces.Count}"), images), 1));
                return spaces.Count;
            });
            while (orders.Count < spaces.Count)
            {
                orders.Add(null);
            }

            if (entry?["order"] is { } order)
            {
                orders[^1] = JsonText.Located(order, () => new UnitOrder(Numbers(order).Select(unit => unit - 1), entry["scales"] is { } scales ? Scales(scales) : null));
            }
            else if (entry?["scales"] is { } alone)
            {
                throw JsonText.Mistake(alone, "scales need an order: which unit stands at each place");
            }
        }

        return (spaces, orders);
    }

    /// <summary>Writes a sidecar with the order of every hidden layer.</summary>
    public static string Write(EquivariantNetwork network, IReadOnlyList<UnitOrder> orders)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented };
        var names = new SetNames(network.States, GroupIdentity.AsRead(network.Group));
        json.WriteStartObject();
        json.WritePropertyName("group");
        json.WriteValue(network.Group.Name);
        json.WritePropertyName("axes");
        json.WriteValue(NetworkJson.AxesName(network.InputAxes.PointsBefore > 1 ? AxisOrder.PointChannel : AxisOrder.ChannelPoint));
        json.WritePropertyName("layers");
        json.WriteStartArray();
        for (var i = 0; i < orders.Count; i++)
        {
            var (order, set) = (orders[i], network.States[i].Set);
            var isHidden = i > 0 && i < orders.Count - 1;
            var isNamed = names.Explicit.All(named => !ReferenceEquals(named.Set, set));
            if (isNamed && !isHidden && order.IsPlain)
            {
                json.WriteValue(names.Of(network.States[i]));
                continue;
            }

            json.WriteStartObject();
            if (isNamed)
            {
                json.WritePropertyName("set");
                json.WriteValue(names.Of(network.States[i]));
            }
            else
            {
                json.WritePropertyName("generators");
                Row(json, set.GeneratorActions, action => Row(json, action.Images, image => json.WriteValue(image + 1)));
            }

            json.WritePropertyName("order");
            Row(json, order.Units, unit => json.WriteValue(unit + 1));
            if (!order.IsPlain)
            {
                json.WritePropertyName("scales");
                Row(json, order.Scales, scale => json.WriteValue(scale));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return text + "\n";
    }

    /// <summary>A list on one line.</summary>
    private static void Row<T>(JsonTextWriter json, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray();
        var before = json.Formatting;
        json.Formatting = Formatting.None;
        foreach (var value in values)
        {
            write(value);
        }

        json.WriteEndArray();
        json.Formatting = before;
    }

    private static IEnumerable<int> Numbers(JToken list) => (list as JArray ?? throw new FormatException("a list of numbers from 1 is needed"))
        .Select(entry => entry is JValue { Value: >= 1L and <= int.MaxValue } value ? (int)(long)value.Value : throw new FormatException("units and points are numbered from 1"));

    private static IEnumerable<double> Scales(JToken list) => (list as JArray ?? throw new FormatException("scales are a list of numbers"))
        .Select(entry => entry.Type is JTokenType.Integer or JTokenType.Float ? (double)entry : throw new FormatException("a scale is a number"));
}
