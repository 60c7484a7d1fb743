using System.Diagnostics;
using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>All regions of an affine arrangement up to its symmetry, with the numbers of regions, bounded regions, walls and vertices, and the reasons why nothing is missing.</summary>
/// <remarks>
/// <para><b>Method.</b> The chambers of the cone, of which one of each opposite pair lies on the positive side of infinity [Zaslavsky1975]; docs/theory.md#affine.</para>
/// <para><b>Order.</b> Orbits stand in the order in which the enumeration of the cone finds them, which is the same from run to run.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RegionEnumeration
{
    /// <summary>The most orbits whose representatives are all described, to count bounded regions a second time.</summary>
    private const int MaxDescribed = 20_000;
    private readonly int[] _positions;

    private RegionEnumeration(AffineArrangement arrangement, ChamberEnumeration cone, int[] positions, BigInteger regions, CharacteristicPolynomial? polynomial, BigInteger? bounded, BigInteger? walls)
    {
        Arrangement = arrangement;
        Cone = cone;
        _positions = positions;
        RegionCount = regions;
        CharacteristicPolynomial = polynomial;
        BoundedRegionCount = bounded;
        WallCount = walls;
        var vertices = cone.RayOrbits.Where(orbit => orbit.Signs[0] > 0).ToList();
        VertexCount = vertices.Aggregate(BigInteger.Zero, (sum, orbit) => sum + orbit.Size);
        VertexOrbitCount = vertices.Count;
        Orbits = new OnDemandList<RegionOrbit>(positions.Length, i =>
        {
            var orbit = cone.Orbits[_positions[i]];
            return new RegionOrbit(i, new Region(arrangement, orbit.Representative), orbit.Size, orbit.StabiliserOrder);
        });
    }

    /// <summary>The arrangement.</summary>
    public AffineArrangement Arrangement { get; }

    /// <summary>The enumeration of the cone, with its certificate of completeness.</summary>
    public ChamberEnumeration Cone { get; }

    /// <summary>The number of regions.</summary>
    public BigInteger RegionCount { get; }

    /// <summary>The number of regions that are bounded modulo the lineality space; null where neither the polynomial nor the list was small enough.</summary>
    public BigInteger? BoundedRegionCount { get; }

    /// <summary>The number of walls: faces of codimension 1, each between two regions; null where that of the walls at infinity is not known.</summary>
    public BigInteger? WallCount { get; }

    /// <summary>The number of vertices: faces of the least dimension.</summary>
    public BigInteger VertexCount { get; }

    /// <summary>The number of orbits of vertices.</summary>
    public int VertexOrbitCount { get; }

    /// <summary>The orbits of regions under the symmetry group; regions themselves without symmetry. Made on demand.</summary>
    public IReadOnlyList<RegionOrbit> Orbits { get; }

    /// <summary>Whether the limit stopped the search; see <see cref="ChamberEnumeration.IsPartial"/>.</summary>
    public bool IsPartial => Cone.IsPartial;

    /// <summary>The method that found the regions.</summary>
    public string Origin => Cone.Origin + ", on the cone";

    /// <summary>The characteristic polynomial of the affine arrangement, that of the cone divided by t - 1; null if that was too large or switched off.</summary>
    public CharacteristicPolynomial? CharacteristicPolynomial { get; }

    /// <summary>Finds all regions up to the symmetry of the arrangement.</summary>
    /// <exception cref="LimitExceededException">As in <see cref="ChamberEnumeration.Of"/>; the numbers speak of the cone.</exception>
    /// <exception cref="CertificateException">Numbers that must agree do not: a bug.</exception>
    public static RegionEnumeration Of(AffineArrangement arrangement, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        options ??= ChamberSearchOptions.Default;
        var cone = ChamberEnumeration.Of(arrangement.Cone, options, progress, cancellationToken);
        int[] positions = [.. Enumerable.Range(0, cone.Orbits.Count).Where(cone.IsPositiveAtFirst)];
        var regions = arrangement.Symmetry.Count == 0 ? positions.Length : positions.Aggregate(BigInteger.Zero, (sum, i) => sum + cone.Orbits[i].Size);
        var linear = cone.IsPartial || options.ZaslavskyBudget == 0 ? null : CharacteristicPolynomial.TryOf(arrangement.Linear(), options, progress, cancellationToken);
        return Counted(arrangement, cone, positions, regions, linear, cancellationToken);
    }

    /// <summary>What was found, with its numbers compared.</summary>
    internal static RegionEnumeration Counted(AffineArrangement arrangement, ChamberEnumeration cone, int[] positions, BigInteger regions, CharacteristicPolynomial? linear, CancellationToken cancellationToken)
    {
        if (cone.IsPartial)
        {
            return new(arrangement, cone, positions, regions, null, null, null);
        }

        if (2 * regions != cone.ChamberCount)
        {
            throw new CertificateException("half of the chambers of a cone lie on each side of infinity", FormattableString.Invariant($"{arrangement}: {regions} of {cone.ChamberCount}"));
        }

        var polynomial = cone.CharacteristicPolynomial?.Deconed();
        BigInteger? listed = positions.Length > MaxDescribed ? null : BoundedAmong(arrangement, cone, positions, cancellationToken);
        if (listed is { } found && polynomial?.BoundedRegionCount is { } promised && found != promised)
        {
            throw new CertificateException("the number of bounded regions is |χ(1)|", FormattableString.Invariant($"{arrangement}: {found} found, |χ(1)| = {promised}"));
        }

        // Walls of the cone that lie at infinity are the chambers of the linear parts; the others come in opposite pairs.
        return new(arrangement, cone, positions, regions, polynomial, listed ?? polynomial?.BoundedRegionCount, linear is null ? null : (cone.WallCount - linear.RegionCount) / 2);
    }

    private static BigInteger BoundedAmong(AffineArrangement arrangement, ChamberEnumeration cone, int[] positions, CancellationToken cancellationToken)
    {
        var bounded = BigInteger.Zero;
        foreach (var i in positions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var orbit = cone.Orbits[i];
            bounded += new Region(arrangement, orbit.Representative).IsBounded ? orbit.Size : 0;
        }

        return bounded;
    }

    /// <summary>Hands over all regions one by one, symmetry not used, in memory that grows with the rays of the cone only.</summary>
    /// <param name="arrangement">The arrangement.</param>
    /// <param name="visit">Told each region; answers whether to go on.</param>
    public static void VisitAll(AffineArrangement arrangement, Func<Region, bool> visit)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        ArgumentNullException.ThrowIfNull(visit);
        ChamberEnumeration.VisitAll(arrangement.Cone, chamber => chamber.Signs[0] < 0 || visit(new Region(arrangement, chamber)));
    }

    /// <summary>In one line: the number of regions and how they were found.</summary>
    public override string ToString() => FormattableString.Invariant($"{(IsPartial ? "at least " : "")}{RegionCount} regions ({Orbits.Count} up to symmetry), {VertexCount} vertices ({Origin})");
}
