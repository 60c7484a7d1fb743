using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>A continuous function that is a polynomial of degree at most 2 between finitely many points: piecewise linear activations and hardswish. Its Hermite coefficients are values at these points.</summary>
/// <param name="Knots">The points, ascending.</param>
/// <param name="Pieces">One more polynomial than points, from left to right: coefficients of 1, t, t².</param>
internal sealed record PiecewisePolynomial(IReadOnlyList<Rational> Knots, IReadOnlyList<(Rational C0, Rational C1, Rational C2)> Pieces)
{
    /// <summary>The function, if an activation is of this form; else <c>null</c>.</summary>
    public static PiecewisePolynomial? TryOf(Activation f)
    {
        if (f.PiecewiseLinear is { } pl)
        {
            var pieces = Enumerable.Range(0, pl.Slopes.Count).Select(i =>
            {
                var at = pl.IsAffine ? Rational.Zero : pl.Kinks[Math.Max(i - 1, 0)];
                return (pl.Evaluate(at) - (pl.Slopes[i] * at), pl.Slopes[i], Rational.Zero);
            });
            return new(pl.Kinks, [.. pieces]);
        }

        return f.Gaussian is GaussianRoute.Quadratics { Knots: var knots, Pieces: var own } ? new(knots, own) : null;
    }

    /// <summary>a_0, ..., a_(count−1), E f(σa)² and E f(σa) f(−σa).</summary>
    /// <remarks>
    /// With φ h_k = −(φ h_(k−1))'/√k, two integrations by parts give for k ≥ 2: <c>a_k √(k(k−1)) = Σ_s σ J_s φ(s) h_(k−2)(s) + Σ_pieces σ² f'' ∫ φ h_(k−2)</c>, J_s the jump of f' at σ s, and the integral of φ h_m over a piece is
    /// <c>[−φ h_(m−1)/√m]</c>, m ≥ 1. The others are moments of the normal distribution on the pieces.
    /// </remarks>
    public (RealInterval[] Coefficients, RealInterval Norm, RealInterval Crossed) Expand(RealInterval sigma, int count, HermiteValues hermite)
    {
        var bits = sigma.Bits;
        var zero = RealInterval.Of(Rational.Zero, bits);
        var knots = Knots.Select(knot => RealInterval.Of(knot, bits) / sigma).ToList();
        var density = knots.Select(HermiteValues.Density).ToList();
        var values = knots.Select((s, i) => hermite.At(s, count).Select(h => h * density[i]).ToArray()).ToList();
        var coefficients = new RealInterval[Math.Max(count, 2)];
        coefficients[0] = Expectation(Pieces, Knots, sigma, 0);
        coefficients[1] = Expectation(Pieces, Knots, sigma, 1);
        for (var k = 2; k < coefficients.Length; k++)
        {
            var sum = zero;
            for (var i = 0; i < knots.Count; i++)
            {
                var (left, right) = (Pieces[i], Pieces[i + 1]);
                var jump = right.C1 - left.C1 + (2 * (right.C2 - left.C2) * Knots[i]);
                sum += sigma * (jump * values[i][k - 2]);

                // The piece to the left ends here and the piece to the right begins here.
                if (k > 2)
                {
                    sum += sigma.Squared() * (2 * (right.C2 - left.C2) * (values[i][k - 3] * hermite.InverseRoot(k - 2)));
                }
            }

            for (var i = 0; k == 2 && i < Pieces.Count; i++)
            {
                sum += sigma.Squared() * (2 * Pieces[i].C2 * Moments(Knots, sigma, i, 1)[0]);
            }

            coefficients[k] = sum * hermite.InverseRoot(k) * hermite.InverseRoot(k - 1);
        }

        return (coefficients, SquareExpectation(sigma, reflected: false), SquareExpectation(sigma, reflected: true));
    }

    /// <summary>E a^power f(σ a).</summary>
    private static RealInterval Expectation(IReadOnlyList<(Rational C0, Rational C1, Rational C2)> pieces, IReadOnlyList<Rational> knots, RealInterval sigma, int power)
    {
        var sum = RealInterval.Of(Rational.Zero, sigma.Bits);
        for (var i = 0; i < pieces.Count; i++)
        {
            var moments = Moments(knots, sigma, i, power + 3);
            sum += (pieces[i].C0 * moments[power]) + (sigma * (pieces[i].C1 * moments[power + 1])) + (sigma.Squared() * (pieces[i].C2 * moments[power + 2]));
        }

        return sum;
    }

    /// <summary>E f(σ a) f(±σ a), on the common refinement of the pieces.</summary>
    private RealInterval SquareExpectation(RealInterval sigma, bool reflected)
    {
        var knots = reflected ? [.. Knots.Concat(Knots.Select(knot => -knot)).Distinct().Order()] : Knots;
        var sum = RealInterval.Of(Rational.Zero, sigma.Bits);
        for (var i = 0; i <= knots.Count; i++)
        {
            var inside = knots.Count == 0 ? Rational.Zero : i == 0 ? knots[0] - 1 : i == knots.Count ? knots[^1] + 1 : (knots[i - 1] + knots[i]) / 2;
            var (p, q) = (PieceAt(inside), PieceAt(reflected ? -inside : inside));
            q = reflected ? (q.C0, -q.C1, q.C2) : q;
            var moments = Moments(knots, sigma, i, 5);
            Rational[] product = [p.C0 * q.C0, (p.C0 * q.C1) + (p.C1 * q.C0), (p.C0 * q.C2) + (p.C1 * q.C1) + (p.C2 * q.C0), (p.C1 * q.C2) + (p.C2 * q.C1), p.C2 * q.C2];
            for (var n = 0; n < product.Length; n++)
            {
                sum += sigma.Power(n) * (product[n] * moments[n]);
            }
        }

        return sum;
    }

    private (Rational C0, Rational C1, Rational C2) PieceAt(Rational t) => Pieces[Knots.Count(knot => knot <= t)];

    /// <summary>E a^n on the piece at a position, n &lt; <paramref name="count"/>: <c>M_n = (n−1) M_(n−2) + [−a^(n−1) φ(a)]</c>.</summary>
    private static RealInterval[] Moments(IReadOnlyList<Rational> knots, RealInterval sigma, int piece, int count)
    {
        var bits = sigma.Bits;
        var zero = RealInterval.Of(Rational.Zero, bits);
        RealInterval? from = piece == 0 ? null : RealInterval.Of(knots[piece - 1], bits) / sigma;
        RealInterval? to = piece == knots.Count ? null : RealInterval.Of(knots[piece], bits) / sigma;
        var moments = new RealInterval[count];
        for (var n = 0; n < count; n++)
        {
            moments[n] = n == 0
                ? (to is { } b ? HermiteValues.Distribution(b) : RealInterval.Of(Rational.One, bits)) - (from is { } a ? HermiteValues.Distribution(a) : zero)
                : (n >= 2 ? (n - 1) * moments[n - 2] : zero) + Boundary(from, n - 1) - Boundary(to, n - 1);
        }

        return moments;

        RealInterval Boundary(RealInterval? at, int power) => at is { } x ? x.Power(power) * HermiteValues.Density(x) : zero;
    }
}
