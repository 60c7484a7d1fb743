using Eqnn.Networks.Simples;
using Eqnn.Numbers;

namespace Eqnn.Networks.Reports;

/// <summary>How far the states of a run in double precision can be from states that keep to the simples the theory allows: what stands elsewhere up to this amplitude is rounding, what is more is a contradiction.</summary>
/// <remarks>
/// <para><b>Formula.</b> With norms over the whole batch, <c>e_0 = ‖part of the input outside the chosen simples‖ + ε ‖x_0‖</c> and
/// <c>e_i = λ (Σ_t ‖T_t‖ e_t + c_t ‖T_t‖_F ‖x_t‖ + 8u ‖b‖) + 8u (λ ‖z_i‖ + ‖f(0)‖)</c>: z_i the sum before f, λ a bound of the slope of f on the values of z_i and a little more, <c>c_t = 4 (n + 8) u</c> for n inputs of T_t and unit roundoff u = 2⁻⁵³ (a sum of n products, or
/// a fast transform, is closer). The frames themselves are good to ε = <see cref="FrameTolerance"/>. So a state that nearly cancels may show a large share of what is rounding, and is still inside.</para>
/// <para><b>Source.</b> N. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.1 and §24.1.</para>
/// </remarks>
internal sealed class RoundingBound
{
    /// <summary>The error that is allowed to the frames, relative to a vector.</summary>
    public const double FrameTolerance = 1e-10;

    private const double Unit = 1.0 / (1L << 53);

    private readonly double[] _amplitudes;
    private readonly double[] _norms;

    private RoundingBound(double[] amplitudes, double[] norms) => (_amplitudes, _norms) = (amplitudes, norms);

    /// <param name="network">The network.</param>
    /// <param name="maps">Its maps, taken apart.</param>
    /// <param name="batch">The norms of the run.</param>
    /// <param name="outside">The energy of the whole batch of inputs outside the simples that are followed.</param>
    public static RoundingBound Of(EquivariantNetwork network, IReadOnlyList<IReadOnlyList<MapDecomposition>> maps, BatchNorms batch, double outside)
    {
        double[] norms = [.. Enumerable.Range(0, network.States.Count).Select(batch.OfState)];
        var amplitudes = new double[norms.Length];
        amplitudes[0] = Math.Sqrt(outside) + (FrameTolerance * norms[0]);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var samples = Math.Sqrt(batch.SampleCount);
            var before = 8 * Unit * samples * Vectors.Norm(layer.BiasByPoint());
            foreach (var (term, map) in layer.Terms.Zip(maps[i]))
            {
                before += (map.Norm * amplitudes[term.State]) + (4 * (term.Map.Source.Dimension + 8) * Unit * Math.Sqrt(map.Energy) * norms[term.State]);
            }

            var slope = layer.Activation.SlopeBoundOn(batch.LargestBefore(i) + before);
            var atZero = Math.Abs(layer.Activation.ApproximateAt(0)) * samples * Math.Sqrt(layer.Target.Dimension);

            // A function with jumps turns any rounding into a difference: nothing is claimed then.
            amplitudes[i + 1] = double.IsInfinity(slope) ? slope : (slope * before) + (8 * Unit * ((slope * batch.Before(i)) + atZero));
        }

        return new(amplitudes, norms);
    }

    /// <summary>Accepts the energies of the whole batch in the simples that a state cannot hold, or reports the contradiction.</summary>
    /// <exception cref="CertificateException">One is more than rounding.</exception>
    public void Require(int state, NetworkSimples simples, IReadOnlyList<bool> possible, IReadOnlyList<double> energies)
    {
        var most = _amplitudes[state] + (FrameTolerance * _norms[state]);
        for (var i = 0; i < energies.Count; i++)
        {
            if (!possible[i] && energies[i] > most * most)
            {
                throw new CertificateException("nothing leaves the bound of the theory of depth", FormattableString.Invariant($"state {state}, {simples.All[i]}: amplitude {Math.Sqrt(energies[i]):G3}, rounding explains {most:G3}"));
            }
        }
    }
}
