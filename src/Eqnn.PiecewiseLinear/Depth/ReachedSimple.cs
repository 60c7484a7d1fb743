using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>A simple of <c>J_t</c> and what is known of it.</summary>
/// <param name="Simple">The simple K.</param>
/// <param name="Attainment">Whether it is attained, and why.</param>
/// <param name="Witness">Weights and an input, if that is the reason.</param>
public sealed record ReachedSimple(SimpleRepresentation Simple, Attainment Attainment, DepthWitness? Witness)
{
    /// <summary>Whether some weights and some input populate K.</summary>
    public bool IsAttained => Attainment != Attainment.UpperBound;
}
