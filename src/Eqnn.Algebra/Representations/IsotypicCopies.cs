using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations;

/// <summary>The isotypic component V_K of <c>Fun(X, ℝ)</c> written as copies of K side by side: <c>V_K = K ⊕ ... ⊕ K</c>, all copies by the same matrices.</summary>
/// <remarks>
/// <para><b>Coordinates.</b> m · dim K numbers, copy by copy. The first copy is that of <see cref="SimpleCopy.TryFind"/>; the others are <c>v ↦ (g x ↦ ⟨g u, v⟩)</c> for further vectors u of K fixed by the stabilisers of the orbits.</para>
/// <para><b>Unique or chosen.</b> If K occurs once, only the basis is chosen. Otherwise the copies are chosen, and they need not be orthogonal to each other (<see cref="Gram"/>).</para>
/// <para><b>Source.</b> docs/theory.md#isotypic.</para>
/// </remarks>
public sealed class IsotypicCopies
{
    private readonly Lazy<Matrix<Cyclotomic>> _embedding;
    private readonly Lazy<Matrix<Cyclotomic>> _gram;
    private readonly Lazy<Matrix<Cyclotomic>> _inverse;
    private readonly IReadOnlyList<ColumnVector<Cyclotomic>> _forms;

    private IsotypicCopies(IsotypicDecomposition decomposition, SimpleRepresentation simple, MatrixRepresentation representation, bool isSplit, IReadOnlyList<ColumnVector<Cyclotomic>> forms)
    {
        Decomposition = decomposition;
        Simple = simple;
        Representation = representation;
        IsSplit = isSplit;
        _forms = forms;
        _embedding = new(() => Matrix<Cyclotomic>.FromRows(forms));
        _gram = new(() => _embedding.Value.Transpose() * _embedding.Value);
        _inverse = new(() => _gram.Value.Inverse());
    }

    /// <summary>The decomposition of <c>Fun(X, ℝ)</c>.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>K.</summary>
    public SimpleRepresentation Simple { get; }

    /// <summary>The matrices by which the group acts on one copy; on all of V_K where it could not be split.</summary>
    public MatrixRepresentation Representation { get; }

    /// <summary>Whether the coordinates come copy by copy. They do not where K occurs several times and no exact matrices of K were found: then they are those of the whole component.</summary>
    public bool IsSplit { get; }

    /// <summary>The number of copies: [V : K], or 1 for the whole component in one piece.</summary>
    public int CopyCount => Dimension / CopyDimension;

    /// <summary>The number of coordinates of one copy.</summary>
    public int CopyDimension => Representation.Dimension;

    /// <summary>The number of all coordinates, dim V_K.</summary>
    public int Dimension => _forms[0].Count;

    /// <summary>The inner products of the basis functions on X; not scaled.</summary>
    public Matrix<Cyclotomic> Gram => _gram.Value;

    /// <summary>The inverse of <see cref="Gram"/>.</summary>
    public Matrix<Cyclotomic> InverseGram => _inverse.Value;

    /// <summary>The copies of a simple that occurs in X.</summary>
    /// <exception cref="ArgumentException">It does not occur.</exception>
    /// <exception cref="CertificateException">The copies do not fill the component: a bug.</exception>
    public static IsotypicCopies Of(IsotypicDecomposition decomposition, SimpleRepresentation simple)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        ArgumentNullException.ThrowIfNull(simple);
        var size = (int)decomposition.Set.Size;
        if (SimpleCopy.TryFind(decomposition, simple) is not { } first)
        {
            var whole = IsotypicSubspace.Of(decomposition, [simple]);
            return new(decomposition, simple, whole, isSplit: false, [.. Enumerable.Range(0, size).Select(whole.FormAt)]);
        }

        return Filled(decomposition, first, decomposition.Multiplicity(simple) == 1 ? [] : Candidates(decomposition, simple, first));
    }

    /// <summary>The first copy, and those candidates that are no sum of copies before them.</summary>
    internal static IsotypicCopies Filled(IsotypicDecomposition decomposition, SimpleCopy first, IEnumerable<IReadOnlyList<IReadOnlyList<Cyclotomic>>> candidates)
    {
        var simple = first.Simple;
        var forms = Enumerable.Range(0, (int)decomposition.Set.Size).Select(first.FormAt).ToList();
        var multiplicity = decomposition.Multiplicity(simple);
        foreach (var candidate in candidates)
        {
            if (forms[0].Count == multiplicity * simple.Dimension)
            {
                break;
            }

            // Over ℝ the vectors u are independent already; over ℂ and ℍ a further u may give a copy inside the sum of those before.
            var extended = forms.Select((row, x) => (ColumnVector<Cyclotomic>)[.. row, .. candidate[x]]).ToList();
            if (simple.EndomorphismDimension == 1 || Matrix<Cyclotomic>.FromRows(extended).Rank == extended[0].Count)
            {
                forms = extended;
            }
        }

        return forms[0].Count == multiplicity * simple.Dimension
            ? new(decomposition, simple, first, isSplit: true, forms)
            : throw new CertificateException("the copies of a simple fill its component", $"{simple.Label} on {decomposition.Set.Name}");
    }

    /// <summary>The linear form v ↦ v_x in all coordinates: row x of the embedding of V_K into <c>Fun(X, ℝ)</c>.</summary>
    public ColumnVector<Cyclotomic> FormAt(int x) => _forms[x];

    /// <summary>The function on X with given coordinates.</summary>
    /// <exception cref="ArgumentException">Their number is not <see cref="Dimension"/>.</exception>
    public ColumnVector<Cyclotomic> FunctionOf(IReadOnlyList<Cyclotomic> coordinates)
    {
        ArgumentNullException.ThrowIfNull(coordinates);
        return coordinates.Count == Dimension
            ? _embedding.Value * coordinates
            : throw new ArgumentException(FormattableString.Invariant($"{coordinates.Count} coordinates for a space of dimension {Dimension}"), nameof(coordinates));
    }

    /// <summary>The coordinates of <c>P_K h</c>, the projection of a function on X.</summary>
    /// <exception cref="ArgumentException">There are not |X| values.</exception>
    public ColumnVector<Cyclotomic> CoordinatesOf(IReadOnlyList<Cyclotomic> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (function.Count != _forms.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{function.Count} values for {_forms.Count} points"), nameof(function));
        }

        var products = new Cyclotomic[Dimension];
        for (var x = 0; x < function.Count; x++)
        {
            for (var j = 0; j < products.Length && !function[x].IsZero; j++)
            {
                products[j] += _forms[x][j] * function[x];
            }
        }

        return InverseGram * products;
    }

    private static IEnumerable<IReadOnlyList<ColumnVector<Cyclotomic>>> Candidates(IsotypicDecomposition decomposition, SimpleRepresentation simple, SimpleCopy first)
    {
        for (var i = 0; i < decomposition.Set.Orbits.Count; i++)
        {
            var orbit = decomposition.Set.Orbits[i];
            if (decomposition.ProjectorValues(simple, i)[0].IsZero)
            {
                continue;
            }

            var matrices = orbit.Points.ToDictionary(point => point, point => first.MatrixOf(orbit.ElementTo(point)));
            var zero = ColumnVector<Cyclotomic>.Zero(first.Dimension);

            // The first copy has a nonzero part of the first fixed vector of its orbit, which it replaces.
            foreach (var u in first.FixedBy(orbit.Stabilizer.Generators).Basis.Skip(i == first.Orbit ? 1 : 0))
            {
                yield return [.. Enumerable.Range(0, (int)decomposition.Set.Size).Select(x => matrices.TryGetValue(x, out var matrix) ? first.Gram * (matrix * u) : zero)];
            }
        }
    }
}
