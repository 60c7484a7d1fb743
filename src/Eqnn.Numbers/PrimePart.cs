namespace Eqnn.Numbers;

/// <summary>One prime power q = p^k exactly dividing n, and which exponents modulo n it keeps out of the Zumbroich basis.</summary>
internal sealed class PrimePart
{
    /// <summary>Lists the bad exponents of p in n.</summary>
    public PrimePart(int n, int p, int exponent)
    {
        Prime = p;
        Exponent = exponent;
        Power = 1;
        for (var i = 0; i < exponent; i++)
        {
            Power *= p;
        }

        Step = n / p;
        var cofactor = n / Power;
        Inverse = (int)NumberTheory.ModInverse(cofactor, Power);

        // The residue t of i is i · (n/q)^-1 modulo q; i = t · n/q + (a multiple of q).
        var bad = new List<int>(n / p);
        var width = ((Power / p) - 1) / 2;
        for (var i = 0; i < n; i++)
        {
            var t = (int)((long)i * Inverse % Power);
            if (p == 2 ? t >= Power / 2 : t <= width || t >= Power - width)
            {
                bad.Add(i);
            }
        }

        BadExponents = [.. bad];
    }

    /// <summary>p.</summary>
    public int Prime { get; }

    /// <summary>k.</summary>
    public int Exponent { get; }

    /// <summary>q = p^k.</summary>
    public int Power { get; }

    /// <summary>n/p: ζ^(n/p) is a p-th root of unity.</summary>
    public int Step { get; }

    /// <summary>The inverse of n/q modulo q.</summary>
    public int Inverse { get; }

    /// <summary>The exponents in 0 .. n-1 with a bad residue, ascending; n/p of them.</summary>
    public int[] BadExponents { get; }
}
