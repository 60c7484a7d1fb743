using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>Enclosures of the values of isotypic projectors, made once for each precision.</summary>
internal sealed class ProjectorEnclosures(IsotypicDecomposition decomposition)
{
    private readonly Dictionary<(int Simple, int Orbit), RealInterval?[]> _values = [];
    private int _bits = -1;

    /// <summary>The value of P_K on a piece of an orbit, or <c>null</c> where it is exactly 0.</summary>
    public RealInterval? At(SimpleRepresentation simple, int orbit, int piece, int bits)
    {
        if (bits != _bits)
        {
            _values.Clear();
            _bits = bits;
        }

        if (!_values.TryGetValue((simple.Position, orbit), out var values))
        {
            values = [.. decomposition.ProjectorValues(simple, orbit).Select(value => value.IsZero ? (RealInterval?)null : RealInterval.Of(value, bits))];
            _values[(simple.Position, orbit)] = values;
        }

        return values[piece];
    }
}
