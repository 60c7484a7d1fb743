using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

/// <summary>The two routes of depth are made to contradict each other.</summary>
public sealed class DepthChecksFire
{
    private static readonly CharacterTable Table = CharacterTable.Of(FiniteGroup.Parse("C6"));

    [Fact]
    public void A_level_set_outside_the_bound_is_refused()
    {
        SimpleRepresentation[] bound = [Table.Simples[0], Table.Simples[2]];
        DepthDecision.RequireInBound(Table.Simples[2], 2, [2, 0], bound);
        DepthDecision.RequireInBound(Table.Simples[2], 2, [], bound);
        Fires.With("what level sets on chambers populate lies in the bound J_t", () => DepthDecision.RequireInBound(Table.Simples[2], 2, [0, 1], bound));
        Fires.With("what level sets on chambers populate lies in the bound J_t", () => DepthDecision.RequireInBound(Table.Simples[2], 2, [0], []));
    }

    /// <summary>A network for L0 given beside the statement that there is none.</summary>
    [Fact]
    public void A_network_where_none_can_be_is_refused()
    {
        var regular = IsotypicDecomposition.Of(Table, GSet.Regular(Table.Group));
        var network = new DepthWitness([regular], Activation.Relu, Table.Simples[1], Table.Simples[0], [1, 0, 0, 0, 0, 0], []);
        Assert.True(network.Verify());
        ReachedSimple Known(Attainment attainment) => new(Table.Simples[0], attainment, "said");
        Fires.With("no network populates what level sets exclude", () => DepthDecision.WithNetwork(Table.Simples[1], Known(Attainment.Never), network));
        Assert.Equal(Attainment.Witness, DepthDecision.WithNetwork(Table.Simples[1], Known(Attainment.Undecided), network).Attainment);
        var kept = DepthDecision.WithNetwork(Table.Simples[1], Known(Attainment.Chambers), network);
        Assert.Equal((Attainment.Chambers, "said", network), (kept.Attainment, kept.Reason, kept.Witness));
    }
}
