using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>Theorems 1', 2 and 3 as laws on all groups of <see cref="SmallGroups"/>.</summary>
public sealed class TheoremLaws
{
    public static TheoryData<string> Groups => [.. SmallGroups.UpTo(24)];

    public static TheoryData<string> LargerGroups => [.. SmallGroups.UpTo(60).Except(SmallGroups.UpTo(24))];

    [Theory]
    [MemberData(nameof(Groups))]
    public void All_laws(string name) => Check(name);

    [Theory]
    [MemberData(nameof(LargerGroups))]
    [Trait("speed", "slow")]
    public void All_laws_up_to_order_60(string name) => Check(name);

    private static void Check(string name)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var elements = group.EnumerateElements().Select(group.ClassPositionOf).ToList();
        foreach (var set in SmallGroups.TransitiveSets(group, 4).Prepend(GSet.Regular(group)).Append(GSet.Sum([GSet.Points(group), GSet.OnePoint(group)])))
        {
            var decomposition = IsotypicDecomposition.Of(table, set);
            var graphs = new[] { "relu", "abs", "tanh", "relu-bias", "sigmoid", "square", "cube", "identity" }.ToDictionary(f => f, f => InteractionGraph.Of(decomposition, Activation.Parse(f)));
            var count = decomposition.Components.Count;
            for (var i = 0; i < count; i++)
            {
                var source = decomposition.Components[i].Simple;
                for (var j = 0; j < count; j++)
                {
                    var target = decomposition.Components[j].Simple;
                    var (abs, tanh, both) = (graphs["abs"].HasEdge(i, j), graphs["tanh"].HasEdge(i, j), graphs["relu-bias"].HasEdge(i, j));

                    // The rows of Theorem 2 fit together: both = even or odd, relu = even or linear, sigmoid = odd or constant.
                    Assert.Equal(both, abs || tanh);
                    Assert.Equal(graphs["relu"].HasEdge(i, j), abs || i == j);
                    Assert.Equal(graphs["sigmoid"].HasEdge(i, j), tanh || target.IsTrivial);
                    Assert.Equal(i == j, graphs["identity"].HasEdge(i, j));

                    // The proposition on monomials.
                    Assert.True(!graphs["square"].HasEdge(i, j) || abs);
                    Assert.True(!graphs["cube"].HasEdge(i, j) || tanh);
                    Assert.True(i != j || graphs["cube"].HasEdge(i, j), "E_1 <= E_3");

                    // Nothing leaves the kernel order; the rows and the pairwise decision agree; every account has its reason.
                    Assert.True(!both || KernelCriterion.Holds(source, target));
                    foreach (var graph in graphs.Values)
                    {
                        var couples = CouplingSources.Of(decomposition, [source]).Couples(target, graph.Activation);
                        Assert.Equal(couples, graph.HasEdge(i, j));
                        Assert.Equal(couples, graph.TryExplain(i, j) is { Sum.IsZero: false });
                    }
                }
            }
        }

        var regular = IsotypicDecomposition.Of(table, GSet.Regular(group));
        var relu = InteractionGraph.Of(regular, Activation.Relu);
        var depth = DepthAnalysis.Of([regular], Activation.Relu, 2, options: DepthOptions.Default.WithWitnessTrials(0));
        foreach (var source in table.Simples)
        {
            foreach (var target in table.Simples)
            {
                // Theorem 1' over the elements of the group.
                var plusMinus = elements.Where(c => source.Character[c] == source.Character[0] || source.Character[c] == -source.Character[0]);
                var expected = source.Position == target.Position || plusMinus.All(c => target.Character[c] == target.Character[0]);
                Assert.Equal(expected, relu.HasEdge(source.Position, target.Position));

                // Theorem 3: two layers on the regular set reach what Theorem 1 allows, and all of it is attained.
                var reached = depth.Profiles[source.Position].Steps[2].Reached.FirstOrDefault(r => r.Simple.Position == target.Position);
                Assert.Equal(KernelCriterion.Holds(source, target), reached is { IsAttained: true });
            }
        }
    }
}
