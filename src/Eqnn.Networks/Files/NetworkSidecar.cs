using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Files;

/// <summary>What an ONNX file does not say: the group, the G-set with channels of every layer, the order of axes (docs/networks.md#sidecar).</summary>
public sealed class NetworkSidecar
{
    private NetworkSidecar(IReadOnlyList<FeatureSpace> spaces, AxisOrder axes)
    {
        Spaces = spaces;
        Axes = axes;
    }

    /// <summary>The features of the input and of every layer.</summary>
    public IReadOnlyList<FeatureSpace> Spaces { get; }

    /// <summary>The order of axes where the shapes leave it open.</summary>
    public AxisOrder Axes { get; }

    /// <summary>A sidecar of given spaces.</summary>
    public static NetworkSidecar Of(IReadOnlyList<FeatureSpace> spaces, AxisOrder axes = AxisOrder.ChannelPoint)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        return new(spaces, axes);
    }

    /// <summary>Reads the document <c>{"group", "layers", "axes", "generators"}</c>; other fields are left alone.</summary>
    /// <remarks>
    /// With <c>generators</c> (image lists from 1) the model numbers its points in its own way: then <c>points</c>, and <c>regular</c> where the action is regular, are the set on which these act.
    /// </remarks>
    /// <exception cref="FormatException">The document has the wrong form, or the generators do not generate the group that is named.</exception>
    public static NetworkSidecar Parse(string text)
    {
        var root = JsonText.Parse(text) as JObject ?? throw new FormatException("a sidecar file is an object with group and layers");
        if (root["group"] is not JValue { Type: JTokenType.String } name)
        {
            throw new FormatException("the field group must be the name of a group, such as \"C8\"");
        }

        if (root["layers"] is not JArray { Count: > 1 } layers || layers.Any(layer => layer.Type != JTokenType.String))
        {
            throw new FormatException("the field layers must be a list of two or more texts, such as [\"1*regular\", \"8*regular\"]");
        }

        var axes = root["axes"] switch
        {
            null => AxisOrder.ChannelPoint,
            JValue { Type: JTokenType.String } value => NetworkJson.ReadAxes((string)value!),
            _ => throw new FormatException("the field axes must be text"),
        };
        var group = FiniteGroup.Parse((string)name!);
        var list = string.Join(',', layers.Select(layer => (string)layer!));
        return root["generators"] is { } generators
            ? new(ParseOn(Regenerated(group, generators), list), axes)
            : new(FeatureSpace.ParseList(group, list), axes);
    }

    private static IReadOnlyList<FeatureSpace> ParseOn(FiniteGroup group, string list) => FeatureSpace.ParseList(
        group, group.Order == group.Degree && GSet.Points(group).IsTransitive ? list.Replace("regular", "points", StringComparison.Ordinal) : list);

    private static FiniteGroup Regenerated(FiniteGroup named, JToken generators)
    {
        if (generators is not JArray { Count: > 0 } lists || lists.Any(list => list is not JArray row || row.Any(image => image.Type != JTokenType.Integer)))
        {
            throw new FormatException("the field generators must be a list of image lists, such as [[2, 3, 1], [2, 1, 3]]");
        }

        try
        {
            List<Permutation> images = [.. lists.Select(list => Permutation.FromImages(list.Select(image => checked((int)image - 1))))];
            var group = FiniteGroup.FromGenerators(named.Name, images[0].Degree, images);
            return group.Order == named.Order
                ? group
                : throw new FormatException($"the generators generate a group of order {group.Order}, {named.Name} has order {named.Order}");
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException)
        {
            throw new FormatException($"generators: {problem.Message}", problem);
        }
    }
}
