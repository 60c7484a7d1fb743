using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>Every 0/1 matrix of <c>tests/oracles/interaction</c>, found there by brute force in floating point, comes out of Theorem 2.</summary>
public sealed class InteractionOracle
{
    private static readonly Dictionary<string, string> OracleNames = new()
    {
        ["relu"] = "relu",
        ["leaky_relu"] = "leaky-relu",
        ["gelu"] = "gelu",
        ["softplus"] = "softplus",
        ["abs"] = "abs",
        ["tanh"] = "tanh",
        ["hardtanh"] = "hardtanh",
        ["softshrink"] = "softshrink",
        ["sigmoid"] = "sigmoid",
        ["shifted_relu"] = "relu-bias",
        ["elu"] = "elu",
        ["square"] = "square",
        ["cube"] = "cube",
    };

    public static TheoryData<string> Names => [.. Oracles.Files("interaction").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_matrix_agrees_with_the_theorem(string file)
    {
        var oracle = JObject.Parse(File.ReadAllText(Oracles.File("interaction", file)));
        var (table, set) = Read(oracle);
        var decomposition = IsotypicDecomposition.Of(table, set);
        var positions = SimplesInOrder(oracle, table);
        Assert.Equal(positions.Order(), decomposition.Components.Select(component => component.Simple.Position));
        var compared = 0;
        foreach (var (name, entry) in (JObject)oracle["activations"]!)
        {
            var graph = InteractionGraph.Of(decomposition, Activation.Parse(OracleNames[name]));
            var node = positions.Select(position => graph.Nodes.ToList().FindIndex(n => n.Simple.Position == position)).ToList();
            var expected = entry!["brute"]!.Select(row => row.Select(cell => (int)cell).ToList()).ToList();
            for (var i = 0; i < node.Count; i++)
            {
                for (var j = 0; j < node.Count; j++)
                {
                    Assert.True(expected[i][j] == 1 == graph.HasEdge(node[i], node[j]), $"{name}: {graph.Nodes[node[i]].Simple.Label} -> {graph.Nodes[node[j]].Simple.Label}");
                    compared++;
                }
            }
        }

        Assert.True(compared > 0);
    }

    /// <summary>The depth blocks: the joint bound and the walks agree; everything observed in floating point is in the bound, and where the theory says "attained" it was observed.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_depth_block_agrees(string file)
    {
        var oracle = JObject.Parse(File.ReadAllText(Oracles.File("interaction", file)));
        var (table, set) = Read(oracle);
        var decomposition = IsotypicDecomposition.Of(table, set);
        var positions = SimplesInOrder(oracle, table);
        foreach (var (name, blocks) in (JObject)oracle["depth"]!)
        {
            var depth = blocks!.Max(block => (int)block["layers"]!);
            var analysis = DepthAnalysis.Of([decomposition], Activation.Parse(OracleNames[name]), depth);
            foreach (var block in blocks!)
            {
                for (var i = 0; i < positions.Count; i++)
                {
                    var step = analysis.Profiles.Single(profile => profile.Source.Position == positions[i]).Steps[(int)block["layers"]!];
                    Assert.Equal(Marked("joint", i), step.Reached.Select(reached => reached.Simple.Position));
                    Assert.Equal(Marked("walk", i), step.Walks.Select(walk => walk.Simple.Position));
                    Assert.Subset(step.Reached.Select(reached => reached.Simple.Position).ToHashSet(), Marked("populated", i).ToHashSet());
                    Assert.Subset(Marked("populated", i).ToHashSet(), step.Reached.Where(reached => reached.IsAttained).Select(reached => reached.Simple.Position).ToHashSet());
                }

                IEnumerable<int> Marked(string matrix, int row) => positions.Where((_, j) => (int)block[matrix]![row]![j]! == 1).Order();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Multiplicities_and_stabiliser_orders_agree(string file)
    {
        var oracle = JObject.Parse(File.ReadAllText(Oracles.File("interaction", file)));
        var (table, set) = Read(oracle);
        var decomposition = IsotypicDecomposition.Of(table, set);
        var positions = SimplesInOrder(oracle, table);
        var orbitBase = oracle["gset"]!["orbits"]!.Select(orbit => (int)orbit[0]! - 1).ToList();
        for (var i = 0; i < positions.Count; i++)
        {
            var expected = oracle["simples"]![i]!;
            var simple = table.Simples[positions[i]];
            Assert.Equal((long)expected["multiplicity"]!, decomposition.Multiplicity(simple));
            Assert.Equal((long)expected["dimension"]!, simple.Dimension);
            Assert.Equal((int)expected["endomorphismDimension"]!, simple.EndomorphismDimension);
            Assert.Equal((long)expected["kernelOrder"]!, simple.KernelOrder);
            foreach (var part in expected["perOrbit"]!)
            {
                var orbit = set.Orbits.ToList().FindIndex(o => o.Points.Contains(orbitBase[(int)part["orbit"]!]));
                var stabilizer = LineStabilizer.TryOf(decomposition, [simple], orbit)!;
                Assert.Equal((long)part["multiplicity"]!, IsotypicDecomposition.MultiplicityIn(set.Orbits[orbit], simple));
                Assert.Equal((long)part["orderA"]!, stabilizer.Vector.Order);
                Assert.Equal((long)part["orderB"]!, stabilizer.Line.Order);
            }
        }
    }

    private static (CharacterTable Table, GSet Set) Read(JObject oracle)
    {
        var group = FiniteGroup.FromGenerators((string)oracle["group"]!["name"]!, (int)oracle["group"]!["degree"]!, oracle["group"]!["generators"]!.Select(Images));
        return (CharacterTable.Of(group), GSet.FromGeneratorActions(group, "oracle", oracle["gset"]!["generators"]!.Select(Images)));
    }

    private static List<int> SimplesInOrder(JObject oracle, CharacterTable table)
    {
        var classes = oracle["classes"]!.Select(c => table.Group.ClassPositionOf(Images(c["representative"]!))).ToList();
        return [.. oracle["simples"]!.Select(simple =>
        {
            var values = simple["characterExact"]!.Select(value => Cyclotomic.Parse((string)value!, null)).ToList();
            return Assert.Single(table.Simples, candidate => classes.Zip(values).All(pair => candidate.Character[pair.First] == pair.Second)).Position;
        })];
    }

    private static Permutation Images(JToken images) => Permutation.FromImages(images.Select(image => (int)image - 1));
}
