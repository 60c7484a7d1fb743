using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>The exact map <c>P_K ∘ ReLU ∘ incl</c> from a copy of a simple L of dimension 1 or 2 to <c>V_K</c>: its fan, its values on the rays, its matrix on each chamber.</summary>
/// <remarks>
/// <para><b>Fan.</b> The lines <c>{v : v_x = 0}</c>, x in X, cut the plane into chambers; on each the map is linear with matrix <c>P_K D_s</c>, s the signs there.</para>
/// <para><b>How.</b> One matrix from the signs in one chamber; across a line the matrix changes by <c>± P_K e_x ⊗ v_x</c> for the points x that vanish on it. After a full turn the first matrix must come back; this is checked.</para>
/// <para><b>Order.</b> Rays by angle in the coordinate plane from the first axis; chamber i lies between rays i and i + 1. <b>Source.</b> docs/theory.md#fans.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PlanarComposite
{
    private PlanarComposite(SimpleCopy copy, SimpleRepresentation target, ProjectedBasis targetBasis, IReadOnlyList<PlanarRay> rays, IReadOnlyList<PlanarChamber> chambers)
    {
        Copy = copy;
        Target = target;
        TargetBasis = targetBasis;
        Rays = rays;
        Chambers = chambers;
    }

    /// <summary>The copy of L on which the map is defined.</summary>
    public SimpleCopy Copy { get; }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>The basis of the part of V_K on the orbit of the copy, whose coordinates the values have.</summary>
    public ProjectedBasis TargetBasis { get; }

    /// <summary>The rays of the fan, by angle.</summary>
    public IReadOnlyList<PlanarRay> Rays { get; }

    /// <summary>The chambers; chamber i begins at ray i.</summary>
    public IReadOnlyList<PlanarChamber> Chambers { get; }

    /// <summary>Whether the map is zero everywhere.</summary>
    public bool IsZero => Chambers.All(chamber => chamber.Matrix.IsZero);

    /// <summary>Computes the map.</summary>
    /// <param name="copy">The copy of L.</param>
    /// <param name="target">A simple K that occurs on the orbit of the copy.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">L has dimension above 2, or K belongs to another table.</exception>
    /// <returns><c>null</c> if K does not occur on the orbit that carries the copy: the map is then zero.</returns>
    /// <exception cref="CertificateException">The matrices do not fit together around the origin: a bug.</exception>
    public static PlanarComposite? TryOf(SimpleCopy copy, SimpleRepresentation target, CancellationToken cancellationToken = default)
    {
        if (copy.Dimension > 2)
        {
            throw new ArgumentException($"{copy.Simple.Label} has dimension {copy.Dimension}; planar composites are for dimension 1 and 2", nameof(copy));
        }

        var decomposition = copy.Decomposition;
        var home = copy.Orbit;
        var multiplicity = IsotypicDecomposition.MultiplicityIn(decomposition.Set.Orbits[home], target);
        if (multiplicity == 0)
        {
            return null;
        }

        var targetBasis = ProjectedBasis.Of(decomposition, target, home, (int)(multiplicity * target.Dimension));
        var points = decomposition.Set.Orbits[home].Points.Where(x => copy.FormAt(x).Any(c => !c.IsZero)).ToList();
        var columns = points.ToDictionary(x => x, targetBasis.CoordinatesOf);
        return Around(copy, target, targetBasis, columns, copy.Dimension == 1 ? [[Cyclotomic.One], [-Cyclotomic.One]] : PlanarRays.Of(points.Select(copy.FormAt)), cancellationToken);
    }

    /// <summary>The map from the rays around the origin, in their order; a ray too few is noticed when the walk has come around.</summary>
    internal static PlanarComposite Around(
        SimpleCopy copy, SimpleRepresentation target, ProjectedBasis targetBasis, IReadOnlyDictionary<int, ColumnVector<Cyclotomic>> columns, IReadOnlyList<ColumnVector<Cyclotomic>> directions, CancellationToken cancellationToken)
    {
        var points = columns.Keys;

        // On the ray itself the points with positive coordinate count; just after it those as well that vanish on it and grow.
        var matrices = new Matrix<Cyclotomic>[directions.Count];
        var current = MatrixOf(points.Where(x => IsActive(copy.FormAt(x), directions[0], Turned(directions[0]))));
        matrices[0] = current;
        for (var i = 1; i <= directions.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var direction = directions[i % directions.Count];
            foreach (var x in points)
            {
                var form = copy.FormAt(x);
                if (copy.Dimension == 1)
                {
                    current += form.Dot(direction).Sign > 0 ? Outer(x) : -Outer(x);
                }
                else if (form.Dot(direction).IsZero)
                {
                    current += form.Dot(Turned(direction)).Sign > 0 ? Outer(x) : -Outer(x);
                }
            }

            if (i < directions.Count)
            {
                matrices[i] = current;
            }
        }

        if (current != matrices[0])
        {
            throw new CertificateException("the matrices fit together around the origin", $"{copy.Simple.Label} -> {target.Label} on {copy.Decomposition.Set.Name}");
        }

        var rays = directions.Select((direction, i) => new PlanarRay(direction, matrices[i] * direction));
        var chambers = matrices.Select((matrix, i) => new PlanarChamber(copy.Dimension == 1 ? [i] : [i, (i + 1) % matrices.Length], matrix));
        return new(copy, target, targetBasis, [.. rays], [.. chambers]);

        Matrix<Cyclotomic> Outer(int x) => Matrix<Cyclotomic>.FromRows(columns[x].Select(c => copy.FormAt(x).Select(f => c * f)));

        Matrix<Cyclotomic> MatrixOf(IEnumerable<int> active) => active.Aggregate(Matrix<Cyclotomic>.Zero(targetBasis.Points.Count, copy.Dimension), (sum, x) => sum + Outer(x));
    }

    private static bool IsActive(ColumnVector<Cyclotomic> form, ColumnVector<Cyclotomic> direction, ColumnVector<Cyclotomic> next)
    {
        var sign = form.Dot(direction).Sign;
        return sign > 0 || (sign == 0 && form.Dot(next).Sign > 0);
    }

    /// <summary>A vector to the left of a direction; on a line the direction itself.</summary>
    private static ColumnVector<Cyclotomic> Turned(ColumnVector<Cyclotomic> direction) => direction.Count == 1 ? direction : [-direction[1], direction[0]];

    /// <summary>In one line: the simples and the number of pieces.</summary>
    public override string ToString() => FormattableString.Invariant($"P_{Target.Label} relu P_{Copy.Simple.Label}: {Chambers.Count} pieces");
}
