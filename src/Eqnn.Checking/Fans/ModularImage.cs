using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Checking.Fans;

/// <summary>The image of cyclotomics in a prime field that holds the n-th roots of unity. Used for lower bounds of ranks alone: a minor that is not 0 modulo p is not 0.</summary>
internal sealed class ModularImage
{
    private readonly int _conductor;
    private readonly ulong[] _powers;
    private readonly Dictionary<Cyclotomic, ulong> _known = [];

    private ModularImage(int conductor, ulong prime, ulong[] powers)
    {
        _conductor = conductor;
        Prime = prime;
        _powers = powers;
    }

    /// <summary>p, below 2^31.</summary>
    public ulong Prime { get; }

    /// <summary>A field for numbers of conductors dividing <paramref name="conductor"/>.</summary>
    public static ModularImage Of(int conductor)
    {
        var n = (ulong)conductor;
        for (var p = (1_500_000_000UL / n * n) + 1; ; p += n)
        {
            if (!NumberTheory.IsPrime((long)p))
            {
                continue;
            }

            for (var candidate = 2UL; candidate < 1000; candidate++)
            {
                var root = Power(candidate, (p - 1) / n, p);
                if (!HasOrder(root, n, p))
                {
                    continue;
                }

                var powers = new ulong[n];
                powers[0] = 1;
                for (var k = 1; k < powers.Length; k++)
                {
                    powers[k] = powers[k - 1] * root % p;
                }

                return new ModularImage(conductor, p, powers);
            }
        }
    }

    /// <summary>The image of a number; null if p divides its denominator.</summary>
    public ulong? TryMap(Cyclotomic value)
    {
        if (_known.TryGetValue(value, out var known))
        {
            return known;
        }

        var step = _conductor / value.Conductor;
        var sum = 0UL;
        foreach (var (exponent, coefficient) in value.ZumbroichCoefficients)
        {
            var denominator = Residue(coefficient.Denominator);
            if (denominator == 0)
            {
                return null;
            }

            sum = (sum + (Residue(coefficient.Numerator) * Power(denominator, Prime - 2, Prime) % Prime * _powers[exponent * step])) % Prime;
        }

        return _known[value] = sum;
    }

    /// <summary>1/x.</summary>
    public ulong Inverse(ulong x) => Power(x, Prime - 2, Prime);

    private ulong Residue(BigInteger value)
    {
        var rest = (long)(value % Prime);
        return rest < 0 ? (ulong)(rest + (long)Prime) : (ulong)rest;
    }

    private static bool HasOrder(ulong root, ulong n, ulong p)
    {
        var rest = n;
        for (var q = 2UL; q <= rest; q++)
        {
            if (rest % q != 0)
            {
                continue;
            }

            if (Power(root, n / q, p) == 1)
            {
                return false;
            }

            while (rest % q == 0)
            {
                rest /= q;
            }
        }

        return true;
    }

    private static ulong Power(ulong x, ulong exponent, ulong p)
    {
        var result = 1UL;
        for (x %= p; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                result = result * x % p;
            }

            x = x * x % p;
        }

        return result;
    }
}
