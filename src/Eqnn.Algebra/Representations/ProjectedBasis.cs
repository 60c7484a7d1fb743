using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations;

/// <summary>A basis of the part of an isotypic component on one orbit by scaled projected points <c>b_i = P_L e_{y_i} / (P_L)_{yy}</c>.</summary>
/// <remarks>
/// <para>The points are the first ones, in ascending order, whose vectors are independent. The coordinate of b_i at its own point is 1.</para>
/// <para><b>Monomial.</b> On an orbit G/H₀ with H₀ of index 2 in H the vectors may be differences <c>P_L (e_y - e_{y'})</c>, scaled, y' the partner of y under H/H₀: a basis of the L-part of the monomial representation <c>Ind_H^G ε</c>, ε with kernel H₀.</para>
/// </remarks>
public sealed class ProjectedBasis : MatrixRepresentation
{
    private readonly IReadOnlyList<Cyclotomic> _values;
    private readonly GSetOrbit _orbit;
    private readonly Rational _diagonal;
    private readonly IReadOnlyDictionary<int, int>? _partners;
    private readonly Matrix<Cyclotomic> _gram;
    private readonly Matrix<Cyclotomic> _inverseGram;

    private ProjectedBasis(IsotypicDecomposition decomposition, SimpleRepresentation simple, IReadOnlyList<Cyclotomic> values, GSetOrbit orbit, IReadOnlyList<int> points, Matrix<Cyclotomic> gram, Rational diagonal, IReadOnlyDictionary<int, int>? partners)
    {
        Decomposition = decomposition;
        Simple = simple;
        _values = values;
        _orbit = orbit;
        _diagonal = diagonal;
        _partners = partners;
        _inverseGram = gram.Inverse();
        Points = points;
        _gram = gram;
    }

    /// <summary>The decomposition in which the component lies.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Simple { get; }

    /// <summary>Whether the vectors are differences of partners, so that the basis lies in a monomial representation.</summary>
    public bool IsMonomial => _partners is not null;

    /// <summary>The partners y_i' of the points where the basis is monomial; else empty.</summary>
    public IReadOnlyList<int> Partners => _partners is { } partners ? [.. Points.Select(y => partners[y])] : [];

    /// <summary>What the basis vectors are, for people: <c>P e_y / P_yy at y = 1, 2 of points</c>.</summary>
    public string Description
    {
        get
        {
            var points = string.Join(", ", Points.Select(y => (y + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return IsMonomial
                ? $"P (e_y - e_y'), scaled, at y = {points} of {Decomposition.Set.Name}, y' = {string.Join(", ", Partners.Select(y => (y + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))}"
                : $"P e_y / P_yy at y = {points} of {Decomposition.Set.Name}";
        }
    }

    /// <summary>The points y_i.</summary>
    public IReadOnlyList<int> Points { get; }

    /// <summary>The inner products <c>⟨b_i, b_j⟩ / |b_i|²</c>; all b_i have the same length, so the diagonal is 1.</summary>
    public override Matrix<Cyclotomic> Gram => _gram;

    /// <inheritdoc/>
    public override FiniteGroup Group => Decomposition.Set.Group;

    /// <inheritdoc/>
    public override int Dimension => Points.Count;

    /// <summary>Chooses the basis of <c>P_L Fun(O, ℝ)</c> for the orbit O at a position.</summary>
    /// <param name="decomposition">The decomposition.</param>
    /// <param name="simple">The simple L.</param>
    /// <param name="orbit">The position of the orbit.</param>
    /// <param name="dimension">The dimension of the component on that orbit.</param>
    public static ProjectedBasis Of(IsotypicDecomposition decomposition, SimpleRepresentation simple, int orbit, int dimension) => Of(decomposition, simple, orbit, dimension, null);

    /// <summary>The basis by differences of partners, see the remarks.</summary>
    internal static ProjectedBasis Of(IsotypicDecomposition decomposition, SimpleRepresentation simple, int orbit, int dimension, IReadOnlyDictionary<int, int>? partners)
    {
        var set = decomposition.Set.Orbits[orbit];
        var values = decomposition.ProjectorValues(simple, orbit);
        var diagonal = Entry(set.BasePoint, set.BasePoint).ToRational();
        var chosen = new List<int>();

        // Rows of the Gram matrix of the chosen vectors, kept in echelon form: a new vector is independent iff it leaves a nonzero remainder.
        var echelon = new List<(ColumnVector<Cyclotomic> Combination, Cyclotomic Norm)>();
        foreach (var y in set.Points)
        {
            if (chosen.Count == dimension)
            {
                break;
            }

            // Gram-Schmidt on formal combinations of the projected points, coefficients over chosen + [y].
            var combination = Enumerable.Repeat(Cyclotomic.Zero, chosen.Count).Append(Cyclotomic.One).ToArray();
            foreach (var (earlier, norm) in echelon)
            {
                var inner = Cyclotomic.Zero;
                for (var i = 0; i < earlier.Count; i++)
                {
                    inner += earlier[i] * Entry(chosen[i], y);
                }

                if (!inner.IsZero)
                {
                    var factor = inner / norm;
                    for (var i = 0; i < earlier.Count; i++)
                    {
                        combination[i] -= factor * earlier[i];
                    }
                }
            }

            var square = Cyclotomic.Zero;
            for (var i = 0; i < combination.Length; i++)
            {
                square += combination[i] * Entry(i < chosen.Count ? chosen[i] : y, y);
            }

            if (!square.IsZero)
            {
                chosen.Add(y);
                echelon.Add(([.. combination], square));
            }
        }

        // The search stops at the dimension; that there is no more is the trace of the projector, its rank. All diagonal entries are equal.
        if (chosen.Count != dimension || (partners is null && diagonal * set.Points.Count != dimension))
        {
            throw new CertificateException("the rank of a projector is the dimension of its component", $"{simple.Label} on {decomposition.Set.Name}: {chosen.Count} instead of {dimension}");
        }

        var gram = Matrix<Cyclotomic>.FromRows(chosen.Select(a => chosen.Select(b => Entry(a, b) / diagonal)));
        return new(decomposition, simple, values, set, chosen, gram, diagonal, partners);

        Cyclotomic Entry(int z, int w) => EntryOf(values, set, partners, z, w);
    }

    /// <summary>The linear form v ↦ v_x on the component, in its coordinates.</summary>
    /// <param name="x">A point of the orbit.</param>
    public ColumnVector<Cyclotomic> FormAt(int x) => [.. Points.Select(y => EntryOf(_values, _orbit, _partners, x, y) / _diagonal)];

    /// <summary>The coordinates of <c>P_L e_x</c>.</summary>
    /// <param name="x">A point of the orbit.</param>
    public ColumnVector<Cyclotomic> CoordinatesOf(int x) => [.. UnitCoordinatesOf(x).Select(c => c * _diagonal)];

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g)
    {
        var columns = Points.Select(y => UnitCoordinatesOf(Decomposition.Set.Apply(g, y)));
        return Matrix<Cyclotomic>.FromRows(columns).Transpose();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Simple.Label} in the functions on {Decomposition.Set.Name}";

    /// <summary>The entry of P_L, or of P_L on differences: <c>(P (e_w - e_w'))_z</c>.</summary>
    private static Cyclotomic EntryOf(IReadOnlyList<Cyclotomic> values, GSetOrbit orbit, IReadOnlyDictionary<int, int>? partners, int z, int w) =>
        partners is null ? values[orbit.PieceOfPair(z, w)] : values[orbit.PieceOfPair(z, w)] - values[orbit.PieceOfPair(z, partners[w])];

    /// <summary>The coordinates of <c>P_L e_x / (P_L)_{xx}</c>, a vector as long as the b_i.</summary>
    private ColumnVector<Cyclotomic> UnitCoordinatesOf(int x) => _inverseGram * FormAt(x);
}
