using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>The bound from orbits and blocks: never below the order, and the order itself for products, wreath products and Sylow subgroups of symmetric groups.</summary>
public sealed class OrderBoundTests
{
    [Theory]
    [InlineData("S60")]
    [InlineData("S30 x A25")]
    [InlineData("C2 wr S40")]
    [InlineData("S5 wr S12")]
    [InlineData("(S4 wr C5) wr C4")]
    [InlineData("A5 wr A12 x D30")]
    [InlineData("W(D60)")]
    [InlineData("W(B30) x W(D30)")]
    public void Products_and_wreath_products_attain_it(string name)
    {
        var group = FiniteGroup.Parse(name);
        Assert.Equal(group.Order, OrderBound.TryOf(group.Degree, Images(group), default));
    }

    [Theory]
    [InlineData("D60")]
    [InlineData("C7:C3")]
    [InlineData("C3^4")]
    [InlineData("SL(2,8)")]
    [InlineData("GL(3,4)")]
    [InlineData("perm:(1,2,3)(4,5,6)(7,8,9,10);(1,2)(4,5)")]
    [InlineData("W(E8)")]
    [InlineData("2^{1+6}_-")]
    public void It_is_a_multiple_of_the_order(string name)
    {
        var group = FiniteGroup.Parse(name);
        Assert.True(OrderBound.TryOf(group.Degree, Images(group), default) is not { } bound || BigInteger.Remainder(bound, group.Order).IsZero);
    }

    /// <summary>Signs that agree halve it: two symmetric groups with equal signs, signed permutations of determinant 1, and G′ of W(D60).</summary>
    [Fact]
    public void Signs_that_depend_on_each_other_lower_it()
    {
        var half = NumberTheory.Factorial(50);
        string[] generators = ["(1,2)(51,52)", $"({string.Join(',', Enumerable.Range(1, 49))})", "(48,49,50)", $"({string.Join(',', Enumerable.Range(51, 49))})", "(98,99,100)"];
        List<int[]> images = [.. generators.Select(text => PermutationArrays.Of(Permutation.Parse(text, 100)))];
        Assert.Equal(half * half / 2, OrderBound.TryOf(100, images, default));
        Assert.Equal(half * half / 2, StabilizerChain.Of(100, images.Select(image => Permutation.FromImages(image))).Order);

        var signed = FiniteGroup.Parse("W(B30)");
        List<int[]> rotations = [.. Images(signed).SelectMany(a => Images(signed).Select(b => PermutationArrays.Product(a, b)))];
        Assert.Equal(signed.Order / 2, OrderBound.TryOf(signed.Degree, rotations, default));

        var derived = FiniteGroup.Parse("W(D60)").DerivedSubgroup;
        Assert.Equal((NumberTheory.Factorial(60) << 59) / 2, OrderBound.TryOf(derived.Degree, Images(derived), default));
    }

    /// <summary>Long chains: hundreds of levels that share their generators, which is less than a limit on memory allows.</summary>
    [Theory]
    [InlineData("S12 wr S40")]
    [InlineData("S24 wr S24")]
    [InlineData("S6 wr S60 x A100")]
    public void Long_chains_are_made_from_permutations(string name)
    {
        var named = FiniteGroup.Parse(name);
        Assert.Equal(named.Order, FiniteGroup.FromGenerators("G", named.Degree, named.Generators).Order);
    }

    [Fact]
    public void Nothing_is_known_of_a_primitive_action_on_many_points()
    {
        var group = FiniteGroup.Parse("PSL(2,101)");
        Assert.Null(OrderBound.TryOf(group.Degree, Images(group), default));
    }

    /// <summary>A Sylow 2-subgroup of S400: sifting all Schreier generators took half a minute.</summary>
    [Fact]
    public void The_chain_of_a_Sylow_subgroup_is_proved_by_it()
    {
        List<Permutation> generators = [.. Sylow(256, 0), .. Sylow(128, 256), .. Sylow(16, 384)];
        var chain = StabilizerChain.Of(400, generators);
        Assert.Equal(BigInteger.Pow(2, 255 + 127 + 15), chain.Order);
        Assert.All(generators, g => Assert.True(chain.Contains(g)));
        Assert.False(chain.Contains(Permutation.Parse("(1,2,3)", 400)));
    }

    private static IEnumerable<Permutation> Sylow(int points, int from)
    {
        for (var half = 1; half < points; half *= 2)
        {
            yield return Permutation.FromImages(Enumerable.Range(0, 400).Select(x => x < from || x >= from + (2 * half) ? x : x - from < half ? x + half : x - half));
        }
    }

    private static List<int[]> Images(FiniteGroup group) => [.. group.Generators.Select(PermutationArrays.Of)];
}
