using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>Coefficients of cyclotomic numbers in the basis <c>1, ζ, …, ζ^(φ(n)-1)</c> of one field Q(ζ_n): unique, so numbers of different conductors can be added column by column.</summary>
internal sealed class CommonField
{
    private readonly int _n;
    private readonly long[] _polynomial;
    private readonly Dictionary<Cyclotomic, Rational[]> _known = [];

    public CommonField(int conductor)
    {
        _n = conductor;
        _polynomial = [.. NumberTheory.CyclotomicPolynomial(conductor)];
    }

    /// <summary>φ(n).</summary>
    public int Degree => _polynomial.Length - 1;

    /// <summary>The φ(n) coefficients of a number whose conductor divides n.</summary>
    public Rational[] CoefficientsOf(Cyclotomic value)
    {
        if (_known.TryGetValue(value, out var known))
        {
            return known;
        }

        var powers = new Rational[Math.Max(_n, Degree)];
        foreach (var (exponent, coefficient) in value.ZumbroichCoefficients)
        {
            powers[exponent * (_n / value.Conductor)] += coefficient;
        }

        // Division by the monic polynomial Φ_n, from the top.
        for (var k = powers.Length - 1; k >= Degree; k--)
        {
            if (!powers[k].IsZero)
            {
                var top = powers[k];
                for (var i = 0; i <= Degree; i++)
                {
                    powers[k - Degree + i] -= top * _polynomial[i];
                }
            }
        }

        var coefficients = powers[..Degree];
        _known.Add(value, coefficients);
        return coefficients;
    }
}
