using Eqnn.Algebra.Characters;

namespace Eqnn.Algebra.Representations;

/// <summary>A simple representation that occurs in a permutation representation, with its multiplicity.</summary>
public sealed record IsotypicComponent
{
    internal IsotypicComponent(SimpleRepresentation simple, long multiplicity)
    {
        Simple = simple;
        Multiplicity = multiplicity;
    }

    /// <summary>The simple representation L.</summary>
    public SimpleRepresentation Simple { get; }

    /// <summary>[V : L], at least 1.</summary>
    public long Multiplicity { get; }

    /// <summary>The dimension of <c>V_L</c> over ℝ: multiplicity times dimension.</summary>
    public long Dimension => Multiplicity * Simple.Dimension;
}
