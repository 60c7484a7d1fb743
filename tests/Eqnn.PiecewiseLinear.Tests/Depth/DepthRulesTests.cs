using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Refinement;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

/// <summary>The rules of depth by their definitions, and its limits at their values.</summary>
public sealed class DepthRulesTests
{
    /// <summary><c>f(f(t)) = f(t)</c>, at quarters: kinks and values of these functions are integers.</summary>
    [Theory]
    [InlineData("(-1,0) (0,0) (1,1)", true)]
    [InlineData("(-1,-1) (0,0) (1,0)", true)]
    [InlineData("(-1,1) (0,0) (1,1)", true)]
    [InlineData("(-3,5) (-1,1) (0,0) (1,1)", true)]
    [InlineData("(-3,4) (0,1) (1,1) (2,2)", true)]
    [InlineData("(1,1) (2,2) (3,2)", true)]
    [InlineData("(-3,-2) (-2,-2) (3,3) (4,3)", true)]
    [InlineData("(1,2) (2,2) (3,3)", true)]
    [InlineData("(0,2) (1,2)", true)]
    [InlineData("(0,0) (1,1)", true)]
    [InlineData("(-5,-3) (-4,-3) (-3,-3) (-1,-1) (0,-2)", false)]
    [InlineData("(-1,0) (0,0) (1,-1)", false)]
    [InlineData("(-1,1) (0,0) (1,0)", false)]
    [InlineData("(-1,-2) (0,0) (1,1)", false)]
    [InlineData("(-2,-2) (-1,0) (0,0) (1,1)", false)]
    [InlineData("(-1,1) (0,0) (1,1) (2,3) (3,3) (4,4)", false)]
    [InlineData("(0,3) (1,2) (2,3)", false)]
    [InlineData("(0,1) (1,2)", false)]
    [InlineData("(0,0) (1,-1)", false)]
    [InlineData("(-1,-1) (0,0) (1,2)", false)]
    [InlineData("(-2,-1) (-1,-1) (1,1) (2,2) (3,2) (4,2) (5,3)", false)]
    public void A_function_that_keeps_its_values_is_known(string points, bool keeps)
    {
        var f = PiecewiseLinearFunction.Parse(points);
        var isIdempotent = Enumerable.Range(-80, 161).Select(i => Rational.Of(i, 4)).All(t => f.Evaluate(f.Evaluate(t)) == f.Evaluate(t));
        Assert.Equal(keeps, isIdempotent);
        Assert.Equal(keeps, AttainmentRules.IsIdentityOnItsRange(f));
    }

    [Fact]
    public void Forms_are_counted_by_points_times_dimension()
    {
        Assert.Equal("24 points times dimension 6", Assert.Throws<LimitExceededException>(() => Chambers(DepthOptions.Default with { MaxFormEntries = 143 })).Needed);
        Assert.NotEmpty(Chambers(DepthOptions.Default with { MaxFormEntries = 144 }).Chambers);
    }

    /// <summary>L2 of C8 three times: six hyperplanes in dimension 6 cut at most 2 (1 + 5 + 10 + 10 + 5 + 1) = 64 chambers, in orbits of 4.</summary>
    [Fact]
    public void Chambers_are_bounded_before_they_are_looked_for()
    {
        var refusal = Assert.Throws<LimitExceededException>(() => Chambers(DepthOptions.Default.WithMaxChamberOrbits(3)));
        Assert.Equal((3, "up to 16, for 6 hyperplanes in dimension 6"), (refusal.Bound, refusal.Needed));
        Assert.DoesNotContain("up to", Assert.Throws<LimitExceededException>(() => Chambers(DepthOptions.Default.WithMaxChamberOrbits(4))).Needed, StringComparison.Ordinal);
        Assert.Equal("up to 256, for 12 hyperplanes in dimension 6", Assert.Throws<LimitExceededException>(() => Chambers(DepthOptions.Default.WithMaxChamberOrbits(3), 1)).Needed);
        var found = Chambers(DepthOptions.Default.WithMaxChamberOrbits(100));
        Assert.Equal(64, found.Chambers.Aggregate(System.Numerics.BigInteger.Zero, (sum, orbit) => sum + orbit.Size));
        for (var chamber = 0; chamber < found.Chambers.Count; chamber++)
        {
            // The input lies in its chamber.
            var input = found.InputIn(chamber)!;
            Assert.Equal(found.Chambers[chamber].Representative.RowSigns, DepthWitness.Projected(found.Space.Decomposition, found.Space.Simples[0], input).Select(value => value.Sign));
        }
    }

    private static ChamberPartitions Chambers(DepthOptions options, int source = 2)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C8"));
        var first = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "3*regular"));
        return ChamberPartitions.Of(first, table.Simples[source], DepthClass.Of(Activation.Relu), options, (target, source) => OrbitalRefinement.Of(target, source), CancellationToken.None);
    }
}
