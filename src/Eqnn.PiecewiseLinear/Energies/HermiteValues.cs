using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>The normalised Hermite polynomials <c>h_k = He_k / √k!</c>, an orthonormal basis for the standard normal weight φ: enclosures of their values.</summary>
internal sealed class HermiteValues
{
    private readonly RealInterval[] _roots;
    private readonly RealInterval[] _inverseRoots;

    /// <summary>Square roots of 0, ..., <paramref name="count"/>.</summary>
    public HermiteValues(int count, int bits)
    {
        _roots = [.. Enumerable.Range(0, count + 1).Select(k => RealInterval.Of(k, bits).Sqrt())];
        _inverseRoots = [.. _roots.Select((root, k) => k == 0 ? root : RealInterval.Of(Rational.One, bits) / root)];
    }

    /// <summary>1/√(2π) exp(−x²/2).</summary>
    public static RealInterval Density(RealInterval x) => (Rational.Of(-1, 2) * x.Squared()).Exp() / (2 * RealInterval.Pi(x.Bits)).Sqrt();

    /// <summary>Φ(x), the distribution function.</summary>
    public static RealInterval Distribution(RealInterval x) =>
        Rational.Of(1, 2) * (RealInterval.Of(Rational.One, x.Bits) + (x / RealInterval.Of(2, x.Bits).Sqrt()).Erf());

    /// <summary>√k.</summary>
    public RealInterval Root(int k) => _roots[k];

    /// <summary>1/√k.</summary>
    public RealInterval InverseRoot(int k) => _inverseRoots[k];

    /// <summary>h_0(x), ..., h_(count−1)(x), by <c>√(k+1) h_(k+1) = x h_k − √k h_(k−1)</c>.</summary>
    public RealInterval[] At(RealInterval x, int count)
    {
        var values = new RealInterval[count];
        for (var k = 0; k < count; k++)
        {
            values[k] = k switch
            {
                0 => RealInterval.Of(Rational.One, x.Bits),
                1 => x,
                _ => ((x * values[k - 1]) - (Root(k - 1) * values[k - 2])) * InverseRoot(k),
            };
        }

        return values;
    }
}
