using Eqnn.Networks.Simples;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Reports;

/// <summary>What the activation of one layer sends from which simple to which, on real data: <c>P_K f(P_L v)</c> for single sources L, and the rest that only several sources together create.</summary>
/// <remarks>f(0) is taken off first, so that no energy is counted for each source again. The bias belongs to the trivial simple of v.</remarks>
public sealed class TransferExplanation
{
    private readonly double[][] _energies;
    private readonly bool[][] _allowed;

    internal TransferExplanation(int layer, Activation activation, IReadOnlyList<NetworkSimple?> sources, IReadOnlyList<NetworkSimple?> targets, double[][] energies, bool[][] allowed, double[] joint, double[] total)
    {
        (Layer, Activation, Sources, Targets, _energies, _allowed, Joint, Totals) = (layer, activation, sources, targets, energies, allowed, joint, total);
    }

    /// <summary>The layer, from 1.</summary>
    public int Layer { get; }

    /// <summary>f.</summary>
    public Activation Activation { get; }

    /// <summary>The sources, by energy; a <c>null</c> at the end stands for all others together.</summary>
    public IReadOnlyList<NetworkSimple?> Sources { get; }

    /// <summary>The targets, in the same order; a <c>null</c> at the end stands for all others together.</summary>
    public IReadOnlyList<NetworkSimple?> Targets { get; }

    /// <summary>For each target the mean energy of <c>P_K (f(v) − Σ_L f(P_L v))</c>: what only joint inputs create.</summary>
    public IReadOnlyList<double> Joint { get; }

    /// <summary>For each target the mean energy of <c>P_K f(v)</c>.</summary>
    public IReadOnlyList<double> Totals { get; }

    /// <summary>The mean energy of <c>P_K f(P_L v)</c>.</summary>
    public double EnergyOf(int source, int target) => _energies[source][target];

    /// <summary>Whether the interaction theorem allows this transfer; where it does not, the energy is 0 for all vectors.</summary>
    public bool IsAllowed(int source, int target) => _allowed[source][target];

    /// <summary>The number of transfers that the theorem forbids.</summary>
    public int ForbiddenCount => _allowed.Sum(row => row.Count(allowed => !allowed));

    /// <summary>The largest amplitude measured at a forbidden transfer, as a share of that of the whole layer: rounding.</summary>
    public double LargestForbidden => Totals.Sum() is > 0 and var total ? LargestForbiddenAmplitude / Math.Sqrt(total) : 0;

    internal double LargestForbiddenAmplitude
    {
        get
        {
            var worst = 0.0;
            for (var s = 0; s < Sources.Count; s++)
            {
                for (var t = 0; t < Targets.Count; t++)
                {
                    worst = _allowed[s][t] ? worst : Math.Max(worst, _energies[s][t]);
                }
            }

            return Math.Sqrt(worst);
        }
    }
}
