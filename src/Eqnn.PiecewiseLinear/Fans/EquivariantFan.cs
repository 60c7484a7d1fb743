using System.Numerics;
using Eqnn.Algebra;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Numbers;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>The ReLU fan of a subrepresentation of <c>Fun(X, ℝ)</c>, the cones cut out by the hyperplanes <c>{v : v_x = 0}</c>, up to the group.</summary>
/// <remarks>
/// <para>Complete, pointed (the forms v_x span the dual space) and invariant. Kept: one chamber of each orbit with its rays, all rays with an element that brings them from the representative of their orbit.</para>
/// <para><b>Order.</b> Chamber orbits as the enumeration gives them; ray orbits in the order in which they are met there. <b>Source.</b> docs/theory.md#fans.</para>
/// </remarks>
public sealed class EquivariantFan
{
    /// <summary>The largest number of rays that are listed.</summary>
    public const int MaxRays = 500_000;

    private readonly Dictionary<VectorKey, FanRay> _rays;

    private EquivariantFan(Subrepresentation space, ChamberEnumeration chambers, Dictionary<VectorKey, FanRay> rays, IReadOnlyList<FanRayOrbit> rayOrbits, IReadOnlyList<FanChamberOrbit> chamberOrbits)
    {
        Space = space;
        Chambers = chambers;
        _rays = rays;
        RayOrbits = rayOrbits;
        ChamberOrbits = chamberOrbits;
    }

    /// <summary>The subrepresentation that carries the fan.</summary>
    public Subrepresentation Space { get; }

    /// <summary>The enumeration of the chambers, with its certificate of completeness.</summary>
    public ChamberEnumeration Chambers { get; }

    /// <summary>The group.</summary>
    public FiniteGroup Group => Space.Decomposition.Set.Group;

    /// <summary>The orbits of rays.</summary>
    public IReadOnlyList<FanRayOrbit> RayOrbits { get; }

    /// <summary>The orbits of chambers, each with the rays of one chamber.</summary>
    public IReadOnlyList<FanChamberOrbit> ChamberOrbits { get; }

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
        var enumeration = ChamberEnumeration.Of(arrangement, options, progress, cancellationToken);
        var group = space.Decomposition.Set.Group;
        var steps = group.Generators.Select(g => (Element: g, Matrix: space.MatrixOf(g))).ToList();
        var rays = new Dictionary<VectorKey, FanRay>();
        var rayOrbits = new List<FanRayOrbit>();
        var chamberOrbits = new List<FanChamberOrbit>();
        foreach (var chamberOrbit in enumeration.Orbits)
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

        return new(space, enumeration, rays, rayOrbits, chamberOrbits);

        FanRayOrbit Walk(IReadOnlyList<Cyclotomic> start)
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

            return new FanRayOrbit(start, orbit.Count, StabilizerOf(orbit));
        }

        FiniteGroup StabilizerOf(List<FanRay> orbit)
        {
            // Schreier's lemma, stopped at the order that orbit-stabiliser promises.
            var order = group.Order / orbit.Count;
            var generators = new List<Permutation>();
            var stabilizer = group.Subgroup(generators);
            foreach (var ray in orbit)
            {
                foreach (var (element, matrix) in steps)
                {
                    if (stabilizer.Order == order)
                    {
                        return stabilizer;
                    }

                    var schreier = rays[new VectorKey(matrix * ray.Direction)].Element.Inverse() * element * ray.Element;
                    if (!stabilizer.Contains(schreier))
                    {
                        generators.Add(schreier);
                        stabilizer = group.Subgroup(generators);
                    }
                }
            }

            return stabilizer.Order == order ? stabilizer : throw new CertificateException("orbit-stabiliser on rays", $"{space} with {orbit.Count} rays");
        }
    }

    /// <summary>The ray through a vector, or <c>null</c> if it is not a ray of the fan.</summary>
    public FanRay? TryFindRay(IReadOnlyList<Cyclotomic> vector) => _rays.GetValueOrDefault(new VectorKey(vector));
}
