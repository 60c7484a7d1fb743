using System.Numerics;
using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What t layers can populate from one simple, and what walks in the interaction graphs would suggest instead.</summary>
public sealed record DepthStep
{
    internal DepthStep(int layers, IReadOnlyList<ReachedSimple> reached, IReadOnlyList<(SimpleRepresentation Simple, BigInteger Count)> walks)
    {
        Layers = layers;
        Reached = reached;
        Walks = walks;
    }

    /// <summary>t.</summary>
    public int Layers { get; }

    /// <summary><c>J_t</c>, in the order of the table.</summary>
    public IReadOnlyList<ReachedSimple> Reached { get; }

    /// <summary>The simples at the end of a walk of t edges, with the number of walks; in the order of the table. Neither an upper bound nor always attained.</summary>
    public IReadOnlyList<(SimpleRepresentation Simple, BigInteger Count)> Walks { get; }

    /// <summary>Whether every simple of <c>J_t</c> is known to be attained.</summary>
    public bool IsAttained => Reached.All(reached => reached.IsAttained);

    /// <summary>Whether the number of layers and both lists agree, entry by entry.</summary>
    public bool Equals(DepthStep? other) => other is not null && Layers == other.Layers && Reached.SequenceEqual(other.Reached) && Walks.SequenceEqual(other.Walks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layers, Reached.Count, Walks.Count);
}
