using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>Hermite coefficients of functions made of exponentials: elu, selu, celu, and exp, sin, cos.</summary>
internal static class ExponentialSeries
{
    /// <summary>B t above 0, A (exp(λt) − 1) below.</summary>
    /// <remarks>
    /// <c>P_0(c) = E exp(cσa) 1_{a&lt;0} = exp(c²σ²/2) Φ(−cσ)</c>, <c>P_1(c) = E a exp(cσa) 1_{a&lt;0} = cσ P_0 − φ(0)</c>. For k ≥ 2 by parts: <c>a_k √(k(k−1)) = σ (B − Aλ) φ(0) h_(k−2)(0) + σ² A λ² I_(k−2)</c> with
    /// <c>I_m = ∫_{a&lt;0} exp(λσa) h_m φ</c>, <c>√m I_m = λσ I_(m−1) − h_(m−1)(0) φ(0)</c>.
    /// </remarks>
    public static (RealInterval[] Coefficients, RealInterval Norm, RealInterval Crossed) OfUnit(GaussianRoute.Exponentials unit, RealInterval sigma, int count, HermiteValues hermite)
    {
        var bits = sigma.Bits;
        var (zero, half) = (RealInterval.Of(Rational.Zero, bits), RealInterval.Of(Rational.Of(1, 2), bits));
        var (above, below, rate) = (unit.Above, unit.Below, unit.Rate);
        var density = HermiteValues.Density(zero);
        var (p0, p1) = Halves(rate);
        var coefficients = new RealInterval[Math.Max(count, 2)];
        coefficients[0] = (above * (sigma * density)) + (below * (p0 - half));
        coefficients[1] = (above * (sigma * half)) + (below * (p1 + density));
        var atZero = hermite.At(zero, coefficients.Length);
        var part = p0;
        for (var k = 2; k < coefficients.Length; k++)
        {
            var m = k - 2;
            part = m == 0 ? p0 : ((rate * (sigma * part)) - (atZero[m - 1] * density)) * hermite.InverseRoot(m);
            coefficients[k] = (((above - (below * rate)) * (sigma * density * atZero[m])) + (below * rate * rate * (sigma.Squared() * part))) * hermite.InverseRoot(k) * hermite.InverseRoot(k - 1);
        }

        var norm = (above * above * (sigma.Squared() * half)) + (below * below * (Halves(2 * rate).Zeroth - (2 * p0) + half));
        return (coefficients, norm, 2 * above * below * (sigma * (-p1 - density)));

        (RealInterval Zeroth, RealInterval First) Halves(Rational c)
        {
            var scaled = c * sigma;
            var zeroth = (Rational.Of(1, 2) * scaled.Squared()).Exp() * HermiteValues.Distribution(-scaled);
            return (zeroth, (scaled * zeroth) - density);
        }
    }

    /// <summary>exp, sin, cos: <c>a_k √k! = σ^k E f^(k)(σ a)</c>, and E exp(σa) = exp(σ²/2), E cos(σa) = exp(−σ²/2), E sin(σa) = 0.</summary>
    public static (RealInterval[] Coefficients, RealInterval Norm, RealInterval Crossed) OfEntire(GaussianRoute.Entire f, RealInterval sigma, int count, HermiteValues hermite)
    {
        var derivatives = f.Derivatives;
        var isExponential = derivatives[2] == derivatives[0] && derivatives[3] == derivatives[1];
        var bits = sigma.Bits;
        var (zero, one) = (RealInterval.Of(Rational.Zero, bits), RealInterval.Of(Rational.One, bits));
        var square = sigma.Squared();
        var scale = (Rational.Of(isExponential ? 1 : -1, 2) * square).Exp();
        var coefficients = new RealInterval[count];
        var power = one;
        for (var k = 0; k < count; k++)
        {
            power = k == 0 ? one : power * sigma * hermite.InverseRoot(k);
            coefficients[k] = derivatives[k % 4] * (power * scale);
        }

        // E exp(2σa) = exp(2σ²), E cos² = (1 + exp(−2σ²))/2, E sin² = (1 − exp(−2σ²))/2.
        var decay = (-2 * square).Exp();
        return isExponential ? (coefficients, (2 * square).Exp(), one)
            : derivatives[0] != 0 ? (coefficients, Rational.Of(1, 2) * (one + decay), Rational.Of(1, 2) * (one + decay))
            : (coefficients, Rational.Of(1, 2) * (one - decay), Rational.Of(-1, 2) * (one - decay));
    }
}
