using Eqnn.Networks.Files;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

/// <summary>The commands on networks: files in, files out, and one line for whatever does not fit.</summary>
public sealed class NetworkCommandTests : IDisposable
{
    private const string Onnx = "tests/oracles/networks/onnx/";

    private readonly string _folder = Directory.CreateTempSubdirectory("eqnn-networks").FullName;

    public static TheoryData<string> Models => ["c8_conv", "c12_conv_tanh", "torus10_conv", "s20_deepsets", "d6_polygon_dense", "s3_regular_dense_elu"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Models))]
    public void An_imported_model_computes_what_PyTorch_computed(string name)
    {
        var (net, y) = (At("net.json"), At("y.npy"));
        Answered("import", $"{Onnx}{name}.onnx", "--out", net, "--npz");
        Answered("eval", net, $"{Onnx}{name}.x.npy", "--out", y);
        var (actual, wanted) = (NpyFile.Parse(File.ReadAllBytes(y)), NpyFile.Parse(File.ReadAllBytes(Path.Combine(Oracles.Repository(), $"{Onnx}{name}.y.npy"))));
        Assert.True(actual.IsFloat32);
        var largest = wanted.Values.Max(Math.Abs);
        Assert.Equal(wanted.Values.Count, actual.Values.Count);
        Assert.All(wanted.Values.Zip(actual.Values), pair => Assert.Equal(pair.First, pair.Second, 4e-6 * largest));
        var direct = JObject.Parse(Answered("eval", $"{Onnx}{name}.onnx", $"{Onnx}{name}.x.npy", "--precision", "float64", "--threads", "2", "--against", $"{Onnx}{name}.y.npy", "--format", "json"));
        Assert.True((double)direct["against"]!["difference"]! < 4e-6 * largest);
        Assert.True((bool)JObject.Parse(Answered("check", net, "--format", "json"))["equivariant"]!);
    }

    [Fact]
    public void A_broken_weight_is_named_and_refused()
    {
        var refusal = Refused("import", $"{Onnx}d6_polygon_broken.onnx", "--out", At("net.json"));
        Assert.Contains("layer 2, generator 2, weight row 3, column 5 (from 0) is off by 0.01 (", refusal, StringComparison.Ordinal);
        Assert.False(File.Exists(At("net.json")));
        var check = JObject.Parse(Answered("check", $"{Onnx}d6_polygon_broken.onnx", "--format", "json"));
        Assert.False((bool)check["equivariant"]!);
        Assert.Equal((2, 3, 5), ((int)check["worst"]!["layer"]!, (int)check["worst"]!["row"]!, (int)check["worst"]!["column"]!));
        Assert.Equal(0.01, (double)check["worst"]!["off"]!, 1e-6);
        Answered("import", $"{Onnx}d6_polygon_broken.onnx", "--tolerance", "0.1");
    }

    [Fact]
    public void A_random_network_is_the_same_twice_and_equivariant()
    {
        string[] words = ["random", "--group", "C4xC6", "--layers", "2*regular,3*regular,3*regular,1*trivial", "--residual", "--support", "3", "--seed", "5", "--out"];
        Answered([.. words, At("a.json")]);
        Answered([.. words, At("b.json")]);
        Assert.Equal(File.ReadAllBytes(At("a.json")), File.ReadAllBytes(At("b.json")));
        var network = NetworkJson.Read(File.ReadAllText(At("a.json")));
        Assert.Equal([1, 2, 1], network.Layers.Select(layer => layer.Terms.Count));
        Assert.Equal(9, Enumerable.Range(0, 24).Count(orbital => network.Layers[0].Terms[0].Map[0, 0, orbital] != 0));
        Assert.True((double)JObject.Parse(Answered("check", At("a.json"), "--format", "json"))["measured"]!["relative"]! < 1e-12);
    }

    [Theory]
    [InlineData("C8")]
    [InlineData("C16")]
    public void A_plan_can_be_forced(string group)
    {
        Answered("random", "--group", group, "--on", "regular", "--channels", "1,2,1", "--out", At("net.json"));
        foreach (var plan in new[] { "dense", "fourier" })
        {
            var plans = JObject.Parse(Answered("plan", At("net.json"), "--plan", plan, "--format", "json"))["plans"]!;
            Assert.All(plans, row => Assert.StartsWith(plan, (string)row["oneSample"]!, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Measurements_name_every_plan_that_fits()
    {
        var rows = JObject.Parse(Answered("bench", "docs/examples/c8.json", "--batch", "1,4", "--seconds", "0.01", "--format", "json"))["measurements"]!;
        Assert.Contains("fourier", rows.Select(row => (string)row["plan"]!));
        Assert.All(rows, row => Assert.True((double)row["error"]! < 2e-6));
        Assert.Equal([1, 4], rows.Select(row => (int)row["batch"]!).Distinct());
    }

    /// <summary>The fields of the contract, in their order; docs/cli.md#json.</summary>
    [Theory]
    [InlineData("import tests/oracles/networks/onnx/c8_conv.onnx", "tolerance,distances,notes")]
    [InlineData("states tests/oracles/networks/onnx/c8_conv.onnx", "producer,producerVersion,outputs,states")]
    [InlineData("check docs/examples/c8.json", "equivariant,tolerance,measured")]
    [InlineData("check tests/oracles/networks/onnx/d6_polygon_broken.onnx", "equivariant,tolerance,worst,distances,notes,measured")]
    [InlineData("eval docs/examples/c8.json tests/oracles/networks/onnx/c8_conv.x.npy", "shape,precision,outputs")]
    [InlineData("eval tests/oracles/networks/onnx/c8_conv.onnx tests/oracles/networks/onnx/c8_conv.x.npy --against tests/oracles/networks/onnx/c8_conv.y.npy", "shape,precision,against,outputs")]
    [InlineData("random --group C8 --on regular --channels 1,2,1", "")]
    [InlineData("plan docs/examples/c8.json", "plans")]
    [InlineData("bench docs/examples/c8.json --batch 1 --seconds 0.01", "precision,threads,measurements")]
    [InlineData("decompose docs/examples/c8.json", "simplesBy,simples,maps")]
    [InlineData("explain docs/examples/c8.json --samples 2", "simplesBy,simples,inputs,samples,states,transfers")]
    [InlineData("reach docs/examples/c8.json", "simplesBy,simples,reach")]
    [InlineData("compress docs/examples/c8.json --normal 2", "subgroupOrder,originalParameters,difference,orbitOfPoint")]
    [InlineData("cut docs/examples/c8.json --keep L0,L1", "kept,keptParameters,removedShare,exact,inputs,meanChange,largestChange")]
    public void Json_has_the_fields_of_the_contract(string words, string fields)
    {
        var document = JObject.Parse(Answered([.. words.Split(' '), "--format", "json"]));
        Assert.Equal([.. words.StartsWith("states", StringComparison.Ordinal) ? Array.Empty<string>() : ["network"], .. fields.Split(',', StringSplitOptions.RemoveEmptyEntries), .. words.StartsWith("states", StringComparison.Ordinal) ? Array.Empty<string>() : ["producer"]], Fields(document));
        Has("network", "group,states,axes,activations,parameters,denseParameters" + (words.Contains("c8_conv.onnx", StringComparison.Ordinal) ? ",notes" : ""));
        Has("network.group", "name,order");
        Has("distances[0]", "layer,part,generator,row,column,distance,scale,complete,state", isOrdered: false);
        Has("worst", "layer,generator,row,column,off,distance,relative");
        Has("measured", "samples,elements,relative");
        Has("against", "file,difference,scale");
        Has("plans[0]", "layer,state,oneSample,blocks");
        Has("measurements[0]", "batch,plan,microseconds,calls,error");
        Has("simples[0]", "label,dimension,endomorphisms,kernelOrder");
        Has("maps[0]", "layer,state,source,target,weights,denseWeights,norm,energy,rank,blocks");
        Has("maps[0].blocks[0]", "simple,rows,columns,parameters,energy,rank,singularValues");
        Has("states[0]", words.StartsWith("states", StringComparison.Ordinal) ? "value,shape,from,node" : "state,features,energies,effective,capacities,possible,silent,unread,byChannel");
        Has("transfers[0]", "layer,activation,simples,energies,forbidden,largestForbiddenAmplitude,joint,totals");
        Has("reach[0]", "from,states");
        Has("reach[0].states[0]", "state,possible,theseWeights,populated");

        void Has(string path, string wanted, bool isOrdered = true)
        {
            if (document.SelectToken(path) is { } record)
            {
                var found = Fields(record);
                Assert.Equal(isOrdered ? wanted.Split(',') : wanted.Split(',').Where(field => field != "state" || (string?)record["part"] == "weight").Order(), isOrdered ? found : found.Order());
            }
        }

        static IEnumerable<string> Fields(JToken record) => ((JObject)record).Properties().Select(property => property.Name);
    }

    [Fact]
    public void A_compressed_network_agrees_on_invariant_inputs()
    {
        Answered("random", "--group", "C12", "--layers", "2*regular,3*regular,3*regular,1*trivial", "--residual", "--seed", "3", "--out", At("net.json"));
        foreach (var (normal, period) in new[] { ("2", 6), ("order:3", 4), ("(1,4,7,10)(2,5,8,11)(3,6,9,12)", 3) })
        {
            Answered("compress", At("net.json"), "--normal", normal, "--out", At("small.json"));
            double[] small = [.. Enumerable.Range(0, 2 * period).Select(i => Math.Sin(i + 1))];
            File.WriteAllBytes(At("small.npy"), [.. new NpyFile([1, 2, period], small).ToBytes(asFloat32: false)]);
            File.WriteAllBytes(At("large.npy"), [.. new NpyFile([1, 2, 12], Enumerable.Range(0, 24).Select(i => small[(i / 12 * period) + (i % period)])).ToBytes(asFloat32: false)]);
            Answered("eval", At("small.json"), At("small.npy"), "--out", At("y.npy"));
            var outcome = JObject.Parse(Answered("eval", At("net.json"), At("large.npy"), "--against", At("y.npy"), "--format", "json"));
            Assert.True((double)outcome["against"]!["difference"]! < 1e-12);
        }

        Assert.Contains("no normal subgroup of order 5", Refused("compress", At("net.json"), "--normal", "order:5"), StringComparison.Ordinal);
        Assert.Contains("numbered from 1", Refused("compress", At("net.json"), "--normal", "99"), StringComparison.Ordinal);
        Answered("random", "--group", "S3", "--on", "regular", "--channels", "1,1", "--out", At("s3.json"));
        Assert.Contains("not a normal subgroup", Refused("compress", At("s3.json"), "--normal", "(1,2)"), StringComparison.Ordinal);
        Refused("compress", At("s3.json"), "--normal", "(1,2");
    }

    [Fact]
    public void A_cut_to_what_is_there_changes_nothing()
    {
        var change = JObject.Parse(Answered("cut", "docs/examples/c8.json", "--keep", "L0,L1,L2", "--out", At("cut.json"), "--format", "json"));
        Assert.False((bool)change["exact"]!);
        Assert.True((double)change["largestChange"]! > 0.01);
        var again = JObject.Parse(Answered("cut", At("cut.json"), "--keep", "L0,L1,L2,L3,L4", "--format", "json"));
        Assert.True((bool)again["exact"]!);
        Assert.Equal(0, (double)again["largestChange"]!);
        Assert.Equal(0, JObject.Parse(Answered("cut", At("cut.json"), "--keep", "low:2", "--format", "json"))["removedShare"]!.Value<double>(), 1e-25);
        Assert.Contains("L9", Refused("cut", At("cut.json"), "--keep", "L9"), StringComparison.Ordinal);
        Refused("cut", At("cut.json"), "--keep", "L0", "--layer", "9");
        Refused("cut", "docs/examples/cloud1000.json", "--keep", "low:2");
    }

    [Fact]
    public void An_explanation_is_text_json_and_a_page()
    {
        var json = JObject.Parse(Answered("explain", $"{Onnx}c8_conv.onnx", $"{Onnx}c8_conv.x.npy", "--html", At("report.html"), "--format", "json"));
        Assert.Equal(4, (int)json["samples"]!);
        Assert.Equal(["L0", "L1", "L2", "L3", "L4"], json["simples"]!.Select(simple => (string)simple["label"]!));
        Assert.Equal(11, json["transfers"]![0]!["forbidden"]!.Count());
        Assert.True((double)json["transfers"]![0]!["largestForbiddenAmplitude"]! < 1e-10);
        var page = File.ReadAllText(At("report.html"));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("forbidden by the theorem", page, StringComparison.Ordinal);
        Assert.Equal(Answered("explain", "docs/examples/c8.json", "--seed", "3"), Answered("explain", "docs/examples/c8.json", "--seed", "3"));
        Refused("explain", "docs/examples/c8.json", $"{Onnx}s20_deepsets.x.npy");
        Refused("explain", "docs/examples/c8.json", "--html", At("none/report.html"));
        Refused("reach", "docs/examples/c8.json", "--from", "L7");
        Refused("reach", "docs/examples/image32.json");
    }

    [Fact]
    public void A_large_set_without_structure_is_a_limit_with_exit_code_3()
    {
        Answered("random", "--group", "D800", "--on", "regular", "--channels", "1,1", "--out", At("net.json"));
        var outcome = Tool.Run("network", "decompose", At("net.json"));
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("1500", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net.npz")]
    [InlineData("net.NPZ")]
    public void The_weights_beside_a_network_never_take_its_place(string name)
    {
        File.WriteAllText(At(name), "mine");
        var refusal = Refused("random", "--group", "C8", "--on", "regular", "--channels", "1,1", "--npz", "--out", At(name));
        Assert.Contains("--npz", refusal, StringComparison.Ordinal);
        Assert.Contains("net.json", refusal, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(At(name)));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Weights_beside_nothing_are_refused() =>
        Assert.Contains("--out net.json --npz", Refused("random", "--group", "C8", "--on", "regular", "--channels", "1,1", "--npz"), StringComparison.Ordinal);

    [Theory]
    [InlineData("from 1 to 256", "eval", "docs/examples/c8.json", Onnx + "c8_conv.x.npy", "--threads", "257")]
    [InlineData("from 1 to 256", "bench", "docs/examples/c8.json", "--threads", "0")]
    [InlineData("from 1 to 100000", "explain", "docs/examples/c8.json", "--samples", "100001")]
    [InlineData("from 1 to 100000", "cut", "docs/examples/c8.json", "--keep", "L0", "--samples", "0")]
    [InlineData("from 1 to 100000", "reach", "docs/examples/c8.json", "--samples", "999999999999")]
    public void A_number_out_of_its_range_is_refused_with_the_range(string range, params string[] words) => Assert.Contains(range, Refused(words), StringComparison.Ordinal);

    [Fact]
    public void An_option_that_does_not_exist_is_not_taken_for_an_array()
    {
        Assert.Contains("unknown option '--input' of network eval", Refused("eval", "docs/examples/c8.json", "--input", Onnx + "c8_conv.x.npy"), StringComparison.Ordinal);
        Assert.Contains("unknown option '--input' of network eval", Refused("eval", "docs/examples/c8.json", "--input"), StringComparison.Ordinal);
        Assert.Contains("no such file: --input", Refused("eval", "docs/examples/c8.json", "--", "--input"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_do_not_fit_are_refused_in_one_line()
    {
        var model = File.ReadAllBytes(Path.Combine(Oracles.Repository(), Onnx + "c8_conv.onnx"));
        File.WriteAllBytes(At("cut.onnx"), model[..(model.Length / 2)]);
        File.WriteAllText(At("foreign.onnx"), "PNG, or something else entirely");
        File.WriteAllText(At("empty.onnx"), "");
        string[] c8 = ["--group", "C8", "--layers", "1*regular,6*regular,6*regular,1*regular"];
        Assert.Contains("cut.onnx", Refused(["import", At("cut.onnx"), .. c8]), StringComparison.Ordinal);
        Refused(["import", At("foreign.onnx"), .. c8]);
        Refused(["import", At("empty.onnx"), .. c8]);
        Assert.Contains("no such file", Refused(["import", At("none.onnx"), .. c8]), StringComparison.Ordinal);
        Assert.Contains("cut off", Refused("import", At("cut.onnx")), StringComparison.Ordinal);
        File.WriteAllBytes(At("alone.onnx"), model);
        Assert.Contains("ONNX carries no group", Refused("import", At("alone.onnx")), StringComparison.Ordinal);
        Assert.Contains("3 layers", Refused("import", Onnx + "c8_conv.onnx", "--group", "C8", "--layers", "1*regular,6*regular,1*regular"), StringComparison.Ordinal);
        Assert.Contains("5*regular", Refused("import", Onnx + "c8_conv.onnx", "--group", "C8", "--layers", "1*regular,5*regular,6*regular,1*regular"), StringComparison.Ordinal);
        Refused("import", Onnx + "c8_conv.onnx", "--group", "C7", "--layers", "1*regular,6*regular,6*regular,1*regular");
        Refused("import", Onnx + "c8_conv.onnx", "--group", "Cx", "--layers", "1*regular,6*regular");
        Refused("import", Onnx + "c8_conv.onnx", "--layers", "1*regular,6*regular");
        Refused("import", Onnx + "c8_conv.onnx", "--tolerance", "much");

        var text = File.ReadAllText(Path.Combine(Oracles.Repository(), "docs/examples/c8.json"));
        foreach (var (from, to, said) in new[]
        {
            ("\"bias\": [-0.035402678795165635", "\"bias\": [NaN", "not JSON: a value is a number"),
            ("\"weights\": [0.3078757023350092,", "\"weights\": [", "24 weights, not 23"),
            ("3*regular\",\"1*regular", "3*regular", "states"),
            ("\"relu\"", "\"relux\"", "relux"),
            ("\"state\": 0", "\"state\": 7", "state must be a number from 0 to 0"),
            ("eqnn-network-1", "eqnn-network-9", "no network file"),
            ("\"C8\"", "\"C8x\"", "C8x"),
        })
        {
            var changed = text.Replace(from, to, StringComparison.Ordinal);
            Assert.NotEqual(text, changed);
            File.WriteAllText(At("bad.json"), changed);
            Assert.Contains(said, Refused("check", At("bad.json")), StringComparison.Ordinal);
        }

        File.WriteAllText(At("half.json"), text[..(text.Length / 2)]);
        Refused("check", At("half.json"));
        File.WriteAllText(At("comma.json"), "{\"format\":\n  x}");
        Assert.Contains("line 2, character 3", Refused("check", At("comma.json")), StringComparison.Ordinal);
        File.WriteAllText(At("letter.json"), "x");
        Assert.Contains("letter.json: not JSON", Refused("check", At("letter.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bench")]
    [InlineData("check")]
    [InlineData("compress")]
    [InlineData("cut")]
    [InlineData("decompose")]
    [InlineData("discover")]
    [InlineData("eval")]
    [InlineData("explain")]
    [InlineData("export")]
    [InlineData("import")]
    [InlineData("plan")]
    [InlineData("reach")]
    [InlineData("restrict")]
    [InlineData("states")]
    [InlineData("symmetry")]
    public void A_file_that_is_not_there_is_said_before_options_that_are_missing_or_wrong(string command)
    {
        string[] wrong = command is "states" ? ["--until", "nowhere"] : ["--group", "nonsense"];
        Assert.Contains("no such file: none.onnx", Refused(command, "none.onnx"), StringComparison.Ordinal);
        Assert.Contains("no such file: none.onnx", Refused([command, "none.onnx", .. wrong]), StringComparison.Ordinal);
        Assert.Contains($"{_folder} is a folder, not a file", Refused(command, _folder), StringComparison.Ordinal);
        File.WriteAllText(At("text.onnx"), "something else");
        if (command is not ("compress" or "discover" or "eval" or "restrict" or "symmetry"))
        {
            Assert.Contains("this is no ONNX model", Refused([command, At("text.onnx"), .. wrong]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_file_is_looked_for_before_anything_is_computed()
    {
        const string c8 = Onnx + "c8_conv.onnx";
        Assert.Contains("no such file: none.npz", Refused("eval", c8, "none.npz:x", "--group", "nonsense"), StringComparison.Ordinal);
        Assert.Contains("no such file: none.npy", Refused("check", c8, "none.npy", "--tolerance", "much"), StringComparison.Ordinal);
        Assert.Contains("--against: no such file: none.npy", Refused("eval", c8, Onnx + "c8_conv.x.npy", "--against", "none.npy", "--group", "nonsense"), StringComparison.Ordinal);
        Assert.Contains("--labels: no such file: none.npy", Refused("explain", c8, Onnx + "c8_conv.x.npy", "--labels", "none.npy", "--tolerance", "much"), StringComparison.Ordinal);
        Assert.Contains("--sidecar: no such file: none.json", Refused("import", c8, "--sidecar", "none.json", "--tolerance", "much"), StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_files_name_line_and_field()
    {
        var text = File.ReadAllText(Path.Combine(Oracles.Repository(), "docs/examples/c8.json"));
        foreach (var (from, to, said) in new[]
        {
            ("\"C8\"", "\"\\ud800\"", "line 3, character 12: field group: "),
            ("\"relu\"", "5", "activation: a text is expected"),
            ("\"state\": 0", "\"state\": 99999999999999999999", "field layers[0].terms[0]"),
            ("\"terms\": [", "\"terms\": 5, \"more\": [", "field layers[0]: layer 1 must be an object"),
            ("\"axes\":", "\"axes\": \"batch,point,channel\", \"axes\":", "axes"),
            ("1*regular", "1*regulas", "field states"),
            ("\"relu\"", "'relu'", "not JSON: a value is a number"),
            ("\"axes\":", "\"axis\":", "there is no field \"axis\" here"),
        })
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            File.WriteAllText(At("bad.json"), text[..at] + to + text[(at + from.Length)..]);
            var refusal = Refused("check", At("bad.json"));
            Assert.Contains(said, refusal, StringComparison.Ordinal);
            Assert.Contains("bad.json", refusal, StringComparison.Ordinal);
            Assert.DoesNotContain("Int32", refusal, StringComparison.Ordinal);
            Assert.DoesNotContain("Parameter", refusal, StringComparison.Ordinal);
        }

        foreach (var (sidecar, said) in new[]
        {
            ("{\"group\": \"C8x\", \"layers\": [\"1*regular\", \"1*regular\"]}", "field group"),
            ("{\"group\": \"C8\", \"layers\": [\"1*regular\", \"1*regulas\"]}", "field layers"),
            ("{\"group\": \"C8\", \"layers\": [\"1*regular\", \"\\udfff\"]}", "field layers"),
            ("{\"group\": \"C8\", \"layers\": [\"1*regular\", \"1*regular\"], \"generators\": [[1, 2, 99999999999]]}", "field generators"),
            ("{\"group\": \"C8\",\n \"axes\": 5, \"layers\": [\"1*regular\", \"1*regular\"]}", "line 2, character 10: field axes: a text is expected"),
        })
        {
            File.WriteAllText(At("side.json"), sidecar);
            var refusal = Refused("import", Onnx + "c8_conv.onnx", "--sidecar", At("side.json"));
            Assert.Contains(said, refusal, StringComparison.Ordinal);
            Assert.Contains("side.json", refusal, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Weights_of_another_network_are_refused()
    {
        string[] words = ["random", "--group", "C8", "--on", "regular", "--channels", "1,3,1", "--npz", "--seed"];
        Answered([.. words, "1", "--out", At("a.json")]);
        Answered([.. words, "2", "--out", At("b.json")]);
        Answered("check", At("a.json"));
        File.Copy(At("b.npz"), At("a.npz"), overwrite: true);
        Assert.Contains("a.npz is not the weight file with which this document was written", Refused("check", At("a.json")), StringComparison.Ordinal);

        // What is wrong in the weights names the document with its field, and the file of the weights.
        File.WriteAllText(At("a.json"), string.Join('\n', File.ReadAllLines(At("a.json")).Where(line => !line.Contains("weightsDigest", StringComparison.Ordinal))));
        File.WriteAllText(At("a.npz"), "no archive");
        var refusal = Refused("check", At("a.json"));
        Assert.Contains("a.json, line ", refusal, StringComparison.Ordinal);
        Assert.Contains("field weights: a.npz: this is no .npz file", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_goes_out_as_ONNX_and_comes_back()
    {
        foreach (var name in new[] { "c8", "image32", "cloud1000" })
        {
            var net = $"docs/examples/{name}.json";
            Answered("export", net, "--onnx", At("model.onnx"), "--safetensors", At("weights.safetensors"));
            Answered("import", At("model.onnx"), "--out", At("back.json"));
            var (wanted, met) = (NetworkJson.Read(File.ReadAllText(Path.Combine(Oracles.Repository(), net))), NetworkJson.Read(File.ReadAllText(At("back.json"))));
            Assert.All(wanted.Layers[0].Terms[0].Map.Weights.Zip(met.Layers[0].Terms[0].Map.Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
            Assert.Equal(wanted.Layers[0].Terms[0].Map.Weights, SafetensorsFile.Parse(File.ReadAllBytes(At("weights.safetensors")))["layer1_term1"].Values);
        }

        Assert.Contains("--onnx FILE or --safetensors FILE", Refused("export", "docs/examples/c8.json"), StringComparison.Ordinal);
        Refused("export", "docs/examples/c8.json", "--onnx", At("none/model.onnx"));
        Assert.Contains("which is the network itself", Refused("export", "docs/examples/c8.json", "--onnx", "docs/examples/c8.onnx"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_a_subgroup_computes_the_same()
    {
        Answered("restrict", "docs/examples/c8.json", "--to", "(1,3,5,7)(2,4,6,8)", "--out", At("small.json"));
        Answered("eval", "docs/examples/c8.json", Onnx + "c8_conv.x.npy", "--precision", "float64", "--out", At("y.npy"));
        var outcome = JObject.Parse(Answered("eval", At("small.json"), Onnx + "c8_conv.x.npy", "--precision", "float64", "--against", At("y.npy"), "--format", "json"));
        Assert.True((double)outcome["against"]!["difference"]! < 1e-12);
        Assert.Contains("--to", Refused("restrict", "docs/examples/c8.json", "--to", "(1,2)"), StringComparison.Ordinal);
        Assert.Contains("--simple", Refused("cut", "docs/examples/c8.json"), StringComparison.Ordinal);
        Assert.Equal(["L0", "L1", "L3", "L4"], JObject.Parse(Answered("cut", "docs/examples/c8.json", "--simple", "L2", "--layer", "2", "--format", "json"))["kept"]!.Select(label => (string)label!));
    }

    [Fact]
    public void Too_many_weights_are_a_limit_at_once()
    {
        var outcome = Tool.Run("network", "random", "--group", "S1000", "--on", "points", "--channels", "10000,10000");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("weights of a linear map", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_of_archives_are_named()
    {
        var (x, y) = (NpyFile.Parse(File.ReadAllBytes(Path.Combine(Oracles.Repository(), Onnx + "c8_conv.x.npy"))), NpyFile.Parse(File.ReadAllBytes(Path.Combine(Oracles.Repository(), Onnx + "c8_conv.y.npy"))));
        File.WriteAllBytes(At("data.npz"), [.. NpzFile.ToBytes(new Dictionary<string, NpyFile> { ["inputs"] = x, ["outputs"] = y })]);
        Answered("eval", Onnx + "c8_conv.onnx", At("data.npz:inputs"), "--against", At("data.npz:outputs"));
        Assert.Contains("name one of them", Refused("eval", Onnx + "c8_conv.onnx", At("data.npz")), StringComparison.Ordinal);
        Assert.Contains("inputs, outputs", Refused("eval", Onnx + "c8_conv.onnx", At("data.npz:other")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_repair_of_borders_is_said_wherever_it_was_made()
    {
        const string Model = Onnx + "c8_conv.onnx";
        string[][] commands =
        [
            ["import", Model], ["eval", Model, Onnx + "c8_conv.x.npy"], ["check", Model], ["check", Model, Onnx + "c8_conv.x.npy"], ["decompose", Model], ["explain", Model, "--html", At("page.html")], ["reach", Model, "--from", "L1"],
            ["plan", Model], ["compress", Model, "--normal", "2"], ["cut", Model, "--keep", "L0,L1"], ["restrict", Model, "--to", "order:4"], ["export", Model, "--onnx", At("out.onnx")], ["bench", Model, "--batch", "1", "--seconds", "0.01"],
            ["discover", Model, "--group", "C8", "--on", "regular"], ["symmetry", Model, "--group", "C8", "--on", "regular"],
        ];
        Assert.Empty(CommandList.All.Where(command => command.Name.StartsWith("network ", StringComparison.Ordinal)).Select(command => command.Name[8..]).Except(commands.Select(words => words[0]).Concat(["random", "states"])));
        foreach (var words in commands)
        {
            Assert.Contains("one place off as PyTorch 1.x exports it", Answered(words), StringComparison.Ordinal);
            Assert.Contains("one place off as PyTorch 1.x exports it", Answered([.. words, "--format", "json"]), StringComparison.Ordinal);
        }

        Assert.Contains("one place off as PyTorch 1.x exports it", File.ReadAllText(At("page.html")), StringComparison.Ordinal);
        Answered("import", Onnx + "c8_conv.onnx", "--out", At("net.json"));
        Assert.Contains("one place off", Answered("eval", At("net.json"), Onnx + "c8_conv.x.npy"), StringComparison.Ordinal);
        Assert.DoesNotContain("one place off", Answered("check", Onnx + "s20_deepsets.onnx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused_in_one_line()
    {
        const string net = "docs/examples/c8.json";
        var good = new NpyFile([2, 1, 8], Enumerable.Range(0, 16).Select(i => (double)i)).ToBytes(asFloat32: false).ToArray();
        File.WriteAllBytes(At("good.npy"), good);
        Answered("eval", net, At("good.npy"));
        File.WriteAllBytes(At("short.npy"), [.. new NpyFile([2, 1, 7], new double[14]).ToBytes(asFloat32: true)]);
        Assert.Contains("shape (2, 1, 7)", Refused("eval", net, At("short.npy")), StringComparison.Ordinal);
        File.WriteAllBytes(At("cut.npy"), good[..^5]);
        Refused("eval", net, At("cut.npy"));
        File.WriteAllBytes(At("order.npy"), Changed(good, "'fortran_order': False", "'fortran_order': True "));
        Answered("eval", net, At("order.npy"));
        File.WriteAllBytes(At("type.npy"), Changed(good, "<f8", "<c8"));
        Assert.Contains("<c8", Refused("eval", net, At("type.npy")), StringComparison.Ordinal);
        File.WriteAllBytes(At("nan.npy"), [.. new NpyFile([1, 1, 8], Enumerable.Repeat(double.NaN, 8)).ToBytes(asFloat32: false)]);
        Assert.Contains("NaN", Refused("eval", net, At("nan.npy")), StringComparison.Ordinal);
        File.WriteAllText(At("text.npy"), "1 2 3");
        Refused("eval", net, At("text.npy"));
        Refused("eval", net, At("good.npy"), "--plan", "magic");
        Refused("eval", net, At("good.npy"), "--precision", "float16");
        Refused("eval", net, At("good.npy"), "--group", "C8");
    }

    private static byte[] Changed(byte[] file, string from, string to)
    {
        var text = System.Text.Encoding.Latin1.GetString(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return System.Text.Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static string Answered(params string[] words)
    {
        var outcome = Tool.Run(["network", .. words]);
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        return outcome.Output;
    }

    private static string Refused(params string[] words)
    {
        var outcome = Tool.Run(["network", .. words]);
        Assert.True(outcome.ExitCode == 2, outcome.Transcript);
        Assert.Equal("", outcome.Output);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
        return outcome.Error;
    }

    private string At(string name) => Path.Combine(_folder, name);
}
