namespace Eqnn.Networks.Orbits;

/// <summary>An abelian group acting freely on both sets: (y, x) is in the orbital of (a⁻¹ y, base point) for the a that takes the base point to x, and each y gives another orbital.</summary>
internal sealed class DifferenceOrbitals : OrbitalIndex
{
    private readonly FreeAction _freeSource;
    private readonly FreeAction _freeTarget;
    private readonly int[] _targetPoints;

    public DifferenceOrbitals(PointAction source, PointAction target, FreeAction freeSource, FreeAction freeTarget)
        : base(source, target)
    {
        _freeSource = freeSource;
        _freeTarget = freeTarget;
        _targetPoints = freeTarget.PointsByOffset();
    }

    public override int Count => Source.BasePoints.Length * Target.Size;

    public override int PositionOf(int y, int x)
    {
        var order = _freeSource.Order;
        var (orbit, a) = Math.DivRem(_freeSource.Offsets[x], order);
        var (targetOrbit, b) = Math.DivRem(_freeTarget.Offsets[y], order);
        var (difference, scale) = (0, 1);
        for (var axis = _freeSource.Dimensions.Length - 1; axis >= 0; axis--)
        {
            var n = _freeSource.Dimensions[axis];
            var digit = (b % n) - (a % n);
            difference += (digit < 0 ? digit + n : digit) * scale;
            scale *= n;
            a /= n;
            b /= n;
        }

        return (orbit * Target.Size) + _targetPoints[(targetOrbit * order) + difference];
    }

    public override int[] TargetsOf(int orbital)
    {
        var (orbit, least) = Math.DivRem(orbital, Target.Size);
        var (targetOrbit, difference) = Math.DivRem(_freeTarget.Offsets[least], _freeTarget.Order);
        var order = _freeSource.Order;
        var targets = new int[Source.Size];
        for (var x = 0; x < targets.Length; x++)
        {
            var (own, a) = Math.DivRem(_freeSource.Offsets[x], order);
            targets[x] = own == orbit ? _targetPoints[(targetOrbit * order) + Sum(a, difference)] : -1;
        }

        return targets;
    }

    /// <summary>The sum of two elements by their row-major indices.</summary>
    private int Sum(int a, int b)
    {
        var (sum, scale) = (0, 1);
        for (var axis = _freeSource.Dimensions.Length - 1; axis >= 0; axis--)
        {
            var n = _freeSource.Dimensions[axis];
            sum += ((a % n) + (b % n)) % n * scale;
            scale *= n;
            a /= n;
            b /= n;
        }

        return sum;
    }
}
