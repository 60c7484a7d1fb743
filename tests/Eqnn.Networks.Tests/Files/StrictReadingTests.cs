using Eqnn.Algebra.Groups;
using Eqnn.Networks.Files;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Xunit;

namespace Eqnn.Networks.Tests.Files;

/// <summary>Network files and sidecars are JSON to the letter, with the fields that are read and no others; a refusal names file, line, character and field.</summary>
public sealed class StrictReadingTests
{
    private static readonly string Text = NetworkJson.Write(RandomNetwork.Of(FeatureSpace.ParseList(FiniteGroup.Parse("C4"), "1*regular,2*regular,1*trivial"), Activation.Relu));

    [Theory]
    [InlineData("\"format\"", "'format'", "line 2, character 3: not JSON: ")]
    [InlineData("\"eqnn-network-1\",", "\"eqnn-network-1\", // a remark", "line 2, character 31: not JSON: ")]
    [InlineData("\"activation\": \"relu\",", "\"activation\": NaN,", "not JSON: a value is a number")]
    [InlineData("\"states\": [", "\"states\": [,", "not JSON: ")]
    [InlineData("\"axes\":", "\"axes\": \"batch,point,channel\", \"axes\":", "the key \"axes\" occurs twice")]
    [InlineData("\"axes\":", "\"axis\":", "there is no field \"axis\" here; the fields are format, group, axes")]
    [InlineData("\"bias\":", "\"biases\":", "field layers[0]: there is no field \"biases\" here; the fields are activation, bias, terms")]
    [InlineData("\"state\": 0", "\"state\": 0, \"weight\": [1]", "field layers[0].terms[0]: there is no field \"weight\" here; the fields are state, weights")]
    [InlineData("\"state\": 0", "\"state\": 7", "field layers[0].terms[0]: layer 1, term 1: state must be a number from 0 to 0")]
    [InlineData("\"group\": \"C4\"", "\"group\": \"C4x\"", "line 3, character 12: field group: group 'C4x'")]
    public void A_changed_network_file_is_refused_at_its_place(string from, string to, string said)
    {
        var at = Text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);
        var refused = Assert.Throws<AlgebraFormatException>(() => NetworkJson.Read(Text[..at] + to + Text[(at + from.Length)..], null, "net.json"));
        Assert.StartsWith("network file net.json, line ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Numbers_that_stand_twice_and_sets_that_nobody_names_are_refused()
    {
        const string Head = "{\"format\": \"eqnn-network-1\", \"group\": \"C2\", \"states\": [\"regular\", \"regular\"], ";
        var refused = Assert.Throws<AlgebraFormatException>(() => NetworkJson.Read(Head + "\"layers\": [{\"terms\": [{\"state\": 0, \"weights\": {\"count\": 2, \"nonzero\": [[1, 5], [1, 6]]}}]}]}", null, "net.json"));
        Assert.Contains("field layers[0].terms[0].weights.nonzero[1]: layer1_term1: nonzero names position 1 twice", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<AlgebraFormatException>(() => NetworkJson.Read(Head + "\"sets\": {\"X1\": [[2, 1]]}, \"layers\": [{\"terms\": [{\"state\": 0, \"weights\": [3, 4]}]}]}", null, "net.json"));
        Assert.Contains("field sets.X1: no state names the set X1", refused.Message, StringComparison.Ordinal);
        byte[] archive = [.. NpzFile.ToBytes(new Dictionary<string, NpyFile> { ["layer1_term1"] = new([1, 1, 2], [1, 2]), ["layer1_bias"] = new([1, 1], [0]) })];
        refused = Assert.Throws<AlgebraFormatException>(() => NetworkJson.ReadWithWeights(Head + "\"weights\": \"net.npz\", \"layers\": [{\"terms\": [{\"state\": 0, \"weights\": [3, 4]}]}]}", archive, "net.json"));
        Assert.Contains("field layers[0].terms[0].weights: layer1_term1: numbers stand here and in the file of the weights", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comma_behind_the_last_field_is_refused()
    {
        var refused = Assert.Throws<AlgebraFormatException>(() => NetworkJson.Read(Text.TrimEnd()[..^1].TrimEnd() + ",\n}", null, "net.json"));
        Assert.Contains("not JSON: a value is expected here", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"group": "C4", "layers": ["1*regular", {"set": "1*regular", "units": [1]}]}""", "line 1, character 71: field layers[1]: there is no field \"units\" here; the fields are set, generators, order, scales")]
    [InlineData("""{"group": "C4", "layers": ["1*regular", {"set": "1*regular", "order": [2, 1]}]}""", "field layers[1].order: the order names 2 units, 1*regular has 4")]
    [InlineData("""{"group": "C4", "layers": ["1*regular"]}""", "field layers: layers must be a list of two or more texts")]
    [InlineData("""{"group": "C4", "layers": ["1*regular", "1*regular",]}""", "not JSON: a value is expected here")]
    [InlineData("""{"group": "C4", "axes": "channel", "layers": ["1*regular", "1*regular"]}""", "field axes: axes 'channel' are neither")]
    public void A_wrong_sidecar_is_refused_at_its_place(string text, string said)
    {
        var refused = Assert.Throws<AlgebraFormatException>(() => NetworkSidecar.Parse(text, "model.json"));
        Assert.StartsWith("sidecar file model.json", refused.Message, StringComparison.Ordinal);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What programs write beside: docs/networks.md#sidecar.</summary>
    [Fact]
    public void A_sidecar_may_say_more_than_is_read() => Assert.Equal(2, NetworkSidecar.Parse("""{"group": "C4", "layers": ["1*regular", "2*regular"], "equivariant": true}""").Spaces.Count);
}
