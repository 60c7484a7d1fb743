using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>A character of degree 2, induced from x ↦ ζ_n^k of a cyclic subgroup ⟨x⟩ of index 2.</summary>
/// <param name="k">The exponent.</param>
/// <param name="n">The order of x.</param>
/// <param name="r">y x y⁻¹ = x^r.</param>
/// <param name="places">For each class an exponent j with x^j in it, or −1 outside ⟨x⟩.</param>
/// <param name="values">The numbers of the values.</param>
internal sealed class InducedRow(int k, int n, int r, int[] places, InducedValues values) : CharacterRow
{
    /// <summary>The exponent.</summary>
    public int K => k;

    /// <inheritdoc/>
    public override long Degree => 2;

    /// <summary>The kernel consists of the x^j with n | kj.</summary>
    public override int[] KernelKey => [(int)NumberTheory.Gcd(k, n)];

    /// <inheritdoc/>
    public override long Id(int c) => places[c] < 0 ? values.Zero : values.Id((long)k * places[c]);

    /// <summary>The values generate the field of the elements of Q(ζ_d), d = n/gcd(k, n), that ζ ↦ ζ^r fixes: it lies in Q(ζ_m) iff no unit modulo d but 1 and r is 1 modulo m.</summary>
    public override int Conductor(CharacterValues values)
    {
        var d = n / NumberTheory.Gcd(k, n);
        return (int)NumberTheory.Divisors(d).First(m => NumberTheory.EulerPhi(d) / NumberTheory.EulerPhi(m) is var above && (above == 1 || (above == 2 && (r - 1) % m == 0)));
    }
}
