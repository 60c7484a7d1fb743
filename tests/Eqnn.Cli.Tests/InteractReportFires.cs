using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Commands;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.BruteForce;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>Brute force of one activation is set beside the theorem for another: the report is refused.</summary>
public sealed class InteractReportFires
{
    [Fact]
    public void A_contradiction_between_brute_force_and_the_theorem_is_refused()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C4"));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "regular"));
        InteractReport Report(Activation theorem, Activation force) => new(InteractionGraph.Of(decomposition, theorem), "both")
        {
            BruteForce = [.. table.Simples.Select(simple => BruteForceRow.Of(decomposition, simple, force))],
        };

        Report(Activation.Relu, Activation.Relu).RequireAgreement();

        // An edge that brute force does not find, and one that the theorem forbids.
        Fires.With("brute force agrees with the interaction theorem", () => Report(Activation.Relu, Activation.Parse("abs")).RequireAgreement());
        Fires.With("brute force agrees with the interaction theorem", () => Report(Activation.Parse("abs"), Activation.Relu).RequireAgreement());
    }
}
