using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>Where the energy of one source goes.</summary>
public sealed class EnergyRow
{
    internal EnergyRow(SimpleRepresentation source, int layers, RealInterval total, string totalText, IReadOnlyList<EnergyShare> shares)
    {
        Source = source;
        Layers = layers;
        Total = total;
        TotalText = totalText;
        Shares = shares;
    }

    /// <summary>L.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The number of layers: 1 unless random weights are followed through several.</summary>
    public int Layers { get; }

    /// <summary>E|f(v)|², as an enclosure.</summary>
    public RealInterval Total { get; }

    /// <summary>E|f(v)|² in decimals.</summary>
    public string TotalText { get; }

    /// <summary>The shares, for all simples that occur in the last G-set, in the order of the table; they sum to 1 unless f(v) is 0.</summary>
    public IReadOnlyList<EnergyShare> Shares { get; }

    /// <summary>Source and shares.</summary>
    public override string ToString() => $"{Source.Label}: {string.Join(", ", Shares)}";
}
