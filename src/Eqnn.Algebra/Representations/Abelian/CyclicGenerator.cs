using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Abelian;

/// <summary>The chosen generator of a cyclic permutation group, by its exponents at the generators: that of <see cref="Characters.CharacterTable"/>, found without listing the group.</summary>
internal static class CyclicGenerator
{
    /// <summary>The exponents e with c = Π g_j^{e_j}: the first generator that generates the group, else the element of full order with the lexicographically least images.</summary>
    public static BigInteger[] ExponentsOf(FiniteGroup group)
    {
        var generators = group.Generators;
        var order = group.Order;
        var exponents = new BigInteger[generators.Count];
        for (var j = 0; j < exponents.Length; j++)
        {
            if (generators[j].Order == order)
            {
                exponents[j] = BigInteger.One;
                return exponents;
            }
        }

        foreach (var (prime, part) in PrimeParts(group))
        {
            // A generator whose order has the whole power of the prime gives an element of that order.
            var j = Enumerable.Range(0, exponents.Length).First(i => (generators[i].Order % part).IsZero);
            exponents[j] += generators[j].Order / part;
        }

        var some = ElementOf(group, exponents);
        var unit = LeastUnit(some, order);
        for (var j = 0; j < exponents.Length; j++)
        {
            exponents[j] = exponents[j] * unit % generators[j].Order;
        }

        return exponents;
    }

    /// <summary>The logarithms t with g_j = c^{t_j}, 0 ≤ t_j &lt; n.</summary>
    public static BigInteger[] LogarithmsOf(FiniteGroup group, BigInteger[] exponents)
    {
        var generator = ElementOf(group, exponents);
        var (place, length, _) = Cycles(generator);
        return [.. group.Generators.Select(g =>
        {
            // On each cycle of c the generator is a rotation; the rotations agree modulo common divisors of the lengths.
            var (t, modulus) = (BigInteger.Zero, BigInteger.One);
            for (var x = 0; x < place.Length; x++)
            {
                if (place[x] == 0 && !(modulus % length[x]).IsZero)
                {
                    (t, modulus) = Combine(t, modulus, place[g[x]], length[x]);
                }
            }

            return Power(generator, t).AsSpan().SequenceEqual(g.RawImages) ? t : throw NoPower(g.ToString());
        })];
    }

    /// <summary>The images of Π g_j^{e_j}.</summary>
    public static int[] ElementOf(FiniteGroup group, BigInteger[] exponents)
    {
        var images = PermutationArrays.Identity(group.Degree);
        for (var j = 0; j < exponents.Length; j++)
        {
            if (!exponents[j].IsZero)
            {
                images = PermutationArrays.Product(Power(group.Generators[j].RawImages, exponents[j]), images);
            }
        }

        return images;
    }

    private static IEnumerable<(long Prime, BigInteger Part)> PrimeParts(FiniteGroup group)
    {
        foreach (var prime in group.Generators.SelectMany(g => g.CycleLengths).Distinct().SelectMany(length => NumberTheory.PrimeFactors(length)).Distinct().Order())
        {
            var (part, rest) = (BigInteger.One, group.Order);
            while ((rest % prime).IsZero)
            {
                (part, rest) = (part * prime, rest / prime);
            }

            if (part > 1)
            {
                yield return (prime, part);
            }
        }
    }

    /// <summary>The unit u for which c^u has the least images. A coset u + dℤ holds units modulo n iff u is prime to d, so images may be made least one point after the other.</summary>
    private static BigInteger LeastUnit(int[] c, BigInteger order)
    {
        var (place, length, cycle) = Cycles(c);
        var (unit, modulus) = (BigInteger.Zero, BigInteger.One);
        for (var x = 0; x < c.Length && modulus < order; x++)
        {
            var next = NumberTheory.Lcm(modulus, (BigInteger)length[x]);
            var (best, image) = (unit, int.MaxValue);
            for (var candidate = unit; candidate < next && next > modulus; candidate += modulus)
            {
                if (BigInteger.GreatestCommonDivisor(candidate, next).IsOne)
                {
                    var to = cycle[x][(int)((place[x] + candidate) % length[x])];
                    (best, image) = to < image ? (candidate, to) : (best, image);
                }
            }

            (unit, modulus) = (best, next);
        }

        return unit;
    }

    private static int[] Power(int[] images, BigInteger exponent)
    {
        var (place, length, cycle) = Cycles(images);
        var power = new int[images.Length];
        for (var x = 0; x < power.Length; x++)
        {
            power[x] = cycle[x][(int)((place[x] + (exponent % length[x])) % length[x])];
        }

        return power;
    }

    /// <summary>For each point its place in its cycle, the length of that and the cycle itself, from its least point on.</summary>
    private static (int[] Place, int[] Length, int[][] Cycle) Cycles(int[] images)
    {
        var (place, length, cycles) = (new int[images.Length], new int[images.Length], new int[images.Length][]);
        for (var x = 0; x < images.Length; x++)
        {
            if (length[x] > 0)
            {
                continue;
            }

            var cycle = new List<int>();
            for (var y = x; cycle.Count == 0 || y != x; y = images[y])
            {
                place[y] = cycle.Count;
                cycle.Add(y);
            }

            int[] whole = [.. cycle];
            foreach (var y in whole)
            {
                (length[y], cycles[y]) = (whole.Length, whole);
            }
        }

        return (place, length, cycles);
    }

    /// <summary>The number modulo lcm(m, n) that is t modulo m and s modulo n, where there is one.</summary>
    /// <exception cref="CertificateException">There is none.</exception>
    internal static (BigInteger Value, BigInteger Modulus) Combine(BigInteger t, BigInteger m, int s, int n)
    {
        var modulus = NumberTheory.Lcm(m, (BigInteger)n);
        while (t % n != s && t < modulus)
        {
            t += m;
        }

        return t < modulus ? (t, modulus) : throw NoPower(FormattableString.Invariant($"{s} modulo {n}"));
    }

    private static CertificateException NoPower(string what) => new CertificateException("the elements of a cyclic group are powers of a generator", what);
}
