using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Eqnn.Numbers.Permutations;

/// <content>Reading and printing 1-based cycles.</content>
public sealed partial class Permutation
{
    /// <summary>Reads disjoint cycles on the points 1, 2, …, e.g. <c>(1,2,3)(4,5)</c>; the degree is the largest point named (1 if there is none).</summary>
    /// <exception cref="AlgebraFormatException">Not a product of disjoint cycles: unbalanced parentheses, a repeated point, the point 0.</exception>
    public static Permutation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CycleNotation.Read("permutation", text, 0, text.Length, 0, DegreeLimit.Default);
    }

    /// <summary>Reads disjoint cycles as a permutation of <paramref name="degree"/> points.</summary>
    /// <exception cref="AlgebraFormatException">As <see cref="Parse(string)"/>, or a point exceeds the degree.</exception>
    public static Permutation Parse(string text, int degree)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        return CycleNotation.Read("permutation", text, 0, text.Length, degree, DegreeLimit.Default);
    }

    /// <summary>As <see cref="Parse(string)"/>; the format provider is not used: the notation has no culture.</summary>
    public static Permutation Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>As <see cref="Parse(string)"/>, answering false where that throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Permutation result)
    {
        (var isRead, result) = TextReading.TryRead(s, Parse);
        return isRead;
    }

    /// <summary>Disjoint cycles on the points 1, 2, …: each starts at its least point, cycles by ascending least points, fixed points left out; <c>()</c> for the identity.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var seen = new bool[_images.Length];
        for (var x = 0; x < _images.Length; x++)
        {
            if (seen[x] || _images[x] == x)
            {
                continue;
            }

            var separator = '(';
            for (var y = x; !seen[y]; y = _images[y])
            {
                seen[y] = true;
                text.Append(separator).Append((y + 1).ToString(CultureInfo.InvariantCulture));
                separator = ',';
            }

            text.Append(')');
        }

        return text.Length == 0 ? "()" : text.ToString();
    }
}
