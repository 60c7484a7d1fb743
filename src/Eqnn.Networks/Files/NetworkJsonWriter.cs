using System.Globalization;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json;

namespace Eqnn.Networks.Files;

/// <summary>Writes what <see cref="NetworkJsonReader"/> reads.</summary>
internal static class NetworkJsonWriter
{
    /// <summary>The document, with the weights inside or in a file beside it.</summary>
    public static string Write(EquivariantNetwork network, string? weightFile, string? digest)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        Field(json, "format", NetworkJson.FormatName);
        json.WritePropertyName("group");
        WriteGroup(json, network.Group);
        Field(json, "axes", NetworkJson.AxesName(network.Axes));
        WriteAxes(json, "inputAxes", network.InputAxes, SampleAxes.Of(network.Input, network.Axes));
        WriteAxes(json, "outputAxes", network.OutputAxes, SampleAxes.Of(network.Output, network.Axes));
        if (network.Notes.Count > 0)
        {
            json.WritePropertyName("notes");
            json.WriteStartArray();
            foreach (var note in network.Notes)
            {
                json.WriteValue(note);
            }

            json.WriteEndArray();
        }

        json.WritePropertyName("states");
        var names = new SetNames(network.States, GroupIdentity.AsRead(network.Group));
        OnOneLine(json, () => json.WriteStartArray(), () =>
        {
            foreach (var state in network.States)
            {
                json.WriteValue(names.Of(state));
            }

            json.WriteEndArray();
        });
        if (names.Explicit.Count > 0)
        {
            WriteSets(json, names.Explicit);
        }

        if (weightFile is not null)
        {
            Field(json, "weights", weightFile);
            Field(json, "weightsDigest", digest!);
        }

        json.WritePropertyName("layers");
        json.WriteStartArray();
        for (var i = 0; i < network.Layers.Count; i++)
        {
            WriteLayer(json, network.Layers[i], weightFile is not null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return text + "\n";
    }

    /// <summary>The axes of an array, where they are not those of the order of axes.</summary>
    private static void WriteAxes(JsonTextWriter json, string name, SampleAxes axes, SampleAxes usual)
    {
        if (axes.Equals(usual))
        {
            return;
        }

        json.WritePropertyName(name);
        OnOneLine(json, json.WriteStartObject, () =>
        {
            json.WritePropertyName("lengths");
            json.WriteStartArray();
            foreach (var n in axes.Lengths)
            {
                json.WriteValue(n);
            }

            json.WriteEndArray();
            json.WritePropertyName("batch");
            json.WriteValue(axes.BatchAxis + 1);
            if (axes.Join != BatchJoin.None)
            {
                Field(json, "join", axes.Join == BatchJoin.WithNext ? "next" : "previous");
            }

            json.WritePropertyName("pointsBefore");
            json.WriteValue(axes.PointsBefore);
            json.WriteEndObject();
        });
    }

    private static void WriteGroup(JsonTextWriter json, FiniteGroup group)
    {
        if (GroupIdentity.TryFindNamed(group.Name, group.Degree, group.Generators) is not null)
        {
            json.WriteValue(group.Name);
            return;
        }

        json.WriteStartObject();
        Field(json, "name", group.Name);
        json.WritePropertyName("degree");
        json.WriteValue(group.Degree);
        json.WritePropertyName("generators");
        json.WriteStartArray();
        WriteImages(json, group.Generators);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteImages(JsonTextWriter json, IEnumerable<Permutation> permutations)
    {
        foreach (var permutation in permutations)
        {
            OnOneLine(json, json.WriteStartArray, () =>
            {
                foreach (var image in permutation.Images)
                {
                    json.WriteValue(image + 1);
                }

                json.WriteEndArray();
            });
        }
    }

    private static void WriteSets(JsonTextWriter json, IEnumerable<(string Name, GSet Set)> sets)
    {
        json.WritePropertyName("sets");
        json.WriteStartObject();
        foreach (var (name, set) in sets)
        {
            json.WritePropertyName(name);
            json.WriteStartArray();
            WriteImages(json, set.GeneratorActions);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLayer(JsonTextWriter json, NetworkLayer layer, bool outside)
    {
        json.WriteStartObject();
        Field(json, "activation", layer.Activation.ToString());
        if (!outside)
        {
            json.WritePropertyName("bias");
            WriteNumbers(json, layer.Bias);
        }

        json.WritePropertyName("terms");
        json.WriteStartArray();
        foreach (var term in layer.Terms)
        {
            json.WriteStartObject();
            json.WritePropertyName("state");
            json.WriteValue(term.State);
            if (!outside)
            {
                json.WritePropertyName("weights");
                WriteWeights(json, term.Map.Weights);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Field(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    /// <summary>All weights, or where at most a quarter of them is not zero those alone with their positions.</summary>
    private static void WriteWeights(JsonTextWriter json, IReadOnlyList<double> weights)
    {
        var present = weights.Count(weight => weight != 0);
        if (weights.Count < 64 || present * 4 > weights.Count)
        {
            WriteNumbers(json, weights);
            return;
        }

        OnOneLine(json, json.WriteStartObject, () =>
        {
            json.WritePropertyName("count");
            json.WriteValue(weights.Count);
            json.WritePropertyName("nonzero");
            json.WriteStartArray();
            for (var i = 0; i < weights.Count; i++)
            {
                if (weights[i] != 0)
                {
                    json.WriteStartArray();
                    json.WriteValue(i + 1);
                    json.WriteValue(weights[i]);
                    json.WriteEndArray();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteNumbers(JsonTextWriter json, IEnumerable<double> values) => OnOneLine(json, json.WriteStartArray, () =>
    {
        foreach (var value in values)
        {
            json.WriteValue(value);
        }

        json.WriteEndArray();
    });

    private static void OnOneLine(JsonTextWriter json, Action open, Action rest)
    {
        open();
        json.Formatting = Formatting.None;
        rest();
        json.Formatting = Formatting.Indented;
    }
}
