namespace Eqnn.Networks.Orbits;

/// <summary>S_n (n ≥ 3, or A_n, n ≥ 4) on its points or on one point: a pair of points is equal or not.</summary>
internal sealed class EqualityOrbitals(PointAction source, PointAction target) : OrbitalIndex(source, target)
{
    private readonly bool _both = source.Size > 1 && target.Size > 1;

    public override int Count => _both ? 2 : 1;

    public override int PositionOf(int y, int x) => _both && y != x ? 1 : 0;
}
