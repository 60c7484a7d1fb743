namespace Eqnn.Networks.Symmetry;

/// <summary>A state of a network with the action that was found on its units.</summary>
public sealed class DiscoveredState
{
    internal DiscoveredState(FeatureSpace space, UnitOrder order, IReadOnlyList<double> distances)
    {
        (Space, Order, Distances) = (space, order, distances);
    }

    /// <summary>Channels and G-set.</summary>
    public FeatureSpace Space { get; }

    /// <summary>Which unit of the file stands at each place of the feature space, and by what it is scaled; the identity for input and output.</summary>
    public UnitOrder Order { get; }

    /// <summary>For each generator of the group the largest distance of a moved row from that of its image, as a share of the longest row; 0 for the input.</summary>
    public IReadOnlyList<double> Distances { get; }
}
