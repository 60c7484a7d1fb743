using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Existence;

public sealed class KernelCriterionTests
{
    public static TheoryData<string> Groups => ["C1", "C2", "C8", "C12", "C2 x C2", "C3 x C3", "S3", "S4", "A4", "A5", "D4", "D6", "Q8", "Dic3", "Q8 x C2", "C2 x A4"];

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(1, 2, true)]
    [InlineData(2, 1, false)]
    [InlineData(4, 2, false)]
    [InlineData(3, 0, true)]
    [InlineData(0, 4, false)]
    public void C8_is_decided_as_in_the_paper(int from, int to, bool exists)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C8"));
        Assert.Equal(exists, KernelCriterion.Decide(table.Simples[from], table.Simples[to]).IsPossible);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_verdict_is_a_preorder_and_each_certificate_verifies(string name)
    {
        var simples = CharacterTable.Of(FiniteGroup.Parse(name)).Simples;
        var verdicts = simples.Select(source => simples.Select(target => KernelCriterion.Decide(source, target)).ToList()).ToList();
        for (var i = 0; i < simples.Count; i++)
        {
            Assert.True(verdicts[i][i].IsPossible);
            Assert.True(verdicts[i][0].IsPossible);
            for (var j = 0; j < simples.Count; j++)
            {
                Assert.True(verdicts[i][j].Verify());
                Assert.Equal(i == j, verdicts[i][j].LinearExists);
                for (var k = 0; k < simples.Count; k++)
                {
                    Assert.True(!(verdicts[i][j].IsPossible && verdicts[j][k].IsPossible) || verdicts[i][k].IsPossible);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_second_route_by_brute_force_over_elements_agrees(string name)
    {
        // ker L <= ker K, element by element on the projectors of the regular representation.
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var elements = group.EnumerateElements().ToList();
        foreach (var source in table.Simples)
        {
            foreach (var target in table.Simples)
            {
                var included = elements.All(g => source.Character[group.ClassPositionOf(g)] != source.Character[0] || target.Character[group.ClassPositionOf(g)] == target.Character[0]);
                Assert.Equal(included, KernelCriterion.Decide(source, target).IsPossible);
                Assert.Equal(included, KernelCriterion.HoldsForSum([source], target));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_witness_evaluated_on_the_regular_representation_is_as_stated(string name)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var decomposition = IsotypicDecomposition.Of(table, GSet.Regular(group));
        var identity = decomposition.Set.Orbits[0].BasePoint;
        foreach (var source in table.Simples)
        {
            foreach (var target in table.Simples)
            {
                if (KernelCriterion.Decide(source, target) is MapVerdict.Exists { Witness: var witness })
                {
                    var point = decomposition.ProjectedPoint(source, identity);
                    var hidden = point.Select(c => Cyclotomic.CompareReal(c, witness.Bias) > 0 ? c - witness.Bias : Cyclotomic.Zero).ToList();
                    var value = decomposition.Projector(target) * hidden;
                    Assert.Equal(witness.ValueAtIdentity, value[identity]);
                    Assert.False(value[identity].IsZero);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_interaction_edge_on_every_set_stays_inside_the_kernel_order(string name)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        foreach (var set in new[] { GSet.Regular(group), GSet.Points(group), GSet.Sum([GSet.Points(group), GSet.OnePoint(group)]) })
        {
            var decomposition = IsotypicDecomposition.Of(table, set);
            foreach (var activation in Activation.Known)
            {
                var graph = InteractionGraph.Of(decomposition, activation);
                Assert.All(graph.Edges, edge => Assert.True(KernelCriterion.Holds(graph.Nodes[edge.From].Simple, graph.Nodes[edge.To].Simple)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void On_the_regular_set_ReLU_follows_theorem_1_prime(string name)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var graph = InteractionGraph.Of(IsotypicDecomposition.Of(table, GSet.Regular(group)), Activation.Relu);
        foreach (var source in table.Simples)
        {
            foreach (var target in table.Simples)
            {
                var plusMinus = group.EnumerateElements().Where(g => source.Character[group.ClassPositionOf(g)] is var v && (v == source.Character[0] || v == -source.Character[0]));
                var expected = source.Position == target.Position || plusMinus.All(g => target.Character[group.ClassPositionOf(g)] == target.Character[0]);
                Assert.Equal(expected, graph.HasEdge(source.Position, target.Position));
            }
        }
    }

    [Fact]
    public void Simples_of_two_tables_do_not_mix()
    {
        var first = CharacterTable.Of(FiniteGroup.Parse("C4"));
        var second = CharacterTable.Of(FiniteGroup.Parse("C4"));
        Assert.Throws<ArgumentException>(() => KernelCriterion.Decide(first.Simples[0], second.Simples[0]));
    }
}
