using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>An orbit of rays of the ReLU fan of a copy.</summary>
public sealed class CopyRayOrbit
{
    internal CopyRayOrbit(ColumnVector<Cyclotomic> ray, int size, BigInteger stabilizerOrder)
    {
        Ray = ray;
        Size = size;
        StabilizerOrder = stabilizerOrder;
    }

    /// <summary>A vector on one ray, in the coordinates of the copy.</summary>
    public ColumnVector<Cyclotomic> Ray { get; }

    /// <summary>The number of rays.</summary>
    public int Size { get; }

    /// <summary>The order of the stabiliser of the ray.</summary>
    public BigInteger StabilizerOrder { get; }
}
