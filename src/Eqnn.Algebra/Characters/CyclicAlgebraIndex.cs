using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>The Schur index of a character χ that is induced from a normal subgroup N, cyclic modulo the kernel of χ, with cyclic quotient G/N: its simple algebra is a cyclic one, and class field theory gives the local indices.</summary>
/// <remarks>
/// <para>Let g generate N modulo the kernel, m its order there, b generate G/N, b g b⁻¹ = g^r and b^n = g^t modulo the kernel. The algebra of χ over K = ℚ(χ) is (L/K, σ, u) with L = ℚ(ζ_m), σ: ζ_m ↦ ζ_m^r, u = ζ_m^t. Its index is the least common multiple of
/// the orders of u in K_p^*/N(L_p^*), over the primes p of m and the infinite ones. Where the ramification index e is prime to p, that order is the one of u^((q−1)/e) in the residue field of q elements.</para>
/// <para>[Yamada1974], [SerreLocal, XIV]; docs/theory.md#schur.</para>
/// </remarks>
internal static class CyclicAlgebraIndex
{
    /// <summary>The index of a character that is not of type H, with its reason; null where there is no such subgroup, or wild ramification leaves something open.</summary>
    public static (int Index, string Reason)? TryOf(IrreducibleCharacter character)
    {
        var (table, degree) = (character.Table, character.Degree);
        var quotient = table.Group.Order / (degree * character.KernelOrder);
        if (quotient > int.MaxValue)
        {
            return null;
        }

        var m = (long)quotient;
        for (var c = 1; c < table.Classes.Count; c++)
        {
            if (table.Classes[c].ElementOrder % m == 0 && !character.Kernel.Contains(c) && OrderModuloKernel(character, c) == m && Algebra(character, table.Classes[c].Representative, (int)m) is var (r, t))
            {
                return Index((int)m, (int)degree, r, t) is { } index
                    ? (index, FormattableString.Invariant($"a cyclic algebra over the field of values: roots of unity of order {m}, by local norms"))
                    : null;
            }
        }

        return null;
    }

    /// <summary>The least common multiple of the local indices at the primes of m; null where one is left open.</summary>
    internal static int? Index(int m, int n, int r, int t)
    {
        var index = 1L;
        var s = m / NumberTheory.Gcd(m, t);
        foreach (var p in NumberTheory.PrimeFactors(m))
        {
            var power = p;
            while (m / power % p == 0)
            {
                power *= p;
            }

            // The Galois group of L/K is {r^i}; in it the inertia group of p, 1 modulo the part of m prime to p, and the decomposition group, where powers of p are allowed.
            var rest = m / power;
            var frobenius = new HashSet<long>();
            for (var x = 1 % rest; frobenius.Add(x);)
            {
                x = x * p % rest;
            }

            var (inertia, decomposition, element) = (0, 0, 1L);
            for (var i = 0; i < n; i++)
            {
                inertia += element % rest == 1 % rest ? 1 : 0;
                decomposition += frobenius.Contains(element % rest) ? 1 : 0;
                element = element * r % m;
            }

            // U/N(U_L) is the inertia group; the residue field of K_p acts on its part prime to p, principal units on the rest.
            var (tame, prime) = (inertia, s);
            while (tame % p == 0)
            {
                tame /= (int)p;
            }

            while (prime % p == 0)
            {
                prime /= p;
            }

            if (tame != inertia && prime != s)
            {
                return null;
            }

            // The order of ζ^((q−1)/e), ζ of order s′: (q − 1)/e modulo s′, where s′ divides q − 1.
            var residueDegree = frobenius.Count / (decomposition / inertia);
            var exponent = (NumberTheory.ModPow(p, residueDegree, prime * tame) - 1 + (prime * tame)) % (prime * tame) / tame;
            index = NumberTheory.Lcm(index, prime / NumberTheory.Gcd(prime, exponent == 0 ? prime : exponent));
        }

        return (int)index;
    }

    private static long OrderModuloKernel(IrreducibleCharacter character, int c) =>
        NumberTheory.Divisors(character.Table.Classes[c].ElementOrder).First(k => character.Kernel.Contains(character.Table.PowerOfClass(c, k)));

    /// <summary>r and t, if ⟨g⟩ is normal modulo the kernel and the quotient by it is cyclic.</summary>
    private static (int R, int T)? Algebra(IrreducibleCharacter character, Permutation g, int m)
    {
        var (group, n) = (character.Table.Group, character.Degree);
        var powers = new List<int[]> { PermutationArrays.Identity(group.Degree) };
        var partition = group.Partition;

        // The i with x g^−i in the kernel, or −1.
        int PlaceOf(int[] x)
        {
            for (var i = 0; i < m; i++)
            {
                if (i == powers.Count)
                {
                    powers.Add(PermutationArrays.Product(powers[^1], g.RawImages));
                }

                if (character.Kernel.Contains(partition.PositionOf(PermutationArrays.Product(x, PermutationArrays.Inverse(powers[i])))))
                {
                    return i;
                }
            }

            return -1;
        }

        if (group.EssentialGenerators.Any(x => PlaceOf(PermutationArrays.Conjugate(g.RawImages, x)) < 0))
        {
            return null;
        }

        foreach (var conjugacyClass in group.ConjugacyClasses)
        {
            var b = conjugacyClass.Representative.RawImages;
            if (conjugacyClass.ElementOrder % n == 0 && PlaceOf(PermutationArrays.Conjugate(g.RawImages, b)) is var r && OrderOf(r, m) == n)
            {
                return (r, PlaceOf(PermutationArrays.Power(b, n)));
            }
        }

        return null;
    }

    private static long OrderOf(long unit, long modulus)
    {
        var order = 1L;
        for (var power = unit % modulus; power != 1 % modulus; power = power * unit % modulus)
        {
            order++;
        }

        return order;
    }
}
