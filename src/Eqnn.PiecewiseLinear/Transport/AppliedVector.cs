using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Transport;

/// <summary>One vector v of a simple L, the function that it is on X, the activation applied to it, and the parts of the image in all simples.</summary>
public sealed class AppliedVector
{
    internal AppliedVector(ActivationTransport transport, ColumnVector<Cyclotomic> vector, ColumnVector<Cyclotomic> values, IReadOnlyList<int> signs, ColumnVector<Cyclotomic>? images, IReadOnlyList<RealInterval> enclosures, IReadOnlyList<TransportedPart> parts, int digits, int? chamberOrbit)
    {
        Transport = transport;
        Vector = vector;
        Values = values;
        Signs = signs;
        Images = images;
        Enclosures = enclosures;
        Parts = parts;
        Digits = digits;
        ChamberOrbit = chamberOrbit;
    }

    /// <summary>What was applied: G-set, activation, source and copy.</summary>
    public ActivationTransport Transport { get; }

    /// <summary>The coordinates of v.</summary>
    public ColumnVector<Cyclotomic> Vector { get; }

    /// <summary>v_x for all points x.</summary>
    public ColumnVector<Cyclotomic> Values { get; }

    /// <summary>The chamber of v: for each point of X the number of kinks below v_x minus the number above; the sign of v_x for relu and its like, and for functions without kinks.</summary>
    public IReadOnlyList<int> Signs { get; }

    /// <summary>f(v_x), where f has exact values; else <c>null</c>.</summary>
    public ColumnVector<Cyclotomic>? Images { get; }

    /// <summary>Enclosures of f(v_x).</summary>
    public IReadOnlyList<RealInterval> Enclosures { get; }

    /// <summary>The parts in all simples, in the order of the table.</summary>
    public IReadOnlyList<TransportedPart> Parts { get; }

    /// <summary>The digits that were asked for.</summary>
    public int Digits { get; }

    /// <summary>The position, from 0, of the orbit of the chamber among those of the ReLU fan; <c>null</c> on a wall, for activations of other kinds, and where the fan is not listed.</summary>
    public int? ChamberOrbit { get; }
}
