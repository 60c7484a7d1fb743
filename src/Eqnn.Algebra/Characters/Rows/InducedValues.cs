using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>The values of the characters of a group with a cyclic subgroup of order n and index 2 (docs/theory.md#index-two); nothing is stored.</summary>
/// <remarks>A number a, 0 ≤ a &lt; n, stands for ζ^a + ζ^(ra) with ζ = exp(2πi/n), the number n for 0; a negative number as in <see cref="ValuePool"/> for a root of unity of order E.</remarks>
internal sealed class InducedValues(int n, int r, int rootOrder) : CharacterValues
{
    /// <inheritdoc/>
    public override (long Least, long Greatest) Numbers => (-rootOrder, n);

    /// <summary>The number of 0.</summary>
    public int Zero => n;

    /// <summary>The number of ζ^a + ζ^(ra): one for a and ra.</summary>
    public int Id(long a)
    {
        var residue = (int)NumberTheory.Mod(a, n);
        return Math.Min(residue, (int)((long)r * residue % n));
    }

    /// <inheritdoc/>
    public override bool IsDegree(long id, long degree) => degree == 1 ? id == ValuePool.RootId(0) : id == 0;

    /// <inheritdoc/>
    public override Func<long, ulong> ImagesIn(PrimeField field, long exponent, ulong root)
    {
        var (powers, roots) = (ValuePool.RootTable(field, exponent, root, n), ValuePool.RootTable(field, exponent, root, rootOrder));
        return id => id < 0 ? roots[-1 - id] : id == n ? 0 : field.Add(powers[id], powers[r * id % n]);
    }

    /// <inheritdoc/>
    protected override long? TryInteger(long id)
    {
        if (id >= 0)
        {
            return id == n ? 0 : id == 0 ? 2 : 2 * id == n ? -2 : null;
        }

        var x = -1 - id;
        return x == 0 ? 1 : 2 * x == rootOrder ? -1 : null;
    }

    /// <inheritdoc/>
    protected override Cyclotomic Make(long id) =>
        id < 0 ? Cyclotomic.E(rootOrder, (int)(-1 - id)) : id == n ? Cyclotomic.Zero : Cyclotomic.E(n, (int)id) + Cyclotomic.E(n, (int)(r * id % n));
}
