using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>The maps from a copy of L to K that are linear on the chambers of the ReLU fan, and the ReLU composites among them.</summary>
public sealed class CopyMapPair
{
    internal CopyMapPair(
        SimpleRepresentation target, int dimension, int linearDimension, int oneLayerDimension, IReadOnlyList<ColumnVector<Cyclotomic>>? basis, IReadOnlyList<IReadOnlyList<ColumnVector<Cyclotomic>>> values,
        IReadOnlyList<ColumnVector<Cyclotomic>> coordinates)
    {
        Target = target;
        Dimension = dimension;
        LinearDimension = linearDimension;
        OneLayerDimension = oneLayerDimension;
        Basis = basis;
        Values = values;
        Coordinates = coordinates;
    }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>The dimension of the space of maps.</summary>
    public int Dimension { get; }

    /// <summary>The dimension of the linear ones.</summary>
    public int LinearDimension { get; }

    /// <summary>The dimension of those that one layer of some activation that is linear on the chambers gives.</summary>
    public int OneLayerDimension { get; }

    /// <summary>A basis by its values on the orbits of rays, written one behind the other; null where the fan is simplicial, so that any values fixed by the stabilisers of the rays are a map.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>>? Basis { get; }

    /// <summary>For each composite, in the order of the vectors, its values on one ray of each orbit.</summary>
    public IReadOnlyList<IReadOnlyList<ColumnVector<Cyclotomic>>> Values { get; }

    /// <summary>For each composite its coordinates in the basis; where the fan is simplicial, in reduced bases of the vectors that the stabilisers of the rays fix.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Coordinates { get; }
}
