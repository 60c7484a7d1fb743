using Eqnn.Checking.Documents;
using Xunit;

namespace Eqnn.Checking.Tests.Documents;

/// <summary>The bounds of documents as the checker knows them: the last number that is allowed and the first that is not.</summary>
public sealed class DocumentLimitsTests
{
    [Fact]
    public void Energies_are_bounded_by_points_and_squared_simples()
    {
        Assert.Null(DocumentLimits.TooManyEnergies(3000, 10));
        Assert.Equal("3001 points and 10 simples: 300100 terms, more than 300000; eqnn interact --energy --from has no such limit", DocumentLimits.TooManyEnergies(3001, 10));
        Assert.StartsWith("300 points and 32 simples: 307200 terms", DocumentLimits.TooManyEnergies(300, 32), StringComparison.Ordinal);
        Assert.Null(DocumentLimits.TooManyEnergies(300, 31));
    }

    [Fact]
    public void Rays_are_bounded_by_the_choices_of_hyperplanes()
    {
        // 32 · 31 / 2 = 496, 33 · 32 / 2 = 528; in the plane there is no bound.
        Assert.Null(DocumentLimits.TooManyHyperplanes(32, 3));
        Assert.Equal("33 hyperplanes in dimension 3: more than 500 choices of 2 of them; eqnn maps --enumerate has no such limit", DocumentLimits.TooManyHyperplanes(33, 3));
        Assert.Null(DocumentLimits.TooManyHyperplanes(100_000, 2));

        // 15 · 14 · 13 / 6 = 455, 16 · 15 · 14 / 6 = 560.
        Assert.Null(DocumentLimits.TooManyHyperplanes(15, 4));
        Assert.NotNull(DocumentLimits.TooManyHyperplanes(16, 4));
        Assert.NotNull(DocumentLimits.TooManyHyperplanes(2000, 500));

        // All but one of 40: 40 choices, though there are 137,846,528,820 of the half.
        Assert.Null(DocumentLimits.TooManyHyperplanes(40, 40));
        Assert.NotNull(DocumentLimits.TooManyHyperplanes(40, 39));
    }

    [Fact]
    public void Unknowns_and_points_are_bounded()
    {
        Assert.Null(DocumentLimits.TooManyUnknowns(60));
        Assert.Equal("61 coordinates of values on ray orbits, more than 60; eqnn maps --enumerate has no such limit", DocumentLimits.TooManyUnknowns(61));
        Assert.Null(DocumentLimits.TooManyPoints(8));
        Assert.Equal("9 points, more than 8; eqnn separate has no such limit", DocumentLimits.TooManyPoints(9));
    }
}
