using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Groups;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Files;

/// <summary>What an ONNX file does not say: the group, the G-set with channels of every layer, the order of axes (docs/networks.md#sidecar).</summary>
public sealed class NetworkSidecar
{
    private NetworkSidecar(IReadOnlyList<FeatureSpace> spaces, AxisOrder? axes, IReadOnlyList<UnitOrder?>? orders = null)
    {
        Spaces = spaces;
        Axes = axes;
        Orders = orders ?? [];
    }

    /// <summary>The features of the input and of every layer.</summary>
    public IReadOnlyList<FeatureSpace> Spaces { get; }

    /// <summary>The order of axes where the shapes leave it open; <c>null</c> if the sidecar does not say it.</summary>
    public AxisOrder? Axes { get; }

    /// <summary>For each state which unit of the file stands at each place, where the sidecar says it; <c>null</c> for the others.</summary>
    public IReadOnlyList<UnitOrder?> Orders { get; }

    /// <summary>A sidecar of given spaces.</summary>
    public static NetworkSidecar Of(IReadOnlyList<FeatureSpace> spaces, AxisOrder? axes = null)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        return new(spaces, axes);
    }

    /// <summary>The same with an order of axes.</summary>
    public NetworkSidecar WithAxes(AxisOrder axes) => new(Spaces, axes, Orders);

    /// <summary>Reads the document <c>{"group", "layers", "axes", "generators"}</c>; other fields are left alone.</summary>
    /// <remarks>
    /// A layer is a text such as <c>"8*regular"</c>, or an object <c>{"set": "8*regular", "order": [...], "scales": [...]}</c>: which unit of the file (from 1) stands at each place, channel by channel, and by what it is larger; in place of <c>set</c> there may be
    /// <c>generators</c>, for each generator of the group the images of all units.
    /// With <c>generators</c> (image lists from 1) the model numbers its points in its own way: then <c>points</c>, and <c>regular</c> where the action is regular, are the set on which these act.
    /// </remarks>
    /// <exception cref="FormatException">The document has the wrong form, or the generators do not generate the group that is named.</exception>
    public static NetworkSidecar Parse(string text)
    {
        var root = JsonText.Parse(text) as JObject ?? throw new FormatException("a sidecar file is an object with group and layers");
        if (root["group"] is not JValue { Type: JTokenType.String } name)
        {
            throw JsonText.Mistake(root["group"] ?? root, "group must be the name of a group, such as \"C8\"");
        }

        if (root["layers"] is not JArray { Count: > 1 } layers || layers.Any(layer => layer.Type is not (JTokenType.String or JTokenType.Object)))
        {
            throw JsonText.Mistake(root["layers"] ?? root, "layers must be a list of two or more texts, such as [\"1*regular\", \"8*regular\"]");
        }

        AxisOrder? axes = root["axes"] switch
        {
            null => null,
            JValue { Type: JTokenType.String } value => JsonText.Located(value, () => NetworkJson.ReadAxes((string)value!)),
            var other => throw JsonText.Mistake(other, "axes must be text"),
        };
        var group = JsonText.Located(name, () => GroupFile.ReadOrParse((string)name!));
        var acting = root["generators"] is { } generators ? Regenerated(group, generators) : null;
        var read = SidecarLayers.Read(acting ?? group, acting is not null, layers);
        return new(read.Spaces, axes, read.Orders);
    }

    /// <summary>The sidecar with which an ONNX file is read as a network whose units stand in another order there.</summary>
    /// <param name="network">The network.</param>
    /// <param name="orders">For each state which unit of the file stands at each place.</param>
    /// <returns><c>null</c> if the group has no name that gives it back.</returns>
    /// <exception cref="ArgumentException">There is not one order for each state.</exception>
    public static string? TryWrite(EquivariantNetwork network, IReadOnlyList<UnitOrder> orders)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(orders);
        return orders.Count != network.States.Count ? throw new ArgumentException(FormattableString.Invariant($"{orders.Count} orders for {network.States.Count} states"), nameof(orders))
            : GroupIdentity.TryFindNamed(network.Group.Name, network.Group.Degree, network.Group.Generators) is null ? null
            : SidecarLayers.Write(network, orders);
    }

    /// <summary>The sidecar that belongs to a network written as ONNX.</summary>
    /// <returns><c>null</c> if its group or one of its G-sets has no name that gives the same numbering back.</returns>
    public static string? TryWrite(EquivariantNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var names = new SetNames(network.States, GroupIdentity.AsRead(network.Group));
        if (names.Explicit.Count > 0 || GroupIdentity.TryFindNamed(network.Group.Name, network.Group.Degree, network.Group.Generators) is null)
        {
            return null;
        }

        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new Newtonsoft.Json.JsonTextWriter(text) { Formatting = Newtonsoft.Json.Formatting.Indented };
        json.WriteStartObject();
        json.WritePropertyName("group");
        json.WriteValue(network.Group.Name);
        json.WritePropertyName("layers");
        json.WriteStartArray();
        foreach (var state in network.States)
        {
            json.WriteValue(names.Of(state));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return text + "\n";
    }

    private static FiniteGroup Regenerated(FiniteGroup named, JToken generators)
    {
        if (generators is not JArray { Count: > 0 } lists || lists.Any(list => list is not JArray row || row.Any(image => image is not JValue { Value: >= 1L and <= int.MaxValue })))
        {
            throw JsonText.Mistake(generators, "generators must be a list of image lists of the points from 1, such as [[2, 3, 1], [2, 1, 3]]");
        }

        return JsonText.Located(generators, () =>
        {
            List<Permutation> images = [.. lists.Select(list => Permutation.FromImages(list.Select(image => (int)image - 1)))];
            var group = FiniteGroup.FromGenerators(named.Name, images[0].Degree, images);
            return group.Order == named.Order
                ? group
                : throw new ArgumentException($"the generators generate a group of order {group.Order}, {named.Name} has order {named.Order}");
        });
    }
}
