using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.Networks;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Simples;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Networks;

/// <summary>What several reports on networks say in the same way.</summary>
internal static class NetworkShapes
{
    /// <summary>The heading and the facts of a network.</summary>
    public static void Describe(Page page, EquivariantNetwork network, string what)
    {
        page.Heading($"{what}: {network.Group.Name}, order {Order(network)}");
        page.Fact("layers", States(network));
        page.Fact("activations", string.Join(", ", network.Layers.Select(layer => layer.Activation.ToString())));
        page.Fact("parameters", $"{network.ParameterCount} of {network.DenseParameterCount} of dense layers");
        foreach (var note in network.Notes)
        {
            page.Fact("note", note);
        }
    }

    /// <summary>The heading, the facts and the fields of a network.</summary>
    public static void Describe(Outline outline, EquivariantNetwork network, string what)
    {
        outline.OnPage(page => Describe(page, network, what));
        outline.InDocument(json => WriteJson(json, network));
    }

    /// <summary>The distances of an import, part by part, and its notes.</summary>
    public static void Describe(Outline outline, OnnxImport import)
    {
        outline.Records("distances", "distances", import.Distances, columns => columns
            .Left("layer", distance => distance.Layer).Fields((json, distance) => json.Field("layer", distance.Layer))
            .Left("from", distance => distance.State < 0 ? "bias" : NetworkShapes.State(distance.State)).Fields((json, distance) => json.Field("part", distance.State < 0 ? "bias" : "weight"))
            .Fields((json, distance) =>
            {
                if (distance.State >= 0)
                {
                    json.Field("state", distance.State);
                }
            })
            .Measured("distance", "distance", distance => distance.Distance, Numeric.Bound)
            .Measured("largest entry", "scale", distance => distance.Scale, Numeric.Short)
            .Right("relative", distance => Numeric.Bound(distance.Relative))
            .Fields((json, distance) =>
            {
                json.Field("generator", distance.Generator);
                json.Field("row", distance.Row);
                json.Field("column", distance.Column);
                json.Field("complete", distance.Complete);
            }));
        outline.Row("notes", import.Notes);
    }

    /// <summary>What was read otherwise than it is written.</summary>
    public static void Notes(Outline outline, IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
        {
            outline.Fact("note", note);
        }

        outline.Row("notes", notes);
    }

    /// <summary>How many simples there are and how they were found, and the list of them.</summary>
    public static void Simples(Outline outline, NetworkSimples simples)
    {
        outline.Fact("simples", $"{simples.All.Count}, by {simples.Origin}");
        outline.InDocument(json => Simples(json, simples));
    }

    /// <summary>The states of a network one after another.</summary>
    public static string States(EquivariantNetwork network) => string.Join(" -> ", network.States.Select(state => state.ToString()));

    /// <summary>A state by its number: the input, or the outputs of a layer.</summary>
    public static string State(int state) => state == 0 ? "input" : FormattableString.Invariant($"layer {state}");

    /// <summary><c>"simples": [{label, dimension, endomorphisms, kernelOrder}]</c> and how they were found.</summary>
    public static void Simples(JsonOutput json, NetworkSimples simples)
    {
        json.Field("simplesBy", simples.Origin);
        json.Records("simples", simples.All, simple =>
        {
            json.Field("label", simple.Label);
            json.Field("dimension", simple.Dimension);
            json.Field("endomorphisms", simple.EndomorphismDimension);
            json.Field("kernelOrder", simple.KernelOrder);
        });
    }

    /// <summary>The order of the group; n! for large symmetric groups, whose digits would fill a page.</summary>
    private static string Order(EquivariantNetwork network)
    {
        var (order, degree) = (network.Group.Order, network.Group.Degree);
        if (order < BigInteger.Pow(10, 30))
        {
            return order.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var factorial = Enumerable.Range(1, degree).Aggregate(BigInteger.One, (product, n) => product * n);
        return order == factorial ? FormattableString.Invariant($"{degree}!")
            : order * 2 == factorial ? FormattableString.Invariant($"{degree}!/2")
            : FormattableString.Invariant($"about 10^{Math.Floor(BigInteger.Log10(order)):0}");
    }

    /// <summary><c>"network": {group, states, axes, activations, parameters, denseParameters}</c>, with <c>notes</c> if there are any.</summary>
    public static void WriteJson(JsonOutput json, EquivariantNetwork network) => json.Object("network", () =>
    {
        json.Record("group", () =>
        {
            json.Field("name", network.Group.Name);
            json.Field("order", network.Group.Order);
        });
        json.Row("states", network.States.Select(state => state.ToString()));
        json.Field("axes", Eqnn.Networks.Files.NetworkJson.AxesName(network.Axes));
        json.Row("activations", network.Layers.Select(layer => layer.Activation.ToString()));
        json.Field("parameters", (BigInteger)network.ParameterCount);
        json.Field("denseParameters", (BigInteger)network.DenseParameterCount);
        if (network.Notes.Count > 0)
        {
            json.Row("notes", network.Notes);
        }
    });
}
