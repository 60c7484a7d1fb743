using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

/// <summary>Forms at every point of a regular set are refused by their number, before any is made: S12 asked for gigabytes, S13 overflowed.</summary>
public sealed class SubspaceLimitTests
{
    [Theory]
    [InlineData("S12", "479001600 points times dimension 121")]
    [InlineData("S13", "6227020800 points times dimension 144")]
    [InlineData("S18", "6402373705728000 points times dimension 289")]
    public void Forms_on_large_regular_sets_are_refused_at_once(string name, string needed)
    {
        var group = FiniteGroup.Parse(name);
        var decomposition = IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Regular(group));
        var refusal = Assert.Throws<LimitExceededException>(() => IsotypicSubspace.Of(decomposition, [decomposition.Table.SimpleNamed("standard")]));
        Assert.Equal((needed, (long)IsotypicSubspace.MaxCoefficients), (refusal.Needed, refusal.Bound));
    }
}
