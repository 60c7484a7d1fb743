using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Existence;

/// <summary>Why there is no nonzero equivariant map L → K: an element n of ker L outside ker K, and <c>Σ_{g ∈ ker L} ψ_K(g) = 0</c>.</summary>
/// <remarks>
/// An equivariant F sends L into <c>K^N</c>, N = ker L, since n v = v for n in N. <c>K^N</c> is a subrepresentation of dimension <c>(1/|N|) Σ_N ψ_K</c>, which is 0.
/// Source: [GTW], docs/theory.md#kernel-criterion.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record MapObstruction
{
    internal MapObstruction(SimpleRepresentation source, SimpleRepresentation target, int classPosition)
    {
        Source = source;
        Target = target;
        ClassPosition = classPosition;
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>The conjugacy class of n: the first one inside ker L and outside ker K.</summary>
    public int ClassPosition { get; }

    /// <summary>The element n: it acts trivially on L and not on K.</summary>
    public Permutation Element => Source.Table.Classes[ClassPosition].Representative;

    /// <summary><c>Σ_{g ∈ ker L} ψ_K(g)</c>, which is 0.</summary>
    public Cyclotomic KernelSum => KernelSums.Over(Source, Target);

    /// <summary>Checks, from character values alone, that n fixes L, moves K, and that the sum vanishes.</summary>
    public bool Verify() =>
        ReferenceEquals(Source.Table, Target.Table)
        && Source.Character[ClassPosition] == Source.Character[0]
        && Target.Character[ClassPosition] != Target.Character[0]
        && KernelSum.IsZero;

    /// <summary>One line that names the element and the sum.</summary>
    public override string ToString() =>
        $"{Element} acts trivially on {Source.Label} and not on {Target.Label}; the sum of the character of {Target.Label} over ker {Source.Label} is 0, so ker {Source.Label} fixes no vector of {Target.Label}";
}
