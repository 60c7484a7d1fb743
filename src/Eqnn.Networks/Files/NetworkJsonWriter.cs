using Eqnn.Algebra.Groups;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Networks.Files;

/// <summary>Writes what <see cref="NetworkJsonReader"/> reads.</summary>
internal static class NetworkJsonWriter
{
    /// <summary>The document, with the weights inside or in a file beside it.</summary>
    public static string Write(EquivariantNetwork network, string? weightFile, string? digest)
    {
        using var json = new JsonOutput(JsonLayout.Tight);
        json.Object(() =>
        {
            json.Field("format", NetworkJson.FormatName);
            WriteGroup(json, network.Group);
            json.Field("axes", NetworkJson.AxesName(network.Axes));
            WriteAxes(json, "inputAxes", network.InputAxes, SampleAxes.Of(network.Input, network.Axes));
            WriteAxes(json, "outputAxes", network.OutputAxes, SampleAxes.Of(network.Output, network.Axes));
            if (network.Notes.Count > 0)
            {
                json.List("notes", network.Notes, json.Item);
            }

            var names = new SetNames(network.States, GroupIdentity.AsRead(network.Group));
            json.Row("states", network.States.Select(names.Of));
            if (names.Explicit.Count > 0)
            {
                json.Object("sets", () =>
                {
                    foreach (var (name, set) in names.Explicit)
                    {
                        json.Permutations(name, set.GeneratorActions);
                    }
                });
            }

            if (weightFile is not null)
            {
                json.Field("weights", weightFile);
                json.Field("weightsDigest", digest);
            }

            json.List("layers", network.Layers, layer => json.Object(() => WriteLayer(json, layer, weightFile is not null)));
        });
        return json.Finish();
    }

    /// <summary>The axes of an array, where they are not those of the order of axes.</summary>
    private static void WriteAxes(JsonOutput json, string name, SampleAxes axes, SampleAxes usual)
    {
        if (axes.Equals(usual))
        {
            return;
        }

        json.Record(name, () =>
        {
            json.Row("lengths", axes.Lengths);
            json.Field("batch", axes.BatchAxis + 1);
            if (axes.Join != BatchJoin.None)
            {
                json.Field("join", axes.Join == BatchJoin.WithNext ? "next" : "previous");
            }

            json.Field("pointsBefore", axes.PointsBefore);
        });
    }

    private static void WriteGroup(JsonOutput json, FiniteGroup group)
    {
        if (GroupIdentity.HasNotation(group))
        {
            json.Field("group", GroupIdentity.NotationOf(group));
            return;
        }

        json.Object("group", () =>
        {
            json.Field("name", GroupIdentity.NotationOf(group));
            json.Field("degree", group.Degree);
            json.Permutations("generators", group.Generators);
        });
    }

    private static void WriteLayer(JsonOutput json, NetworkLayer layer, bool outside)
    {
        json.Field("activation", layer.Activation.ToString());
        if (!outside)
        {
            json.MeasuredRow("bias", layer.Bias);
        }

        json.List("terms", layer.Terms, term => json.Object(() =>
        {
            json.Field("state", term.State);
            if (!outside)
            {
                WriteWeights(json, term.Map.Weights);
            }
        }));
    }

    /// <summary>All weights, or where at most a quarter of them is not zero those alone with their positions.</summary>
    private static void WriteWeights(JsonOutput json, IReadOnlyList<double> weights)
    {
        var present = weights.Count(weight => weight != 0);
        if (weights.Count < 64 || present * 4 > weights.Count)
        {
            json.MeasuredRow("weights", weights);
            return;
        }

        json.Record("weights", () =>
        {
            json.Field("count", weights.Count);
            json.List("nonzero", Enumerable.Range(0, weights.Count).Where(i => weights[i] != 0), i => json.Row<Action>([() => json.Item(i + 1), () => json.Measured(weights[i])], write => write()));
        });
    }
}
