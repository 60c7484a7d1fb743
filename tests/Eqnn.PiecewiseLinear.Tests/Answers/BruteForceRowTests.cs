using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Answers;

/// <summary>Theorem 2 against the definition: the map on every chamber, or exact values at points.</summary>
public sealed class BruteForceRowTests
{
    public static TheoryData<string> Groups => [.. SmallGroups.UpTo(8)];

    public static TheoryData<string> LargerGroups => [.. SmallGroups.UpTo(24).Except(SmallGroups.UpTo(8))];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Agrees_on_transitive_sets(string name) => Check(name, 8, ["relu", "abs", "hardtanh", "relu-bias", "cube"]);

    [Theory]
    [MemberData(nameof(LargerGroups))]
    [Trait("speed", "slow")]
    public void Agrees_on_transitive_sets_of_groups_up_to_24(string name) => Check(name, 24, ["relu", "abs", "relu-bias"]);

    [Fact]
    public void Smooth_functions_are_refused()
    {
        var decomposition = Decompose(FiniteGroup.Parse("C3"), null);
        Assert.Throws<ArgumentException>(() => BruteForceRow.Of(decomposition, decomposition.Components[0].Simple, Activation.Parse("gelu")));
    }

    [Fact]
    public void Planar_components_are_decided_by_chambers_in_both_directions()
    {
        var decomposition = Decompose(FiniteGroup.Parse("C8"), null);
        var row = BruteForceRow.Of(decomposition, decomposition.Components[1].Simple, Activation.Relu);
        Assert.Equal("chambers", row.Method);
        Assert.Equal([BruteForceVerdict.NonZero, BruteForceVerdict.NonZero, BruteForceVerdict.NonZero, BruteForceVerdict.Zero, BruteForceVerdict.NonZero], row.Verdicts);
    }

    private static void Check(string name, int maxPoints, string[] activations)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        foreach (var set in SmallGroups.TransitiveSets(group).Where(set => set.Size <= maxPoints))
        {
            var decomposition = IsotypicDecomposition.Of(table, set);
            foreach (var activation in activations.Select(Activation.Parse))
            {
                var graph = InteractionGraph.Of(decomposition, activation);
                for (var i = 0; i < graph.Nodes.Count; i++)
                {
                    // The regular set of a group has components of dimension up to 9, with too many chambers: those are left to points.
                    var row = BruteForceRow.Of(decomposition, graph.Nodes[i].Simple, activation);
                    for (var j = 0; j < graph.Nodes.Count; j++)
                    {
                        var message = $"{name} on {set.Name}, {activation.Name}: {graph.Nodes[i].Simple.Label} -> {graph.Nodes[j].Simple.Label}, {row.Method} say {row.Verdicts[j]}";
                        Assert.True(graph.HasEdge(i, j) ? row.Verdicts[j] != BruteForceVerdict.Zero : row.Verdicts[j] != BruteForceVerdict.NonZero, message);
                        Assert.True(row.Method != "chambers" || row.Verdicts[j] != BruteForceVerdict.NotFound);
                    }
                }
            }
        }
    }

    private static IsotypicDecomposition Decompose(FiniteGroup group, string? set) => IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, set ?? "regular"));
}
