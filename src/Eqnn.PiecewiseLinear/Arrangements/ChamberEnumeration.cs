using System.Diagnostics;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Regions;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>All chambers of an arrangement up to its symmetry, with the numbers of chambers, walls and rays, and the reasons why nothing is missing.</summary>
/// <remarks>
/// <para><b>Method.</b> Without symmetry hyperplanes are inserted one at a time, each chamber being kept with its rays; with symmetry the walls of one representative of each orbit are crossed. <see cref="Origin"/> says which. All signs are exact.</para>
/// <para><b>Order.</b> Orbits stand in the order in which they are found, which is the same from run to run.</para>
/// <para><b>Cost.</b> Proportional to chambers without symmetry, to orbits with symmetry; figures in docs/benchmarks.md#chambers.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ChamberEnumeration
{
    private readonly IChamberEngine? _engine;
    private readonly EnumerationData? _data;

    private ChamberEnumeration(Arrangement arrangement, IChamberEngine? engine, EnumerationData? data, CompletenessCertificate completeness)
    {
        Arrangement = arrangement;
        _engine = engine;
        _data = data;
        Completeness = completeness;
        var kernel = arrangement.SymmetryOrder / (arrangement.Action?.ImageOrder ?? BigInteger.One);
        Orbits = new OnDemandList<ChamberOrbit>(data?.OrbitCount ?? 1, i =>
        {
            var stabiliser = (data?.StabiliserInImage(i) ?? 1) * kernel;
            return new ChamberOrbit(i, new Chamber(arrangement, engine, data?.Positive(i) ?? []), arrangement.SymmetryOrder / stabiliser, stabiliser);
        });
        RayOrbits = new OnDemandList<RayOrbit>(data?.RayOrbitCount ?? 0, i =>
        {
            var (positive, negative) = data!.RaySigns(i);
            var signs = new int[arrangement.Hyperplanes.Count];
            for (var j = 0; j < signs.Length; j++)
            {
                signs[arrangement.InternalOrder[j]] = (int)((positive[j >> 6] >> (j & 63)) & 1) - (int)((negative[j >> 6] >> (j & 63)) & 1);
            }

            var stabiliser = data.RayStabiliserInImage(i) * kernel;
            return new RayOrbit(i, Chamber.ToAmbient(arrangement, data.RayCoordinates(i)), Array.AsReadOnly(signs), arrangement.SymmetryOrder / stabiliser, stabiliser);
        });
    }

    /// <summary>The arrangement.</summary>
    public Arrangement Arrangement { get; }

    /// <summary>The number of chambers.</summary>
    public BigInteger ChamberCount => _data?.Chambers ?? BigInteger.One;

    /// <summary>The orbits of chambers under the symmetry group; chambers themselves without symmetry. Made on demand.</summary>
    public IReadOnlyList<ChamberOrbit> Orbits { get; }

    /// <summary>The number of walls: cones of codimension 1, that is unordered pairs of chambers with a common facet.</summary>
    public BigInteger WallCount => _data?.Walls ?? BigInteger.Zero;

    /// <summary>The number of orbits of walls.</summary>
    public BigInteger WallOrbitCount => _data?.WallOrbits ?? BigInteger.Zero;

    /// <summary>The number of rays: cones of dimension 1 modulo lineality.</summary>
    public BigInteger RayCount => _data?.Rays ?? BigInteger.Zero;

    /// <summary>The orbits of rays. Made on demand.</summary>
    public IReadOnlyList<RayOrbit> RayOrbits { get; }

    /// <summary>Whether every chamber has as many rays as the arrangement has dimensions.</summary>
    public bool IsSimplicial => _data?.IsSimplicial ?? true;

    /// <summary>Whether the limit stopped the search, so that there may be more of everything; only where <see cref="ChamberSearchOptions.KeepPartial"/> allows it.</summary>
    public bool IsPartial => _data?.IsPartial ?? false;

    /// <summary>The method that found the chambers.</summary>
    public string Origin => _data?.Origin ?? "no hyperplanes";

    /// <summary>The characteristic polynomial of the arrangement, found without chambers; null if that was too large or switched off, or <see cref="IsPartial"/>.</summary>
    public CharacteristicPolynomial? CharacteristicPolynomial => Completeness.CharacteristicPolynomial;

    /// <summary>Why nothing is missing.</summary>
    public CompletenessCertificate Completeness { get; }

    /// <summary>Finds all chambers up to the symmetry of the arrangement.</summary>
    /// <exception cref="LimitExceededException">More orbits than <see cref="ChamberSearchOptions.MaxOrbits"/>; the message has the partial count. Or many times more by an estimate: then before any work. Or more than 4096 hyperplanes. Or the given solver needs a library that is not there.</exception>
    /// <exception cref="CertificateException">The number found differs from Zaslavsky's: a bug.</exception>
    public static ChamberEnumeration Of(Arrangement arrangement, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        options ??= ChamberSearchOptions.Default;
        if (arrangement.Dimension == 0)
        {
            return new ChamberEnumeration(arrangement, null, null, new CompletenessCertificate(BigInteger.One, CharacteristicPolynomial.Of(arrangement, null, progress, cancellationToken)));
        }

        var engine = ChamberLimits.EngineFor(arrangement);
        if (!options.KeepPartial)
        {
            ChamberForecast.Require(arrangement, options.MaxOrbits, cancellationToken);
        }

        var data = options.Route switch
        {
            ChamberRoute.Simplex => SignSearchEnumeration.Of(arrangement, RegionSolvers.Simplex, engine, options.MaxOrbits, progress, cancellationToken),
            ChamberRoute.Solver => SignSearchEnumeration.Of(arrangement, options.Solver ?? RegionSolvers.Simplex, engine, options.MaxOrbits, progress, cancellationToken),
            _ => engine.Enumerate(options.MaxOrbits, progress, cancellationToken),
        };
        if (data.IsPartial)
        {
            return options.KeepPartial
                ? new ChamberEnumeration(arrangement, engine, data, new CompletenessCertificate(data.Chambers, null))
                : throw ChamberLimits.Reached(options.MaxOrbits, data.OrbitCount, arrangement.Symmetry.Count == 0 ? "chambers" : "chamber orbits");
        }

        var polynomial = options.ZaslavskyBudget > 0 ? PolynomialOf(arrangement, options, progress, cancellationToken) : null;
        return Counted(arrangement, engine, data, polynomial);
    }

    /// <summary>What was found, with its number compared with Zaslavsky's.</summary>
    internal static ChamberEnumeration Counted(Arrangement arrangement, IChamberEngine engine, EnumerationData data, CharacteristicPolynomial? polynomial)
    {
        if (polynomial?.RegionCount is { } count && count != data.Chambers)
        {
            throw new CertificateException("the number of chambers is T(2, 0) of the matroid", FormattableString.Invariant($"{arrangement}: {data.Chambers} found, T(2, 0) = {count}"));
        }

        return new ChamberEnumeration(arrangement, engine, data, new CompletenessCertificate(data.Chambers, polynomial));
    }

    /// <summary>Whether the representative of an orbit lies on the positive side of the first hyperplane, which has the first place inside as well.</summary>
    internal bool IsPositiveAtFirst(int orbit) => _data is { } data && (data.Positive(orbit)[0] & 1) != 0;

    private static CharacteristicPolynomial? PolynomialOf(Arrangement arrangement, ChamberSearchOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        CharacteristicPolynomial.TryOf(arrangement, options, progress, cancellationToken)
            ?? (ZaslavskyCount.TryBettiNumbers(arrangement.Integer, options.ZaslavskyBudget, cancellationToken) is { } betti ? new CharacteristicPolynomial(arrangement.AmbientDimension, betti, "deletion and restriction") : null);

    /// <summary>Hands over all chambers of an arrangement one by one, its symmetry not used, each followed by its opposite. The memory needed does not grow with their number, only with that of the rays.</summary>
    /// <param name="arrangement">The arrangement.</param>
    /// <param name="visit">Told each chamber; answers whether to go on.</param>
    /// <exception cref="LimitExceededException">More than 4096 hyperplanes.</exception>
    public static void VisitAll(Arrangement arrangement, Func<Chamber, bool> visit)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        ArgumentNullException.ThrowIfNull(visit);
        if (arrangement.Dimension == 0)
        {
            visit(new Chamber(arrangement, null, []));
            return;
        }

        var engine = ChamberLimits.EngineFor(arrangement);
        engine.Visit(positive => visit(new Chamber(arrangement, engine, positive)));
    }

    /// <summary>The orbit of a chamber of this arrangement.</summary>
    /// <exception cref="ArgumentException">The chamber belongs to another arrangement.</exception>
    public ChamberOrbit OrbitOf(Chamber chamber)
    {
        ArgumentNullException.ThrowIfNull(chamber);
        if (!ReferenceEquals(chamber.Arrangement, Arrangement))
        {
            throw new ArgumentException("the chamber belongs to another arrangement", nameof(chamber));
        }

        var orbit = _data?.OrbitOf(chamber.Positive) ?? 0;
        return orbit >= 0 ? Orbits[orbit] : throw new CertificateException("every chamber lies in a known orbit", chamber.ToString());
    }

    /// <summary>A chamber whose closure contains a point; if several do, the one that is entered from the point in the direction of the interior point of the first representative.</summary>
    /// <exception cref="ArgumentException">The point has the wrong number of coordinates.</exception>
    public Chamber ChamberAt(IReadOnlyList<Cyclotomic> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.Count != Arrangement.AmbientDimension)
        {
            throw new ArgumentException($"the point has {point.Count} coordinates, the arrangement lives in dimension {Arrangement.AmbientDimension}", nameof(point));
        }

        var inner = Orbits[0].Representative.Signs;
        var positive = new ulong[Orbits[0].Representative.Positive.Length];
        var order = Arrangement.InternalOrder;
        for (var j = 0; j < order.Length; j++)
        {
            var value = Arrangement.Hyperplanes[order[j]].Normal.Dot(point);
            if ((value.IsZero ? inner[order[j]] : value.Sign) > 0)
            {
                positive[j >> 6] |= 1UL << (j & 63);
            }
        }

        return new Chamber(Arrangement, _engine, positive);
    }

    /// <summary>Whether the representatives are closed under crossing their walls: then, the graph of chambers being connected, all chambers are there. Done afresh.</summary>
    public bool IsClosedUnderWallCrossing(CancellationToken cancellationToken = default)
    {
        if (_data is null)
        {
            return true;
        }

        foreach (var orbit in Orbits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var wall in orbit.Representative.Walls)
            {
                if (_data.OrbitOf(orbit.Representative.Across(wall).Positive) < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>In one line: the number of chambers and how they were found.</summary>
    public override string ToString() => FormattableString.Invariant($"{(IsPartial ? "at least " : "")}{ChamberCount} chambers ({Orbits.Count} up to symmetry) of {Arrangement} ({Origin})");
}
