using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>The space of continuous equivariant maps from V to a simple K that are affine on every region of the arrangement {v : v_x + b_x = 0}, V inside Fun(X) and b an invariant bias: what layers with that bias can be written in.</summary>
/// <remarks>
/// <para><b>How.</b> Such a map is the restriction to x_0 = 1 of a map from V ⊕ ℝ, x_0 ≥ 0, that is linear on the cones over the regions. It is its values at the vertices and its slopes along the directions, one of each orbit; on one region of each orbit these satisfy
/// every linear relation of the rays of its cone. Solved exactly, in reduced form.</para>
/// <para><b>Checked</b>: the sum Σ dim K^{Stab} over the orbits of vertices and directions is an upper bound, attained if every region is simple (its cone simplicial). <b>Source.</b> docs/theory.md#affine.</para>
/// </remarks>
public sealed class AffineMapSpace
{
    private readonly RayCoordinates _coordinates;
    private readonly Subspace<Cyclotomic> _solutions;
    private readonly EquivariantFan _fan;
    private readonly IReadOnlyList<Cyclotomic> _biases;

    internal AffineMapSpace(Subrepresentation space, IReadOnlyList<Cyclotomic> biases, EquivariantFan fan, RegionEnumeration regions, ProjectedBasis target, RayCoordinates coordinates, Subspace<Cyclotomic> solutions)
    {
        Space = space;
        _biases = biases;
        _fan = fan;
        Regions = regions;
        TargetModel = target;
        _coordinates = coordinates;
        _solutions = solutions;
        RayBound = coordinates.Count;
        IsSimple = fan.ChamberOrbits.All(orbit => orbit.Rays.Count == fan.Space.Dimension);
        if (solutions.Dimension > RayBound || (IsSimple && solutions.Dimension != RayBound))
        {
            throw new CertificateException("affine maps are at most the sum over vertices and directions, and equal it where all regions are simple", FormattableString.Invariant($"{space}: {solutions.Dimension} against {RayBound}"));
        }

        var affine = LinearMaps.Of(fan.Space, target).Select(map => Coordinates(ray => map * ray)).ToList();
        AffineDimension = Subspace<Cyclotomic>.Span(solutions.Dimension, affine).Dimension;
        OneLayerDimension = Subspace<Cyclotomic>.Span(solutions.Dimension, [.. affine, .. OneLayerMaps.Of(fan, target).Select(Coordinates)]).Dimension;
        Basis = [.. solutions.Basis.Select(vector => coordinates.ValuesOf(vector))];
    }

    /// <summary>V.</summary>
    public Subrepresentation Space { get; }

    /// <summary>The regions.</summary>
    public RegionEnumeration Regions { get; }

    /// <summary>The coordinates of K.</summary>
    public ProjectedBasis TargetModel { get; }

    /// <summary>The vertices and directions, one of each orbit: vectors of V ⊕ ℝ, the last coordinate positive for a vertex, which is the rest divided by it, and 0 for a direction.</summary>
    public IReadOnlyList<FanRayOrbit> RayOrbits => _fan.RayOrbits;

    /// <summary>The dimension of the space.</summary>
    public int Dimension => Basis.Count;

    /// <summary>A basis in reduced form: for each map its values, homogeneous of degree 1 on V ⊕ ℝ, on the <see cref="RayOrbits"/>.</summary>
    public IReadOnlyList<IReadOnlyList<ColumnVector<Cyclotomic>>> Basis { get; }

    /// <summary>Σ dim K^{Stab} over the orbits of vertices and directions: an upper bound of the dimension.</summary>
    public int RayBound { get; }

    /// <summary>Whether every region has a simplicial cone: then the bound is attained.</summary>
    public bool IsSimple { get; }

    /// <summary>The dimension of the affine maps among them, dim Hom_G(V, K) + dim K^G.</summary>
    public int AffineDimension { get; }

    /// <summary>The dimension of the maps of one hidden ReLU layer with this bias, and an affine map. What is missing to <see cref="Dimension"/> needs depth.</summary>
    public int OneLayerDimension { get; }

    /// <summary>As <see cref="TryOf"/>, where K must have exact matrices.</summary>
    /// <exception cref="ArgumentException">Another number of biases than orbits.</exception>
    /// <exception cref="LimitExceededException">K has none within the bound of <see cref="MultiplicityOneModel"/>; or more orbits of regions than the options allow, or too many rays.</exception>
    public static AffineMapSpace Of(
        Subrepresentation space, IReadOnlyList<Cyclotomic> biases, SimpleRepresentation target, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        TryOf(space, biases, target, options, progress, cancellationToken) ?? throw EquivariantMapSpace.NoModel(target);

    /// <summary>Computes the space.</summary>
    /// <param name="space">V.</param>
    /// <param name="biases">b, one number for each orbit of the G-set.</param>
    /// <param name="target">The simple K.</param>
    /// <param name="options">The limits of the enumeration.</param>
    /// <param name="progress">Told how far the enumeration is.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns><c>null</c> if no exact matrix form of K was found within the bound of <see cref="MultiplicityOneModel"/>.</returns>
    /// <exception cref="ArgumentException">Another number of biases than orbits.</exception>
    /// <exception cref="LimitExceededException">More orbits of regions than the options allow, or too many rays.</exception>
    public static AffineMapSpace? TryOf(
        Subrepresentation space, IReadOnlyList<Cyclotomic> biases, SimpleRepresentation target, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        if ((MultiplicityOneModel.TryFind(target, SimpleCopy.MaxModelIndex, cancellationToken) ?? MultiplicityOneModel.TryFindMonomial(target, SimpleCopy.MaxModelIndex, cancellationToken)) is not { } model)
        {
            return null;
        }

        var regions = RegionEnumeration.Of(BiasedFan.ArrangementOf(space, biases), options, progress, cancellationToken);
        var fan = EquivariantFan.OverRegions(TrivialExtension.Of(space), regions, cancellationToken);
        var coordinates = RayCoordinates.Of(fan, model);
        return new(space, biases, fan, regions, model, coordinates, coordinates.SolutionSpace(cancellationToken));
    }

    /// <summary>The maps v ↦ Σ f(v_y + b_y) g u over an orbit of X, y = g x, for a basis of the vectors u of K fixed by the stabiliser of x, orbit by orbit: the orbit, u, and the coordinates in <see cref="Basis"/>.</summary>
    /// <param name="activation">f: positively homogeneous and piecewise linear, as relu, abs, leaky-relu.</param>
    /// <exception cref="ArgumentException">f is not.</exception>
    public IReadOnlyList<(int Orbit, ColumnVector<Cyclotomic> Vector, ColumnVector<Cyclotomic> Coordinates)> Apply(Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        if (activation.PiecewiseLinear is not { IsPositivelyHomogeneous: true } f)
        {
            throw new ArgumentException($"{activation.Name} has kinks outside 0, so its maps are not affine on these regions; relu, abs and leaky-relu are", nameof(activation));
        }

        var (below, above) = (f.Slopes[0], f.Slopes[^1]);
        var maps = new List<(int, ColumnVector<Cyclotomic>, ColumnVector<Cyclotomic>)>();
        var set = Space.Decomposition.Set;
        for (var i = 0; i < set.Orbits.Count; i++)
        {
            var orbit = set.Orbits[i];
            foreach (var u in TargetModel.FixedBy(orbit.Stabilizer.Generators).Basis)
            {
                var layer = OneLayerMaps.Layer(
                    [.. orbit.Points.Select(y => ((ColumnVector<Cyclotomic>)[.. Space.FormAt(y), _biases[i]], TargetModel.MatrixOf(orbit.ElementTo(y)) * u))],
                    c => (c.Sign < 0 ? below : above) * c);
                maps.Add((i, u, Coordinates(layer)));
            }
        }

        return maps;
    }

    private ColumnVector<Cyclotomic> Coordinates(Func<ColumnVector<Cyclotomic>, ColumnVector<Cyclotomic>> map) =>
        _solutions.TryCoordinates(_coordinates.CoordinatesOf(map)) ?? throw new CertificateException("a map that is affine on the regions is a combination of the basis", Space.ToString()!);
}
