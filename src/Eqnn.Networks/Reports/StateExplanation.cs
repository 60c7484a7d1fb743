using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Reports;

/// <summary>Where the energy of real data sits in one state of a network.</summary>
public sealed class StateExplanation
{
    private readonly double[][] _byChannel;

    internal StateExplanation(int state, FeatureSpace space, double[][] byChannel, double[] effective, int[] capacity, bool[] possible, bool[] isRead, double floor)
    {
        (State, Space, _byChannel) = (state, space, byChannel);
        Energies = [.. effective.Select((_, simple) => byChannel.Sum(channel => channel[simple]))];
        Total = Energies.Sum();
        IsZero = Total <= floor;
        (EffectiveDimensions, Capacities, Possible, IsRead) = (effective, capacity, possible, isRead);
    }

    /// <summary>The state; 0 is the input.</summary>
    public int State { get; }

    /// <summary>Its features.</summary>
    public FeatureSpace Space { get; }

    /// <summary>For each simple the mean over the samples of <c>|P_L h|²</c>, summed over the channels.</summary>
    public IReadOnlyList<double> Energies { get; }

    /// <summary>The mean of <c>|h|²</c>, the sum of <see cref="Energies"/>.</summary>
    public double Total { get; }

    /// <summary>Whether the whole state is 0 up to rounding, measured by the largest state of the network.</summary>
    public bool IsZero { get; }

    /// <summary>For each simple the number of copies of it that the data fills: (tr C)² / tr C² for the covariance C of the multiplicity space over End(L), at most <see cref="Capacities"/>.</summary>
    public IReadOnlyList<double> EffectiveDimensions { get; }

    /// <summary>For each simple channels times multiplicity.</summary>
    public IReadOnlyList<int> Capacities { get; }

    /// <summary>For each simple whether the theory of depth allows it here, from the simples of the data.</summary>
    public IReadOnlyList<bool> Possible { get; }

    /// <summary>For each simple whether a later layer reads it: some map from here has a block that is not 0. All true for the output.</summary>
    public IReadOnlyList<bool> IsRead { get; }

    /// <summary>The energy of a simple in one channel.</summary>
    public double EnergyAt(int channel, NetworkSimple simple)
    {
        ArgumentNullException.ThrowIfNull(simple);
        return _byChannel[channel][simple.Position];
    }

    /// <summary>The share of a simple in the energy.</summary>
    public double ShareOf(NetworkSimple simple)
    {
        ArgumentNullException.ThrowIfNull(simple);
        return IsZero ? 0 : Energies[simple.Position] / Total;
    }

    /// <summary>Whether a simple occurs here and the data leaves it empty.</summary>
    public bool IsSilent(NetworkSimple simple)
    {
        ArgumentNullException.ThrowIfNull(simple);
        return Capacities[simple.Position] > 0 && ShareOf(simple) <= NetworkReach.Rounding;
    }
}
