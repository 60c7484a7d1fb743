using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What deep networks can populate from one simple L, layer by layer.</summary>
public sealed record DepthProfile
{
    internal DepthProfile(SimpleRepresentation source, IReadOnlyList<DepthStep> steps)
    {
        Source = source;
        Steps = steps;
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The steps t = 0, 1, ..., the last one at the depth asked for.</summary>
    public IReadOnlyList<DepthStep> Steps { get; }

    /// <summary>The least t with <paramref name="target"/> in <c>J_t</c>, or <c>null</c> if there is none up to the depth asked for. Without that depth many layers no weights populate the target.</summary>
    public int? LeastDepthOf(SimpleRepresentation target) => Steps.FirstOrDefault(step => step.Reached.Any(reached => reached.Simple.Position == target.Position))?.Layers;

    /// <summary>The least t at which <paramref name="target"/> is known to be attained, or <c>null</c>.</summary>
    public int? LeastAttainedDepthOf(SimpleRepresentation target) =>
        Steps.FirstOrDefault(step => step.Reached.Any(reached => reached.Simple.Position == target.Position && reached.IsAttained))?.Layers;

    /// <summary>Whether source and steps agree.</summary>
    public bool Equals(DepthProfile? other) => other is not null && Source == other.Source && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Steps.Count);
}
