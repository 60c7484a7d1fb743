using System.Text;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Harmonics;

/// <summary>A number <c>q + (Σ c_d √d + Σ a_b arcsin b)/π</c> with rational q, c_d, a_b: the Fourier coefficients of f(sin x) for piecewise linear f.</summary>
/// <remarks>
/// <para><b>Normal form.</b> d positive and squarefree, ascending (1 for the rational multiple of 1/π); b in (0, 1), ascending, without 1/2 (arcsin 1/2 = π/6). Equal values in normal form are equal numbers; different ones can still be equal where
/// arcsines are related (arcsin 3/5 + arcsin 4/5 = π/2).</para>
/// </remarks>
public sealed class HarmonicNumber : IEquatable<HarmonicNumber>
{
    private readonly SortedDictionary<long, Rational> _roots;
    private readonly SortedDictionary<Rational, Rational> _arcs;

    private HarmonicNumber(Rational rational, SortedDictionary<long, Rational> roots, SortedDictionary<Rational, Rational> arcs)
    {
        Rational = rational;
        _roots = roots;
        _arcs = arcs;
    }

    /// <summary>0.</summary>
    public static HarmonicNumber Zero { get; } = FromRational(Rational.Zero);

    /// <summary>q.</summary>
    public Rational Rational { get; }

    /// <summary>The d and c_d of <c>Σ c_d √d/π</c>.</summary>
    public IReadOnlyList<(long Radicand, Rational Coefficient)> RootsOverPi => [.. _roots.Select(pair => (pair.Key, pair.Value))];

    /// <summary>The b and a_b of <c>Σ a_b arcsin(b)/π</c>.</summary>
    public IReadOnlyList<(Rational Argument, Rational Coefficient)> ArcsinesOverPi => [.. _arcs.Select(pair => (pair.Key, pair.Value))];

    /// <summary>Whether the normal form is 0.</summary>
    public bool IsZero => Rational.IsZero && _roots.Count == 0 && _arcs.Count == 0;

    /// <summary>The sum.</summary>
    public static HarmonicNumber operator +(HarmonicNumber left, HarmonicNumber right)
    {
        var (roots, arcs) = (new SortedDictionary<long, Rational>(left._roots), new SortedDictionary<Rational, Rational>(left._arcs));
        foreach (var (d, c) in right._roots)
        {
            AddTo(roots, d, c);
        }

        foreach (var (b, c) in right._arcs)
        {
            AddTo(arcs, b, c);
        }

        return new(left.Rational + right.Rational, roots, arcs);
    }

    /// <summary>The product with a rational number.</summary>
    public static HarmonicNumber operator *(Rational left, HarmonicNumber right) => left.IsZero
        ? Zero
        : new(left * right.Rational, new(right._roots.ToDictionary(p => p.Key, p => left * p.Value)), new(right._arcs.ToDictionary(p => p.Key, p => left * p.Value)));

    /// <summary>A rational number.</summary>
    internal static HarmonicNumber FromRational(Rational value) => new(value, [], []);

    /// <summary><c>√value/π · coefficient</c> for a rational value ≥ 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or numerator times denominator exceeds 64 bits.</exception>
    internal static HarmonicNumber RootOverPi(Rational value, Rational coefficient)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value.Sign, nameof(value));
        var product = value.Numerator * value.Denominator;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(product, long.MaxValue, nameof(value));
        var roots = new SortedDictionary<long, Rational>();
        if (!value.IsZero)
        {
            // √(p/q) = √(p q)/q, and squares leave the root.
            var (free, outside) = (1L, 1L);
            foreach (var (prime, exponent) in NumberTheory.Factor((long)product))
            {
                for (var i = 0; i < exponent / 2; i++)
                {
                    outside *= prime;
                }

                free *= exponent % 2 == 1 ? prime : 1;
            }

            AddTo(roots, free, coefficient * new Rational(outside, value.Denominator));
        }

        return new(Rational.Zero, roots, []);
    }

    /// <summary><c>arcsin(value)/π · coefficient</c> for |value| ≤ 1; rational for 0, ±1/2 and ±1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside [−1, 1].</exception>
    internal static HarmonicNumber ArcsineOverPi(Rational value, Rational coefficient)
    {
        var size = Rational.Abs(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Rational.One, nameof(value));
        var signed = value.Sign < 0 ? -coefficient : coefficient;
        if (size.IsZero || size.IsOne || size == Rational.Of(1, 2))
        {
            return FromRational(size.IsZero ? Rational.Zero : size.IsOne ? signed / 2 : signed / 6);
        }

        var arcs = new SortedDictionary<Rational, Rational>();
        AddTo(arcs, size, signed);
        return new(Rational.Zero, [], arcs);
    }

    /// <summary>The nearest double, up to a few units of rounding per term.</summary>
    public double ToDouble() => Rational.ToDouble() + ((_roots.Sum(p => p.Value.ToDouble() * Math.Sqrt(p.Key)) + _arcs.Sum(p => p.Value.ToDouble() * Math.Asin(p.Key.ToDouble()))) / Math.PI);

    /// <inheritdoc/>
    public bool Equals(HarmonicNumber? other) => other is not null && Rational == other.Rational && _roots.SequenceEqual(other._roots) && _arcs.SequenceEqual(other._arcs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HarmonicNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rational, _roots.Count, _arcs.Count);

    /// <summary>As <c>1/2 - 2/(3 π) + √3/(4 π) + 1/2 arcsin(1/3)/π</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, Rational, "", "");
        foreach (var (d, c) in _roots)
        {
            Append(text, c, d == 1 ? "" : FormattableString.Invariant($"√{d}"), "π");
        }

        foreach (var (b, c) in _arcs)
        {
            Append(text, c, $"arcsin({b})", "π");
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    private static void Append(StringBuilder text, Rational c, string factor, string below)
    {
        if (c.IsZero)
        {
            return;
        }

        text.Append(text.Length == 0 ? c.Sign < 0 ? "-" : "" : c.Sign < 0 ? " - " : " + ");
        var (numerator, denominator) = (Rational.Abs(c).Numerator, c.Denominator);
        text.Append(numerator.IsOne && factor.Length > 0 ? factor : numerator + (factor.Length > 0 ? " " : "") + factor);
        var under = (denominator.IsOne, below.Length) switch
        {
            (true, 0) => "",
            (true, _) => "/" + below,
            (false, 0) => $"/{denominator}",
            _ => $"/({denominator} {below})",
        };
        text.Append(under);
    }

    private static void AddTo<TKey>(SortedDictionary<TKey, Rational> terms, TKey key, Rational value)
        where TKey : notnull
    {
        var sum = terms.GetValueOrDefault(key) + value;
        if (sum.IsZero)
        {
            terms.Remove(key);
        }
        else
        {
            terms[key] = sum;
        }
    }
}
