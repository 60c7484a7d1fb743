using System.Globalization;
using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>The extraspecial groups p^{1+2n}_+ and p^{1+2n}_−: centre, derived subgroup and Frattini subgroup of order p.</summary>
/// <remarks>
/// <para><b>+</b>: exponent p for odd p, central product of dihedral groups of order 8 for p = 2. On pairs (v, c) ∈ (Z/p)^n × Z/p by X_i : v_i ↦ v_i + 1 and Z_i : c ↦ c + v_i.</para>
/// <para><b>−</b>, odd p: the same with a carry, X₁ adds 1 to c whenever v₁ returns to 0; so X₁ has order p². <b>−</b>, p = 2: dihedral factors and one quaternion group, on (Z/2)^{n−1} × Q₈, Z_i multiplying by (−1)^{v_i}.</para>
/// </remarks>
internal static class ExtraspecialGroups
{
    public static GroupRecipe Make(int p, int n, bool plus, GroupLimits limits)
    {
        var quaternion = p == 2 && !plus;
        limits.RequireDegree(BigInteger.Pow(p, Math.Min(quaternion ? n + 2 : n + 1, 64)));
        var name = string.Create(CultureInfo.InvariantCulture, $"{p}^{{1+{2 * n}}}_{(plus ? '+' : '-')}");
        var order = BigInteger.Pow(p, (2 * n) + 1);
        return quaternion ? new(name, 1 << (n + 2), Quaternion(n), order) : new(name, PowerOf(p, n + 1), Heisenberg(p, n, !plus), order);
    }

    private static Permutation[] Heisenberg(int p, int n, bool carry)
    {
        var size = PowerOf(p, n + 1);
        var generators = new List<Permutation>();
        for (var i = 0; i < n; i++)
        {
            // The point (v, c) is c + p·Σ v_i p^i.
            var unit = PowerOf(p, i + 1);
            var shift = new int[size];
            var phase = new int[size];
            for (var x = 0; x < size; x++)
            {
                var (v, c) = (x / unit % p, x % p);
                var turned = v == p - 1;
                var newC = carry && i == 0 && turned ? (c + 1) % p : c;
                shift[x] = x + ((turned ? 1 - p : 1) * unit) + newC - c;
                phase[x] = x - c + ((c + v) % p);
            }

            generators.Add(PermutationArrays.ToPermutation(shift));
            generators.Add(PermutationArrays.ToPermutation(phase));
        }

        return generators.ToArray();
    }

    private static Permutation[] Quaternion(int n)
    {
        var q8 = ClassicalFamilies.Quaternion(8).Generators;
        var central = q8[0] * q8[0];
        var size = 1 << (n + 2);
        var generators = new List<Permutation>();
        for (var i = 0; i < n - 1; i++)
        {
            var shift = new int[size];
            var sign = new int[size];
            for (var x = 0; x < size; x++)
            {
                shift[x] = x ^ (8 << i);
                sign[x] = (x & (8 << i)) != 0 ? x - (x % 8) + central[x % 8] : x;
            }

            generators.Add(PermutationArrays.ToPermutation(shift));
            generators.Add(PermutationArrays.ToPermutation(sign));
        }

        foreach (var generator in q8)
        {
            var images = new int[size];
            for (var x = 0; x < size; x++)
            {
                images[x] = x - (x % 8) + generator[x % 8];
            }

            generators.Add(PermutationArrays.ToPermutation(images));
        }

        return generators.ToArray();
    }

    private static int PowerOf(int p, int exponent)
    {
        var power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= p;
        }

        return power;
    }
}
