using System.Runtime.CompilerServices;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.Networks.Orbits;

/// <summary>Which orbital of G on Y × X holds a pair (y, x), numbered as <see cref="OrbitalBasis"/> does: by the orbit of x, then by the least y with (y, base point) in the orbital.</summary>
/// <remarks>Three ways: equal-or-not for natural S_n and A_n, differences for abelian groups acting freely, a table of all pairs else. The group itself is never enumerated.</remarks>
internal abstract class OrbitalIndex
{
    /// <summary>The largest number of pairs |Y| · |X| that are tabulated.</summary>
    public const long MaxPairs = 60_000_000;

    /// <summary>The largest number of orbitals, each of which has a weight for each pair of channels.</summary>
    public const long MaxCount = 100_000_000;

    private static readonly ConditionalWeakTable<PointAction, ConditionalWeakTable<PointAction, OrbitalIndex>> Known = [];

    protected OrbitalIndex(PointAction source, PointAction target)
    {
        Source = source;
        Target = target;
    }

    public PointAction Source { get; }

    public PointAction Target { get; }

    /// <summary>The number of orbitals, the dimension of Hom_G(Fun X, Fun Y).</summary>
    public abstract int Count { get; }

    /// <summary>The orbital of (y, x).</summary>
    public abstract int PositionOf(int y, int x);

    /// <summary>For an orbital in which every x stands with at most one y: that y for each x, −1 where there is none; <c>null</c> where orbitals are not of this kind.</summary>
    public virtual int[]? TargetsOf(int orbital) => null;

    /// <summary>A pair (y, x) in each orbital, x a base point and y the least.</summary>
    public (int Y, int X)[] Representatives()
    {
        var representatives = new (int, int)[Count];
        Array.Fill(representatives, (-1, -1));
        foreach (var x in Source.BasePoints)
        {
            for (var y = 0; y < Target.Size; y++)
            {
                var position = PositionOf(y, x);
                if (representatives[position].Item1 < 0)
                {
                    representatives[position] = (y, x);
                }
            }
        }

        return representatives;
    }

    /// <summary>The number of pairs in each orbital.</summary>
    public long[] PairCounts()
    {
        var lengths = new long[Source.BasePoints.Length];
        foreach (var orbit in Source.OrbitOf)
        {
            lengths[orbit]++;
        }

        var counts = new long[Count];
        foreach (var x in Source.BasePoints)
        {
            for (var y = 0; y < Target.Size; y++)
            {
                counts[PositionOf(y, x)] += lengths[Source.OrbitOf[x]];
            }
        }

        return counts;
    }

    /// <summary>The orbitals of two G-sets of one group.</summary>
    /// <exception cref="ArgumentException">They belong to different groups.</exception>
    /// <exception cref="LimitExceededException">There are too many pairs and no structure that avoids listing them.</exception>
    public static OrbitalIndex Of(GSet source, GSet target)
    {
        if (!ReferenceEquals(source.Group, target.Group))
        {
            throw new ArgumentException($"{source.Name} belongs to {source.Group.Name}, {target.Name} to {target.Group.Name}");
        }

        var (x, y) = (PointAction.Of(source), PointAction.Of(target));
        return Known.GetValue(x, _ => []).GetValue(y, _ => Of(x, y));
    }

    private static OrbitalIndex Of(PointAction x, PointAction y)
    {
        if (IsPlainSymmetric(x) && IsPlainSymmetric(y))
        {
            return new EqualityOrbitals(x, y);
        }

        var pairs = (long)x.Size * y.Size;
        if (pairs > 10_000 && x.Images.Count > 0 && y.Images.Count > 0 && FreeAction.TryOf(ReferenceEquals(x, y) ? [x.Images] : [x.Images, y.Images]) is { } free)
        {
            var count = (long)x.BasePoints.Length * y.Size;
            return count <= MaxCount ? new DifferenceOrbitals(x, y, free[0], free[^1])
                : throw new LimitExceededException("orbitals of a linear map", MaxCount, $"{count} ({y.Set.Name} times {x.Set.Name})", "choose a larger group or smaller G-sets");
        }

        if (pairs > MaxPairs)
        {
            throw new LimitExceededException("pairs of points of a linear map", MaxPairs, $"{pairs} ({y.Set.Name} times {x.Set.Name})", "choose smaller G-sets");
        }

        return new PairOrbitals(x, y);

        static bool IsPlainSymmetric(PointAction action) => action.IsNaturalSymmetric || (action.Size == 1 && PointAction.IsGiant(action.Set.Group));
    }
}
