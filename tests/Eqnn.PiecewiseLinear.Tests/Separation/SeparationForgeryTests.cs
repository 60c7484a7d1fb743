using System.Text.Json.Nodes;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Certificates;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Separation;

/// <summary>Every check of a separation certificate meets a document in which exactly that is false; seals are put right, so that they are not what refuses it.</summary>
public sealed class SeparationForgeryTests
{
    public static TheoryData<string, string, string> Forgeries => new()
    {
        { "separated", "outputs[0][0] 7", "outputs[0][0]" },
        { "separated", "outputs[1][0] 9", "outputs[1][0]" },
        { "separated", "separated false", "network" },
        { "separated", "network.layers[0].weights[0].weight 1/2", "network.layers[0].weights[0].weight" },
        { "separated", "network.layers[0].weights[0].pair[1] 9", "network.layers[0].weights[0].pair[1]" },
        { "separated", "network.layers[0].weights[0].from 2", "network.layers[0].weights[0].from" },
        { "separated", "sets[1].generators[0][0] 2", "sets[1].generators[0]" },
        { "separated", "network.activation.below 1", "network.activation" },
        { "points", "point 1", "point" },
        { "separated", "biases false", "network.layers[0].biases" },
        { "equal", "colours[0][0][0] 2", "colours[0]" },
        { "equal", "colours[1][1][0] 2", "colours[1][1][0]" },
        { "equal", "inputs[0][0][0] 1", "colours[0]" },
        { "equal", "separated true", "colours" },
        { "equal", "biases false", "biases" },
        { "equal", "colours[0][1][0] 99", "colours[0][1][0]" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_false_statement_is_refused_at_its_place(string which, string change, string place)
    {
        var document = JsonNode.Parse(SeparationCertificate.Of(Answer(which)))!.AsObject();
        var (path, value) = (change.Split(' ')[0], change.Split(' ')[1]);
        Set(document, path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.'), value);
        var report = CertificateChecker.Check(SealedCertificates.Sealed(document));
        var refused = Assert.IsType<CertificateReport.Refused>(report);
        Assert.StartsWith(place, refused.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_that_are_only_bijections_do_not_pass_for_two_layers()
    {
        // One layer on pairs does not tell these apart, two do (A4): colours of the first layer alone, repeated for the second one, see different counts.
        var group = FiniteGroup.Parse("A4");
        var (x, pairs) = (GSet.Points(group), GSet.Subsets(group, 2));
        NetworkInput Input(params int[] values) => NetworkInput.Of(x, values.Select(value => (RealCyclotomic)value));
        var one = PairSeparation.Of(Architecture.Of(x, [pairs]), Input(0, 1, 2, 4), Input(1, 0, 2, 4));
        var document = JsonNode.Parse(SeparationCertificate.Of(one))!.AsObject();
        document["sets"]!.AsArray().Insert(1, document["sets"]![1]!.DeepClone());
        document["colours"]!.AsArray().Insert(1, document["colours"]![0]!.DeepClone());
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(SealedCertificates.Sealed(document)));
        Assert.StartsWith("colours[1]", refused.Where, StringComparison.Ordinal);
    }

    private static PairSeparation Answer(string which)
    {
        var group = FiniteGroup.Parse("S4");
        var (x, pairs) = (GSet.Points(group), GSet.Subsets(group, 2));
        NetworkInput Input(params int[] values) => NetworkInput.Of(x, values.Select(value => (RealCyclotomic)value));
        return which == "equal"
            ? PairSeparation.Of(Architecture.Of(x, [pairs]), Input(0, 1, 2, 5), Input(4, 3, 2, -1))
            : which == "points"
            ? PairSeparation.Of(Architecture.Of(x, [x], x), Input(0, 1, 2, 5), Input(0, 2, 1, 5))
            : PairSeparation.Of(Architecture.Of(x, [pairs], x), Input(0, 1, 2, 5), Input(0, 1, 2, 7));
    }

    private static void Set(JsonNode node, string[] path, string value)
    {
        for (var i = 0; i < path.Length - 1; i++)
        {
            node = int.TryParse(path[i], out var index) ? node[index]! : node[path[i]]!;
        }

        var old = int.TryParse(path[^1], out var place) ? node[place]! : node[path[^1]]!;
        JsonNode next = value is "true" or "false" ? JsonValue.Create(value == "true") : old.GetValueKind() == System.Text.Json.JsonValueKind.String ? JsonValue.Create(value) : JsonValue.Create(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        if (int.TryParse(path[^1], out place))
        {
            node[place] = next;
        }
        else
        {
            node[path[^1]] = next;
        }
    }
}
