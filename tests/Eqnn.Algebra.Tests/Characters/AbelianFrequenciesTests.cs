using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

public sealed class AbelianFrequenciesTests
{
    [Theory]
    [InlineData("C1")]
    [InlineData("C12")]
    [InlineData("C4 x C6")]
    [InlineData("C2^3")]
    [InlineData("C2 x C3 x C5")]
    public void Every_list_of_frequencies_belongs_to_one_character_and_says_its_values(string name)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var generators = table.Group.Generators;
        Assert.Equal(table.Irreducibles.Count, table.Irreducibles.Select(character => string.Join(',', AbelianFrequencies.Of(character))).Distinct().Count());
        foreach (var character in table.Irreducibles)
        {
            var frequencies = AbelianFrequencies.Of(character);
            Assert.Equal(generators.Count, frequencies.Count);
            var product = generators.Select((g, i) => g.Power(i + 2)).Aggregate(Permutation.Identity(table.Group.Degree), (left, right) => left * right);
            var value = generators.Select((g, i) => Cyclotomic.E((int)g.Order, frequencies[i] * (i + 2))).Aggregate(Cyclotomic.One, (left, right) => left * right);
            Assert.Equal(value, character[table.Group.ClassPositionOf(product)]);
        }
    }

    [Theory]
    [InlineData("S3")]
    [InlineData("perm:(1,2,3,4);(1,3)(2,4)")]
    public void Other_groups_have_none(string name)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        Assert.False(AbelianFrequencies.AreDefinedFor(table.Group));
        Assert.Contains(table.Group.Name, Assert.Throws<ArgumentException>(() => AbelianFrequencies.Of(table.Irreducibles[0])).Message, StringComparison.Ordinal);
    }
}
