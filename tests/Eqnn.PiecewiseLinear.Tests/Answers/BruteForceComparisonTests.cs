using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Answers;

/// <summary>Brute force of one activation is set beside the theorem for another: the comparison is refused.</summary>
public sealed class BruteForceComparisonTests
{
    private static readonly CharacterTable C4 = CharacterTable.Of(FiniteGroup.Parse("C4"));

    private static readonly IsotypicDecomposition Regular = IsotypicDecomposition.Of(C4, GSet.Regular(C4.Group));

    [Fact]
    public void A_contradiction_between_brute_force_and_the_theorem_is_refused()
    {
        static BruteForceComparison Compare(Activation theorem, Activation force) =>
            BruteForceComparison.Checked(InteractionGraph.Of(Regular, theorem), [.. C4.Simples.Select(simple => BruteForceRow.Of(Regular, simple, force))]);

        Compare(Activation.Relu, Activation.Relu);

        // An edge that brute force does not find, and one that the theorem forbids.
        Fires.With("brute force agrees with the interaction theorem", () => Compare(Activation.Relu, Activation.Parse("abs")));
        Fires.With("brute force agrees with the interaction theorem", () => Compare(Activation.Parse("abs"), Activation.Relu));
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("abs")]
    [InlineData("square")]
    public void Brute_force_over_chambers_proves_the_edges_of_the_theorem(string activation)
    {
        var graph = InteractionGraph.Of(Regular, Activation.Parse(activation));
        var comparison = BruteForceComparison.Of(graph);
        Assert.Equal(graph.Nodes.Count, comparison.Rows.Count);
        Assert.Equal(graph.Edges, comparison.Edges);
    }
}
