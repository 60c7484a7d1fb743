using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Networks.Files;
using Eqnn.Networks.Onnx;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Testing;
using NJsonSchema;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Tests.Files;

/// <summary>The published schemas hold for every file that is written or read here, and refuse what the readers refuse.</summary>
public sealed class FileSchemaTests
{
    private static readonly Lazy<JsonSchema> NetworkSchema = new(() => Schema("network-1"));
    private static readonly Lazy<JsonSchema> SidecarSchema = new(() => Schema("sidecar-1"));

    public static TheoryData<string, string> Kinds => Networks.Kinds;

    public static TheoryData<string> Sidecars => [.. Oracles.Files(Path.Combine("networks", "onnx")).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Fact]
    public void Examples_fit()
    {
        var files = Directory.GetFiles(Path.Combine(Oracles.Repository(), "docs", "examples"), "*.json");
        var networks = files.Where(file => JToken.Parse(File.ReadAllText(file)) is JObject root && root.ContainsKey("layers")).ToList(); // Pictures are lists, groups have matrices.
        Assert.Contains(networks, file => Path.GetFileName(file) == "image32.json");
        Assert.All(networks, file => Assert.Empty(Faults(NetworkSchema, File.ReadAllText(file))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Random_networks_fit_with_weights_inside_and_outside(string group, string layers)
    {
        foreach (var activation in Activation.Known.Select(activation => activation.Name).Append("leaky-relu:1E-05").Append("elu:-2.5").Append("hardtanh:-1/2,3").Append("pl:(-1,0) (0,0) (1,2)").Append("poly:t^3 - 1/2 t"))
        {
            var network = Networks.Random(group, layers, activation);
            AssertFits(network);
        }

        var residual = RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse(group), layers), new RandomNetworkOptions { Residual = true, Bias = false, Axes = AxisOrder.PointChannel });
        AssertFits(residual);
    }

    [Fact]
    public void Residual_sums_fit()
    {
        var network = RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse("C8"), "2*regular,2*regular,2*regular"), new RandomNetworkOptions { Residual = true });
        Assert.All(network.Layers, layer => Assert.Equal(2, layer.Terms.Count));
        AssertFits(network);
    }

    [Fact]
    public void Sets_without_a_notation_fit()
    {
        var group = FiniteGroup.Parse("S3");
        var own = GSet.FromGeneratorActions(group, "own", GSet.Parse(group, "points").GeneratorActions);
        var network = RandomNetwork.Of([new(own, 1), new(own, 2), new(GSet.Regular(group), 1)], Activation.Relu);
        Assert.Equal(["X1"], ((JObject)JObject.Parse(NetworkJson.Write(network))["sets"]!).Properties().Select(set => set.Name));
        AssertFits(network);
    }

    [Theory]
    [MemberData(nameof(Sidecars))]
    public void Sidecars_and_what_is_imported_with_them_fit(string name)
    {
        var text = File.ReadAllText(Oracles.File("networks", Path.Combine("onnx", name + ".json")));
        Assert.Empty(Faults(SidecarSchema, text));
        var sidecar = NetworkSidecar.Parse(text);
        AssertFits(OnnxImport.Project(Networks.Onnx(name), sidecar.Spaces, sidecar.Axes).Network);
    }

    [Theory]
    [InlineData("format", null)]
    [InlineData("format", "\"eqnn-network-2\"")]
    [InlineData("format", "1")]
    [InlineData("group", null)]
    [InlineData("group", "8")]
    [InlineData("group.degree", null)]
    [InlineData("group.degree", "\"6\"")]
    [InlineData("group.generators", null)]
    [InlineData("group.generators[0][0]", "0")]
    [InlineData("group.generators[0]", "\"(1,2)\"")]
    [InlineData("axes", "\"channel,point\"")]
    [InlineData("axes", "1")]
    [InlineData("states", null)]
    [InlineData("states", "\"1*regular\"")]
    [InlineData("states", "[\"1*points\"]")]
    [InlineData("states[0]", "1")]
    [InlineData("states[0]", "\"1*@set.json\"")]
    [InlineData("sets", "[]")]
    [InlineData("sets", "{\"Y1\": []}")]
    [InlineData("sets", "{\"X1\": [[\"1\"]]}")]
    [InlineData("weights", "1")]
    [InlineData("layers", null)]
    [InlineData("layers", "{}")]
    [InlineData("layers[0]", "1")]
    [InlineData("layers[0].activation", "\"reul\"")]
    [InlineData("layers[0].activation", "\"relu:2\"")]
    [InlineData("layers[0].activation", "0")]
    [InlineData("layers[0].bias", "0.5")]
    [InlineData("layers[0].bias[0]", "\"0.5\"")]
    [InlineData("layers[0].terms", null)]
    [InlineData("layers[0].terms", "[]")]
    [InlineData("layers[0].terms[0].state", null)]
    [InlineData("layers[0].terms[0].state", "-1")]
    [InlineData("layers[0].terms[0].state", "\"0\"")]
    [InlineData("layers[0].terms[0].weights", null)]
    [InlineData("layers[0].terms[0].weights", "1")]
    [InlineData("layers[0].terms[0].weights[0]", "null")]
    [InlineData("layers[0].terms[0].weights", "{\"count\": 18}")]
    [InlineData("layers[0].terms[0].weights", "{\"nonzero\": []}")]
    [InlineData("layers[0].terms[0].weights", "{\"count\": 18, \"nonzero\": [[0, 1.5]]}")]
    [InlineData("layers[0].terms[0].weights", "{\"count\": 18, \"nonzero\": [[1]]}")]
    [InlineData("layers[0].terms[0].weights", "{\"count\": 18, \"nonzero\": [[1, \"1.5\"]]}")]
    [InlineData("layers[0].terms[0].weights", "{\"count\": 18, \"nonzero\": [[1, 1.5, 2]]}")]
    public void A_broken_network_file_is_refused_as_the_reader_refuses_it(string where, string? becomes)
    {
        var whole = NetworkJson.Write(Numbered());
        Assert.Empty(Faults(NetworkSchema, whole));
        var broken = Changed(whole, where, becomes);
        Assert.NotEmpty(Faults(NetworkSchema, broken));
        Assert.ThrowsAny<FormatException>(() => NetworkJson.Read(broken));
    }

    [Theory]
    [InlineData("comment")]
    [InlineData("layers[0].activaton")]
    [InlineData("layers[0].terms[0].weight")]
    public void A_misspelt_field_of_a_network_file_is_found(string where) => Assert.NotEmpty(Faults(NetworkSchema, Changed(NetworkJson.Write(Numbered()), where, "\"relu\"")));

    [Theory]
    [InlineData("group", null)]
    [InlineData("group", "6")]
    [InlineData("layers", null)]
    [InlineData("layers", "\"1*points\"")]
    [InlineData("layers", "[\"1*points\"]")]
    [InlineData("layers[1]", "4")]
    [InlineData("axes", "\"points first\"")]
    [InlineData("axes", "[\"batch\"]")]
    [InlineData("generators", "[]")]
    [InlineData("generators", "\"(1,2)\"")]
    [InlineData("generators[0]", "2")]
    [InlineData("generators[0][0]", "0")]
    [InlineData("generators[0][0]", "\"2\"")]
    public void A_broken_sidecar_is_refused_as_the_reader_refuses_it(string where, string? becomes)
    {
        var whole = File.ReadAllText(Oracles.File("networks", Path.Combine("onnx", "d6_polygon_dense.json")));
        var broken = Changed(whole, where, becomes);
        Assert.NotEmpty(Faults(SidecarSchema, broken));
        Assert.ThrowsAny<FormatException>(() => NetworkSidecar.Parse(broken));
    }

    private static void AssertFits(EquivariantNetwork network)
    {
        Assert.Empty(Faults(NetworkSchema, NetworkJson.Write(network)));
        Assert.Empty(Faults(NetworkSchema, NetworkJson.WriteWithWeights(network, "net.npz").Document));
    }

    /// <summary>A network whose group is written out, because the points have other numbers than those of S3.</summary>
    private static EquivariantNetwork Numbered()
    {
        var group = FiniteGroup.FromGenerators("S3", 3, [Permutation.Parse("(1,3)", 3), Permutation.Parse("(2,3)", 3)]);
        return RandomNetwork.Of(FeatureSpace.ParseList(group, "1*points,3*points,1*points"), Activation.Relu);
    }

    private static string Changed(string text, string where, string? becomes)
    {
        var root = JObject.Parse(text);
        if (root.SelectToken(where) is not { } token)
        {
            var dot = where.LastIndexOf('.');
            var parent = (JObject)root.SelectToken(dot < 0 ? "$" : where[..dot])!;
            parent[where[(dot + 1)..]] = JToken.Parse(becomes!);
        }
        else if (becomes is null)
        {
            token.Parent!.Remove();
        }
        else
        {
            token.Replace(JToken.Parse(becomes));
        }

        return root.ToString();
    }

    private static JsonSchema Schema(string name) =>
        JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Oracles.Repository(), "docs", "schema", name + ".schema.json"))).GetAwaiter().GetResult();

    private static IEnumerable<string> Faults(Lazy<JsonSchema> schema, string text) => schema.Value.Validate(text).Select(fault => fault.ToString());
}
