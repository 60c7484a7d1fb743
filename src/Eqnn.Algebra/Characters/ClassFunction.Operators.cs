using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <content>The ring operations and the operations that representations induce on characters.</content>
public sealed partial class ClassFunction
{
    /// <summary>The pointwise sum: the character of the direct sum.</summary>
    /// <exception cref="ArgumentException">The tables differ.</exception>
    public static ClassFunction operator +(ClassFunction left, ClassFunction right)
    {
        ArgumentNullException.ThrowIfNull(left);
        left.RequireSameTable(right);
        return left.Map(c => left.Values[c] + right.Values[c], left.IsGaloisStable && right.IsGaloisStable);
    }

    /// <summary>The pointwise difference.</summary>
    /// <exception cref="ArgumentException">The tables differ.</exception>
    public static ClassFunction operator -(ClassFunction left, ClassFunction right)
    {
        ArgumentNullException.ThrowIfNull(left);
        left.RequireSameTable(right);
        return left.Map(c => left.Values[c] - right.Values[c], left.IsGaloisStable && right.IsGaloisStable);
    }

    /// <summary>The pointwise negative.</summary>
    public static ClassFunction operator -(ClassFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.Map(c => -function.Values[c], function.IsGaloisStable);
    }

    /// <summary>The pointwise product: the character of the tensor product.</summary>
    /// <exception cref="ArgumentException">The tables differ.</exception>
    public static ClassFunction operator *(ClassFunction left, ClassFunction right)
    {
        ArgumentNullException.ThrowIfNull(left);
        left.RequireSameTable(right);
        return left.Map(c => left.Values[c] * right.Values[c], left.IsGaloisStable && right.IsGaloisStable);
    }

    /// <summary>The multiple by a number.</summary>
    public static ClassFunction operator *(Cyclotomic factor, ClassFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.Map(c => factor * function.Values[c], function.IsGaloisStable && factor.IsRational);
    }

    /// <summary>The multiple by a number.</summary>
    public static ClassFunction operator *(ClassFunction function, Cyclotomic factor) => factor * function;

    /// <summary>The multiple by an integer.</summary>
    public static ClassFunction operator *(int factor, ClassFunction function) => (Cyclotomic)factor * function;

    /// <summary>The multiple by an integer.</summary>
    public static ClassFunction operator *(ClassFunction function, int factor) => (Cyclotomic)factor * function;

    /// <summary>The multiple by a rational number.</summary>
    public static ClassFunction operator *(Rational factor, ClassFunction function) => (Cyclotomic)factor * function;

    /// <summary>The multiple by a rational number.</summary>
    public static ClassFunction operator *(ClassFunction function, Rational factor) => (Cyclotomic)factor * function;

    /// <summary>Whether table and all values are equal.</summary>
    public static bool operator ==(ClassFunction? left, ClassFunction? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether table or some value differs.</summary>
    public static bool operator !=(ClassFunction? left, ClassFunction? right) => !(left == right);

    /// <summary>The complex conjugate: the character of the dual representation.</summary>
    public ClassFunction Conjugate() => Map(c => Values[c].Conjugate(), IsGaloisStable);

    /// <summary>g ↦ σ_k(this(g)) with σ_k: ζ ↦ ζ^k on the roots of unity of order exp(G).</summary>
    /// <exception cref="ArgumentException"><paramref name="k"/> is not prime to the exponent of the group.</exception>
    public ClassFunction GaloisConjugate(long k)
    {
        var exponent = (long)Table.Group.Exponent;
        return NumberTheory.Gcd(k, exponent) == 1
            ? Map(c => Values[c].GaloisConjugate(k), IsGaloisStable)
            : throw new ArgumentException(FormattableString.Invariant($"{k} is not prime to {exponent}, the exponent of {Table.Group.Name}"), nameof(k));
    }

    /// <summary>The Adams operation g ↦ this(g^n), n any integer: the power sum of degree n in the eigenvalues.</summary>
    public ClassFunction AdamsOperation(long n) => Map(c => Values[Table.PowerOfClass(c, n)], IsGaloisStable);

    /// <summary>g ↦ (this(g)² + this(g²))/2: the character of the symmetric square.</summary>
    public ClassFunction SymmetricSquare() => Map(c => ((Values[c] * Values[c]) + Values[Table.PowerOfClass(c, 2)]) / 2, IsGaloisStable);

    /// <summary>g ↦ (this(g)² - this(g²))/2: the character of the exterior square.</summary>
    public ClassFunction ExteriorSquare() => Map(c => ((Values[c] * Values[c]) - Values[Table.PowerOfClass(c, 2)]) / 2, IsGaloisStable);
}
