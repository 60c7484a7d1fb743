using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

public sealed class SchurIndexTests
{
    /// <summary>By character: the proved index, or ? where it is left open.</summary>
    [Theory]
    [InlineData("C5", "1 1 1 1 1")]
    [InlineData("S4", "1 1 1 1 1")]
    [InlineData("Q8", "1 1 1 1 2")]
    [InlineData("SL(2,3)", "1 1 1 2 1 1 1")]
    [InlineData("A5", "1 1 1 1 1")]
    [InlineData("M16", "1 1 1 1 1 1 1 1 1 1")]
    public void Known_indices(string name, string indices) =>
        Assert.Equal(indices, string.Join(" ", CharacterTable.Of(FiniteGroup.Parse(name)).Irreducibles.Select(chi => SchurIndex.Of(chi) is { Exact: { } exact } ? exact.ToString(System.Globalization.CultureInfo.InvariantCulture) : "?")));

    [Fact]
    public void A_number_that_is_not_decided_says_what_is_left()
    {

        foreach (var chi in CharacterTable.Of(FiniteGroup.Parse("C3:C8")).Irreducibles)
        {
            var index = SchurIndex.Of(chi);
            Assert.NotEmpty(index.Reason);
            Assert.Equal(0, chi.Degree % index.Divides);
        }
    }

    [Fact]
    public void Every_type_H_character_has_index_2()
    {
        foreach (var name in (string[])["Dic3", "Dic5", "Q32", "SL(2,5)", "Q8 x C3", "2^{1+4}_-"])
        {
            Assert.All(CharacterTable.Of(FiniteGroup.Parse(name)).Irreducibles.Where(chi => chi.Indicator < 0), chi => Assert.Equal("2", SchurIndex.Of(chi).ToString()));
        }
    }
}
