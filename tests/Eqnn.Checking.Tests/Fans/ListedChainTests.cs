using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Checking.Fans;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Checking.Tests.Fans;

/// <summary>The plain chain of the checker beside the one of the library, which knows bounds by orbits, blocks and signs: neither trusts the other.</summary>
public sealed class ListedChainTests
{
    private static readonly BigInteger Most = BigInteger.Pow(10, 200);

    /// <summary>Groups with blocks on more points than a chain takes without bounds: elements with all sorts of signs, on the blocks and inside.</summary>
    [Law(Cases = 25)]
    public void Orders_agree_where_blocks_bound_them(int seed, bool threes, byte count)
    {
        var (size, blocks) = threes ? (3, 17) : (2, 25);
        var random = new Random(seed);
        List<int[]> generators = [.. Enumerable.Range(0, 2 + (count % 3)).Select(_ => Element(size, blocks, random))];
        var group = FiniteGroup.FromGenerators("G", size * blocks, generators.Select(images => Permutation.FromImages(images)));
        Assert.Equal(ListedChain.OrderOf(generators, Most, long.MaxValue, default), group.Order);
    }

    /// <summary>Two orbits whose signs agree, or do not.</summary>
    [Theory]
    [InlineData("(1,2)(9,10)", 2)]
    [InlineData("(1,2)", 1)]
    [InlineData("(1,2)(3,4)(9,10)", 1)]
    public void Signs_of_orbits_are_seen(string more, int index)
    {
        string[] generators = ["(1,2,3)", "(2,3,4,5,6,7,8)", "(9,10,11)", "(10,11,12,13,14,15,16)", more, .. index == 1 ? new[] { "(9,10)" } : []];
        List<int[]> images = [.. generators.Select(text => PermutationArrays.Of(Permutation.Parse(text, 16)))];
        var order = NumberTheory.Factorial(8) * NumberTheory.Factorial(8) / index;
        var expected = more == "(1,2)(3,4)(9,10)" ? order / 2 : order;
        Assert.Equal(expected, ListedChain.OrderOf(images, Most, long.MaxValue, default));
        Assert.Equal(expected, FiniteGroup.FromGenerators("G", 16, images.Select(image => Permutation.FromImages(image))).Order);
    }

    [Fact]
    public void A_bound_and_a_budget_end_it()
    {
        List<int[]> images = [[1, 2, 3, 4, 5, 0], [1, 0, 2, 3, 4, 5]];
        Assert.Equal(720, ListedChain.OrderOf(images, 720, long.MaxValue, default));
        Assert.Null(ListedChain.OrderOf(images, 719, long.MaxValue, default));
        Assert.Throws<LimitExceededException>(() => ListedChain.OrderOf(images, 720, 20, default));
        Assert.Throws<OperationCanceledException>(() => ListedChain.OrderOf(images, 720, long.MaxValue, new CancellationToken(canceled: true)));
    }

    /// <summary>An element of S_size wr S_blocks: on the blocks nothing, a transposition, two of them, a cycle of three or of all; inside some blocks a cycle or a transposition.</summary>
    private static int[] Element(int size, int blocks, Random random)
    {
        int[] above = [.. Enumerable.Range(0, blocks)];
        var length = random.Next(6) switch { 0 => 1, 1 => 2, 2 => 3, 3 => 4, 4 => blocks - 1, _ => blocks };
        int[] moved = [.. Enumerable.Range(0, blocks).OrderBy(_ => random.Next()).Take(length)];
        for (var i = 0; i < length; i++)
        {
            above[moved[i]] = moved[(i + 1) % length];
        }

        var images = new int[size * blocks];
        var often = random.Next(3);
        for (var block = 0; block < blocks; block++)
        {
            int[] inside = [.. Enumerable.Range(0, size)];
            if (often > 0 && random.Next(often == 1 ? 8 : 2) == 0)
            {
                inside = random.Next(2) == 0 ? [.. inside.Skip(1), 0] : [1, 0, .. inside.Skip(2)];
            }

            for (var i = 0; i < size; i++)
            {
                images[(size * block) + i] = (size * above[block]) + inside[i];
            }
        }

        return images;
    }
}
