using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>A continuous piecewise linear function f : ℝ → ℝ with finitely many kinks, rational kinks, values and slopes.</summary>
/// <remarks>
/// <para><b>Canonical form.</b> Only true kinks are kept, so equal functions are equal values however they were written.</para>
/// <para><b>Not</b> a map between representations; it is applied to every coordinate (docs/theory.md#interaction).</para>
/// </remarks>
public sealed class PiecewiseLinearFunction : IEquatable<PiecewiseLinearFunction>
{
    private readonly Rational[] _kinks;
    private readonly Rational[] _values;
    private readonly Rational[] _slopes;
    private readonly Lazy<(double[] Kinks, double[] Slopes, double[] Intercepts)> _numbers;

    private PiecewiseLinearFunction(Rational[] kinks, Rational[] values, Rational[] slopes, Rational atZero)
    {
        _kinks = kinks;
        _values = values;
        _slopes = slopes;
        AtZero = atZero;
        _numbers = new(() => (
            [.. kinks.Select(kink => kink.ToDouble())],
            [.. slopes.Select(slope => slope.ToDouble())],
            [.. slopes.Select((slope, piece) => (kinks.Length == 0 ? atZero : values[Math.Max(piece - 1, 0)] - (slope * kinks[Math.Max(piece - 1, 0)])).ToDouble())]));
    }

    /// <summary>The points at which the slope changes, ascending; empty if f is affine.</summary>
    public IReadOnlyList<Rational> Kinks => _kinks;

    /// <summary>The values at <see cref="Kinks"/>.</summary>
    public IReadOnlyList<Rational> ValuesAtKinks => _values;

    /// <summary>The slopes from left to right: one more than kinks.</summary>
    public IReadOnlyList<Rational> Slopes => _slopes;

    /// <summary>f(0).</summary>
    public Rational AtZero { get; }

    /// <summary>Whether there is no kink.</summary>
    public bool IsAffine => _kinks.Length == 0;

    /// <summary>Whether <c>f(a t) = a f(t)</c> for all a &gt; 0: f(0) = 0 and no kink away from 0.</summary>
    public bool IsPositivelyHomogeneous => AtZero.IsZero && _kinks.All(kink => kink.IsZero);

    /// <summary>The even part <c>(f(t) + f(−t))/2</c>.</summary>
    public PiecewiseLinearFunction EvenPart => Combine(Rational.Of(1, 2));

    /// <summary>The odd part <c>(f(t) − f(−t))/2</c>.</summary>
    public PiecewiseLinearFunction OddPart => Combine(Rational.Of(-1, 2));

    /// <summary>The function through the given points, linear between neighbours; beyond the outer points the outer segments go on.</summary>
    /// <param name="points">At least two points with strictly ascending first coordinates.</param>
    /// <exception cref="ArgumentException">There are fewer than two points, or they do not ascend.</exception>
    public static PiecewiseLinearFunction Through(IEnumerable<(Rational T, Rational Value)> points)
    {
        var list = points.ToList();
        if (list.Count < 2)
        {
            throw new ArgumentException("a piecewise linear function needs at least two points, for its slopes at both ends", nameof(points));
        }

        for (var i = 1; i < list.Count; i++)
        {
            if (list[i].T <= list[i - 1].T)
            {
                throw new ArgumentException($"the points must ascend, but {list[i].T} follows {list[i - 1].T}", nameof(points));
            }
        }

        var segments = Enumerable.Range(1, list.Count - 1).Select(i => (list[i].Value - list[i - 1].Value) / (list[i].T - list[i - 1].T)).ToList();
        var kinks = new List<Rational>();
        var values = new List<Rational>();
        var slopes = new List<Rational> { segments[0] };
        for (var i = 1; i < segments.Count; i++)
        {
            if (segments[i] != segments[i - 1])
            {
                kinks.Add(list[i].T);
                values.Add(list[i].Value);
                slopes.Add(segments[i]);
            }
        }

        var place = Math.Clamp(list.FindLastIndex(point => point.T.Sign <= 0), 0, segments.Count - 1);
        return new([.. kinks], [.. values], [.. slopes], list[place].Value - (segments[place] * list[place].T));
    }

    /// <summary>The affine function <c>slope · t + atZero</c>.</summary>
    public static PiecewiseLinearFunction Affine(Rational slope, Rational atZero) => new([], [], [slope], atZero);

    /// <summary>Reads points as <c>(-1,0) (0,0) (1,2)</c>; see <see cref="Through"/>.</summary>
    /// <exception cref="AlgebraFormatException">The text is not a list of points, or they do not ascend.</exception>
    public static PiecewiseLinearFunction Parse(string text)
    {
        const string Form = "(-1,0) (0,0) (1,2)";
        var points = new List<(Rational, Rational)>();
        var cursor = new TextCursor("piecewise linear function", text);
        for (SkipSeparators(cursor); !cursor.AtEnd; SkipSeparators(cursor))
        {
            var start = cursor.Position;
            points.Add(cursor.Take('(') && TryNumber(cursor) is { } t && cursor.Take(',') && TryNumber(cursor) is { } value && cursor.Take(')')
                ? (t, value)
                : throw cursor.FailAt(start, "expected a point (t,value) with rational numbers", Form));
        }

        try
        {
            return Through(points);
        }
        catch (ArgumentException e)
        {
            throw cursor.FailAt(0, e.Message.Split(" (Parameter", 2)[0], Form);
        }
    }

    /// <summary>f(t), exactly.</summary>
    public Rational Evaluate(Rational t)
    {
        var piece = _kinks.Count(kink => kink <= t);
        return IsAffine ? (_slopes[0] * t) + AtZero : _values[Math.Max(piece - 1, 0)] + (_slopes[piece] * (t - _kinks[Math.Max(piece - 1, 0)]));
    }

    /// <summary>f(t), exactly.</summary>
    public RealCyclotomic Evaluate(RealCyclotomic t)
    {
        if (t.IsRational)
        {
            return Evaluate(t.ToRational());
        }

        var piece = _kinks.Count(kink => (t - kink).Sign >= 0);
        return IsAffine ? (_slopes[0] * t) + AtZero : _values[Math.Max(piece - 1, 0)] + (_slopes[piece] * (t - _kinks[Math.Max(piece - 1, 0)]));
    }

    /// <summary>f(t) in doubles, the line of the piece through the rounded slope and the rounded value at 0: within a few units of rounding of the larger summand.</summary>
    public double ApproximateAt(double t)
    {
        var (kinks, slopes, intercepts) = _numbers.Value;
        var piece = 0;
        while (piece < kinks.Length && kinks[piece] <= t)
        {
            piece++;
        }

        // A flat piece has its value at infinity, too; what is not a number stays so.
        return slopes[piece] == 0 && !double.IsNaN(t) ? intercepts[piece] : (slopes[piece] * t) + intercepts[piece];
    }

    /// <summary>The largest |slope| on [−radius, radius].</summary>
    internal double SlopeBoundOn(double radius)
    {
        var (kinks, slopes, _) = _numbers.Value;
        var most = 0.0;
        for (var piece = 0; piece < slopes.Length; piece++)
        {
            // The piece runs from kink piece − 1 to kink piece.
            if ((piece == 0 || kinks[piece - 1] <= radius) && (piece == kinks.Length || kinks[piece] >= -radius))
            {
                most = Math.Max(most, Math.Abs(slopes[piece]));
            }
        }

        return most;
    }

    /// <inheritdoc/>
    public bool Equals(PiecewiseLinearFunction? other) =>
        other is not null && AtZero == other.AtZero && _kinks.AsSpan().SequenceEqual(other._kinks) && _values.AsSpan().SequenceEqual(other._values) && _slopes.AsSpan().SequenceEqual(other._slopes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PiecewiseLinearFunction);

    /// <inheritdoc/>
    public override int GetHashCode() => _kinks.Concat(_slopes).Append(AtZero).Aggregate(0, HashCode.Combine);

    /// <summary>Points from which <see cref="Parse(string)"/> reads the same function: the kinks and one point at distance 1 beyond the first and the last; for an affine function the points at 0 and 1.</summary>
    public override string ToString()
    {
        IEnumerable<Rational> at = IsAffine ? [Rational.Zero, Rational.One] : [_kinks[0] - 1, .. _kinks, _kinks[^1] + 1];
        return string.Join(" ", at.Select(t => $"({t},{Evaluate(t)})"));
    }

    private static void SkipSeparators(TextCursor cursor) => cursor.TakeWhile(c => c == ';' || char.IsWhiteSpace(c));

    private static Rational? TryNumber(TextCursor cursor) => Rational.TryParse(cursor.TakeWhile(c => c is not ('(' or ')' or ',')), out var number) ? number : null;

    /// <summary><c>f(t)/2 ± f(−t)/2</c>, the sign that of <paramref name="reflected"/>.</summary>
    private PiecewiseLinearFunction Combine(Rational reflected)
    {
        var half = Rational.Of(1, 2);
        var places = _kinks.Concat(_kinks.Select(kink => -kink)).Append(Rational.Zero).Distinct().Order().ToList();
        return Through(places.Prepend(places[0] - 1).Append(places[^1] + 1).Select(t => (t, (half * Evaluate(t)) + (reflected * Evaluate(-t)))));
    }
}
