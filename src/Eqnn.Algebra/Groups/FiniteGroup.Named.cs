using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Groups;

/// <summary>The groups that everybody knows, by their numbers instead of their names.</summary>
public sealed partial class FiniteGroup : IParsable<FiniteGroup>
{
    /// <summary>C_n, the cyclic group of order n, on n points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1.</exception>
    public static FiniteGroup Cyclic(int n, GroupLimits? limits = null) => Numbered("C", n, 1, limits);

    /// <summary>D_n, the symmetries of the regular n-gon, of order 2n: D4 has order 8 (GAP's <c>DihedralGroup(8)</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 3.</exception>
    public static FiniteGroup Dihedral(int n, GroupLimits? limits = null) => Numbered("D", n, 3, limits);

    /// <summary>S_n, all permutations of n points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1.</exception>
    public static FiniteGroup Symmetric(int n, GroupLimits? limits = null) => Numbered("S", n, 1, limits);

    /// <summary>A_n, the even permutations of n points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1.</exception>
    public static FiniteGroup Alternating(int n, GroupLimits? limits = null) => Numbered("A", n, 1, limits);

    /// <summary>The generalised quaternion group of an order, a power of 2 from 8 on: Q8, Q16, ….</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is no power of 2, or less than 8.</exception>
    public static FiniteGroup Quaternion(int order = 8, GroupLimits? limits = null) =>
        order >= 8 && int.IsPow2(order) ? Numbered("Q", order, 8, limits) : throw new ArgumentOutOfRangeException(nameof(order), order, "the order of a quaternion group is a power of 2, at least 8");

    /// <summary>Dic_n, the dicyclic group of order 4n; for n a power of 2 a quaternion group.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 2.</exception>
    public static FiniteGroup Dicyclic(int n, GroupLimits? limits = null) => Numbered("Dic", n, 2, limits);

    /// <summary>SL(n, q), the matrices of determinant 1 over the field with q elements, on vectors.</summary>
    /// <exception cref="AlgebraFormatException">q is no power of a prime, or n or q is beyond what names can be.</exception>
    public static FiniteGroup SpecialLinear(int n, int q, GroupLimits? limits = null) => Parse(FormattableString.Invariant($"SL({n},{q})"), limits ?? GroupLimits.Default);

    /// <summary>GL(n, q), the invertible matrices over the field with q elements, on vectors.</summary>
    /// <exception cref="AlgebraFormatException">q is no power of a prime, or n or q is beyond what names can be.</exception>
    public static FiniteGroup GeneralLinear(int n, int q, GroupLimits? limits = null) => Parse(FormattableString.Invariant($"GL({n},{q})"), limits ?? GroupLimits.Default);

    /// <summary>As <see cref="Parse(string)"/>; the provider is not used: names have no culture.</summary>
    /// <exception cref="AlgebraFormatException">As <see cref="Parse(string)"/>.</exception>
    public static FiniteGroup Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>As <see cref="Parse(string)"/>, answering false where that throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out FiniteGroup result) => TryParse(s, null, out result);

    /// <summary>As <see cref="Parse(string)"/>, answering false where that throws; the provider is not used.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out FiniteGroup result)
    {
        (var isRead, result) = TextReading.TryRead(s, Parse);
        return isRead;
    }

    private static FiniteGroup Numbered(string family, int n, int least, GroupLimits? limits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, least);
        return Parse(family + n.ToString(CultureInfo.InvariantCulture), limits ?? GroupLimits.Default);
    }
}
