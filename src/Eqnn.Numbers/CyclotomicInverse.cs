namespace Eqnn.Numbers;

/// <summary>The reciprocal of an irrational cyclotomic number.</summary>
/// <remarks>
/// Climb a chain of subgroups 1 &lt; H_1 &lt; … &lt; Gal by prime steps: with y_0 = x and y_i the product of the conjugates of y_(i-1) under H_i / H_(i-1), y_i lies in the fixed field of H_i and
/// x^-1 = (product of all conjugates multiplied in) / y_r, y_r rational. A step that fixes y, and all steps after y became rational, are skipped.
/// About two multiplications for each prime factor of φ(n), against φ(n) for the plain norm and φ(n)³ for a linear system.
/// </remarks>
internal sealed class CyclotomicInverse
{
    // Products of pairs of 64-bit words; about a minute.
    private const long LargestWork = 20_000_000_000;

    private long _work;

    /// <summary>The reciprocal.</summary>
    public static Cyclotomic Of(CyclotomicBody body)
    {
        var value = new Cyclotomic(body);
        if (body.Count == 1)
        {
            // (c ζ^e)^-1 = c^-1 ζ^-e.
            return body.Coefficient(0).Inverse() * Cyclotomic.E(body.Conductor, -body.Exponents[0]);
        }

        return new CyclotomicInverse().ByNorms(value);
    }

    private Cyclotomic ByNorms(Cyclotomic value)
    {
        var (cofactor, norm) = (Cyclotomic.One, value);
        foreach (var step in ConductorTable.Of(value.Conductor).GaloisChain)
        {
            if (norm.IsRational)
            {
                break;
            }

            var image = norm.GaloisConjugate(step.Multiplier);
            if (image == norm)
            {
                continue;
            }

            var others = step.Index == 2 ? image : OtherConjugates(norm, step);
            cofactor = Product(cofactor, others);
            norm = Product(norm, others);
        }

        return cofactor * norm.ToRational().Inverse();
    }

    // σ(y) σ²(y) … σ^(p-1)(y), by doubling: with A_k = y σ(y) … σ^(k-1)(y), A_2k = A_k σ^k(A_k) and A_(k+1) = y σ(A_k).
    private Cyclotomic OtherConjugates(Cyclotomic y, GaloisStep step)
    {
        var count = step.Index - 1;
        var product = y;
        var length = 1;
        for (var bit = System.Numerics.BitOperations.Log2((uint)count) - 1; bit >= 0; bit--)
        {
            product = Product(product, product.GaloisConjugate(Power(y, step.Multiplier, length)));
            length *= 2;
            if (((count >> bit) & 1) == 1)
            {
                product = Product(y, product.GaloisConjugate(step.Multiplier));
                length++;
            }
        }

        return product.GaloisConjugate(step.Multiplier);
    }

    private Cyclotomic Product(Cyclotomic a, Cyclotomic b)
    {
        if (a.Body is { } x && b.Body is { } y)
        {
            _work += Math.Min(LargestWork, (long)x.Count * y.Count * x.WordLength() * y.WordLength());
            if (_work > LargestWork)
            {
                throw new LimitExceededException("steps to invert a cyclotomic number", LargestWork, "more", "use numbers of smaller conductor, this limit is fixed");
            }
        }

        return a * b;
    }

    private static long Power(Cyclotomic y, int multiplier, int exponent) => NumberTheory.ModPow(multiplier, exponent, y.Conductor);
}
