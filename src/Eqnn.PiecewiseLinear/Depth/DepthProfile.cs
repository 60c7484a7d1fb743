using Eqnn.Algebra.Characters;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What deep networks can populate from one simple L, layer by layer.</summary>
/// <remarks>Made by <see cref="DepthAnalysis"/> alone.</remarks>
public sealed class DepthProfile
{
    internal DepthProfile(SimpleRepresentation source, IReadOnlyList<DepthStep> steps, IReadOnlyList<ChamberOrbit> chambers, bool isStable)
    {
        Source = source;
        Steps = steps;
        Chambers = chambers;
        IsStable = isStable;
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The steps t = 0, 1, ..., the last one at the depth asked for, or where nothing new comes any more.</summary>
    public IReadOnlyList<DepthStep> Steps { get; }

    /// <summary>One chamber of <c>{v_x = 0}</c> on <c>V_L(X_1)</c> from each orbit, where they decided; else empty.</summary>
    public IReadOnlyList<ChamberOrbit> Chambers { get; }

    /// <summary>Whether further layers on the last G-set are known to populate nothing that no step has.</summary>
    public bool IsStable { get; }

    /// <summary>The least t with <paramref name="target"/> in <c>J_t</c>, or <c>null</c> if there is none up to the last step. Without that depth many layers no weights populate the target.</summary>
    public int? LeastDepthOf(SimpleRepresentation target) => Steps.FirstOrDefault(step => step.Reached.Any(reached => reached.Simple.Position == target.Position))?.Layers;

    /// <summary>The least t at which <paramref name="target"/> is known to be populated, or <c>null</c>.</summary>
    public int? LeastAttainedDepthOf(SimpleRepresentation target) =>
        Steps.FirstOrDefault(step => step.Reached.Any(reached => reached.Simple.Position == target.Position && reached.IsAttained))?.Layers;

    /// <summary>Whether at some step it is not decided whether <paramref name="target"/> is populated, and at none it is known to be.</summary>
    public bool IsOpen(SimpleRepresentation target) =>
        LeastAttainedDepthOf(target) is null && Steps.Any(step => step.Reached.Any(reached => reached.Simple.Position == target.Position && reached.Populated is null));

    /// <summary>In one line: the simple, and how many simples come after each number of layers.</summary>
    public override string ToString() => $"from {Source.Label}: {string.Join(", ", Steps.Select(step => FormattableString.Invariant($"{step.Reached.Count} simples after {step.Layers}")))}";
}
