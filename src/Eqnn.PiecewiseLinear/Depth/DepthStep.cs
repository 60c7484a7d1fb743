using System.Numerics;
using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What t layers can populate from one simple, and what walks in the interaction graphs would suggest instead.</summary>
/// <param name="Layers">t.</param>
/// <param name="Reached"><c>J_t</c>, in the order of the table.</param>
/// <param name="Walks">The simples at the end of a walk of t edges, with the number of walks; in the order of the table. Neither an upper bound nor always attained.</param>
public sealed record DepthStep(int Layers, IReadOnlyList<ReachedSimple> Reached, IReadOnlyList<(SimpleRepresentation Simple, BigInteger Count)> Walks)
{
    /// <summary>Whether every simple of <c>J_t</c> is known to be attained.</summary>
    public bool IsAttained => Reached.All(reached => reached.IsAttained);

    /// <summary>Whether the number of layers and both lists agree, entry by entry.</summary>
    public bool Equals(DepthStep? other) => other is not null && Layers == other.Layers && Reached.SequenceEqual(other.Reached) && Walks.SequenceEqual(other.Walks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layers, Reached.Count, Walks.Count);
}
