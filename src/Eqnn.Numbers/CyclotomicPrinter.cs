using System.Globalization;
using System.Numerics;
using System.Text;

namespace Eqnn.Numbers;

/// <summary>Writes cyclotomic numbers.</summary>
internal static class CyclotomicPrinter
{
    /// <summary>GAP's normal form.</summary>
    public static string Gap(Cyclotomic value) => Sum(value, (text, n, e, size) =>
    {
        if (e == 0)
        {
            text.Append(size);
            return;
        }

        if (!size.IsOne)
        {
            text.Append(size).Append('*');
        }

        text.Append(CultureInfo.InvariantCulture, $"E({n})");
        if (e != 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"^{e}");
        }
    });

    /// <summary>The same sum in LaTeX.</summary>
    public static string Latex(Cyclotomic value) => Sum(value, (text, n, e, size) =>
    {
        if (e == 0 || !size.IsOne)
        {
            text.Append(size.ToString("L"));
        }

        if (e != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\zeta_{{{n}}}");
            if (e != 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"^{{{e}}}");
            }
        }
    });

    /// <summary>A short sum of square roots, or null.</summary>
    public static string? Radicals(Cyclotomic value) => Roots(value, (text, root, size) =>
    {
        text.Append(Factor(root, size.Numerator, "√", ""));
        if (!size.IsInteger)
        {
            text.Append(CultureInfo.InvariantCulture, $"/{size.Denominator}");
        }
    });

    /// <summary>A short sum of square roots in LaTeX, or null.</summary>
    public static string? LatexRadicals(Cyclotomic value) => Roots(value, (text, root, size) =>
    {
        var numerator = Factor(root, size.Numerator, "\\sqrt{", "}");
        if (size.IsInteger)
        {
            text.Append(numerator);
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"\\frac{{{numerator}}}{{{size.Denominator}}}");
        }
    });

    private static string Factor(long root, BigInteger size, string before, string after)
    {
        var text = new StringBuilder();
        if (!size.IsOne || root == 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"{size}");
        }

        if (root < 0)
        {
            text.Append('i');
        }

        if (Math.Abs(root) != 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"{before}{Math.Abs(root)}{after}");
        }

        return text.ToString();
    }

    private static string? Roots(Cyclotomic value, Action<StringBuilder, long, Rational> term)
    {
        if (QuadraticRadicals.TryDecompose(value) is not { } terms)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (root, coefficient) in terms)
        {
            Signed(text, coefficient, size => term(text, root, size));
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    private static string Sum(Cyclotomic value, Action<StringBuilder, int, int, Rational> term)
    {
        var text = new StringBuilder();
        var n = value.Conductor;
        foreach (var (exponent, coefficient) in value.ZumbroichCoefficients)
        {
            Signed(text, coefficient, size => term(text, n, exponent, size));
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    private static void Signed(StringBuilder text, Rational coefficient, Action<Rational> term)
    {
        if (coefficient.Sign < 0)
        {
            text.Append('-');
        }
        else if (text.Length > 0)
        {
            text.Append('+');
        }

        term(Rational.Abs(coefficient));
    }
}
