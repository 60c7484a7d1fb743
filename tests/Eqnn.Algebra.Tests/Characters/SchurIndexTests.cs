using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;
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

    /// <summary>The order of A_23 over the degree is beyond 64 bits.</summary>
    [Fact]
    [Trait("speed", "slow")]
    public void Groups_of_large_order_have_indices() =>
        Assert.All(CharacterTable.Of(FiniteGroup.Parse("A23")).Irreducibles, chi => Assert.Equal(0, chi.Degree % SchurIndex.Of(chi).Divides));

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

    /// <summary>C_p : C_k², where b acts on C_p with order k: with k a prime and k² no divisor of p − 1 the faithful characters have index k, all others 1 [Yamada1974]. For p = 19, k = 3 all are 1.</summary>
    [Theory]
    [InlineData(7, 2, 3, 3)]
    [InlineData(11, 3, 5, 5)]
    [InlineData(29, 7, 7, 7)]
    [InlineData(23, 2, 11, 11)]
    [InlineData(53, 10, 13, 13)]
    [InlineData(19, 7, 3, 1)]
    public void Cyclic_algebras_have_their_local_indices(int p, int r, int k, int index)
    {
        var a = Permutation.FromImages(Enumerable.Range(0, p + (k * k)).Select(x => x < p ? (x + 1) % p : x));
        var b = Permutation.FromImages(Enumerable.Range(0, p + (k * k)).Select(x => x < p ? x * r % p : p + ((x - p + 1) % (k * k))));
        var group = FiniteGroup.FromGenerators("C_p : C_k²", p + (k * k), [a, b]);
        Assert.Equal(p * k * k, group.Order);
        foreach (var chi in CharacterTable.Of(group).Irreducibles)
        {
            Assert.Equal(chi.Degree > 1 && chi.KernelOrder.IsOne ? index : 1, SchurIndex.Of(chi).Exact);
        }
    }

    /// <summary>Quaternion algebras over ℚ(√5), ℚ and others: at the primes alone, so without the infinite ones.</summary>
    [Theory]
    [InlineData(4, 2, 3, 2, null)] // Q8: 2 is wildly ramified
    [InlineData(6, 2, 5, 3, 2)] // Dic3: ramified at 3 and infinity
    [InlineData(10, 2, 9, 5, 1)] // Dic5: -1 is a square modulo 5; ramified at the two infinite places
    [InlineData(14, 2, 13, 7, 2)] // Dic7
    [InlineData(5, 2, 4, 0, 1)] // D5
    public void Local_indices_at_primes(int m, int n, int r, int t, int? index) => Assert.Equal(index, CyclicAlgebraIndex.Index(m, n, r, t));

    [Fact]
    public void Every_type_H_character_has_index_2()
    {
        foreach (var name in (string[])["Dic3", "Dic5", "Q32", "SL(2,5)", "Q8 x C3", "2^{1+4}_-"])
        {
            Assert.All(CharacterTable.Of(FiniteGroup.Parse(name)).Irreducibles.Where(chi => chi.Indicator < 0), chi => Assert.Equal("2", SchurIndex.Of(chi).ToString()));
        }
    }
}
