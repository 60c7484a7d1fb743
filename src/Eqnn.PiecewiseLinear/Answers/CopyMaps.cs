using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>The ReLU fan of a copy of a simple up to the group, and the maps from it to the simples that have models.</summary>
/// <remarks>In dimension 1 and 2 nothing is enumerated: all rays are translates of two. On the regular set of a cyclic group composites are folded from those of the image, computed once.</remarks>
public sealed class CopyMaps
{
    private readonly SimpleModels _models;
    private readonly CyclicComposites _cyclic;
    private readonly PlanarRayOrbits? _planar;
    private readonly EquivariantFan? _fan;
    private readonly Lazy<IReadOnlyList<int>> _stabilizerClasses;
    private readonly Lazy<LineStabilizer> _stabilizer;

    private CopyMaps(SimpleCopy copy, SimpleModels models, CyclicComposites cyclic, PlanarRayOrbits? planar, EquivariantFan? fan)
    {
        Copy = copy;
        _models = models;
        _cyclic = cyclic;
        _planar = planar;
        _fan = fan;
        _stabilizerClasses = new(() => [.. planar!.Stabilizer.Select(copy.Decomposition.Set.Group.ClassPositionOf)]);
        _stabilizer = new(() => LineStabilizer.TryOf(copy.Decomposition, [copy.Simple], copy.Orbit)!);
    }

    /// <summary>The copy of L.</summary>
    public SimpleCopy Copy { get; }

    /// <summary>The number of chambers.</summary>
    public long ChamberCount => _fan is { } fan ? (long)fan.ChamberCount : _planar!.RayCount;

    /// <summary>The number of rays.</summary>
    public int RayCount => _fan?.RayCount ?? _planar!.RayCount;

    /// <summary>Whether every chamber has as many rays as the copy has dimensions.</summary>
    public bool IsSimplicial => _fan is null || _fan.IsSimplicial;

    /// <summary>The orbits of rays.</summary>
    public IReadOnlyList<CopyRayOrbit> RayOrbits => _fan is { } fan
        ? [.. fan.RayOrbits.Select(orbit => new CopyRayOrbit(orbit.Representative, orbit.Size, orbit.Stabilizer.Order))]
        : [.. _planar!.Representatives.Select(ray => new CopyRayOrbit(ray, _planar.OrbitSize, _planar.Stabilizer.Count))];

    /// <summary>The simples K with a model to which a map exists, in the order of the table.</summary>
    public IEnumerable<SimpleRepresentation> Targets => Copy.Decomposition.Table.Simples.Where(target => _models.Has(target) && KernelCriterion.Holds(Copy.Simple, target));

    private bool IsFolded => IsCyclicRegular(Copy.Decomposition) && Copy.Dimension == 2;

    /// <summary>Whether a G-set is the regular one of a cyclic group, where the composites are Fourier coefficients.</summary>
    public static bool IsCyclicRegular(IsotypicDecomposition decomposition)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        return decomposition.Table.Group.IsCyclic && decomposition.Set.Name == "regular";
    }

    /// <summary>The number of hyperplanes of the fan of a copy, without the fan.</summary>
    public static int HyperplaneCount(SimpleCopy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return Arrangement.FromRows(Enumerable.Range(0, (int)copy.Decomposition.Set.Size).Select(copy.FormAt)).Hyperplanes.Count;
    }

    /// <summary>Finds the fan of a copy.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="models">The simples as matrices.</param>
    /// <param name="cyclic">Where composites of cyclic groups are kept.</param>
    /// <param name="elements">All elements of the group.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="LimitExceededException">The fan has too many chambers or rays.</exception>
    public static CopyMaps Of(SimpleCopy copy, SimpleModels models, CyclicComposites cyclic, IReadOnlyList<Permutation> elements, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(cyclic);
        return copy.Dimension <= 2
            ? new(copy, models, cyclic, PlanarRayOrbits.Of(copy, elements), null)
            : new(copy, models, cyclic, null, EquivariantFan.Of(copy, null, null, cancellationToken));
    }

    /// <summary>The number of unknowns of the linear system for the maps to K: Σ dim K^Stab(ray) over the orbits of rays. 0 in dimension 1 and 2, where there is no system.</summary>
    public int UnknownCount(SimpleRepresentation target) =>
        _fan?.RayOrbits.Sum(orbit => Subspace<Cyclotomic>.FixedBy((int)target.Dimension, orbit.Stabilizer.Generators.Select(g => _models.MatrixOf(target, g))).Dimension) ?? 0;

    /// <summary>The maps to K.</summary>
    /// <param name="target">The simple K, one of <see cref="Targets"/>.</param>
    /// <param name="vectors">The vectors of K that give the composites: <see cref="SimpleModels.VectorsFor"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="CertificateException">A composite does not lie in the space of maps: a bug.</exception>
    public CopyMapPair PairWith(SimpleRepresentation target, IReadOnlyList<ColumnVector<Cyclotomic>> vectors, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(vectors);
        cancellationToken.ThrowIfCancellationRequested();
        return _fan is { } fan ? Spatial(fan, target, vectors, cancellationToken) : Planar(_planar!, target, vectors);
    }

    /// <summary>The coordinates of a vector in a basis.</summary>
    /// <exception cref="CertificateException">It does not lie in the span.</exception>
    internal static ColumnVector<Cyclotomic> In(IReadOnlyList<ColumnVector<Cyclotomic>> basis, ColumnVector<Cyclotomic> vector)
    {
        if (basis.Count == 0)
        {
            return vector.All(c => c.IsZero) ? [] : throw new CertificateException("the ReLU composite lies in the space of maps", "the space is 0");
        }

        return Matrix<Cyclotomic>.FromColumns(basis).Solve(vector) ?? throw new CertificateException("the ReLU composite lies in the space of maps", $"dimension {basis.Count}");
    }

    private CopyMapPair Planar(PlanarRayOrbits fan, SimpleRepresentation target, IReadOnlyList<ColumnVector<Cyclotomic>> vectors)
    {
        var fixedDimension = (int)(_stabilizerClasses.Value.Aggregate(Cyclotomic.Zero, (sum, c) => sum + target.Character[c]).ToRational() / fan.Stabilizer.Count).ToBigInteger();
        var values = Composites(target, vectors, fan.Representatives);
        var fixedVectors = Subspace<Cyclotomic>.FixedBy((int)target.Dimension, fan.Stabilizer.Select(g => _models.MatrixOf(target, g)));
        var linear = target.Position == Copy.Simple.Position ? target.EndomorphismDimension : 0;
        return new(target, fan.Representatives.Count * fixedDimension, linear, linear + (int)_stabilizer.Value.Line.FixedDimension(target), null, values, [.. values.Select(value => (ColumnVector<Cyclotomic>)[.. value.SelectMany(v => fixedVectors.TryCoordinates(v) ?? throw new CertificateException("the value on a ray is fixed by its stabiliser", target.Label))])]);
    }

    private CopyMapPair Spatial(EquivariantFan fan, SimpleRepresentation target, IReadOnlyList<ColumnVector<Cyclotomic>> vectors, CancellationToken cancellationToken)
    {
        var space = EquivariantMapSpace.Of(fan, target, cancellationToken);
        var values = Composites(target, vectors, [.. fan.RayOrbits.Select(orbit => orbit.Representative)]);
        var basis = space.Basis.Select(map => (ColumnVector<Cyclotomic>)[.. map.ValuesOnRayOrbits.SelectMany(value => value)]).ToList();
        return new(target, space.Dimension, space.LinearDimension, space.OneLayerDimension, fan.IsSimplicial ? null : basis, values, [.. values.Select(value => In(basis, [.. value.SelectMany(v => v)]))]);
    }

    private List<IReadOnlyList<ColumnVector<Cyclotomic>>> Composites(SimpleRepresentation target, IReadOnlyList<ColumnVector<Cyclotomic>> vectors, IReadOnlyList<ColumnVector<Cyclotomic>> rays) => IsFolded
        ? [ByFolding(target, rays)]
        : [.. vectors.Select(w =>
        {
            var composite = new ReluComposite(Copy, g => _models.MatrixOf(target, g), w);
            return (IReadOnlyList<ColumnVector<Cyclotomic>>)[.. rays.Select(composite.At)];
        })];

    private List<ColumnVector<Cyclotomic>> ByFolding(SimpleRepresentation target, IReadOnlyList<ColumnVector<Cyclotomic>> rays)
    {
        var even = _cyclic.EvenPart((int)Copy.Decomposition.Set.Size, Copy.Simple.Position, target.Position);
        var half = Rational.Of(1, 2);
        return [.. rays.Select(ray => (ColumnVector<Cyclotomic>)[.. Enumerable.Range(0, (int)target.Dimension)
            .Select(i => (i == 0 ? even : Cyclotomic.Zero) + (target.Position == Copy.Simple.Position ? ray[i] * half : Cyclotomic.Zero))])];
    }
}
