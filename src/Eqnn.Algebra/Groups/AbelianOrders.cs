namespace Eqnn.Algebra.Groups;

/// <summary>The orders of all elements of an abelian group, without a cycle count for each element.</summary>
/// <remarks>
/// Along A₀ = 1 ≤ A₁ ≤ …, A_j = ⟨s₁, …, s_j⟩, with m_j the least m such that s_j^m ∈ A_{j−1}: an element s_j^a x, x ∈ A_{j−1}, has order t · order((s_j^a x)^t) with t = m_j / gcd(m_j, a),
/// the order of its class modulo A_{j−1}. Powers are taken on exponent vectors.
/// </remarks>
internal static class AbelianOrders
{
    public static long[] Of(ElementNumbering numbering, IReadOnlyList<Permutation> generators, CancellationToken cancellationToken)
    {
        var structure = new AbelianNumbering(numbering, generators, cancellationToken);
        var orders = new long[numbering.Count];
        var orderAt = new long[numbering.Count];
        orderAt[0] = 1;
        var exponents = new long[structure.Rank];
        for (var index = 0; index < orderAt.Length; index++)
        {
            if ((index & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (index > 0)
            {
                structure.ExponentsOf(index, exponents);
                var top = structure.Rank - 1;
                while (exponents[top] == 0)
                {
                    top--;
                }

                var modulus = structure.RelativeOrder(top);
                var t = modulus / PermutationArrays.GreatestCommonDivisor(modulus, exponents[top]);
                for (var i = 0; i <= top; i++)
                {
                    exponents[i] *= t;
                }

                // The power lies in A_top, whose indices come earlier.
                orderAt[index] = t * orderAt[structure.IndexOf(exponents)];
            }

            orders[structure.NumberAt(index)] = orderAt[index];
        }

        return orders;
    }
}
