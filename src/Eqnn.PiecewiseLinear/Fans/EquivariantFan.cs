using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>The cones cut out in a representation by an invariant set of hyperplanes that meet only in 0, up to the group. For a subrepresentation of <c>Fun(X, ℝ)</c> and the hyperplanes <c>{v : v_x = 0}</c> it is the ReLU fan.</summary>
/// <remarks>
/// <para>Complete, pointed and invariant. Kept: one chamber of each orbit with its rays, all rays with an element that brings them from the representative of their orbit.</para>
/// <para><b>Order.</b> Chamber orbits as the enumeration gives them; ray orbits in the order in which they are met there. <b>Source.</b> docs/theory.md#fans.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EquivariantFan
{
    /// <summary>The largest number of rays that are listed.</summary>
    public const int MaxRays = 500_000;

    private readonly Dictionary<VectorKey, FanRay> _rays;

    internal EquivariantFan(MatrixRepresentation space, ChamberEnumeration chambers, Dictionary<VectorKey, FanRay> rays, IReadOnlyList<FanRay> rayList, IReadOnlyList<FanRayOrbit> rayOrbits, IReadOnlyList<FanChamberOrbit> chamberOrbits)
    {
        Space = space;
        Chambers = chambers;
        _rays = rays;
        Rays = rayList;
        RayOrbits = rayOrbits;
        ChamberOrbits = chamberOrbits;
    }

    /// <summary>The representation that carries the fan.</summary>
    public MatrixRepresentation Space { get; }

    /// <summary>The enumeration of the chambers, with its certificate of completeness.</summary>
    public ChamberEnumeration Chambers { get; }

    /// <summary>The group.</summary>
    public FiniteGroup Group => Space.Group;

    /// <summary>The orbits of rays.</summary>
    public IReadOnlyList<FanRayOrbit> RayOrbits { get; }

    /// <summary>The orbits of chambers, each with the rays of one chamber.</summary>
    public IReadOnlyList<FanChamberOrbit> ChamberOrbits { get; }

    /// <summary>All rays, orbit by orbit, the representative first.</summary>
    public IReadOnlyList<FanRay> Rays { get; }

    /// <summary>The number of rays.</summary>
    public int RayCount => _rays.Count;

    /// <summary>The number of chambers.</summary>
    public BigInteger ChamberCount => Chambers.ChamberCount;

    /// <summary>Whether every chamber has as many rays as the space has dimensions.</summary>
    public bool IsSimplicial => ChamberOrbits.All(orbit => orbit.Rays.Count == Space.Dimension);

    /// <summary>Enumerates the ReLU fan of a subrepresentation.</summary>
    /// <param name="space">The subrepresentation.</param>
    /// <param name="options">The limits of the enumeration.</param>
    /// <param name="progress">Told how far the enumeration is.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="LimitExceededException">There are more orbits of chambers than the options allow, or more than <see cref="MaxRays"/> rays.</exception>
    /// <exception cref="CertificateException">The rays do not obey orbit-stabiliser: a bug.</exception>
    public static EquivariantFan Of(Subrepresentation space, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var set = space.Decomposition.Set;
        var arrangement = Arrangement.FromRows(Enumerable.Range(0, (int)set.Size).Select(space.FormAt)).WithSymmetry(set.GeneratorActions);
        return Of(space, arrangement, options, progress, cancellationToken);
    }

    /// <summary>The fan cut out by the zeros of linear forms and of their images under the group.</summary>
    /// <param name="space">The representation.</param>
    /// <param name="forms">Linear forms, each by its coefficients in the coordinates; parallel and zero forms are allowed. If they do not span the dual space, coordinates and their images are added, the first that are missing.</param>
    /// <param name="options">The limits of the enumeration.</param>
    /// <param name="progress">Told how far the enumeration is.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">A form has the wrong number of coefficients.</exception>
    /// <exception cref="LimitExceededException">There are more orbits of chambers than the options allow, or more than <see cref="MaxRays"/> rays.</exception>
    public static EquivariantFan FromForms(
        MatrixRepresentation space, IEnumerable<IReadOnlyList<Cyclotomic>> forms, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        return Of(space, FormSystem.ArrangementOf(space, forms), options, progress, cancellationToken);
    }

    /// <summary>The fan that an arrangement cuts out, for arrangements that were written down: chambers and rays come in its order.</summary>
    /// <param name="space">The representation.</param>
    /// <param name="arrangement">Hyperplanes in its coordinates that meet only in 0, with one symmetry for each generator of the group, in their order: the one by which it moves the rows.</param>
    /// <param name="options">The limits of the enumeration.</param>
    /// <param name="progress">Told how far the enumeration is.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">The hyperplanes have another number of coordinates or a line in common, or a generator moves the rows otherwise.</exception>
    /// <exception cref="LimitExceededException">There are more orbits of chambers than the options allow, or more than <see cref="MaxRays"/> rays.</exception>
    public static EquivariantFan FromArrangement(
        MatrixRepresentation space, Arrangement arrangement, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(arrangement);
        if (arrangement.AmbientDimension != space.Dimension || arrangement.Dimension != space.Dimension)
        {
            throw new ArgumentException(FormattableString.Invariant($"the hyperplanes are in dimension {arrangement.AmbientDimension} and have rank {arrangement.Dimension}, the representation has dimension {space.Dimension}"), nameof(arrangement));
        }

        if (arrangement.Symmetry.Count != space.Group.Generators.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"the arrangement has {arrangement.Symmetry.Count} symmetries, the group {space.Group.Generators.Count} generators"), nameof(arrangement));
        }

        foreach (var (g, symmetry) in space.Group.Generators.Zip(arrangement.Symmetry))
        {
            // The form r, moved, is v -> r(g^-1 v).
            var dual = space.MatrixOf(g.Inverse()).Transpose();
            for (var j = 0; j < arrangement.Rows.Count; j++)
            {
                var image = arrangement.Rows[symmetry.Image(j)];
                if (dual * arrangement.Rows[j] != (symmetry.SignAt(j) < 0 ? -image : image))
                {
                    throw new ArgumentException(FormattableString.Invariant($"the generator {g} moves row {j + 1} elsewhere than the symmetry says"), nameof(arrangement));
                }
            }
        }

        return Of(space, arrangement, options, progress, cancellationToken);
    }

    /// <summary>The coarsest fan of hyperplanes that refines both: the hyperplanes of either.</summary>
    /// <exception cref="ArgumentException">The fans live on different representations.</exception>
    public EquivariantFan RefinedBy(EquivariantFan other, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Space.HasSameMatrices(other.Space))
        {
            throw new ArgumentException($"the fans live on different representations: {Space} and {other.Space}", nameof(other));
        }

        return ReferenceEquals(this, other) ? this : RefinedBy(other.Normals, cancellationToken);
    }

    /// <summary>This fan cut further by the zeros of linear forms and of their images under the group; this fan itself if they cut nothing.</summary>
    public EquivariantFan RefinedBy(IEnumerable<IReadOnlyList<Cyclotomic>> forms, CancellationToken cancellationToken = default)
    {
        var known = Normals.Select(VectorKey.OfLine).ToHashSet();
        var added = forms.Where(form => form.Any(c => !c.IsZero) && !known.Contains(VectorKey.OfLine(form))).ToList();
        return added.Count == 0 ? this : FromForms(Space, Normals.Concat(added), null, null, cancellationToken);
    }

    /// <summary>One normal, a linear form, of each hyperplane, in the order of the arrangement.</summary>
    public IEnumerable<ColumnVector<Cyclotomic>> Normals => Chambers.Arrangement.Hyperplanes.Select(h => h.Normal);

    /// <summary>The cones over the regions of an affine arrangement in V, in V ⊕ ℝ: half a fan, which is not complete.</summary>
    internal static EquivariantFan OverRegions(TrivialExtension space, RegionEnumeration regions, CancellationToken cancellationToken) =>
        Of(space, regions.Cone, orbit => orbit.Representative.Signs[0] > 0, cancellationToken);

    private static EquivariantFan Of(MatrixRepresentation space, Arrangement arrangement, ChamberSearchOptions? options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Of(space, ChamberEnumeration.Of(arrangement, options, progress, cancellationToken), _ => true, cancellationToken);

    private static EquivariantFan Of(MatrixRepresentation space, ChamberEnumeration enumeration, Func<ChamberOrbit, bool> belongs, CancellationToken cancellationToken)
    {
        var group = space.Group;
        var steps = group.Generators.Select(g => (Element: g, Matrix: space.MatrixOf(g))).ToList();
        var rays = new Dictionary<VectorKey, FanRay>();
        var rayList = new List<FanRay>();
        var rayOrbits = new List<FanRayOrbit>();
        var chamberOrbits = new List<FanChamberOrbit>();
        foreach (var chamberOrbit in enumeration.Orbits.Where(belongs))
        {
            var vectors = chamberOrbit.Representative.Rays;
            foreach (var vector in vectors)
            {
                if (!rays.ContainsKey(new VectorKey(vector)))
                {
                    rayOrbits.Add(Walk(vector));
                }
            }

            chamberOrbits.Add(new FanChamberOrbit(chamberOrbit, [.. vectors.Select(vector => rays[new VectorKey(vector)])]));
        }

        return new(space, enumeration, rays, rayList, rayOrbits, chamberOrbits);

        FanRayOrbit Walk(ColumnVector<Cyclotomic> start)
        {
            var first = new FanRay(start, rayOrbits.Count, group.Identity);
            var orbit = new List<FanRay> { first };
            rays.Add(new VectorKey(start), first);
            for (var next = 0; next < orbit.Count; next++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var (element, matrix) in steps)
                {
                    var image = matrix * orbit[next].Direction;
                    var key = new VectorKey(image);
                    if (!rays.ContainsKey(key))
                    {
                        if (rays.Count >= MaxRays)
                        {
                            throw new LimitExceededException("rays of a fan", MaxRays, "more", "choose a smaller G-set or group");
                        }

                        var ray = new FanRay(image, first.Orbit, element * orbit[next].Element);
                        rays.Add(key, ray);
                        orbit.Add(ray);
                    }
                }
            }

            rayList.AddRange(orbit);
            return new FanRayOrbit(start, orbit.Count, StabilizerOf(orbit));
        }

        FiniteGroup StabilizerOf(List<FanRay> orbit) => SchreierStabilizer.Of(
            group,
            orbit.SelectMany(ray => steps.Select(step => rays[new VectorKey(step.Matrix * ray.Direction)].Element.Inverse() * step.Element * ray.Element)),
            orbit.Count,
            "rays");
    }

    /// <summary>All chambers, not only those up to the group, in the order in which a walk across walls from the first representative meets them: for pictures, formulas and slow second routes.</summary>
    /// <exception cref="CertificateException">Their number is not that of the enumeration: a bug.</exception>
    public IReadOnlyList<Chamber> AllChambers() => Connected(Chambers.Orbits[0].Representative, ChamberCount);

    /// <summary>The chambers that a walk across walls meets, which are all.</summary>
    /// <exception cref="CertificateException">They are not as many as <paramref name="count"/>.</exception>
    internal static IReadOnlyList<Chamber> Connected(Chamber first, BigInteger count)
    {
        var list = new List<Chamber> { first };
        var seen = new HashSet<Chamber>(list);
        for (var next = 0; next < list.Count; next++)
        {
            list.AddRange(list[next].Walls.Select(list[next].Across).Where(seen.Add));
        }

        return list.Count == count ? list : throw new CertificateException("the chambers are connected across walls", FormattableString.Invariant($"{list.Count} of {count} met"));
    }

    /// <summary>The ray through a vector, or <c>null</c> if it is not a ray of the fan.</summary>
    public FanRay? TryFindRay(IReadOnlyList<Cyclotomic> vector) => _rays.GetValueOrDefault(new VectorKey(vector));

    /// <summary>In one line: the group and the numbers of chambers and rays.</summary>
    public override string ToString() => FormattableString.Invariant($"{Group.Name}: fan in dimension {Space.Dimension}, {ChamberCount} chambers ({ChamberOrbits.Count} up to symmetry), {RayCount} rays ({RayOrbits.Count})");
}
