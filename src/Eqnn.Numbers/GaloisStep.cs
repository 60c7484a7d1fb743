namespace Eqnn.Numbers;

/// <summary>One step of a chain of subgroups of the Galois group (Z/n)^*: the automorphism ζ → ζ^Multiplier has order Index modulo the group reached before.</summary>
/// <param name="Multiplier">A unit modulo n.</param>
/// <param name="Index">A prime.</param>
internal readonly record struct GaloisStep(int Multiplier, int Index)
{
    /// <summary>A chain from 1 to (Z/n)^*; the largest prime power of n is used up first, and inside it the automorphisms that fix the most roots of unity, so that norms fall into smaller cyclotomic fields soon.</summary>
    public static IReadOnlyList<GaloisStep> ChainOf(ConductorTable table)
    {
        var steps = new List<GaloisStep>();
        var n = table.Conductor;
        foreach (var part in table.Primes.OrderByDescending(p => p.Power))
        {
            var q = part.Power;
            if (part.Prime == 2)
            {
                // (Z/2^k)^* = <-1> × <5>.
                AddCyclic(steps, n, q, 5 % q, q / 4);
                AddCyclic(steps, n, q, q - 1, q == 2 ? 1 : 2);
            }
            else
            {
                AddCyclic(steps, n, q, NumberTheory.PrimitiveRoot(q), q - (q / part.Prime));
            }
        }

        return steps.AsReadOnly();
    }

    // The subgroups of a cyclic group of the given order, from the smallest up; of the primes the one that divides q comes first.
    private static void AddCyclic(List<GaloisStep> steps, int n, int q, long generator, int order)
    {
        if (order <= 1)
        {
            return;
        }

        var indices = NumberTheory.Factor(order).SelectMany(f => Enumerable.Repeat(f.Prime, f.Exponent)).OrderByDescending(p => q % p == 0).ThenBy(p => p);
        long rest = order;
        foreach (var p in indices)
        {
            rest /= p;
            steps.Add(new GaloisStep(Lift(NumberTheory.ModPow(generator, rest, q), q, n), (int)p));
        }
    }

    // The unit modulo n that is u modulo q and 1 modulo n/q.
    private static int Lift(long u, int q, int n)
    {
        long cofactor = n / q;
        var lifted = (1 + (cofactor * NumberTheory.Mod((u - 1) * NumberTheory.ModInverse(cofactor, q), q))) % n;
        return (int)lifted;
    }
}
