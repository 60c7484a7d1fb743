namespace Eqnn.Numbers;

/// <content>The least conductor of a number.</content>
internal static partial class CyclotomicKernel<TInt>
{
    private static bool TryLowerConductor(ref int n, ref int[] exponents, ref TInt[] coefficients)
    {
        foreach (var part in ConductorTable.Of(n).Primes)
        {
            var p = part.Prime;
            if (part.Exponent > 1)
            {
                // The basis elements that lie in Q(ζ_(n/p)) are those with exponents divisible by p, and they are the basis there.
                if (!AllDivisible(exponents, p))
                {
                    continue;
                }

                var divisor = p == 2 && part.Exponent == 2 ? 4 : p;
                exponents = Array.ConvertAll(exponents, e => e / divisor);
                n /= divisor;
                return true;
            }

            // p divides n once: the number lies in Q(ζ_(n/p)) iff its coefficients are constant on the cosets of <ζ_p> (without the bad member).
            if (exponents.Length % (p - 1) == 0 && IsConstantOnCosets(exponents, coefficients, n, part))
            {
                Contract(ref n, ref exponents, ref coefficients, part);
                return true;
            }
        }

        return false;
    }

    private static bool AllDivisible(int[] exponents, int p)
    {
        foreach (var e in exponents)
        {
            if (e % p != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsConstantOnCosets(int[] exponents, TInt[] coefficients, int n, PrimePart part)
    {
        for (var i = 0; i < exponents.Length; i++)
        {
            var next = Next(exponents[i]);
            if (next % part.Prime == 0)
            {
                next = Next(next);
            }

            var at = Array.BinarySearch(exponents, next);
            if (at < 0 || coefficients[at] != coefficients[i])
            {
                return false;
            }
        }

        return true;

        int Next(int e) => e + part.Step >= n ? e + part.Step - n : e + part.Step;
    }

    // Σ_{j=1}^{p-1} c ζ^(e + j n/p) = -c ζ^e for e divisible by p; the term with residue 1 stands for its coset.
    private static void Contract(ref int n, ref int[] exponents, ref TInt[] coefficients, PrimePart part)
    {
        var p = part.Prime;
        var count = exponents.Length / (p - 1);
        var (newExponents, newCoefficients) = (new int[count], new TInt[count]);
        var k = 0;
        for (var i = 0; i < exponents.Length; i++)
        {
            if ((long)exponents[i] * part.Inverse % p == 1)
            {
                var e = exponents[i] - part.Step;
                newExponents[k] = (e < 0 ? e + n : e) / p;
                newCoefficients[k++] = -coefficients[i];
            }
        }

        Array.Sort(newExponents, newCoefficients);
        (n, exponents, coefficients) = (n / p, newExponents, newCoefficients);
    }
}
