using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>The ends of Theorem 2 for sums: no source, targets that do not occur, orbits without the source.</summary>
public sealed class CouplingSourcesTests
{
    private static readonly CharacterTable Table = CharacterTable.Of(FiniteGroup.Parse("S4"));

    private static readonly IsotypicDecomposition Points = IsotypicDecomposition.Of(Table, GSet.Parse(Table.Group, "points+trivial"));

    [Theory]
    [InlineData("exp", true)]
    [InlineData("relu", false)]
    [InlineData("tanh", false)]
    [InlineData("poly:t^2 + 1", true)]
    public void From_nothing_comes_a_constant_alone(string activation, bool hasConstant)
    {
        var f = Activation.Parse(activation);
        var none = CouplingSources.Of(Points, []);
        Assert.Equal(hasConstant, none.Couples(Table.Simples[0], f));
        Assert.False(none.Couples(Table.SimpleNamed("standard"), f));
        Assert.Equal(hasConstant ? CouplingCause.Constant : null, none.TryExplain(Table.Simples[0], f)?.Cause);
    }

    [Fact]
    public void What_does_not_occur_is_not_reached_and_gives_nothing()
    {
        var (standard, sign) = (Table.SimpleNamed("standard"), Table.SimpleNamed("sign"));
        Assert.False(CouplingSources.Of(Points, [standard]).Couples(sign, Activation.Relu));
        Assert.Null(CouplingSources.Of(Points, [standard]).TryExplain(sign, Activation.Relu));
        Assert.Empty(CouplingSources.Of(Points, [sign]).Simples);
    }

    /// <summary>Beside the four points stands a fixed one, on which the standard representation is 0: one account, for the four.</summary>
    [Fact]
    public void An_orbit_without_the_source_has_no_stabiliser()
    {
        var standard = Table.SimpleNamed("standard");
        var account = CouplingSources.Of(Points, [standard]).Account(standard, Activation.Parse("poly:t^3 + t^2 + t"));
        var orbit = Assert.Single(account.Orbits);
        Assert.Equal([2, 3], orbit.MonomialNorms.Select(monomial => monomial.Degree));
        Assert.Equal(CouplingCause.Linear, account.Coupling!.Cause);
    }
}
