using System.Diagnostics.CodeAnalysis;

namespace Eqnn.Numbers;

public readonly partial struct Cyclotomic
{
    /// <summary>Reads a cyclotomic number: sums, products, quotients, integer powers and parentheses of integers, decimals, <c>E(n)</c>, <c>zeta_n</c>, <c>ζ_n</c>, <c>√k</c>, <c>sqrt(k)</c>, <c>i</c>, and their LaTeX forms.</summary>
    /// <remarks>Everything that <see cref="ToString(string, IFormatProvider)"/> writes exactly is read back to the same number: <c>1/2*E(5)^2-E(5)^3</c>, <c>1/2+3√5/2</c>, <c>\frac{1}{2}\zeta_{5}^{2}</c>. A root or <c>i</c> may follow a factor without a sign of multiplication.</remarks>
    /// <exception cref="AlgebraFormatException">The text is not such an expression.</exception>
    /// <exception cref="LimitExceededException">A conductor above 1 000 000, or an expression whose evaluation takes too long.</exception>
    public static Cyclotomic Parse(string s) => CyclotomicReader.Read(s);

    /// <summary>As <see cref="Parse(string)"/>; the provider is not used: the notation does not depend on a culture.</summary>
    /// <exception cref="AlgebraFormatException">The text is not such an expression.</exception>
    /// <exception cref="LimitExceededException">A conductor above 1 000 000, or an expression whose evaluation takes too long.</exception>
    public static Cyclotomic Parse(string s, IFormatProvider? provider) => CyclotomicReader.Read(s);

    /// <summary>As <see cref="Parse(string)"/>, without an exception; false also beyond a limit.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Cyclotomic result) => TryParse(s, null, out result);

    /// <summary>As <see cref="Parse(string)"/>, without an exception; false also beyond a limit. The provider is not used.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Cyclotomic result)
    {
        (var isRead, result) = TextReading.TryRead(s, CyclotomicReader.Read);
        return isRead;
    }

    /// <summary>The square root of an integer: √k for k ≥ 0, i√|k| for k &lt; 0 (the one with positive real or imaginary part).</summary>
    /// <remarks>Every quadratic field is cyclotomic: √D = Σ_k (D/k) ζ_|D|^k for a fundamental discriminant D (Gauss). Conductor |D|, D the discriminant of Q(√k).</remarks>
    /// <exception cref="LimitExceededException">The conductor is above 1 000 000.</exception>
    public static Cyclotomic SquareRoot(long k) => QuadraticRadicals.SquareRoot(k);

    /// <summary>GAP's normal form: terms <c>c</c>, <c>E(n)^k</c>, <c>c*E(n)^k</c> with ascending k in the Zumbroich basis; the same under every culture. Equal texts are equal numbers.</summary>
    public override string ToString() => CyclotomicPrinter.Gap(this);

    /// <summary>This number as text.</summary>
    /// <param name="format">
    /// <c>G</c> (or empty): GAP, <c>E(8)-E(8)^3</c>. <c>L</c>: LaTeX, <c>\zeta_{8}-\zeta_{8}^{3}</c>.
    /// <c>R</c>: square roots, <c>√2</c>, <c>1/2+√5/2</c>, <c>-1/2+i√3/2</c>, where the number is a sum of at most four of them (with rational coefficients), else as <c>G</c>.
    /// <c>LR</c>: the same in LaTeX, else as <c>L</c>. <c>D12</c>: <see cref="ToDecimalString"/> with 12 digits.
    /// </param>
    /// <param name="formatProvider">Not used: the notation does not depend on a culture.</param>
    /// <exception cref="FormatException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
    {
        var chosen = NumberFormat.Parse(format);
        return chosen.Kind switch
        {
            NumberFormatKind.Latex => CyclotomicPrinter.Latex(this),
            NumberFormatKind.Radicals => CyclotomicPrinter.Radicals(this) ?? CyclotomicPrinter.Gap(this),
            NumberFormatKind.LatexRadicals => CyclotomicPrinter.LatexRadicals(this) ?? CyclotomicPrinter.Latex(this),
            NumberFormatKind.Decimals => ToDecimalString(chosen.Digits),
            _ => CyclotomicPrinter.Gap(this),
        };
    }
}
