using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Reports;

/// <summary>Which simples one state of a network can hold, by the theory of depth, by the weights, and as measured.</summary>
public sealed class StateReach
{
    internal StateReach(int state, FeatureSpace space, bool[] possible, bool[] byWeights, double[] shares) =>
        (State, Space, Possible, ByWeights, Shares) = (state, space, possible, byWeights, shares);

    /// <summary>The state; 0 is the input.</summary>
    public int State { get; }

    /// <summary>Its features.</summary>
    public FeatureSpace Space { get; }

    /// <summary>For each simple whether any weights of this architecture could populate it: an upper bound (docs/theory.md#depth).</summary>
    public IReadOnlyList<bool> Possible { get; }

    /// <summary>The same bound with the blocks that are 0 in these weights taken into account.</summary>
    public IReadOnlyList<bool> ByWeights { get; }

    /// <summary>The measured share of each simple in the energy of the state, over random inputs.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>Whether a simple was met: its share of the energy is above rounding.</summary>
    public bool IsPopulated(NetworkSimple simple)
    {
        ArgumentNullException.ThrowIfNull(simple);
        return Shares[simple.Position] > NetworkReach.Rounding;
    }
}
