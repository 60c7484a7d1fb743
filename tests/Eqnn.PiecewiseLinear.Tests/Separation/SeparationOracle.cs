using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Certificates;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Separation;

public sealed class SeparationOracle
{
    public static TheoryData<string> Names => [.. Oracles.Files("separation").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pairs_are_told_apart_exactly_where_the_oracle_says_with_a_certificate_that_checks(string file)
    {
        var (oracle, sets) = Load(file);
        foreach (var item in oracle["cases"]!)
        {
            var architecture = Architecture.Of(sets[(string)item["on"]!], item["layers"]!.Select(layer => sets[(string)layer!]), sets[(string)item["to"]!]);
            var inputs = item["inputs"]!.Select(values => Input(architecture.Input, values)).ToArray();
            var answer = PairSeparation.Of(architecture, inputs[0], inputs[1]);
            Assert.True((bool)item["separated"]! == answer.IsSeparated, $"{file}: {item["note"]}, {architecture}");
            answer.Match(
                separated =>
                {
                    Assert.Equal(separated.FirstOutput, separated.Network!.Evaluate(inputs[0]));
                    Assert.NotEqual(separated.FirstOutput[separated.Point], separated.SecondOutput[separated.Point]);
                    Assert.InRange(separated.DepthNeeded!.Value, 1, architecture.Layers.Count);
                    return 0;
                },
                _ =>
                {
                    Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(RandomIntegerNetwork.Of(architecture, 1, seed).Evaluate(inputs[0]), RandomIntegerNetwork.Of(architecture, 1, seed).Evaluate(inputs[1])));
                    Assert.True(answer.DepthNeeded is null || answer.DepthNeeded > architecture.Layers.Count);
                    return 0;
                });
            var report = CertificateChecker.Check(SeparationCertificate.Of(answer));
            Assert.True(report.IsAccepted, report.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_layer_separates_all_orbits_exactly_where_the_oracle_says(string file)
    {
        var (oracle, sets) = Load(file);
        foreach (var item in oracle["complete"]!)
        {
            var architecture = Architecture.Of(sets[(string)item["on"]!], item["layers"]!.Select(layer => sets[(string)layer!]));
            var answer = Completeness.Of(architecture);
            Assert.True((bool)item["complete"]! == answer.IsComplete, $"{file}: {architecture}");
            if (answer.Unseen is { } unseen)
            {
                Assert.False(PairSeparation.Of(architecture, unseen.First, unseen.Second).IsSeparated);
                Assert.True(PairSeparation.Of(Architecture.Of(architecture.Input, [GSet.Regular(architecture.Input.Group)]), unseen.First, unseen.Second).IsSeparated, "the regular set separates all orbits");
                if (item["witness"] is { } witness)
                {
                    var size = witness.SelectMany(values => values).Max(value => Math.Abs((int)value));
                    Assert.True(!unseen.IsSmallest || unseen.First.Channels[0].Concat(unseen.Second.Channels[0]).All(value => value <= 2 * size && value >= -2 * size));
                }
            }
        }
    }

    private static NetworkInput Input(GSet set, JToken values) => NetworkInput.Of(set, values.Select(value => (RealCyclotomic)(int)value));

    private static (JObject Oracle, Dictionary<string, GSet> Sets) Load(string file)
    {
        var oracle = JObject.Parse(File.ReadAllText(Oracles.File("separation", file)));
        var data = oracle["group"]!;
        var group = FiniteGroup.FromGenerators((string)data["name"]!, (int)data["degree"]!, data["generators"]!.Select(Images));
        var sets = oracle["sets"]!.Cast<JProperty>().ToDictionary(set => set.Name, set => GSet.FromGeneratorActions(group, set.Name, set.Value["generators"]!.Select(Images)));
        return (oracle, sets);
    }

    private static Permutation Images(JToken images) => Permutation.FromImages(images.Select(image => (int)image - 1));
}
