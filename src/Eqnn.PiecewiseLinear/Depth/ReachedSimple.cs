using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>A simple of <c>J_t</c> and what is known of it.</summary>
public sealed record ReachedSimple
{
    internal ReachedSimple(SimpleRepresentation simple, Attainment attainment, DepthWitness? witness)
    {
        Simple = simple;
        Attainment = attainment;
        Witness = witness;
    }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Simple { get; }

    /// <summary>Whether it is attained, and why.</summary>
    public Attainment Attainment { get; }

    /// <summary>Weights and an input, if that is the reason.</summary>
    public DepthWitness? Witness { get; }

    /// <summary>Whether some weights and some input populate K.</summary>
    public bool IsAttained => Attainment != Attainment.UpperBound;
}
