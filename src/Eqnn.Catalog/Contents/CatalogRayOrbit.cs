using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Catalog.Contents;

/// <summary>An orbit of rays of a <see cref="CatalogFan"/>.</summary>
public sealed class CatalogRayOrbit
{
    internal CatalogRayOrbit(ColumnVector<Cyclotomic> ray, int size, long stabiliserOrder) => (Ray, Size, StabiliserOrder) = (ray, size, stabiliserOrder);

    /// <summary>A vector on one of them, in the coordinates of the copy.</summary>
    public ColumnVector<Cyclotomic> Ray { get; }

    /// <summary>The number of rays.</summary>
    public int Size { get; }

    /// <summary>The order of the stabiliser of one.</summary>
    public long StabiliserOrder { get; }

    /// <summary>The ray and the number of rays.</summary>
    public override string ToString() => FormattableString.Invariant($"({string.Join(", ", Ray)}), {Size} rays");
}
