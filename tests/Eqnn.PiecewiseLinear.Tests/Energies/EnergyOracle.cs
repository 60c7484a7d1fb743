using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Energies;

/// <summary>Every share of <c>tests/oracles/energies</c>, computed elsewhere in 40 digits, comes out to all 12 digits, and every zero exactly.</summary>
public sealed class EnergyOracle
{
    public static TheoryData<string> Names => [.. Oracles.Files("energies").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_share_agrees(string file)
    {
        var oracle = JObject.Parse(File.ReadAllText(Oracles.File("energies", file)));
        var group = FiniteGroup.FromGenerators((string)oracle["group"]!["name"]!, (int)oracle["group"]!["degree"]!, oracle["group"]!["generators"]!.Select(Images));
        var table = CharacterTable.Of(group);
        var set = GSet.FromGeneratorActions(group, "x", oracle["on"]!["generators"]!.Select(Images));
        var decomposition = IsotypicDecomposition.Of(table, set);
        var classes = oracle["classes"]!.Select(c => group.ClassPositionOf(Images(c["representative"]!))).ToList();
        var simples = oracle["simples"]!.Select(simple => table.Simples.Single(candidate =>
            simple["character"]!.Select((value, i) => Math.Abs((double)value - candidate.Character[classes[i]].ToDouble())).All(distance => distance < 1e-9))).ToList();
        var compared = 0;
        foreach (var (name, rows) in (JObject)oracle["activations"]!)
        {
            var flow = EnergyFlow.Of(InteractionGraph.Of(decomposition, Activation.Parse(name)), EnergyOptions.Default.WithDigits(16));
            foreach (var row in rows!)
            {
                var found = flow.Rows.Single(r => r.Source == simples[(int)row["source"]!]);
                Assert.Equal((double)row["energy"]!, found.Total.ToDouble(), 12);
                for (var k = 0; k < row["shares"]!.Count(); k++)
                {
                    var share = found.Shares.Single(s => s.Target == simples[(int)oracle["occurring"]![k]!]);
                    Assert.Equal((bool)row["zero"]![k]!, share.IsZero);
                    Assert.True(Rational.Abs(Rational.Parse(share.Text, CultureInfo.InvariantCulture) - Rational.Parse((string)row["shares"]![k]!, CultureInfo.InvariantCulture)) < Rational.Pow(10, -15), $"{name} {found.Source.Label} -> {share}");
                    compared++;
                }
            }
        }

        Assert.True(compared > 0);
    }

    private static Permutation Images(JToken images) => Permutation.FromImages(images.Select(image => (int)image - 1));
}
