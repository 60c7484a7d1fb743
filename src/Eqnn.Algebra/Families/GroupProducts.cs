using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>Direct products and powers on disjoint point sets, wreath products in the imprimitive action.</summary>
internal static class GroupProducts
{
    /// <summary>More entries than this in the generators of one group are refused: names like <c>C2^40000</c> are short, the arrays are not.</summary>
    private const long MaxEntries = 50_000_000;

    /// <summary>The factors side by side: first all points of the first, then those of the second, and so on.</summary>
    public static GroupRecipe Direct(IReadOnlyList<GroupRecipe> factors, GroupLimits limits)
    {
        BigInteger degree = 0;
        BigInteger count = 0;
        BigInteger? order = 1;
        foreach (var factor in factors)
        {
            degree += factor.Degree;
            count += factor.Generators.Length;
            order *= factor.Order;
        }

        Require(degree, count, limits);
        var generators = new List<Permutation>();
        var start = 0;
        foreach (var factor in factors)
        {
            foreach (var generator in factor.Generators)
            {
                generators.Add(At(generator, start, (int)degree));
            }

            start += factor.Degree;
        }

        return new(string.Join(" x ", factors.Select(f => f.NameAt(0))), (int)degree, generators.ToArray(), order, GroupKind.General, 0);
    }

    public static GroupRecipe Power(GroupRecipe factor, int exponent, GroupLimits limits)
    {
        if (exponent == 1)
        {
            return factor;
        }

        Require((BigInteger)factor.Degree * exponent, (BigInteger)factor.Generators.Length * exponent, limits);
        var product = Direct(Enumerable.Repeat(factor, exponent).ToArray(), limits);
        return product with { Name = factor.NameAt(3) + "^" + exponent.ToString(CultureInfo.InvariantCulture), Strength = 2 };
    }

    /// <summary>A wr B: blocks, one for each point of B, permuted by B; A acts in the blocks. Generators: those of A in one block of each orbit of B, then those of B.</summary>
    public static GroupRecipe Wreath(GroupRecipe bottom, GroupRecipe top, GroupLimits limits)
    {
        var blocks = top.Degree;
        var size = bottom.Degree;
        var degree = (BigInteger)size * blocks;
        Require(degree, bottom.Generators.Length + top.Generators.Length, limits);
        var generators = new List<Permutation>();
        foreach (var block in OrbitPartition.Minima(blocks, top.Generators.Select(g => g.RawImages).ToArray()))
        {
            Require(degree, generators.Count + bottom.Generators.Length + top.Generators.Length, limits);
            foreach (var generator in bottom.Generators)
            {
                generators.Add(At(generator, block * size, (int)degree));
            }
        }

        foreach (var generator in top.Generators)
        {
            var images = new int[(int)degree];
            for (var x = 0; x < images.Length; x++)
            {
                images[x] = (generator.RawImages[x / size] * size) + (x % size);
            }

            generators.Add(PermutationArrays.ToPermutation(images));
        }

        var order = bottom.Order is { } a && top.Order is { } b ? BigInteger.Pow(a, blocks) * b : (BigInteger?)null;
        return new(bottom.NameAt(2) + " wr " + top.NameAt(2), (int)degree, generators.ToArray(), order, GroupKind.General, 1);
    }

    private static void Require(BigInteger degree, BigInteger generators, GroupLimits limits)
    {
        limits.RequireDegree(degree);
        if (degree * generators > MaxEntries)
        {
            throw new LimitExceededException("entries of generators", MaxEntries, (degree * generators).ToString(CultureInfo.InvariantCulture) + " entries", "not possible");
        }
    }

    private static Permutation At(Permutation p, int start, int degree)
    {
        var images = PermutationArrays.Identity(degree);
        for (var x = 0; x < p.Degree; x++)
        {
            images[start + x] = start + p.RawImages[x];
        }

        return PermutationArrays.ToPermutation(images);
    }
}
