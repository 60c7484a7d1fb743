using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Labels;

/// <summary>What one simple of one state says about the labels. Scores are shares of right classes, or mean squares of differences.</summary>
public sealed class SimpleSignal
{
    internal SimpleSignal(NetworkSimple simple, double share, double without, double? linear, double? norms)
    {
        (Simple, Share, Without, Linear, Norms) = (simple, share, without, linear, norms);
    }

    /// <summary>The simple.</summary>
    public NetworkSimple Simple { get; }

    /// <summary>Its share of the energy of the state.</summary>
    public double Share { get; }

    /// <summary>The score of the network if here P_L h is replaced by its mean over the data and the group: 0, and for the trivial simple the mean over the data.</summary>
    public double Without { get; }

    /// <summary>The score of the best linear function of P_L h on samples that it has not seen (every other one); <c>null</c> if there are labels on points, too few samples, or too many numbers.</summary>
    public double? Linear { get; }

    /// <summary>The same for the squared norms of the copies of L, channel by channel: they are the same for h and g h, so that labels that do not change under the group can be seen in them.</summary>
    public double? Norms { get; }
}
