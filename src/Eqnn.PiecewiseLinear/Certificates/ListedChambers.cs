using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>The chambers of an enumeration with all their rays by number, and the orbits of rays: what a certificate of listed chambers states.</summary>
public sealed class ListedChambers
{
    private ListedChambers(ChamberEnumeration chambers, BigInteger order, IReadOnlyList<ColumnVector<Cyclotomic>> rays, IReadOnlyList<ListedRayOrbit> rayOrbits, IReadOnlyList<IReadOnlyList<int>> raysOfOrbits) =>
        (Chambers, Order, Generators, Rays, RayOrbits, RaysOfOrbits) = (chambers, order, SignedImages.Of(chambers.Arrangement), rays, rayOrbits, raysOfOrbits);

    /// <summary>The enumeration.</summary>
    public ChamberEnumeration Chambers { get; }

    /// <summary>The order of the symmetry as it acts on the span of the rows.</summary>
    public BigInteger Order { get; }

    /// <summary>Generators of it: the images of the rows from 1, negative for the opposite row.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Generators { get; }

    /// <summary>The rays, in the order in which the chambers meet them.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Rays { get; }

    /// <summary>The orbits of rays, in the order in which they are met.</summary>
    public IReadOnlyList<ListedRayOrbit> RayOrbits { get; }

    /// <summary>For each orbit of chambers the rays of its representative, as positions in <see cref="Rays"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> RaysOfOrbits { get; }

    /// <summary>Numbers the rays.</summary>
    /// <param name="chambers">The enumeration.</param>
    /// <param name="firstRays">Rays that come before the others, in their order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LimitExceededException">More rays than can be listed.</exception>
    public static ListedChambers Of(ChamberEnumeration chambers, IEnumerable<ColumnVector<Cyclotomic>>? firstRays = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chambers);
        var arrangement = chambers.Arrangement;

        // Of linear maps, not of permutations of rows: a map of finite order that fixes all hyperplanes with their sides is the identity on the span of the rows.
        var order = arrangement.Action?.ImageOrder ?? BigInteger.One;

        // Rays are told apart, and put into orbits, by the signs on them.
        var orbits = new RaySignOrbits(arrangement, cancellationToken);
        var words = new Numbering<string>();
        var known = new Dictionary<ColumnVector<Cyclotomic>, int>();
        var rays = new List<ColumnVector<Cyclotomic>>();
        var rayOrbits = new List<ListedRayOrbit>();
        foreach (var ray in firstRays ?? [])
        {
            PositionOf(ray);
        }

        var raysOfOrbits = new List<IReadOnlyList<int>>();
        foreach (var orbit in chambers.Orbits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            raysOfOrbits.Add([.. orbit.Representative.Rays.Select(PositionOf)]);
        }

        return new(chambers, order, rays.AsReadOnly(), rayOrbits.AsReadOnly(), raysOfOrbits.AsReadOnly());

        int PositionOf(ColumnVector<Cyclotomic> ray) => known.TryGetValue(ray, out var position) ? position : known[ray] = PositionOfNew(ray);

        int PositionOfNew(ColumnVector<Cyclotomic> ray)
        {
            var word = orbits.SignsAt(ray);
            var position = words.NumberOf(word);
            if (position == rays.Count)
            {
                rays.Add(ray);
                if (orbits.SizeOfNew(word) is { } size)
                {
                    rayOrbits.Add(new(position, size, order / size));
                }
            }

            return position;
        }
    }
}

/// <summary>An orbit of rays.</summary>
public sealed class ListedRayOrbit
{
    internal ListedRayOrbit(int ray, int size, BigInteger stabiliserOrder) => (Ray, Size, StabiliserOrder) = (ray, size, stabiliserOrder);

    /// <summary>The first of its rays, as a position in <see cref="ListedChambers.Rays"/>.</summary>
    public int Ray { get; }

    /// <summary>The number of its rays.</summary>
    public int Size { get; }

    /// <summary>The order of the stabiliser of one.</summary>
    public BigInteger StabiliserOrder { get; }
}
