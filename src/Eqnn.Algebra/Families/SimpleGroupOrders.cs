using System.Globalization;
using System.Numerics;

namespace Eqnn.Algebra.Families;

/// <summary>The finite simple groups that are not abelian, by order: the classification as a table.</summary>
/// <remarks>
/// <para>Isomorphic groups are listed once: A₅ for PSL(2,4) and PSL(2,5), PSL(2,7) for PSL(3,2), A₆ for PSL(2,9), A₈ for PSL(4,2), PSp(4,3) for PSU(4,2). Two groups share an order only for 20160 (A₈, PSL(3,4)) and for the pairs PSp(2n,q), Ω(2n+1,q)
/// with q odd and n ≥ 3. [Wilson, §1.2].</para>
/// <para>The families are searched completely for orders below 10^18; beyond, only alternating groups are named.</para>
/// </remarks>
internal static class SimpleGroupOrders
{
    private static readonly BigInteger Bound = BigInteger.Pow(10, 18);

    /// <summary>The names of the simple groups of an order: none, one or two.</summary>
    public static IReadOnlyList<string> NamesOf(BigInteger order) => order < Bound ? [.. All(order).Where(group => group.Order == order).Select(group => group.Name)] : AlternatingOf(order) is { } name ? [name] : [];

    /// <summary>True iff all simple groups of this order would be found.</summary>
    public static bool Covers(BigInteger order) => order < Bound;

    private static string? AlternatingOf(BigInteger order)
    {
        BigInteger half = 60;
        for (var n = 5; half <= order; half *= ++n)
        {
            if (half == order)
            {
                return "A" + Text(n);
            }
        }

        return null;
    }

    /// <summary>All that can have the order: fields with q | order, and at most as large as PSL(2,q), the smallest group over each field, allows.</summary>
    private static IEnumerable<(BigInteger Order, string Name)> All(BigInteger wanted)
    {
        BigInteger half = 60;
        for (var n = 5; half <= wanted; half *= ++n)
        {
            yield return (half, "A" + Text(n));
        }

        foreach (var (name, order) in Sporadic)
        {
            yield return (order, name);
        }

        // Half of q²(q − 1) is less than |PSL(2,q)|.
        for (var q = 2; (BigInteger)q * q * (q - 1) / 2 <= wanted; q++)
        {
            if ((wanted % q).IsZero && FiniteField.PrimePower(q) is { Degree: > 0 } power)
            {
                foreach (var group in OverField(q, power.Characteristic, power.Degree))
                {
                    yield return group;
                }
            }
        }
    }

    private static IEnumerable<(BigInteger Order, string Name)> OverField(int q, int p, int degree)
    {
        BigInteger Q(int e) => BigInteger.Pow(q, e);
        BigInteger Gcd(BigInteger a, BigInteger b) => BigInteger.GreatestCommonDivisor(a, b);
        BigInteger ProductOf(int from, int to, int step, Func<int, BigInteger> factor)
        {
            var product = BigInteger.One;
            for (var i = from; i <= to; i += step)
            {
                product *= factor(i);
            }

            return product;
        }

        bool Fits(int exponent) => BigInteger.Log(q) * exponent < 48;
        for (var n = 2; Fits((n * n) - n); n++)
        {
            var isElsewhere = (n == 2 && q is 2 or 3 or 4 or 5 or 9) || (n is 3 or 4 && q == 2);
            var order = Q(n * (n - 1) / 2) * ProductOf(2, n, 1, i => Q(i) - 1) / Gcd(n, q - 1);
            if (!isElsewhere && order < Bound)
            {
                yield return (order, $"PSL({Text(n)},{Text(q)})");
            }
        }

        for (var n = 3; Fits((n * n) - n); n++)
        {
            var order = Q(n * (n - 1) / 2) * ProductOf(2, n, 1, i => Q(i) - (i % 2 == 0 ? 1 : -1)) / Gcd(n, q + 1);
            if (!(n == 3 && q == 2) && !(n == 4 && q == 2) && order < Bound)
            {
                yield return (order, $"PSU({Text(n)},{Text(q)})");
            }
        }

        for (var n = 2; Fits(2 * n * n); n++)
        {
            var order = Q(n * n) * ProductOf(1, n, 1, i => Q(2 * i) - 1) / Gcd(2, q - 1);
            if (!(n == 2 && q == 2) && order < Bound)
            {
                yield return (order, $"PSp({Text(2 * n)},{Text(q)})");
                if (n >= 3 && p != 2)
                {
                    yield return (order, $"Omega({Text((2 * n) + 1)},{Text(q)})");
                }
            }
        }

        for (var n = 4; Fits((2 * n * n) - (2 * n)); n++)
        {
            foreach (var sign in (int[])[1, -1])
            {
                var order = Q(n * (n - 1)) * (Q(n) - sign) * ProductOf(1, n - 1, 1, i => Q(2 * i) - 1) / Gcd(4, Q(n) - sign);
                if (order < Bound)
                {
                    yield return (order, $"POmega{(sign > 0 ? '+' : '-')}({Text(2 * n)},{Text(q)})");
                }
            }
        }

        if (q > 2 && Fits(12))
        {
            yield return (Q(6) * (Q(6) - 1) * (Q(2) - 1), $"G2({Text(q)})");
        }

        if (Fits(26))
        {
            yield return (Q(12) * (Q(8) + Q(4) + 1) * (Q(6) - 1) * (Q(2) - 1), $"3D4({Text(q)})");
        }

        if (p == 2 && degree % 2 == 1 && degree > 1)
        {
            yield return (Q(2) * (Q(2) + 1) * (q - 1), $"Sz({Text(q)})");
        }

        if (p == 3 && degree % 2 == 1 && degree > 1 && Fits(7))
        {
            yield return (Q(3) * (Q(3) + 1) * (q - 1), $"2G2({Text(q)})");
        }
    }

    /// <summary>The sporadic groups and the Tits group of order below the bound.</summary>
    private static readonly (string Name, long Order)[] Sporadic =
    [
        ("M11", 7920), ("M12", 95040), ("J1", 175560), ("M22", 443520), ("J2", 604800), ("M23", 10200960), ("2F4(2)'", 17971200), ("HS", 44352000), ("J3", 50232960), ("M24", 244823040), ("McL", 898128000),
        ("He", 4030387200), ("Ru", 145926144000), ("Suz", 448345497600), ("ON", 460815505920), ("Co3", 495766656000), ("Co2", 42305421312000), ("Fi22", 64561751654400), ("HN", 273030912000000), ("Ly", 51765179004000000),
        ("Th", 90745943887872000),
    ];

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
