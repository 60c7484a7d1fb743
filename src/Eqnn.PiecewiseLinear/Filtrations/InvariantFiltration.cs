using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Filtrations;

/// <summary>The filtration of <c>V = Fun(X, ℝ)</c> by the subspaces <c>V^N = Fun(X/N)</c>, N normal: every equivariant layer, invariant bias and activation preserves each of them.</summary>
/// <remarks>
/// <para>A network restricted to V^N is a network of G/N on X/N, and every such network arises: an exact compression for N-invariant inputs.</para>
/// <para><b>How.</b> <c>V^N = ⊕ {V_L : N ≤ ker L}</c> from the character table alone. <b>Order.</b> That of <see cref="NormalSubgroupLattice.Subgroups"/>. <b>Source.</b> [GTW]; docs/theory.md#invariants.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class InvariantFiltration
{
    private InvariantFiltration(IsotypicDecomposition decomposition, IReadOnlyList<InvariantLayer> layers)
    {
        Decomposition = decomposition;
        Layers = layers;
    }

    /// <summary>The decomposition of <c>Fun(X, ℝ)</c>.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>One layer for each normal subgroup.</summary>
    public IReadOnlyList<InvariantLayer> Layers { get; }

    /// <summary>Computes the filtration.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static InvariantFiltration Of(IsotypicDecomposition decomposition, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var subgroups = decomposition.Table.NormalSubgroups.Subgroups;
        var kernels = decomposition.Components.Select(component => component.Simple.KernelClassPositions.ToHashSet()).ToList();
        var multiplicities = new List<List<long>>();
        foreach (var orbit in decomposition.Set.Orbits)
        {
            // Orbits that look alike share one list.
            var first = decomposition.Set.FirstOrbitLike(multiplicities.Count);
            multiplicities.Add(first < multiplicities.Count ? multiplicities[first] : [.. decomposition.Components.Select(component => IsotypicDecomposition.MultiplicityIn(orbit, component.Simple))]);
        }

        var layers = new List<InvariantLayer>();
        foreach (var subgroup in subgroups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("filtration", layers.Count, subgroups.Count));
            var inside = Enumerable.Range(0, kernels.Count).Where(i => subgroup.ClassPositions.All(kernels[i].Contains)).ToList();
            var lengths = multiplicities.Select(orbit => inside.Sum(i => orbit[i] * decomposition.Components[i].Simple.Dimension)).ToList();
            layers.Add(new(subgroup, lengths.Sum(), [.. inside.Select(i => decomposition.Components[i].Simple)], lengths, new Rational(decomposition.Set.Size, lengths.Sum())));
        }

        return new(decomposition, layers);
    }

    /// <summary>In one line: the dimensions of the invariant parts.</summary>
    public override string ToString() => FormattableString.Invariant($"invariants on {Decomposition.Set.Name}: {string.Join(", ", Layers.Select(layer => layer.Dimension))}");
}
