using Eqnn.Networks.Files;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

/// <summary>ONNX files as exporters write them (tests/cases/networks): the numbers of ONNX Runtime in the shape of the file, or a refusal that says why.</summary>
public sealed class NetworkCaseTests : IDisposable
{
    private const string Cases = "tests/cases/networks/";

    private readonly string _folder = Directory.CreateTempSubdirectory("eqnn-cases").FullName;

    public static TheoryData<string> Equal => [.. Named("equal")];

    public static TheoryData<string> Refused => [.. Named("refused")];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Equal))]
    public void Outputs_are_those_of_ONNX_Runtime_in_the_shape_of_the_file(string name)
    {
        var entry = Entry(name);
        var y = Path.Combine(_folder, "y.npy");
        var outcome = Tool.Run(["network", "eval", $"{Cases}{name}.onnx", $"{Cases}{name}.x.npy", "--out", y, .. entry["args"]?.Select(word => (string)word!) ?? []]);
        Assert.True(outcome.ExitCode == 0, outcome.Transcript);
        var (actual, wanted) = (NpyFile.Parse(File.ReadAllBytes(y)), NpyFile.Parse(File.ReadAllBytes(Path.Combine(Oracles.Repository(), $"{Cases}{name}.y.npy"))));
        Assert.Equal(wanted.Shape, actual.Shape);
        var tolerance = ((double?)entry["tolerance"] ?? 1e-5) * wanted.Values.Max(Math.Abs);
        Assert.All(wanted.Values.Zip(actual.Values), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_outside_the_model_is_refused_in_one_line(string name)
    {
        var outcome = Tool.Run("network", "import", $"{Cases}{name}.onnx");
        Assert.True(outcome.ExitCode == 2, outcome.Transcript);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
        Assert.Contains(Said[name], outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("average_pool", "perm:(1,3,5,7)(2,4,6,8)", "2*points,3*points,3*regular,1*trivial")]
    [InlineData("resize_nearest", "perm:(1,3,5,7)(2,4,6,8)", "1*points,3*regular,1*points")]
    public void Windows_are_equivariant_under_the_shifts_that_take_them_to_windows(string name, string group, string layers)
    {
        Assert.Equal(2, Tool.Run("network", "import", $"{Cases}{name}.onnx").ExitCode);
        var run = JObject.Parse(Tool.Run("network", "eval", $"{Cases}{name}.onnx", $"{Cases}{name}.x.npy", "--format", "json").Output);
        Assert.False((bool)run["equivariant"]!);
        var outcome = Tool.Run("network", "eval", $"{Cases}{name}.onnx", $"{Cases}{name}.x.npy", "--group", group, "--layers", layers, "--against", $"{Cases}{name}.y.npy", "--format", "json");
        Assert.True(outcome.ExitCode == 0, outcome.Transcript);
        var answer = JObject.Parse(outcome.Output);
        Assert.Null(answer["equivariant"]);
        Assert.True((double)answer["against"]!["difference"]! <= 1e-5 * (double)answer["against"]!["scale"]!);
    }

    [Fact]
    public void Two_outputs_are_both_named()
    {
        var outcome = Tool.Run("network", "import", Cases + "two_outputs.onnx");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("output, pooled", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("--output", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_before_a_refused_node_can_be_read()
    {
        var refusal = Tool.Run("network", "import", Cases + "layer_norm.onnx").Error;
        Assert.Contains("--until /Conv_12", refusal, StringComparison.Ordinal);
        var states = JObject.Parse(Tool.Run("network", "states", Cases + "layer_norm.onnx", "--until", "/Conv_12", "--format", "json").Output);
        Assert.Equal(["batch", "4", "8"], states["states"]![1]!["shape"]!.Select(n => (string)n!));
        Assert.Equal(0, Tool.Run("network", "import", Cases + "layer_norm.onnx", "--until", "/Conv_12", "--group", "C8", "--layers", "2*regular,4*regular").ExitCode);
    }

    [Fact]
    public void Arrays_of_another_shape_are_not_compared()
    {
        var outcome = Tool.Run("network", "eval", Cases + "axes_channels_in_points_out.onnx", Cases + "axes_channels_in_points_out.x.npy", "--against", Cases + "axes_square.y.npy");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("shape (2, 4, 4)", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_imported_network_keeps_the_axes_of_its_file()
    {
        var (net, y) = (Path.Combine(_folder, "net.json"), Path.Combine(_folder, "y.npy"));
        foreach (var name in new[] { "axes_square", "ambiguous_flat_output", "sequence_first", "batch_four_reshape", "average_pool" })
        {
            string[] spaces = name == "average_pool" ? ["--group", "perm:(1,3,5,7)(2,4,6,8)", "--layers", "2*points,3*points,3*regular,1*trivial"] : [];
            Assert.Equal(0, Tool.Run(["network", "import", $"{Cases}{name}.onnx", "--out", net, .. spaces]).ExitCode);
            Assert.Equal(0, Tool.Run("network", "eval", net, $"{Cases}{name}.x.npy", "--out", y).ExitCode);
            var (actual, wanted) = (NpyFile.Parse(File.ReadAllBytes(y)), NpyFile.Parse(File.ReadAllBytes(Path.Combine(Oracles.Repository(), $"{Cases}{name}.y.npy"))));
            Assert.Equal(wanted.Shape, actual.Shape);
            Assert.All(wanted.Values.Zip(actual.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * wanted.Values.Max(Math.Abs)));
        }
    }

    [Fact]
    public void Stated_axes_are_obeyed_and_the_refusal_names_those_that_fit()
    {
        var outcome = Tool.Run("network", "import", Cases + "ambiguous_hidden.onnx", "--axes", "batch,channel,point");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("with the axes batch,point,channel it is", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run("network", "import", Cases + "ambiguous_hidden.onnx", "--axes", "batch,point,channel").ExitCode);
    }

    [Fact]
    public void Weights_outside_the_folder_are_not_read()
    {
        var model = File.ReadAllBytes(Path.Combine(Oracles.Repository(), Cases + "extdata.onnx"));
        File.Copy(Path.Combine(Oracles.Repository(), Cases + "extdata.json"), Path.Combine(_folder, "extdata.json"));
        File.WriteAllBytes(Path.Combine(_folder, "extdata.onnx"), model);
        Assert.Contains("not there", Import(), StringComparison.Ordinal);
        var data = File.ReadAllBytes(Path.Combine(Oracles.Repository(), Cases + "extdata.onnx.data"));
        File.WriteAllBytes(Path.Combine(_folder, "extdata.onnx.data"), data[..^4]);
        Assert.Contains("bytes", Import(), StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder, "extdata.onnx.data"));
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(_folder, "extdata.onnx.data"), Path.Combine(Oracles.Repository(), Cases + "extdata.onnx.data"));
            Assert.Contains("leads out of the folder", Import(), StringComparison.Ordinal);
        }

        string Import()
        {
            var outcome = Tool.Run("network", "import", Path.Combine(_folder, "extdata.onnx"));
            Assert.True(outcome.ExitCode == 2, outcome.Transcript);
            return outcome.Error;
        }
    }

    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["off_by_one_version_2_4"] = "layer 1, generator 1",
        ["batch_mean_subtracted"] = "node /ReduceMean_1 (ReduceMean) mixes the samples of a batch",
        ["batch_mean_two_channels"] = "node /ReduceMean_1 (ReduceMean) mixes the samples of a batch",
        ["signed_permutation"] = "signed permutations; features here are functions on G-sets",
        ["reduce_max"] = "node /ReduceMax_5 (ReduceMax) takes the largest of several entries",
        ["attention"] = "node /MatMul_8 (MatMul) multiplies two values that both depend on the input",
        ["layer_norm"] = "node /LayerNormalization_14 (LayerNormalization) divides by a norm of several entries",
    };

    private static IEnumerable<string> Named(string expect) => All().Where(entry => (string)entry["expect"]! == expect).Select(entry => (string)entry["name"]!);

    private static JToken Entry(string name) => All().First(entry => (string)entry["name"]! == name);

    private static JArray All() => JToken.Parse(File.ReadAllText(Path.Combine(Oracles.Repository(), Cases + "cases.json"))) switch
    {
        JArray list => list,
        var named => (JArray)named["cases"]!,
    };
}
