using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.LinearAlgebra;
using Eqnn.Algebra.Numbers;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Fans;

namespace Eqnn.PiecewiseLinear.Maps;

/// <summary>The space <c>PL_G(Σ; V, K)</c> of continuous equivariant maps from V to a simple K that are linear on every cone of a fan Σ.</summary>
/// <remarks>
/// <para><b>How.</b> Such a map is its values on the rays, and by equivariance those on one ray ρ of each orbit, vectors of <c>K^{Stab(ρ)}</c>. Conversely values on rays belong to a map iff on one chamber of each
/// orbit they satisfy every linear relation of its rays; the maps on neighbouring chambers then agree on the common wall, whose rays both have. Solved exactly.</para>
/// <para><b>Basis.</b> In reduced form with respect to the coordinates (ray orbit, basis of <c>K^{Stab(ρ)}</c>): unique once the fan and the coordinates of K are chosen.</para>
/// <para><b>Source.</b> docs/theory.md#fans.</para>
/// </remarks>
public sealed class EquivariantMapSpace
{
    private EquivariantMapSpace(EquivariantFan fan, ProjectedBasis target, RayCoordinates coordinates, IReadOnlyList<IReadOnlyList<Cyclotomic>> basis, int linear, int oneLayer)
    {
        Fan = fan;
        TargetModel = target;
        RayBound = coordinates.Count;
        Basis = [.. basis.Select(vector => new PiecewiseLinearMap(fan, target, coordinates.ValuesOf(vector)))];
        LinearDimension = linear;
        OneLayerDimension = oneLayer;
    }

    /// <summary>The fan Σ.</summary>
    public EquivariantFan Fan { get; }

    /// <summary>The coordinates of K: a transitive G-set in which K occurs once.</summary>
    public ProjectedBasis TargetModel { get; }

    /// <summary>The dimension of the space.</summary>
    public int Dimension => Basis.Count;

    /// <summary>A basis in reduced form.</summary>
    public IReadOnlyList<PiecewiseLinearMap> Basis { get; }

    /// <summary><c>Σ dim K^{Stab(ρ)}</c> over the orbits of rays: an upper bound of the dimension, attained for all K iff the fan is simplicial.</summary>
    public int RayBound { get; }

    /// <summary>The dimension of the linear maps among them, <c>dim Hom_G(V, K)</c>.</summary>
    public int LinearDimension { get; }

    /// <summary>The dimension of the maps of one hidden ReLU layer without bias: the span of the linear maps and of <c>Σ_y |v_y| u_y</c>.</summary>
    public int OneLayerDimension { get; }

    /// <summary>Computes the space.</summary>
    /// <param name="fan">The fan.</param>
    /// <param name="target">The simple K.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns><c>null</c> if no exact matrix form of K was found within the bound of <see cref="MultiplicityOneModel"/>.</returns>
    public static EquivariantMapSpace? TryOf(EquivariantFan fan, SimpleRepresentation target, CancellationToken cancellationToken = default)
    {
        if (MultiplicityOneModel.TryFind(target, SimpleCopy.MaxModelIndex) is not { } model)
        {
            return null;
        }

        var coordinates = RayCoordinates.Of(fan, model);
        var basis = coordinates.Count == 0 ? [] : coordinates.SolutionSpace(cancellationToken);
        var linear = LinearMaps.Of(fan.Space, model).Select(map => coordinates.CoordinatesOf(ray => map * ray)).ToList();
        var folds = OneLayerMaps.Of(fan, model).Select(map => coordinates.CoordinatesOf(map)).ToList();
        return new(fan, model, coordinates, basis, Rank(linear), Rank([.. linear, .. folds]));
    }

    private static int Rank(IReadOnlyList<IReadOnlyList<Cyclotomic>> vectors) => vectors.Count == 0 || vectors[0].Count == 0 ? 0 : Matrix<Cyclotomic>.FromRows(vectors).Rank;
}
