using Eqnn.Numbers;

namespace Eqnn.Catalog.Contents;

/// <summary>The witness of a pair with a map, as a document states it: <c>F(v) = P_K ReLU(v − β)</c> on the regular representation, and its value at <c>P_L e_1</c>.</summary>
public sealed class CatalogWitness
{
    internal CatalogWitness(Cyclotomic bias, Cyclotomic point, Cyclotomic value) => (Bias, PointAtIdentity, ValueAtIdentity) = (bias, point, value);

    /// <summary>The bias β.</summary>
    public Cyclotomic Bias { get; }

    /// <summary>The coordinate of <c>P_L e_1</c> at 1.</summary>
    public Cyclotomic PointAtIdentity { get; }

    /// <summary>The coordinate of the value there at 1, which is not 0.</summary>
    public Cyclotomic ValueAtIdentity { get; }

    /// <summary>The three numbers.</summary>
    public override string ToString() => $"β = {Bias}; at {PointAtIdentity} the value {ValueAtIdentity}";
}
