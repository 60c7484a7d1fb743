using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>The rule of [GTW] for cyclic groups on themselves, remark (iii) of docs/theory.md#interaction, and the edge counts stated there.</summary>
public sealed class CyclicInteractionTests
{
    private static readonly Dictionary<string, int[]> EdgeCounts = new()
    {
        ["relu"] = [1, 3, 3, 6, 7, 8, 13, 14, 18, 17, 31, 21, 43, 30, 41, 38, 73, 41, 91, 48, 81, 68, 133, 61],
        ["abs"] = [1, 2, 3, 4, 7, 6, 13, 10, 18, 14, 31, 16, 43, 26, 41, 30, 73, 36, 91, 40, 81, 62, 133, 50],
        ["tanh"] = [1, 2, 3, 3, 7, 6, 13, 7, 18, 14, 31, 13, 43, 26, 41, 23, 73, 36, 91, 35, 81, 62, 133, 41],
        ["relu-bias"] = [1, 3, 3, 6, 7, 9, 13, 16, 18, 21, 31, 26, 43, 39, 41, 52, 73, 54, 91, 68, 81, 93, 133, 88],
    };

    [Theory]
    [InlineData("relu")]
    [InlineData("abs")]
    [InlineData("tanh")]
    [InlineData("relu-bias")]
    public void Edge_counts_up_to_24_are_those_of_the_theory(string activation)
    {
        for (var n = 1; n <= 24; n++)
        {
            Assert.Equal(EdgeCounts[activation][n - 1], Graph(n, activation).EdgeCount);
        }
    }

    [Fact]
    public void Edges_follow_the_rule_of_the_paper_up_to_40() => RuleHolds(1, 40);

    [Fact]
    [Trait("speed", "slow")]
    public void Edges_follow_the_rule_of_the_paper_up_to_200() => RuleHolds(41, 200);

    [Fact]
    public void C8_has_the_edges_of_the_figure()
    {
        var expected = new[] { (0, 0), (1, 0), (1, 1), (1, 2), (1, 4), (2, 0), (2, 2), (2, 4), (3, 0), (3, 2), (3, 3), (3, 4), (4, 0), (4, 4) };
        Assert.Equal(expected, Graph(8, "relu").Edges);
    }

    private static void RuleHolds(int from, int to)
    {
        for (var n = from; n <= to; n++)
        {
            var relu = Graph(n, "relu");
            var odd = Graph(n, "tanh");
            var biased = Graph(n, "relu-bias");
            for (var k = 0; k <= n / 2; k++)
            {
                for (var m = 0; m <= n / 2; m++)
                {
                    var (dk, dm) = (n / NumberTheory.Gcd(n, k), n / NumberTheory.Gcd(n, m));
                    var half = dk % 2 == 0 ? dk / 2 : dk;
                    Assert.True((k == m || half % dm == 0) == relu.HasEdge(k, m), $"relu C{n} L{k} -> L{m}");
                    Assert.True((dk % dm == 0) == biased.HasEdge(k, m), $"bias C{n} L{k} -> L{m}");
                    var isOddMultiple = Enumerable.Range(0, n).Any(j => j % 2 == 1 && ((j * k) - m) % n == 0) || Enumerable.Range(0, n).Any(j => j % 2 == 1 && ((j * k) + m) % n == 0);

                    // For odd n the odd numbers below 2n hit every residue.
                    isOddMultiple = n % 2 == 1 ? dk % dm == 0 : isOddMultiple;
                    Assert.True(isOddMultiple == odd.HasEdge(k, m), $"odd C{n} L{k} -> L{m}");
                }
            }
        }
    }

    private static InteractionGraph Graph(int n, string activation)
    {
        var group = FiniteGroup.Parse($"C{n}");
        var decomposition = IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Regular(group));
        return InteractionGraph.Of(decomposition, Activation.Parse(activation));
    }
}
