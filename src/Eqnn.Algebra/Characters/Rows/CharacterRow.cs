using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>The values of one irreducible character as numbers of the <see cref="ValuePool"/>.</summary>
internal abstract class CharacterRow
{
    /// <summary>The degree.</summary>
    public abstract long Degree { get; }

    /// <summary>Whether this is the trivial character.</summary>
    public virtual bool IsTrivial => false;

    /// <summary>Rows with equal keys have equal kernels.</summary>
    public abstract int[] KernelKey { get; }

    /// <summary>The conductor of the value list: the least n with all values in Q(ζ_n).</summary>
    public abstract int Conductor(CharacterValues values);

    /// <summary>The number of the value at a class.</summary>
    public abstract long Id(int c);

    /// <summary>The classes at which the value is the degree.</summary>
    public virtual ClassSet Kernel(int classCount, CharacterValues values) => ClassSet.Where(classCount, c => values.IsDegree(Id(c), Degree));
}

/// <summary>A character of degree above 1: a number for every class.</summary>
internal sealed class StoredRow(long degree, int[] ids, ulong[]? modular) : CharacterRow
{
    /// <inheritdoc/>
    public override long Degree => degree;

    /// <summary>The values modulo the prime of the computation, where there was one.</summary>
    public ulong[]? Modular => modular;

    /// <summary>The numbers of the values.</summary>
    public int[] Ids => ids;

    /// <inheritdoc/>
    public override int[] KernelKey => ids;

    /// <inheritdoc/>
    public override long Id(int c) => ids[c];

    /// <inheritdoc/>
    public override int Conductor(CharacterValues values) => values.ConductorOf(ids);
}

/// <summary>A character of degree 1: a homomorphism from the abelianised group to the E-th roots of unity, given by its exponents on generators.</summary>
internal sealed class LinearRow(AbelianQuotient quotient, int[] exponents) : CharacterRow
{
    /// <inheritdoc/>
    public override long Degree => 1;

    /// <summary>The exponents on the generators of the quotient.</summary>
    public int[] Exponents => exponents;

    /// <summary>x with value exp(2πi x/E) at a class.</summary>
    public int Exponent(int c) => quotient.Exponent(c, exponents);

    /// <inheritdoc/>
    public override bool IsTrivial => Array.TrueForAll(exponents, x => x == 0);

    /// <inheritdoc/>
    public override long Id(int c) => ValuePool.RootId(Exponent(c));

    /// <inheritdoc/>
    public override int Conductor(CharacterValues values) => Order % 4 == 2 ? Order / 2 : Order;

    /// <summary>Powers prime to the order have the same kernel: the multiple by a unit that makes the last nonzero exponent a divisor of E.</summary>
    public override int[] KernelKey
    {
        get
        {
            var e = quotient.ExponentOfQuotient;
            var last = Array.FindLast(exponents, x => x != 0);
            if (last == 0)
            {
                return exponents;
            }

            var divisor = NumberTheory.Gcd(last, e);
            var unit = NumberTheory.ModInverse(last / divisor, e / divisor);
            while (NumberTheory.Gcd(unit, e) != 1)
            {
                unit += e / divisor;
            }

            return Array.ConvertAll(exponents, x => (int)(x * unit % e));
        }
    }

    /// <summary>The order of this character in the group of linear characters.</summary>
    public int Order
    {
        get
        {
            var gcd = (long)quotient.ExponentOfQuotient;
            foreach (var x in exponents)
            {
                gcd = NumberTheory.Gcd(gcd, x);
            }

            return quotient.ExponentOfQuotient / (int)gcd;
        }
    }
}
