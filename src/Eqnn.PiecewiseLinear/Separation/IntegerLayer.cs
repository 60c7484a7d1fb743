using System.Numerics;
using Eqnn.Algebra.GSets;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>The weight of one orbital of Y × X from a channel on X to a channel on Y: <c>h(y) += weight · Σ {x : (y, x) in the orbital}</c>.</summary>
/// <param name="TargetChannel">The channel on Y, from 0.</param>
/// <param name="SourceChannel">The channel on X, from 0.</param>
/// <param name="TargetPoint">y of a pair in the orbital.</param>
/// <param name="SourcePoint">x of that pair.</param>
/// <param name="Weight">The weight, not 0.</param>
public sealed record IntegerWeight(int TargetChannel, int SourceChannel, int TargetPoint, int SourcePoint, BigInteger Weight);

/// <summary>The bias of a channel on one orbit of Y.</summary>
/// <param name="TargetChannel">The channel, from 0.</param>
/// <param name="TargetOrbit">The place of the orbit, from 0.</param>
/// <param name="Value">The bias, not 0.</param>
public sealed record IntegerBias(int TargetChannel, int TargetOrbit, BigInteger Value);

/// <summary>An equivariant affine map from channels on X to channels on Y with integer weights, one for each orbital, and invariant integer biases. What is not listed is 0.</summary>
/// <param name="Source">X.</param>
/// <param name="SourceChannels">The number of channels on X.</param>
/// <param name="Target">Y.</param>
/// <param name="TargetChannels">The number of channels on Y.</param>
/// <param name="Weights">The weights; each orbital at most once for each pair of channels.</param>
/// <param name="Biases">The biases.</param>
public sealed record IntegerLayer(GSet Source, int SourceChannels, GSet Target, int TargetChannels, IReadOnlyList<IntegerWeight> Weights, IReadOnlyList<IntegerBias> Biases)
{
    /// <summary>Equality of the sets, as values, and of all weights.</summary>
    public bool Equals(IntegerLayer? other) => other is not null && ReferenceEquals(Source, other.Source) && ReferenceEquals(Target, other.Target) && SourceChannels == other.SourceChannels
        && TargetChannels == other.TargetChannels && Weights.SequenceEqual(other.Weights) && Biases.SequenceEqual(other.Biases);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SourceChannels, TargetChannels, Weights.Count, Biases.Count);
}
