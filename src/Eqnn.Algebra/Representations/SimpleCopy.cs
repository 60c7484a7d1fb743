using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations;

/// <summary>A copy of a simple representation L inside <c>Fun(X, ℝ)</c> with exact coordinates: each point x is a linear form v ↦ v_x on it, and each group element a matrix.</summary>
/// <remarks>
/// <para><b>Unique or chosen.</b> If L occurs once, the copy is the isotypic component; only the basis is chosen. Otherwise the copy is chosen, in the first orbit that contains L,
/// and generic: two points x, y have forms equal (opposite) on it only if they have so on the whole component of that orbit. Special copies can couple to fewer simples (docs/theory.md#interaction, remark iv).</para>
/// <para><b>Field.</b> Real cyclotomics of a conductor dividing exp(G). <b>Source.</b> docs/theory.md#isotypic.</para>
/// </remarks>
public sealed class SimpleCopy : Subrepresentation
{
    /// <summary>The largest index of a subgroup that is tried as a model unless the caller says otherwise.</summary>
    public const int MaxModelIndex = 2000;

    private readonly ProjectedBasis _model;

    private SimpleCopy(IsotypicDecomposition decomposition, SimpleRepresentation simple, IReadOnlyList<ColumnVector<Cyclotomic>> forms, ProjectedBasis model, int orbit, bool isWholeComponent)
        : base(decomposition, [simple], (int)simple.Dimension, forms)
    {
        _model = model;
        Simple = simple;
        Orbit = orbit;
        IsWholeComponent = isWholeComponent;
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Simple { get; }

    /// <summary>The position of the orbit of X that carries the copy; on the others its vectors are zero.</summary>
    public int Orbit { get; }

    /// <summary>Whether L occurs once in X, so that the copy is the isotypic component.</summary>
    public bool IsWholeComponent { get; }

    /// <summary>Whether L occurs on other orbits of X as well, where this copy vanishes: then it is special among the copies in <c>Fun(X)</c>, and can couple to fewer simples than almost all others; among the copies on its own orbit it is generic.</summary>
    public bool IsSpecial => Enumerable.Range(0, Decomposition.Set.Orbits.Count).Any(i => i != Orbit && !Decomposition.ProjectorValues(Simple, i)[0].IsZero);

    /// <summary>The transitive G-set in which L occurs once and whose projected points serve as coordinates; an orbit of X if the copy is the whole component.</summary>
    public GSet Model => _model.Decomposition.Set;

    /// <summary>The points y of <see cref="Model"/> whose vectors <c>P_L e_y / (P_L)_{yy}</c> are the basis.</summary>
    public IReadOnlyList<int> BasisPoints => _model.Points;

    /// <summary>The invariant inner products of the basis vectors, all of length 1.</summary>
    public override Matrix<Cyclotomic> Gram => _model.Gram;

    /// <summary>Finds a copy of <paramref name="simple"/> in X.</summary>
    /// <param name="decomposition">The decomposition of <c>Fun(X, ℝ)</c>.</param>
    /// <param name="simple">A simple that occurs in it.</param>
    /// <param name="maxIndex">The largest index of a subgroup tried as a model when L occurs more than once.</param>
    /// <param name="cancellationToken">Looked at for each subgroup.</param>
    /// <returns><c>null</c> if L occurs more than once and no model was found within the bound.</returns>
    /// <exception cref="ArgumentException"><paramref name="simple"/> does not occur in X.</exception>
    public static SimpleCopy? TryFind(IsotypicDecomposition decomposition, SimpleRepresentation simple, int maxIndex = MaxModelIndex, CancellationToken cancellationToken = default)
    {
        if (decomposition.Multiplicity(simple) == 0)
        {
            throw new ArgumentException($"{simple.Label} does not occur in {decomposition.Set.Name}", nameof(simple));
        }

        var set = decomposition.Set;
        var home = Enumerable.Range(0, set.Orbits.Count).First(i => !decomposition.ProjectorValues(simple, i)[0].IsZero);
        if (decomposition.Multiplicity(simple) == 1)
        {
            var basis = ProjectedBasis.Of(decomposition, simple, home, (int)simple.Dimension);
            return new(decomposition, simple, FormsOf(decomposition, home, basis.FormAt), basis, home, isWholeComponent: true);
        }

        return MultiplicityOneModel.TryFind(simple, maxIndex, cancellationToken) is { } model ? InOrbit(decomposition, simple, home, model) : null;
    }

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) => _model.MatrixOf(g);

    /// <inheritdoc/>
    public override string ToString() => IsWholeComponent
        ? $"{Simple.Label}, which occurs once in {Decomposition.Set.Name}"
        : FormattableString.Invariant($"one copy of {Simple.Label}, which occurs {Decomposition.Multiplicity(Simple)} times in {Decomposition.Set.Name}");

    private static SimpleCopy InOrbit(IsotypicDecomposition decomposition, SimpleRepresentation simple, int home, ProjectedBasis model)
    {
        // A copy of L in Fun(G/H) is v -> (g x -> <g u, v>) for a vector u of L fixed by H.
        var orbit = decomposition.Set.Orbits[home];
        var fixedVectors = model.FixedBy(orbit.Stabilizer.Generators).Basis;
        var points = orbit.Points;
        var matrices = points.Select(point => model.MatrixOf(orbit.ElementTo(point))).ToList();
        var (equal, opposite) = ParallelPoints(decomposition, simple, home);
        for (var t = 1; ; t++)
        {
            // The curve (1, t, t^2, ...) meets a proper subspace only finitely often, so a generic t comes.
            var u = ColumnVector.Combination(model.Dimension, [.. fixedVectors.Select((_, k) => (Cyclotomic)Rational.Pow(t, k))], fixedVectors);
            var forms = matrices.Select(matrix => model.Gram * (matrix * u)).ToList();
            var atBase = forms[points.ToList().IndexOf(orbit.BasePoint)];
            if (forms.Count(form => form == atBase) == equal && forms.Count(form => form == -atBase) == opposite)
            {
                var indexed = points.Zip(forms).ToDictionary(pair => pair.First, pair => pair.Second);
                return new(decomposition, simple, FormsOf(decomposition, home, point => indexed[point]), model, home, isWholeComponent: false);
            }
        }
    }

    private static (long Equal, long Opposite) ParallelPoints(IsotypicDecomposition decomposition, SimpleRepresentation simple, int home)
    {
        var values = decomposition.ProjectorValues(simple, home);
        var pieces = decomposition.Set.Orbits[home].Pieces;
        return (pieces.Where((_, i) => values[i] == values[0]).Sum(piece => piece.Length), pieces.Where((_, i) => values[i] == -values[0]).Sum(piece => piece.Length));
    }

    private static ColumnVector<Cyclotomic>[] FormsOf(IsotypicDecomposition decomposition, int home, Func<int, ColumnVector<Cyclotomic>> formAt)
    {
        var orbit = decomposition.Set.Orbits[home].Points.ToHashSet();
        var zero = ColumnVector<Cyclotomic>.Zero(formAt(decomposition.Set.Orbits[home].BasePoint).Count);
        return [.. Enumerable.Range(0, (int)decomposition.Set.Size).Select(x => orbit.Contains(x) ? formAt(x) : zero)];
    }
}
