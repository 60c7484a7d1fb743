using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

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
    /// <param name="text">The document.</param>
    /// <param name="path">The name of its file, for messages; empty where it has none.</param>
    /// <exception cref="FormatException">The document has the wrong form, or the generators do not generate the group that is named; the message says file, line and field.</exception>
    public static NetworkSidecar Parse(string text, string path = "")
    {
        var root = JsonItem.ParseFile("sidecar file", path, text);
        var (name, layers) = (root["group"], root["layers"]);
        if (layers.Items().Count < 2 || layers.Items().Any(layer => layer.Kind is not (JsonKind.Text or JsonKind.Record)))
        {
            throw layers.Misfit("layers must be a list of two or more texts, such as [\"1*regular\", \"8*regular\"]");
        }

        AxisOrder? axes = root.Find("axes") is { } order ? order.Located(() => NetworkJson.ReadAxes(order.Text())) : null;
        var group = name.Located(() => GroupFile.ReadOrParse(name.Text()));
        var acting = root.Find("generators") is { } generators ? Regenerated(group, generators) : null;
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
            : !GroupIdentity.HasNotation(network.Group) ? null
            : SidecarLayers.Write(network, orders);
    }

    /// <summary>The sidecar that belongs to a network written as ONNX.</summary>
    /// <returns><c>null</c> if its group or one of its G-sets has no name that gives the same numbering back.</returns>
    public static string? TryWrite(EquivariantNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var names = new SetNames(network.States, GroupIdentity.AsRead(network.Group));
        if (names.Explicit.Count > 0 || !GroupIdentity.HasNotation(network.Group))
        {
            return null;
        }

        using var json = new JsonOutput(JsonLayout.Tight);
        json.Object(() =>
        {
            json.Field("group", GroupIdentity.NotationOf(network.Group));
            json.List("layers", network.States.Select(names.Of), json.Item);
        });
        return json.Finish();
    }

    private static FiniteGroup Regenerated(FiniteGroup named, JsonItem generators)
    {
        var images = generators.Permutations();
        return generators.Located(() => GroupIdentity.Acting(named, images.Count == 0 ? throw new FormatException("generators must be a list of image lists of the points from 1, such as [[2, 3, 1], [2, 1, 3]]") : images));
    }
}
