using Eqnn.Algebra.Characters;

namespace Eqnn.Algebra.Representations;

/// <summary>A simple representation that occurs in a permutation representation, with its multiplicity.</summary>
/// <param name="Simple">The simple representation L.</param>
/// <param name="Multiplicity">[V : L], at least 1.</param>
public sealed record IsotypicComponent(SimpleRepresentation Simple, long Multiplicity)
{
    /// <summary>The dimension of <c>V_L</c> over ℝ: multiplicity times dimension.</summary>
    public long Dimension => Multiplicity * Simple.Dimension;
}
