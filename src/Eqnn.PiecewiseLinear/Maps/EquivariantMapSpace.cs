using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>The space <c>PL_G(Σ; V, K)</c> of continuous equivariant maps from V to a simple K that are linear on every cone of a fan Σ.</summary>
/// <remarks>
/// <para><b>How.</b> Such a map is its values on the rays, and by equivariance those on one ray ρ of each orbit, vectors of <c>K^{Stab(ρ)}</c>. Conversely values on rays belong to a map iff on one chamber of each
/// orbit they satisfy every linear relation of its rays; the maps on neighbouring chambers then agree on the common wall, whose rays both have. Solved exactly.</para>
/// <para><b>Basis.</b> In reduced form with respect to the coordinates (ray orbit, basis of <c>K^{Stab(ρ)}</c>): unique once the fan and the coordinates of K are chosen.</para>
/// <para><b>Checked</b> before it is returned: the ray formula (equality on simplicial fans, an upper bound on others) and Theorem 4 where the arrangement is rigid. <b>Source.</b> docs/theory.md#fans.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EquivariantMapSpace
{
    private readonly RayCoordinates _coordinates;
    private readonly Subspace<Cyclotomic> _solutions;

    internal EquivariantMapSpace(EquivariantFan fan, ProjectedBasis target, RayCoordinates coordinates, Subspace<Cyclotomic> solutions)
    {
        Fan = fan;
        TargetModel = target;
        _coordinates = coordinates;
        _solutions = solutions;
        RayBound = coordinates.Count;
        Basis = [.. solutions.Basis.Select(vector => new PiecewiseLinearMap(fan, target, coordinates.ValuesOf(vector)))];
        var linear = LinearMaps.Of(fan.Space, target).Select(map => Coordinates(ray => map * ray)).ToList();
        LinearPart = Reduced(linear);
        OneLayerPart = Reduced([.. linear, .. OneLayerMaps.Of(fan, target).Select(Coordinates)]);
        RigidDimension = RigidArrangement.Holds(fan) ? RigidArrangement.DimensionOf(fan, target) : null;
        Check();
    }

    /// <summary>The fan Σ.</summary>
    public EquivariantFan Fan { get; }

    /// <summary>The coordinates of K: a transitive G-set, or a monomial representation, in which K occurs once.</summary>
    public ProjectedBasis TargetModel { get; }

    /// <summary>The dimension of the space.</summary>
    public int Dimension => Basis.Count;

    /// <summary>A basis in reduced form.</summary>
    public IReadOnlyList<PiecewiseLinearMap> Basis { get; }

    /// <summary><c>Σ dim K^{Stab(ρ)}</c> over the orbits of rays: an upper bound of the dimension, attained for all K iff the fan is simplicial.</summary>
    public int RayBound { get; }

    /// <summary>The dimension that Theorem 4 gives; <c>null</c> if the arrangement is not rigid (docs/theory.md#fans).</summary>
    public int? RigidDimension { get; }

    /// <summary>The linear maps among them, <c>Hom_G(V, K)</c>: a basis in reduced form, as coordinates in <see cref="Basis"/>.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> LinearPart { get; }

    /// <summary>The maps of one hidden ReLU layer without bias, the span of the linear maps and of <c>Σ |⟨r, v⟩| u_r</c> over the hyperplanes: a basis in reduced form, as coordinates in <see cref="Basis"/>.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> OneLayerPart { get; }

    /// <summary>The dimension of the linear maps among them, <c>dim Hom_G(V, K)</c>.</summary>
    public int LinearDimension => LinearPart.Count;

    /// <summary>The dimension of the maps of one hidden ReLU layer without bias. What is missing to <see cref="Dimension"/> needs depth.</summary>
    public int OneLayerDimension => OneLayerPart.Count;

    /// <summary>As <see cref="TryOf"/>, where K must have exact matrices.</summary>
    /// <exception cref="LimitExceededException">K has none within the bound of <see cref="MultiplicityOneModel"/>.</exception>
    public static EquivariantMapSpace Of(EquivariantFan fan, SimpleRepresentation target, CancellationToken cancellationToken = default) => TryOf(fan, target, cancellationToken) ?? throw NoModel(target);

    internal static LimitExceededException NoModel(SimpleRepresentation target) =>
        new("index of a subgroup", SimpleCopy.MaxModelIndex, $"a larger one, to write {target.Label} as exact matrices", "choose another target");

    /// <summary>Computes the space.</summary>
    /// <param name="fan">The fan.</param>
    /// <param name="target">The simple K.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns><c>null</c> if no exact matrix form of K was found within the bound of <see cref="MultiplicityOneModel"/>.</returns>
    /// <exception cref="CertificateException">The dimension contradicts the ray formula or Theorem 4: a bug.</exception>
    public static EquivariantMapSpace? TryOf(EquivariantFan fan, SimpleRepresentation target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fan);
        ArgumentNullException.ThrowIfNull(target);
        if ((MultiplicityOneModel.TryFind(target, SimpleCopy.MaxModelIndex, cancellationToken) ?? MultiplicityOneModel.TryFindMonomial(target, SimpleCopy.MaxModelIndex, cancellationToken)) is not { } model)
        {
            return null;
        }

        return Of(fan, model, cancellationToken);
    }

    /// <summary>Computes the space of maps to a simple that is given by matrices.</summary>
    /// <param name="fan">The fan.</param>
    /// <param name="model">The simple K in the coordinates of a copy, of the same group.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CertificateException">The dimension contradicts the ray formula or Theorem 4: a bug.</exception>
    public static EquivariantMapSpace Of(EquivariantFan fan, ProjectedBasis model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fan);
        ArgumentNullException.ThrowIfNull(model);
        var coordinates = RayCoordinates.Of(fan, model);
        return new(fan, model, coordinates, coordinates.SolutionSpace(cancellationToken));
    }

    /// <summary>The coordinates of a map in <see cref="Basis"/>.</summary>
    /// <exception cref="ArgumentException">The map is not one of this space: other representations, or it is not linear on the chambers of <see cref="Fan"/>.</exception>
    public ColumnVector<Cyclotomic> CoordinatesOf(PiecewiseLinearMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (!map.Target.HasSameMatrices(TargetModel))
        {
            throw new ArgumentException($"the map ends in {map.Target}, the space in {TargetModel}", nameof(map));
        }

        var here = ReferenceEquals(map.Fan, Fan) ? map : map.On(Fan);
        return Coordinates(here.Evaluate);
    }

    /// <summary>The map with given coordinates in <see cref="Basis"/>.</summary>
    /// <exception cref="ArgumentException">Their number is not <see cref="Dimension"/>, or one is not real.</exception>
    public PiecewiseLinearMap Combination(IReadOnlyList<Cyclotomic> coordinates)
    {
        ArgumentNullException.ThrowIfNull(coordinates);
        return coordinates.Count == Dimension
            ? Basis.Zip(coordinates, (map, c) => c * map).Aggregate(PiecewiseLinearMap.Zero(Fan, TargetModel), (sum, map) => sum + map)
            : throw new ArgumentException($"{coordinates.Count} coordinates were given for a space of dimension {Dimension}", nameof(coordinates));
    }

    /// <summary>The maps <c>T ∘ f ∘ incl</c> for a basis of all T in <c>Hom_G(Fun X, K)</c>, orbit by orbit of X, with their coordinates; what one layer of f makes of the source.</summary>
    /// <param name="activation">f: positively homogeneous and piecewise linear, as relu, abs, leaky-relu.</param>
    /// <exception cref="ArgumentException">f is not, or the fan is not the ReLU fan of a subrepresentation.</exception>
    public IReadOnlyList<ActivationCoordinates> Apply(Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        if (activation.PiecewiseLinear is not { IsPositivelyHomogeneous: true } f)
        {
            throw new ArgumentException($"{activation.Name} is not positively homogeneous and piecewise linear, so its maps are not linear on the cones of a fan; relu, abs and leaky-relu are", nameof(activation));
        }

        if (Fan.Space is not Subrepresentation space)
        {
            throw new ArgumentException($"{Fan.Space} is not a subrepresentation of functions on a G-set", nameof(activation));
        }

        var (below, above) = (f.Slopes[0], f.Slopes[^1]);
        var maps = new List<ActivationCoordinates>();
        for (var i = 0; i < space.Decomposition.Set.Orbits.Count; i++)
        {
            var orbit = space.Decomposition.Set.Orbits[i];
            foreach (var u in TargetModel.FixedBy(orbit.Stabilizer.Generators).Basis)
            {
                var layer = OneLayerMaps.Layer([.. orbit.Points.Select(y => (space.FormAt(y), TargetModel.MatrixOf(orbit.ElementTo(y)) * u))], c => (c.Sign < 0 ? below : above) * c);
                maps.Add(new(i, u, PiecewiseLinearMap.FromFunction(Fan, TargetModel, layer), Coordinates(layer)));
            }
        }

        return maps;
    }

    /// <summary>The element of the basis, and the ray orbit on whose representative it is nonzero: a witness on this fan; <c>null</c> if the space is zero.</summary>
    public (int Element, int RayOrbit)? TryFindWitness() =>
        Dimension == 0 ? null : (0, Enumerable.Range(0, Fan.RayOrbits.Count).First(i => Basis[0].ValuesOnRayOrbits[i].Any(c => !c.IsZero)));

    private ColumnVector<Cyclotomic> Coordinates(Func<ColumnVector<Cyclotomic>, ColumnVector<Cyclotomic>> map)
    {
        return _solutions.TryCoordinates(_coordinates.CoordinatesOf(map)) ?? throw new CertificateException("a map on the fan is a combination of the basis", Fan.Space.ToString()!);
    }

    private static IReadOnlyList<ColumnVector<Cyclotomic>> Reduced(List<ColumnVector<Cyclotomic>> vectors)
    {
        if (vectors.Count == 0 || vectors[0].Count == 0)
        {
            return [];
        }

        return [.. Matrix<Cyclotomic>.FromRows(vectors).ReducedRowEchelonForm().Rows().Where(row => !row.IsZero)];
    }

    private void Check()
    {
        if (Dimension > RayBound || (Fan.IsSimplicial && Dimension != RayBound))
        {
            throw new CertificateException("the dimension is at most the ray sum, and equals it on simplicial fans", FormattableString.Invariant($"{Fan.Space}: {Dimension} against {RayBound}"));
        }

        if (RigidDimension is { } rigid && (rigid != Dimension || OneLayerDimension != Dimension))
        {
            throw new CertificateException("Theorem 4: on a rigid arrangement all maps are one layer", FormattableString.Invariant($"{Fan.Space}: {Dimension}, of them {OneLayerDimension}, against {rigid}"));
        }
    }

    /// <summary>In one line: the dimensions of the space and of its parts.</summary>
    public override string ToString() => FormattableString.Invariant($"maps on the {Fan}: dimension {Dimension}, linear {LinearDimension}, one layer {OneLayerDimension}");
}
